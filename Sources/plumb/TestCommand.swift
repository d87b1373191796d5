internal import ArgumentParser
internal import Diagnostics
internal import Engine
internal import Rules
internal import Triage

/// `plumb test`: runs the tests that stand in rule files.
struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the tests in rule files.",
        discussion: """
            Without a path, the tests of the built-in rules run.

            Examples:
              plumb test my-rules.yaml
              plumb test rules/ --only sg-ssh-open-to-internet
            """)

    @Argument(help: "Rule files, or directories of them.")
    var paths: [String] = []

    @Option(help: ArgumentHelp("Test only this rule or category (repeatable).", valueName: "id|category"))
    var only: [String] = []

    @OptionGroup var parameters: ParameterOptions

    @Option(help: "Use colours.")
    var color: ColorChoice = .auto

    func run() throws {
        let catalog = try RuleOptions.catalog()
        var options = RuleOptions()
        options.paths = paths
        options.withoutBuiltin = !paths.isEmpty
        options.only = only
        options.parameters = parameters
        options.color = color
        let rules = try options.load(catalog, withExamples: true).rules
        let outcomes = rules.flatMap { ExampleRun.run($0, catalog: catalog) }
        let failed = outcomes.filter { !$0.problems.isEmpty }
        let renderer = DiagnosticRenderer(palette: color.palette(for: Terminal.standardOutput))
        for outcome in failed { Terminal.print(renderer.render(outcome.problems)) }
        let untested = rules.filter(\.examples.isEmpty)
        if !untested.isEmpty {
            Terminal.print("rules without tests: \(untested.map(\.id).joined(separator: ", "))")
        }
        Terminal.print("\(outcomes.count - failed.count) passed, \(failed.count) failed")
        // A test that could not run is a mistake in the file, not a verdict.
        if failed.contains(where: { $0.verdict == nil }) { throw Triage.ExitCode.wrongInput }
        if !failed.isEmpty { throw Triage.ExitCode.findings }
    }
}
