internal import Catalog
internal import Synchronization

/// The resources of an inventory by type and id, found without making a text of the id: what references are followed with.
package final class ReferenceTable: Sendable {
    /// A resource, as positions in `Inventory.segments` and `Segment.resources`.
    package struct Place: Hashable, Sendable {
        // Half the size of two integers: there are as many places as resources.
        private var segmentNumber: UInt32
        private var resourceNumber: UInt32
        package var segment: Int { Int(segmentNumber) }
        package var resource: Int { Int(resourceNumber) }
        package init(segment: Int, resource: Int) {
            (segmentNumber, resourceNumber) = (UInt32(segment), UInt32(resource))
        }
    }

    private struct Item {
        var hash: UInt32
        var place: Place
        /// Index of the next item of the same chain, plus one.
        var next: UInt32
    }

    private let inventory: Inventory
    /// Heads of the chains: index of an item plus one; 0: none.
    private let heads: [UInt32]
    private let items: [Item]
    /// Per type: own slot of the id.
    private let idSlots: [Int]

    package init(_ inventory: Inventory) {
        self.inventory = inventory
        let idSlots = inventory.catalog.types.map { type in
            if case .own(let slot) = inventory.catalog.shapes[type.shape].fields[type.idField].slot { slot } else { 0 }
        }
        self.idSlots = idSlots
        var size = 16
        while size < inventory.resourceCount * 2 { size *= 2 }
        var heads = [UInt32](repeating: 0, count: size)
        var items: [Item] = []
        items.reserveCapacity(inventory.resourceCount)
        for (segmentIndex, segment) in inventory.segments.enumerated() {
            for (index, resource) in segment.resources.enumerated() {
                let id = segment.words[Int(resource.slots) + idSlots[Int(resource.type)]]
                guard id.isSet else { continue }
                let hash = segment.withText(id) { Self.hash($0, type: Int(resource.type)) }
                let at = Int(truncatingIfNeeded: hash >> 16) & (size - 1)
                let place = Place(segment: segmentIndex, resource: index)
                items.append(Item(hash: UInt32(truncatingIfNeeded: hash), place: place, next: heads[at]))
                heads[at] = UInt32(items.count)
            }
        }
        (self.heads, self.items) = (heads, items)
    }

    /// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/).
    private static func hash(_ text: UnsafeBufferPointer<UInt8>, type: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(type)
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash
    }

    /// Calls `body` for each resource of the type with this id.
    @inline(__always)
    package func forEach(type: Int, id: UnsafeBufferPointer<UInt8>, _ body: (Place) -> Void) {
        let hash = Self.hash(id, type: type)
        var at = heads[Int(truncatingIfNeeded: hash >> 16) & (heads.count - 1)]
        while at != 0 {
            let item = items[Int(at) - 1]
            at = item.next
            guard item.hash == UInt32(truncatingIfNeeded: hash) else { continue }
            let segment = inventory.segments[item.place.segment]
            let resource = segment.resources[item.place.resource]
            let word = segment.words[Int(resource.slots) + idSlots[type]]
            guard Int(resource.type) == type, word.isSet, segment.withText(word, { $0.elementsEqual(id) }) else {
                continue
            }
            body(item.place)
        }
    }

    /// The only resource of the type with the id in `word` of `segment`. Nil when there is none, or when there are several
    /// and it takes more to tell.
    package func find(type: Int, _ word: Word, in segment: Segment) -> (Segment, ResourceRecord)? {
        guard let found = place(type: type, word, in: segment) else { return nil }
        let target = inventory.segments[found.segment]
        return (target, target.resources[found.resource])
    }

    /// The place of that resource.
    package func place(type: Int, _ word: Word, in segment: Segment) -> Place? {
        var found: Place?
        var count = 0
        segment.withText(word) { id in
            forEach(type: type, id: id) { place in
                count += 1
                found = place
            }
        }
        return count == 1 ? found : nil
    }
}

/// The reference table of an inventory, built when somebody first asks for it.
package final class ReferenceSource: Sendable {
    private let inventory: Inventory
    private let made = Mutex<ReferenceTable?>(nil)

    package init(_ inventory: Inventory) { self.inventory = inventory }

    package var table: ReferenceTable {
        made.withLock { made in
            if let made { return made }
            let table = ReferenceTable(inventory)
            made = table
            return table
        }
    }
}
