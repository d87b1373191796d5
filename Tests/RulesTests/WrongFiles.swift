extension WrongRule {
    /// Files that are no rule files.
    static let files = [
        WrongRule(
            "an empty file",
            "",
            """
            rules.yaml:1:1: error: a rule file is a mapping with the key `rules`
            """),
        WrongRule(
            "only comments",
            """
            # rules
            """,
            """
            rules.yaml:1:1: error: a rule file is a mapping with the key `rules`
              1 | # rules
                | ^
            """),
        WrongRule(
            "a list",
            """
            - id: a
            """,
            """
            rules.yaml:1:1: error: a rule file is a mapping with the key `rules`
              1 | - id: a
                | ^^^^^^^
            """),
        WrongRule(
            "text",
            """
            rules
            """,
            """
            rules.yaml:1:1: error: a rule file is a mapping with the key `rules`
              1 | rules
                | ^^^^^
            """),
        WrongRule(
            "a misspelt key",
            """
            rule:
              - id: a
            """,
            """
            rules.yaml:1:1: error: a rule file has no key `rule`
              1 | rule:
                | ^^^^
              help: did you mean `rules`?
            rules.yaml:1:1: error: a rule file needs the key `rules`
              1 | rule:
                | ^^^^^
            """),
        WrongRule(
            "another key beside it",
            """
            rules: []
            version: 1
            """,
            """
            rules.yaml:2:1: error: a rule file has no key `version`
              2 | version: 1
                | ^^^^^^^
              help: valid names are `rules`
            """),
        WrongRule(
            "two documents",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
            ---
            rules: []
            """,
            """
            rules.yaml:11:1: error: a rule file is one YAML document
              11 | rules: []
                 | ^^^^^^^^^
            """),
        WrongRule(
            "rules is a mapping",
            """
            rules:
              my-rule: {title: A rule}
            """,
            """
            rules.yaml:2:3: error: `rules` is a list of rules
              2 |   my-rule: {title: A rule}
                |   ^^^^^^^^^^^^^^^^^^^^^^^^
              help: begin each rule with `- id: …`
            """),
        WrongRule(
            "rules is nothing",
            """
            rules:
            """,
            """
            rules.yaml:1:7: error: `rules` is a list of rules
              1 | rules:
                |       ^
              help: begin each rule with `- id: …`
            """),
        WrongRule(
            "rules is text",
            """
            rules: all
            """,
            """
            rules.yaml:1:8: error: `rules` is a list of rules
              1 | rules: all
                |        ^^^
              help: begin each rule with `- id: …`
            """),
        WrongRule(
            "a rule is text",
            """
            rules:
              - my-rule
            """,
            """
            rules.yaml:2:5: error: a rule is a mapping that begins with `id`
              2 |   - my-rule
                |     ^^^^^^^
            """),
        WrongRule(
            "a rule is a list",
            """
            rules:
              - [id, my-rule]
            """,
            """
            rules.yaml:2:5: error: a rule is a mapping that begins with `id`
              2 |   - [id, my-rule]
                |     ^^^^^^^^^^^^^
            """),
        WrongRule(
            "a key twice", of: "instance",
            """
            flag: {vcpus: 4}
            flag: {vcpus: 5}
            """,
            """
            rules.yaml:10:5: error: the key `flag` stands twice in one mapping
              10 |     flag: {vcpus: 5}
                 |     ^^^^
            rules.yaml:9:5: note: it stands here first
              help: remove one of the two, or make both one list
            """),
        WrongRule(
            "no YAML",
            """
            rules:
              - {id: a
            """,
            """
            rules.yaml:3:1: error: not valid YAML: did not find expected ',' or '}' while parsing a flow mapping
            rules.yaml:2:5: note: it began here
              help: the file ends here; is it complete?
            """),
        WrongRule(
            "a tab for indentation",
            """
            rules:
            	- id: a
            """,
            """
            rules.yaml:2:1: error: a tab cannot indent YAML
              2 |     - id: a
                | ^^^^
              help: use spaces
            """),
        WrongRule(
            "an id twice",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:10:9: error: the rule id `my-rule` is taken
              10 |   - id: my-rule
                 |         ^^^^^^^
            rules.yaml:2:9: note: by this rule
            """),
        WrongRule(
            "three with one id",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
              - id: my-rule
                title: B
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
              - id: my-rule
                title: C
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:10:9: error: the rule id `my-rule` is taken
              10 |   - id: my-rule
                 |         ^^^^^^^
            rules.yaml:2:9: note: by this rule
            rules.yaml:18:9: error: the rule id `my-rule` is taken
              18 |   - id: my-rule
                 |         ^^^^^^^
            rules.yaml:2:9: note: by this rule
            """),
    ]
}
