extension WrongRule {
    /// Keys, ids and words at the head of a rule. Part 3.
    static let headsThree = [
        WrongRule(
            "no message text",
            """
            rules:
              - id: my-rule
                title: A rule
                resource: instance
                category: security
                severity: low
                message: ""
                fix: Mend it.
                flag: {vcpus: 4}
            """,
            """
            rules.yaml:7:14: error: `message` is a sentence
              7 |     message: ""
                |              ^^
            """),
        WrongRule(
            "latent is misspelt", of: "security_group",
            """
            latnet: low
            flag: {default: true}
            """,
            """
            rules.yaml:9:5: error: a rule has no key `latnet`
              9 |     latnet: low
                |     ^^^^^^
              help: did you mean `latent`?
            """),
        WrongRule(
            "latent is no severity", of: "security_group",
            """
            latent: lwo
            flag: {default: true}
            """,
            """
            rules.yaml:9:13: error: `lwo` is no severity
              9 |     latent: lwo
                |             ^^^
              help: did you mean `low`?
            """),
        WrongRule(
            "latent is a list", of: "security_group",
            """
            latent: [low, high]
            flag: {default: true}
            """,
            """
            rules.yaml:9:13: error: `[low, high]` is no severity
              9 |     latent: [low, high]
                |             ^^^^^^^^^^^
              help: valid names are `info`, `low`, `medium`, `high`, `critical`
            """),
        WrongRule(
            "latent twice, as key and as parameter", of: "security_group",
            """
            latent: low
            params:
              latent: {type: int, default: 4, meaning: m}
            flag: {any: [{ingress: {size: {above: $latent}}}, "size(resource.egress) > params.latent"]}
            """,
            """
            rules.yaml:11:7: error: the key `latent` declares a parameter of this name already
              11 |       latent: {type: int, default: 4, meaning: m}
                 |       ^^^^^^
              help: give this one another name
            """),
        WrongRule(
            "savings of no amount", of: "instance",
            """
            flag: {vcpus: 4}
            savings: vcpus
            """,
            """
            rules.yaml:10:14: error: `vcpus` is no usd field of `instance`
              10 |     savings: vcpus
                 |              ^^^^^
              help: valid names are `monthly_cost`
            """),
        WrongRule(
            "savings of no field", of: "instance",
            """
            flag: {vcpus: 4}
            savings: monthly_csot
            """,
            """
            rules.yaml:10:14: error: `monthly_csot` is no usd field of `instance`
              10 |     savings: monthly_csot
                 |              ^^^^^^^^^^^^
              help: did you mean `monthly_cost`?
            """),
        WrongRule(
            "maps is a list", of: "instance",
            """
            flag: {vcpus: 4}
            maps: [aws-config]
            """,
            """
            rules.yaml:10:11: error: `maps` is a mapping of frameworks to ids
              10 |     maps: [aws-config]
                 |           ^^^^^^^^^^^^
              help: write {aws-config: [INCOMING_SSH_DISABLED]}
            """),
        WrongRule(
            "for_each of no list", of: "security_group",
            """
            for_each: [name]
            flag: {protocol: tcp}
            """,
            """
            rules.yaml:9:16: error: `name` is no list of entries of `security_group`
              9 |     for_each: [name]
                |                ^^^^
              help: valid names are `ingress`, `egress`
            """),
        WrongRule(
            "for_each of a list of text", of: "instance",
            """
            for_each: [product_codes]
            flag: {id: a}
            """,
            """
            rules.yaml:9:16: error: `product_codes` is no list of entries of `instance`
              9 |     for_each: [product_codes]
                |                ^^^^^^^^^^^^^
            """),
        WrongRule(
            "for_each is misspelt inside", of: "security_group",
            """
            for_each: [ingres]
            flag: {protocol: tcp}
            """,
            """
            rules.yaml:9:16: error: `ingres` is no list of entries of `security_group`
              9 |     for_each: [ingres]
                |                ^^^^^^
              help: did you mean `ingress`?
            """),
        WrongRule(
            "for_each is empty", of: "security_group",
            """
            for_each: []
            flag: {protocol: tcp}
            """,
            """
            rules.yaml:9:15: error: `for_each` names at least one list
              9 |     for_each: []
                |               ^^
            """),
        WrongRule(
            "for_each is a mapping", of: "security_group",
            """
            for_each: {ingress: egress}
            flag: {protocol: tcp}
            """,
            """
            rules.yaml:9:15: error: `{ingress: egress}` is no list of entries of `security_group`
              9 |     for_each: {ingress: egress}
                |               ^^^^^^^^^^^^^^^^^
              help: valid names are `ingress`, `egress`
            """),
    ]
}
