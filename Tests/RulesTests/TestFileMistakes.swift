extension TestFileTests {
    private static func one(_ name: String, _ test: String, _ complaints: String) -> Case {
        Case(name, "rule: entry-unexplained\ntests:\n  - {name: a, \(test)}", complaints)
    }

    static let mistakes = [
        Case(
            "a list", "- {name: a}",
            """
            rules_test.yaml:1:1: error: a test file is a mapping with the key `tests`
              1 | - {name: a}
                | ^^^^^^^^^^^
            """),
        Case(
            "other keys", "tets: []\nrule: group-unnamed",
            """
            rules_test.yaml:1:1: error: a test file has no key `tets`
              1 | tets: []
                | ^^^^
              help: did you mean `tests`?
            rules_test.yaml:1:1: error: a test file needs the key `tests`
              1 | tets: []
                | ^^^^^^^^
            """),
        Case(
            "a rule file with the name of a test file", "rules: []",
            """
            rules_test.yaml:1:1: error: a test file has no key `rules`
              1 | rules: []
                | ^^^^^
              help: only test files have names that end in `_test`
            rules_test.yaml:1:1: error: a test file needs the key `tests`
              1 | rules: []
                | ^^^^^^^^^
            """),
        Case(
            "tests that are no list", "tests: {name: a}",
            """
            rules_test.yaml:1:8: error: `tests` is a list
              1 | tests: {name: a}
                |        ^^^^^^^^^
              help: begin each test with `- rule: …`
            """),
        Case(
            "two documents", "tests: []\n---\ntests: []",
            """
            rules_test.yaml:3:1: error: a test file is one YAML document
              3 | tests: []
                | ^^^^^^^^^
            """),
        Case(
            "a test that is a word, and one without a rule",
            "tests:\n  - word\n  - {name: a, given: {id: sg-1}, expect: compliant}",
            """
            rules_test.yaml:2:5: error: a test has `rule`, `name`, `given` and `expect`
              2 |   - word
                |     ^^^^
            rules_test.yaml:3:6: error: the test names no rule
              3 |   - {name: a, given: {id: sg-1}, expect: compliant}
                |      ^^^^
              help: add `rule: ID`, here or once at the top of the file
            """),
        Case(
            "a misspelt rule", "tests:\n  - {rule: group-unamed, name: a, given: {id: sg-1}, expect: compliant}",
            """
            rules_test.yaml:2:12: error: there is no rule `group-unamed`
              2 |   - {rule: group-unamed, name: a, given: {id: sg-1}, expect: compliant}
                |            ^^^^^^^^^^^^
              help: did you mean `group-unnamed`?
            """),
        Case(
            "a rule of another file",
            "rule: of-another-file\ntests:\n  - {name: a, given: {id: sg-1}, expect: compliant}",
            """
            rules_test.yaml:1:7: error: there is no rule `of-another-file`
              1 | rule: of-another-file
                |       ^^^^^^^^^^^^^^^
              help: give the file that holds it, too
            """),
        one(
            "a resource with a collection in it", "given: {id: sg-1, vpcs: []}, expect: compliant",
            """
            rules_test.yaml:3:33: error: `given` is one security_group, and `vpcs` is a collection
              3 |   - {name: a, given: {id: sg-1, vpcs: []}, expect: compliant}
                |                                 ^^^^
              help: put it under `with`, or the security_group under `security_groups`
            """),
        one(
            "collections with a field between them", "given: {name: web, vpcs: []}, findings: 0",
            """
            rules_test.yaml:3:23: error: `given` mixes collections with `name`, a field of one security_group
              3 |   - {name: a, given: {name: web, vpcs: []}, findings: 0}
                |                       ^^^^
              help: put the security_group under `security_groups`, or give it its `id` and the rest under `with`
            """),
        one(
            "a misspelt collection", "given: {security_group: []}, findings: 0",
            """
            rules_test.yaml:3:23: error: unknown collection `security_group`
              3 |   - {name: a, given: {security_group: []}, findings: 0}
                |                       ^^^^^^^^^^^^^^
              help: did you mean `security_groups`?
            """),
        one(
            "a whole inventory file", "given: {inventory: 1, as_of: 2026-01-01, vpcs: []}, findings: 0",
            """
            rules_test.yaml:3:23: error: `given` needs no `inventory` header
              3 |   - {name: a, given: {inventory: 1, as_of: 2026-01-01, vpcs: []}, findings: 0}
                |                       ^^^^^^^^^
              help: leave it out
            rules_test.yaml:3:37: error: `as_of` stands beside `given`, not in it
              3 |   - {name: a, given: {inventory: 1, as_of: 2026-01-01, vpcs: []}, findings: 0}
                |                                     ^^^^^
            """),
        one(
            "given is a list", "given: [], expect: compliant",
            """
            rules_test.yaml:3:22: error: `given` is a resource, or a mapping of collections
              3 |   - {name: a, given: [], expect: compliant}
                |                      ^^
              help: write {id: …} or {security_groups: [{…}]}
            """),
        one(
            "with beside an inventory", "given: {security_groups: []}, with: {vpcs: []}, findings: 0",
            """
            rules_test.yaml:3:51: error: `with` goes with one resource
              3 |   - {name: a, given: {security_groups: []}, with: {vpcs: []}, findings: 0}
                |                                                   ^^^^^^^^^^
              help: put its collections into `given`
            """),
        one(
            "a verdict of a whole inventory", "given: {security_groups: [{id: sg-1}]}, expect: compliant",
            """
            rules_test.yaml:3:63: error: what is expected of an inventory is a mapping of resources to verdicts
              3 |   - {name: a, given: {security_groups: [{id: sg-1}]}, expect: compliant}
                |                                                               ^^^^^^^^^
              help: write expect: {sg-1: noncompliant}
            """),
        one(
            "a resource that is not given", "given: {security_groups: [{id: sg-10}]}, expect: {sg-11: compliant}",
            """
            rules_test.yaml:3:65: error: `given` has no security_group `sg-11`
              3 |   - {name: a, given: {security_groups: [{id: sg-10}]}, expect: {sg-11: compliant}}
                |                                                                 ^^^^^
              help: did you mean `sg-10`?
            """),
        one(
            "a resource of another type",
            "given: {security_groups: [], vpcs: [{id: vpc-1}]}, expect: {vpc-1: compliant}",
            """
            rules_test.yaml:3:75: error: `given` has no security_group `vpc-1`
              3 |   - {name: a, given: {security_groups: [], vpcs: [{id: vpc-1}]}, expect: {vpc-1: compliant}}
                |                                                                           ^^^^^
              help: it is of the type vpc, and the rule judges the type security_group
            """),
        one(
            "no resource of the type", "given: {vpcs: []}, expect: {sg-1: compliant}",
            """
            rules_test.yaml:3:43: error: `given` has no security_group `sg-1`
              3 |   - {name: a, given: {vpcs: []}, expect: {sg-1: compliant}}
                |                                           ^^^^
              help: `given` has no `security_groups`
            """),
        one(
            "misspelt keys and verdicts",
            "given: {id: sg-1}, expect: {verdikt: compliant}",
            """
            rules_test.yaml:3:43: error: what is expected has no key `verdikt`
              3 |   - {name: a, given: {id: sg-1}, expect: {verdikt: compliant}}
                |                                           ^^^^^^^
              help: did you mean `verdict`?
            rules_test.yaml:3:43: error: what is expected needs `verdict`
              3 |   - {name: a, given: {id: sg-1}, expect: {verdikt: compliant}}
                |                                           ^^^^^^^
              help: write {verdict: noncompliant, entry: …}
            """),
        one(
            "misspelt verdicts in a list",
            "given: {id: sg-1}, expect: [complaint, {verdict: [compliant]}, noncompliant]",
            """
            rules_test.yaml:3:43: error: `complaint` is no verdict
              3 |   - {name: a, given: {id: sg-1}, expect: [complaint, {verdict: [compliant]}, noncompliant]}
                |                                           ^^^^^^^^^
              help: did you mean `compliant`?
            rules_test.yaml:3:64: error: a verdict is a word
              3 |   - {name: a, given: {id: sg-1}, expect: [complaint, {verdict: [compliant]}, noncompliant]}
                |                                                                ^^^^^^^^^^^
              help: did you mean `compliant`?
            """),
        one(
            "an empty list", "given: {id: sg-1}, expect: []",
            """
            rules_test.yaml:3:42: error: this list expects no verdict
              3 |   - {name: a, given: {id: sg-1}, expect: []}
                |                                          ^^
            """),
        one(
            "an entry of no field, and numbers that are none",
            "given: {id: sg-1}, expect: compliant, entry: \"ingres[0]\", findings: -1, message: []",
            """
            rules_test.yaml:3:60: error: `security_group` has no field `ingres`
              3 |   - {name: a, given: {id: sg-1}, expect: compliant, entry: "ingres[0]", findings: -1, message: []}
                |                                                            ^^^^^^^^^^^
              help: did you mean `ingress`?
            rules_test.yaml:3:83: error: `findings` is the number of findings
              3 | …- {name: a, given: {id: sg-1}, expect: compliant, entry: "ingres[0]", findings: -1, message: []}
                |                                                                                  ^^
              help: write findings: 2
            rules_test.yaml:3:96: error: `message` is a text
              3 | …iven: {id: sg-1}, expect: compliant, entry: "ingres[0]", findings: -1, message: []}
                |                                                                                  ^^
            """),
        one(
            "an effect that is none", "given: {id: sg-1}, expect: noncompliant, effect: latnt",
            """
            rules_test.yaml:3:64: error: `latnt` is no effect
              3 |   - {name: a, given: {id: sg-1}, expect: noncompliant, effect: latnt}
                |                                                                ^^^^^
              help: did you mean `latent`?
            """),
        one(
            "savings that are no amount", "given: {id: sg-1}, expect: noncompliant, savings: -5",
            """
            rules_test.yaml:3:65: error: `savings` is what a finding saves a month, in dollars
              3 |   - {name: a, given: {id: sg-1}, expect: noncompliant, savings: -5}
                |                                                                 ^^
              help: write savings: 12.34, or unpriced
            """),
        one(
            "a value that a parameter cannot have", "given: {id: sg-1}, expect: compliant, params: {least: 256}",
            """
            rules_test.yaml:3:62: error: there is no parameter `least`
              3 |   - {name: a, given: {id: sg-1}, expect: compliant, params: {least: 256}}
                |                                                              ^^^^^
              help: the rule has no parameters
            """),
        Case(
            "a value out of bounds",
            "tests:\n  - {rule: group-unnamed, name: a, given: {id: sg-1}, expect: compliant, params: {least: 256}}",
            """
            rules_test.yaml:2:90: error: `256` is above the maximum of 255
              2 | …: group-unnamed, name: a, given: {id: sg-1}, expect: compliant, params: {least: 256}}
                |                                                                                  ^^^
            rules.yaml:16:50: note: the rule says so here
            """),
    ]
}
