extension WrongRule {
    /// Names of fields, variables and parameters in expressions.
    static let expressionNamesTwo = [
        WrongRule(
            "a parameter as in the match form", of: "instance",
            """
            params: {limit: {type: int, default: 4, meaning: The most}}
            flag: resource.vcpus > $limit
            """,
            """
            rules.yaml:10:28: error: `$` has no meaning here
              10 |     flag: resource.vcpus > $limit
                 |                            ^
              help: names are written without `$`; a parameter is `params.limit`
            """),
        WrongRule(
            "a misspelt parameter", of: "instance",
            """
            params: {limit: {type: int, default: 4, meaning: The most}}
            flag: resource.vcpus > params.limt
            """,
            """
            rules.yaml:10:35: error: there is no parameter `limt`
              10 |     flag: resource.vcpus > params.limt
                 |                                   ^^^^
              help: did you mean `limit`?
            """),
        WrongRule(
            "an unknown parameter of a rule without", of: "instance",
            """
            flag: resource.vcpus > params.limit
            """,
            """
            rules.yaml:9:35: error: there is no parameter `limit`
              9 |     flag: resource.vcpus > params.limit
                |                                   ^^^^^
              help: declare it under `params`
            """),
        WrongRule(
            "param for params", of: "instance",
            """
            params: {limit: {type: int, default: 4, meaning: The most}}
            flag: resource.vcpus > param.limit
            """,
            """
            rules.yaml:10:28: error: there is no `param`
              10 |     flag: resource.vcpus > param.limit
                 |                            ^^^^^
              help: did you mean `params`?
            """),
        WrongRule(
            "params alone", of: "instance",
            """
            params: {limit: {type: int, default: 4, meaning: The most}}
            flag: resource.vcpus > params
            """,
            """
            rules.yaml:10:28: error: `params` is followed by the name of a parameter
              10 |     flag: resource.vcpus > params
                 |                            ^^^^^^
              help: write `params.NAME`
            """),
        WrongRule(
            "a parameter by index", of: "instance",
            """
            params: {limit: {type: int, default: 4, meaning: The most}}
            flag: resource.vcpus > params["limit"]
            """,
            """
            rules.yaml:10:28: error: `params` is followed by the name of a parameter
              10 |     flag: resource.vcpus > params["limit"]
                 |                            ^^^^^^
              help: write `params.NAME`
            """),
        WrongRule(
            "a parameter that an expression does not use", of: "instance",
            """
            params: {limit: {type: int, default: 4, meaning: The most}}
            flag: resource.vcpus > 4
            """,
            """
            rules.yaml:9:14: error: the parameter `limit` is not used
              9 |     params: {limit: {type: int, default: 4, meaning: The most}}
                |              ^^^^^
              help: write `$limit` in a mapping, `params.limit` in an expression
            """),
        WrongRule(
            "a parameter of another type", of: "instance",
            """
            params: {limit: {type: string, default: many, meaning: The most}}
            flag: resource.vcpus > params.limit
            """,
            """
            rules.yaml:10:11: error: an int cannot be compared with a string
              10 |     flag: resource.vcpus > params.limit
                 |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: the parameter `limit` is a string
            """),
        WrongRule(
            "a parameter whose value is no value of the enumeration", of: "instance",
            """
            params: {state: {type: string, default: runing, meaning: The state}}
            flag: resource.state == params.state
            """,
            """
            rules.yaml:10:29: error: the parameter `state` (string: runing) is not one of its values
              10 |     flag: resource.state == params.state
                 |                             ^^^^^^^^^^^^
              help: did you mean `running`?
            """),
        WrongRule(
            "a list of parameters with a value that fits not", of: "instance",
            """
            params: {states: {type: list<string>, default: [running, stoped], meaning: The states}}
            flag: resource.state in params.states
            """,
            """
            rules.yaml:10:29: error: the parameter `states` (list<string>: running, stoped) is not one of its values
              10 |     flag: resource.state in params.states
                 |                             ^^^^^^^^^^^^^
              help: did you mean `stopped`?
            """),
        WrongRule(
            "a declaration that is wrong is told once", of: "instance",
            """
            params: {limit: {type: integer, default: 4, meaning: The most}}
            flag: resource.vcpus > params.limit
            """,
            """
            rules.yaml:9:28: error: `integer` is no parameter type
              9 |     params: {limit: {type: integer, default: 4, meaning: The most}}
                |                            ^^^^^^^
              help: valid names are `bool`, `bytes`, `cidr`, `double`, `duration`, `int`, `port_range`, `protocol`, `string`, `timestamp`, `usd`, `list<…>`
            """),
        WrongRule(
            "a misspelt variable of a macro", of: "security_group",
            """
            flag: resource.ingress.exists(entry, entri.protocol == "tcp")
            """,
            """
            rules.yaml:9:42: error: there is no `entri`
              9 |     flag: resource.ingress.exists(entry, entri.protocol == "tcp")
                |                                          ^^^^^
              help: did you mean `entry`?
            """),
        WrongRule(
            "a variable of a macro outside of it", of: "security_group",
            """
            flag: resource.ingress.exists(e, e.protocol == "tcp") && e.protocol == "udp"
            """,
            """
            rules.yaml:9:62: error: there is no `e`
              9 |     flag: resource.ingress.exists(e, e.protocol == "tcp") && e.protocol == "udp"
                |                                                              ^
              help: valid names are `resource`, `inventory`, `now`
            """),
        WrongRule(
            "a misspelt field of the variable", of: "security_group",
            """
            flag: resource.ingress.exists(e, e.protcol == "tcp")
            """,
            """
            rules.yaml:9:40: error: `security_group.ingress` has no field `protcol`
              9 |     flag: resource.ingress.exists(e, e.protcol == "tcp")
                |                                        ^^^^^^^
              help: did you mean `protocol`?
            """),
        WrongRule(
            "resource for the variable", of: "security_group",
            """
            flag: resource.ingress.exists(e, resource.protocol == "tcp")
            """,
            """
            rules.yaml:9:47: error: `security_group` has no field `protocol`
              9 |     flag: resource.ingress.exists(e, resource.protocol == "tcp")
                |                                               ^^^^^^^^
              help: valid names are `id`, `name`, `description`, `vpc`, `default`, `owner`, `ingress`, `egress`, `exposure`, `attached`, `duplicate_entries`, `subsumed_entries`, `dangling_references`, `entries_behind_acl`, `admitted`, `public_ipv4_share`, `public_ipv6_share`, `not_looked_at`, `account`, `region`, `arn`, `tags`, `attributes`, `monthly_cost` and others
            """),
        WrongRule(
            "no variable", of: "security_group",
            """
            flag: resource.ingress.exists(protocol == "tcp")
            """,
            """
            rules.yaml:9:28: error: `exists` takes a variable and a condition
              9 |     flag: resource.ingress.exists(protocol == "tcp")
                |                            ^^^^^^
              help: write `.exists(x, …)`
            """),
        WrongRule(
            "a variable that is no name", of: "security_group",
            """
            flag: resource.ingress.exists(e.protocol, e.protocol == "tcp")
            """,
            """
            rules.yaml:9:35: error: the variable of `exists` is a simple name, which `e.protocol` is not
              9 |     flag: resource.ingress.exists(e.protocol, e.protocol == "tcp")
                |                                   ^^^^^^^^^^
              help: write `.exists(x, …)`
            """),
        WrongRule(
            "a misspelt now", of: "instance",
            """
            flag: resource.created < nwo
            """,
            """
            rules.yaml:9:30: error: there is no `nwo`
              9 |     flag: resource.created < nwo
                |                              ^^^
              help: did you mean `now`?
            """),
        WrongRule(
            "a misspelt collection of the inventory", of: "instance",
            """
            flag: inventory.instnces.size() > 4
            """,
            """
            rules.yaml:9:21: error: `inventory` has no field `instnces`
              9 |     flag: inventory.instnces.size() > 4
                |                     ^^^^^^^^
              help: did you mean `instances`?
            """),
        WrongRule(
            "a singular collection of the inventory", of: "instance",
            """
            flag: size(inventory.instance) > 4
            """,
            """
            rules.yaml:9:26: error: `inventory` has no field `instance`
              9 |     flag: size(inventory.instance) > 4
                |                          ^^^^^^^^
              help: did you mean `instances`?
            """),
        WrongRule(
            "a capital in a field", of: "instance",
            """
            flag: resource.Name == "web"
            """,
            """
            rules.yaml:9:20: error: `instance` has no field `Name`
              9 |     flag: resource.Name == "web"
                |                    ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a hyphen in a field", of: "instance",
            """
            flag: resource.private-ip.isPublic()
            """,
            """
            rules.yaml:9:20: error: names have no `-`
              9 |     flag: resource.private-ip.isPublic()
                |                    ^^^^^^^^^^
              help: write `private_ip`
            """),
    ]
}
