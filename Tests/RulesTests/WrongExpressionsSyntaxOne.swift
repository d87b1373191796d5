extension WrongRule {
    /// Text that is no expression.
    static let expressionSyntaxOne = [
        WrongRule(
            "one equals sign", of: "instance",
            """
            flag: resource.state = "running"
            """,
            """
            rules.yaml:9:26: error: `=` is no operator
              9 |     flag: resource.state = "running"
                |                          ^
              help: write `==`
            """),
        WrongRule(
            "three equals signs", of: "instance",
            """
            flag: resource.state === "running"
            """,
            """
            rules.yaml:9:26: error: `===` is no operator
              9 |     flag: resource.state === "running"
                |                          ^^^
              help: write `==`
            """),
        WrongRule(
            "not equal as in SQL", of: "instance",
            """
            flag: resource.state <> "running"
            """,
            """
            rules.yaml:9:26: error: `<>` is no operator
              9 |     flag: resource.state <> "running"
                |                          ^^
              help: write `!=`
            """),
        WrongRule(
            "and in words", of: "instance",
            """
            flag: resource.vcpus > 2 and resource.name == "a"
            """,
            """
            rules.yaml:9:30: error: `and` is no operator
              9 |     flag: resource.vcpus > 2 and resource.name == "a"
                |                              ^^^
              help: write `&&`
            """),
        WrongRule(
            "or in words", of: "instance",
            """
            flag: resource.vcpus > 2 or resource.name == "a"
            """,
            """
            rules.yaml:9:30: error: `or` is no operator
              9 |     flag: resource.vcpus > 2 or resource.name == "a"
                |                              ^^
              help: write `||`
            """),
        WrongRule(
            "not in words", of: "instance",
            """
            flag: not resource.ebs_optimized
            """,
            """
            rules.yaml:9:11: error: `not` is no operator
              9 |     flag: not resource.ebs_optimized
                |           ^^^
              help: write `!`, and `!(…)` before more than one value
            """),
        WrongRule(
            "AND as in SQL", of: "instance",
            """
            flag: resource.vcpus > 2 AND resource.name == "a"
            """,
            """
            rules.yaml:9:30: error: `AND` is no operator
              9 |     flag: resource.vcpus > 2 AND resource.name == "a"
                |                              ^^^
              help: write `&&`
            """),
        WrongRule(
            "one ampersand", of: "instance",
            """
            flag: resource.vcpus > 2 & resource.name == "a"
            """,
            """
            rules.yaml:9:30: error: `&` is no operator
              9 |     flag: resource.vcpus > 2 & resource.name == "a"
                |                              ^
              help: write `&&`
            """),
        WrongRule(
            "one bar", of: "instance",
            """
            flag: resource.vcpus > 2 | resource.name == "a"
            """,
            """
            rules.yaml:9:30: error: `|` is no operator
              9 |     flag: resource.vcpus > 2 | resource.name == "a"
                |                              ^
              help: write `||`
            """),
        WrongRule(
            "not in", of: "instance",
            """
            flag: resource.state not in ["running"]
            """,
            """
            rules.yaml:9:26: error: `not in` is no operator
              9 |     flag: resource.state not in ["running"]
                |                          ^^^^^^
              help: write `!(value in list)`
            """),
        WrongRule(
            "is null", of: "instance",
            """
            flag: resource.name is null
            """,
            """
            rules.yaml:9:25: error: `is` is no operator
              9 |     flag: resource.name is null
                |                         ^^
              help: write `==`
            """),
        WrongRule(
            "is not null", of: "instance",
            """
            flag: resource.name is not null
            """,
            """
            rules.yaml:9:25: error: `is not` is no operator
              9 |     flag: resource.name is not null
                |                         ^^^^^^
              help: write `!=`
            """),
        WrongRule(
            "None of Python", of: "instance",
            """
            flag: resource.name == None
            """,
            """
            rules.yaml:9:28: error: there is no `None`
              9 |     flag: resource.name == None
                |                            ^^^^
              help: write `null`
            """),
        WrongRule(
            "True of Python", of: "instance",
            """
            flag: resource.ebs_optimized == True
            """,
            """
            rules.yaml:9:37: error: there is no `True`
              9 |     flag: resource.ebs_optimized == True
                |                                     ^^^^
              help: write `true`
            """),
        WrongRule(
            "nil", of: "instance",
            """
            flag: resource.name == nil
            """,
            """
            rules.yaml:9:28: error: there is no `nil`
              9 |     flag: resource.name == nil
                |                            ^^^
              help: write `null`
            """),
        WrongRule(
            "undefined", of: "instance",
            """
            flag: resource.name != undefined
            """,
            """
            rules.yaml:9:28: error: there is no `undefined`
              9 |     flag: resource.name != undefined
                |                            ^^^^^^^^^
              help: write `null`
            """),
        WrongRule(
            "like as in SQL", of: "instance",
            """
            flag: resource.name like "web%"
            """,
            """
            rules.yaml:9:25: error: `like` is no operator
              9 |     flag: resource.name like "web%"
                |                         ^^^^
              help: write `text.contains("…")`, or `text.matches("pattern")`
            """),
        WrongRule(
            "between as in SQL", of: "instance",
            """
            flag: resource.vcpus between 2 and 4
            """,
            """
            rules.yaml:9:26: error: `between` is no operator
              9 |     flag: resource.vcpus between 2 and 4
                |                          ^^^^^^^
              help: write `a <= x && x <= b`
            """),
        WrongRule(
            "a pattern operator", of: "instance",
            """
            flag: resource.name =~ "web"
            """,
            """
            rules.yaml:9:25: error: `=~` is no operator
              9 |     flag: resource.name =~ "web"
                |                         ^^
              help: write `text.matches("pattern")`
            """),
        WrongRule(
            "a function between its operands", of: "instance",
            """
            flag: resource.name startsWith "web"
            """,
            """
            rules.yaml:9:25: error: `startsWith` is no operator
              9 |     flag: resource.name startsWith "web"
                |                         ^^^^^^^^^^
              help: functions are called after a dot: `.startsWith(…)`
            """),
    ]
}
