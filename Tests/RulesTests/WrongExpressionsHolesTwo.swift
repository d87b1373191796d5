extension WrongRule {
    /// Holes of messages, and several mistakes at once.
    static let expressionHolesTwo = [
        WrongRule(
            "a condition and a condition for whom it applies", of: "instance",
            """
            when: resource.stat == "running"
            flag: resource.vcpu > 4
            """,
            """
            rules.yaml:9:20: error: `instance` has no field `stat`
              9 |     when: resource.stat == "running"
                |                    ^^^^
              help: did you mean `state`?
            rules.yaml:10:20: error: `instance` has no field `vcpu`
              10 |     flag: resource.vcpu > 4
                 |                    ^^^^
              help: did you mean `vcpus`?
            """),
        WrongRule(
            "two fields of one expression", of: "instance",
            """
            flag: resource.vcpu > 4 && resource.nmae == "a"
            """,
            """
            rules.yaml:9:20: error: `instance` has no field `vcpu`
              9 |     flag: resource.vcpu > 4 && resource.nmae == "a"
                |                    ^^^^
              help: did you mean `vcpus`?
            rules.yaml:9:41: error: `instance` has no field `nmae`
              9 |     flag: resource.vcpu > 4 && resource.nmae == "a"
                |                                         ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "three mistakes of one expression", of: "instance",
            """
            flag: resource.vcpu > 4 && resource.state == "runing" && resource.name == 4
            """,
            """
            rules.yaml:9:20: error: `instance` has no field `vcpu`
              9 |     flag: resource.vcpu > 4 && resource.state == "runing" && resource.name == 4
                |                    ^^^^
              help: did you mean `vcpus`?
            rules.yaml:9:50: error: `runing` is not one of its values
              9 |     flag: resource.vcpu > 4 && resource.state == "runing" && resource.name == 4
                |                                                  ^^^^^^^^
              help: did you mean `running`?
            rules.yaml:9:62: error: a string cannot be compared with an int
              9 |     flag: resource.vcpu > 4 && resource.state == "runing" && resource.name == 4
                |                                                              ^^^^^^^^^^^^^^^^^^
              help: text is written in quotes: `"4"`
            """),
        WrongRule(
            "mistakes in nested macros", of: "security_group",
            """
            flag: resource.ingress.exists(e, e.protcol == "tcp" && e.ports.exists(p, p.coverz(22)) && q.id == "a")
            """,
            """
            rules.yaml:9:40: error: `security_group.ingress` has no field `protcol`
              9 |     flag: resource.ingress.exists(e, e.protcol == "tcp" && e.ports.exists(p, p.coverz(22)) && q.id == "a")
                |                                        ^^^^^^^
              help: did you mean `protocol`?
            rules.yaml:9:80: error: there is no function `coverz`
              9 |     flag: resource.ingress.exists(e, e.protcol == "tcp" && e.ports.exists(p, p.coverz(22)) && q.id == "a")
                |                                                                                ^^^^^^
              help: did you mean `covers`?
            rules.yaml:9:95: error: there is no `q`
              9 | …urce.ingress.exists(e, e.protcol == "tcp" && e.ports.exists(p, p.coverz(22)) && q.id == "a")
                |                                                                                  ^
              help: valid names are `e`, `resource`, `inventory`, `now`
            """),
        WrongRule(
            "two syntax errors", of: "instance",
            """
            flag: resource.vcpus > 4 and resource.name = "a"
            """,
            """
            rules.yaml:9:30: error: `and` is no operator
              9 |     flag: resource.vcpus > 4 and resource.name = "a"
                |                              ^^^
              help: write `&&`
            rules.yaml:9:48: error: `=` is no operator
              9 |     flag: resource.vcpus > 4 and resource.name = "a"
                |                                                ^
              help: write `==`
            """),
        WrongRule(
            "three syntax errors", of: "instance",
            """
            flag: resource.vcpus === 4 and resource.name <> "a"
            """,
            """
            rules.yaml:9:26: error: `===` is no operator
              9 |     flag: resource.vcpus === 4 and resource.name <> "a"
                |                          ^^^
              help: write `==`
            rules.yaml:9:32: error: `and` is no operator
              9 |     flag: resource.vcpus === 4 and resource.name <> "a"
                |                                ^^^
              help: write `&&`
            rules.yaml:9:50: error: `<>` is no operator
              9 |     flag: resource.vcpus === 4 and resource.name <> "a"
                |                                                  ^^
              help: write `!=`
            """),
        WrongRule(
            "a syntax error hides what is misspelt", of: "instance",
            """
            flag: resource.vcpu > 4 and resource.name == "a"
            """,
            """
            rules.yaml:9:29: error: `and` is no operator
              9 |     flag: resource.vcpu > 4 and resource.name == "a"
                |                             ^^^
              help: write `&&`
            """),
        WrongRule(
            "items of any", of: "instance",
            """
            flag: {any: [resource.vcpu > 4, resource.nmae == "a", {stat: running}]}
            """,
            """
            rules.yaml:9:27: error: `instance` has no field `vcpu`
              9 |     flag: {any: [resource.vcpu > 4, resource.nmae == "a", {stat: running}]}
                |                           ^^^^
              help: did you mean `vcpus`?
            rules.yaml:9:46: error: `instance` has no field `nmae`
              9 |     flag: {any: [resource.vcpu > 4, resource.nmae == "a", {stat: running}]}
                |                                              ^^^^
              help: did you mean `name`?
            rules.yaml:9:60: error: `instance` has no field `stat`
              9 |     flag: {any: [resource.vcpu > 4, resource.nmae == "a", {stat: running}]}
                |                                                            ^^^^
              help: did you mean `state`?
            """),
        WrongRule(
            "what depends on a mistake", of: "instance",
            """
            flag: size(resource.nmae.split(",")) > 3 && resource.nmae + "a" == "b"
            """,
            """
            rules.yaml:9:25: error: `instance` has no field `nmae`
              9 |     flag: size(resource.nmae.split(",")) > 3 && resource.nmae + "a" == "b"
                |                         ^^^^
              help: did you mean `name`?
            rules.yaml:9:58: error: `instance` has no field `nmae`
              9 |     flag: size(resource.nmae.split(",")) > 3 && resource.nmae + "a" == "b"
                |                                                          ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a mistake in an argument and one in the function", of: "instance",
            """
            flag: lenght(resource.nmae) > 4
            """,
            """
            rules.yaml:9:11: error: there is no function `lenght`
              9 |     flag: lenght(resource.nmae) > 4
                |           ^^^^^^
              help: write `size(x)`
            rules.yaml:9:27: error: `instance` has no field `nmae`
              9 |     flag: lenght(resource.nmae) > 4
                |                           ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "every entry's mistake once", of: "security_group",
            """
            for_each: [ingress, egress]
            flag: it.protcol == "tcp"
            """,
            """
            rules.yaml:10:14: error: `security_group.ingress` has no field `protcol`
              10 |     flag: it.protcol == "tcp"
                 |              ^^^^^^^
              help: did you mean `protocol`?
            """),
        WrongRule(
            "a mistake for the second list only", of: "security_group",
            """
            for_each: [ingress, egress]
            flag: it.source.exists(s, s.covers("internet"))
            """,
            """
            rules.yaml:10:14: error: `security_group.egress` has no field `source`
              10 |     flag: it.source.exists(s, s.covers("internet"))
                 |              ^^^^^^
              help: valid names are `id`, `protocol`, `ports`, `icmp_type`, `icmp_code`, `destination`, `description`, `peer_owner`, `peering_connection`, `peering_status`, `public_ipv4_share`, `public_ipv6_share`
            """),
        WrongRule(
            "a misspelt parameter beside another", of: "instance",
            """
            params: {limit: {type: int, default: 4, meaning: The most}, least: {type: int, default: 1, meaning: The least}}
            flag: resource.vcpus > params.limt && resource.vcpus > params.laest
            """,
            """
            rules.yaml:10:35: error: there is no parameter `limt`
              10 |     flag: resource.vcpus > params.limt && resource.vcpus > params.laest
                 |                                   ^^^^
              help: did you mean `limit`?
            rules.yaml:10:67: error: there is no parameter `laest`
              10 |     flag: resource.vcpus > params.limt && resource.vcpus > params.laest
                 |                                                                   ^^^^^
              help: did you mean `least`?
            """),
        WrongRule(
            "text that is no expression at all", of: "instance",
            """
            flag: the instance has more than four processors
            """,
            """
            rules.yaml:9:15: error: an operator is missing before `instance`
              9 |     flag: the instance has more than four processors
                |               ^^^^^^^^
            """),
        WrongRule(
            "a rule with a mistake beside a right one",
            """
            rules:
              - {id: first-rule, title: A rule, resource: instance, category: security, severity: low, message: m, fix: f, flag: resource.vcpus > 4}
              - {id: second-rule, title: A rule, resource: instance, category: security, severity: low, message: m, fix: f, flag: resource.vcpu > 4}
            """,
            """
            rules.yaml:3:128: error: `instance` has no field `vcpu`
              3 | …instance, category: security, severity: low, message: m, fix: f, flag: resource.vcpu > 4}
                |                                                                                  ^^^^
              help: did you mean `vcpus`?
            """),
    ]
}
