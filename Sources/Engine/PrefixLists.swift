internal import Catalog
internal import Inventory
internal import Networks

/// The address ranges of the prefix lists that the inventory holds, by id and by name.
struct PrefixLists: Sendable {
    private var sets: [String: AddressSet] = [:]

    init(_ inventory: Inventory) {
        let catalog = inventory.catalog
        guard let type = catalog.type(named: "prefix_list"), let entries = catalog.shape(of: type).field("entries"),
            case .own(let entriesSlot) = entries.slot, let entryShape = catalog.shape(of: entries.type),
            let cidr = entryShape.field("cidr")
        else { return }
        for (segment, resource) in inventory.resources(ofType: "prefix_list") {
            let list = segment.words[Int(resource.slots) + entriesSlot]
            // A list that does not say its entries stays unresolved.
            guard list.isSet else { continue }
            let ranges = (0..<list.listCount).compactMap { index -> CIDR? in
                let entry = EntryList(list, in: segment.words)[index]
                let word: Word =
                    switch cidr.slot {
                    case .own(let slot): entry.own(slot)
                    case .shared(let slot):
                        segment.tables.words[Int(segment.tables.records[entry.shared]) + slot]
                    }
                return word.isSet ? segment.tables.cidrs[Int(word.bits)] : nil
            }
            let set = AddressSet(cidrs: ranges)
            sets[inventory.id(of: resource, in: segment)] = set
            if case .own(let slot)? = catalog.shape(of: type).field("name")?.slot {
                let name = segment.words[Int(resource.slots) + slot]
                if name.isSet, sets[segment.text(name)] == nil { sets[segment.text(name)] = set }
            }
        }
    }

    /// The addresses of a list; nil when the inventory does not hold it.
    func addresses(of name: String) -> AddressSet? { sets[name] }
}
