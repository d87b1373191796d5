extension WrongRule {
    /// Conditions: fields, values and operators that do not fit. Part 3.
    static let conditionsThree = [
        WrongRule(
            "an unknown kind", of: "security_group", "flag: {ingress: {some: {source: {some: {kind: group}}}}}",
            """
            rules.yaml:9:51: error: `group` is not one of its values
              9 |     flag: {ingress: {some: {source: {some: {kind: group}}}}}
                |                                                   ^^^^^
              help: valid names are `cidr`, `security_group`, `prefix_list`
            """),
        WrongRule(
            "a mapping for a value", of: "instance", "flag: {vcpus: {above: {than: 4}}}",
            """
            rules.yaml:9:27: error: `a mapping` is not of type int
              9 |     flag: {vcpus: {above: {than: 4}}}
                |                           ^^^^^^^^^
            """),
        WrongRule(
            "a list for a value", of: "instance", "flag: {vcpus: {above: [4]}}",
            """
            rules.yaml:9:27: error: `a list` is not of type int
              9 |     flag: {vcpus: {above: [4]}}
                |                           ^^^
            """),
    ]
}
