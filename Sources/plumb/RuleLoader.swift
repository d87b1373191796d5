internal import Catalog
internal import Diagnostics
internal import Inventory
internal import Rules
internal import Triage

/// Reads the rule files and test files that a command line names, and says on standard error what is wrong with them.
struct RuleLoader {
    let catalog: Catalog
    var color: ColorChoice
    private(set) var rules: RuleSet
    private(set) var unreadable: [UnreadableFile]
    private var known: Set<String> = []
    private var emptyDirectories: [String] = []

    /// `readsTests`: test files, and the tests in rules, are read, too.
    init(
        _ catalog: Catalog, color: ColorChoice, parameters: ParameterOptions, withBuiltin: Bool, readsTests: Bool
    ) {
        (self.catalog, self.color) = (catalog, color)
        let (overrides, unreadable) = parameters.overrides()
        self.unreadable = unreadable
        rules =
            withBuiltin
            ? RuleSet.builtin(catalog: catalog, readsExamples: readsTests, overrides: overrides)
            : RuleSet(readsExamples: readsTests, overrides: overrides)
    }

    /// Reads a file, or the rule files of a directory.
    mutating func addRules(at path: String) {
        for candidate in candidates(at: path) where candidate.isNamed || !TestFileName.isTestFile(candidate.path) {
            add(candidate)
        }
    }

    /// Reads a file and its counterpart, or all rule files and test files of a directory; gives the paths read.
    mutating func addRulesAndTests(at path: String) -> [String] {
        var found = candidates(at: path)
        if let named = found.first, named.isNamed {
            found += TestFileName.counterparts(of: named.path).flatMap { (try? InputFiles.candidates(at: $0)) ?? [] }
                .filter(\.isNamed)
        }
        for candidate in found { add(candidate, asTests: TestFileName.isTestFile(candidate.path)) }
        return found.map(\.path)
    }

    private mutating func candidates(at path: String) -> [InputFiles.Candidate] {
        do {
            let found = try InputFiles.candidates(at: path)
            // Test files are no rules, but a directory of them is what `plumb test` asks for.
            if !found.contains(where: { $0.isNamed || rules.readsExamples || !TestFileName.isTestFile($0.path) }) {
                emptyDirectories.append(path)
            }
            return found
        } catch {
            unreadable.append(error)
            return []
        }
    }

    private mutating func add(_ candidate: InputFiles.Candidate, asTests: Bool = false) {
        guard known.insert(candidate.path).inserted else { return }
        do {
            let file = try InputFiles.read(candidate)
            if asTests { rules.addTests(file) } else { rules.add(file, catalog: catalog) }
        } catch {
            unreadable.append(error)
        }
    }

    /// The rules, when nothing is wrong with them.
    mutating func finish() throws(Triage.ExitCode) -> RuleSet {
        // With a file missing, the rules it holds would be called unknown.
        if unreadable.isEmpty, emptyDirectories.isEmpty { rules.finish(catalog: catalog) }
        let renderer = DiagnosticRenderer(palette: color.palette(for: Terminal.standardError))
        if !rules.diagnostics.isEmpty { Terminal.complain(renderer.render(rules.diagnostics)) }
        for path in emptyDirectories {
            Terminal.complain(
                "error: the directory `\(VisibleText.escaping(path))` holds no rule file (.yaml, .yml or .json)")
        }
        for file in unreadable {
            Terminal.complain("error: cannot read `\(VisibleText.escaping(file.path))`: \(file.reason)")
        }
        if rules.diagnostics.hasErrors || !emptyDirectories.isEmpty { throw .wrongInput }
        if !unreadable.isEmpty { throw .incomplete }
        return rules
    }
}
