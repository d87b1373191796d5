extension WrongRule {
    /// Conditions: fields, values and operators that do not fit. Part 1.
    static let conditionsOne = [
        WrongRule(
            "an unknown field", of: "instance", "flag: {vcpu: 4}",
            """
            rules.yaml:9:12: error: `instance` has no field `vcpu`
              9 |     flag: {vcpu: 4}
                |            ^^^^
              help: did you mean `vcpus`?
            """),
        WrongRule(
            "a field of another type", of: "instance", "flag: {versioning: enabled}",
            """
            rules.yaml:9:12: error: `instance` has no field `versioning`
              9 |     flag: {versioning: enabled}
                |            ^^^^^^^^^^
              help: valid names are `id`, `name`, `type`, `state`, `launched`, `state_changed`, `state_change_reason`, `owner`, `image`, `architecture`, `virtualization`, `hypervisor`, `boot_mode`, `tpm`, `platform_details`, `usage_operation`, `licenses`, `product_codes`, `operating_system`, `sql_server`, `vpc`, `subnet`, `availability_zone`, `private_ip` and others
            """),
        WrongRule(
            "an unknown field in a record", of: "instance", "flag: {metadata_options: {http_token: required}}",
            """
            rules.yaml:9:31: error: `instance.metadata_options` has no field `http_token`
              9 |     flag: {metadata_options: {http_token: required}}
                |                               ^^^^^^^^^^
              help: did you mean `http_tokens`?
            """),
        WrongRule(
            "an unknown field in a list", of: "security_group", "flag: {ingress: {some: {port: 22}}}",
            """
            rules.yaml:9:29: error: `security_group.ingress` has no field `port`
              9 |     flag: {ingress: {some: {port: 22}}}
                |                             ^^^^
              help: did you mean `ports`?
            """),
        WrongRule(
            "an unknown field in when", of: "instance",
            """
            when: {vcpu: 4}
            flag: {vcpus: 4}
            """,
            """
            rules.yaml:9:12: error: `instance` has no field `vcpu`
              9 |     when: {vcpu: 4}
                |            ^^^^
              help: did you mean `vcpus`?
            """),
        WrongRule(
            "an unknown field of an entry", of: "security_group",
            """
            for_each: [ingress]
            flag: {destination: {some: {public: true}}}
            """,
            """
            rules.yaml:10:12: error: `security_group.ingress` has no field `destination`
              10 |     flag: {destination: {some: {public: true}}}
                 |            ^^^^^^^^^^^
              help: valid names are `id`, `protocol`, `ports`, `icmp_type`, `icmp_code`, `source`, `description`, `peer_owner`, `peering_connection`, `peering_status`, `public_ipv4_share`, `public_ipv6_share`, `any`, `all`, `not`
            """),
        WrongRule(
            "a field of a quoted condition without its record", of: "instance",
            """
            flag: "vcpus > 4"
            """,
            """
            rules.yaml:9:12: error: there is no `vcpus`
              9 |     flag: "vcpus > 4"
                |            ^^^^^
              help: write `resource.vcpus`
            """),
        WrongRule(
            "a field of a condition without its record", of: "instance", "flag: vcpus > 4",
            """
            rules.yaml:9:11: error: there is no `vcpus`
              9 |     flag: vcpus > 4
                |           ^^^^^
              help: write `resource.vcpus`
            """),
        WrongRule(
            "a list for a condition", of: "instance", "flag: [{vcpus: 4}]",
            """
            rules.yaml:9:11: error: a condition is a mapping of fields and what must hold of them, or an expression
              9 |     flag: [{vcpus: 4}]
                |           ^^^^^^^^^^^^
              help: write {field: value} or a text such as 'resource.name == "web"'
            """),
        WrongRule(
            "nothing for a condition", of: "instance", "flag: ",
            """
            rules.yaml:9:10: error: a condition is a mapping of fields and what must hold of them, or an expression
              9 |     flag:
                |          ^
              help: write {field: value} or a text such as 'resource.name == "web"'
            """),
        WrongRule(
            "an empty condition", of: "instance", "flag: {}",
            """
            rules.yaml:9:11: error: this condition is empty, so it would hold for everything
              9 |     flag: {}
                |           ^^
            """),
        WrongRule(
            "an empty when", of: "instance",
            """
            when: {}
            flag: {vcpus: 4}
            """,
            """
            rules.yaml:9:11: error: this condition is empty, so it would hold for everything
              9 |     when: {}
                |           ^^
            """),
        WrongRule(
            "an empty condition in a quantifier", of: "security_group", "flag: {ingress: {some: {}}}",
            """
            rules.yaml:9:28: error: this condition is empty, so it would hold for everything
              9 |     flag: {ingress: {some: {}}}
                |                            ^^
            """),
        WrongRule(
            "an empty condition in any", of: "instance", "flag: {any: [{vcpus: 4}, {}]}",
            """
            rules.yaml:9:30: error: this condition is empty, so it would hold for everything
              9 |     flag: {any: [{vcpus: 4}, {}]}
                |                              ^^
            """),
        WrongRule(
            "an empty test", of: "instance", "flag: {vcpus: {}}",
            """
            rules.yaml:9:19: error: this test is empty, so it would hold for everything
              9 |     flag: {vcpus: {}}
                |                   ^^
            """),
        WrongRule(
            "an empty any", of: "instance", "flag: {any: []}",
            """
            rules.yaml:9:17: error: `any` needs a list of conditions
              9 |     flag: {any: []}
                |                 ^^
              help: write any: [{…}, {…}]
            """),
        WrongRule(
            "any of a mapping", of: "instance", "flag: {any: {vcpus: 4}}",
            """
            rules.yaml:9:17: error: `any` needs a list of conditions
              9 |     flag: {any: {vcpus: 4}}
                |                 ^^^^^^^^^^
              help: write any: [{…}, {…}]
            """),
        WrongRule(
            "all of a value", of: "instance", "flag: {vcpus: {all: 4}}",
            """
            rules.yaml:9:25: error: `all` needs a list of conditions
              9 |     flag: {vcpus: {all: 4}}
                |                         ^
              help: write all: [{…}, {…}]
            """),
        WrongRule(
            "not of a list", of: "instance", "flag: {not: [{vcpus: 4}]}",
            """
            rules.yaml:9:17: error: a condition is a mapping of fields and what must hold of them, or an expression
              9 |     flag: {not: [{vcpus: 4}]}
                |                 ^^^^^^^^^^^^
              help: write {field: value} or a text such as 'resource.name == "web"'
            """),
        WrongRule(
            "an operator for a condition", of: "instance", "flag: {above: 4}",
            """
            rules.yaml:9:12: error: `instance` has no field `above`
              9 |     flag: {above: 4}
                |            ^^^^^
              help: valid names are `id`, `name`, `type`, `state`, `launched`, `state_changed`, `state_change_reason`, `owner`, `image`, `architecture`, `virtualization`, `hypervisor`, `boot_mode`, `tpm`, `platform_details`, `usage_operation`, `licenses`, `product_codes`, `operating_system`, `sql_server`, `vpc`, `subnet`, `availability_zone`, `private_ip` and others
            """),
        WrongRule(
            "any is misspelt", of: "instance", "flag: {ani: [{vcpus: 4}]}",
            """
            rules.yaml:9:12: error: `instance` has no field `ani`
              9 |     flag: {ani: [{vcpus: 4}]}
                |            ^^^
              help: did you mean `any`?
            """),
        WrongRule(
            "an unknown operator", of: "instance", "flag: {vcpus: {abvoe: 4}}",
            """
            rules.yaml:9:20: error: `abvoe` is no operator on an int
              9 |     flag: {vcpus: {abvoe: 4}}
                |                    ^^^^^
              help: did you mean `above`?
            """),
        WrongRule(
            "order on text", of: "instance", "flag: {name: {above: a}}",
            """
            rules.yaml:9:19: error: `above` is no operator on a string
              9 |     flag: {name: {above: a}}
                |                   ^^^^^
              help: valid names are `startsWith`, `endsWith`, `contains`, `containsIgnoringCase`, `size`, `empty`, `in`, `not`, `any`, `all`, `exists`, `stated`
            """),
        WrongRule(
            "text operators on a number", of: "instance", "flag: {vcpus: {startsWith: 4}}",
            """
            rules.yaml:9:20: error: `startsWith` is no operator on an int
              9 |     flag: {vcpus: {startsWith: 4}}
                |                    ^^^^^^^^^^
              help: valid names are `above`, `at_least`, `below`, `at_most`, `in`, `not`, `any`, `all`, `exists`, `stated`
            """),
        WrongRule(
            "text operators in lower case", of: "instance", "flag: {name: {startswith: a}}",
            """
            rules.yaml:9:19: error: `startswith` is no operator on a string
              9 |     flag: {name: {startswith: a}}
                |                   ^^^^^^^^^^
              help: did you mean `startsWith`?
            """),
        WrongRule(
            "age of a number", of: "instance", "flag: {vcpus: {older_than: 4d}}",
            """
            rules.yaml:9:20: error: `older_than` is no operator on an int
              9 |     flag: {vcpus: {older_than: 4d}}
                |                    ^^^^^^^^^^
              help: valid names are `above`, `at_least`, `below`, `at_most`, `in`, `not`, `any`, `all`, `exists`, `stated`
            """),
        WrongRule(
            "order on an enumeration", of: "instance", "flag: {state: {at_least: running}}",
            """
            rules.yaml:9:20: error: `at_least` is no operator on an enum
              9 |     flag: {state: {at_least: running}}
                |                    ^^^^^^^^
              help: valid names are `in`, `not`, `any`, `all`, `exists`, `stated`
            """),
        WrongRule(
            "order on a boolean", of: "security_group", "flag: {default: {above: false}}",
            """
            rules.yaml:9:22: error: `above` is no operator on a bool
              9 |     flag: {default: {above: false}}
                |                      ^^^^^
              help: valid names are `in`, `not`, `any`, `all`, `exists`, `stated`
            """),
        WrongRule(
            "addresses of text", of: "instance", "flag: {name: {within: 10.0.0.0/8}}",
            """
            rules.yaml:9:19: error: `within` is no operator on a string
              9 |     flag: {name: {within: 10.0.0.0/8}}
                |                   ^^^^^^
              help: valid names are `startsWith`, `endsWith`, `contains`, `containsIgnoringCase`, `size`, `empty`, `in`, `not`, `any`, `all`, `exists`, `stated`
            """),
        WrongRule(
            "kind of an address", of: "instance", "flag: {private_ip: {kind: cidr}}",
            """
            rules.yaml:9:25: error: `kind` is no operator on an ip
              9 |     flag: {private_ip: {kind: cidr}}
                |                         ^^^^
              help: valid names are `within`, `covers`, `overlaps`, `prefix_length`, `public`, `in`, `not`, `any`, `all`, `exists`, `stated`
            """),
        WrongRule(
            "elements of text", of: "instance", "flag: {name: {some: a}}",
            """
            rules.yaml:9:19: error: `some` is no operator on a string
              9 |     flag: {name: {some: a}}
                |                   ^^^^
              help: valid names are `startsWith`, `endsWith`, `contains`, `containsIgnoringCase`, `size`, `empty`, `in`, `not`, `any`, `all`, `exists`, `stated`
            """),
        WrongRule(
            "keys of a list", of: "instance", "flag: {product_codes: {has_keys: [a]}}",
            """
            rules.yaml:9:28: error: `has_keys` is no operator on a list
              9 |     flag: {product_codes: {has_keys: [a]}}
                |                            ^^^^^^^^
              help: valid names are `some`, `every`, `none`, `size`, `empty`, `contains`, `not`, `any`, `all`, `exists`, `stated`
            """),
        WrongRule(
            "size of a number", of: "instance", "flag: {vcpus: {size: 1}}",
            """
            rules.yaml:9:20: error: `size` is no operator on an int
              9 |     flag: {vcpus: {size: 1}}
                |                    ^^^^
              help: valid names are `above`, `at_least`, `below`, `at_most`, `in`, `not`, `any`, `all`, `exists`, `stated`
            """),
    ]
}
