internal import ArgumentParser
internal import Diagnostics
internal import Rules
internal import Triage

/// How a listing is written.
enum ListingFormat: String, CaseIterable, ExpressibleByArgument {
    case text, markdown
}

/// `plumb rules`: what rules there are, and the beginning of a new one.
struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List rules, explain one, or begin a new one.",
        discussion: """
            Examples:
              plumb rules
              plumb rules sg-ssh-open-to-internet
              plumb rules --only cost
              plumb rules new bucket-unnamed --resource bucket -o my-rules.yaml

            `plumb rules list --help` tells the options of the list.
            """,
        subcommands: [ListRules.self, NewRule.self], defaultSubcommand: ListRules.self)
}

/// How a rule is shown.
enum RuleForm: String, CaseIterable, ExpressibleByArgument {
    case source, cel
}

/// `plumb rules [list]`: lists rules, or explains one.
struct ListRules: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List rules, or explain one.",
        discussion: """
            Examples:
              plumb rules
              plumb rules sg-ssh-open-to-internet
              plumb rules --only cost
              plumb rules sg-ssh-open-to-internet --params our-values.yaml
              plumb rules sg-ssh-open-to-internet --as cel
            """)

    @Argument(help: "Explain this rule.")
    var id: String?

    @OptionGroup var options: RuleOptions

    @Option(help: "Write the list as text or markdown.")
    var format: ListingFormat = .text

    @Option(name: .customLong("as"), help: "Show the rule as it was written (source), or its conditions as CEL (cel).")
    var form: RuleForm = .source

    func validate() throws {
        if form == .cel, id == nil { throw ValidationError("--as cel needs the id of a rule.") }
    }

    func run() throws {
        let catalog = try RuleOptions.catalog()
        let rules = try options.load(catalog, withExamples: true)
        let listing = RuleListing(catalog: catalog)
        guard let id else {
            return Terminal.print(format == .text ? listing.table(rules.rules) : listing.markdown(rules.rules))
        }
        guard let rule = rules.rules.first(where: { $0.id == id }) else {
            let help = Suggestion.nearest(to: id, among: rules.rules.map(\.id)).map { "; did you mean `\($0)`?" } ?? ""
            Terminal.complain("error: there is no rule `\(VisibleText.escaping(id))`\(help)")
            throw Triage.ExitCode.wrongInput
        }
        Terminal.print(form == .cel ? listing.expressions(of: rule) : listing.explanation(of: rule))
    }
}
