// Lists whose entries are united, as those of a security group are:
// https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html

/// Whether a query holds, where not everything is known.
package enum Answer: Hashable, Sendable {
    /// It does not, whatever the unstated turns out to be.
    case no
    /// It does, whatever the unstated turns out to be.
    case yes
    /// That depends on what is not stated.
    case unknown
}

/// What one entry could add to an allow-list's answer; equal entries have equal contributions, so it can be kept.
package struct Contribution: Sendable {
    /// This entry alone makes the query hold.
    package var whole: Bool
    /// The parts (0...1) of the asked addresses, by family, that it adds where protocol and ports agree for certain;
    /// with `AddressQuery.any`, 1 where it has an address.
    package var shares: (ipv4: Double, ipv6: Double)
    /// It could add more than that: its protocol or ports are not stated, or an unresolved peer matters.
    package var undecided: Bool

    /// It certainly admits some of what is asked.
    package var isRelevant: Bool { whole || shares.ipv4 > 0 || shares.ipv6 > 0 }

    /// Nothing, for certain.
    package static let none = Contribution(whole: false, shares: (0, 0), undecided: false)
}

extension TrafficQuery {
    /// What the entry could add to the answer about a list that it is in.
    package func contribution(of entry: TrafficEntry) -> Contribution {
        let scope = scope(of: entry)
        guard scope > .none else { return .none }
        let target = target
        guard scope == .certain else {
            var possible = Contribution.none
            possible.undecided = entry.possibleAddresses.overlaps(target)
            return possible
        }
        var result = Contribution.none
        if addresses == .any {
            let hasPeer = anyUnresolvedPeerCounts && entry.hasUnresolvedPeers
            let isMember = { (family: AddressFamily) in
                !target[family].isEmpty && (hasPeer || !entry.addresses[family].isEmpty)
            }
            result.shares = (isMember(.ipv4) ? 1 : 0, isMember(.ipv6) ? 1 : 0)
            result.whole = result.isRelevant && meetsPortsAlone(entry)
            result.undecided = !result.whole && entry.hasUnresolvedPeers && !hasPeer
            return result
        }
        result.shares = (entry.addresses.share(of: target, .ipv4), entry.addresses.share(of: target, .ipv6))
        result.whole =
            result.isRelevant && meetsPortsAlone(entry) && !sufficient(entry.addresses, of: target).isEmpty
        result.undecided = !result.whole && mayAddUnresolved(entry, to: target)
        return result
    }

    /// The answer about a list that admits what any of its entries admits.
    ///
    /// `unknown` when the entries as far as stated do not suffice, but would if all that is not stated fell the way
    /// that admits most. Most lists are decided by their entries one by one; only where several might together cover
    /// what none covers alone are their sets united, slot by slot.
    package func answer(unionOf entries: some Sequence<TrafficEntry>) -> Answer {
        var taking: [TrafficEntry] = []
        var sum = (ipv4: 0.0, ipv6: 0.0)
        var isUndecided = false
        for entry in entries {
            let contribution = contribution(of: entry)
            if contribution.whole { return .yes }
            sum.ipv4 += contribution.shares.ipv4
            sum.ipv6 += contribution.shares.ipv6
            isUndecided = isUndecided || contribution.undecided
            if contribution.isRelevant || contribution.undecided { taking.append(entry) }
        }
        // Rounding must not hide parts that add up to just enough.
        if !isUndecided, max(sum.ipv4, sum.ipv6) < share - 1e-9 { return .no }
        return taking.isEmpty ? .no : exactAnswer(unionOf: taking, isUndecided: isUndecided)
    }

    /// The indices, in order, of the entries that certainly admit some of what is asked, whole or in part.
    ///
    /// When the answer is yes these make the query hold. Where one is enough alone (`Contribution.whole`), the others
    /// only add to it.
    package func contributors(in entries: some Collection<TrafficEntry>) -> [Int] {
        entries.enumerated().filter { contribution(of: $0.element).isRelevant }.map(\.offset)
    }

    private func exactAnswer(unionOf entries: [TrafficEntry], isUndecided: Bool) -> Answer {
        let target = target
        let stated = entries.map { $0.addresses.intersection(target) }
        let possible = isUndecided ? entries.map { possibleAddresses(of: $0).intersection(target) } : stated
        return answer(over: slotGroups(cutBy: entries)) { slot in
            let admissions = entries.map { $0.admission(of: slot) }
            let certain = AddressSet.union(
                of: entries.indices.lazy.filter { admissions[$0] == .certain }.map { stated[$0] })
            var result = Sufficiency(certain: sufficient(certain, of: target))
            if anyUnresolvedPeerCounts,
                entries.indices.contains(where: { admissions[$0] == .certain && entries[$0].hasUnresolvedPeers })
            {
                result.certain = Sufficiency.Families.all
            }
            result.possible = result.certain
            if isUndecided {
                let most = AddressSet.union(
                    of: entries.indices.lazy.filter { admissions[$0] > .none }.map { possible[$0] })
                result.possible.formUnion(sufficient(most, of: target))
            }
            return result
        }
    }
}

extension TrafficQuery {
    /// Whether the entry's protocol and ports, the addresses aside, are among what is asked.
    private func scope(of entry: TrafficEntry) -> Admission {
        let carriers = ports == .any || asksEveryProtocol ? protocols : askedCarriers
        guard ports == .any || !carriers.isEmpty, ports.asks(aboutSomeOf: [.all]) else { return .none }
        guard let transport = entry.transport else { return .possible }
        if asksEveryProtocol { return transport == .all ? .certain : .none }
        guard carriers.isEmpty || carriers.contains(where: transport.matches) else { return .none }
        guard transport.honoursPorts else { return .certain }
        guard let stated = entry.ports else { return .possible }
        return ports.asks(aboutSomeOf: stated) ? .certain : .none
    }

    /// The asked protocols that can meet a port condition.
    private var askedCarriers: [IPProtocol] {
        protocols.isEmpty ? IPProtocol.portCarrying : protocols.filter(\.hasPorts)
    }

    /// Whether the entry, certainly in scope, needs no other entry's ports.
    private func meetsPortsAlone(_ entry: TrafficEntry) -> Bool {
        guard let transport = entry.transport, transport.honoursPorts else { return true }
        return ports.isMet(by: entry.ports ?? [])
    }

    /// Whether a peer whose addresses are not known is an address all the same: when any will do, of either family.
    var anyUnresolvedPeerCounts: Bool { addresses == .any && Set(families).count == AddressFamily.allCases.count }

    /// Every address that the entry's peers may have, as far as it matters here: few addresses make no internet.
    private func possibleAddresses(of entry: TrafficEntry) -> AddressSet {
        isInternet && entry.unresolvedAreFew ? entry.addresses : entry.possibleAddresses
    }

    /// Whether the unresolved peers may hold asked addresses that the entry does not admit anyway.
    private func mayAddUnresolved(_ entry: TrafficEntry, to target: AddressSet) -> Bool {
        guard entry.hasUnresolvedPeers, !(isInternet && entry.unresolvedAreFew) else { return false }
        let reachable = entry.unresolvedMayBePublic ? target : target.subtracting(.internet)
        return !entry.addresses.contains(reachable)
    }
}
