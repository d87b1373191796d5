extension WrongRule {
    /// Conditions: fields, values and operators that do not fit. Part 2.
    static let conditionsTwo = [
        WrongRule(
            "ports of an address", of: "instance", "flag: {private_ip: {covers: 22}}",
            """
            rules.yaml:9:33: error: `22` is not of type cidr
              9 |     flag: {private_ip: {covers: 22}}
                |                                 ^^
              help: write 10.0.0.0/8, ::/0 or internet
            """),
        WrongRule(
            "contents of a policy", of: "bucket", "flag: {policy: {contains: a}}",
            """
            rules.yaml:9:21: error: `contains` is no operator on a policy
              9 |     flag: {policy: {contains: a}}
                |                     ^^^^^^^^
              help: valid names are `not`, `any`, `all`, `exists`, `stated`
            """),
        WrongRule(
            "admits on text", of: "security_group", "flag: {name: {admits: {source: internet}}}",
            """
            rules.yaml:9:19: error: `admits` is no operator on a string
              9 |     flag: {name: {admits: {source: internet}}}
                |                   ^^^^^^
              help: valid names are `startsWith`, `endsWith`, `contains`, `containsIgnoringCase`, `size`, `empty`, `in`, `not`, `any`, `all`, `exists`, `stated`
            """),
        WrongRule(
            "a word for a number", of: "instance", "flag: {vcpus: four}",
            """
            rules.yaml:9:19: error: `four` is not of type int
              9 |     flag: {vcpus: four}
                |                   ^^^^
            """),
        WrongRule(
            "a fraction for a whole number", of: "instance", "flag: {vcpus: 4.5}",
            """
            rules.yaml:9:19: error: `4.5` is not of type int
              9 |     flag: {vcpus: 4.5}
                |                   ^^^
            """),
        WrongRule(
            "a number beyond all bounds", of: "instance", "flag: {vcpus: 99999999999999999999}",
            """
            rules.yaml:9:19: error: `99999999999999999999` is not of type int
              9 |     flag: {vcpus: 99999999999999999999}
                |                   ^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "a list of another type", of: "instance", "flag: {vcpus: [4, five]}",
            """
            rules.yaml:9:23: error: `five` is not of type int
              9 |     flag: {vcpus: [4, five]}
                |                       ^^^^
            """),
        WrongRule(
            "yes for a boolean", of: "security_group", "flag: {default: yes}",
            """
            rules.yaml:9:21: error: `yes` is not of type bool
              9 |     flag: {default: yes}
                |                     ^^^
              help: write true or false
            """),
        WrongRule(
            "a quoted boolean", of: "security_group",
            """
            flag: {default: "true"}
            """,
            """
            rules.yaml:9:21: error: `true` is not of type bool
              9 |     flag: {default: "true"}
                |                     ^^^^^^
              help: write true or false
            """),
        WrongRule(
            "yes for exists", of: "instance", "flag: {name: {exists: yes}}",
            """
            rules.yaml:9:27: error: `exists` takes true or false
              9 |     flag: {name: {exists: yes}}
                |                           ^^^
            """),
        WrongRule(
            "a number for empty", of: "instance", "flag: {tags: {empty: 0}}",
            """
            rules.yaml:9:26: error: `empty` takes true or false
              9 |     flag: {tags: {empty: 0}}
                |                          ^
            """),
        WrongRule(
            "an unknown value", of: "instance", "flag: {state: runing}",
            """
            rules.yaml:9:19: error: `runing` is not one of its values
              9 |     flag: {state: runing}
                |                   ^^^^^^
              help: did you mean `running`?
            """),
        WrongRule(
            "an unknown value in a list", of: "instance", "flag: {state: [running, stoped]}",
            """
            rules.yaml:9:29: error: `stoped` is not one of its values
              9 |     flag: {state: [running, stoped]}
                |                             ^^^^^^
              help: did you mean `stopped`?
            """),
        WrongRule(
            "an unknown value behind in", of: "bucket", "flag: {ownership: {in: [none]}}",
            """
            rules.yaml:9:29: error: `none` is not one of its values
              9 |     flag: {ownership: {in: [none]}}
                |                             ^^^^
              help: valid names are `bucket_owner_enforced`, `bucket_owner_preferred`, `object_writer`
            """),
        WrongRule(
            "a bad address range", of: "instance", "flag: {private_ip: {within: 10.0.0.0/33}}",
            """
            rules.yaml:9:33: error: `10.0.0.0/33` is not of type cidr
              9 |     flag: {private_ip: {within: 10.0.0.0/33}}
                |                                 ^^^^^^^^^^^
              help: write 10.0.0.0/8, ::/0 or internet
            """),
        WrongRule(
            "no address", of: "instance", "flag: {private_ip: {within: localhost}}",
            """
            rules.yaml:9:33: error: `localhost` is not of type cidr
              9 |     flag: {private_ip: {within: localhost}}
                |                                 ^^^^^^^^^
              help: write 10.0.0.0/8, ::/0 or internet
            """),
        WrongRule(
            "host bits", of: "instance", "flag: {private_ip: {within: 10.0.0.1/8}}",
            """
            rules.yaml:9:33: error: `10.0.0.1/8` has host bits set
              9 |     flag: {private_ip: {within: 10.0.0.1/8}}
                |                                 ^^^^^^^^^^
              help: write 10.0.0.0/8
            """),
        WrongRule(
            "equal to the internet", of: "instance", "flag: {private_ip: internet}",
            """
            rules.yaml:9:24: error: an address range is compared with operators
              9 |     flag: {private_ip: internet}
                |                        ^^^^^^^^
              help: write {covers: internet} or {public: true}
            """),
        WrongRule(
            "a bad port", of: "security_group", "flag: {ingress: {some: {ports: {some: {covers: 65536}}}}}",
            """
            rules.yaml:9:52: error: `65536` is not of type port_range
              9 |     flag: {ingress: {some: {ports: {some: {covers: 65536}}}}}
                |                                                    ^^^^^
              help: write 443, 8000-8100 or all
            """),
        WrongRule(
            "ports the wrong way round", of: "security_group", "flag: {ingress: {some: {ports: {some: 30-20}}}}",
            """
            rules.yaml:9:43: error: `30-20` is not of type port_range
              9 |     flag: {ingress: {some: {ports: {some: 30-20}}}}
                |                                           ^^^^^
              help: write 443, 8000-8100 or all
            """),
        WrongRule(
            "an unknown protocol", of: "security_group", "flag: {ingress: {some: {protocol: tpc}}}",
            """
            rules.yaml:9:39: error: `tpc` is not of type protocol
              9 |     flag: {ingress: {some: {protocol: tpc}}}
                |                                       ^^^
              help: write tcp, udp, icmp, a number or all
            """),
        WrongRule(
            "a bad duration", of: "instance", "flag: {launched: {older_than: 90 days}}",
            """
            rules.yaml:9:35: error: `90 days` is not of type duration
              9 |     flag: {launched: {older_than: 90 days}}
                |                                   ^^^^^^^
              help: write a duration such as 90d or 12h
            """),
        WrongRule(
            "a bad time", of: "instance", "flag: {launched: {above: 2026-02-30}}",
            """
            rules.yaml:9:30: error: `2026-02-30` is not of type timestamp
              9 |     flag: {launched: {above: 2026-02-30}}
                |                              ^^^^^^^^^^
              help: write 2026-01-31T12:00:00Z
            """),
        WrongRule(
            "a bad amount", of: "instance", "flag: {monthly_cost: {above: cheap}}",
            """
            rules.yaml:9:34: error: `cheap` is not of type usd
              9 |     flag: {monthly_cost: {above: cheap}}
                |                                  ^^^^^
              help: write an amount of dollars such as 9.50
            """),
        WrongRule(
            "a bad size", of: "snapshot", "flag: {full_size: {above: big}}",
            """
            rules.yaml:9:31: error: `big` is not of type bytes
              9 |     flag: {full_size: {above: big}}
                |                               ^^^
              help: write a size such as 5MB or 10GiB
            """),
        WrongRule(
            "a list compared with text", of: "instance", "flag: {product_codes: a}",
            """
            rules.yaml:9:27: error: a list cannot be compared with `a`
              9 |     flag: {product_codes: a}
                |                           ^
              help: operators on a list: some, every, none, size, empty, contains, not, any, all, exists, stated
            """),
        WrongRule(
            "a map compared with text", of: "instance", "flag: {tags: Owner}",
            """
            rules.yaml:9:18: error: a map cannot be compared with `Owner`
              9 |     flag: {tags: Owner}
                |                  ^^^^^
              help: operators on a map: has_keys, key, size, empty, not, any, all, exists, stated
            """),
        WrongRule(
            "a record compared with text", of: "instance", "flag: {metadata_options: required}",
            """
            rules.yaml:9:30: error: a record cannot be compared with `required`
              9 |     flag: {metadata_options: required}
                |                              ^^^^^^^^
              help: operators on a record: not, any, all, exists, stated
            """),
        WrongRule(
            "a record one of a list", of: "bucket", "flag: {encryption: [aes256]}",
            """
            rules.yaml:9:24: error: a record cannot be one of a list
              9 |     flag: {encryption: [aes256]}
                |                        ^^^^^^^^
              help: operators on a record: not, any, all, exists, stated
            """),
        WrongRule(
            "a list one of a list", of: "instance", "flag: {product_codes: [a, b]}",
            """
            rules.yaml:9:27: error: a list cannot be one of a list
              9 |     flag: {product_codes: [a, b]}
                |                           ^^^^^^
              help: operators on a list: some, every, none, size, empty, contains, not, any, all, exists, stated
            """),
        WrongRule(
            "key without a mapping", of: "instance", "flag: {tags: {key: Owner}}",
            """
            rules.yaml:9:24: error: `key` needs a mapping of keys and what must hold of their values
              9 |     flag: {tags: {key: Owner}}
                |                        ^^^^^
              help: write {Owner: {exists: true}}
            """),
        WrongRule(
            "an empty key", of: "instance", "flag: {tags: {key: {}}}",
            """
            rules.yaml:9:24: error: `key` needs a mapping of keys and what must hold of their values
              9 |     flag: {tags: {key: {}}}
                |                        ^^
              help: write {Owner: {exists: true}}
            """),
        WrongRule(
            "a wrong test under a key", of: "instance", "flag: {tags: {key: {Owner: {above: 1}}}}",
            """
            rules.yaml:9:33: error: `above` is no operator on a string
              9 |     flag: {tags: {key: {Owner: {above: 1}}}}
                |                                 ^^^^^
              help: valid names are `startsWith`, `endsWith`, `contains`, `containsIgnoringCase`, `size`, `empty`, `in`, `not`, `any`, `all`, `exists`, `stated`
            """),
        WrongRule(
            "stated of a field with a default", of: "bucket", "flag: {versioning: {stated: true}}",
            """
            rules.yaml:9:33: error: `versioning` has a default in the catalog, so it is always stated
              9 |     flag: {versioning: {stated: true}}
                |                                 ^^^^
            """),
    ]
}
