internal import ArgumentParser
internal import Diagnostics
internal import Engine
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
            """)

    @Argument(help: "Rule files, test files, or directories of them.")
    var paths: [String] = []

    @Option(help: ArgumentHelp("Test only this rule or category (repeatable).", valueName: "id|category"))
    var only: [String] = []

    @OptionGroup var parameters: ParameterOptions

    @Option(help: "Use colours.")
    var color: ColorChoice = .auto

    func run() throws {
        let catalog = try RuleOptions.catalog()
        var loader = RuleLoader(
            catalog, color: color, parameters: parameters, withBuiltin: paths.isEmpty, readsTests: true)
        let files = paths.map { (path: $0, read: loader.addRulesAndTests(at: $0)) }
        let all = try loader.finish()
        let rules = try RuleOptions.select(only, from: all).rules
        let outcomes = rules.flatMap { ExampleRun.run($0, catalog: catalog) }
        let failed = outcomes.filter { !$0.problems.isEmpty }
        let renderer = DiagnosticRenderer(palette: color.palette(for: Terminal.standardOutput))
        for outcome in failed { Terminal.print(renderer.render(outcome.problems)) }
        let untested = rules.filter(\.examples.isEmpty)
        if !untested.isEmpty {
            Terminal.print("rules without tests: \(untested.map(\.id).joined(separator: ", "))")
        }
        Terminal.print("\(outcomes.count - failed.count) passed, \(failed.count) failed")
        let isTested = complainAboutMissingTests(all.rules, files, outcomes.count)
        // A test that could not run is a mistake in the file, not a verdict.
        if failed.contains(where: { $0.verdict == nil }) || !isTested { throw Triage.ExitCode.wrongInput }
        if !failed.isEmpty { throw Triage.ExitCode.findings }
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
