extension WrongRule {
    /// Several mistakes in one file are told at once, in the order of the file.
    static let together = [
        WrongRule(
            "every part of one rule",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: secruity
                severity: hgih
                message: "{{ resource.nmae }}"
                fix: Mend it.
                when: {vcpu: 4}
                flag: {state: runing, name: {above: 1}}
                savings: name
                extra: 1
            """,
            """
            rules.yaml:5:15: error: `secruity` is no category
              5 |     category: secruity
                |               ^^^^^^^^
              help: did you mean `security`?
            rules.yaml:6:15: error: `hgih` is no severity
              6 |     severity: hgih
                |               ^^^^
              help: did you mean `high`?
            rules.yaml:7:27: error: `instance` has no field `nmae`
              7 |     message: "{{ resource.nmae }}"
                |                           ^^^^
              help: did you mean `name`?
            rules.yaml:9:12: error: `instance` has no field `vcpu`
              9 |     when: {vcpu: 4}
                |            ^^^^
              help: did you mean `vcpus`?
            rules.yaml:10:19: error: `runing` is not one of its values
              10 |     flag: {state: runing, name: {above: 1}}
                 |                   ^^^^^^
              help: did you mean `running`?
            rules.yaml:10:34: error: `above` is no operator on a string
              10 |     flag: {state: runing, name: {above: 1}}
                 |                                  ^^^^^
              help: valid names are `startsWith`, `endsWith`, `contains`, `containsIgnoringCase`, `size`, `empty`, `in`, `not`, `any`, `all`, `exists`, `stated`
            rules.yaml:11:14: error: `name` is no usd field of `instance`
              11 |     savings: name
                 |              ^^^^
              help: valid names are `monthly_cost`
            rules.yaml:12:5: error: a rule has no key `extra`
              12 |     extra: 1
                 |     ^^^^^
              help: valid names are `id`, `title`, `resource`, `category`, `severity`, `latent`, `params`, `let`, `when`, `for_each`, `flag`, `require`, `message`, `fix`, `savings`, `maps`, `tests`
            """),
        WrongRule(
            "three rules, of which one is right",
            """
            rules:
              - id: a-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpu: 4}
              - id: b-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
              - id: c-rule
                title: A rule
                resource: instance
                category: security
                severity: none
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:9:12: error: `instance` has no field `vcpu`
              9 |     flag: {vcpu: 4}
                |            ^^^^
              help: did you mean `vcpus`?
            rules.yaml:22:15: error: `none` is no severity
              22 |     severity: none
                 |               ^^^^
              help: valid names are `info`, `low`, `medium`, `high`, `critical`
            """),
        WrongRule(
            "keys of one condition", of: "instance",
            "flag: {vcpu: 4, stat: running, metadata_options: {http_token: required, endpoint: on}}",
            """
            rules.yaml:9:12: error: `instance` has no field `vcpu`
              9 |     flag: {vcpu: 4, stat: running, metadata_options: {http_token: required, endpoint: on}}
                |            ^^^^
              help: did you mean `vcpus`?
            rules.yaml:9:21: error: `instance` has no field `stat`
              9 |     flag: {vcpu: 4, stat: running, metadata_options: {http_token: required, endpoint: on}}
                |                     ^^^^
              help: did you mean `state`?
            rules.yaml:9:55: error: `instance.metadata_options` has no field `http_token`
              9 |     flag: {vcpu: 4, stat: running, metadata_options: {http_token: required, endpoint: on}}
                |                                                       ^^^^^^^^^^
              help: did you mean `http_tokens`?
            rules.yaml:9:77: error: `instance.metadata_options` has no field `endpoint`
              9 |     flag: {vcpu: 4, stat: running, metadata_options: {http_token: required, endpoint: on}}
                |                                                                             ^^^^^^^^
              help: valid names are `state`, `http_tokens`, `http_endpoint`, `hop_limit`, `instance_metadata_tags`, `http_protocol_ipv6`, `any`, `all`, `not`, `exists`, `stated`
            """),
        WrongRule(
            "a wrong rule beside two of one id",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
              - id: other
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpu: 4}
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: "{{ resource }}"
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:17:12: error: `instance` has no field `vcpu`
              17 |     flag: {vcpu: 4}
                 |            ^^^^
              help: did you mean `vcpus`?
            rules.yaml:18:9: error: the rule id `my-rule` is taken
              18 |   - id: my-rule
                 |         ^^^^^^^
            rules.yaml:2:9: note: by this rule
            """),
    ]
}
