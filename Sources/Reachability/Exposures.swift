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
        var hasIPv4: Certainty
        var hasIPv6: Certainty
        var refusesInternet: Bool
    }

    private struct Combination: Hashable {
        var situation: Int32
        var groupSet: Int
        var listening: Listening?
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
                hasIPv4: interface.hasIPv4, hasIPv6: interface.hasIPv6, refusesInternet: interface.refusesInternet)
            let number = situations[situation] ?? Int32(firstOfSituation.count)
            if Int(number) == firstOfSituation.count {
                situations[situation] = number
                firstOfSituation.append(index)
            }
            let combination = Combination(
                situation: number, groupSet: interface.groupSet, listening: interface.listening)
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
            return interface.listening.map { passed.intersection($0.traffic) } ?? passed
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
