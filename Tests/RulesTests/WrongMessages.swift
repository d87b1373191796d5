extension WrongRule {
    /// Holes of messages.
    static let messages = [
        WrongRule(
            "a hole that is not closed",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource } is wrong"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:7:15: error: a hole of the message is not closed
              7 |     message: "{{ resource } is wrong"
                |               ^^
              help: end it with }}
            """),
        WrongRule(
            "an unknown root",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ instance.id }} is wrong"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:7:18: error: there is no `instance`
              7 |     message: "{{ instance.id }} is wrong"
                |                  ^^^^^^^^
              help: write `resource`
            """),
        WrongRule(
            "an empty hole",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ }} is wrong"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:7:15: error: a hole of the message is empty
              7 |     message: "{{ }} is wrong"
                |               ^^^^^
              help: write {{ resource.name }}
            """),
        WrongRule(
            "an unknown field",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource.nmae }} is wrong"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:7:27: error: `instance` has no field `nmae`
              7 |     message: "{{ resource.nmae }} is wrong"
                |                           ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a field of a value",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource.vcpus.count }} is wrong"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:7:33: error: an int has no fields
              7 |     message: "{{ resource.vcpus.count }} is wrong"
                |                                 ^^^^^
            """),
        WrongRule(
            "it without for_each",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ it }} is wrong"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:7:18: error: `it` is the entry of `for_each`, and there is none here
              7 |     message: "{{ it }} is wrong"
                |                  ^^
              help: write `resource`
            """),
        WrongRule(
            "an unknown parameter",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ params.limit }} is wrong"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:7:25: error: there is no parameter `limit`
              7 |     message: "{{ params.limit }} is wrong"
                |                         ^^^^^
              help: declare it under `params`
            """),
        WrongRule(
            "an unknown field of the entry",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: security_group
                category: security
                severity: low
                message: "{{ it.port }} is wrong"
                fix: Mend it.
                for_each: [ingress]
                flag: {protocol: tcp}
            """,
            """
            rules.yaml:7:21: error: `security_group.ingress` has no field `port`
              7 |     message: "{{ it.port }} is wrong"
                |                     ^^^^
              help: did you mean `ports`?
            """),
        WrongRule(
            "a field in the wrong list",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: security_group
                category: security
                severity: low
                message: "{{ it.source }} is wrong"
                fix: Mend it.
                for_each: [ingress, egress]
                flag: {protocol: tcp}
            """,
            """
            rules.yaml:7:21: error: `security_group.egress` has no field `source`
              7 |     message: "{{ it.source }} is wrong"
                |                     ^^^^^^
              help: valid names are `id`, `protocol`, `ports`, `icmp_type`, `icmp_code`, `destination`, `description`, `peer_owner`, `peering_connection`, `peering_status`, `public_ipv4_share`, `public_ipv6_share`
            """),
        WrongRule(
            "two wrong holes",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource.nmae }} and {{ resource.tpye }}"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:7:27: error: `instance` has no field `nmae`
              7 |     message: "{{ resource.nmae }} and {{ resource.tpye }}"
                |                           ^^^^
              help: did you mean `name`?
            rules.yaml:7:51: error: `instance` has no field `tpye`
              7 |     message: "{{ resource.nmae }} and {{ resource.tpye }}"
                |                                                   ^^^^
              help: did you mean `type`?
            """),
        WrongRule(
            "a hole in folded text",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: >-
                  {{ resource }} is
                  {{ resource.nmae }}
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:9:19: error: `instance` has no field `nmae`
              9 |       {{ resource.nmae }}
                |                   ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a list",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: [a, b]
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:7:14: error: `message` is a sentence
              7 |     message: [a, b]
                |              ^^^^^^
            """),
    ]
}
