extension WrongRule {
    /// Bounds of parameters, and values that do not keep to them.
    static let bounds = [
        WrongRule(
            "a default below the minimum", of: "instance",
            """
            params: {limit: {type: int, default: 0, min: 1, meaning: m}}
            flag: {vcpus: {above: $limit}}
            """,
            """
            rules.yaml:9:42: error: `0` is below the minimum of 1
              9 |     params: {limit: {type: int, default: 0, min: 1, meaning: m}}
                |                                          ^
            """),
        WrongRule(
            "a duration above the maximum", of: "instance",
            """
            params: {age: {type: duration, default: 13w, max: 90d, meaning: m}}
            flag: {created: {older_than: $age}}
            """,
            """
            rules.yaml:9:45: error: `13w` is above the maximum of 90d
              9 |     params: {age: {type: duration, default: 13w, max: 90d, meaning: m}}
                |                                             ^^^
            """),
        WrongRule(
            "every element of a list", of: "instance",
            """
            params: {sizes: {type: list<double>, default: [0.5, 2, 1e3], min: 1, max: 64, meaning: m}}
            flag: {vcpus: $sizes}
            """,
            """
            rules.yaml:9:52: error: `0.5` is below the minimum of 1
              9 |     params: {sizes: {type: list<double>, default: [0.5, 2, 1e3], min: 1, max: 64, meaning: m}}
                |                                                    ^^^
            rules.yaml:9:60: error: `1e3` is above the maximum of 64
              9 |     params: {sizes: {type: list<double>, default: [0.5, 2, 1e3], min: 1, max: 64, meaning: m}}
                |                                                            ^^^
            """),
        WrongRule(
            "none of the values allowed", of: "volume",
            """
            params: {kind: {type: string, default: gp1, one_of: [gp2, gp3], meaning: m}}
            flag: {type: $kind}
            """,
            """
            rules.yaml:9:44: error: `gp1` is not one of the values allowed
              9 |     params: {kind: {type: string, default: gp1, one_of: [gp2, gp3], meaning: m}}
                |                                            ^^^
              help: did you mean `gp2`?
            """),
        WrongRule(
            "a text has no minimum", of: "volume",
            """
            params: {kind: {type: string, default: gp2, min: a, meaning: m}}
            flag: {type: $kind}
            """,
            """
            rules.yaml:9:54: error: `min` needs an order, which values of type string do not have
              9 |     params: {kind: {type: string, default: gp2, min: a, meaning: m}}
                |                                                      ^
              help: name the values allowed: one_of: […]
            """),
        WrongRule(
            "a bound of another type", of: "instance",
            """
            params: {limit: {type: int, default: 4, max: many, meaning: m}}
            flag: {vcpus: {above: $limit}}
            """,
            """
            rules.yaml:9:50: error: `many` is not of type int
              9 |     params: {limit: {type: int, default: 4, max: many, meaning: m}}
                |                                                  ^^^^
            """),
        WrongRule(
            "a maximum below the minimum", of: "instance",
            """
            params: {limit: {type: int, default: 4, min: 8, max: 2, meaning: m}}
            flag: {vcpus: {above: $limit}}
            """,
            """
            rules.yaml:9:58: error: `max` (2) is below `min` (8), so no value is allowed
              9 |     params: {limit: {type: int, default: 4, min: 8, max: 2, meaning: m}}
                |                                                          ^
            """),
        WrongRule(
            "one_of is a value", of: "instance",
            """
            params: {limit: {type: int, default: 4, one_of: 4, meaning: m}}
            flag: {vcpus: {above: $limit}}
            """,
            """
            rules.yaml:9:53: error: `one_of` is a list of the values allowed
              9 |     params: {limit: {type: int, default: 4, one_of: 4, meaning: m}}
                |                                                     ^
              help: write one_of: [a, b]
            """),
        WrongRule(
            "one_of is empty", of: "instance",
            """
            params: {limit: {type: int, default: 4, one_of: [], meaning: m}}
            flag: {vcpus: {above: $limit}}
            """,
            """
            rules.yaml:9:53: error: `one_of` is a list of the values allowed
              9 |     params: {limit: {type: int, default: 4, one_of: [], meaning: m}}
                |                                                     ^^
              help: write one_of: [a, b]
            """),
        WrongRule(
            "one_of names a value twice, and one out of bounds", of: "instance",
            """
            params: {limit: {type: int, default: 4, max: 8, one_of: [4, 16, +4], meaning: m}}
            flag: {vcpus: {above: $limit}}
            """,
            """
            rules.yaml:9:65: error: `16` is above the maximum of 8
              9 |     params: {limit: {type: int, default: 4, max: 8, one_of: [4, 16, +4], meaning: m}}
                |                                                                 ^^
            rules.yaml:9:69: error: `+4` stands twice in `one_of`
              9 |     params: {limit: {type: int, default: 4, max: 8, one_of: [4, 16, +4], meaning: m}}
                |                                                                     ^^
            """),
        WrongRule(
            "a test's own value", of: "instance",
            """
            params: {limit: {type: int, default: 4, max: 8, meaning: m}}
            flag: {vcpus: {above: $limit}}
            tests:
              - {name: a, params: {limit: 9}, given: {id: i-1}, expect: compliant}
              - {name: b, params: [9], given: {id: i-1}, expect: compliant}
            """,
            """
            rules.yaml:12:35: error: `9` is above the maximum of 8
              12 |       - {name: a, params: {limit: 9}, given: {id: i-1}, expect: compliant}
                 |                                   ^
            rules.yaml:9:50: note: the rule says so here
            rules.yaml:13:27: error: `params` is a mapping of names to values
              13 |       - {name: b, params: [9], given: {id: i-1}, expect: compliant}
                 |                           ^^^
            """),
    ]
}
