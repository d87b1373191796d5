internal import Inventory
internal import Networks

/// What is too tight: things in an inventory that stand against each other, so that traffic somebody allowed cannot flow.
///
/// Every answer is certain or says that it is not; `FactReader` names the two entries that contradict each other.
final class Contradictions {
    let model: NetworkModel
    var census: Census { model.census }
    /// Per ACL: inbound traffic that it lets in and answers.
    private let passing: [AdmittedTraffic]
    private var nameServers: [Int: Certainty] = [:]

    init(_ model: NetworkModel) {
        self.model = model
        passing = model.acls.lists.map { $0.inbound.intersection($0.answered) }
    }

    // MARK: Groups behind ACLs

    func hasEntryBehindACL(_ group: Int) -> Certainty {
        let (certain, isOpen) = entriesBehindACL(group)
        return certain.isEmpty ? (isOpen ? .maybe : .no) : .yes
    }

    /// The inbound entries of a group of which no ACL lets anything through, wherever the group is used; and whether there
    /// may be more.
    func entriesBehindACL(_ group: Int) -> (certain: [Int], isOpen: Bool) {
        let indices = model.interfaces.ofGroup[group]
        guard !indices.isEmpty else { return ([], false) }
        guard let entries = model.entries(ofGroup: group, isIngress: true) else { return ([], true) }
        var subnets: Set<Int> = []
        for index in indices {
            guard let subnet = model.interfaces.all[Int(index)].subnet.number else { return ([], true) }
            subnets.insert(subnet)
        }
        let filters = subnets.sorted().map { filter(of: $0) }
        var certain: [Int] = []
        var isOpen = false
        for (index, entry) in entries.enumerated() {
            let traffic = AdmittedTraffic(unionOf: CollectionOfOne(entry)).possible
            if traffic.isEmpty || filters.contains(where: { $0.certain.overlaps(traffic) }) { continue }
            if filters.contains(where: { $0.possible.overlaps(traffic) }) {
                isOpen = true
            } else {
                certain.append(index)
            }
        }
        return (certain, isOpen)
    }

    /// What arrives at the interfaces of a subnet, as far as its ACL goes.
    private func filter(of subnet: Int) -> AdmittedTraffic {
        let near = model.way.near(model.subnets.all[subnet])
        guard let list = model.subnets.all[subnet].accessList.number else {
            return AdmittedTraffic(certain: near.certain, possible: .all)
        }
        return passing[list].union(near)
    }

    // MARK: ACLs by themselves

    func hasShadowedEntries(_ list: Int) -> Certainty {
        let (ingress, egress) = (entries(of: list, isIngress: true), entries(of: list, isIngress: false))
        for entries in [ingress, egress] where entries.map({ !Self.shadowed(in: $0).isEmpty }) ?? false {
            return .yes
        }
        return ingress == nil || egress == nil ? .maybe : .no
    }

    /// The entries that never match, each with those that match all of its traffic before it. The deny that AWS itself
    /// lists last, number 32767, is not counted
    /// (https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html): everybody has it.
    static func shadowed(in entries: [NumberedEntry]) -> [(index: Int, by: [Int])] {
        Redundancy.shadowing(in: entries).filter { entries[$0.index].number != 32767 || entries[$0.index].allows }
    }

    /// The entries of one direction of an ACL; nil when they are not stated.
    func entries(of list: Int, isIngress: Bool) -> [NumberedEntry]? {
        let view = census.view(.networkACL, list)
        let slot = census.slots(.networkACL)[isIngress ? "ingress" : "egress"]
        if view.word(slot).isAbsent { return nil }
        return model.acls.entries(view, slot, isIngress: isIngress, model.peers)
    }

    func dropsReplies(_ list: Int) -> Certainty {
        let ingress = unanswered(in: list, isIngress: true)
        let egress = unanswered(in: list, isIngress: false)
        if !(ingress ?? []).isEmpty || !(egress ?? []).isEmpty { return .yes }
        return ingress == nil || egress == nil ? .maybe : .no
    }

