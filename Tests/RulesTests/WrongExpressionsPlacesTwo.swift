extension WrongRule {
    /// Places in every style of YAML text.
    static let expressionPlacesTwo = [
        WrongRule(
            "a comment within a block", of: "instance",
            """
            flag: |-
              resource.vcpus > 4 // many
              && resource.nmae == "a"
            """,
            """
            rules.yaml:11:19: error: `instance` has no field `nmae`
              11 |       && resource.nmae == "a"
                 |                   ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "tabs within a block", of: "instance",
            """
            flag: |-
              resource.vcpus > 4
              \t&& resource.nmae == "a"
            """,
            """
            rules.yaml:11:20: error: `instance` has no field `nmae`
              11 |           && resource.nmae == "a"
                 |                       ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "letters beyond ASCII before the place", of: "instance",
            """
            flag: resource.name != "Grüße 東京" && resource.nmae == "a"
            """,
            """
            rules.yaml:9:51: error: `instance` has no field `nmae`
              9 |     flag: resource.name != "Grüße 東京" && resource.nmae == "a"
                |                                                     ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "an emoji before the place", of: "instance",
            """
            flag: 'resource.name != "🚀" && resource.nmae == "a"'
            """,
            """
            rules.yaml:9:45: error: `instance` has no field `nmae`
              9 |     flag: 'resource.name != "🚀" && resource.nmae == "a"'
                |                                              ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "letters beyond ASCII in a block", of: "instance",
            """
            flag: |-
              resource.name != "Grüße"
              && resource.name != "東京" && resource.nmae == "a"
            """,
            """
            rules.yaml:11:44: error: `instance` has no field `nmae`
              11 |       && resource.name != "東京" && resource.nmae == "a"
                 |                                              ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a sequence in brackets", of: "instance",
            """
            flag: {any: [resource.vcpus > 4, resource.nmae == "a"]}
            """,
            """
            rules.yaml:9:47: error: `instance` has no field `nmae`
              9 |     flag: {any: [resource.vcpus > 4, resource.nmae == "a"]}
                |                                               ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "quotes in a sequence in brackets", of: "instance",
            """
            flag: {any: ['resource.vcpus > 4', "resource.nmae == 'a'"]}
            """,
            """
            rules.yaml:9:50: error: `instance` has no field `nmae`
              9 |     flag: {any: ['resource.vcpus > 4', "resource.nmae == 'a'"]}
                |                                                  ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a sequence of lines", of: "instance",
            """
            flag:
              any:
                - resource.vcpus > 4
                - resource.nmae == "a"
            """,
            """
            rules.yaml:12:20: error: `instance` has no field `nmae`
              12 |         - resource.nmae == "a"
                 |                    ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a mapping in braces", of: "instance",
            """
            flag: {not: resource.nmae == "a", vcpus: 4}
            """,
            """
            rules.yaml:9:26: error: `instance` has no field `nmae`
              9 |     flag: {not: resource.nmae == "a", vcpus: 4}
                |                          ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "an element's condition in a mapping", of: "security_group",
            """
            flag: {ingress: {some: it.protcol == "tcp"}}
            """,
            """
            rules.yaml:9:31: error: `security_group.ingress` has no field `protcol`
              9 |     flag: {ingress: {some: it.protcol == "tcp"}}
                |                               ^^^^^^^
              help: did you mean `protocol`?
            """),
        WrongRule(
            "an element's condition in a block", of: "security_group",
            """
            flag:
              ingress:
                every: |-
                  it.protocol == "tcp"
                  && it.protcol == "udp"
            """,
            """
            rules.yaml:13:17: error: `security_group.ingress` has no field `protcol`
              13 |           && it.protcol == "udp"
                 |                 ^^^^^^^
              help: did you mean `protocol`?
            """),
        WrongRule(
            "a condition in all of them", of: "instance",
            """
            flag:
              all:
                - state: running
                - not: >-
                    resource.vcpus > 4
                    || resource.nmae == "a"
            """,
            """
            rules.yaml:14:25: error: `instance` has no field `nmae`
              14 |             || resource.nmae == "a"
                 |                         ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "an anchor before the text", of: "instance",
            """
            when: &mine resource.nmae == "a"
            flag: resource.vcpus > 4
            """,
            """
            rules.yaml:9:26: error: `instance` has no field `nmae`
              9 |     when: &mine resource.nmae == "a"
                |                          ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a tag before the text", of: "instance",
            """
            flag: !!str resource.nmae == "a"
            """,
            """
            rules.yaml:9:26: error: `instance` has no field `nmae`
              9 |     flag: !!str resource.nmae == "a"
                |                          ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "an expression longer than a line shows", of: "instance",
            """
            flag: resource.name != "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" && resource.nmae == "a"
            """,
            """
            rules.yaml:9:151: error: `instance` has no field `nmae`
              9 | …aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" && resource.nmae == "a"
                |                                                                                  ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "an error at the end of a block", of: "instance",
            """
            flag: |
              resource.vcpus > 4 &&
            """,
            """
            rules.yaml:10:26: error: a value is missing after `&&`
              10 |       resource.vcpus > 4 &&
                 |                          ^^
            """),
        WrongRule(
            "a bracket that is not closed on a line before", of: "instance",
            """
            flag: |-
              resource.state in ["running",
                "stopped"
            """,
            """
            rules.yaml:10:25: error: `[` is not closed
              10 |       resource.state in ["running",
                 |                         ^
              help: add `]`
            """),
        WrongRule(
            "line ends of Windows",
            """
            rules:\r
              - id: my-rule\r
                title: A rule\r
                resource: instance\r
                category: security\r
                severity: low\r
                message: "{{ resource }}"\r
                fix: Mend it.\r
                flag: |-\r
                  resource.vcpus > 4\r
                  && resource.nmae == "a"\r
            """,
            """
            rules.yaml:11:19: error: `instance` has no field `nmae`
              11 |       && resource.nmae == "a"
                 |                   ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "line ends of Windows in a folded block",
            """
            rules:\r
              - id: my-rule\r
                title: A rule\r
                resource: instance\r
                category: security\r
                severity: low\r
                message: "{{ resource }}"\r
                fix: Mend it.\r
                flag: >-\r
                  resource.vcpus > 4\r
                  && resource.nmae == "a"\r
            """,
            """
            rules.yaml:11:19: error: `instance` has no field `nmae`
              11 |       && resource.nmae == "a"
                 |                   ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a byte order mark",
            """
            \u{FEFF}rules:
              - {id: my-rule, title: A rule, resource: instance, category: security, severity: low, message: m, fix: f, flag: resource.nmae == "a"}
            """,
            """
            rules.yaml:2:124: error: `instance` has no field `nmae`
              2 | …instance, category: security, severity: low, message: m, fix: f, flag: resource.nmae == "a"}
                |                                                                                  ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a file of JSON",
            """
            {"rules": [{"id": "my-rule", "title": "A rule", "resource": "instance", "category": "security",
              "severity": "low", "message": "m", "fix": "f", "flag": "resource.name == \\"a\\" && resource.nmae == \\"b\\""}]}
            """,
            """
            rules.yaml:2:94: error: `instance` has no field `nmae`
              2 | … "low", "message": "m", "fix": "f", "flag": "resource.name == \\"a\\" && resource.nmae == \\"b\\""}]}
                |                                                                                  ^^^^
              help: did you mean `name`?
            """),
    ]
}
