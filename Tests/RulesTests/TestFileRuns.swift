extension TestFileTests {
    /// Tests that are right, and what running them says; nothing when they pass.
    static let runs = [
        Case(
            "an inventory, each resource with its verdict",
            """
            rule: entry-unexplained
            tests:
              - name: a
                given:
                  vpcs: [{id: vpc-1}]
                  security_groups:
                    - {id: sg-1, ingress: [{protocol: tcp, ports: 22, source: any, description: ""}]}
                    - id: sg-2
                      ingress:
                        - {protocol: tcp, ports: 22, source: 10.0.0.0/8, description: x}
                        - {protocol: tcp, ports: 23, source: 10.0.0.0/8, description: ""}
                        - {protocol: tcp, ports: 24, source: 10.0.0.0/8}
                    - {id: sg-3, ingress: []}
                    - {id: sg-4}
                expect:
                  sg-1: {verdict: noncompliant, entry: "ingress[0]", message: lets in tcp/22, findings: 1}
                  sg-2: [compliant, {verdict: noncompliant, message: tcp/23}, insufficient_data]
                  sg-3: compliant
                findings: 2
            """.replacing("source: any", with: "source: 10.0.0.0/8"), ""),
        Case(
            "one resource, each entry with its verdict",
            """
            rule: entry-unexplained
            tests:
              - name: a
                given:
                  id: sg-1
                  ingress:
                    - {protocol: tcp, ports: 22, source: 10.0.0.0/8, description: x}
                    - {protocol: tcp, ports: 23, source: 10.0.0.0/8, description: ""}
                expect: [compliant, noncompliant]
                findings: 1
              - {name: b, given: {id: sg-1, ingress: []}, findings: 0}
              - {name: c, given: {id: sg-1}, expect: {verdict: insufficient_data, findings: 0}}
            """, ""),
        Case(
            "values of parameters in a test file",
            """
            rule: group-unnamed
            tests:
              - {name: a, given: {id: sg-1, name: web}, expect: compliant}
              - {name: b, params: {least: 4}, given: {id: sg-1, name: web}, expect: noncompliant}
            """, ""),
        Case(
            "the effect of findings",
            """
            rule: sg-ssh-open-to-internet
            tests:
              - name: a
                given: {id: sg-1, ingress: [{protocol: tcp, ports: 22, source: 0.0.0.0/0}]}
                with: {network_interfaces: []}
                expect: noncompliant
                effect: latent
              - name: b
                given: {id: sg-1, ingress: [{protocol: tcp, ports: 22, source: 0.0.0.0/0}]}
                expect: {verdict: noncompliant, effect: undetermined}
              - name: c
                given: {id: sg-1, ingress: [{protocol: tcp, ports: 22, source: 0.0.0.0/0}]}
                expect: noncompliant
                effect: effective
            """,
            """
            rules_test.yaml:14:13: error: no finding of "c" is effective
              14 |     effect: effective
                 |             ^^^^^^^^^
              help: it is undetermined: the inventory does not hold `network_interfaces`
            """),
        Case(
            "what findings save",
            """
            rule: ebs-volume-gp2
            tests:
              - {name: a, region: us-east-1, given: {id: vol-1, type: gp2, size: 100}, expect: noncompliant, savings: 2}
              - {name: b, given: {id: vol-1, type: gp2}, expect: {verdict: noncompliant, savings: unpriced}}
              - name: c
                region: us-east-1
                given: {volumes: [{id: vol-1, type: gp2, size: 100}, {id: vol-2, type: gp2}, {id: vol-3, type: gp3}]}
                expect:
                  vol-1: {verdict: noncompliant, savings: unpriced}
                  vol-2: {verdict: noncompliant, savings: 0}
                  vol-3: {verdict: compliant, savings: 2}
                savings: 2.004
              - name: d
                region: us-east-1
                given: {id: vol-1, type: gp2, size: 100}
                expect: noncompliant
                savings: 2.01
            """,
            """
            rules_test.yaml:9:47: error: no finding on `vol-1` of "c" has savings without a price
              9 |       vol-1: {verdict: noncompliant, savings: unpriced}
                |                                               ^^^^^^^^
              help: it saves 2.00
            rules_test.yaml:10:47: error: no finding on `vol-2` of "c" saves 0.00 USD a month
              10 |       vol-2: {verdict: noncompliant, savings: 0}
                 |                                               ^
              help: it is unpriced: the inventory does not state `size`
            rules_test.yaml:11:44: error: no finding on `vol-3` of "c" saves 2.00 USD a month
              11 |       vol-3: {verdict: compliant, savings: 2}
                 |                                            ^
              help: there is no finding
            rules_test.yaml:17:14: error: no finding of "d" saves 2.01 USD a month
              17 |     savings: 2.01
                 |              ^^^^
              help: it saves 2.00
            """),
        Case(
            "savings of rules that speak of none",
            """
            rule: entry-unexplained
            tests:
              - name: a
                given: {id: sg-1, ingress: [{protocol: tcp, ports: 22, source: 10.0.0.0/8, description: ""}]}
                expect: noncompliant
                savings: unpriced
            """,
            """
            rules_test.yaml:6:14: error: no finding of "a" has savings without a price
              6 |     savings: unpriced
                |              ^^^^^^^^
              help: the rule has no `savings`
            """),
        Case(
            "resources around the one",
            """
            rule: group-unnamed
            tests:
              - {name: a, given: {id: sg-1, name: web}, with: {security_groups: [{id: sg-2, name: ""}]}, expect: compliant, findings: 0}
            """, ""),
        Case(
            "other verdicts",
            """
            rule: entry-unexplained
            tests:
              - name: a
                given:
                  security_groups:
                    - {id: sg-1, ingress: [{protocol: tcp, ports: 22, source: 10.0.0.0/8, description: ""}]}
                    - {id: sg-2, ingress: [{protocol: tcp, ports: 22, source: 10.0.0.0/8}]}
                expect: {sg-1: compliant, sg-2: noncompliant}
            """,
            """
            rules_test.yaml:8:20: error: `entry-unexplained` says noncompliant of `sg-1`, the test "a" expects compliant
              8 |     expect: {sg-1: compliant, sg-2: noncompliant}
                |                    ^^^^^^^^^
            rules_test.yaml:8:37: error: `entry-unexplained` says insufficient_data of `sg-2`, the test "a" expects noncompliant
              8 |     expect: {sg-1: compliant, sg-2: noncompliant}
                |                                     ^^^^^^^^^^^^
              help: the test does not state `ingress[0].description`
            """),
        Case(
            "another verdict of an entry, and another number of them",
            """
            rule: entry-unexplained
            tests:
              - name: a
                given: {id: sg-1, ingress: [{protocol: tcp, ports: 22, source: 10.0.0.0/8, description: ""}]}
                expect: [compliant]
              - name: b
                given: {id: sg-1, ingress: [{protocol: tcp, ports: 22, source: 10.0.0.0/8, description: ""}]}
                expect: [noncompliant, compliant]
            """,
            """
            rules_test.yaml:5:14: error: `entry-unexplained` says noncompliant of `ingress[0]`, the test "a" expects compliant
              5 |     expect: [compliant]
                |              ^^^^^^^^^
            rules_test.yaml:8:13: error: `entry-unexplained` gives 1 verdict, the test "b" expects 2
              8 |     expect: [noncompliant, compliant]
                |             ^^^^^^^^^^^^^^^^^^^^^^^^^
              help: given: noncompliant (`sg-1 ingress[0]`)
            """),
        Case(
            "other entries, messages and numbers of findings",
            """
            rule: entry-unexplained
            tests:
              - name: a
                given:
                  security_groups:
                    - {id: sg-1, ingress: [{protocol: tcp, ports: 22, source: 10.0.0.0/8, description: ""}]}
                    - {id: sg-2, ingress: []}
                expect:
                  sg-1: {verdict: noncompliant, entry: "ingress[1]", message: tcp/23, findings: 2}
                  sg-2: {verdict: compliant, message: sg-2}
                findings: 0
            """,
            """
            rules_test.yaml:9:44: error: no finding on `sg-1` of "a" names `ingress[1]`
              9 |       sg-1: {verdict: noncompliant, entry: "ingress[1]", message: tcp/23, findings: 2}
                |                                            ^^^^^^^^^^^^
              help: what is named: `ingress[0]`, `ingress[0].description`
            rules_test.yaml:9:67: error: no finding on `sg-1` of "a" says "tcp/23"
              9 |       sg-1: {verdict: noncompliant, entry: "ingress[1]", message: tcp/23, findings: 2}
                |                                                                   ^^^^^^
              help: it says "sg-1 lets in tcp/22 from 10.0.0.0/8"
            rules_test.yaml:9:85: error: `entry-unexplained` has 1 finding on `sg-1`, the test "a" expects 2
              9 | …  sg-1: {verdict: noncompliant, entry: "ingress[1]", message: tcp/23, findings: 2}
                |                                                                                  ^
              help: found: `sg-1 ingress[0]`
            rules_test.yaml:10:43: error: no finding on `sg-2` of "a" says "sg-2"
              10 |       sg-2: {verdict: compliant, message: sg-2}
                 |                                           ^^^^
              help: there is no finding
            rules_test.yaml:11:15: error: `entry-unexplained` has 1 finding, the test "a" expects 0
              11 |     findings: 0
                 |               ^
              help: found: `sg-1 ingress[0]`
            """),
        Case(
            "an inventory with mistakes",
            """
            rule: group-unnamed
            tests:
              - name: a
                given:
                  security_groups: [{id: sg-1, nmae: web}, {id: sg-1, name: web}]
                  vpcs: [{}]
                expect: {sg-1: compliant}
            """,
            """
            rules_test.yaml:5:36: error: `security_group` has no field `nmae`
              5 |       security_groups: [{id: sg-1, nmae: web}, {id: sg-1, name: web}]
                |                                    ^^^^
              help: did you mean `name`?
            rules_test.yaml:5:53: error: the security_group `sg-1` is described twice
              5 |       security_groups: [{id: sg-1, nmae: web}, {id: sg-1, name: web}]
                |                                                     ^^^^
            rules_test.yaml:5:30: note: it is described here first
              help: an id may stand once in an account and region
            rules_test.yaml:6:14: error: `id` is missing
              6 |       vpcs: [{}]
                |              ^
              help: VPC id.
            """),
    ]
}
