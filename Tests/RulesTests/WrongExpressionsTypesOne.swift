extension WrongRule {
    /// Values of types that do not go together, in expressions.
    static let expressionTypesOne = [
        WrongRule(
            "a misspelt value of an enumeration", of: "instance",
            """
            flag: resource.state == "runing"
            """,
            """
            rules.yaml:9:29: error: `runing` is not one of its values
              9 |     flag: resource.state == "runing"
                |                             ^^^^^^^^
              help: did you mean `running`?
            """),
        WrongRule(
            "a capital in a value of an enumeration", of: "bucket",
            """
            flag: resource.versioning == "Enabld"
            """,
            """
            rules.yaml:9:34: error: `Enabld` is not one of its values
              9 |     flag: resource.versioning == "Enabld"
                |                                  ^^^^^^^^
              help: did you mean `enabled`?
            """),
        WrongRule(
            "a misspelt value on the left", of: "instance",
            """
            flag: '"runing" == resource.state'
            """,
            """
            rules.yaml:9:12: error: `runing` is not one of its values
              9 |     flag: '"runing" == resource.state'
                |            ^^^^^^^^
              help: did you mean `running`?
            """),
        WrongRule(
            "a misspelt value behind !=", of: "instance",
            """
            flag: resource.state != "stoped"
            """,
            """
            rules.yaml:9:29: error: `stoped` is not one of its values
              9 |     flag: resource.state != "stoped"
                |                             ^^^^^^^^
              help: did you mean `stopped`?
            """),
        WrongRule(
            "a misspelt value in a list", of: "instance",
            """
            flag: resource.state in ["running", "stoped"]
            """,
            """
            rules.yaml:9:41: error: `stoped` is not one of its values
              9 |     flag: resource.state in ["running", "stoped"]
                |                                         ^^^^^^^^
              help: did you mean `stopped`?
            """),
        WrongRule(
            "a misspelt value of a nested field", of: "instance",
            """
            flag: resource.metadata_options.http_tokens == "optionl"
            """,
            """
            rules.yaml:9:52: error: `optionl` is not one of its values
              9 |     flag: resource.metadata_options.http_tokens == "optionl"
                |                                                    ^^^^^^^^^
              help: did you mean `optional`?
            """),
        WrongRule(
            "a value of an enumeration without quotes", of: "instance",
            """
            flag: resource.state == running
            """,
            """
            rules.yaml:9:29: error: there is no `running`
              9 |     flag: resource.state == running
                |                             ^^^^^^^
              help: write it in quotes: `"running"`
            """),
        WrongRule(
            "a misspelt value of an element", of: "security_group",
            """
            flag: resource.ingress.exists(e, e.protocol == "tpc")
            """,
            """
            rules.yaml:9:52: error: `tpc` is not of type protocol
              9 |     flag: resource.ingress.exists(e, e.protocol == "tpc")
                |                                                    ^^^^^
              help: write tcp, udp, icmp, a number or all
            """),
        WrongRule(
            "a misspelt value in a conditional", of: "instance",
            """
            flag: 'resource.state == (resource.vcpus > 2 ? "runing" : "stopped")'
            """,
            """
            rules.yaml:9:52: error: `runing` is not one of its values
              9 |     flag: 'resource.state == (resource.vcpus > 2 ? "runing" : "stopped")'
                |                                                    ^^^^^^^^
              help: did you mean `running`?
            """),
        WrongRule(
            "a text compared with a number", of: "instance",
            """
            flag: resource.name == 4
            """,
            """
            rules.yaml:9:11: error: a string cannot be compared with an int
              9 |     flag: resource.name == 4
                |           ^^^^^^^^^^^^^^^^^^
              help: text is written in quotes: `"4"`
            """),
        WrongRule(
            "a number compared with a text", of: "instance",
            """
            flag: resource.vcpus == "4"
            """,
            """
            rules.yaml:9:11: error: an int cannot be compared with a string
              9 |     flag: resource.vcpus == "4"
                |           ^^^^^^^^^^^^^^^^^^^^^
              help: numbers are written without quotes: `4`
            """),
        WrongRule(
            "a number above a text", of: "instance",
            """
            flag: resource.vcpus > "4"
            """,
            """
            rules.yaml:9:11: error: an int cannot be compared with a string
              9 |     flag: resource.vcpus > "4"
                |           ^^^^^^^^^^^^^^^^^^^^
              help: numbers are written without quotes: `4`
            """),
        WrongRule(
            "a text below a number", of: "instance",
            """
            flag: resource.name < 4
            """,
            """
            rules.yaml:9:11: error: a string cannot be compared with an int
              9 |     flag: resource.name < 4
                |           ^^^^^^^^^^^^^^^^^
              help: text is written in quotes: `"4"`
            """),
        WrongRule(
            "a bool compared with a text", of: "instance",
            """
            flag: resource.ebs_optimized == "true"
            """,
            """
            rules.yaml:9:11: error: a bool cannot be compared with a string
              9 |     flag: resource.ebs_optimized == "true"
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: write `true` without quotes
            """),
        WrongRule(
            "a bool compared with a number", of: "instance",
            """
            flag: resource.ebs_optimized == 1
            """,
            """
            rules.yaml:9:11: error: a bool cannot be compared with an int
              9 |     flag: resource.ebs_optimized == 1
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: write `true` or `false`
            """),
        WrongRule(
            "an enumeration compared with a bool", of: "instance",
            """
            flag: resource.monitoring == true
            """,
            """
            rules.yaml:9:11: error: an enum cannot be compared with a bool
              9 |     flag: resource.monitoring == true
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: its values are `disabled`, `disabling`, `enabled`, `pending`
            """),
        WrongRule(
            "a list compared with a text", of: "instance",
            """
            flag: resource.product_codes == "a"
            """,
            """
            rules.yaml:9:11: error: a list cannot be compared with a string
              9 |     flag: resource.product_codes == "a"
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: a list is asked for an element with `x in list` or `.exists(x, …)`
            """),
        WrongRule(
            "a list compared with a number", of: "instance",
            """
            flag: resource.security_groups > 3
            """,
            """
            rules.yaml:9:11: error: a list cannot be compared with an int
              9 |     flag: resource.security_groups > 3
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: write `size(…)` for how many there are
            """),
        WrongRule(
            "a map compared with a text", of: "instance",
            """
            flag: resource.tags == "a"
            """,
            """
            rules.yaml:9:11: error: a map cannot be compared with a string
              9 |     flag: resource.tags == "a"
                |           ^^^^^^^^^^^^^^^^^^^^
              help: ask for the value under a key: `…["Name"]`
            """),
        WrongRule(
            "a record compared with a text", of: "instance",
            """
            flag: resource.metadata_options == "required"
            """,
            """
            rules.yaml:9:11: error: a record cannot be compared with a string
              9 |     flag: resource.metadata_options == "required"
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: ask for one of its fields
            """),
        WrongRule(
            "a record of another type", of: "instance",
            """
            flag: resource.metadata_options == resource.operating_system
            """,
            """
            rules.yaml:9:11: error: records of different types cannot be compared
              9 |     flag: resource.metadata_options == resource.operating_system
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: ask for one of its fields
            """),
        WrongRule(
            "fields of two types", of: "instance",
            """
            flag: resource.name == resource.vcpus
            """,
            """
            rules.yaml:9:11: error: a string cannot be compared with an int
              9 |     flag: resource.name == resource.vcpus
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
    ]
}
