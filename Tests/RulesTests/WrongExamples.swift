extension WrongRule {
    /// The `tests` of a rule.
    static let examples = [
        WrongRule(
            "tests is a mapping", of: "instance",
            """
            flag: {vcpus: 4}
            tests:
              name: {given: {id: i-1}}
            """,
            """
            rules.yaml:11:7: error: `tests` is a list
              11 |       name: {given: {id: i-1}}
                 |       ^^^^^^^^^^^^^^^^^^^^^^^^
              help: begin each test with `- name: …`
            """),
        WrongRule(
            "a test is text", of: "instance",
            """
            flag: {vcpus: 4}
            tests:
              - a test
            """,
            """
            rules.yaml:11:9: error: a test has `name`, `given` and `expect`
              11 |       - a test
                 |         ^^^^^^
            """),
        WrongRule(
            "a test lacks its name", of: "instance",
            """
            flag: {vcpus: 4}
            tests:
              - given: {id: i-1}
                expect: compliant
            """,
            """
            rules.yaml:11:9: error: the test needs `name`
              11 |       - given: {id: i-1}
                 |         ^^^^^
            """),
        WrongRule(
            "a test lacks what is given", of: "instance",
            """
            flag: {vcpus: 4}
            tests:
              - name: a
                expect: compliant
            """,
            """
            rules.yaml:11:9: error: the test needs `given`
              11 |       - name: a
                 |         ^^^^
            """),
        WrongRule(
            "a test lacks its verdict", of: "instance",
            """
            flag: {vcpus: 4}
            tests:
              - name: a
                given: {id: i-1}
            """,
            """
            rules.yaml:11:9: error: the test needs `expect`
              11 |       - name: a
                 |         ^^^^
            """),
        WrongRule(
            "a misspelt key", of: "instance",
            """
            flag: {vcpus: 4}
            tests:
              - name: a
                givn: {id: i-1}
                given: {id: i-1}
                expect: compliant
            """,
            """
            rules.yaml:12:9: error: a test has no key `givn`
              12 |         givn: {id: i-1}
                 |         ^^^^
              help: did you mean `given`?
            """),
        WrongRule(
            "a misspelt verdict", of: "instance",
            """
            flag: {vcpus: 4}
            tests:
              - name: a
                given: {id: i-1}
                expect: complaint
            """,
            """
            rules.yaml:13:17: error: `complaint` is no verdict
              13 |         expect: complaint
                 |                 ^^^^^^^^^
              help: did you mean `compliant`?
            """),
        WrongRule(
            "a verdict with a hyphen", of: "instance",
            """
            flag: {vcpus: 4}
            tests:
              - name: a
                given: {id: i-1}
                expect: not-applicable
            """,
            """
            rules.yaml:13:17: error: `not-applicable` is no verdict
              13 |         expect: not-applicable
                 |                 ^^^^^^^^^^^^^^
              help: did you mean `not_applicable`?
            """),
        WrongRule(
            "savings in words and in another currency", of: "instance",
            """
            flag: {vcpus: 4}
            tests:
              - {name: a, given: {id: i-1}, expect: noncompliant, savings: much}
              - {name: b, given: {id: i-1}, expect: {verdict: noncompliant, savings: 12 EUR}}
              - {name: c, given: {id: i-1}, expect: noncompliant, savings: [1.00]}
            """,
            """
            rules.yaml:11:68: error: `savings` is what a finding saves a month, in dollars
              11 |       - {name: a, given: {id: i-1}, expect: noncompliant, savings: much}
                 |                                                                    ^^^^
              help: write savings: 12.34, or unpriced
            rules.yaml:12:78: error: `savings` is what a finding saves a month, in dollars
              12 |       - {name: b, given: {id: i-1}, expect: {verdict: noncompliant, savings: 12 EUR}}
                 |                                                                              ^^^^^^
              help: write savings: 12.34, or unpriced
            rules.yaml:13:68: error: `savings` is what a finding saves a month, in dollars
              13 |       - {name: c, given: {id: i-1}, expect: noncompliant, savings: [1.00]}
                 |                                                                    ^^^^^^
              help: write savings: 12.34, or unpriced
            """),
        WrongRule(
            "an unknown collection", of: "instance",
            """
            flag: {vcpus: 4}
            tests:
              - name: a
                given: {id: i-1}
                with: {vpc: []}
                expect: compliant
            """,
            """
            rules.yaml:13:16: error: unknown collection `vpc`
              13 |         with: {vpc: []}
                 |                ^^^
              help: did you mean `vpcs`?
            """),
        WrongRule(
            "a bad time", of: "instance",
            """
            flag: {vcpus: 4}
            tests:
              - name: a
                as_of: yesterday
                given: {id: i-1}
                expect: compliant
            """,
            """
            rules.yaml:12:16: error: `yesterday` is not a time
              12 |         as_of: yesterday
                 |                ^^^^^^^^^
              help: write 2026-01-31T12:00:00Z
            """),
        WrongRule(
            "an unknown parameter", of: "instance",
            """
            params: {limit: {type: int, default: 4, meaning: m}}
            flag: {vcpus: {above: $limit}}
            tests:
              - name: a
                params: {limt: 5}
                given: {id: i-1}
                expect: compliant
            """,
            """
            rules.yaml:13:18: error: there is no parameter `limt`
              13 |         params: {limt: 5}
                 |                  ^^^^
              help: did you mean `limit`?
            """),
        WrongRule(
            "a parameter of another type", of: "instance",
            """
            params: {limit: {type: int, default: 4, meaning: m}}
            flag: {vcpus: {above: $limit}}
            tests:
              - name: a
                params: {limit: five}
                given: {id: i-1}
                expect: compliant
            """,
            """
            rules.yaml:13:25: error: `five` is not of type int
              13 |         params: {limit: five}
                 |                         ^^^^
            """),
    ]
}
