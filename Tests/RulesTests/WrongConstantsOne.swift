extension WrongRule {
    /// Conditions that are always true or never: of fields.
    static let constantsOne = [
        WrongRule(
            "a field that equals two values", of: "instance",
            """
            flag: resource.state == "running" && resource.state == "stopped"
            """,
            """
            rules.yaml:9:11: error: this condition is never true: `resource.state` cannot be both `running` and `stopped`
              9 |     flag: resource.state == "running" && resource.state == "stopped"
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: write `||`, or `resource.state in ["running", "stopped"]`
            """),
        WrongRule(
            "a field that differs from one of two values", of: "instance",
            """
            flag: resource.state != "running" || resource.state != "stopped"
            """,
            """
            rules.yaml:9:11: error: this condition is always true: whatever `resource.state` is, it is other than `running` or other than `stopped`
              9 |     flag: resource.state != "running" || resource.state != "stopped"
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: write `&&`, or `!(resource.state in ["running", "stopped"])`
            """),
        WrongRule(
            "a field that equals two values, in mappings", of: "instance",
            """
            flag: {all: [{state: running}, {state: stopped}]}
            """,
            """
            rules.yaml:9:44: error: this condition is never true: `state` cannot be both `running` and `stopped`
              9 |     flag: {all: [{state: running}, {state: stopped}]}
                |                                            ^^^^^^^
            rules.yaml:9:26: note: this is the other condition
              help: write `[running, stopped]` for one of them
            """),
        WrongRule(
            "a field that differs from one of two values, in mappings", of: "instance",
            """
            flag: {any: [{state: {not: running}}, {state: {not: stopped}}]}
            """,
            """
            rules.yaml:9:57: error: this condition is always true: whatever `state` is, it is other than `running` or other than `stopped`
              9 |     flag: {any: [{state: {not: running}}, {state: {not: stopped}}]}
                |                                                         ^^^^^^^
            rules.yaml:9:32: note: this is the other condition
              help: write `not: [running, stopped]` for neither of them
            """),
        WrongRule(
            "equal and different", of: "instance",
            """
            flag: resource.name == "web" && resource.name != "web"
            """,
            """
            rules.yaml:9:11: error: this condition is never true: `resource.name` cannot be `web` and other than `web`
              9 |     flag: resource.name == "web" && resource.name != "web"
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "two parts of five", of: "instance",
            """
            flag: resource.vcpus > 2 && resource.name == "a" && resource.type == "t3.nano" && resource.name == "b" && !resource.ebs_optimized
            """,
            """
            rules.yaml:9:33: error: this condition is never true: `resource.name` cannot be both `a` and `b`
              9 |     flag: resource.vcpus > 2 && resource.name == "a" && resource.type == "t3.nano" && resource.name == "b" && !resource.ebs_optimized
                |                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              help: write `||`, or `resource.name in ["a", "b"]`
            """),
        WrongRule(
            "several lines", of: "instance",
            """
            flag: >-
              resource.state == "running"
              && resource.state == "stopped"
            """,
            """
            rules.yaml:11:10: error: this condition is never true: `resource.state` cannot be both `running` and `stopped`
              11 |       && resource.state == "stopped"
                 |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^
            rules.yaml:10:7: note: this is the other condition
              help: write `||`, or `resource.state in ["running", "stopped"]`
            """),
        WrongRule(
            "above and below", of: "instance",
            """
            flag: resource.vcpus > 5 && resource.vcpus < 3
            """,
            """
            rules.yaml:9:11: error: this condition is never true: `resource.vcpus` cannot be above `5` and below `3`
              9 |     flag: resource.vcpus > 5 && resource.vcpus < 3
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "no whole number between", of: "instance",
            """
            flag: {vcpus: {above: 5, below: 6}}
            """,
            """
            rules.yaml:9:30: error: this condition is never true: `vcpus` cannot be above `5` and below `6`
              9 |     flag: {vcpus: {above: 5, below: 6}}
                |                              ^^^^^
            rules.yaml:9:20: note: this is the other condition
            """),
        WrongRule(
            "two ages", of: "instance",
            """
            flag: {created: {older_than: 90d, younger_than: 30d}}
            """,
            """
            rules.yaml:9:39: error: this condition is never true: the age of `created` cannot be above `90d` and below `30d`
              9 |     flag: {created: {older_than: 90d, younger_than: 30d}}
                |                                       ^^^^^^^^^^^^
            rules.yaml:9:22: note: this is the other condition
            """),
        WrongRule(
            "two ages in an expression", of: "instance",
            """
            flag: resource.created.age() > "90d" && resource.created.age() < "30d"
            """,
            """
            rules.yaml:9:11: error: this condition is never true: `resource.created.age()` cannot be above `90d` and below `30d`
              9 |     flag: resource.created.age() > "90d" && resource.created.age() < "30d"
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "an order and its opposite", of: "instance",
            """
            flag: resource.vcpus > 5 || !(resource.vcpus > 5)
            """,
            """
            rules.yaml:9:11: error: this condition is always true: whatever `resource.vcpus` is, it is above `5` or not above `5`
              9 |     flag: resource.vcpus > 5 || !(resource.vcpus > 5)
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "every number and null", of: "instance",
            """
            flag: resource.vcpus > 5 || resource.vcpus <= 5 || resource.vcpus == null
            """,
            """
            rules.yaml:9:11: error: this condition is always true: whatever `resource.vcpus` is, it is above `5` or at most `5` or null
              9 |     flag: resource.vcpus > 5 || resource.vcpus <= 5 || resource.vcpus == null
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "a number that is null and above", of: "instance",
            """
            flag: resource.vcpus == null && resource.vcpus >= 2
            """,
            """
            rules.yaml:9:11: error: this condition is never true: `resource.vcpus` cannot be null and at least `2`
              9 |     flag: resource.vcpus == null && resource.vcpus >= 2
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "null and not null", of: "instance",
            """
            flag: resource.name == null && has(resource.name)
            """,
            """
            rules.yaml:9:11: error: this condition is never true: `resource.name` cannot be null and not null
              9 |     flag: resource.name == null && has(resource.name)
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "null and not null, in mappings", of: "instance",
            """
            flag: {name: {exists: true, not: {startsWith: a}}, all: [{name: null}]}
            """,
            """
            rules.yaml:9:69: error: this condition is never true: `name` cannot be not null and null
              9 |     flag: {name: {exists: true, not: {startsWith: a}}, all: [{name: null}]}
                |                                                                     ^^^^
            rules.yaml:9:27: note: this is the other condition
            """),
        WrongRule(
            "a test and its negation", of: "instance",
            """
            flag: resource.name.startsWith("a") && !resource.name.startsWith("a")
            """,
            """
            rules.yaml:9:11: error: this condition is never true: `resource.name.startsWith("a")` cannot be true and not true
              9 |     flag: resource.name.startsWith("a") && !resource.name.startsWith("a")
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "a test or its negation", of: "instance",
            """
            flag: resource.name.startsWith("a") || resource.vcpus > 2 || !resource.name.startsWith("a")
            """,
            """
            rules.yaml:9:11: error: this condition is always true: whatever `resource.name.startsWith("a")` is, it is true or not true
              9 |     flag: resource.name.startsWith("a") || resource.vcpus > 2 || !resource.name.startsWith("a")
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "a field that is true and is not", of: "instance",
            """
            flag: resource.ebs_optimized && !resource.ebs_optimized
            """,
            """
            rules.yaml:9:11: error: this condition is never true: `resource.ebs_optimized` cannot be true and not true
              9 |     flag: resource.ebs_optimized && !resource.ebs_optimized
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "true and equal to false", of: "instance",
            """
            flag: resource.ebs_optimized && resource.ebs_optimized == false
            """,
            """
            rules.yaml:9:11: error: this condition is never true: `resource.ebs_optimized` cannot be true and `false`
              9 |     flag: resource.ebs_optimized && resource.ebs_optimized == false
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "a size below zero", of: "instance",
            """
            flag: {tags: {size: {below: 0}}}
            """,
            """
            rules.yaml:9:26: error: this condition is never true
              9 |     flag: {tags: {size: {below: 0}}}
                |                          ^^^^^
              help: a size is 0 or more
            """),
        WrongRule(
            "a size of at least zero", of: "instance",
            """
            flag: size(resource.tags) >= 0
            """,
            """
            rules.yaml:9:11: error: this condition is always true
              9 |     flag: size(resource.tags) >= 0
                |           ^^^^^^^^^^^^^^^^^^^^^^^^
              help: a size is 0 or more
            """),
        WrongRule(
            "empty with three elements", of: "instance",
            """
            flag: {tags: {empty: true, size: 3}}
            """,
            """
            rules.yaml:9:38: error: this condition is never true: the size of `tags` cannot be both `0` and `3`
              9 |     flag: {tags: {empty: true, size: 3}}
                |                                      ^
            rules.yaml:9:19: note: this is the other condition
              help: write `[0, 3]` for one of them
            """),
        WrongRule(
            "true", of: "instance",
            """
            flag: 'true'
            """,
            """
            rules.yaml:9:12: error: this condition is always true
              9 |     flag: 'true'
                |            ^^^^
            """),
        WrongRule(
            "plain true", of: "instance",
            """
            require: true
            """,
            """
            rules.yaml:9:14: error: this condition is always true
              9 |     require: true
                |              ^^^^
            """),
        WrongRule(
            "not true", of: "instance",
            """
            when: '!true'
            flag: resource.vcpus == 3
            """,
            """
            rules.yaml:9:12: error: this condition is never true
              9 |     when: '!true'
                |            ^^^^^
            """),
    ]
}
