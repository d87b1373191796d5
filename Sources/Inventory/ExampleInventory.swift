package import Catalog
package import Diagnostics
package import Documents

/// The small inventory of a rule's test, read from nodes of its file, so that mistakes in it are told where they stand.
package enum ExampleInventory {
    /// With `resource` that one, of the type, makes up the first segment; the resources of the collections follow in
    /// another.
    package static func load(
        resource: (node: NodeID, type: Int)?, collections: [(key: NodeID, value: NodeID)], in document: Document,
        scope: Scope, catalog: Catalog
    ) -> (inventory: Inventory, diagnostics: [Diagnostic]) {
        var decoder = ResourceDecoder(catalog: catalog, tables: ValueTables())
        let surroundings = ResourceDecoder.Surroundings(scope: scope)
        var inventory = Inventory(catalog: catalog)
        var diagnostics: [Diagnostic] = []
        if let resource {
            decoder.readResource(resource.node, type: resource.type, in: document, surroundings)
            diagnostics = decoder.diagnostics
            inventory.segments.append(decoder.finish(file: document.file, scope: scope))
        }
        for (key, value) in collections {
            guard let type = catalog.collections.index(of: document.text(key)) else { continue }
            inventory.coverage.insert(type: type, account: scope.account, region: scope.region)
            decoder.readCollection(value, type: type, in: document, surroundings)
        }
        diagnostics += decoder.diagnostics
        inventory.segments.append(decoder.finish(file: document.file, scope: scope))
        return (inventory, diagnostics + DuplicateResources.find(in: inventory))
    }
}
