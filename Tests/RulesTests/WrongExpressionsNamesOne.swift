extension WrongRule {
    /// Names of fields, variables and parameters in expressions.
    static let expressionNamesOne = [
        WrongRule(
            "a misspelt field in CEL", of: "instance",
            """
            flag: resource.vcpu > 4
            """,
            """
            rules.yaml:9:20: error: `instance` has no field `vcpu`
              9 |     flag: resource.vcpu > 4
                |                    ^^^^
              help: did you mean `vcpus`?
            """),
        WrongRule(
            "a misspelt field of a record in CEL", of: "instance",
            """
            flag: resource.metadata_options.http_token == "optional"
            """,
            """
            rules.yaml:9:37: error: `instance.metadata_options` has no field `http_token`
              9 |     flag: resource.metadata_options.http_token == "optional"
                |                                     ^^^^^^^^^^
              help: did you mean `http_tokens`?
            """),
        WrongRule(
            "a misspelt record", of: "instance",
            """
            flag: resource.metadata_option.http_tokens == "optional"
            """,
            """
            rules.yaml:9:20: error: `instance` has no field `metadata_option`
              9 |     flag: resource.metadata_option.http_tokens == "optional"
                |                    ^^^^^^^^^^^^^^^
              help: did you mean `metadata_options`?
            """),
        WrongRule(
            "a field of another type in CEL", of: "instance",
            """
            flag: resource.versioning == "enabled"
            """,
            """
            rules.yaml:9:20: error: `instance` has no field `versioning`
              9 |     flag: resource.versioning == "enabled"
                |                    ^^^^^^^^^^
              help: valid names are `id`, `name`, `type`, `state`, `launched`, `state_changed`, `state_change_reason`, `owner`, `image`, `architecture`, `virtualization`, `hypervisor`, `boot_mode`, `tpm`, `platform_details`, `usage_operation`, `licenses`, `product_codes`, `operating_system`, `sql_server`, `vpc`, `subnet`, `availability_zone`, `private_ip` and others
            """),
        WrongRule(
            "a field of a text", of: "instance",
            """
            flag: resource.name.first == "a"
            """,
            """
            rules.yaml:9:25: error: a string has no fields
              9 |     flag: resource.name.first == "a"
                |                         ^^^^^
            """),
        WrongRule(
            "a field of a number", of: "instance",
            """
            flag: resource.vcpus.count > 4
            """,
            """
            rules.yaml:9:26: error: an int has no fields
              9 |     flag: resource.vcpus.count > 4
                |                          ^^^^^
            """),
        WrongRule(
            "a field of a list of records", of: "security_group",
            """
            flag: resource.ingress.protocol == "tcp"
            """,
            """
            rules.yaml:9:28: error: a list has no fields
              9 |     flag: resource.ingress.protocol == "tcp"
                |                            ^^^^^^^^
              help: write `.exists(x, x.protocol …)` or `.all(x, …)`
            """),
        WrongRule(
            "a field of a list of references", of: "instance",
            """
            flag: resource.security_groups.name == "default"
            """,
            """
            rules.yaml:9:36: error: a list has no fields
              9 |     flag: resource.security_groups.name == "default"
                |                                    ^^^^
              help: write `.exists(x, x.name …)` or `.all(x, …)`
            """),
        WrongRule(
            "a field of a list of texts", of: "instance",
            """
            flag: resource.product_codes.name == "a"
            """,
            """
            rules.yaml:9:34: error: a list has no fields
              9 |     flag: resource.product_codes.name == "a"
                |                                  ^^^^
            """),
        WrongRule(
            "a function written as a field", of: "instance",
            """
            flag: resource.tags.size > 3
            """,
            """
            rules.yaml:9:11: error: a string cannot be compared with an int
              9 |     flag: resource.tags.size > 3
                |           ^^^^^^^^^^^^^^^^^^^^^^
              help: text is written in quotes: `"3"`
            """),
        WrongRule(
            "a field without its resource", of: "instance",
            """
            flag: state == "running"
            """,
            """
            rules.yaml:9:11: error: there is no `state`
              9 |     flag: state == "running"
                |           ^^^^^
              help: write `resource.state`
            """),
        WrongRule(
            "a field of a record without its resource", of: "instance",
            """
            flag: metadata_options.http_tokens == "optional"
            """,
            """
            rules.yaml:9:11: error: there is no `metadata_options`
              9 |     flag: metadata_options.http_tokens == "optional"
                |           ^^^^^^^^^^^^^^^^
              help: write `resource.metadata_options`
            """),
        WrongRule(
            "a field of the entry without it", of: "security_group",
            """
            for_each: [ingress]
            flag: protocol == "tcp"
            """,
            """
            rules.yaml:10:11: error: there is no `protocol`
              10 |     flag: protocol == "tcp"
                 |           ^^^^^^^^
              help: write `it.protocol`
            """),
        WrongRule(
            "a field of the resource where there are entries", of: "security_group",
            """
            for_each: [ingress]
            flag: default && it.protocol == "tcp"
            """,
            """
            rules.yaml:10:11: error: there is no `default`
              10 |     flag: default && it.protocol == "tcp"
                 |           ^^^^^^^
              help: write `resource.default`
            """),
        WrongRule(
            "it outside for_each", of: "security_group",
            """
            flag: it.protocol == "tcp"
            """,
            """
            rules.yaml:9:11: error: `it` is the entry of `for_each`, and there is none here
              9 |     flag: it.protocol == "tcp"
                |           ^^
              help: write `resource`
            """),
        WrongRule(
            "it in when", of: "security_group",
            """
            when: it.protocol == "tcp"
            for_each: [ingress]
            flag: it.protocol == "udp"
            """,
            """
            rules.yaml:9:11: error: `it` is the entry of `for_each`, and there is none here
              9 |     when: it.protocol == "tcp"
                |           ^^
              help: write `resource`
            """),
        WrongRule(
            "a field of the resource behind it", of: "security_group",
            """
            for_each: [ingress]
            flag: it.default
            """,
            """
            rules.yaml:10:14: error: `security_group.ingress` has no field `default`
              10 |     flag: it.default
                 |              ^^^^^^^
              help: valid names are `id`, `protocol`, `ports`, `icmp_type`, `icmp_code`, `source`, `description`, `peer_owner`, `peering_connection`, `peering_status`, `public_ipv4_share`, `public_ipv6_share`
            """),
        WrongRule(
            "a misspelt field of the entry", of: "security_group",
            """
            for_each: [ingress]
            flag: it.protcol == "tcp"
            """,
            """
            rules.yaml:10:14: error: `security_group.ingress` has no field `protcol`
              10 |     flag: it.protcol == "tcp"
                 |              ^^^^^^^
              help: did you mean `protocol`?
            """),
        WrongRule(
            "a misspelt resource", of: "instance",
            """
            flag: resurce.vcpus > 4
            """,
            """
            rules.yaml:9:11: error: there is no `resurce`
              9 |     flag: resurce.vcpus > 4
                |           ^^^^^^^
              help: did you mean `resource`?
            """),
        WrongRule(
            "the type for the resource", of: "instance",
            """
            flag: instance.vcpus > 4
            """,
            """
            rules.yaml:9:11: error: there is no `instance`
              9 |     flag: instance.vcpus > 4
                |           ^^^^^^^^
              help: write `resource`
            """),
        WrongRule(
            "the resource by another name", of: "instance",
            """
            flag: self.vcpus > 4
            """,
            """
            rules.yaml:9:11: error: there is no `self`
              9 |     flag: self.vcpus > 4
                |           ^^^^
              help: write `resource`
            """),
        WrongRule(
            "an unknown name", of: "instance",
            """
            flag: frobnicate > 4
            """,
            """
            rules.yaml:9:11: error: there is no `frobnicate`
              9 |     flag: frobnicate > 4
                |           ^^^^^^^^^^
              help: valid names are `resource`, `inventory`, `now`
            """),
        WrongRule(
            "the name alone of a parameter", of: "instance",
            """
            params: {limit: {type: int, default: 4, meaning: The most}}
            flag: resource.vcpus > limit
            """,
            """
            rules.yaml:10:28: error: there is no `limit`
              10 |     flag: resource.vcpus > limit
                 |                            ^^^^^
              help: write `params.limit`
            """),
    ]
}
