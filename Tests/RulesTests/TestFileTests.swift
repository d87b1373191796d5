import Diagnostics
import Engine
import Findings
import Rules
import Testing

/// Test files and tests of whole inventories: what they ask, and what is said of mistakes in them.
struct TestFileTests {
    /// Judges each entry; says what it finds.
    static let rules = """
        rules:
          - id: entry-unexplained
            title: An entry has no description
            resource: security_group
            category: operations
            severity: low
            for_each: [ingress]
            require: {description: {empty: false}}
            message: "{{ resource }} lets in {{ it }}"
            fix: Say what it is for.
          - id: group-unnamed
            title: A group has no name
            resource: security_group
            category: operations
            severity: low
            params: {least: {type: int, default: 1, max: 255, meaning: Characters of a name}}
            flag: {name: {size: {below: $least}}}
            message: "{{ resource }} has no name"
            fix: Name it.

        """

    /// The rules with the tests of a file, and what is wrong with it.
    static func read(_ tests: String, rules: String = rules) -> (set: RuleSet, complaints: String) {
        var set = RuleSet()
        set.addTests(Trial.file(tests, path: "rules_test.yaml"))
        set.add(Trial.file(rules), catalog: Trial.catalog)
        set.finish(catalog: Trial.catalog)
        return (set, DiagnosticRenderer(palette: Palette(isEnabled: false)).render(set.diagnostics))
    }

    /// What running the tests of a file says.
    static func outcome(_ tests: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        let (set, complaints) = read(tests)
        try #require(complaints == "", sourceLocation: sourceLocation)
        let problems = set.rules.flatMap { ExampleRun.run($0, catalog: Trial.catalog) }.flatMap(\.problems)
        return DiagnosticRenderer(palette: Palette(isEnabled: false)).render(problems)
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var text: String
        var complaints: String
        init(_ name: String, _ text: String, _ complaints: String) {
            (testDescription, self.text) = (name, text + "\n")
            self.complaints = complaints.isEmpty ? "" : complaints + "\n"
        }
    }

    @Test("what a run says", arguments: runs)
    func run(test: Case) throws {
        let outcome = try Self.outcome(test.text)
        #expect(outcome == test.complaints)
    }

    @Test("mistakes in a test file", arguments: mistakes)
    func mistake(test: Case) { #expect(Self.read(test.text).complaints == test.complaints) }

    @Test func testsBelongToTheirRules() {
        let tests = """
            rule: group-unnamed
            tests:
              - {name: a, given: {id: sg-1, name: x}, expect: compliant}
              - {name: b, rule: entry-unexplained, given: {id: sg-1, ingress: []}, expect: compliant}
              - {name: c, rule: sg-from-launch-wizard, given: {id: sg-1, name: launch-wizard-1}, expect: noncompliant}
            """
        let (set, complaints) = Self.read(tests)
        #expect(complaints == "")
        #expect(set.rules.map(\.id) == ["entry-unexplained", "group-unnamed", "sg-from-launch-wizard"])
        // The built-in rule comes without its own tests, which are not asked for.
        #expect(set.rules.map { $0.examples.map(\.name) } == [["b"], ["a"], ["c"]])
    }

    @Test func testsOfAWrongRuleAreNotBlamed() {
        let rules = Self.rules.replacing("severity: low", with: "severity: lwo", maxReplacements: 1)
        let (_, complaints) = Self.read(
            "rule: entry-unexplained\ntests: [{name: a, given: {id: sg-1}, expect: compliant}]", rules: rules)
        #expect(
            complaints == """
                rules.yaml:6:15: error: `lwo` is no severity
                  6 |     severity: lwo
                    |               ^^^
                  help: did you mean `low`?

                """)
    }

    @Test(
        "names of test files",
        arguments: [
            ("a_test.yaml", true), ("x/a_test.yml", true), ("a_test.json", true), ("a.yaml", false),
            ("a_tests.yaml", false),
            ("a_test", false), ("a_test.txt", false),
        ])
    func names(name: String, isTestFile: Bool) { #expect(TestFileName.isTestFile(name) == isTestFile) }

    @Test func counterparts() {
        #expect(TestFileName.counterparts(of: "x/a.yaml") == ["x/a_test.yaml", "x/a_test.yml", "x/a_test.json"])
        #expect(TestFileName.counterparts(of: "a_test.yml") == ["a.yaml", "a.yml", "a.json"])
        #expect(TestFileName.counterparts(of: "rules") == [])
    }
}
