internal import ArgumentParser
internal import Catalog
internal import Diagnostics
internal import Engine
internal import Findings
internal import Reports
internal import Rules
internal import Triage

/// `plumb test`: runs the tests of rules.
struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the tests of rules.",
        discussion: """
            Tests stand in the rules, or in files called NAME_test.yaml; naming my-rules.yaml reads \
            my-rules_test.yaml, too. Without a path, the tests of the built-in rules run.

            Examples:
              plumb test my-rules.yaml
              plumb test rules/ --only sg-ssh-open-to-internet
              plumb test rules/ --params our-values.yaml
              plumb test rules/ --coverage
              plumb test rules/ --report text --report junit=tests.xml
            """)

    @Argument(help: "Rule files, test files, or directories of them.")
    var paths: [String] = []

    @Option(help: ArgumentHelp("Test only this rule or category (repeatable).", valueName: "id|category"))
    var only: [String] = []

    @OptionGroup var parameters: ParameterOptions

    @Flag(help: "Tell which conditions no test has decided both ways.")
    var coverage = false

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp(
            "Write a report: text, json or junit, to standard output or to a file (repeatable).",
            valueName: "format[=file]"))
    var reports: [String] = []

    @Option(help: "JUnit with files and lines, or valid by the xUnit plugin's schema.")
    var junitFlavour: JUnitOptions.Flavour = .extended

    @Option(help: "Use colours.")
    var color: ColorChoice = .auto

    func run() throws {
        let requests = try ReportArguments.requests(reports)
        if coverage, requests.allSatisfy({ $0.kind.name == "junit" }) {
            throw ValidationError("JUnit has no place for --coverage; add --report text.")
        }
        let catalog = try RuleOptions.catalog()
        var loader = RuleLoader(
            catalog, color: color, parameters: parameters, withBuiltin: paths.isEmpty, readsTests: true)
        let files = paths.map { (path: $0, read: loader.addRulesAndTests(at: $0)) }
        let all = try loader.finish()
        let rules = try RuleOptions.select(only, from: all).rules
        var run = TestRun(
            version: Plumb.version, suites: rules.map { Self.suite($0, catalog) },
            untested: rules.filter(\.examples.isEmpty).map(\.id))
        if coverage { run.coverage = Self.coverage(of: rules, catalog) }
        let isWritten = write(run, requests)
        let isTested = complainAboutMissingTests(all.rules, files, run.total)
        // A test that could not run is a mistake in the file, not a verdict.
        if run.count(.wrong) > 0 || !isTested { throw Triage.ExitCode.wrongInput }
        if !isWritten { throw Triage.ExitCode.incomplete }
        if run.count(.failed) > 0 { throw Triage.ExitCode.findings }
    }

    private static func suite(_ rule: Rule, _ catalog: Catalog) -> TestRun.Suite {
        let cases = ExampleRun.run(rule, catalog: catalog).map { outcome in
            TestRun.Case(
                name: outcome.example.name,
                outcome: outcome.verdict == nil ? .wrong : outcome.problems.isEmpty ? .passed : .failed,
                span: outcome.example.span, problems: outcome.problems)
        }
        return TestRun.Suite(rule: RuleInfo(rule, catalog: catalog), cases: cases)
    }

    private static func coverage(of rules: [Rule], _ catalog: Catalog) -> TestRun.Coverage {
        var coverage = TestRun.Coverage(branches: 0, gaps: [])
        for rule in rules {
            let branches = BranchCoverage(of: rule, catalog: catalog).branches
            coverage.branches += branches.count
            coverage.gaps += branches.compactMap { branch in
                branch.gap.map { Diagnostic(.warning, "\($0) in the tests of `\(rule.id)`", at: branch.span) }
            }
        }
        return coverage
    }

    /// Writes the reports; says what went wrong. False when one could not be written.
    private func write(_ run: TestRun, _ requests: [ReportRequest]) -> Bool {
        var report = TestReport()
        report.palette = color.palette(for: Terminal.standardOutput)
        report.flavour = junitFlavour
        var isWritten = true
        for request in requests {
            do {
                try report.write(run, request)
            } catch .readerGone {
                // `plumb test … | head`: the reader has seen enough.
            } catch {
                Terminal.complain("error: \(error.message)")
                isWritten = false
            }
        }
        return isWritten
    }

    /// Says which paths hold no test, since a run of nothing would look like a success; false when there is one.
    private func complainAboutMissingTests(
        _ rules: [Rule], _ files: [(path: String, read: [String])], _ count: Int
    ) -> Bool {
        let tested = Set(rules.flatMap(\.examples).map(\.span.file.path))
        let empty = files.filter { !$0.read.contains(where: tested.contains) }
        for (path, _) in empty {
            Terminal.complain(
                "error: there is no test in `\(VisibleText.escaping(path))`; write `tests:` in its rules, or beside them in a file NAME_test.yaml"
            )
        }
        if empty.isEmpty, count == 0 { Terminal.complain("error: none of the rules chosen has a test") }
        return empty.isEmpty && count > 0
    }
}
