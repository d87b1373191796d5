extension WrongRule {
    /// Places in every style of YAML text.
    static let expressionPlacesOne = [
        WrongRule(
            "plain text", of: "instance",
            """
            flag: resource.vcpus > 4 && resource.nmae == "a"
            """,
            """
            rules.yaml:9:42: error: `instance` has no field `nmae`
              9 |     flag: resource.vcpus > 4 && resource.nmae == "a"
                |                                          ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "plain text of several lines", of: "instance",
            """
            flag: resource.vcpus > 4
              && resource.nmae == "a"
            """,
            """
            rules.yaml:10:19: error: `instance` has no field `nmae`
              10 |       && resource.nmae == "a"
                 |                   ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "plain text with a blank line", of: "instance",
            """
            flag: resource.vcpus > 4 &&

              resource.nmae == "a"
            """,
            """
            rules.yaml:11:16: error: `instance` has no field `nmae`
              11 |       resource.nmae == "a"
                 |                ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "single quotes", of: "instance",
            """
            flag: 'resource.nmae == "a"'
            """,
            """
            rules.yaml:9:21: error: `instance` has no field `nmae`
              9 |     flag: 'resource.nmae == "a"'
                |                     ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "single quotes with a doubled quote before the place", of: "instance",
            """
            flag: 'resource.name != ''a'' && resource.nmae == "a"'
            """,
            """
            rules.yaml:9:47: error: `instance` has no field `nmae`
              9 |     flag: 'resource.name != ''a'' && resource.nmae == "a"'
                |                                               ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "single quotes of several lines", of: "instance",
            """
            flag: 'resource.name != ''a''

              && resource.nmae == "a"'
            """,
            """
            rules.yaml:11:19: error: `instance` has no field `nmae`
              11 |       && resource.nmae == "a"'
                 |                   ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "double quotes", of: "instance",
            """
            flag: "resource.nmae == 'a'"
            """,
            """
            rules.yaml:9:21: error: `instance` has no field `nmae`
              9 |     flag: "resource.nmae == 'a'"
                |                     ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "double quotes with escapes before the place", of: "instance",
            """
            flag: "resource.name != \\"\\u00e9\\x41\\" && resource.nmae == \\"a\\""
            """,
            """
            rules.yaml:9:56: error: `instance` has no field `nmae`
              9 |     flag: "resource.name != \\"\\u00e9\\x41\\" && resource.nmae == \\"a\\""
                |                                                        ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "double quotes with a place within an escape", of: "instance",
            """
            flag: "resource.name == \\"a\\" \\x26 resource.ebs_optimized"
            """,
            """
            rules.yaml:9:35: error: `&` is no operator
              9 |     flag: "resource.name == \\"a\\" \\x26 resource.ebs_optimized"
                |                                   ^^^^
              help: write `&&`
            """),
        WrongRule(
            "double quotes with an escaped line break", of: "instance",
            """
            flag: "resource.name == 'a' \\
              && resource.nmae == 'b'"
            """,
            """
            rules.yaml:10:19: error: `instance` has no field `nmae`
              10 |       && resource.nmae == 'b'"
                 |                   ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "double quotes of several lines", of: "instance",
            """
            flag: "resource.name == 'a'
              && resource.nmae == 'b'"
            """,
            """
            rules.yaml:10:19: error: `instance` has no field `nmae`
              10 |       && resource.nmae == 'b'"
                 |                   ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a literal block", of: "instance",
            """
            flag: |
              resource.vcpus > 4
              && resource.nmae == "a"
            """,
            """
            rules.yaml:11:19: error: `instance` has no field `nmae`
              11 |       && resource.nmae == "a"
                 |                   ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a literal block that is stripped", of: "instance",
            """
            flag: |-
              resource.vcpus > 4
              && resource.nmae == "a"
            """,
            """
            rules.yaml:11:19: error: `instance` has no field `nmae`
              11 |       && resource.nmae == "a"
                 |                   ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a literal block that keeps its end", of: "instance",
            """
            flag: |+
              resource.vcpus > 4
              && resource.nmae == "a"
            """,
            """
            rules.yaml:11:19: error: `instance` has no field `nmae`
              11 |       && resource.nmae == "a"
                 |                   ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a literal block with a blank line", of: "instance",
            """
            flag: |-
              resource.vcpus > 4

              && resource.nmae == "a"
            """,
            """
            rules.yaml:12:19: error: `instance` has no field `nmae`
              12 |       && resource.nmae == "a"
                 |                   ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a literal block with deeper lines", of: "instance",
            """
            flag: |-
              resource.vcpus > 4
                  && resource.name == "a"
                  && resource.nmae == "a"
            """,
            """
            rules.yaml:12:23: error: `instance` has no field `nmae`
              12 |           && resource.nmae == "a"
                 |                       ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a literal block with its indentation", of: "instance",
            """
            flag: |2-
                resource.vcpus > 4
                && resource.nmae == "a"
            """,
            """
            rules.yaml:11:21: error: `instance` has no field `nmae`
              11 |         && resource.nmae == "a"
                 |                     ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a folded block", of: "instance",
            """
            flag: >
              resource.vcpus > 4
              && resource.nmae == "a"
            """,
            """
            rules.yaml:11:19: error: `instance` has no field `nmae`
              11 |       && resource.nmae == "a"
                 |                   ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a folded block that is stripped", of: "instance",
            """
            flag: >-
              resource.vcpus > 4
              && resource.nmae == "a"
            """,
            """
            rules.yaml:11:19: error: `instance` has no field `nmae`
              11 |       && resource.nmae == "a"
                 |                   ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a folded block with blank lines", of: "instance",
            """
            flag: >-
              resource.vcpus > 4


              && resource.nmae == "a"
            """,
            """
            rules.yaml:13:19: error: `instance` has no field `nmae`
              13 |       && resource.nmae == "a"
                 |                   ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a folded block with deeper lines", of: "instance",
            """
            flag: >-
              resource.vcpus > 4
                && resource.name == "a"
              && resource.nmae == "a"
            """,
            """
            rules.yaml:12:19: error: `instance` has no field `nmae`
              12 |       && resource.nmae == "a"
                 |                   ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "a folded block with its indentation", of: "instance",
            """
            flag: >1-
               resource.vcpus > 4
               && resource.nmae == "a"
            """,
            """
            rules.yaml:11:20: error: `instance` has no field `nmae`
              11 |        && resource.nmae == "a"
                 |                    ^^^^
              help: did you mean `name`?
            """),
    ]
}
