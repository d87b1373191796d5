extension WrongRule {
    /// Declarations and uses of parameters. Part 2.
    static let parametersTwo = [
        WrongRule(
            "not declared", of: "instance", "flag: {vcpus: {above: $limit}}",
            """
            rules.yaml:9:27: error: there is no parameter `limit`
              9 |     flag: {vcpus: {above: $limit}}
                |                           ^^^^^^
              help: declare it under `params`
            """),
        WrongRule(
            "misspelt where it is used", of: "instance",
            """
            params: {limit: {type: int, default: 4, meaning: m}}
            flag: {vcpus: {above: $limt}}
            """,
            """
            rules.yaml:10:27: error: there is no parameter `limt`
              10 |     flag: {vcpus: {above: $limt}}
                 |                           ^^^^^
              help: did you mean `limit`?
            """),
        WrongRule(
            "misspelt in the message",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ params.limt }}"
                fix: Mend it.
                params: {limit: {type: int, default: 4, meaning: m}}
                flag: {vcpus: {above: $limit}}
            """,
            """
            rules.yaml:7:25: error: there is no parameter `limt`
              7 |     message: "{{ params.limt }}"
                |                         ^^^^
              help: did you mean `limit`?
            """),
        WrongRule(
            "of another type than the field", of: "instance",
            """
            params: {limit: {type: string, default: a, meaning: m}}
            flag: {vcpus: {above: $limit}}
            """,
            """
            rules.yaml:10:27: error: the parameter `limit` (string: a) is not of type int
              10 |     flag: {vcpus: {above: $limit}}
                 |                           ^^^^^^
            """),
        WrongRule(
            "text that is no value of the enumeration", of: "instance",
            """
            params: {state: {type: string, default: runing, meaning: m}}
            flag: {state: $state}
            """,
            """
            rules.yaml:10:19: error: the parameter `state` (string: runing) is not one of its values
              10 |     flag: {state: $state}
                 |                   ^^^^^^
              help: did you mean `running`?
            """),
        WrongRule(
            "a number that is no port", of: "security_group",
            """
            params: {port: {type: int, default: 70000, meaning: m}}
            flag: {ingress: {admits: {source: any, port: $port}}}
            """,
            """
            rules.yaml:10:50: error: the parameter `port` (int: 70000) is not of type port_range
              10 |     flag: {ingress: {admits: {source: any, port: $port}}}
                 |                                                  ^^^^^
            """),
        WrongRule(
            "a duration for a number", of: "instance",
            """
            params: {limit: {type: duration, default: 4d, meaning: m}}
            flag: {vcpus: {above: $limit}}
            """,
            """
            rules.yaml:10:27: error: the parameter `limit` (duration: 4d) is not of type int
              10 |     flag: {vcpus: {above: $limit}}
                 |                           ^^^^^^
            """),
        WrongRule(
            "inside a list", of: "instance",
            """
            params: {limit: {type: int, default: 4, meaning: m}}
            flag: {vcpus: {in: [2, $limit]}}
            """,
            """
            rules.yaml:10:28: error: a parameter cannot stand inside a list
              10 |     flag: {vcpus: {in: [2, $limit]}}
                 |                            ^^^^^^
              help: give the parameter a list type and write it instead of the list
            """),
        WrongRule(
            "a list where one value is asked", of: "instance",
            """
            params: {limits: {type: list<int>, default: [4], meaning: m}}
            flag: {vcpus: {above: $limits}}
            """,
            """
            rules.yaml:10:27: error: the parameter `limits` (list<int>: 4) is not of type int
              10 |     flag: {vcpus: {above: $limits}}
                 |                           ^^^^^^^
            """),
    ]
}
