internal import ArgumentParser
internal import Catalog
internal import Diagnostics
internal import Findings
internal import Inventory
internal import Rules
internal import Triage

/// The options that choose rules, shared by the subcommands.
struct RuleOptions: ParsableArguments {
    @Option(
        name: .customLong("rules"),
        help: ArgumentHelp("Add the rules of a file or directory (repeatable).", valueName: "path"))
    var paths: [String] = []

    @Flag(name: .customLong("no-builtin"), help: "Leave out the built-in rules.")
    var withoutBuiltin = false

    @Option(help: ArgumentHelp("Use only this rule or category (repeatable).", valueName: "id|category"))
    var only: [String] = []

    @OptionGroup var parameters: ParameterOptions

    @Option(help: "Use colours.")
    var color: ColorChoice = .auto

    /// The embedded catalog.
    static func catalog() throws -> Catalog {
        let (catalog, diagnostics) = Catalog.builtin()
        guard diagnostics.isEmpty else {
            Terminal.complain(DiagnosticRenderer(palette: Palette(isEnabled: false)).render(diagnostics))
            throw Triage.ExitCode.incomplete
        }
        return catalog
    }

    /// The chosen rules; says on standard error what is wrong with the others. Throws where a rule, a path or a name in
    /// `--only` is wrong.
    /// `withExamples` reads the tests in the rules, too.
    func load(_ catalog: Catalog, withExamples: Bool = false) throws -> RuleSet {
        try select(from: read(catalog, withExamples))
    }

    /// All rules of the paths, and the built-in ones.
    private func read(_ catalog: Catalog, _ withExamples: Bool) throws -> RuleSet {
        let (overrides, unreadableParameters) = parameters.overrides()
        var unreadable = unreadableParameters
        var rules =
            withoutBuiltin
            ? RuleSet(readsExamples: withExamples, overrides: overrides)
            : RuleSet.builtin(catalog: catalog, readsExamples: withExamples, overrides: overrides)
        for path in paths {
            do {
                let candidates = try InputFiles.candidates(at: path)
                if candidates.isEmpty {
                    Terminal.complain("error: the directory `\(path)` holds no rule file (.yaml, .yml or .json)")
                    throw Triage.ExitCode.wrongInput
                }
                for candidate in candidates { rules.add(try InputFiles.read(candidate), catalog: catalog) }
            } catch let failure as UnreadableFile {
                unreadable.append(failure)
            }
        }
        // With a file missing, the rules it holds would be called unknown.
        if unreadable.isEmpty { rules.finish(catalog: catalog) }
        let renderer = DiagnosticRenderer(palette: color.palette(for: Terminal.standardError))
        if !rules.diagnostics.isEmpty { Terminal.complain(renderer.render(rules.diagnostics)) }
        for file in unreadable {
            Terminal.complain("error: cannot read `\(VisibleText.escaping(file.path))`: \(file.reason)")
        }
        if rules.diagnostics.hasErrors { throw Triage.ExitCode.wrongInput }
        if !unreadable.isEmpty { throw Triage.ExitCode.incomplete }
        return rules
    }

    private func select(from all: RuleSet) throws -> RuleSet {
        var rules = all
        let unknown = rules.keep(only: only)
        for name in unknown {
            let help =
                Suggestion.nearest(to: name, among: Category.allCases.map(\.rawValue) + all.rules.map(\.id)).map {
                    "; did you mean `\($0)`?"
                } ?? ""
            Terminal.complain("error: `\(VisibleText.escaping(name))` is no rule and no category\(help)")
        }
        if !unknown.isEmpty { throw Triage.ExitCode.wrongInput }
        return rules
    }
}
