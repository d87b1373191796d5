extension WrongRule {
    /// `admits` and what it is asked.
    static let traffic = [
        WrongRule(
            "no mapping", of: "security_group", "flag: {ingress: {admits: internet}}",
            """
            rules.yaml:9:30: error: `admits` needs a mapping
              9 |     flag: {ingress: {admits: internet}}
                |                              ^^^^^^^^
              help: write {source: internet, protocol: tcp, port: 22}
            """),
        WrongRule(
            "no source", of: "security_group", "flag: {ingress: {admits: {protocol: tcp}}}",
            """
            rules.yaml:9:30: error: `admits` needs `source`
              9 |     flag: {ingress: {admits: {protocol: tcp}}}
                |                              ^^^^^^^^^^^^^^^
              help: write `source: internet`, `any` or an address range
            """),
        WrongRule(
            "a misspelt key", of: "security_group", "flag: {ingress: {admits: {source: internet, ports: 22}}}",
            """
            rules.yaml:9:49: error: `admits` has no key `ports`
              9 |     flag: {ingress: {admits: {source: internet, ports: 22}}}
                |                                                 ^^^^^
              help: did you mean `port`?
            """),
        WrongRule(
            "destination for ingress", of: "security_group", "flag: {ingress: {admits: {destination: internet}}}",
            """
            rules.yaml:9:31: error: `ingress` entries have a source, not a destination
              9 |     flag: {ingress: {admits: {destination: internet}}}
                |                               ^^^^^^^^^^^
              help: write `source`
            """),
        WrongRule(
            "source for egress", of: "security_group", "flag: {egress: {admits: {source: internet}}}",
            """
            rules.yaml:9:30: error: `egress` entries have a destination, not a source
              9 |     flag: {egress: {admits: {source: internet}}}
                |                              ^^^^^^
              help: write `destination`
            """),
        WrongRule(
            "source for egress of a network ACL", of: "network_acl", "flag: {egress: {admits: {source: internet}}}",
            """
            rules.yaml:9:30: error: `egress` entries have a destination, not a source
              9 |     flag: {egress: {admits: {source: internet}}}
                |                              ^^^^^^
              help: write `destination`
            """),
        WrongRule(
            "an unknown source", of: "security_group", "flag: {ingress: {admits: {source: world}}}",
            """
            rules.yaml:9:39: error: `world` is not of type cidr
              9 |     flag: {ingress: {admits: {source: world}}}
                |                                       ^^^^^
              help: write 10.0.0.0/8, ::/0 or internet
            """),
        WrongRule(
            "a bad source", of: "security_group", "flag: {ingress: {admits: {source: 10.0.0.0/33}}}",
            """
            rules.yaml:9:39: error: `10.0.0.0/33` is not of type cidr
              9 |     flag: {ingress: {admits: {source: 10.0.0.0/33}}}
                |                                       ^^^^^^^^^^^
              help: write 10.0.0.0/8, ::/0 or internet
            """),
        WrongRule(
            "a group for a source", of: "security_group", "flag: {ingress: {admits: {source: sg-1}}}",
            """
            rules.yaml:9:39: error: `sg-1` is not of type cidr
              9 |     flag: {ingress: {admits: {source: sg-1}}}
                |                                       ^^^^
              help: write 10.0.0.0/8, ::/0 or internet
            """),
        WrongRule(
            "an unknown protocol", of: "security_group", "flag: {ingress: {admits: {source: any, protocol: tpc}}}",
            """
            rules.yaml:9:54: error: `tpc` is not of type protocol
              9 |     flag: {ingress: {admits: {source: any, protocol: tpc}}}
                |                                                      ^^^
              help: write tcp, udp, icmp, a number or all
            """),
        WrongRule(
            "a bad protocol in a list", of: "security_group",
            "flag: {ingress: {admits: {source: any, protocol: [tcp, 256]}}}",
            """
            rules.yaml:9:60: error: `256` is not of type protocol
              9 |     flag: {ingress: {admits: {source: any, protocol: [tcp, 256]}}}
                |                                                            ^^^
              help: write tcp, udp, icmp, a number or all
            """),
        WrongRule(
            "a bad port", of: "security_group", "flag: {ingress: {admits: {source: any, port: 65536}}}",
            """
            rules.yaml:9:50: error: `65536` is not of type port_range
              9 |     flag: {ingress: {admits: {source: any, port: 65536}}}
                |                                                  ^^^^^
              help: write 443, 8000-8100 or all
            """),
        WrongRule(
            "a name for a port", of: "security_group", "flag: {ingress: {admits: {source: any, port: ssh}}}",
            """
            rules.yaml:9:50: error: `ssh` is not of type port_range
              9 |     flag: {ingress: {admits: {source: any, port: ssh}}}
                |                                                  ^^^
              help: write 443, 8000-8100 or all
            """),
        WrongRule(
            "ports the wrong way round", of: "security_group",
            """
            flag: {ingress: {admits: {source: any, port: "30-20"}}}
            """,
            """
            rules.yaml:9:50: error: `30-20` is not of type port_range
              9 |     flag: {ingress: {admits: {source: any, port: "30-20"}}}
                |                                                  ^^^^^^^
              help: write 443, 8000-8100 or all
            """),
        WrongRule(
            "a bad port in a list", of: "security_group", "flag: {ingress: {admits: {source: any, port: [22, x]}}}",
            """
            rules.yaml:9:55: error: `x` is not of type port_range
              9 |     flag: {ingress: {admits: {source: any, port: [22, x]}}}
                |                                                       ^
              help: write 443, 8000-8100 or all
            """),
        WrongRule(
            "a misspelt outside", of: "security_group",
            "flag: {ingress: {admits: {source: any, port: {outsied: [80]}}}}",
            """
            rules.yaml:9:50: error: `port` as a mapping needs `outside`
              9 |     flag: {ingress: {admits: {source: any, port: {outsied: [80]}}}}
                |                                                  ^^^^^^^^^^^^^^^
              help: write {outside: [80, 443]}
            rules.yaml:9:51: error: `port` has no key `outsied`
              9 |     flag: {ingress: {admits: {source: any, port: {outsied: [80]}}}}
                |                                                   ^^^^^^^
              help: did you mean `outside`?
            """),
        WrongRule(
            "a bad port outside", of: "security_group",
            "flag: {ingress: {admits: {source: any, port: {outside: [80, x]}}}}",
            """
            rules.yaml:9:65: error: `x` is not of type port_range
              9 |     flag: {ingress: {admits: {source: any, port: {outside: [80, x]}}}}
                |                                                                 ^
              help: write 443, 8000-8100 or all
            """),
        WrongRule(
            "an unknown family", of: "security_group", "flag: {ingress: {admits: {source: any, family: ip6}}}",
            """
            rules.yaml:9:52: error: `ip6` is not one of its values
              9 |     flag: {ingress: {admits: {source: any, family: ip6}}}
                |                                                    ^^^
              help: did you mean `ipv6`?
            """),
        WrongRule(
            "a share of nothing", of: "security_group", "flag: {ingress: {admits: {source: internet, share: 0}}}",
            """
            rules.yaml:9:56: error: `share` is above 0 and at most 1
              9 |     flag: {ingress: {admits: {source: internet, share: 0}}}
                |                                                        ^
            """),
        WrongRule(
            "a share above one", of: "security_group", "flag: {ingress: {admits: {source: internet, share: 1.5}}}",
            """
            rules.yaml:9:56: error: `share` is above 0 and at most 1
              9 |     flag: {ingress: {admits: {source: internet, share: 1.5}}}
                |                                                        ^^^
            """),
        WrongRule(
            "a negative share", of: "security_group", "flag: {ingress: {admits: {source: internet, share: -0.5}}}",
            """
            rules.yaml:9:56: error: `share` is above 0 and at most 1
              9 |     flag: {ingress: {admits: {source: internet, share: -0.5}}}
                |                                                        ^^^^
            """),
        WrongRule(
            "a word for a share", of: "security_group", "flag: {ingress: {admits: {source: internet, share: half}}}",
            """
            rules.yaml:9:56: error: `half` is not of type double
              9 |     flag: {ingress: {admits: {source: internet, share: half}}}
                |                                                        ^^^^
            """),
        WrongRule(
            "a list of other records", of: "bucket", "flag: {lifecycle: {admits: {source: internet}}}",
            """
            rules.yaml:9:32: error: `admits` applies to entries of security groups and network ACLs, and to facts of type traffic
              9 |     flag: {lifecycle: {admits: {source: internet}}}
                |                                ^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "several mistakes at once", of: "security_group",
            "flag: {ingress: {admits: {sourc: internet, protocol: tpc, port: 99999, share: 2}}}",
            """
            rules.yaml:9:31: error: `admits` has no key `sourc`
              9 |     flag: {ingress: {admits: {sourc: internet, protocol: tpc, port: 99999, share: 2}}}
                |                               ^^^^^
              help: did you mean `source`?
            rules.yaml:9:58: error: `tpc` is not of type protocol
              9 |     flag: {ingress: {admits: {sourc: internet, protocol: tpc, port: 99999, share: 2}}}
                |                                                          ^^^
              help: write tcp, udp, icmp, a number or all
            rules.yaml:9:69: error: `99999` is not of type port_range
              9 |     flag: {ingress: {admits: {sourc: internet, protocol: tpc, port: 99999, share: 2}}}
                |                                                                     ^^^^^
              help: write 443, 8000-8100 or all
            rules.yaml:9:83: error: `share` is above 0 and at most 1
              9 | …  flag: {ingress: {admits: {sourc: internet, protocol: tpc, port: 99999, share: 2}}}
                |                                                                                  ^
            """),
        WrongRule(
            "a port of a protocol without ports", of: "security_group",
            "flag: {ingress: {admits: {source: any, protocol: icmp, port: 22}}}",
            """
            rules.yaml:9:66: error: icmp has no ports, so this never holds
              9 |     flag: {ingress: {admits: {source: any, protocol: icmp, port: 22}}}
                |                                                                  ^^
            """),
        WrongRule(
            "nothing outside", of: "security_group", "flag: {ingress: {admits: {source: any, port: {}}}}",
            """
            rules.yaml:9:50: error: `port` as a mapping needs `outside`
              9 |     flag: {ingress: {admits: {source: any, port: {}}}}
                |                                                  ^^
              help: write {outside: [80, 443]}
            """),
    ]
}
