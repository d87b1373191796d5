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
        var loader = RuleLoader(
            catalog, color: color, parameters: parameters, withBuiltin: !withoutBuiltin, readsTests: withExamples)
        for path in paths { loader.addRules(at: path) }
        return try Self.select(only, from: loader.finish())
    }

    /// The rules that `--only` names; all without a name.
    static func select(_ only: [String], from all: RuleSet) throws -> RuleSet {
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
