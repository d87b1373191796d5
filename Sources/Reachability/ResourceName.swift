internal import Catalog
package import Diagnostics
package import Inventory

/// A resource as people call it.
package struct ResourceName: Sendable {
    package var place: ReferenceTable.Place
    /// As the catalog calls its type: `instance`.
    package var type: String
    package var id: String
    /// Its `name`, or else its tag `Name`.
    package var name: String?
    /// Where its id stands.
    package var span: SourceSpan

    /// `i-1 (web)`
    package var text: String { name.map { $0.isEmpty || $0 == id ? id : "\(id) (\($0))" } ?? id }
}

extension NetworkModel {
    /// What a resource is called.
    package func name(of place: ReferenceTable.Place) -> ResourceName {
        let view = census.view(place)
        let type = census.inventory.catalog.types[Int(view.record.type)]
        let slots = census.kind(place).map(census.slots)
        return ResourceName(
            place: place, type: type.name, id: census.id(place),
            name: view.text(slots?["name"] ?? -1) ?? Self.nameTag(view, slots?["tags"] ?? -1), span: span(place))
    }

    private static func nameTag(_ view: ResourceView, _ slot: Int) -> String? {
        let tags = view.word(slot)
        guard tags.isSet else { return nil }
        for pair in 0..<tags.listCount
        where view.segment.text(view.segment.words[tags.listFirst + pair * 2]) == "Name" {
            let value = view.segment.words[tags.listFirst + pair * 2 + 1]
            return value.isSet ? view.segment.text(value) : nil
        }
        return nil
    }
}