    /// The entries that allow TCP of which not one reply gets back through the ACL; nil when a direction is not stated.
    ///
    /// TCP alone always needs replies; which ports they go to is told by
    /// https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html.
    func unanswered(in list: Int, isIngress: Bool) -> [Int]? {
        guard let entries = entries(of: list, isIngress: isIngress),
            self.entries(of: list, isIngress: !isIngress) != nil
        else { return nil }
        let acl = model.acls.lists[list]
        let (passed, answered) = isIngress ? (acl.inbound, acl.answered) : (acl.outbound, acl.outboundAnswered)
        let tcp = ServiceSet(.tcp)
        let other = isIngress ? acl.outbound : acl.inbound
        return entries.indices.filter { index in
            guard entries[index].allows, !isForReplies(entries[index].entry, to: other) else { return false }
            let traffic = TrafficSet(entries[index].entry).intersection(services: tcp).intersection(passed.certain)
            return !traffic.isEmpty && !traffic.overlaps(answered.possible)
        }
    }

    /// Whether an entry is there for the replies to connections in the other direction: it is for the ports of clients
    /// alone, for all ports that some kind of client chooses from, and something may go the other way
    /// (https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html).
    private func isForReplies(_ entry: TrafficEntry, to other: AdmittedTraffic) -> Bool {
        guard entry.transport == .tcp, let ports = entry.ports, ports.allSatisfy({ $0.low >= 1024 }) else {
            return false
        }
        let stated = ServiceSet(.tcp, ports: ports)
        // Linux, and Windows since 2008.
        let clients = [PortRange(low: 32768, high: 60999), PortRange(low: 49152, high: .max)]
        guard clients.contains(where: { stated.contains(ServiceSet(.tcp, ports: [$0])) }) else { return false }
        return !other.possible.intersection(services: ServiceSet(.tcp)).intersection(addresses: entry.addresses).isEmpty
    }

    // MARK: Subnets and instances

    func hasInternetRoute(_ subnet: Int) -> Certainty {
        guard let table = model.subnets.all[subnet].routeTable.number else { return .maybe }
        let view = model.routes.views[table]
        if !view.internet.isEmpty { return .yes }
        return view.mayInternet.isEmpty ? .no : .maybe
    }

    /// Whether the groups of interfaces have not a single inbound entry between them.
    func admitNothing(at interfaces: [Int], isIncomplete: Bool = false) -> Certainty {
        guard !interfaces.isEmpty else { return .maybe }
        let slots = census.slots(.securityGroup)
        var result: Certainty = isIncomplete ? .maybe : .yes
        for index in interfaces {
            let set = model.interfaces.groupSets[model.interfaces.all[index].groupSet]
            if set.groups.isEmpty, set.isComplete { return .no }
            if !set.isComplete { result = .maybe }
            for group in set.groups {
                let word = census.view(.securityGroup, group).word(slots["ingress"])
                if word.isSet, word.listCount > 0 { return .no }
                if word.isAbsent { result = .maybe }
            }
        }
        return result
    }

    /// Whether an instance cannot ask the name servers that its VPC tells it to ask.
    ///
    /// Only servers of one's own can be blocked: neither groups nor ACLs filter what goes to the resolver of AWS
    /// (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html,
    /// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html).
    ///
    /// That resolver has three addresses, and may be named by them
    /// (https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html#AmazonDNS).
    func blocksDNS(_ instance: Int, _ interfaces: [Int]) -> Certainty {
        guard let first = interfaces.first else { return .maybe }
        let interface = model.interfaces.all[first]
        let key = interface.groupSet << 24 | (interface.subnet.number ?? 0xFF_FFFF)
        if let known = nameServers[key] { return known }
        let result = blocksDNS(interface)
        nameServers[key] = result
        return result
    }

