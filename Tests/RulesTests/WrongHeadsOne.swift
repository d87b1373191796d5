extension WrongRule {
    /// Keys, ids and words at the head of a rule. Part 1.
    static let headsOne = [
        WrongRule(
            "id is misspelt",
            """
            rules:
              - title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                idd: my-rule
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:2:5: error: the rule needs `id`
              2 |   - title: A rule
                |     ^^^^^
            rules.yaml:8:5: error: a rule has no key `idd`
              8 |     idd: my-rule
                |     ^^^
              help: did you mean `id`?
            """),
        WrongRule(
            "title is misspelt",
            """
            rules:
              - id: my-rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                titel: A rule
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:2:9: error: the rule needs `title`
              2 |   - id: my-rule
                |         ^^^^^^^
            rules.yaml:8:5: error: a rule has no key `titel`
              8 |     titel: A rule
                |     ^^^^^
              help: did you mean `title`?
            """),
        WrongRule(
            "resource is misspelt",
            """
            rules:
              - id: my-rule
                title: A rule
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                resorce: instance
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:2:9: error: the rule needs `resource`
              2 |   - id: my-rule
                |         ^^^^^^^
            rules.yaml:8:5: error: a rule has no key `resorce`
              8 |     resorce: instance
                |     ^^^^^^^
              help: did you mean `resource`?
            """),
        WrongRule(
            "category is misspelt",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                catgory: security
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:2:9: error: the rule needs `category`
              2 |   - id: my-rule
                |         ^^^^^^^
            rules.yaml:8:5: error: a rule has no key `catgory`
              8 |     catgory: security
                |     ^^^^^^^
              help: did you mean `category`?
            """),
        WrongRule(
            "severity is misspelt",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                message: "{{ resource }}"
                fix: Mend it.
                severtiy: low
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:2:9: error: the rule needs `severity`
              2 |   - id: my-rule
                |         ^^^^^^^
            rules.yaml:8:5: error: a rule has no key `severtiy`
              8 |     severtiy: low
                |     ^^^^^^^^
              help: did you mean `severity`?
            """),
        WrongRule(
            "message is misspelt",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                fix: Mend it.
                mesage: "{{ resource }}"
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:2:9: error: the rule needs `message`
              2 |   - id: my-rule
                |         ^^^^^^^
            rules.yaml:8:5: error: a rule has no key `mesage`
              8 |     mesage: "{{ resource }}"
                |     ^^^^^^
              help: did you mean `message`?
            """),
        WrongRule(
            "fix is misspelt",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fx: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:2:9: error: the rule needs `fix`
              2 |   - id: my-rule
                |         ^^^^^^^
            rules.yaml:8:5: error: a rule has no key `fx`
              8 |     fx: Mend it.
                |     ^^
              help: did you mean `fix`?
            """),
        WrongRule(
            "params is misspelt", of: "instance",
            """
            flag: {vcpus: 4}
            parms: []
            """,
            """
            rules.yaml:10:5: error: a rule has no key `parms`
              10 |     parms: []
                 |     ^^^^^
              help: did you mean `params`?
            """),
        WrongRule(
            "when is misspelt", of: "instance",
            """
            flag: {vcpus: 4}
            wehn: []
            """,
            """
            rules.yaml:10:5: error: a rule has no key `wehn`
              10 |     wehn: []
                 |     ^^^^
              help: did you mean `when`?
            """),
        WrongRule(
            "for_each is misspelt", of: "instance",
            """
            flag: {vcpus: 4}
            foreach: []
            """,
            """
            rules.yaml:10:5: error: a rule has no key `foreach`
              10 |     foreach: []
                 |     ^^^^^^^
              help: did you mean `for_each`?
            """),
        WrongRule(
            "savings is misspelt", of: "instance",
            """
            flag: {vcpus: 4}
            saving: []
            """,
            """
            rules.yaml:10:5: error: a rule has no key `saving`
              10 |     saving: []
                 |     ^^^^^^
              help: did you mean `savings`?
            """),
        WrongRule(
            "maps is misspelt", of: "instance",
            """
            flag: {vcpus: 4}
            map: []
            """,
            """
            rules.yaml:10:5: error: a rule has no key `map`
              10 |     map: []
                 |     ^^^
              help: did you mean `maps`?
            """),
        WrongRule(
            "tests is misspelt", of: "instance",
            """
            flag: {vcpus: 4}
            test: []
            """,
            """
            rules.yaml:10:5: error: a rule has no key `test`
              10 |     test: []
                 |     ^^^^
              help: did you mean `tests`?
            """),
        WrongRule(
            "flag is misspelt", of: "instance", "flagg: {vcpus: 4}",
            """
            rules.yaml:2:9: error: the rule needs `flag` or `require`
              2 |   - id: my-rule
                |         ^^^^^^^
              help: `flag` says what is wrong, `require` what must hold
            rules.yaml:9:5: error: a rule has no key `flagg`
              9 |     flagg: {vcpus: 4}
                |     ^^^^^
              help: did you mean `flag`?
            """),
        WrongRule(
            "require is misspelt", of: "instance", "requires: {vcpus: 4}",
            """
            rules.yaml:2:9: error: the rule needs `flag` or `require`
              2 |   - id: my-rule
                |         ^^^^^^^
              help: `flag` says what is wrong, `require` what must hold
            rules.yaml:9:5: error: a rule has no key `requires`
              9 |     requires: {vcpus: 4}
                |     ^^^^^^^^
              help: did you mean `require`?
            """),
        WrongRule(
            "neither flag nor require",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
            """,
            """
            rules.yaml:2:9: error: the rule needs `flag` or `require`
              2 |   - id: my-rule
                |         ^^^^^^^
              help: `flag` says what is wrong, `require` what must hold
            """),
    ]
}
