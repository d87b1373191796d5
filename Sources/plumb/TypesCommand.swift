internal import ArgumentParser
internal import Catalog
internal import Diagnostics
internal import Triage

/// `plumb types`: lists resource types, or the fields of one.
struct Types: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List resource types, or the fields of one.",
        discussion: """
            Examples:
              plumb types
              plumb types security_group
            """)

    @Argument(help: "Show the fields of this type.")
    var name: String?

    @Option(help: "Write the list as text or markdown.")
    var format: ListingFormat = .text

    func run() throws {
        let catalog = try RuleOptions.catalog()
        let listing = CatalogListing(catalog: catalog)
        guard let name else { return Terminal.print(format == .text ? listing.table() : listing.markdown()) }
        // The collection's name is what stands in an inventory, so it is understood too.
        guard let type = catalog.type(named: name) ?? catalog.types.first(where: { $0.collection == name }) else {
            let help =
                Suggestion.nearest(to: name, among: catalog.typeNames.names).map { "; did you mean `\($0)`?" } ?? ""
            Terminal.complain("error: there is no resource type `\(VisibleText.escaping(name))`\(help)")
            throw Triage.ExitCode.wrongInput
        }
        Terminal.print(listing.fields(of: type))
    }
}
