internal import Catalog
internal import Diagnostics

/// Finds resources that are described twice: of one type, account and region, with one id.
enum DuplicateResources {
    static func find(in inventory: Inventory) -> [Diagnostic] {
        var size = 16
        while size < inventory.resourceCount * 2 { size *= 2 }
        // Open addressing over the identities; a place holds segment and resource numbers plus one.
        var table = ContiguousArray<UInt64>(repeating: 0, count: size)
        var diagnostics: [Diagnostic] = []
        for (segmentIndex, segment) in inventory.segments.enumerated() {
            for (index, resource) in segment.resources.enumerated() {
                var at = Int(truncatingIfNeeded: (resource.identity &* 0x9E37_79B9_7F4A_7C15) >> 20) & (size - 1)
                var first: (Segment, ResourceRecord)?
                while table[at] != 0 {
                    let other = inventory.segments[Int(table[at] >> 32) - 1]
                    let record = other.resources[Int(table[at] & 0xFFFF_FFFF)]
                    if record.identity == resource.identity,
                        isSame(inventory, (other, record), (segment, resource))
                    {
                        first = (other, record)
                        break
                    }
                    at = (at + 1) & (size - 1)
                }
                if let first {
                    diagnostics.append(diagnostic(inventory, (segment, resource), first))
                } else {
                    table[at] = UInt64(segmentIndex + 1) << 32 | UInt64(index)
                }
            }
        }
        return diagnostics
    }

    private static func isSame(
        _ inventory: Inventory, _ a: (segment: Segment, resource: ResourceRecord),
        _ b: (segment: Segment, resource: ResourceRecord)
    ) -> Bool {
        func texts(_ place: (segment: Segment, resource: ResourceRecord)) -> [String] {
            let shape = inventory.catalog.shapes[inventory.catalog.types[Int(place.resource.type)].shape]
            return ["account", "region"].map { name in
                guard case .own(let slot)? = shape.field(name)?.slot else { return "" }
                let word = place.segment.words[Int(place.resource.slots) + slot]
                return word.isSet ? place.segment.text(word) : ""
            } + [inventory.id(of: place.resource, in: place.segment)]
        }
        return a.resource.type == b.resource.type && texts(a) == texts(b)
    }

    private static func diagnostic(
        _ inventory: Inventory, _ second: (segment: Segment, resource: ResourceRecord),
        _ first: (segment: Segment, resource: ResourceRecord)
    ) -> Diagnostic {
        let type = inventory.catalog.types[Int(second.resource.type)].name
        return Diagnostic(
            .error, "the \(type) `\(inventory.id(of: second.resource, in: second.segment))` is described twice",
            at: inventory.idSpan(of: second.resource, in: second.segment),
            help: "an id may stand once in an account and region",
            note: Diagnostic.Note(
                "it is described here first", at: inventory.idSpan(of: first.resource, in: first.segment)))
    }
}
