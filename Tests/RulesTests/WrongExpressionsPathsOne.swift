extension WrongRule {
    /// References, optional values and conditions that are none.
    static let expressionPathsOne = [
        WrongRule(
            "a misspelt field through a reference", of: "instance",
            """
            flag: resource.vpc.nmae == "a"
            """,
            """
            rules.yaml:9:24: error: `vpc` has no field `nmae`
              9 |     flag: resource.vpc.nmae == "a"
                |                        ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a misspelt field through two references", of: "instance",
            """
            flag: resource.subnet.vpc.cidr_blok == "10.0.0.0/8"
            """,
            """
            rules.yaml:9:31: error: `vpc` has no field `cidr_blok`
              9 |     flag: resource.subnet.vpc.cidr_blok == "10.0.0.0/8"
                |                               ^^^^^^^^^
              help: valid names are `id`, `name`, `cidr`, `ipv6_cidr`, `default`, `state`, `owner`, `tenancy`, `dhcp_options`, `dns_support`, `dns_hostnames`, `address_usage_metrics`, `flow_logs`, `internet_gateway_block`, `encryption_control`, `used`, `availability_zones`, `endpoint_services`, `account`, `region`, `arn`, `tags`, `attributes`, `monthly_cost` and others
            """),
        WrongRule(
            "a misspelt reference on the way", of: "instance",
            """
            flag: resource.subnet.vcp.name == "a"
            """,
            """
            rules.yaml:9:27: error: `subnet` has no field `vcp`
              9 |     flag: resource.subnet.vcp.name == "a"
                |                           ^^^
              help: did you mean `vpc`?
            """),
        WrongRule(
            "a field of another type through a reference", of: "instance",
            """
            flag: resource.vpc.vcpus > 3
            """,
            """
            rules.yaml:9:24: error: `vpc` has no field `vcpus`
              9 |     flag: resource.vpc.vcpus > 3
                |                        ^^^^^
              help: valid names are `id`, `name`, `cidr`, `ipv6_cidr`, `default`, `state`, `owner`, `tenancy`, `dhcp_options`, `dns_support`, `dns_hostnames`, `address_usage_metrics`, `flow_logs`, `internet_gateway_block`, `encryption_control`, `used`, `availability_zones`, `endpoint_services`, `account`, `region`, `arn`, `tags`, `attributes`, `monthly_cost` and others
            """),
        WrongRule(
            "a misspelt field through a list of references", of: "instance",
            """
            flag: resource.security_groups.exists(g, g.nmae == "default")
            """,
            """
            rules.yaml:9:48: error: `security_group` has no field `nmae`
              9 |     flag: resource.security_groups.exists(g, g.nmae == "default")
                |                                                ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a misspelt field through an entry's reference", of: "volume",
            """
            for_each: [attachments]
            flag: it.instance.stat == "stopped"
            """,
            """
            rules.yaml:10:23: error: `instance` has no field `stat`
              10 |     flag: it.instance.stat == "stopped"
                 |                       ^^^^
              help: did you mean `state`?
            """),
        WrongRule(
            "a misspelt value through a reference", of: "instance",
            """
            flag: resource.vpc.state == "availble"
            """,
            """
            rules.yaml:9:33: error: `availble` is not one of its values
              9 |     flag: resource.vpc.state == "availble"
                |                                 ^^^^^^^^^^
              help: did you mean `available`?
            """),
        WrongRule(
            "a record asked of a reference", of: "instance",
            """
            flag: resource.vpc.default == "yes"
            """,
            """
            rules.yaml:9:11: error: a bool cannot be compared with a string
              9 |     flag: resource.vpc.default == "yes"
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: write `true` or `false`
            """),
        WrongRule(
            "resources attached to it, misspelt", of: "security_group",
            """
            flag: size(resource.attached_too) == 0
            """,
            """
            rules.yaml:9:25: error: `security_group` has no field `attached_too`
              9 |     flag: size(resource.attached_too) == 0
                |                         ^^^^^^^^^^^^
              help: did you mean `attached_to`?
            """),
        WrongRule(
            "a field of the resources attached to it", of: "security_group",
            """
            flag: resource.attached_to.name == "a"
            """,
            """
            rules.yaml:9:32: error: a list has no fields
              9 |     flag: resource.attached_to.name == "a"
                |                                ^^^^
              help: write `.exists(x, x.name …)` or `.all(x, …)`
            """),
        WrongRule(
            "a field that not every resource has", of: "security_group",
            """
            flag: resource.attached_to.exists(a, a.vcpus > 3)
            """,
            """
            rules.yaml:9:44: error: `resource` has no field `vcpus`
              9 |     flag: resource.attached_to.exists(a, a.vcpus > 3)
                |                                            ^^^^^
              help: valid names are `id`, `name`, `type`, `account`, `region`, `arn`, `tags`, `monthly_cost`, `created`
            """),
        WrongRule(
            "attached_to of an entry", of: "security_group",
            """
            for_each: [ingress]
            flag: size(it.attached_to) == 0
            """,
            """
            rules.yaml:10:19: error: `security_group.ingress` has no field `attached_to`
              10 |     flag: size(it.attached_to) == 0
                 |                   ^^^^^^^^^^^
              help: valid names are `id`, `protocol`, `ports`, `icmp_type`, `icmp_code`, `source`, `description`, `peer_owner`, `peering_connection`, `peering_status`, `public_ipv4_share`, `public_ipv6_share`
            """),
        WrongRule(
            "a misspelt field of the inventory's resources", of: "vpc",
            """
            flag: inventory.subnets.exists(s, s.vcp == resource.id)
            """,
            """
            rules.yaml:9:41: error: `subnet` has no field `vcp`
              9 |     flag: inventory.subnets.exists(s, s.vcp == resource.id)
                |                                         ^^^
              help: did you mean `vpc`?
            """),
        WrongRule(
            "a collection of the inventory as a record", of: "vpc",
            """
            flag: inventory.subnets.vpc == resource.id
            """,
            """
            rules.yaml:9:29: error: a list has no fields
              9 |     flag: inventory.subnets.vpc == resource.id
                |                             ^^^
              help: write `.exists(x, x.vpc …)` or `.all(x, …)`
            """),
        WrongRule(
            "a collection as a resource", of: "vpc",
            """
            flag: inventory.subnet.exists(s, s.vpc == resource.id)
            """,
            """
            rules.yaml:9:21: error: `inventory` has no field `subnet`
              9 |     flag: inventory.subnet.exists(s, s.vpc == resource.id)
                |                     ^^^^^^
              help: did you mean `subnets`?
            """),
        WrongRule(
            "an optional selection that is not unwrapped", of: "instance",
            """
            flag: resource.?name == "a"
            """,
            """
            rules.yaml:9:11: error: an optional string cannot be compared with a string
              9 |     flag: resource.?name == "a"
                |           ^^^^^^^^^^^^^^^^^^^^^
              help: write `.orValue(…)` for its value, with one to take where there is none
            """),
        WrongRule(
            "an optional selection as a condition", of: "instance",
            """
            flag: resource.?ebs_optimized
            """,
            """
            rules.yaml:9:11: error: a condition is true or false, and this is an optional bool
              9 |     flag: resource.?ebs_optimized
                |           ^^^^^^^^^^^^^^^^^^^^^^^
              help: write `.orValue(false)` for its value
            """),
        WrongRule(
            "a misspelt field of an optional selection", of: "instance",
            """
            flag: resource.?nmae.orValue("") == "a"
            """,
            """
            rules.yaml:9:21: error: `instance` has no field `nmae`
              9 |     flag: resource.?nmae.orValue("") == "a"
                |                     ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "orValue of a value", of: "instance",
            """
            flag: resource.name.orValue("") == "a"
            """,
            """
            rules.yaml:9:25: error: `orValue` is a function of optional values, not of a string
              9 |     flag: resource.name.orValue("") == "a"
                |                         ^^^^^^^
            """),
        WrongRule(
            "orValue of another type", of: "instance",
            """
            flag: resource.?name.orValue(4) == "a"
            """,
            """
            rules.yaml:9:26: error: `orValue` does not take an optional string and an int
              9 |     flag: resource.?name.orValue(4) == "a"
                |                          ^^^^^^^
              help: it is `optional<T>.orValue(T)`
            """),
        WrongRule(
            "an optional call", of: "instance",
            """
            flag: resource.?name() == "a"
            """,
            """
            rules.yaml:9:21: error: a function is called after `.`, not `.?`
              9 |     flag: resource.?name() == "a"
                |                     ^^^^
            """),
    ]
}
