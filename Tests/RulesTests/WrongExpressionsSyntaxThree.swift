extension WrongRule {
    /// Text that is no expression.
    static let expressionSyntaxThree = [
        WrongRule(
            "&& at the end", of: "instance",
            """
            flag: resource.vcpus > 2 &&
            """,
            """
            rules.yaml:9:30: error: a value is missing after `&&`
              9 |     flag: resource.vcpus > 2 &&
                |                              ^^
            """),
        WrongRule(
            "an operator twice", of: "instance",
            """
            flag: resource.vcpus > > 2
            """,
            """
            rules.yaml:9:26: error: a value is missing after `>`
              9 |     flag: resource.vcpus > > 2
                |                          ^
            """),
        WrongRule(
            "a missing operator", of: "instance",
            """
            flag: resource.vcpus 4
            """,
            """
            rules.yaml:9:26: error: an operator is missing before `4`
              9 |     flag: resource.vcpus 4
                |                          ^
            """),
        WrongRule(
            "two conditions without an operator", of: "instance",
            """
            flag: resource.vcpus > 2 resource.name == "a"
            """,
            """
            rules.yaml:9:30: error: an operator is missing before `resource`
              9 |     flag: resource.vcpus > 2 resource.name == "a"
                |                              ^^^^^^^^
            """),
        WrongRule(
            "a comma between conditions", of: "instance",
            """
            flag: resource.vcpus > 2, resource.name == "a"
            """,
            """
            rules.yaml:9:29: error: `,` has no meaning here
              9 |     flag: resource.vcpus > 2, resource.name == "a"
                |                             ^
              help: a list is written `[a, b]`
            """),
        WrongRule(
            "a dot at the end", of: "instance",
            """
            flag: resource.
            """,
            """
            rules.yaml:9:19: error: the name of a field is missing after `.`
              9 |     flag: resource.
                |                   ^
            """),
        WrongRule(
            "two dots", of: "instance",
            """
            flag: resource..name == "a"
            """,
            """
            rules.yaml:9:19: error: the name of a field is missing after `.`
              9 |     flag: resource..name == "a"
                |                   ^
            """),
        WrongRule(
            "a dot before the index", of: "security_group",
            """
            flag: resource.ingress.[0].protocol == "tcp"
            """,
            """
            rules.yaml:9:27: error: a dot before `[`
              9 |     flag: resource.ingress.[0].protocol == "tcp"
                |                           ^
              help: write `a[0]`
            """),
        WrongRule(
            "an element by a number behind a dot", of: "security_group",
            """
            flag: resource.ingress.0.protocol == "tcp"
            """,
            """
            rules.yaml:9:27: error: the name of a field does not begin with a digit
              9 |     flag: resource.ingress.0.protocol == "tcp"
                |                           ^^
              help: write `[0]` for the element at index 0
            """),
        WrongRule(
            "brackets without an index", of: "security_group",
            """
            flag: resource.ingress[].protocol == "tcp"
            """,
            """
            rules.yaml:9:27: error: a value is missing between `[` and `]`
              9 |     flag: resource.ingress[].protocol == "tcp"
                |                           ^^
            """),
        WrongRule(
            "brackets with a star", of: "security_group",
            """
            flag: resource.ingress[*].protocol == "tcp"
            """,
            """
            rules.yaml:9:28: error: a value is missing before `*`
              9 |     flag: resource.ingress[*].protocol == "tcp"
                |                            ^
            """),
        WrongRule(
            "an empty text", of: "instance",
            """
            flag: ""
            """,
            """
            rules.yaml:9:12: error: the expression is empty
              9 |     flag: ""
                |            ^
            """),
        WrongRule(
            "an expression of spaces", of: "instance",
            """
            flag: '   '
            """,
            """
            rules.yaml:9:12: error: the expression is empty
              9 |     flag: '   '
                |            ^^^
            """),
        WrongRule(
            "an expression of a comment", of: "instance",
            """
            flag: '// nothing'
            """,
            """
            rules.yaml:9:12: error: the expression is empty
              9 |     flag: '// nothing'
                |            ^^^^^^^^^^
            """),
        WrongRule(
            "a minus of typography", of: "instance",
            """
            flag: resource.vcpus > 5 − 2
            """,
            """
            rules.yaml:9:30: error: `−` (U+2212) is no operator
              9 |     flag: resource.vcpus > 5 − 2
                |                              ^
              help: write `-`
            """),
        WrongRule(
            "quotes of typography", of: "instance",
            """
            flag: resource.name == “web”
            """,
            """
            rules.yaml:9:28: error: `“` (U+201C) is no quotation mark here
              9 |     flag: resource.name == “web”
                |                            ^
              help: write `"`
            """),
        WrongRule(
            "single quotes of typography", of: "instance",
            """
            flag: resource.name == ‘web’
            """,
            """
            rules.yaml:9:28: error: `‘` (U+2018) is no quotation mark here
              9 |     flag: resource.name == ‘web’
                |                            ^
              help: write `'`
            """),
        WrongRule(
            "an order sign of typography", of: "instance",
            """
            flag: resource.vcpus ≥ 2
            """,
            """
            rules.yaml:9:26: error: `≥` (U+2265) is no operator
              9 |     flag: resource.vcpus ≥ 2
                |                          ^
              help: write `>=`
            """),
        WrongRule(
            "an ampersand of HTML", of: "instance",
            """
            flag: resource.vcpus > 2 &amp;&amp; resource.name == "a"
            """,
            """
            rules.yaml:9:30: error: `&` is no operator
              9 |     flag: resource.vcpus > 2 &amp;&amp; resource.name == "a"
                |                              ^
              help: write `&&`
            rules.yaml:9:34: error: `;` has no meaning here
              9 |     flag: resource.vcpus > 2 &amp;&amp; resource.name == "a"
                |                                  ^
              help: an expression is one value and ends without `;`
            """),
        WrongRule(
            "a no-break space", of: "instance",
            """
            flag: resource.vcpus\u{A0}> 2
            """,
            """
            rules.yaml:9:25: error: the character U+00A0 is no ordinary space
              9 |     flag: resource.vcpus\u{A0}> 2
                |                         ^
              help: write an ordinary space
            """),
    ]
}
