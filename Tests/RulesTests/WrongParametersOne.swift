extension WrongRule {
    /// Declarations and uses of parameters. Part 1.
    static let parametersOne = [
        WrongRule(
            "params is a list", of: "instance",
            """
            params: [limit]
            flag: {vcpus: {above: $limit}}
            """,
            """
            rules.yaml:9:13: error: `params` is a mapping of names to declarations
              9 |     params: [limit]
                |             ^^^^^^^
              help: write {port: {type: int, default: 22, meaning: …}}
            rules.yaml:10:27: error: there is no parameter `limit`
              10 |     flag: {vcpus: {above: $limit}}
                 |                           ^^^^^^
              help: declare it under `params`
            """),
        WrongRule(
            "a declaration is a value", of: "instance",
            """
            params: {limit: 4}
            flag: {vcpus: {above: $limit}}
            """,
            """
            rules.yaml:9:21: error: a parameter has `type`, `default` and `meaning`
              9 |     params: {limit: 4}
                |                     ^
              help: write {type: int, default: 22, meaning: …}
            """),
        WrongRule(
            "a declaration lacks its type", of: "instance",
            """
            params: {limit: {default: 4, meaning: m}}
            flag: {vcpus: {above: $limit}}
            """,
            """
            rules.yaml:9:14: error: the parameter `limit` needs `type`
              9 |     params: {limit: {default: 4, meaning: m}}
                |              ^^^^^
            """),
        WrongRule(
            "a declaration lacks its default", of: "instance",
            """
            params: {limit: {type: int, meaning: m}}
            flag: {vcpus: {above: $limit}}
            """,
            """
            rules.yaml:9:14: error: the parameter `limit` needs `default`
              9 |     params: {limit: {type: int, meaning: m}}
                |              ^^^^^
            """),
        WrongRule(
            "a declaration lacks its meaning", of: "instance",
            """
            params: {limit: {type: int, default: 4}}
            flag: {vcpus: {above: $limit}}
            """,
            """
            rules.yaml:9:14: error: the parameter `limit` needs `meaning`
              9 |     params: {limit: {type: int, default: 4}}
                |              ^^^^^
            """),
        WrongRule(
            "a key of a declaration is misspelt", of: "instance",
            """
            params: {limit: {type: int, defualt: 4, meaning: m}}
            flag: {vcpus: {above: $limit}}
            """,
            """
            rules.yaml:9:14: error: the parameter `limit` needs `default`
              9 |     params: {limit: {type: int, defualt: 4, meaning: m}}
                |              ^^^^^
            rules.yaml:9:33: error: a parameter has no key `defualt`
              9 |     params: {limit: {type: int, defualt: 4, meaning: m}}
                |                                 ^^^^^^^
              help: did you mean `default`?
            """),
        WrongRule(
            "an unknown type", of: "instance",
            """
            params: {limit: {type: integer, default: 4, meaning: m}}
            flag: {vcpus: {above: $limit}}
            """,
            """
            rules.yaml:9:28: error: `integer` is no parameter type
              9 |     params: {limit: {type: integer, default: 4, meaning: m}}
                |                            ^^^^^^^
              help: valid names are `bool`, `bytes`, `cidr`, `double`, `duration`, `int`, `port_range`, `protocol`, `string`, `timestamp`, `usd`, `list<…>`
            """),
        WrongRule(
            "a list of an unknown type", of: "instance",
            """
            params: {limit: {type: list<integer>, default: 4, meaning: m}}
            flag: {vcpus: {above: $limit}}
            """,
            """
            rules.yaml:9:28: error: `integer` is no parameter type
              9 |     params: {limit: {type: list<integer>, default: 4, meaning: m}}
                |                            ^^^^^^^^^^^^^
              help: valid names are `bool`, `bytes`, `cidr`, `double`, `duration`, `int`, `port_range`, `protocol`, `string`, `timestamp`, `usd`, `list<…>`
            """),
        WrongRule(
            "a list that is not closed", of: "instance",
            """
            params: {limit: {type: "list<int", default: 4, meaning: m}}
            flag: {vcpus: {above: $limit}}
            """,
            """
            rules.yaml:9:28: error: `list<int` is no parameter type
              9 |     params: {limit: {type: "list<int", default: 4, meaning: m}}
                |                            ^^^^^^^^^^
              help: valid names are `bool`, `bytes`, `cidr`, `double`, `duration`, `int`, `port_range`, `protocol`, `string`, `timestamp`, `usd`, `list<…>`
            """),
        WrongRule(
            "a default of another type", of: "instance",
            """
            params: {limit: {type: int, default: four, meaning: m}}
            flag: {vcpus: {above: $limit}}
            """,
            """
            rules.yaml:9:42: error: `four` is not of type int
              9 |     params: {limit: {type: int, default: four, meaning: m}}
                |                                          ^^^^
            """),
        WrongRule(
            "an element of another type", of: "instance",
            """
            params: {limit: {type: list<int>, default: [4, four], meaning: m}}
            flag: {vcpus: {in: $limit}}
            """,
            """
            rules.yaml:9:52: error: `four` is not of type int
              9 |     params: {limit: {type: list<int>, default: [4, four], meaning: m}}
                |                                                    ^^^^
            """),
        WrongRule(
            "a default that is a list", of: "instance",
            """
            params: {limit: {type: int, default: [4], meaning: m}}
            flag: {vcpus: {above: $limit}}
            """,
            """
            rules.yaml:9:42: error: `a list` is not of type int
              9 |     params: {limit: {type: int, default: [4], meaning: m}}
                |                                          ^^^
            """),
        WrongRule(
            "a quoted boolean", of: "instance",
            """
            params: {on: {type: bool, default: "true", meaning: m}}
            flag: {monitoring: $on}
            """,
            """
            rules.yaml:9:40: error: `true` is not of type bool
              9 |     params: {on: {type: bool, default: "true", meaning: m}}
                |                                        ^^^^^^
              help: write true or false
            """),
        WrongRule(
            "a bad duration", of: "instance",
            """
            params: {age: {type: duration, default: 90 days, meaning: m}}
            flag: {launched: {older_than: $age}}
            """,
            """
            rules.yaml:9:45: error: `90 days` is not of type duration
              9 |     params: {age: {type: duration, default: 90 days, meaning: m}}
                |                                             ^^^^^^^
              help: write a duration such as 90d or 12h
            """),
        WrongRule(
            "a bad range of addresses", of: "instance",
            """
            params: {net: {type: cidr, default: 10.0.0.0/33, meaning: m}}
            flag: {private_ip: {within: $net}}
            """,
            """
            rules.yaml:9:41: error: `10.0.0.0/33` is not of type cidr
              9 |     params: {net: {type: cidr, default: 10.0.0.0/33, meaning: m}}
                |                                         ^^^^^^^^^^^
              help: write 10.0.0.0/8, ::/0 or internet
            """),
        WrongRule(
            "host bits", of: "instance",
            """
            params: {net: {type: cidr, default: 10.0.0.1/8, meaning: m}}
            flag: {private_ip: {within: $net}}
            """,
            """
            rules.yaml:9:41: error: `10.0.0.1/8` has host bits set
              9 |     params: {net: {type: cidr, default: 10.0.0.1/8, meaning: m}}
                |                                         ^^^^^^^^^^
              help: write 10.0.0.0/8
            """),
        WrongRule(
            "a bad port range", of: "security_group",
            """
            params: {port: {type: port_range, default: 30-20, meaning: m}}
            flag: {ingress: {admits: {source: any, port: $port}}}
            """,
            """
            rules.yaml:9:48: error: `30-20` is not of type port_range
              9 |     params: {port: {type: port_range, default: 30-20, meaning: m}}
                |                                                ^^^^^
              help: write 443, 8000-8100 or all
            """),
        WrongRule(
            "never used", of: "instance",
            """
            params: {limit: {type: int, default: 4, meaning: m}}
            flag: {vcpus: 4}
            """,
            """
            rules.yaml:9:14: error: the parameter `limit` is not used
              9 |     params: {limit: {type: int, default: 4, meaning: m}}
                |              ^^^^^
              help: write `$limit` in a mapping, `params.limit` in an expression
            """),
        WrongRule(
            "one of two never used", of: "instance",
            """
            params: {limit: {type: int, default: 4, meaning: m}, other: {type: int, default: 4, meaning: m}}
            flag: {vcpus: {above: $limit}}
            """,
            """
            rules.yaml:9:58: error: the parameter `other` is not used
              9 |     params: {limit: {type: int, default: 4, meaning: m}, other: {type: int, default: 4, meaning: m}}
                |                                                          ^^^^^
              help: write `$other` in a mapping, `params.other` in an expression
            """),
    ]
}
