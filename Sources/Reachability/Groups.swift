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
        // Where nobody looked for interfaces no group has members that are known.
        let segments = census.statesInterfaces ? census.inventory.segments : []
        for segment in segments where seen.insert(ObjectIdentifier(segment.tables)).inserted {
            for name in segment.tables.symbols where name.hasPrefix("sg-") {
                guard let group = census.number(.securityGroup, id: name),
                    let addresses = Self.members(of: group, census, interfaces)
                else { continue }
                resolved.setMembers(of: name, addresses)
            }
        }
        self.peers = resolved
    }

    /// The private addresses of a group's interfaces, which are what a peer group stands for
    /// (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html#security-group-referencing). Nil unless
    /// the inventory states the interfaces and their addresses.
    private static func members(of group: Int, _ census: Census, _ interfaces: Interfaces) -> AddressSet? {
        let view = census.view(.securityGroup, group)
        let vpc = census.link(view.word(census.slots(.securityGroup)["vpc"]), to: .vpc, in: view.segment)
        guard census.isStated(.networkInterface, around: view), !interfaces.mayCarryUnnamed(groupOf: vpc) else {
            return nil
        }
        let slots = census.slots(.networkInterface)
        var ranges: [CIDR] = []
        for index in interfaces.ofGroup[group] {
            let interface = interfaces.all[Int(index)]
            // A load balancer's and a database's interfaces are among those stated.
            guard census.kind(interface.owner) == .networkInterface else {
                if census.kind(interface.owner) == .instance { return nil }
                continue
            }
            let view = census.view(interface.owner)
            let first = view.word(slots["private_ip"])
            let all = view.list(slots["private_ips"])
            guard first.isSet || !all.isEmpty else { return nil }
            let words =
                (first.isSet ? [first] : []) + all + view.list(slots["ipv6_addresses"])
                + view.list(slots["ipv4_prefixes"]) + view.list(slots["ipv6_prefixes"])
            ranges += words.map { view.segment.tables.cidrs[Int($0.bits)] }
        }
        return AddressSet(cidrs: ranges)
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
