internal import Catalog
internal import Inventory

/// Finds the resource that a reference names without making a text of it: a hash table over type and id, read by the kernel.
final class ReferenceTable: @unchecked Sendable {
    // Written in `init`, then only read.
    private let inventory: Inventory
    private var table: [UInt32]
    private var entries: [Item] = []
    /// Per type: own slot of the id.
    private let slots: [Int]

    private struct Item {
        var hash: UInt64
        var segment: UInt32
        var resource: UInt32
        /// Index of the next entry with this place in the table, plus one.
        var next: UInt32
    }

    init(_ inventory: Inventory) {
        self.inventory = inventory
        slots = inventory.catalog.types.map { type in
            if case .own(let slot) = inventory.catalog.shapes[type.shape].fields[type.idField].slot { slot } else { 0 }
        }
        var size = 16
        while size < inventory.resourceCount * 2 { size *= 2 }
        table = Array(repeating: 0, count: size)
        entries.reserveCapacity(inventory.resourceCount)
        for (segmentIndex, segment) in inventory.segments.enumerated() {
            for (index, resource) in segment.resources.enumerated() {
                let id = segment.words[Int(resource.slots) + slots[Int(resource.type)]]
                guard id.isSet else { continue }
                let hash = segment.withText(id) { Self.hash($0, type: Int(resource.type)) }
                let at = Int(truncatingIfNeeded: hash >> 16) & (size - 1)
                entries.append(
                    Item(hash: hash, segment: UInt32(segmentIndex), resource: UInt32(index), next: table[at]))
                table[at] = UInt32(entries.count)
            }
        }
    }

    /// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/).
    private static func hash(_ text: UnsafeBufferPointer<UInt8>, type: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(type)
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash
    }

    /// The only resource of the type with the id in `word` of `segment`. Nil when there is none, or when there are several
    /// and it takes more to tell.
    func find(type: Int, _ word: Word, in segment: Segment) -> (Segment, ResourceRecord)? {
        let hash = segment.withText(word) { Self.hash($0, type: type) }
        var found: (Segment, ResourceRecord)?
        var count = 0
        var at = table[Int(truncatingIfNeeded: hash >> 16) & (table.count - 1)]
        while at != 0 {
            let item = entries[Int(at) - 1]
            at = item.next
            guard item.hash == hash else { continue }
            let other = inventory.segments[Int(item.segment)]
            let resource = other.resources[Int(item.resource)]
            guard Int(resource.type) == type,
                isEqual(word, segment, other.words[Int(resource.slots) + slots[type]], other)
            else { continue }
            count += 1
            found = (other, resource)
        }
        // Several of one id: the general evaluator knows what that means.
        return count == 1 ? found : nil
    }

    private func isEqual(_ a: Word, _ first: Segment, _ b: Word, _ second: Segment) -> Bool {
        guard a.isSet, b.isSet else { return a == b }
        return a.textCount == b.textCount && first.withText(a) { x in second.withText(b) { y in x.elementsEqual(y) } }
    }
}
