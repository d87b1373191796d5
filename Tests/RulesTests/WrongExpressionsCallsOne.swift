extension WrongRule {
    /// Functions and macros in expressions.
    static let expressionCallsOne = [
        WrongRule(
            "an unknown function", of: "instance",
            """
            flag: lenght(resource.name) > 4
            """,
            """
            rules.yaml:9:11: error: there is no function `lenght`
              9 |     flag: lenght(resource.name) > 4
                |           ^^^^^^
              help: write `size(x)`
            """),
        WrongRule(
            "a misspelt function", of: "instance",
            """
            flag: siez(resource.name) > 4
            """,
            """
            rules.yaml:9:11: error: there is no function `siez`
              9 |     flag: siez(resource.name) > 4
                |           ^^^^
              help: did you mean `size`?
            """),
        WrongRule(
            "a misspelt method", of: "instance",
            """
            flag: resource.name.startWith("web")
            """,
            """
            rules.yaml:9:25: error: there is no function `startWith`
              9 |     flag: resource.name.startWith("web")
                |                         ^^^^^^^^^
              help: did you mean `startsWith`?
            """),
        WrongRule(
            "a method in lower case", of: "instance",
            """
            flag: resource.name.startswith("web")
            """,
            """
            rules.yaml:9:25: error: there is no function `startswith`
              9 |     flag: resource.name.startswith("web")
                |                         ^^^^^^^^^^
              help: did you mean `startsWith`?
            """),
        WrongRule(
            "a method in snake case", of: "instance",
            """
            flag: resource.name.starts_with("web")
            """,
            """
            rules.yaml:9:25: error: there is no function `starts_with`
              9 |     flag: resource.name.starts_with("web")
                |                         ^^^^^^^^^^^
              help: did you mean `startsWith`?
            """),
        WrongRule(
            "a method of another language", of: "instance",
            """
            flag: resource.name.toLowerCase() == "web"
            """,
            """
            rules.yaml:9:25: error: there is no function `toLowerCase`
              9 |     flag: resource.name.toLowerCase() == "web"
                |                         ^^^^^^^^^^^
              help: write `.lowerAscii()`
            """),
        WrongRule(
            "a method of a list of another language", of: "instance",
            """
            flag: resource.product_codes.includes("a")
            """,
            """
            rules.yaml:9:34: error: there is no function `includes`
              9 |     flag: resource.product_codes.includes("a")
                |                                  ^^^^^^^^
              help: write `x in list`
            """),
        WrongRule(
            "any for exists", of: "security_group",
            """
            flag: resource.ingress.any(e, e.protocol == "tcp")
            """,
            """
            rules.yaml:9:28: error: there is no function `any`
              9 |     flag: resource.ingress.any(e, e.protocol == "tcp")
                |                            ^^^
              help: write `.exists(x, …)`
            """),
        WrongRule(
            "an operator of the match form", of: "instance",
            """
            flag: resource.vcpus.above(4)
            """,
            """
            rules.yaml:9:26: error: there is no function `above`
              9 |     flag: resource.vcpus.above(4)
                |                          ^^^^^
              help: write `>`
            """),
        WrongRule(
            "a list operator of the match form", of: "security_group",
            """
            flag: resource.ingress.some(e, e.protocol == "tcp")
            """,
            """
            rules.yaml:9:28: error: there is no function `some`
              9 |     flag: resource.ingress.some(e, e.protocol == "tcp")
                |                            ^^^^
              help: write `.exists(x, …)`
            """),
        WrongRule(
            "age in the words of the match form", of: "instance",
            """
            flag: resource.created.older_than("90d")
            """,
            """
            rules.yaml:9:28: error: there is no function `older_than`
              9 |     flag: resource.created.older_than("90d")
                |                            ^^^^^^^^^^
              help: write `.age() > "90d"`
            """),
        WrongRule(
            "empty of the match form", of: "instance",
            """
            flag: resource.tags.empty()
            """,
            """
            rules.yaml:9:25: error: there is no function `empty`
              9 |     flag: resource.tags.empty()
                |                         ^^^^^
              help: write `size(x) == 0`
            """),
        WrongRule(
            "length of a text", of: "instance",
            """
            flag: len(resource.name) > 3
            """,
            """
            rules.yaml:9:11: error: there is no function `len`
              9 |     flag: len(resource.name) > 3
                |           ^^^
              help: write `size(x)`
            """),
        WrongRule(
            "a method as a function", of: "instance",
            """
            flag: startsWith(resource.name, "web")
            """,
            """
            rules.yaml:9:11: error: `startsWith` stands behind a value
              9 |     flag: startsWith(resource.name, "web")
                |           ^^^^^^^^^^
              help: write `x.startsWith(…)`
            """),
        WrongRule(
            "a function of a namespace as a method", of: "instance",
            """
            flag: resource.vcpus.abs() > 4
            """,
            """
            rules.yaml:9:26: error: there is no function `abs`
              9 |     flag: resource.vcpus.abs() > 4
                |                          ^^^
              help: write `math.abs(x)`
            """),
        WrongRule(
            "a misspelt function of a namespace", of: "instance",
            """
            flag: math.greatst(resource.vcpus, 2) > 4
            """,
            """
            rules.yaml:9:11: error: there is no function `math.greatst`
              9 |     flag: math.greatst(resource.vcpus, 2) > 4
                |           ^^^^^^^^^^^^
              help: did you mean `math.greatest`?
            """),
        WrongRule(
            "a method that only texts have", of: "instance",
            """
            flag: resource.vcpus.startsWith("4")
            """,
            """
            rules.yaml:9:26: error: `startsWith` is a function of string values, not of an int
              9 |     flag: resource.vcpus.startsWith("4")
                |                          ^^^^^^^^^^
            """),
        WrongRule(
            "a method that only addresses have", of: "instance",
            """
            flag: resource.name.isPublic()
            """,
            """
            rules.yaml:9:25: error: `isPublic` is a function of ip, cidr and peer values, not of a string
              9 |     flag: resource.name.isPublic()
                |                         ^^^^^^^^
            """),
        WrongRule(
            "a method that only times have", of: "instance",
            """
            flag: resource.name.getFullYear() == 2026
            """,
            """
            rules.yaml:9:25: error: `getFullYear` is a function of timestamp values, not of a string
              9 |     flag: resource.name.getFullYear() == 2026
                |                         ^^^^^^^^^^^
            """),
        WrongRule(
            "an age of a text", of: "instance",
            """
            flag: resource.name.age() > "90d"
            """,
            """
            rules.yaml:9:25: error: `age` is a function of timestamp values, not of a string
              9 |     flag: resource.name.age() > "90d"
                |                         ^^^
            """),
        WrongRule(
            "text methods on an enumeration's name", of: "instance",
            """
            flag: resource.vcpus.matches("a")
            """,
            """
            rules.yaml:9:26: error: `matches` is a function of string values, not of an int
              9 |     flag: resource.vcpus.matches("a")
                |                          ^^^^^^^
            """),
    ]
}
