internal import ArgumentParser
internal import Diagnostics
internal import Expressions
internal import Rules
internal import Triage

/// `plumb functions`: lists what expressions may call, or explains one function.
struct Functions: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the functions of expressions, or explain one.",
        discussion: """
            Operators and macros are listed, too.

            Examples:
              plumb functions
              plumb functions startsWith
              plumb functions '&&'
            """)

    @Argument(help: "Explain this function, operator or macro.")
    var name: String?

    @Option(help: "Write the list as text or markdown.")
    var format: ListingFormat = .text

    func run() throws {
        let listing = FunctionListing()
        guard let name else { return Terminal.print(format == .text ? listing.table() : listing.markdown()) }
        let entries = ReferenceEntry.named(name)
        guard !entries.isEmpty else {
            let help = Suggestion.nearest(to: name, among: listing.names).map { "; did you mean `\($0)`?" } ?? ""
            Terminal.complain("error: there is no function `\(VisibleText.escaping(name))`\(help)")
            throw Triage.ExitCode.wrongInput
        }
        Terminal.print(entries.map(listing.explanation).joined(separator: "\n"))
    }
}
