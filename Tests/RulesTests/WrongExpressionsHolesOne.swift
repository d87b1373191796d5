extension WrongRule {
    /// Holes of messages, and several mistakes at once.
    static let expressionHolesOne = [
        WrongRule(
            "a hole that is not closed at the end",
            """
            rules:
              - {id: my-rule, title: A rule, resource: instance, category: security, severity: low, message: "It is {{ resource.name", fix: f, flag: {vcpus: 4}}
            """,
            """
            rules.yaml:2:105: error: a hole of the message is not closed
              2 | … A rule, resource: instance, category: security, severity: low, message: "It is {{ resource.name", fix: f, flag: {vcpus: 4}}
                |                                                                                  ^^
              help: end it with }}
            """),
        WrongRule(
            "a hole with one brace at its end",
            """
            rules:
              - {id: my-rule, title: A rule, resource: instance, category: security, severity: low, message: "{{ resource.name } is wrong", fix: f, flag: {vcpus: 4}}
            """,
            """
            rules.yaml:2:99: error: a hole of the message is not closed
              2 | …title: A rule, resource: instance, category: security, severity: low, message: "{{ resource.name } is wrong", fix: f, flag: {vcpus: 4}}
                |                                                                                  ^^
              help: end it with }}
            """),
        WrongRule(
            "an empty hole without a space",
            """
            rules:
              - {id: my-rule, title: A rule, resource: instance, category: security, severity: low, message: "It is {{}}.", fix: f, flag: {vcpus: 4}}
            """,
            """
            rules.yaml:2:105: error: a hole of the message is empty
              2 | … A rule, resource: instance, category: security, severity: low, message: "It is {{}}.", fix: f, flag: {vcpus: 4}}
                |                                                                                  ^^^^
              help: write {{ resource.name }}
            """),
        WrongRule(
            "a hole with a syntax error",
            """
            rules:
              - {id: my-rule, title: A rule, resource: instance, category: security, severity: low, message: "It is {{ resource.vcpus + }}.", fix: f, flag: {vcpus: 4}}
            """,
            """
            rules.yaml:2:123: error: a value is missing after `+`
              2 | … instance, category: security, severity: low, message: "It is {{ resource.vcpus + }}.", fix: f, flag: {vcpus: 4}}
                |                                                                                  ^
            """),
        WrongRule(
            "a hole with text that is not closed",
            """
            rules:
              - {id: my-rule, title: A rule, resource: instance, category: security, severity: low, message: 'It is {{ resource.name + "a }}.', fix: f, flag: {vcpus: 4}}
            """,
            """
            rules.yaml:2:124: error: `"` is not closed
              2 | …instance, category: security, severity: low, message: 'It is {{ resource.name + "a }}.', fix: f, flag: {vcpus: 4}}
                |                                                                                  ^
              help: add `"` at the end of the text
            """),
        WrongRule(
            "a hole with a misspelt function",
            """
            rules:
              - {id: my-rule, title: A rule, resource: instance, category: security, severity: low, message: "It is {{ sise(resource.tags) }}.", fix: f, flag: {vcpus: 4}}
            """,
            """
            rules.yaml:2:108: error: there is no function `sise`
              2 | …rule, resource: instance, category: security, severity: low, message: "It is {{ sise(resource.tags) }}.", fix: f, flag: {vcpus: 4}}
                |                                                                                  ^^^^
              help: did you mean `size`?
            """),
        WrongRule(
            "a hole with two words",
            """
            rules:
              - {id: my-rule, title: A rule, resource: instance, category: security, severity: low, message: "It is {{ resource name }}.", fix: f, flag: {vcpus: 4}}
            """,
            """
            rules.yaml:2:117: error: an operator is missing before `name`
              2 | …ource: instance, category: security, severity: low, message: "It is {{ resource name }}.", fix: f, flag: {vcpus: 4}}
                |                                                                                  ^^^^
            """),
        WrongRule(
            "a hole with a word of prose",
            """
            rules:
              - {id: my-rule, title: A rule, resource: instance, category: security, severity: low, message: "It is {{ name }}.", fix: f, flag: {vcpus: 4}}
            """,
            """
            rules.yaml:2:108: error: there is no `name`
              2 | …rule, resource: instance, category: security, severity: low, message: "It is {{ name }}.", fix: f, flag: {vcpus: 4}}
                |                                                                                  ^^^^
              help: write `resource.name`
            """),
        WrongRule(
            "a hole with the entry without entries",
            """
            rules:
              - {id: my-rule, title: A rule, resource: security_group, category: security, severity: low, message: "It is {{ it.protocol }}.", fix: f, flag: {default: true}}
            """,
            """
            rules.yaml:2:114: error: `it` is the entry of `for_each`, and there is none here
              2 | …resource: security_group, category: security, severity: low, message: "It is {{ it.protocol }}.", fix: f, flag: {default: true}}
                |                                                                                  ^^
              help: write `resource`
            """),
        WrongRule(
            "a hole with a parameter as in the match form",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                params: {limit: {type: int, default: 4, meaning: The most}}
                message: "It has more than {{ $limit }}."
                fix: Mend it.
                flag: {vcpus: {above: $limit}}
            """,
            """
            rules.yaml:8:35: error: `$` has no meaning here
              8 |     message: "It has more than {{ $limit }}."
                |                                   ^
              help: names are written without `$`; a parameter is `params.limit`
            """),
        WrongRule(
            "a hole with a text and a number",
            """
            rules:
              - {id: my-rule, title: A rule, resource: instance, category: security, severity: low, message: 'It is {{ "n: " + resource.vcpus }}.', fix: f, flag: {vcpus: 4}}
            """,
            """
            rules.yaml:2:108: error: `+` does not take a string and an int
              2 | …rule, resource: instance, category: security, severity: low, message: 'It is {{ "n: " + resource.vcpus }}.', fix: f, flag: {vcpus: 4}}
                |                                                                                  ^^^^^^^^^^^^^^^^^^^^^^
              help: convert the other: `string(x)`
            """),
        WrongRule(
            "a hole in a literal block",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: |
                  {{ resource.name }} is wrong,
                  says {{ resource.ownr }}
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:9:24: error: `instance` has no field `ownr`
              9 |       says {{ resource.ownr }}
                |                        ^^^^
              help: did you mean `owner`?
            """),
        WrongRule(
            "a hole with an escape before it",
            """
            rules:
              - {id: my-rule, title: A rule, resource: instance, category: security, severity: low, message: "\\u00e9\\t{{ resource.nmae }}", fix: f, flag: {vcpus: 4}}
            """,
            """
            rules.yaml:2:119: error: `instance` has no field `nmae`
              2 | …rce: instance, category: security, severity: low, message: "\\u00e9\\t{{ resource.nmae }}", fix: f, flag: {vcpus: 4}}
                |                                                                                  ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a hole over two lines",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: >-
                  {{ resource.vcpus > 4
                  ? resource.nmae : "" }} is wrong
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:9:18: error: `instance` has no field `nmae`
              9 |       ? resource.nmae : "" }} is wrong
                |                  ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a hole in a hole",
            """
            rules:
              - {id: my-rule, title: A rule, resource: instance, category: security, severity: low, message: "It is {{ {{ resource.name }} }}.", fix: f, flag: {vcpus: 4}}
            """,
            """
            rules.yaml:2:108: error: `{` is not closed
              2 | …rule, resource: instance, category: security, severity: low, message: "It is {{ {{ resource.name }} }}.", fix: f, flag: {vcpus: 4}}
                |                                                                                  ^
              help: add `}`
            rules.yaml:2:109: error: `{` is not closed
              2 | …ule, resource: instance, category: security, severity: low, message: "It is {{ {{ resource.name }} }}.", fix: f, flag: {vcpus: 4}}
                |                                                                                  ^
              help: add `}`
            rules.yaml:2:120: error: the `:` after the key is missing
              2 | …ce: instance, category: security, severity: low, message: "It is {{ {{ resource.name }} }}.", fix: f, flag: {vcpus: 4}}
                |                                                                                  ^^^^
              help: write `key: value`
            """),
        WrongRule(
            "a hole with a misspelt value",
            """
            rules:
              - {id: my-rule, title: A rule, resource: instance, category: security, severity: low, message: 'It is {{ resource.state == "runing" ? "up" : "down" }}.', fix: f, flag: {vcpus: 4}}
            """,
            """
            rules.yaml:2:126: error: `runing` is not one of its values
              2 | …stance, category: security, severity: low, message: 'It is {{ resource.state == "runing" ? "up" : "down" }}.', fix: f, flag: {vcpus: 4}}
                |                                                                                  ^^^^^^^^
              help: did you mean `running`?
            """),
        WrongRule(
            "a hole and a condition",
            """
            rules:
              - {id: my-rule, title: A rule, resource: instance, category: security, severity: low, message: "It is {{ resource.nmae }}.", fix: f, flag: resource.vcpu > 4}
            """,
            """
            rules.yaml:2:117: error: `instance` has no field `nmae`
              2 | …ource: instance, category: security, severity: low, message: "It is {{ resource.nmae }}.", fix: f, flag: resource.vcpu > 4}
                |                                                                                  ^^^^
              help: did you mean `name`?
            rules.yaml:2:151: error: `instance` has no field `vcpu`
              2 | …y, severity: low, message: "It is {{ resource.nmae }}.", fix: f, flag: resource.vcpu > 4}
                |                                                                                  ^^^^
              help: did you mean `vcpus`?
            """),
    ]
}
