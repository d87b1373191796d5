internal import Catalog
internal import Inventory
internal import Networks

/// The security groups of an inventory: what their entries admit, peers resolved.
struct Groups: Sendable {
    private let census: Census
    private let ingress: TrafficLayout?
    private let egress: TrafficLayout?
    let peers: PeerAddresses

    /// `peers` are the prefix lists; the members of the groups that entries name are added to them.
    init(_ census: Census, _ interfaces: Interfaces, _ peers: PeerAddresses) {
        self.census = census
        let catalog = census.inventory.catalog
        ingress = catalog.shape(named: "security_group.ingress").flatMap(TrafficLayout.init)
        egress = catalog.shape(named: "security_group.egress").flatMap(TrafficLayout.init)
        var resolved = peers
        var seen: Set<ObjectIdentifier> = []
        for segment in census.inventory.segments where seen.insert(ObjectIdentifier(segment.tables)).inserted {
            for name in segment.tables.symbols where name.hasPrefix("sg-") {
                guard let group = census.number(.securityGroup, id: name) else { continue }
                resolved.setMembers(of: name, Self.members(of: group, census, interfaces))
            }
        }
        self.peers = resolved
    }

    /// The private addresses of a group's interfaces, which are what a peer group stands for
    /// (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html#security-group-referencing). They are
    /// all of them where the inventory states the interfaces, with their groups and addresses.
    private static func members(of group: Int, _ census: Census, _ interfaces: Interfaces) -> PeerAddresses.Members {
        let view = census.view(.securityGroup, group)
        let vpc = census.link(view.word(census.slots(.securityGroup)["vpc"]), to: .vpc, in: view.segment)
        var ranges: [CIDR] = []
        var isComplete =
            census.isStated(.networkInterface, around: view) && !interfaces.mayCarryUnnamed(groupOf: vpc)
        for index in interfaces.ofGroup[group] {
            let owner = interfaces.all[Int(index)].owner
            // A load balancer's and a database's interfaces are among those stated.
            guard let kind = census.kind(owner), kind == .networkInterface || kind == .instance else { continue }
            let view = census.view(owner)
            let slots = census.slots(kind)
            let first = view.word(slots["private_ip"])
            var words = (first.isSet ? [first] : []) + view.list(slots["ipv6_addresses"])
            if kind == .networkInterface {
                words += view.list(slots["private_ips"])
                words += view.list(slots["ipv4_prefixes"]) + view.list(slots["ipv6_prefixes"])
                isComplete = isComplete && (first.isSet || !view.list(slots["private_ips"]).isEmpty)
            } else {
                // Its interfaces may have more addresses than it says.
                isComplete = false
            }
            ranges += words.map { view.segment.tables.cidrs[Int($0.bits)] }
        }
        return PeerAddresses.Members(addresses: AddressSet(cidrs: ranges), isComplete: isComplete)
    }

    /// The entries of one direction; nil when they are not stated.
    func entries(of group: Int, isIngress: Bool) -> [TrafficEntry]? {
        let view = census.view(.securityGroup, group)
        let slot = census.slots(.securityGroup)[isIngress ? "ingress" : "egress"]
        guard view.word(slot).isSet, let layout = isIngress ? ingress : egress else {
            return view.word(slot).isNull ? [] : nil
        }
        return view.entries(slot).map { layout.entry($0.shared, view.segment.tables, peers) }
    }

    /// What the inventory would have to say for the peers of an inbound entry to be known.
    func unresolvedPeers(of group: Int, entry index: Int) -> [String] {
        let view = census.view(.securityGroup, group)
        let entries = view.entries(census.slots(.securityGroup)["ingress"])
        guard let layout = ingress, entries.indices.contains(index) else { return [] }
        let record = entries[index].shared
        let lists = layout.prefixListNames(record, view.segment.tables).filter {
            peers.addresses(ofPrefixList: $0) == nil
        }.map { "prefix_lists.\($0)" }
        let groups = layout.groupNames(record, view.segment.tables).compactMap { name -> String? in
            guard let peer = census.number(.securityGroup, id: name) else { return "security_groups.\(name)" }
            let isStated = census.isStated(.networkInterface, around: census.view(.securityGroup, peer))
            return isStated ? nil : census.collection(.networkInterface)
        }
        return lists + groups
    }

    /// What one direction admits.
    func admitted(by group: Int, isIngress: Bool) -> AdmittedTraffic {
        entries(of: group, isIngress: isIngress).map { AdmittedTraffic(unionOf: $0) } ?? .unknown
    }

    /// What all groups of a set admit together.
    func admitted(by set: GroupSet, isIngress: Bool) -> AdmittedTraffic {
        if set.admitsEverything { return .everything }
        return Self.union(set, set.groups.map { admitted(by: $0, isIngress: isIngress) })
    }

    /// The union of what the groups of a set admit; where a group is not known, anything may be admitted.
    static func union(_ set: GroupSet, _ parts: [AdmittedTraffic]) -> AdmittedTraffic {
        if set.admitsEverything { return .everything }
        var result = parts.count == 1 ? parts[0] : parts.reduce(.none) { $0.union($1) }
        if !set.isComplete { result.possible = .all }
        return result
    }
}
