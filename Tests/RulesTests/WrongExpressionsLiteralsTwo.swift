extension WrongRule {
    /// Constants of expressions that are none of their type.
    static let expressionLiteralsTwo = [
        WrongRule(
            "admits with a bad port", of: "security_group",
            """
            flag: 'resource.ingress.admits({"source": "internet", "port": 70000})'
            """,
            """
            rules.yaml:9:67: error: `70000` is not of type port_range
              9 |     flag: 'resource.ingress.admits({"source": "internet", "port": 70000})'
                |                                                                   ^^^^^
              help: write 443, 8000-8100 or all
            """),
        WrongRule(
            "admits with a bad port in a list", of: "security_group",
            """
            flag: 'resource.ingress.admits({"source": "internet", "port": [22, 70000]})'
            """,
            """
            rules.yaml:9:72: error: `70000` is not of type port_range
              9 |     flag: 'resource.ingress.admits({"source": "internet", "port": [22, 70000]})'
                |                                                                        ^^^^^
              help: write 443, 8000-8100 or all
            """),
        WrongRule(
            "admits with a bad port outside", of: "security_group",
            """
            flag: 'resource.ingress.admits({"source": "internet", "port": {"outside": [80, "x"]}})'
            """,
            """
            rules.yaml:9:84: error: `x` is not of type port_range
              9 | … flag: 'resource.ingress.admits({"source": "internet", "port": {"outside": [80, "x"]}})'
                |                                                                                  ^^^
              help: write 443, 8000-8100 or all
            """),
        WrongRule(
            "admits with a misspelt outside", of: "security_group",
            """
            flag: 'resource.ingress.admits({"source": "internet", "port": {"outsid": [80]}})'
            """,
            """
            rules.yaml:9:67: error: `port` has no key `outsid`
              9 |     flag: 'resource.ingress.admits({"source": "internet", "port": {"outsid": [80]}})'
                |                                                                   ^^^^^^^^^^^^^^^^
              help: did you mean `outside`?
            """),
        WrongRule(
            "admits with a bad protocol", of: "security_group",
            """
            flag: 'resource.ingress.admits({"source": "internet", "protocol": "tpc"})'
            """,
            """
            rules.yaml:9:71: error: `tpc` is not of type protocol
              9 |     flag: 'resource.ingress.admits({"source": "internet", "protocol": "tpc"})'
                |                                                                       ^^^^^
              help: write tcp, udp, icmp, a number or all
            """),
        WrongRule(
            "admits with a bad source", of: "security_group",
            """
            flag: 'resource.ingress.admits({"source": "10.0.0.0/40"})'
            """,
            """
            rules.yaml:9:47: error: `10.0.0.0/40` is not of type cidr
              9 |     flag: 'resource.ingress.admits({"source": "10.0.0.0/40"})'
                |                                               ^^^^^^^^^^^^^
              help: write 10.0.0.0/8, ::/0 or internet
            """),
        WrongRule(
            "admits with host bits", of: "security_group",
            """
            flag: 'resource.ingress.admits({"source": "10.0.0.1/8"})'
            """,
            """
            rules.yaml:9:47: error: `10.0.0.1/8` has host bits set
              9 |     flag: 'resource.ingress.admits({"source": "10.0.0.1/8"})'
                |                                               ^^^^^^^^^^^^
              help: write 10.0.0.0/8
            """),
        WrongRule(
            "admits with a bad share", of: "security_group",
            """
            flag: 'resource.ingress.admits({"source": "internet", "share": 2.0})'
            """,
            """
            rules.yaml:9:68: error: `share` is above 0 and at most 1
              9 |     flag: 'resource.ingress.admits({"source": "internet", "share": 2.0})'
                |                                                                    ^^^
            """),
        WrongRule(
            "admits with a bad family", of: "security_group",
            """
            flag: 'resource.ingress.admits({"source": "internet", "family": "ipv5"})'
            """,
            """
            rules.yaml:9:69: error: `ipv5` is not one of its values
              9 |     flag: 'resource.ingress.admits({"source": "internet", "family": "ipv5"})'
                |                                                                     ^^^^^^
              help: did you mean `ipv4`?
            """),
        WrongRule(
            "admits with a key that is no text", of: "security_group",
            """
            flag: 'resource.ingress.admits({source: "internet"})'
            """,
            """
            rules.yaml:9:37: error: a key of `admits` is a text in quotes
              9 |     flag: 'resource.ingress.admits({source: "internet"})'
                |                                     ^^^^^^
              help: write `"source"`
            """),
        WrongRule(
            "admits with a field for a constant", of: "security_group",
            """
            flag: 'resource.ingress.admits({"source": resource.name})'
            """,
            """
            rules.yaml:9:47: error: `admits` asks for constants, parameters or lists of them
              9 |     flag: 'resource.ingress.admits({"source": resource.name})'
                |                                               ^^^^^^^^^^^^^
            """),
        WrongRule(
            "admits with a text", of: "security_group",
            """
            flag: resource.ingress.admits("internet")
            """,
            """
            rules.yaml:9:35: error: `admits` needs a map
              9 |     flag: resource.ingress.admits("internet")
                |                                   ^^^^^^^^^^
              help: write `admits({"source": "internet", "protocol": "tcp", "port": 22})`
            """),
        WrongRule(
            "admits with nothing", of: "security_group",
            """
            flag: resource.ingress.admits()
            """,
            """
            rules.yaml:9:28: error: `admits` needs a map
              9 |     flag: resource.ingress.admits()
                |                            ^^^^^^
              help: write `admits({"source": "internet", "protocol": "tcp", "port": 22})`
            """),
        WrongRule(
            "admits of one entry", of: "security_group",
            """
            for_each: [ingress]
            flag: 'it.admits({"source": "internet"})'
            """,
            """
            rules.yaml:10:15: error: `admits` applies to entries of security groups and network ACLs, and to facts of type traffic
              10 |     flag: 'it.admits({"source": "internet"})'
                 |               ^^^^^^
            """),
        WrongRule(
            "admits of a text", of: "instance",
            """
            flag: 'resource.name.admits({"source": "internet"})'
            """,
            """
            rules.yaml:9:26: error: `admits` applies to entries of security groups and network ACLs, and to facts of type traffic
              9 |     flag: 'resource.name.admits({"source": "internet"})'
                |                          ^^^^^^
            """),
        WrongRule(
            "admits of a filtered list", of: "security_group",
            """
            flag: 'resource.ingress.filter(e, e.protocol == "tcp").admits({"source": "internet"})'
            """,
            """
            rules.yaml:9:60: error: `admits` applies to entries of security groups and network ACLs, and to facts of type traffic
              9 |     flag: 'resource.ingress.filter(e, e.protocol == "tcp").admits({"source": "internet"})'
                |                                                            ^^^^^^
            """),
        WrongRule(
            "admits with a port that a protocol has not", of: "security_group",
            """
            flag: 'resource.ingress.admits({"source": "internet", "protocol": "icmp", "port": 22})'
            """,
            """
            rules.yaml:9:87: error: icmp has no ports, so this never holds
              9 | …ag: 'resource.ingress.admits({"source": "internet", "protocol": "icmp", "port": 22})'
                |                                                                                  ^^
            """),
        WrongRule(
            "admits with a parameter that does not fit", of: "security_group",
            """
            params: {port: {type: int, default: 70000, meaning: The port}}
            flag: 'resource.ingress.admits({"source": "internet", "port": params.port})'
            """,
            """
            rules.yaml:10:67: error: the parameter `port` (int: 70000) is not of type port_range
              10 |     flag: 'resource.ingress.admits({"source": "internet", "port": params.port})'
                 |                                                                   ^^^^^^^^^^^
            """),
        WrongRule(
            "admits with a key twice", of: "security_group",
            """
            flag: 'resource.ingress.admits({"source": "internet", "source": "any"})'
            """,
            """
            rules.yaml:9:59: error: `source` stands twice in `admits`
              9 |     flag: 'resource.ingress.admits({"source": "internet", "source": "any"})'
                |                                                           ^^^^^^^^
            """),
        WrongRule(
            "division by zero", of: "instance",
            """
            flag: resource.vcpus > 4 / 0
            """,
            """
            rules.yaml:9:28: error: divide by zero
              9 |     flag: resource.vcpus > 4 / 0
                |                            ^^^^^
            """),
        WrongRule(
            "remainder by zero", of: "instance",
            """
            flag: resource.vcpus > 4 % 0
            """,
            """
            rules.yaml:9:28: error: modulus by zero
              9 |     flag: resource.vcpus > 4 % 0
                |                            ^^^^^
            """),
        WrongRule(
            "an overflow", of: "instance",
            """
            flag: resource.vcpus > 9223372036854775807 + 1
            """,
            """
            rules.yaml:9:28: error: the result of `+` is out of the range of int
              9 |     flag: resource.vcpus > 9223372036854775807 + 1
                |                            ^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "a number beyond all bounds in CEL", of: "instance",
            """
            flag: resource.vcpus > 9223372036854775808
            """,
            """
            rules.yaml:9:28: error: `9223372036854775808` is beyond the range of int
              9 |     flag: resource.vcpus > 9223372036854775808
                |                            ^^^^^^^^^^^^^^^^^^^
              help: an int goes from -9223372036854775808 to 9223372036854775807
            """),
        WrongRule(
            "a constant index out of range", of: "instance",
            """
            flag: resource.vcpus == [1, 2][2]
            """,
            """
            rules.yaml:9:29: error: index 2 is out of range, the list has 2 elements
              9 |     flag: resource.vcpus == [1, 2][2]
                |                             ^^^^^^^^^
            """),
        WrongRule(
            "a conversion of a constant that fails", of: "instance",
            """
            flag: resource.vcpus == int("four")
            """,
            """
            rules.yaml:9:29: error: "four" is no int
              9 |     flag: resource.vcpus == int("four")
                |                             ^^^^^^^^^^^
            """),
    ]
}
