extension WrongRule {
    /// Text that is no expression.
    static let expressionSyntaxFour = [
        WrongRule(
            "a zero-width space", of: "instance",
            """
            flag: resource.vcpus\u{200B} > 2
            """,
            """
            rules.yaml:9:25: error: the invisible character U+200B has no meaning here
              9 |     flag: resource.vcpus\u{200B} > 2
                |                         ^
              help: remove it
            """),
        WrongRule(
            "a letter of another alphabet", of: "instance",
            """
            flag: resource.nаme == "a"
            """,
            """
            rules.yaml:9:20: error: the name `nаme` has the letter `а` (U+0430)
              9 |     flag: resource.nаme == "a"
                |                    ^^^^
              help: names are made of the letters a to z and A to Z, digits and `_`; text is written in quotes
            """),
        WrongRule(
            "a unit outside quotes", of: "instance",
            """
            flag: resource.created.age() > 90d
            """,
            """
            rules.yaml:9:36: error: `90d` is no number
              9 |     flag: resource.created.age() > 90d
                |                                    ^^^
              help: units are written in quotes: `"90d"`
            """),
        WrongRule(
            "an address outside quotes", of: "instance",
            """
            flag: resource.private_ip.within(10.0.0.0/8)
            """,
            """
            rules.yaml:9:38: error: `10.0.0.0/8` is no number
              9 |     flag: resource.private_ip.within(10.0.0.0/8)
                |                                      ^^^^^^^^^^
              help: addresses and versions are written in quotes: `"10.0.0.0/8"`
            """),
        WrongRule(
            "a time outside quotes", of: "instance",
            """
            flag: resource.created < 2026-01-31T12:00:00Z
            """,
            """
            rules.yaml:9:30: error: the time `2026-01-31T12:00:00Z` stands outside quotes
              9 |     flag: resource.created < 2026-01-31T12:00:00Z
                |                              ^^^^^^^^^^^^^^^^^^^^
              help: write `timestamp("…")`
            """),
        WrongRule(
            "a percent sign", of: "instance",
            """
            flag: resource.vcpus > 50%
            """,
            """
            rules.yaml:9:30: error: a value is missing after `%`
              9 |     flag: resource.vcpus > 50%
                |                              ^
            """),
        WrongRule(
            "a thousands separator", of: "instance",
            """
            flag: resource.vcpus > 1_000
            """,
            """
            rules.yaml:9:28: error: `1_000` is no number
              9 |     flag: resource.vcpus > 1_000
                |                            ^^^^^
              help: write `1000`
            """),
        WrongRule(
            "an increment", of: "instance",
            """
            flag: resource.vcpus++ > 2
            """,
            """
            rules.yaml:9:25: error: `++` is no operator
              9 |     flag: resource.vcpus++ > 2
                |                         ^^
            """),
        WrongRule(
            "a plus before a number", of: "instance",
            """
            flag: resource.vcpus > +2
            """,
            """
            rules.yaml:9:28: error: `+` is no sign
              9 |     flag: resource.vcpus > +2
                |                            ^
              help: write the number without `+`
            """),
        WrongRule(
            "a wrong escape", of: "instance",
            """
            flag: |-
              resource.name == "C:\\web"
            """,
            """
            rules.yaml:10:27: error: `\\w` is no escape
              10 |       resource.name == "C:\\web"
                 |                           ^^
              help: write `\\\\w`, or put `r` before the quotes for text without escapes
            """),
        WrongRule(
            "a wrong escape in a pattern", of: "instance",
            """
            flag: |-
              resource.name.matches("web\\.example")
            """,
            """
            rules.yaml:10:33: error: `\\.` is no escape
              10 |       resource.name.matches("web\\.example")
                 |                                 ^^
              help: write `\\\\.`, or put `r` before the quotes for text without escapes
            """),
        WrongRule(
            "a reserved word as a name", of: "instance",
            """
            flag: resource.vcpus > var
            """,
            """
            rules.yaml:9:28: error: `var` is a reserved word
              9 |     flag: resource.vcpus > var
                |                            ^^^
              help: write `cel.bind(name, value, body)`
            """),
        WrongRule(
            "holes of a message in a condition", of: "instance",
            """
            flag: '{{ resource.vcpus }} > 2'
            """,
            """
            rules.yaml:9:12: error: `{{` has no meaning here
              9 |     flag: '{{ resource.vcpus }} > 2'
                |            ^^
              help: holes stand in messages; write the expression alone
            """),
        WrongRule(
            "a match form written in an expression", of: "instance",
            """
            flag: 'vcpus: {above: 4}'
            """,
            """
            rules.yaml:9:17: error: `:` has no meaning here
              9 |     flag: 'vcpus: {above: 4}'
                |                 ^
              help: `==` compares; a mapping of fields stands without quotes around it
            """),
        WrongRule(
            "a colon for a comparison", of: "instance",
            """
            flag: 'resource.state: "running"'
            """,
            """
            rules.yaml:9:26: error: `:` has no meaning here
              9 |     flag: 'resource.state: "running"'
                |                          ^
              help: `==` compares; a mapping of fields stands without quotes around it
            """),
        WrongRule(
            "a map with =", of: "security_group",
            """
            flag: 'resource.ingress.admits({"source" = "internet"})'
            """,
            """
            rules.yaml:9:46: error: `=` does not stand between key and value
              9 |     flag: 'resource.ingress.admits({"source" = "internet"})'
                |                                              ^
              help: write `:`
            """),
        WrongRule(
            "a map with names for keys and no value", of: "security_group",
            """
            flag: 'resource.ingress.admits({"source"})'
            """,
            """
            rules.yaml:9:37: error: the `:` after the key is missing
              9 |     flag: 'resource.ingress.admits({"source"})'
                |                                     ^^^^^^^^
              help: a list is written `[a, b]`, a map `{key: value}`
            """),
        WrongRule(
            "two question marks", of: "instance",
            """
            flag: 'resource.vcpus > 2 ? true'
            """,
            """
            rules.yaml:9:31: error: `?` without `:`
              9 |     flag: 'resource.vcpus > 2 ? true'
                |                               ^
              help: write `condition ? yes : no`
            """),
    ]
}
