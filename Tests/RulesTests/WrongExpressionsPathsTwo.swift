extension WrongRule {
    /// References, optional values and conditions that are none.
    static let expressionPathsTwo = [
        WrongRule(
            "optional chaining of another language", of: "instance",
            """
            flag: resource?.name == "a"
            """,
            """
            rules.yaml:9:19: error: `?` without `:`
              9 |     flag: resource?.name == "a"
                |                   ^
              help: optional selection is written `a.?b`
            """),
        WrongRule(
            "a value for nothing as other languages have it", of: "instance",
            """
            flag: (resource.name ?? "none") == "a"
            """,
            """
            rules.yaml:9:26: error: `??` is no operator
              9 |     flag: (resource.name ?? "none") == "a"
                |                          ^^
              help: write `has(x.y) ? x.y : other`
            """),
        WrongRule(
            "a condition that is a text", of: "instance",
            """
            flag: resource.name
            """,
            """
            rules.yaml:9:11: error: a condition is true or false, and this is a string
              9 |     flag: resource.name
                |           ^^^^^^^^^^^^^
              help: compare it with something: `… == …`
            """),
        WrongRule(
            "a condition that is a number", of: "instance",
            """
            flag: resource.vcpus
            """,
            """
            rules.yaml:9:11: error: a condition is true or false, and this is an int
              9 |     flag: resource.vcpus
                |           ^^^^^^^^^^^^^^
              help: compare it with something: `… == …`
            """),
        WrongRule(
            "a condition that is a constant text", of: "instance",
            """
            flag: '"resource.vcpus > 4"'
            """,
            """
            rules.yaml:9:12: error: a condition is true or false, and this is a string
              9 |     flag: '"resource.vcpus > 4"'
                |            ^^^^^^^^^^^^^^^^^^^^
              help: quotes within make it a text: leave them out
            """),
        WrongRule(
            "a condition that is an enumeration", of: "instance",
            """
            flag: resource.state
            """,
            """
            rules.yaml:9:11: error: a condition is true or false, and this is an enum
              9 |     flag: resource.state
                |           ^^^^^^^^^^^^^^
              help: compare it with something: `… == …`
            """),
        WrongRule(
            "a condition that is a list", of: "instance",
            """
            flag: resource.security_groups
            """,
            """
            rules.yaml:9:11: error: a condition is true or false, and this is a list
              9 |     flag: resource.security_groups
                |           ^^^^^^^^^^^^^^^^^^^^^^^^
              help: write `size(…) > 0`, or ask for an element with `.exists(x, …)`
            """),
        WrongRule(
            "a condition that is a map", of: "instance",
            """
            flag: resource.tags
            """,
            """
            rules.yaml:9:11: error: a condition is true or false, and this is a map
              9 |     flag: resource.tags
                |           ^^^^^^^^^^^^^
              help: write `size(…) > 0`, or ask for an element with `.exists(x, …)`
            """),
        WrongRule(
            "a condition that is a record", of: "instance",
            """
            flag: resource.metadata_options
            """,
            """
            rules.yaml:9:11: error: a condition is true or false, and this is a record
              9 |     flag: resource.metadata_options
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^
              help: ask for one of its fields
            """),
        WrongRule(
            "a condition that is the resource", of: "instance",
            """
            flag: resource
            """,
            """
            rules.yaml:9:11: error: a condition is true or false, and this is an instance
              9 |     flag: resource
                |           ^^^^^^^^
              help: ask for one of its fields
            """),
        WrongRule(
            "a condition that is null", of: "instance",
            """
            flag: '(null)'
            """,
            """
            rules.yaml:9:13: error: a condition is true or false, and this is null
              9 |     flag: '(null)'
                |             ^^^^
            """),
        WrongRule(
            "a condition that is a reference", of: "instance",
            """
            flag: resource.vpc
            """,
            """
            rules.yaml:9:11: error: a condition is true or false, and this is a reference to a vpc
              9 |     flag: resource.vpc
                |           ^^^^^^^^^^^^
              help: compare it with something: `… == …`
            """),
        WrongRule(
            "a condition that is a time", of: "instance",
            """
            flag: resource.created
            """,
            """
            rules.yaml:9:11: error: a condition is true or false, and this is a timestamp
              9 |     flag: resource.created
                |           ^^^^^^^^^^^^^^^^
              help: compare it with something: `… == …`
            """),
        WrongRule(
            "a condition that is a filter", of: "security_group",
            """
            flag: resource.ingress.filter(e, e.protocol == "tcp")
            """,
            """
            rules.yaml:9:11: error: a condition is true or false, and this is a list
              9 |     flag: resource.ingress.filter(e, e.protocol == "tcp")
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: write `size(…) > 0`, or ask for an element with `.exists(x, …)`
            """),
        WrongRule(
            "a condition that is a size", of: "instance",
            """
            flag: size(resource.tags)
            """,
            """
            rules.yaml:9:11: error: a condition is true or false, and this is an int
              9 |     flag: size(resource.tags)
                |           ^^^^^^^^^^^^^^^^^^^
              help: compare it with something: `… == …`
            """),
        WrongRule(
            "a condition that is an address", of: "instance",
            """
            flag: resource.private_ip
            """,
            """
            rules.yaml:9:11: error: a condition is true or false, and this is an ip
              9 |     flag: resource.private_ip
                |           ^^^^^^^^^^^^^^^^^^^
              help: compare it with something: `… == …`
            """),
        WrongRule(
            "an operand of && that is a text", of: "instance",
            """
            flag: resource.ebs_optimized && resource.name
            """,
            """
            rules.yaml:9:37: error: `&&` needs a bool, not a string
              9 |     flag: resource.ebs_optimized && resource.name
                |                                     ^^^^^^^^^^^^^
              help: compare it: `… == "…"`
            """),
        WrongRule(
            "an operand of || that is a value", of: "instance",
            """
            flag: resource.state == "running" || "stopped"
            """,
            """
            rules.yaml:9:42: error: `||` needs a bool, not a string
              9 |     flag: resource.state == "running" || "stopped"
                |                                          ^^^^^^^^^
              help: compare it: `… == "…"`
            """),
        WrongRule(
            "an operand of && that is a number", of: "instance",
            """
            flag: resource.vcpus && resource.name == "a"
            """,
            """
            rules.yaml:9:11: error: `&&` needs a bool, not an int
              9 |     flag: resource.vcpus && resource.name == "a"
                |           ^^^^^^^^^^^^^^
              help: compare it: `… > …`
            """),
        WrongRule(
            "an operand of && that is a list", of: "instance",
            """
            flag: resource.security_groups && resource.vcpus > 2
            """,
            """
            rules.yaml:9:11: error: `&&` needs a bool, not a list
              9 |     flag: resource.security_groups && resource.vcpus > 2
                |           ^^^^^^^^^^^^^^^^^^^^^^^^
              help: write `size(…) > 0`
            """),
    ]
}
