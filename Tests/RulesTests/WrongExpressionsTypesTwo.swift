extension WrongRule {
    /// Values of types that do not go together, in expressions.
    static let expressionTypesTwo = [
        WrongRule(
            "a time compared with a number", of: "instance",
            """
            flag: resource.created > 2026
            """,
            """
            rules.yaml:9:11: error: a timestamp cannot be compared with an int
              9 |     flag: resource.created > 2026
                |           ^^^^^^^^^^^^^^^^^^^^^^^
              help: a time is written `"2026-01-31T12:00:00Z"`
            """),
        WrongRule(
            "a time compared with a span", of: "instance",
            """
            flag: resource.created > "90d"
            """,
            """
            rules.yaml:9:30: error: `90d` is not of type timestamp
              9 |     flag: resource.created > "90d"
                |                              ^^^^^
              help: an age is asked for with `older_than: 90d` or `.age() > "90d"`
            """),
        WrongRule(
            "a duration compared with a number", of: "bucket",
            """
            flag: resource.lifecycle.exists(l, l.prefix > 3)
            """,
            """
            rules.yaml:9:40: error: a string cannot be compared with an int
              9 |     flag: resource.lifecycle.exists(l, l.prefix > 3)
                |                                        ^^^^^^^^^^^^
              help: text is written in quotes: `"3"`
            """),
        WrongRule(
            "null compared with a literal", of: "instance",
            """
            flag: '"a" == null'
            """,
            """
            rules.yaml:9:12: error: a string cannot be compared with null
              9 |     flag: '"a" == null'
                |            ^^^^^^^^^^^
            """),
        WrongRule(
            "null in an order", of: "instance",
            """
            flag: resource.vcpus > null
            """,
            """
            rules.yaml:9:11: error: null has no order
              9 |     flag: resource.vcpus > null
                |           ^^^^^^^^^^^^^^^^^^^^^
              help: `== null` asks whether there is no value
            """),
        WrongRule(
            "a text in a text", of: "instance",
            """
            flag: '"web" in resource.name'
            """,
            """
            rules.yaml:9:21: error: `in` needs a list or a map, not a string
              9 |     flag: '"web" in resource.name'
                |                     ^^^^^^^^^^^^^
              help: write `text.contains("…")`
            """),
        WrongRule(
            "a number in a list of texts", of: "instance",
            """
            flag: 4 in resource.product_codes
            """,
            """
            rules.yaml:9:16: error: an element of this list is a string, never an int
              9 |     flag: 4 in resource.product_codes
                |                ^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "a list in a list", of: "instance",
            """
            flag: resource.product_codes in ["a", "b"]
            """,
            """
            rules.yaml:9:11: error: `in` looks for one value, not for a list
              9 |     flag: resource.product_codes in ["a", "b"]
                |           ^^^^^^^^^^^^^^^^^^^^^^
              help: ask for an element: `list.exists(x, x in […])`
            """),
        WrongRule(
            "in something that is no list", of: "instance",
            """
            flag: resource.vcpus in 4
            """,
            """
            rules.yaml:9:29: error: `in` needs a list or a map, not an int
              9 |     flag: resource.vcpus in 4
                |                             ^
              help: a list is written `[a, b]`
            """),
        WrongRule(
            "a text and a number added", of: "instance",
            """
            flag: resource.name + 4 == "web4"
            """,
            """
            rules.yaml:9:11: error: `+` does not take a string and an int
              9 |     flag: resource.name + 4 == "web4"
                |           ^^^^^^^^^^^^^^^^^
              help: convert the other: `string(x)`
            """),
        WrongRule(
            "a text minus a text", of: "instance",
            """
            flag: resource.name - "web" == ""
            """,
            """
            rules.yaml:9:11: error: `-` does not take a string and a string
              9 |     flag: resource.name - "web" == ""
                |           ^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "times added", of: "instance",
            """
            flag: resource.created + resource.launched > now
            """,
            """
            rules.yaml:9:11: error: `+` does not take a timestamp and a timestamp
              9 |     flag: resource.created + resource.launched > now
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "a bool negated by a minus", of: "instance",
            """
            flag: -resource.ebs_optimized
            """,
            """
            rules.yaml:9:12: error: `-` needs a number, not a bool
              9 |     flag: -resource.ebs_optimized
                |            ^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "a number negated by !", of: "instance",
            """
            flag: '!resource.vcpus'
            """,
            """
            rules.yaml:9:13: error: `!` needs a bool, not an int
              9 |     flag: '!resource.vcpus'
                |             ^^^^^^^^^^^^^^
              help: compare it: `… > …`
            """),
        WrongRule(
            "a text negated by !", of: "instance",
            """
            flag: '!resource.name'
            """,
            """
            rules.yaml:9:13: error: `!` needs a bool, not a string
              9 |     flag: '!resource.name'
                |             ^^^^^^^^^^^^^
              help: compare it: `… == "…"`
            """),
        WrongRule(
            "a list negated by !", of: "instance",
            """
            flag: '!resource.security_groups'
            """,
            """
            rules.yaml:9:13: error: `!` needs a bool, not a list
              9 |     flag: '!resource.security_groups'
                |             ^^^^^^^^^^^^^^^^^^^^^^^^
              help: write `size(…) > 0`
            """),
        WrongRule(
            "two results of different types", of: "instance",
            """
            flag: '(resource.vcpus > 2 ? "a" : 3) == "a"'
            """,
            """
            rules.yaml:9:13: error: the two results of `?:` have different types: string and int
              9 |     flag: '(resource.vcpus > 2 ? "a" : 3) == "a"'
                |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "a condition of ?: that is a number", of: "instance",
            """
            flag: 'resource.vcpus ? resource.name == "a" : resource.name == "b"'
            """,
            """
            rules.yaml:9:12: error: `?:` needs a bool, not an int
              9 |     flag: 'resource.vcpus ? resource.name == "a" : resource.name == "b"'
                |            ^^^^^^^^^^^^^^
              help: compare it: `… > …`
            """),
        WrongRule(
            "a chain of comparisons", of: "instance",
            """
            flag: 1 < resource.vcpus < 4
            """,
            """
            rules.yaml:9:11: error: a bool cannot be compared with an int
              9 |     flag: 1 < resource.vcpus < 4
                |           ^^^^^^^^^^^^^^^^^^^^^^
              help: write both comparisons: `a < b && b < c`
            """),
        WrongRule(
            "references of two types", of: "instance",
            """
            flag: resource.vpc == resource.subnet
            """,
            """
            rules.yaml:9:11: error: a reference to a vpc never equals a reference to a subnet
              9 |     flag: resource.vpc == resource.subnet
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "a reference compared with a number", of: "instance",
            """
            flag: resource.vpc == 4
            """,
            """
            rules.yaml:9:11: error: a reference is compared with an id, not an int
              9 |     flag: resource.vpc == 4
                |           ^^^^^^^^^^^^^^^^^
              help: text is written in quotes: `"4"`
            """),
        WrongRule(
            "a list of mixed values", of: "instance",
            """
            flag: resource.name in ["a", 1]
            """,
            """
            rules.yaml:9:34: error: a string cannot be compared with an int
              9 |     flag: resource.name in ["a", 1]
                |                                  ^
            """),
    ]
}
