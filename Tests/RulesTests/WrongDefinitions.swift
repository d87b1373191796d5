extension WrongRule {
    /// `let`: names for expressions.
    static let definitions = [
        WrongRule(
            "no mapping", of: "instance",
            """
            let: cpu
            flag: resource.vcpus > 4
            """,
            """
            rules.yaml:9:10: error: `let` is a mapping of names to expressions
              9 |     let: cpu
                |          ^^^
              help: write {cpu: resource.metrics.CPUUtilization.average()}
            """),
        WrongRule(
            "nothing in it", of: "instance",
            """
            let: {}
            flag: resource.vcpus > 4
            """,
            """
            rules.yaml:9:10: error: `let` is a mapping of names to expressions
              9 |     let: {}
                |          ^^
              help: write {cpu: resource.metrics.CPUUtilization.average()}
            """),
        WrongRule(
            "names that are none or taken", of: "instance",
            """
            let: {resource: resource.vcpus, "busy days": 4}
            flag: resource.vcpus > 4
            """,
            """
            rules.yaml:9:11: error: `resource` means something already
              9 |     let: {resource: resource.vcpus, "busy days": 4}
                |           ^^^^^^^^
              help: use letters, digits and `_`, as `busy_days`
            rules.yaml:9:37: error: `busy days` is no name
              9 |     let: {resource: resource.vcpus, "busy days": 4}
                |                                     ^^^^^^^^^^^
              help: use letters, digits and `_`, as `busy_days`
            """),
        WrongRule(
            "a mistake in the expression is told once", of: "instance",
            """
            let: {many: resource.vcpu * 2}
            flag: many > 4
            """,
            """
            rules.yaml:9:26: error: `instance` has no field `vcpu`
              9 |     let: {many: resource.vcpu * 2}
                |                          ^^^^
              help: did you mean `vcpus`?
            """),
        WrongRule(
            "a name that is not used", of: "instance",
            """
            let: {many: resource.vcpus * 2}
            flag: resource.vcpus > 4
            """,
            """
            rules.yaml:9:11: error: `many` is not used
              9 |     let: {many: resource.vcpus * 2}
                |           ^^^^
              help: write the name in a condition or message
            """),
        WrongRule(
            "a list where an expression belongs", of: "instance",
            """
            let: {many: [resource.vcpus]}
            flag: many > 4
            """,
            """
            rules.yaml:9:17: error: `many` stands for an expression
              9 |     let: {many: [resource.vcpus]}
                |                 ^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "a misspelt name", of: "instance",
            """
            let: {many: resource.vcpus * 2}
            flag: mny > 4
            """,
            """
            rules.yaml:10:11: error: there is no `mny`
              10 |     flag: mny > 4
                 |           ^^^
              help: did you mean `many`?
            """),
        WrongRule(
            "a name before it is given", of: "instance",
            """
            let: {twice: many * 2, many: resource.vcpus}
            flag: twice > 4 && many > 2
            """,
            """
            rules.yaml:9:18: error: there is no `many`
              9 |     let: {twice: many * 2, many: resource.vcpus}
                |                  ^^^^
              help: valid names are `resource`, `inventory`, `now`
            """),
        WrongRule(
            "of the wrong type where it is used", of: "instance",
            """
            let: {many: resource.vcpus * 2}
            flag: many.startsWith("a")
            """,
            """
            rules.yaml:10:16: error: `startsWith` is a function of string values, not of an int
              10 |     flag: many.startsWith("a")
                 |                ^^^^^^^^^^
            """),
        WrongRule(
            "an expression that is none", of: "instance",
            """
            let: {many: resource.vcpus *}
            flag: many > 4
            """,
            """
            rules.yaml:9:32: error: a value is missing after `*`
              9 |     let: {many: resource.vcpus *}
                |                                ^
            """),
        WrongRule(
            "a parameter that only an unused name would use", of: "instance",
            """
            params: {most: {type: int, default: 4, meaning: Most}}
            let: {many: params.most}
            flag: resource.vcpus > 4
            """,
            """
            rules.yaml:10:11: error: `many` is not used
              10 |     let: {many: params.most}
                 |           ^^^^
              help: write the name in a condition or message
            """),
    ]
}
