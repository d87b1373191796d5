internal import Catalog
internal import Inventory

/// Finds entries of security groups that name groups which are gone: AWS lets a group be deleted although entries of a peered
/// VPC refer to it (https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html).
struct DanglingReferences: Sendable {
    private let census: Census
    private let lists: [(name: String, slot: Int, owner: Int, layout: TrafficLayout)]

    init(_ census: Census) {
        self.census = census
        guard census.count(.securityGroup) > 0 else {
            lists = []
            return
        }
        let slots = census.slots(.securityGroup)
        lists = ["ingress", "egress"].compactMap { name in
            census.inventory.catalog.shape(named: "security_group.\(name)").flatMap(TrafficLayout.init).map {
                (name, slots[name], slots.entry(name, "peer_owner"), $0)
            }
        }
    }

    /// Whether an entry of the group names a group that is not there.
    func has(_ group: Int) -> Certainty {
        let view = census.view(.securityGroup, group)
        var result = Certainty.no
        for list in lists {
            if view.word(list.slot).isAbsent { result = .maybe }
            for entry in view.entries(list.slot) where list.layout.namesGroup(entry.shared, view.segment.tables) {
                switch missing(entry, list.owner, list.layout, view).certainty {
                case .yes: return .yes
                case .maybe: result = .maybe
                case .no: break
                }
            }
        }
        return result
    }

    /// The entries that name groups which are not there, and those groups.
    func entries(of group: Int) -> [(list: String, index: Int, names: [String])] {
        let view = census.view(.securityGroup, group)
        return lists.flatMap { list in
            view.entries(list.slot).enumerated().compactMap { index, entry in
                let (certainty, names) = missing(entry, list.owner, list.layout, view)
                return certainty == .yes ? (list.name, index, names) : nil
            }
        }
    }

    /// The groups that an entry names and the inventory does not hold; certain where it states the groups of their account.
    private func missing(_ entry: Entry, _ owner: Int, _ layout: TrafficLayout, _ view: ResourceView)
        -> (certainty: Certainty, names: [String])
    {
        let names = layout.groupNames(entry.shared, view.segment.tables).filter {
            census.number(.securityGroup, id: $0) == nil
        }
        guard !names.isEmpty else { return (.no, []) }
        let word = entry.own(owner)
        let account = word.isSet ? view.segment.text(word) : nil
        return (census.isStated(.securityGroup, around: view, inAccount: account) ? .yes : .maybe, names)
    }
}
