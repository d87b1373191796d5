import Diagnostics
import Expressions
import Findings
import Rules
import Testing

/// Values for parameters from files and the command line: what they give the rules, and what is said of wrong ones.
struct ParameterOverrideTests {
    static let rules = Trial.ruleText(
        "instance",
        """
        params:
          limit: {type: int, default: 4, min: 1, max: 64, meaning: m}
          kinds: {type: list<string>, default: [running], one_of: [running, stopped], meaning: m}
          age: {type: duration, default: 30d, meaning: m}
        flag: {vcpus: {above: $limit}, state: $kinds, created: {older_than: $age}}
        """)

    /// The rules, read with these values, and what is wrong with them.
    static func read(
        files: [String] = [], arguments: [String] = [], rules: String = rules
    ) -> (rules: [Rule], complaints: String) {
        var overrides = ParameterOverrides()
        for (index, text) in files.enumerated() {
            overrides.add(Trial.file(text, path: "params-\(index + 1).yaml"))
        }
        for argument in arguments { overrides.add(argument: argument) }
        var set = RuleSet(overrides: overrides)
        set.add(Trial.file(rules), catalog: Trial.catalog)
        set.finish(catalog: Trial.catalog)
        return (set.rules, DiagnosticRenderer(palette: Palette(isEnabled: false)).render(set.diagnostics))
    }

    // MARK: Right values

