internal import Catalog
internal import Diagnostics
internal import Inventory
internal import Rules
internal import Triage

/// Reads the rule files and test files that a command line names, and says on standard error what is wrong with them.
struct RuleLoader {
    private let catalog: Catalog
    private let color: ColorChoice
    private var rules: RuleSet
    private var files: NamedFiles

    /// `readsTests`: test files, and the tests in rules, are read, too.
    init(
        _ catalog: Catalog, color: ColorChoice, parameters: ParameterOptions, withBuiltin: Bool, readsTests: Bool
    ) {
        (self.catalog, self.color) = (catalog, color)
        let (overrides, unreadable) = parameters.overrides()
        files = NamedFiles(unreadable: unreadable)
        rules =
            withBuiltin
            ? RuleSet.builtin(catalog: catalog, readsExamples: readsTests, overrides: overrides)
            : RuleSet(readsExamples: readsTests, overrides: overrides)
    }

    /// Reads a file, or the rule files of a directory.
    mutating func addRules(at path: String) {
        for candidate in files.find(at: path, where: { $0.isNamed || !TestFileName.isTestFile($0.path) }) {
            if let file = files.read(candidate) { rules.add(file, catalog: catalog) }
        }
    }

    /// Reads a file and its counterpart, or all rule files and test files of a directory; gives their paths.
    mutating func addRulesAndTests(at path: String) -> [String] {
        let found = files.findWithCounterparts(at: path)
        for candidate in found {
            guard let file = files.read(candidate) else { continue }
            if TestFileName.isTestFile(candidate.path) {
                rules.addTests(file)
            } else {
                rules.add(file, catalog: catalog)
            }
        }
        return found.map(\.path)
    }

    /// The rules, when nothing is wrong with them.
    mutating func finish() throws(Triage.ExitCode) -> RuleSet {
        // With a file missing, the rules it holds would be called unknown.
        if files.isWhole { rules.finish(catalog: catalog) }
        let renderer = DiagnosticRenderer(palette: color.palette(for: Terminal.standardError))
        if !rules.diagnostics.isEmpty { Terminal.complain(renderer.render(rules.diagnostics)) }
        files.complain(wanted: "rule file")
        if let code = files.exitCode(isWrong: rules.diagnostics.hasErrors) { throw code }
        return rules
    }
}
