extension WrongRule {
    /// Text that is no expression.
    static let expressionSyntaxTwo = [
        WrongRule(
            "contains between its operands", of: "instance",
            """
            flag: resource.name contains "web"
            """,
            """
            rules.yaml:9:25: error: `contains` is no operator
              9 |     flag: resource.name contains "web"
                |                         ^^^^^^^^
              help: functions are called after a dot: `.contains(…)`
            """),
        WrongRule(
            "if as a statement", of: "instance",
            """
            flag: if resource.vcpus > 2 then true
            """,
            """
            rules.yaml:9:11: error: `if` is a reserved word
              9 |     flag: if resource.vcpus > 2 then true
                |           ^^
              help: write `condition ? yes : no`
            """),
        WrongRule(
            "an if behind as in Python", of: "instance",
            """
            flag: '"a" if resource.vcpus > 2 else "b"'
            """,
            """
            rules.yaml:9:16: error: `if` is a reserved word
              9 |     flag: '"a" if resource.vcpus > 2 else "b"'
                |                ^^
              help: write `condition ? yes : no`
            """),
        WrongRule(
            "a comprehension of Python", of: "security_group",
            """
            flag: any(e.protocol == "tcp" for e in resource.ingress)
            """,
            """
            rules.yaml:9:35: error: `for` is a reserved word
              9 |     flag: any(e.protocol == "tcp" for e in resource.ingress)
                |                                   ^^^
              help: write `list.all(x, …)` or `list.exists(x, …)`
            """),
        WrongRule(
            "an arrow function", of: "security_group",
            """
            flag: 'resource.ingress.exists(e => e.protocol == "tcp")'
            """,
            """
            rules.yaml:9:38: error: `=>` is no operator
              9 |     flag: 'resource.ingress.exists(e => e.protocol == "tcp")'
                |                                      ^^
              help: write `>=`; the variable of a macro has a comma after it: `.all(x, …)`
            """),
        WrongRule(
            "an arrow of another language", of: "security_group",
            """
            flag: 'resource.ingress.exists(e -> e.protocol == "tcp")'
            """,
            """
            rules.yaml:9:38: error: `->` is no operator
              9 |     flag: 'resource.ingress.exists(e -> e.protocol == "tcp")'
                |                                      ^^
              help: the variable of a macro has a comma after it: `.all(x, …)`
            """),
        WrongRule(
            "an assignment", of: "instance",
            """
            flag: let x = resource.vcpus
            """,
            """
            rules.yaml:9:11: error: `let` is a reserved word
              9 |     flag: let x = resource.vcpus
                |           ^^^
              help: write `cel.bind(name, value, body)`
            """),
        WrongRule(
            "a statement's end", of: "instance",
            """
            flag: resource.vcpus > 2;
            """,
            """
            rules.yaml:9:29: error: `;` has no meaning here
              9 |     flag: resource.vcpus > 2;
                |                             ^
              help: an expression is one value and ends without `;`
            """),
        WrongRule(
            "a comment of YAML inside", of: "instance",
            """
            flag: |-
              resource.vcpus > 2 # many
            """,
            """
            rules.yaml:10:26: error: `#` begins no comment
              10 |       resource.vcpus > 2 # many
                 |                          ^
              help: a comment begins with `//`
            """),
        WrongRule(
            "a double quote that is not closed", of: "instance",
            """
            flag: resource.name == "web
            """,
            """
            rules.yaml:9:28: error: `"` is not closed
              9 |     flag: resource.name == "web
                |                            ^
              help: add `"` at the end of the text
            """),
        WrongRule(
            "a single quote that is not closed", of: "instance",
            """
            flag: |-
              resource.name == 'web
            """,
            """
            rules.yaml:10:24: error: `'` is not closed
              10 |       resource.name == 'web
                 |                        ^
              help: add `'` at the end of the text
            """),
        WrongRule(
            "quotes that do not match", of: "instance",
            """
            flag: |-
              resource.name == "web'
            """,
            """
            rules.yaml:10:24: error: `"` is not closed
              10 |       resource.name == "web'
                 |                        ^
              help: add `"` at the end of the text
            """),
        WrongRule(
            "a bracket that is not closed", of: "instance",
            """
            flag: resource.state in ["running", "stopped"
            """,
            """
            rules.yaml:9:29: error: `[` is not closed
              9 |     flag: resource.state in ["running", "stopped"
                |                             ^
              help: add `]`
            """),
        WrongRule(
            "a parenthesis that is not closed", of: "instance",
            """
            flag: (resource.vcpus > 2 && resource.name == "a"
            """,
            """
            rules.yaml:9:11: error: `(` is not closed
              9 |     flag: (resource.vcpus > 2 && resource.name == "a"
                |           ^
              help: add `)`
            """),
        WrongRule(
            "a parenthesis too many", of: "instance",
            """
            flag: resource.vcpus > 2)
            """,
            """
            rules.yaml:9:29: error: `)` closes nothing
              9 |     flag: resource.vcpus > 2)
                |                             ^
            """),
        WrongRule(
            "a bracket of another kind", of: "instance",
            """
            flag: resource.state in ("running", "stopped")
            """,
            """
            rules.yaml:9:39: error: `,` has no meaning here
              9 |     flag: resource.state in ("running", "stopped")
                |                                       ^
              help: a list is written `[a, b]`
            """),
        WrongRule(
            "a brace for a bracket", of: "instance",
            """
            flag: resource.state in {"running", "stopped"}
            """,
            """
            rules.yaml:9:30: error: the `:` after the key is missing
              9 |     flag: resource.state in {"running", "stopped"}
                |                              ^^^^^^^^^
              help: a list is written `[a, b]`, a map `{key: value}`
            """),
        WrongRule(
            "a missing operand behind", of: "instance",
            """
            flag: resource.vcpus >
            """,
            """
            rules.yaml:9:26: error: a value is missing after `>`
              9 |     flag: resource.vcpus >
                |                          ^
            """),
        WrongRule(
            "a missing operand before", of: "instance",
            """
            flag: '> 4'
            """,
            """
            rules.yaml:9:12: error: a value is missing before `>`
              9 |     flag: '> 4'
                |            ^
            """),
        WrongRule(
            "a missing operand between", of: "instance",
            """
            flag: resource.vcpus > && resource.name == "a"
            """,
            """
            rules.yaml:9:26: error: a value is missing after `>`
              9 |     flag: resource.vcpus > && resource.name == "a"
                |                          ^
            """),
    ]
}
