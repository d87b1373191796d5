extension WrongRule {
    /// Functions and macros in expressions.
    static let expressionCallsTwo = [
        WrongRule(
            "has of a value", of: "instance",
            """
            flag: has(resource)
            """,
            """
            rules.yaml:9:15: error: `has` asks for a field, which `resource` is not
              9 |     flag: has(resource)
                |               ^^^^^^^^
              help: write `has(value.field)`
            """),
        WrongRule(
            "has of a name", of: "instance",
            """
            flag: has(name)
            """,
            """
            rules.yaml:9:15: error: `has` asks for a field, which `name` is not
              9 |     flag: has(name)
                |               ^^^^
              help: write `has(value.field)`
            """),
        WrongRule(
            "has of a misspelt field", of: "instance",
            """
            flag: has(resource.nmae)
            """,
            """
            rules.yaml:9:24: error: `instance` has no field `nmae`
              9 |     flag: has(resource.nmae)
                |                        ^^^^
              help: did you mean `name`?
            """),
        WrongRule(
            "has with two arguments", of: "instance",
            """
            flag: has(resource, "name")
            """,
            """
            rules.yaml:9:11: error: `has` takes 1 argument, not 2
              9 |     flag: has(resource, "name")
                |           ^^^
              help: write `has(value.field)`
            """),
        WrongRule(
            "calling a field", of: "instance",
            """
            flag: resource.name("web")
            """,
            """
            rules.yaml:9:20: error: there is no function `name`
              9 |     flag: resource.name("web")
                |                    ^^^^
              help: `name` is a field: write it without parentheses
            """),
        WrongRule(
            "too few arguments", of: "instance",
            """
            flag: resource.name.startsWith()
            """,
            """
            rules.yaml:9:25: error: `startsWith` takes 1 argument, not 0
              9 |     flag: resource.name.startsWith()
                |                         ^^^^^^^^^^
              help: it is `string.startsWith(string)`
            """),
        WrongRule(
            "too many arguments", of: "instance",
            """
            flag: resource.name.startsWith("a", "b")
            """,
            """
            rules.yaml:9:25: error: `startsWith` takes 1 argument, not 2
              9 |     flag: resource.name.startsWith("a", "b")
                |                         ^^^^^^^^^^
              help: it is `string.startsWith(string)`
            """),
        WrongRule(
            "too many arguments of a function", of: "instance",
            """
            flag: size(resource.name, 2) > 3
            """,
            """
            rules.yaml:9:11: error: `size` takes 1 argument, not 2
              9 |     flag: size(resource.name, 2) > 3
                |           ^^^^
              help: it is `size(string)` or `size(bytes)` or `size(list<A>)` or `size(map<A, B>)` …
            """),
        WrongRule(
            "a macro without a condition", of: "security_group",
            """
            flag: resource.ingress.exists(e)
            """,
            """
            rules.yaml:9:28: error: `exists` takes a variable and a condition
              9 |     flag: resource.ingress.exists(e)
                |                            ^^^^^^
              help: write `.exists(x, …)`
            """),
        WrongRule(
            "a macro with nothing", of: "security_group",
            """
            flag: resource.ingress.all()
            """,
            """
            rules.yaml:9:28: error: `all` takes a variable and a condition
              9 |     flag: resource.ingress.all()
                |                            ^^^
              help: write `.all(x, …)`
            """),
        WrongRule(
            "a macro over a text", of: "instance",
            """
            flag: resource.name.exists(c, c == "a")
            """,
            """
            rules.yaml:9:11: error: `exists` goes through a list or a map, not a string
              9 |     flag: resource.name.exists(c, c == "a")
                |           ^^^^^^^^^^^^^
              help: write `.split(",")` to make a list of a text
            """),
        WrongRule(
            "a macro over a number", of: "instance",
            """
            flag: resource.vcpus.exists(c, c == 1)
            """,
            """
            rules.yaml:9:11: error: `exists` goes through a list or a map, not an int
              9 |     flag: resource.vcpus.exists(c, c == 1)
                |           ^^^^^^^^^^^^^^
            """),
        WrongRule(
            "a macro over a record", of: "instance",
            """
            flag: resource.metadata_options.exists(c, c == 1)
            """,
            """
            rules.yaml:9:11: error: `exists` goes through a list or a map, not a record
              9 |     flag: resource.metadata_options.exists(c, c == 1)
                |           ^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "a macro whose condition is no condition", of: "instance",
            """
            flag: resource.product_codes.exists(c, c.size())
            """,
            """
            rules.yaml:9:44: error: `exists` needs a bool, not an int
              9 |     flag: resource.product_codes.exists(c, c.size())
                |                                            ^^^^^^^^
              help: compare it: `… > …`
            """),
        WrongRule(
            "a number for a text in an argument", of: "instance",
            """
            flag: resource.name.startsWith(4)
            """,
            """
            rules.yaml:9:36: error: `startsWith` needs a string here, not an int
              9 |     flag: resource.name.startsWith(4)
                |                                    ^
              help: it is `string.startsWith(string)`
            """),
        WrongRule(
            "a field of another type in an argument", of: "instance",
            """
            flag: resource.name.startsWith(resource.vcpus)
            """,
            """
            rules.yaml:9:36: error: `startsWith` needs a string here, not an int
              9 |     flag: resource.name.startsWith(resource.vcpus)
                |                                    ^^^^^^^^^^^^^^
              help: it is `string.startsWith(string)`
            """),
        WrongRule(
            "a text for a list of keys", of: "instance",
            """
            flag: resource.tags.hasKeys("Owner")
            """,
            """
            rules.yaml:9:33: error: `hasKeys` needs a list here, not a string
              9 |     flag: resource.tags.hasKeys("Owner")
                |                                 ^^^^^^^
              help: it is `map<string, A>.hasKeys(list<string>)`
            """),
        WrongRule(
            "a number for a key", of: "instance",
            """
            flag: resource.tags[1] == "a"
            """,
            """
            rules.yaml:9:25: error: a key of this map is a string, not an int
              9 |     flag: resource.tags[1] == "a"
                |                         ^
            """),
        WrongRule(
            "an index of a number", of: "instance",
            """
            flag: resource.vcpus[0] == 1
            """,
            """
            rules.yaml:9:11: error: an int has no elements
              9 |     flag: resource.vcpus[0] == 1
                |           ^^^^^^^^^^^^^^^^^
            """),
        WrongRule(
            "an index that is a text", of: "instance",
            """
            flag: resource.product_codes["a"] == "b"
            """,
            """
            rules.yaml:9:34: error: the index of an element is an int, not a string
              9 |     flag: resource.product_codes["a"] == "b"
                |                                  ^^^
            """),
    ]
}
