extension WrongRule {
    /// Keys, ids and words at the head of a rule. Part 2.
    static let headsTwo = [
        WrongRule(
            "both flag and require", of: "instance",
            """
            flag: {vcpus: 4}
            require: {vcpus: 5}
            """,
            """
            rules.yaml:10:14: error: a rule has `flag` or `require`, not both
              10 |     require: {vcpus: 5}
                 |              ^^^^^^^^^^
            """),
        WrongRule(
            "capitals in the id",
            """
            rules:
              - id: My-Rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:2:9: error: `My-Rule` cannot be a rule id
              2 |   - id: My-Rule
                |         ^^^^^^^
              help: use lower-case letters, digits and hyphens, as sg-ssh-open
            """),
        WrongRule(
            "an underscore in the id",
            """
            rules:
              - id: my_rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:2:9: error: `my_rule` cannot be a rule id
              2 |   - id: my_rule
                |         ^^^^^^^
              help: use lower-case letters, digits and hyphens, as sg-ssh-open
            """),
        WrongRule(
            "a space in the id",
            """
            rules:
              - id: my rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:2:9: error: `my rule` cannot be a rule id
              2 |   - id: my rule
                |         ^^^^^^^
              help: use lower-case letters, digits and hyphens, as sg-ssh-open
            """),
        WrongRule(
            "an empty id",
            """
            rules:
              - id: ""
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:2:9: error: `` cannot be a rule id
              2 |   - id: ""
                |         ^^
              help: use lower-case letters, digits and hyphens, as sg-ssh-open
            """),
        WrongRule(
            "an unknown type",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instanze
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:4:15: error: `instanze` is no resource type
              4 |     resource: instanze
                |               ^^^^^^^^
              help: did you mean `instance`?
            """),
        WrongRule(
            "a collection for a type",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instances
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:4:15: error: `instances` is no resource type
              4 |     resource: instances
                |               ^^^^^^^^^
              help: did you mean `instance`?
            """),
        WrongRule(
            "an AWS type",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: "AWS::EC2::Instance"
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:4:15: error: `AWS::EC2::Instance` is no resource type
              4 |     resource: "AWS::EC2::Instance"
                |               ^^^^^^^^^^^^^^^^^^^^
              help: valid names are `access_point`, `account`, `alarm`, `auto_scaling_group`, `backup_plan`, `backup_vault`, `bucket`, `capacity_reservation`, `classic_load_balancer`, `cloudfront_distribution`, `comprehend_endpoint`, `db_cluster`, `db_cluster_snapshot`, `db_instance`, `db_snapshot`, `dedicated_host`, `dhcp_options`, `dns_record`, `dynamodb_table`, `ecr_repository`, `ecs_cluster`, `ecs_service`, `efs_file_system`, `eks_cluster` and others
            """),
        WrongRule(
            "an unknown category",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: secruity
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:5:15: error: `secruity` is no category
              5 |     category: secruity
                |               ^^^^^^^^
              help: did you mean `security`?
            """),
        WrongRule(
            "an unknown severity",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: hgih
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:6:15: error: `hgih` is no severity
              6 |     severity: hgih
                |               ^^^^
              help: did you mean `high`?
            """),
        WrongRule(
            "a severity in capitals",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: High
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:6:15: error: `High` is no severity
              6 |     severity: High
                |               ^^^^
              help: did you mean `high`?
            """),
        WrongRule(
            "an empty title",
            """
            rules:
              - id: my-rule
                title: ""
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:3:12: error: `title` is a sentence
              3 |     title: ""
                |            ^^
            """),
        WrongRule(
            "a title that is a list",
            """
            rules:
              - id: my-rule
                title: [a]
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:3:12: error: `title` is a sentence
              3 |     title: [a]
                |            ^^^
            """),
        WrongRule(
            "an empty fix",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: " "
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:8:10: error: `fix` is a sentence
              8 |     fix: " "
                |          ^^^
            """),
        WrongRule(
            "a hyphen before the id",
            """
            rules:
              - id: -rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:2:9: error: `-rule` cannot be a rule id
              2 |   - id: -rule
                |         ^^^^^
              help: use lower-case letters, digits and hyphens, as sg-ssh-open
            """),
        WrongRule(
            "a hyphen behind the id",
            """
            rules:
              - id: my-
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:2:9: error: `my-` cannot be a rule id
              2 |   - id: my-
                |         ^^^
              help: use lower-case letters, digits and hyphens, as sg-ssh-open
            """),
        WrongRule(
            "two hyphens in the id",
            """
            rules:
              - id: my--rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:2:9: error: `my--rule` cannot be a rule id
              2 |   - id: my--rule
                |         ^^^^^^^^
              help: use lower-case letters, digits and hyphens, as sg-ssh-open
            """),
    ]
}
