internal import ArgumentParser
internal import Catalog
internal import Schemas

/// `plumb schema`: prints the JSON Schema of inventories or of rule files.
struct Schema: ParsableCommand {
    /// What a schema describes.
    enum Subject: String, CaseIterable, ExpressibleByArgument {
        case inventory, rules
    }

    static let configuration = CommandConfiguration(
        abstract: "Print the JSON Schema of inventories or of rule files, for editors.",
        discussion: """
            The schema is that of draft 2020-12, made from the catalog of this version of plumb; editors with a YAML \
            language server complete names, show what they mean and flag mistakes by it.

            Examples:
              plumb schema inventory > inventory.schema.json
              plumb schema rules > rules.schema.json

            and as the first line of an inventory or rule file:
              # yaml-language-server: $schema=inventory.schema.json
            """)

    @Argument(help: "What the schema describes: inventory or rules.")
    var subject: Subject

    func run() throws {
        let catalog = try RuleOptions.catalog()
        switch subject {
        case .inventory: Terminal.print(InventorySchema(catalog: catalog).text)
        case .rules: Terminal.print(RuleSchema(catalog: catalog).text)
        }
    }
}
