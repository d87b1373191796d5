internal import Catalog
package import Inventory
package import Networks

/// The addresses behind names that traffic entries use: prefix lists by id and by name, security groups by id.
package struct PeerAddresses: Sendable {
    private var lists: [String: AddressSet] = [:]
    /// Lists without entries whose name or owner says that AWS keeps them.
    private var managed: Set<String> = []
    private var groups: [String: Members] = [:]

    /// The private addresses of the interfaces that carry a group, as far as they are known.
    package struct Members: Sendable {
        package var addresses: AddressSet
        /// Whether there are no others.
        package var isComplete: Bool
    }

    /// The prefix lists of the inventory; groups are added when their members are known.
    package init(prefixListsOf inventory: Inventory) {
        let catalog = inventory.catalog
        guard let type = catalog.type(named: "prefix_list"), let slots = FieldSlots("prefix_list", in: catalog),
            let entries = catalog.shape(of: type).field("entries"),
            let cidr = catalog.shape(of: entries.type)?.field("cidr")
        else { return }
        for (segment, record) in inventory.resources(ofType: "prefix_list") {
            let list = ResourceView(segment, record)
            let id = inventory.id(of: record, in: segment)
            let name = list.text(slots["name"])
            let entries = list.word(slots["entries"])
            guard entries.isSet else {
                // A list that does not say its entries stays unresolved.
                if list.text(slots["owner"]) == "AWS" || name.map(Self.isManaged(_:)) == true {
                    managed.formUnion([id] + (name.map { [$0] } ?? []))
                }
                continue
            }
            let ranges = (0..<entries.listCount).compactMap { index -> CIDR? in
                let entry = EntryList(entries, in: segment.words)[index]
                let word: Word =
                    switch cidr.slot {
                    case .own(let slot): entry.own(slot)
                    case .flag, .derived: .absent
                    case .shared(let slot):
                        segment.tables.words[Int(segment.tables.records[entry.shared]) + slot]
                    }
                return word.isSet ? segment.tables.cidrs[Int(word.bits)] : nil
            }
            let set = AddressSet(cidrs: ranges)
            lists[id] = set
            if let name, lists[name] == nil { lists[name] = set }
        }
    }

    /// The addresses of a list; nil when the inventory does not hold its entries.
    package func addresses(ofPrefixList name: String) -> AddressSet? { lists[name] }

    /// Whether AWS keeps the list: it then holds addresses of an AWS service, never a large part of the internet
    /// (https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html).
    package func isManagedByAWS(_ name: String) -> Bool { managed.contains(name) || Self.isManaged(name) }

    private static func isManaged(_ name: String) -> Bool { name.hasPrefix("com.amazonaws.") }

    /// The members of a group; nil when the inventory does not hold the group.
    package func members(ofGroup id: String) -> Members? { groups[id] }

    mutating func setMembers(of group: String, _ members: Members) { groups[group] = members }
}
