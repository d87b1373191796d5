extension WrongRule {
    /// Conditions that are always true or never: of constants, lists and elements, and in parts.
    static let constantsTwo = [
        WrongRule(
            "false beside something", of: "instance",
            """
            flag: resource.vcpus > 3 || false
            """,
            """
            rules.yaml:9:33: error: this condition is never true
              9 |     flag: resource.vcpus > 3 || false
                |                                 ^^^^^
            """),
        WrongRule(
            "two numbers", of: "instance",
            """
            flag: 1 == 1
            """,
            """
            rules.yaml:9:11: error: this condition is always true
              9 |     flag: 1 == 1
                |           ^^^^^^
            """),
        WrongRule(
            "a comparison of texts", of: "instance",
            """
            flag: '"a" < "b" && resource.vcpus > 3'
            """,
            """
            rules.yaml:9:12: error: this condition is always true
              9 |     flag: '"a" < "b" && resource.vcpus > 3'
                |            ^^^^^^^^^
            """),
        WrongRule(
            "two constants and a sum", of: "instance",
            """
            flag: 1 + 1 > 3
            """,
            """
            rules.yaml:9:11: error: this condition is never true
              9 |     flag: 1 + 1 > 3
                |           ^^^^^^^^^
            """),
        WrongRule(
            "a function of constants", of: "instance",
            """
            flag: '"web-1".startsWith("web") && resource.vcpus > 3'
            """,
            """
            rules.yaml:9:12: error: this condition is always true
              9 |     flag: '"web-1".startsWith("web") && resource.vcpus > 3'
                |            ^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "compared with itself", of: "instance",
            """
            flag: resource.name == resource.name
            """,
            """
            rules.yaml:9:11: error: `resource.name` is compared with itself
              9 |     flag: resource.name == resource.name
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "at most itself", of: "instance",
            """
            flag: resource.vcpus <= resource.vcpus && resource.name == "a"
            """,
            """
            rules.yaml:9:11: error: `resource.vcpus` is compared with itself
              9 |     flag: resource.vcpus <= resource.vcpus && resource.name == "a"
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "one of nothing", of: "instance",
            """
            flag: resource.name in []
            """,
            """
            rules.yaml:9:28: error: this list is empty, so nothing is in it
              9 |     flag: resource.name in []
                |                            ^^
            """),
        WrongRule(
            "none of nothing", of: "instance",
            """
            flag: '!(resource.state in [])'
            """,
            """
            rules.yaml:9:32: error: this list is empty, so nothing is in it
              9 |     flag: '!(resource.state in [])'
                |                                ^^
            """),
        WrongRule(
            "all values of an enumeration", of: "instance",
            """
            flag: resource.tenancy in ["default", "dedicated", "host"]
            """,
            """
            rules.yaml:9:31: error: this list holds all values of `resource.tenancy`
              9 |     flag: resource.tenancy in ["default", "dedicated", "host"]
                |                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: to ask whether it has one, write `resource.tenancy != null`
            """),
        WrongRule(
            "all values of an enumeration, in a mapping", of: "instance",
            """
            flag: {tenancy: [default, dedicated, host]}
            """,
            """
            rules.yaml:9:21: error: this list holds all values of `tenancy`
              9 |     flag: {tenancy: [default, dedicated, host]}
                |                     ^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: to ask whether it has one, write `{exists: true}`
            """),
        WrongRule(
            "two values of one element", of: "instance",
            """
            flag: resource.tags.exists(k, k == "a" && k == "b")
            """,
            """
            rules.yaml:9:35: error: this condition is never true: `k` cannot be both `a` and `b`
              9 |     flag: resource.tags.exists(k, k == "a" && k == "b")
                |                                   ^^^^^^^^^^^^^^^^^^^^
              help: write `||`, or `k in ["a", "b"]`
            """),
        WrongRule(
            "two values of one entry", of: "security_group",
            """
            flag: {ingress: {some: {all: [{protocol: tcp}, {protocol: udp}]}}}
            """,
            """
            rules.yaml:9:63: error: this condition is never true: `protocol` cannot be both `tcp` and `udp`
              9 |     flag: {ingress: {some: {all: [{protocol: tcp}, {protocol: udp}]}}}
                |                                                               ^^^
            rules.yaml:9:46: note: this is the other condition
              help: write `[tcp, udp]` for one of them
            """),
        WrongRule(
            "two values of the entry of for_each", of: "security_group",
            """
            for_each: [ingress]
            flag: it.protocol == "tcp" && it.protocol == "udp"
            """,
            """
            rules.yaml:10:11: error: this condition is never true: `it.protocol` cannot be both `tcp` and `udp`
              10 |     flag: it.protocol == "tcp" && it.protocol == "udp"
                 |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: write `||`, or `it.protocol in ["tcp", "udp"]`
            """),
        WrongRule(
            "inside a filter", of: "security_group",
            """
            flag: size(resource.ingress.filter(e, e.protocol == "tcp" && e.protocol == "udp")) > 0
            """,
            """
            rules.yaml:9:43: error: this condition is never true: `e.protocol` cannot be both `tcp` and `udp`
              9 |     flag: size(resource.ingress.filter(e, e.protocol == "tcp" && e.protocol == "udp")) > 0
                |                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: write `||`, or `e.protocol in ["tcp", "udp"]`
            """),
        WrongRule(
            "inside a conditional", of: "instance",
            """
            flag: 'resource.vcpus > 2 ? resource.name == "a" && resource.name == "b" : resource.vcpus > 1'
            """,
            """
            rules.yaml:9:33: error: this condition is never true: `resource.name` cannot be both `a` and `b`
              9 |     flag: 'resource.vcpus > 2 ? resource.name == "a" && resource.name == "b" : resource.vcpus > 1'
                |                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: write `||`, or `resource.name in ["a", "b"]`
            """),
        WrongRule(
            "a conditional with one result", of: "instance",
            """
            flag: 'resource.vcpus > 2 ? resource.name == "a" : resource.name == "a" && resource.name != "a"'
            """,
            """
            rules.yaml:9:56: error: this condition is never true: `resource.name` cannot be `a` and other than `a`
              9 |     flag: 'resource.vcpus > 2 ? resource.name == "a" : resource.name == "a" && resource.name != "a"'
                |                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "parts that are linked", of: "instance",
            """
            flag: (resource.name == "a" || resource.vcpus == 3) && resource.name == "b" && resource.vcpus == 4
            """,
            """
            rules.yaml:9:11: error: this condition is never true: its parts exclude each other
              9 |     flag: (resource.name == "a" || resource.vcpus == 3) && resource.name == "b" && resource.vcpus == 4
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "an expression beside a mapping", of: "instance",
            """
            flag: {all: [{state: running}, 'resource.state == "stopped"']}
            """,
            """
            rules.yaml:9:37: error: this condition is never true: `state` cannot be both `running` and `stopped`
              9 |     flag: {all: [{state: running}, 'resource.state == "stopped"']}
                |                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^
            rules.yaml:9:26: note: this is the other condition
              help: write `[running, "stopped"]` for one of them
            """),
        WrongRule(
            "two constant parts", of: "instance",
            """
            flag: resource.vcpus == 1 && resource.vcpus == 2 || resource.name == "a" && resource.name == "b"
            """,
            """
            rules.yaml:9:11: error: this condition is never true: `resource.vcpus` cannot be both `1` and `2`
              9 |     flag: resource.vcpus == 1 && resource.vcpus == 2 || resource.name == "a" && resource.name == "b"
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: write `||`, or `resource.vcpus in [1, 2]`
            rules.yaml:9:57: error: this condition is never true: `resource.name` cannot be both `a` and `b`
              9 |     flag: resource.vcpus == 1 && resource.vcpus == 2 || resource.name == "a" && resource.name == "b"
                |                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: write `||`, or `resource.name in ["a", "b"]`
            """),
        WrongRule(
            "in the condition for whom it applies", of: "instance",
            """
            when: {vcpus: {above: 4, below: 2}}
            flag: resource.state == "running"
            """,
            """
            rules.yaml:9:30: error: this condition is never true: `vcpus` cannot be above `4` and below `2`
              9 |     when: {vcpus: {above: 4, below: 2}}
                |                              ^^^^^
            rules.yaml:9:20: note: this is the other condition
            """),
        WrongRule(
            "a field that equals a parameter and does not", of: "instance",
            """
            params: {name: {type: string, default: web, meaning: A name}}
            flag: resource.name == params.name && resource.name != params.name
            """,
            """
            rules.yaml:10:11: error: this condition is never true: `resource.name == params.name` cannot be true and not true
              10 |     flag: resource.name == params.name && resource.name != params.name
                 |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "one of two lists without a common element", of: "instance",
            """
            flag: resource.state in ["running", "pending"] && resource.state in ["stopped", "stopping"]
            """,
            """
            rules.yaml:9:11: error: this condition is never true: `resource.state` cannot be among `running`, `pending` and among `stopped`, `stopping`
              9 |     flag: resource.state in ["running", "pending"] && resource.state in ["stopped", "stopping"]
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "three that no value meets", of: "instance",
            """
            flag: resource.vcpus >= 2 && resource.vcpus <= 3 && resource.vcpus != 2 && resource.vcpus != 3
            """,
            """
            rules.yaml:9:11: error: this condition is never true: `resource.vcpus` cannot be at least `2` and at most `3` and other than `2` and other than `3`
              9 |     flag: resource.vcpus >= 2 && resource.vcpus <= 3 && resource.vcpus != 2 && resource.vcpus != 3
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
    ]
}