    private func blocksDNS(_ interface: Interface) -> Certainty {
        let leaving = self.leaving(interface)
        let question = ServiceSet(.udp, ports: [PortRange(53)])
        // Whoever may ask every IPv4 address need not know which ones the servers have.
        if leaving.certain.addresses(reachingAll: question).only(.ipv4) == AddressSet.all.only(.ipv4) { return .no }
        guard let servers = nameServers(of: interface) else { return .maybe }
        if servers.isEmpty { return .no }
        let asked = servers.map { TrafficSet(addresses: AddressSet($0), services: question) }
        if asked.contains(where: { leaving.certain.contains($0) }) { return .no }
        return asked.contains { leaving.possible.overlaps($0) } ? .maybe : .yes
    }

    /// What gets out of an interface and its subnet, and its replies back in.
    func leaving(_ interface: Interface) -> AdmittedTraffic {
        let set = model.interfaces.groupSets[interface.groupSet]
        let admitted = model.groups.admitted(by: set, isIngress: false)
        guard let number = interface.subnet.number else {
            return AdmittedTraffic(certain: TrafficSet(), possible: .all)
        }
        let subnet = model.subnets.all[number]
        let list = model.way.accessList(of: subnet)
        let near = model.way.near(subnet)
        return admitted.intersection(list.outbound.intersection(list.outboundAnswered).union(near))
    }

    /// Name servers of one's own that the VPC of an interface uses; none where it uses those of AWS; nil where that is not
    /// stated.
    func nameServers(of interface: Interface) -> [IPAddress]? {
        guard let subnet = interface.subnet.number, let vpc = model.subnets.all[subnet].vpc.number else { return nil }
        let view = census.view(.vpc, vpc)
        let link = census.link(view.word(census.slots(.vpc)["dhcp_options"]), to: .dhcpOptions, in: view.segment)
        guard let options = link.number else { return link == .none ? [] : nil }
        let slots = census.slots(.dhcpOptions)
        let stated = census.view(.dhcpOptions, options)
        if stated.word(slots["domain_name_servers"]).isAbsent { return nil }
        let names = stated.list(slots["domain_name_servers"]).map { stated.segment.text($0) }
        if names.contains("AmazonProvidedDNS") { return [] }
        let servers = names.map { IPAddress($0) }
        let known = servers.compactMap(\.self)
        if known.contains(where: { isResolverOfAWS($0, vpc) }) { return [] }
        return known.count == servers.count ? known : nil
    }

    /// Whether an address is one of the resolver of AWS: two that are the same everywhere, and the third of the VPC's ranges.
    private func isResolverOfAWS(_ address: IPAddress, _ vpc: Int) -> Bool {
        ["169.254.169.253", "fd00:ec2::253"].contains(address.description)
            || model.subnets.rangesOfVPC[vpc].contains {
                $0.family == .ipv4 && address.family == .ipv4 && address.value == $0.low + 2
            }
    }

    /// Whether no client can use an interface endpoint, since its groups do not admit HTTPS
    /// (https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html).
    func refusesClients(_ endpoint: Int) -> Certainty {
        let slots = census.slots(.endpoint)
        let view = census.view(.endpoint, endpoint)
        let type = view.word(slots["type"])
        guard type.isSet else { return type.isAbsent ? .maybe : .no }
        // `interface` is the first value; the others have no groups.
        guard type.bits == 0 else { return .no }
        let groups = view.word(slots["security_groups"])
        guard groups.isSet, groups.listCount > 0 else { return groups.isAbsent ? .maybe : .no }
        var result = Certainty.yes
        for word in view.list(slots["security_groups"]) {
            guard let group = census.link(word, to: .securityGroup, in: view.segment).number else {
                result = .maybe
                continue
            }
            let admitted = model.groups.admitted(by: group, isIngress: true)
            let https = ServiceSet(.tcp, ports: [PortRange(443)])
            if !admitted.certain.addresses(reaching: https).isEmpty { return .no }
            let names = model.entries(ofGroup: group, isIngress: true) ?? []
            // A peer group whose members are not known may have some.
            if names.contains(where: { $0.hasUnresolvedPeers }) || !admitted.possible.addresses(reaching: https).isEmpty
            {
                result = .maybe
            }
        }
        return result
    }
}
