internal import Inventory
internal import Networks
internal import Synchronization
internal import Workers

/// What can arrive at the interfaces of an inventory, each distinct situation worked out once.
struct Exposures: Sendable {
    /// Per interface: index into `situations`.
    let situationOf: [Int32]
    /// Per situation: what routes, addresses and ACLs let through, groups aside.
    let open: [AdmittedTraffic]
    /// Per interface: index into `arriving`.
    let arrivingOf: [Int32]
    /// What arrives: past the groups, at services that listen.
    let arriving: [AdmittedTraffic]

    /// All of an interface's surroundings but its groups.
    private struct Situation: Hashable {
        var subnet: Link
        var publicIPv4: Certainty
        var publicIPv6: Certainty
        var refusesInternet: Bool
    }

    private struct Combination: Hashable {
        var situation: Int32
        var groupSet: Int
        var services: ServiceSet?
    }

    init(_ interfaces: Interfaces, _ groups: Groups, _ way: Way, jobs: Int) {
        var situations: [Situation: Int32] = [:]
        var firstOfSituation: [Int] = []
        var combinations: [Combination: Int32] = [:]
        var firstOfCombination: [Int] = []
        var situationOf: [Int32] = []
        var arrivingOf: [Int32] = []
        situationOf.reserveCapacity(interfaces.all.count)
        arrivingOf.reserveCapacity(interfaces.all.count)
        for (index, interface) in interfaces.all.enumerated() {
            let situation = Situation(
                subnet: interface.subnet, publicIPv4: interface.publicIPv4, publicIPv6: interface.publicIPv6,
                refusesInternet: interface.refusesInternet)
            let number = situations[situation] ?? Int32(firstOfSituation.count)
            if Int(number) == firstOfSituation.count {
                situations[situation] = number
                firstOfSituation.append(index)
            }
            let combination = Combination(
                situation: number, groupSet: interface.groupSet, services: interface.services)
            let which = combinations[combination] ?? Int32(firstOfCombination.count)
            if Int(which) == firstOfCombination.count {
                combinations[combination] = which
                firstOfCombination.append(index)
            }
            situationOf.append(number)
            arrivingOf.append(which)
        }
        let (situationFirsts, combinationFirsts) = (firstOfSituation, firstOfCombination)
        let open = Self.inParallel(situationFirsts.count, jobs) { way.open(to: interfaces.all[situationFirsts[$0]]) }
        let used = Set(interfaces.groupSets.flatMap(\.groups)).sorted()
        let ofUsed = Self.inParallel(used.count, jobs) { groups.admitted(by: used[$0], isIngress: true) }
        var admitted: [Int: AdmittedTraffic] = [:]
        admitted.reserveCapacity(used.count)
        for (group, traffic) in zip(used, ofUsed) { admitted[group] = traffic }
        let ofSets = interfaces.groupSets.map { set in Groups.union(set, set.groups.compactMap { admitted[$0] }) }
        let situationTable = situationOf
        arriving = Self.inParallel(combinationFirsts.count, jobs) { at in
            let index = combinationFirsts[at]
            let interface = interfaces.all[index]
            let passed = open[Int(situationTable[index])].intersection(ofSets[interface.groupSet])
            return interface.services.map { passed.intersection(services: $0) } ?? passed
        }
        (self.situationOf, self.open, self.arrivingOf) = (situationOf, open, arrivingOf)
    }

    /// The results of independent work, in order.
    private static func inParallel(
        _ count: Int, _ jobs: Int, _ body: @Sendable (Int) -> AdmittedTraffic
    ) -> [AdmittedTraffic] {
        let size = 256
        let parts = Mutex([[AdmittedTraffic]](repeating: [], count: (count + size - 1) / size))
        Workers.run(count: (count + size - 1) / size, jobs: jobs) { _, part in
            let results = (part * size..<min(count, (part + 1) * size)).map(body)
            parts.withLock { $0[part] = results }
        }
        return parts.withLock { $0.flatMap(\.self) }
    }
}

/// The way from outside to an interface: routes, public addresses and network ACLs.
struct Way: Sendable {
    let subnets: Subnets
    let routes: RouteTables
    let acls: AccessLists

    /// The remote addresses that are routed to and from an interface, and back.
    func routed(to interface: Interface) -> (certain: AddressSet, possible: AddressSet) {
        guard let number = interface.subnet.number else { return (AddressSet(), .all) }
        let subnet = subnets.all[number]
        var (certain, possible) = (AddressSet(), AddressSet())
        let own = subnet.vpc.number.map { subnets.addressesOfVPC[$0] } ?? AddressSet()
        if let table = subnet.routeTable.number {
            let view = routes.views[table]
            (certain, possible) = (view.inside, view.mayInside)
            let internet = throughInternet(interface, subnet, view)
            certain = certain.union(internet.certain)
            possible = possible.union(internet.possible)
        } else {
            possible = .all
        }
        // Every route table has the local route of its VPC, listed or not.
        let local = own.union(subnet.addresses)
        return (certain.union(local), possible.union(local))
    }

    private func throughInternet(_ interface: Interface, _ subnet: Subnet, _ view: RouteView)
        -> (certain: AddressSet, possible: AddressSet)
    {
        guard !subnet.blocksInternet, !interface.refusesInternet else { return (AddressSet(), AddressSet()) }
        var (certain, possible) = (AddressSet(), AddressSet())
        for (family, hasAddress) in [(AddressFamily.ipv4, interface.publicIPv4), (.ipv6, interface.publicIPv6)]
        where hasAddress != .no {
            possible = possible.union(view.mayInternet.only(family))
            if hasAddress == .yes { certain = certain.union(view.internet.only(family)) }
        }
        return (certain, possible)
    }

    func accessList(of subnet: Subnet) -> AccessList {
        subnet.accessList.number.map { acls.lists[$0] } ?? .unknown
    }

    /// What arrives at an interface's groups.
    func open(to interface: Interface) -> AdmittedTraffic {
        let (certain, possible) = routed(to: interface)
        let routed = AdmittedTraffic(
            certain: TrafficSet(addresses: certain, services: .all),
            possible: certain == possible
                ? TrafficSet(addresses: certain, services: .all) : TrafficSet(addresses: possible, services: .all))
        guard let number = interface.subnet.number else { return routed }
        let subnet = subnets.all[number]
        let list = accessList(of: subnet)
        let filtered = routed.intersection(list.inbound).intersection(list.answered)
        // Neighbours in the subnet do not pass its ACL.
        let near = TrafficSet(addresses: subnet.addresses, services: .all)
        return filtered.union(AdmittedTraffic(certain: near, possible: near))
    }
}
