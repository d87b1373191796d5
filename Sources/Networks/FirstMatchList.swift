// Lists whose entries are walked by number until one matches, as those of a network ACL are:
// https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html

/// An entry of a network ACL.
package struct NumberedEntry: Hashable, Sendable {
    /// Its place in the walk: lower numbers first; equal ones in the order given.
    package var number: Int
    /// Whether a packet it matches passes or is dropped.
    package var allows: Bool
    /// Which packets it matches.
    package var entry: TrafficEntry

    /// An entry at a place.
    package init(number: Int, allows: Bool, entry: TrafficEntry) {
        self.number = number
        self.allows = allows
        self.entry = entry
    }

    /// The indices of entries in the order they are walked.
    static func walk(_ entries: [NumberedEntry]) -> [Int] {
        entries.indices.sorted { (entries[$0].number, $0) < (entries[$1].number, $1) }
    }
}

extension TrafficQuery {
    /// The answer about a list whose first matching entry decides, and that denies what no entry matches.
    ///
    /// An entry of which something is not stated may match or not, packet by packet: `yes` and `no` are given only
    /// where no such choice changes them. (A choice that two slots cannot make alike is not looked for, so `unknown` is
    /// sometimes said of a list that a cleverer reader could decide.)
    package func answer(firstMatchOf entries: [NumberedEntry]) -> Answer {
        guard entries.contains(where: { $0.allows && contributes($0.entry) }) else { return .no }
        let target = target
        let walk = NumberedEntry.walk(entries).map { entries[$0] }
        let stated = walk.map { $0.entry.addresses.intersection(target) }
        let possible = walk.map { $0.entry.possibleAddresses.intersection(target) }
        return answer(over: slotGroups(cutBy: walk.map(\.entry))) { slot in
            var open = target
            var mayPass = AddressSet()
            var mayDrop = AddressSet()
            var hasUnresolvedPass = false
            for (index, numbered) in walk.enumerated() {
                let admission = numbered.entry.admission(of: slot)
                guard admission > .none else { continue }
                if numbered.allows {
                    // Somebody certainly passes here, if nobody can have been dropped before.
                    if admission == .certain, numbered.entry.hasUnresolvedPeers, mayDrop.isEmpty {
                        hasUnresolvedPass = true
                    }
                    mayPass = mayPass.union(open.intersection(possible[index]))
                } else {
                    mayDrop = mayDrop.union(open.intersection(possible[index]))
                }
                if admission == .certain { open = open.subtracting(stated[index]) }
                if open.isEmpty { break }
            }
            let passes = target.subtracting(mayDrop.union(open))
            var result = Sufficiency(certain: sufficient(passes, of: target))
            if anyUnresolvedPeerCounts, hasUnresolvedPass { result.certain = .all }
            result.possible = result.certain.union(sufficient(mayPass, of: target))
            return result
        }
    }

    /// The indices, in order, of the allow entries that certainly admit something of what is asked and that no earlier
    /// entry has decided.
    package func deciders(in entries: [NumberedEntry]) -> [Int] {
        let target = target
        let groups = slotGroups(cutBy: entries.map(\.entry))
        let walk = NumberedEntry.walk(entries)
        let stated = entries.map { $0.entry.addresses.intersection(target) }
        var deciding: Set<Int> = []
        for slot in groups.joined() {
            var open = target
            for index in walk where entries[index].entry.admission(of: slot) == .certain {
                let numbered = entries[index]
                let admitsUnresolved = anyUnresolvedPeerCounts && numbered.entry.hasUnresolvedPeers && !open.isEmpty
                if numbered.allows, admitsUnresolved || open.overlaps(stated[index]) { deciding.insert(index) }
                open = open.subtracting(stated[index])
            }
        }
        return deciding.sorted()
    }

    private func contributes(_ entry: TrafficEntry) -> Bool {
        let contribution = contribution(of: entry)
        return contribution.isRelevant || contribution.undecided
    }
}

extension NumberedEntry {
    /// The indices, in order, of entries that never match a packet, because earlier ones match all of theirs.
    ///
    /// Exact over addresses, protocols, ports and ICMP messages. An entry of which something is not stated is taken at
    /// its widest when it is to be shadowed, at its narrowest when it shadows. An entry without peers or ports is not
    /// shadowed: it is empty by itself.
    package static func shadowed(in entries: [NumberedEntry]) -> [Int] {
        let slots = TrafficSlot.elementaryProtocols(of: entries.lazy.map(\.entry)).flatMap {
            TrafficSlot.slots(of: $0, cutBy: entries.lazy.map(\.entry))
        }
        var taken = Array(repeating: AddressSet(), count: slots.count)
        var shadowed: [Int] = []
        for index in walk(entries) {
            let entry = entries[index].entry
            let reach = entry.possibleAddresses
            var isLive = false
            var hasTraffic = false
            for (place, slot) in slots.enumerated() {
                let admission = entry.admission(of: slot)
                guard admission > .none else { continue }
                hasTraffic = true
                isLive = isLive || !taken[place].contains(reach)
                if admission == .certain { taken[place] = taken[place].union(entry.addresses) }
            }
            if hasTraffic, !isLive, !reach.isEmpty { shadowed.append(index) }
        }
        return shadowed.sorted()
    }
}

extension TrafficQuery {
    /// The shadowed entries of a list; the same for every question, see `NumberedEntry.shadowed(in:)`.
    package func shadowed(in entries: [NumberedEntry]) -> [Int] { NumberedEntry.shadowed(in: entries) }
}
