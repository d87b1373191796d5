package import Catalog
package import Diagnostics
package import Documents

/// The small inventory of a rule's test, read from nodes of the rule file, so that mistakes in it are told where they stand.
package enum ExampleInventory {
    /// `given` becomes the one resource of the first segment; the resources of `with` follow in a second.
    package static func load(
        given: NodeID, type: Int, with collections: [(key: NodeID, value: NodeID)], in document: Document, scope: Scope,
        catalog: Catalog
    ) -> (inventory: Inventory, diagnostics: [Diagnostic]) {
        var decoder = ResourceDecoder(catalog: catalog, tables: ValueTables())
        let surroundings = ResourceDecoder.Surroundings(scope: scope)
        var inventory = Inventory(catalog: catalog)
        decoder.readResource(given, type: type, in: document, surroundings)
        var diagnostics = decoder.diagnostics
        inventory.segments.append(decoder.finish(file: document.file, scope: scope))
        for (key, value) in collections {
            guard let type = catalog.collections.index(of: document.text(key)) else { continue }
            decoder.readCollection(value, type: type, in: document, surroundings)
        }
        diagnostics += decoder.diagnostics
        inventory.segments.append(decoder.finish(file: document.file, scope: scope))
        return (inventory, diagnostics)
    }
}
