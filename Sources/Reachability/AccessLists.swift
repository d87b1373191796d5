internal import Catalog
internal import Inventory
internal import Networks

/// What a network ACL lets through. It is stateless: a connection needs its replies let out, too
/// (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html).
struct AccessList: Sendable {
    /// Traffic let in, by source.
    var inbound: AdmittedTraffic
    /// Inbound traffic whose replies are let out.
    var answered: AdmittedTraffic
    /// Traffic let out, by destination.
    var outbound: AdmittedTraffic
    /// Outbound traffic whose replies are let in.
    var outboundAnswered: AdmittedTraffic

    /// Nothing is known of it.
    static let unknown = AccessList(
        inbound: .unknown, answered: .unknown, outbound: .unknown, outboundAnswered: .unknown)
}

/// The network ACLs of an inventory.
struct AccessLists: Sendable {
    private(set) var lists: [AccessList] = []
    /// The ACLs of subnets that do not name their own.
    private(set) var associations = Associations()
    private let ingress: TrafficLayout?
    private let egress: TrafficLayout?

    init(_ census: Census, _ peers: PeerAddresses) {
        let catalog = census.inventory.catalog
        ingress = catalog.shape(named: "network_acl.ingress").flatMap(TrafficLayout.init)
        egress = catalog.shape(named: "network_acl.egress").flatMap(TrafficLayout.init)
        guard census.count(.networkACL) > 0 else { return }
        let slots = census.slots(.networkACL)
        // Most lists of a fleet say the same.
        var known: [Content: AccessList] = [:]
        for number in 0..<census.count(.networkACL) {
            let view = census.view(.networkACL, number)
            let content = Content(view, slots)
            let list = known[content] ?? self.list(of: view, slots, peers)
            known[content] = list
            lists.append(list)
            let vpc = census.link(view.word(slots["vpc"]), to: .vpc, in: view.segment)
            associations.add(
                number, view, census, vpc: vpc, isDefault: view.word(slots["default"]), view.word(slots["subnets"]))
        }
    }

    /// The entries of an ACL, by what equal ones have in common.
    private struct Content: Hashable {
        var tables: ObjectIdentifier
        var ingress: [Int]?
        var egress: [Int]?

        init(_ view: ResourceView, _ slots: FieldSlots) {
            // Nil where the entries are not stated, which is something else than that there are none.
            func records(_ slot: Int) -> [Int]? { view.word(slot).isAbsent ? nil : view.entries(slot).map(\.shared) }
            tables = ObjectIdentifier(view.segment.tables)
            ingress = records(slots["ingress"])
            egress = records(slots["egress"])
        }
    }

    private func list(of view: ResourceView, _ slots: FieldSlots, _ peers: PeerAddresses) -> AccessList {
        let inbound = admitted(view, slots["ingress"], ingress, peers)
        let outbound = admitted(view, slots["egress"], egress, peers)
        return AccessList(
            inbound: inbound, answered: outbound.returnPath, outbound: outbound, outboundAnswered: inbound.returnPath)
    }

    private func admitted(_ view: ResourceView, _ slot: Int, _ layout: TrafficLayout?, _ peers: PeerAddresses)
        -> AdmittedTraffic
    {
        guard view.word(slot).isSet, let layout else { return view.word(slot).isNull ? .none : .unknown }
        return AdmittedTraffic(firstMatchOf: entries(view, slot, layout, peers))
    }

    /// The entries of one direction as the network library sees them; an entry without a number stands last.
    func entries(_ view: ResourceView, _ slot: Int, isIngress: Bool, _ peers: PeerAddresses) -> [NumberedEntry] {
        guard let layout = isIngress ? ingress : egress else { return [] }
        return entries(view, slot, layout, peers)
    }

    private func entries(_ view: ResourceView, _ slot: Int, _ layout: TrafficLayout, _ peers: PeerAddresses)
        -> [NumberedEntry]
    {
        view.entries(slot).map { entry in
            NumberedEntry(
                number: layout.number(entry.shared, view.segment.tables) ?? .max,
                allows: layout.allows(entry.shared, view.segment.tables),
                entry: layout.entry(entry.shared, view.segment.tables, peers))
        }
    }
}

extension AdmittedTraffic {
    /// Inbound traffic whose replies this, as what is let out, lets out; and the other way round.
    var returnPath: AdmittedTraffic {
        AdmittedTraffic(certain: certain.returnPath(), possible: possible.returnPath())
    }
}
