extension WrongRule {
    /// Constants of expressions that are none of their type.
    static let expressionLiteralsOne = [
        WrongRule(
            "a bad pattern", of: "instance",
            """
            flag: resource.name.matches("web(")
            """,
            """
            rules.yaml:9:33: error: `web(` is no regular expression: missing ): web(
              9 |     flag: resource.name.matches("web(")
                |                                 ^^^^^^
              help: the syntax is RE2's: https://github.com/google/re2/wiki/Syntax
            """),
        WrongRule(
            "a pattern with a lookahead", of: "instance",
            """
            flag: resource.name.matches("(?!web)")
            """,
            """
            rules.yaml:9:33: error: `(?!web)` is no regular expression: invalid perl operator: (?!
              9 |     flag: resource.name.matches("(?!web)")
                |                                 ^^^^^^^^^
              help: the syntax is RE2's: https://github.com/google/re2/wiki/Syntax
            """),
        WrongRule(
            "a pattern with a wrong repetition", of: "instance",
            """
            flag: resource.name.matches("*web")
            """,
            """
            rules.yaml:9:33: error: `*web` is no regular expression: no argument for repetition operator: *
              9 |     flag: resource.name.matches("*web")
                |                                 ^^^^^^
              help: the syntax is RE2's: https://github.com/google/re2/wiki/Syntax
            """),
        WrongRule(
            "a bad address range", of: "instance",
            """
            flag: resource.private_ip.within("10.0.0.0/33")
            """,
            """
            rules.yaml:9:38: error: `10.0.0.0/33` is not of type cidr
              9 |     flag: resource.private_ip.within("10.0.0.0/33")
                |                                      ^^^^^^^^^^^^^
              help: write 10.0.0.0/8, ::/0 or internet
            """),
        WrongRule(
            "an address with a letter", of: "instance",
            """
            flag: resource.private_ip.within("10.0.O.0/8")
            """,
            """
            rules.yaml:9:38: error: `10.0.O.0/8` is not of type cidr
              9 |     flag: resource.private_ip.within("10.0.O.0/8")
                |                                      ^^^^^^^^^^^^
              help: write 10.0.0.0/8, ::/0 or internet
            """),
        WrongRule(
            "host bits in CEL", of: "instance",
            """
            flag: resource.private_ip.within("10.0.0.1/8")
            """,
            """
            rules.yaml:9:38: error: `10.0.0.1/8` has host bits set
              9 |     flag: resource.private_ip.within("10.0.0.1/8")
                |                                      ^^^^^^^^^^^^
              help: write 10.0.0.0/8
            """),
        WrongRule(
            "a bad range in a list", of: "instance",
            """
            flag: resource.private_ip.within(["10.0.0.0/8", "172.16.0.0/40"])
            """,
            """
            rules.yaml:9:53: error: `172.16.0.0/40` is not of type cidr
              9 |     flag: resource.private_ip.within(["10.0.0.0/8", "172.16.0.0/40"])
                |                                                     ^^^^^^^^^^^^^^^
              help: write 10.0.0.0/8, ::/0 or internet
            """),
        WrongRule(
            "a misspelt internet", of: "security_group",
            """
            flag: resource.ingress.exists(e, e.source.exists(s, s.covers("internt")))
            """,
            """
            rules.yaml:9:66: error: `internt` is not of type cidr
              9 |     flag: resource.ingress.exists(e, e.source.exists(s, s.covers("internt")))
                |                                                                  ^^^^^^^^^
              help: write 10.0.0.0/8, ::/0 or internet
            """),
        WrongRule(
            "an address equal to a text", of: "instance",
            """
            flag: resource.private_ip == "web"
            """,
            """
            rules.yaml:9:34: error: `web` is not of type ip
              9 |     flag: resource.private_ip == "web"
                |                                  ^^^^^
              help: write 10.0.0.0/8, ::/0 or internet
            """),
        WrongRule(
            "a bad duration", of: "instance",
            """
            flag: resource.created.age() > "90 days"
            """,
            """
            rules.yaml:9:36: error: `90 days` is not of type duration
              9 |     flag: resource.created.age() > "90 days"
                |                                    ^^^^^^^^^
              help: write a duration such as 90d or 12h
            """),
        WrongRule(
            "a duration of a number", of: "instance",
            """
            flag: resource.created.age() > 90
            """,
            """
            rules.yaml:9:11: error: a duration cannot be compared with an int
              9 |     flag: resource.created.age() > 90
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: a span of time is written `"90d"`
            """),
        WrongRule(
            "a bad duration of a function", of: "instance",
            """
            flag: resource.created.age() > duration("90x")
            """,
            """
            rules.yaml:9:45: error: `90x` is not of type duration
              9 |     flag: resource.created.age() > duration("90x")
                |                                             ^^^^^
              help: write a duration such as 90d or 12h
            """),
        WrongRule(
            "a bad time in CEL", of: "instance",
            """
            flag: resource.created < timestamp("2026-02-30")
            """,
            """
            rules.yaml:9:40: error: `2026-02-30` is not of type timestamp
              9 |     flag: resource.created < timestamp("2026-02-30")
                |                                        ^^^^^^^^^^^^
              help: write 2026-01-31T12:00:00Z
            """),
        WrongRule(
            "a bad time as a text", of: "instance",
            """
            flag: resource.created < "yesterday"
            """,
            """
            rules.yaml:9:30: error: `yesterday` is not of type timestamp
              9 |     flag: resource.created < "yesterday"
                |                              ^^^^^^^^^^^
              help: write 2026-01-31T12:00:00Z
            """),
        WrongRule(
            "a bad size in CEL", of: "snapshot",
            """
            flag: resource.full_size > "5 Megs"
            """,
            """
            rules.yaml:9:32: error: `5 Megs` is not of type bytes
              9 |     flag: resource.full_size > "5 Megs"
                |                                ^^^^^^^^
              help: write a size such as 5MB or 10GiB
            """),
        WrongRule(
            "a bad port in CEL", of: "security_group",
            """
            flag: resource.ingress.exists(e, e.ports.exists(p, p.covers(99999)))
            """,
            """
            rules.yaml:9:65: error: `99999` is not of type port_range
              9 |     flag: resource.ingress.exists(e, e.ports.exists(p, p.covers(99999)))
                |                                                                 ^^^^^
              help: write 443, 8000-8100 or all
            """),
        WrongRule(
            "a bad port as a text", of: "security_group",
            """
            flag: resource.ingress.exists(e, e.ports.exists(p, p.covers("http")))
            """,
            """
            rules.yaml:9:65: error: `http` is not of type port_range
              9 |     flag: resource.ingress.exists(e, e.ports.exists(p, p.covers("http")))
                |                                                                 ^^^^^^
              help: write 443, 8000-8100 or all
            """),
        WrongRule(
            "ports the wrong way round in CEL", of: "security_group",
            """
            flag: resource.ingress.exists(e, e.ports.exists(p, p.covers("30-20")))
            """,
            """
            rules.yaml:9:65: error: `30-20` is not of type port_range
              9 |     flag: resource.ingress.exists(e, e.ports.exists(p, p.covers("30-20")))
                |                                                                 ^^^^^^^
              help: write 443, 8000-8100 or all
            """),
        WrongRule(
            "a bad protocol", of: "security_group",
            """
            flag: resource.ingress.exists(e, e.protocol == "tcpp")
            """,
            """
            rules.yaml:9:52: error: `tcpp` is not of type protocol
              9 |     flag: resource.ingress.exists(e, e.protocol == "tcpp")
                |                                                    ^^^^^^
              help: write tcp, udp, icmp, a number or all
            """),
        WrongRule(
            "a protocol of a number too large", of: "security_group",
            """
            flag: resource.ingress.exists(e, e.protocol == 300)
            """,
            """
            rules.yaml:9:52: error: `300` is not of type protocol
              9 |     flag: resource.ingress.exists(e, e.protocol == 300)
                |                                                    ^^^
              help: write tcp, udp, icmp, a number or all
            """),
        WrongRule(
            "a bad amount in CEL", of: "instance",
            """
            flag: resource.monthly_cost > "ten"
            """,
            """
            rules.yaml:9:35: error: `ten` is not of type usd
              9 |     flag: resource.monthly_cost > "ten"
                |                                   ^^^^^
              help: write an amount of dollars such as 9.50
            """),
        WrongRule(
            "an unknown key of admits", of: "security_group",
            """
            flag: 'resource.ingress.admits({"sources": "internet"})'
            """,
            """
            rules.yaml:9:37: error: `admits` has no key `sources`
              9 |     flag: 'resource.ingress.admits({"sources": "internet"})'
                |                                     ^^^^^^^^^
              help: did you mean `source`?
            """),
        WrongRule(
            "destination for ingress in CEL", of: "security_group",
            """
            flag: 'resource.ingress.admits({"destination": "internet"})'
            """,
            """
            rules.yaml:9:37: error: `ingress` entries have a source, not a destination
              9 |     flag: 'resource.ingress.admits({"destination": "internet"})'
                |                                     ^^^^^^^^^^^^^
              help: write `source`
            """),
        WrongRule(
            "source for egress in CEL", of: "security_group",
            """
            flag: 'resource.egress.admits({"source": "internet"})'
            """,
            """
            rules.yaml:9:36: error: `egress` entries have a destination, not a source
              9 |     flag: 'resource.egress.admits({"source": "internet"})'
                |                                    ^^^^^^^^
              help: write `destination`
            """),
        WrongRule(
            "admits without a source", of: "security_group",
            """
            flag: 'resource.ingress.admits({"protocol": "tcp", "port": 22})'
            """,
            """
            rules.yaml:9:36: error: `admits` needs `source`
              9 |     flag: 'resource.ingress.admits({"protocol": "tcp", "port": 22})'
                |                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: write `source: internet`, `any` or an address range
            """),
    ]
}