    struct Right: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var files: [String] = []
        var arguments: [String] = []
        /// Values of the parameters `limit`, `kinds`, `age`.
        var values: [String]
    }

    static let right = [
        Right(testDescription: "none", values: ["4", "running", "30d"]),
        Right(testDescription: "a file", files: ["my-rule: {limit: 8, age: 12h}"], values: ["8", "running", "12h"]),
        Right(
            testDescription: "the later file wins", files: ["my-rule: {limit: 8, age: 1d}", "my-rule: {limit: 16}"],
            values: ["16", "running", "1d"]),
        Right(
            testDescription: "the command line wins", files: ["my-rule: {limit: 8}"], arguments: ["my-rule.limit=2"],
            values: ["2", "running", "30d"]),
        Right(
            testDescription: "the later argument wins", arguments: ["my-rule.limit=2", "my-rule.limit=3"],
            values: ["3", "running", "30d"]),
        Right(
            testDescription: "a list", arguments: ["my-rule.kinds=[stopped, running]"],
            values: ["4", "stopped, running", "30d"]),
        Right(
            testDescription: "a value for a list of one", arguments: ["my-rule.kinds=stopped"],
            values: ["4", "stopped", "30d"]),
        Right(
            testDescription: "a list without elements", arguments: ["my-rule.kinds=[]"], values: ["4", "none", "30d"]),
        Right(testDescription: "a rule of its own", files: ["my-rule: {}"], values: ["4", "running", "30d"]),
        Right(
            testDescription: "a file may name a built-in rule that does not run",
            files: ["my-rule: {limit: 5}\nsg-ssh-open-to-internet: {port: 2222}"], values: ["5", "running", "30d"]),
    ]

    @Test("values are bound", arguments: right)
    func bound(_ right: Right) throws {
        let (rules, complaints) = Self.read(files: right.files, arguments: right.arguments)
        #expect(complaints == "")
        let rule = try #require(rules.first)
        #expect(rule.parameters.map(\.value.text) == right.values)
        #expect(rule.parameters.map(\.defaultValue.text) == ["4", "running", "30d"])
    }

    @Test func theConditionReadsTheValue() throws {
        let rules = Self.read(arguments: ["my-rule.limit=8", "my-rule.kinds=[stopped]"]).rules
        let inventory = try Trial.inventory([
            """
            inventory: 1
            as_of: 2026-07-01T00:00:00Z
            instances:
              - {id: i-1, vcpus: 8, state: stopped, created: 2020-01-01T00:00:00Z}
              - {id: i-2, vcpus: 9, state: running, created: 2020-01-01T00:00:00Z}
              - {id: i-3, vcpus: 9, state: stopped, created: 2020-01-01T00:00:00Z}
            """
        ])
        let verdicts = Trial.judgements(rules, inventory).map(\.verdict)
        #expect(verdicts == [.compliant, .compliant, .noncompliant])
    }

    @Test func aTestsOwnValueWins() throws {
        let rules = Self.rules + "    tests: [{name: a, params: {limit: 16}, given: {id: i-1}, expect: compliant}]\n"
        let (read, complaints) = Self.read(arguments: ["my-rule.limit=8", "my-rule.age=1d"], rules: rules)
        #expect(complaints == "")
        let bound = try #require(read.first?.examples.first?.boundRule?.rule)
        #expect(bound.parameters.map(\.value.text) == ["16", "running", "1d"])
    }

    // MARK: Wrong values

    struct Wrong: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var files: [String] = []
        var arguments: [String] = []
        var complaints: String
    }

    static let wrong = [
        Wrong(
            testDescription: "an argument without `=`", arguments: ["my-rule.limit"],
            complaints: """
                --param:1:1: error: `--param` takes RULE.NAME=VALUE
                  1 | my-rule.limit
                    | ^^^^^^^^^^^^^
                  help: write sg-ssh-open-to-internet.port=2222
                """),
        Wrong(
            testDescription: "an argument without a rule", arguments: ["limit=3"],
            complaints: """
                --param:1:1: error: `--param` takes RULE.NAME=VALUE
                  1 | limit=3
                    | ^^^^^^^
                  help: write sg-ssh-open-to-internet.port=2222
                """),
        Wrong(
            testDescription: "an argument without a value", arguments: ["my-rule.limit="],
            complaints: """
                --param:1:15: error: there is no value after `=`
                  1 | my-rule.limit=
                    |               ^
                  help: write "" for a text without characters, [] for a list without elements
                """),
        Wrong(
            testDescription: "an argument that is no YAML", arguments: ["my-rule.kinds=[running"],
            complaints: """
                --param:1:23: error: not valid YAML: did not find expected ',' or ']' while parsing a flow sequence
                  1 | my-rule.kinds=[running
                    |                       ^
                --param:1:15: note: it began here
                  help: the file ends here; is it complete?
                """),
        Wrong(
            testDescription: "a misspelt rule", arguments: ["my-rle.limit=3"],
            complaints: """
                --param:1:1: error: there is no rule `my-rle`
                  1 | my-rle.limit=3
                    | ^^^^^^
                  help: did you mean `my-rule`?
                """),
        Wrong(
            testDescription: "a built-in rule that does not run", arguments: ["sg-ssh-open-to-internet.port=3"],
            complaints: """
                --param:1:1: error: there is no rule `sg-ssh-open-to-internet`
                  1 | sg-ssh-open-to-internet.port=3
                    | ^^^^^^^^^^^^^^^^^^^^^^^
                """),
        Wrong(
            testDescription: "names, types and bounds, all at once",
            files: ["my-rule: {limti: 3, limit: many}\nmy-rle: {}\n", "my-rule: {kinds: [runing]}"],
            arguments: ["my-rule.limit=65", "my-rule.age=soon"],
            complaints: """
                params-1.yaml:1:11: error: there is no parameter `limti`
                  1 | my-rule: {limti: 3, limit: many}
                    |           ^^^^^
                  help: did you mean `limit`?
                params-1.yaml:1:28: error: `many` is not of type int
                  1 | my-rule: {limti: 3, limit: many}
                    |                            ^^^^
                params-1.yaml:2:1: error: there is no rule `my-rle`
                  2 | my-rle: {}
                    | ^^^^^^
                  help: did you mean `my-rule`?
                params-2.yaml:1:19: error: `runing` is not one of the values allowed
                  1 | my-rule: {kinds: [runing]}
                    |                   ^^^^^^
                rules.yaml:11:64: note: the rule says so here
                  help: did you mean `running`?
                --param:1:15: error: `65` is above the maximum of 64
                  1 | my-rule.limit=65
                    |               ^^
                rules.yaml:10:51: note: the rule says so here
                --param:1:13: error: `soon` is not of type duration
                  1 | my-rule.age=soon
                    |             ^^^^
                  help: write a duration such as 90d or 12h
                """),
        Wrong(
            testDescription: "a wrong value of a built-in rule that does not run",
            files: ["sg-ssh-open-to-internet: {port: ssh}"],
            complaints: """
                params-1.yaml:1:33: error: `ssh` is not of type int
                  1 | sg-ssh-open-to-internet: {port: ssh}
                    |                                 ^^^
                """),
        Wrong(
            testDescription: "a file that is a list", files: ["- my-rule"],
            complaints: """
                params-1.yaml:1:1: error: a parameter file is a mapping of rule ids to parameters
                  1 | - my-rule
                    | ^^^^^^^^^
                  help: write sg-ssh-open-to-internet: {port: 2222}
                """),
        Wrong(
            testDescription: "a file without content", files: ["# nothing\n"],
            complaints: """
                params-1.yaml:1:1: error: a parameter file is a mapping of rule ids to parameters
                  1 | # nothing
                    | ^
                  help: write sg-ssh-open-to-internet: {port: 2222}
                """),
        Wrong(
            testDescription: "a file of two documents", files: ["my-rule: {limit: 3}\n---\nmy-rule: {limit: 4}"],
            complaints: """
                params-1.yaml:3:1: error: a parameter file is one YAML document
                  3 | my-rule: {limit: 4}
                    | ^^^^^^^^^^^^^^^^^^^
                """),
        Wrong(
            testDescription: "a rule's parameters are a value", files: ["my-rule: 3"],
            complaints: """
                params-1.yaml:1:10: error: the parameters of `my-rule` are a mapping of names to values
                  1 | my-rule: 3
                    |          ^
                  help: write sg-ssh-open-to-internet: {port: 2222}
                """),
        Wrong(
            testDescription: "a rule without parameters", files: ["sg-default-has-entries: {port: 3}"],
            complaints: """
                params-1.yaml:1:26: error: there is no parameter `port`
                  1 | sg-default-has-entries: {port: 3}
                    |                          ^^^^
                  help: the rule has no parameters
                """),
    ]

    @Test("wrong values are told", arguments: wrong)
    func refused(_ wrong: Wrong) {
        #expect(Self.read(files: wrong.files, arguments: wrong.arguments).complaints == wrong.complaints + "\n")
    }

    @Test func aValueThatTheConditionCannotTakeNamesItsPlace() {
        let (_, complaints) = Self.read(
            arguments: ["sg-x.port=70000"],
            rules: """
                rules:
                  - id: sg-x
                    title: A rule
                    resource: security_group
                    category: security
                    severity: low
                    params: {port: {type: int, default: 22, meaning: m}}
                    flag: {ingress: {admits: {source: any, port: $port}}}
                    message: "{{ resource }}"
                    fix: Mend it.

                """)
        #expect(
            complaints == """
                rules.yaml:8:50: error: the parameter `port` (int: 70000) is not of type port_range
                  8 |     flag: {ingress: {admits: {source: any, port: $port}}}
                    |                                                  ^^^^^
                --param:1:11: note: its value comes from here

                """)
    }
}
