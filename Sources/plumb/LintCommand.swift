internal import ArgumentParser
internal import Catalog
internal import Diagnostics
internal import Inventory
internal import Lint
internal import Rules
internal import Triage
internal import Workers

/// `plumb lint`: checks files without evaluating.
struct LintFiles: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Check rules, tests, inventories and price books for mistakes, without evaluating.",
        discussion: """
            What a file is, its top-level keys tell: `rules`, `tests`, `inventory` or `prices`. All mistakes of all files are told \
            at once.

            Examples:
              plumb lint rules/ inventory/
              plumb lint mine.yaml --params our-values.yaml
              plumb lint --builtin --params our-values.yaml
            """)

    @Argument(help: "Rule files, test files, inventories, price books, or directories of them.")
    var paths: [String] = []

    @Flag(help: "Check the built-in rules, too.")
    var builtin = false

    @OptionGroup var parameters: ParameterOptions

    @Option(help: "Use colours.")
    var color: ColorChoice = .auto

    func validate() throws {
        if paths.isEmpty, !builtin, parameters.files.isEmpty {
            throw ValidationError("Name a file or directory to check.")
        }
    }

    func run() throws {
        let catalog = try RuleOptions.catalog()
        let (overrides, unreadable) = parameters.overrides()
        let rules =
            builtin ? RuleSet.builtin(catalog: catalog, overrides: overrides) : RuleSet(overrides: overrides)
        var files = NamedFiles(unreadable: unreadable)
        var linter = Linter(
            catalog: catalog, rules: rules, jobs: Workers.processorCount,
            today: PriceOptions.today)
        for path in paths {
            for candidate in files.findWithCounterparts(at: path) {
                if let file = files.read(candidate) { linter.add(file) }
            }
        }
        let result = linter.finish()
        let renderer = DiagnosticRenderer(palette: color.palette(for: Terminal.standardError))
        if !result.diagnostics.isEmpty { Terminal.complain(renderer.render(result.diagnostics)) }
        files.complain(wanted: "file to check")
        Terminal.print(result.summary)
        if let code = files.exitCode(isWrong: result.diagnostics.hasErrors) { throw code }
    }
}
