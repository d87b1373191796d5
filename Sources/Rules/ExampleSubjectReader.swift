internal import Catalog
internal import Diagnostics
internal import Documents

/// What a test is about, as its nodes say.
struct ExampleSubject {
    var subject: RuleExample.Subject
    /// Collections beside the one resource, or those of the inventory.
    var collections: [(key: NodeID, value: NodeID)] = []
    /// Ids of the inventory's resources of the rule's type.
    var ids: [String] = []
    /// Ids of its other resources, and their types.
    var otherIDs: [String: String] = [:]
}

/// Reads `given`, one resource or a whole small inventory, and `with`, what stands around the one resource.
///
/// A mapping with the id of the type is a resource, since no collection is called so. Without an id, the name of a
/// collection makes it an inventory.
struct ExampleSubjectReader {
    var context: ReadingContext
    private let type: ResourceType
    private let shape: Shape
    private var document: Document { context.document }
    private var catalog: Catalog { context.catalog }

    init(_ context: ReadingContext, type: Int) {
        self.context = context
        self.type = context.catalog.types[type]
        shape = context.catalog.shape(of: self.type)
    }

    private var idName: String { shape.fields[type.idField].name }

    /// Nil after reporting an error.
    mutating func read(_ given: NodeID, with others: NodeID?) -> ExampleSubject? {
        guard document[given].kind == .mapping else {
            context.report(
                "`given` is a resource, or a mapping of collections", given,
                help: "write {\(idName): …} or {\(type.collection): [{…}]}")
            return nil
        }
        let errors = context.diagnostics.count
        var result = isInventory(given) ? inventory(given) : resource(given)
        if let others { readOthers(others, &result) }
        return context.diagnostics.count == errors ? result : nil
    }

    private func isCollection(_ key: NodeID) -> Bool { catalog.collections.index(of: document.text(key)) != nil }
    private func isField(_ key: NodeID) -> Bool { shape.field(document.text(key)) != nil }

    private func isInventory(_ given: NodeID) -> Bool {
        let keys = document.pairs(given).map(\.key)
        if keys.contains(where: { document.text($0) == idName }) { return false }
        if keys.contains(where: isCollection) { return true }
        // Only what is no resource either can be a misspelt collection.
        return !keys.isEmpty && !keys.contains(where: isField)
    }

    // MARK: One resource

    private mutating func resource(_ given: NodeID) -> ExampleSubject {
        for (key, _) in document.pairs(given) where isCollection(key) && !isField(key) {
            context.report(
                "`given` is one \(type.name), and `\(document.text(key))` is a collection", key,
                help: "put it under `with`, or the \(type.name) under `\(type.collection)`")
        }
        return ExampleSubject(subject: .resource(given))
    }

    private mutating func readOthers(_ node: NodeID, _ result: inout ExampleSubject) {
        if case .inventory = result.subject {
            context.report("`with` goes with one resource", node, help: "put its collections into `given`")
            return
        }
        if document[node].kind != .mapping {
            context.report("`with` is a mapping of collections", node, help: "write {prefix_lists: [{…}]}")
        }
        for (key, _) in document.pairs(node) where !isCollection(key) { reportUnknown(key) }
        result.collections = document.pairs(node)
    }

    private mutating func reportUnknown(_ key: NodeID) {
        let name = document.text(key)
        context.report(
            "unknown collection `\(name)`", key, help: Suggestion.help(for: name, among: catalog.collections.names))
    }

    // MARK: A small inventory

    /// What an inventory's header says is said beside `given`.
    private static let header = ["as_of", "account", "region"]

    private mutating func inventory(_ given: NodeID) -> ExampleSubject {
        var result = ExampleSubject(subject: .inventory, collections: document.pairs(given))
        for (key, value) in result.collections {
            let name = document.text(key)
            guard let index = catalog.collections.index(of: name) else {
                reportNoCollection(key)
                continue
            }
            let type = catalog.types[index]
            let idName = catalog.shape(of: type).fields[type.idField].name
            let ids = document.items(value).compactMap { document.value(of: idName, in: $0).map(document.text) }
            if type.name == self.type.name {
                result.ids = ids
            } else {
                for id in ids { result.otherIDs[id] = type.name }
            }
        }
        return result
    }

    private mutating func reportNoCollection(_ key: NodeID) {
        let name = document.text(key)
        if Self.header.contains(name) {
            context.report("`\(name)` stands beside `given`, not in it", key)
        } else if name == "inventory" {
            context.report("`given` needs no `inventory` header", key, help: "leave it out")
        } else if isField(key) {
            context.report(
                "`given` mixes collections with `\(name)`, a field of one \(type.name)", key,
                help:
                    "put the \(type.name) under `\(type.collection)`, or give it its `\(idName)` and the rest under `with`"
            )
        } else {
            reportUnknown(key)
        }
    }
}
