/// Entries of a list that could go, and the entries that make them so.
package enum Redundancy {
    /// The entries of an allow list all of whose traffic the others together admit, too; by index.
    ///
    /// Exact over addresses, protocols, ports and ICMP messages. An entry of which something is not stated is taken at
    /// its widest when it is to be covered, at its narrowest when it covers; one with unresolved peers is never taken
    /// as covered, one that admits nothing is no more redundant than useful. Two entries may each be redundant because
    /// of the other: one of them can go.
    ///
    /// - `coveredBy`: the entry that admits exactly the same, if there is one; else one that covers it alone; else all
    ///   others that have traffic in common with it, in order. Of several that would do, the first is named.
    /// - `isDuplicate`: whether `coveredBy` admits exactly the same.
    package static func redundant(
        in entries: [TrafficEntry]
    ) -> [(index: Int, coveredBy: [Int], isDuplicate: Bool)] {
        let stated = entries.map { TrafficSet($0) }
        let coverage = Coverage(of: stated)
        let candidates = entries.indices.filter { index in
            let entry = entries[index]
            guard !entry.hasUnresolvedPeers else { return false }
            guard entry.isStated else {
                // It covers nothing for certain, so what is covered at all is covered by others.
                let widest = TrafficSet(widest: entry)
                return !widest.isEmpty && coverage.once.contains(widest)
            }
            return !stated[index].isEmpty && coverage.twice.contains(stated[index])
        }
        guard !candidates.isEmpty else { return [] }
        let extents = stated.map { Extent($0) }
        // The first two of each set of traffic: at least one of them is another entry.
        var alike: [TrafficSet: (first: Int, second: Int?)] = [:]
        for (index, set) in stated.enumerated() where !set.isEmpty {
            guard let known = alike[set] else {
                alike[set] = (index, nil)
                continue
            }
            if known.second == nil { alike[set] = (known.first, index) }
        }
        return candidates.map { index in
            let traffic = TrafficSet(widest: entries[index])
            if let same = alike[traffic], let other = same.first == index ? same.second : same.first {
                return (index, [other], true)
            }
            let extent = Extent(traffic)
            let others = extents.indices.filter { $0 != index && extents[$0].meets(extent) }
            if let one = others.first(where: { stated[$0].contains(traffic) }) { return (index, [one], false) }
            return (index, others.filter { stated[$0].overlaps(traffic) }, false)
        }
    }

    /// The entries that `NumberedEntry.shadowed(in:)` finds, each with the earlier ones that certainly match some of
    /// what it may match, in the order they are walked.
    package static func shadowing(in entries: [NumberedEntry]) -> [(index: Int, by: [Int])] {
        let shadowed = NumberedEntry.shadowed(in: entries)
        guard !shadowed.isEmpty else { return [] }
        let walk = NumberedEntry.walk(entries)
        let stated = entries.map { TrafficSet($0.entry) }
        return shadowed.map { index in
            let traffic = TrafficSet(widest: entries[index].entry)
            return (index, walk.prefix { $0 != index }.filter { stated[$0].overlaps(traffic) })
        }
    }
}

/// What some sets cover, and what at least two of them do.
private struct Coverage {
    var once = TrafficSet()
    var twice = TrafficSet()

    /// By halves, the sets in the order of their services: those with the same are united while they are small.
    init(of sets: [TrafficSet]) {
        let order = sets.indices.filter { !sets[$0].isEmpty }.map { index in
            let services = sets[index].parts[0].services
            return (key: UInt64(services.lowerBound) << 32 | UInt64(services.upperBound), index: index)
        }
        self.init(of: order.sorted { $0 < $1 }.map { sets[$0.index] }[...])
    }

    private init(of sets: ArraySlice<TrafficSet>) {
        guard sets.count > 1 else {
            once = sets.first ?? TrafficSet()
            return
        }
        let middle = sets.startIndex + sets.count / 2
        let (left, right) = (Coverage(of: sets[..<middle]), Coverage(of: sets[middle...]))
        once = left.once.union(right.once)
        twice = left.twice.union(right.twice).union(left.once.intersection(right.once))
    }
}

/// The limits of a set of traffic: most pairs of entries are told apart by them.
private struct Extent {
    private var services: ServiceSet.Range = 0...0
    private var ipv4: AddressSet.Range?
    private var ipv6: AddressSet.Range?

    init(_ set: TrafficSet) {
        guard let first = set.parts.first, let last = set.parts.last else { return }
        services = first.services.lowerBound...last.services.upperBound
        for part in set.parts {
            Extent.widen(&ipv4, to: part.addresses.ipv4)
            Extent.widen(&ipv6, to: part.addresses.ipv6)
        }
    }

    /// Whether the sets may have traffic in common; an empty set has none.
    func meets(_ other: Extent) -> Bool {
        services.overlaps(other.services) && (Extent.meet(ipv4, other.ipv4) || Extent.meet(ipv6, other.ipv6))
    }

    private static func meet(_ left: AddressSet.Range?, _ right: AddressSet.Range?) -> Bool {
        guard let left, let right else { return false }
        return left.overlaps(right)
    }

    private static func widen(_ extent: inout AddressSet.Range?, to ranges: ContiguousArray<AddressSet.Range>) {
        guard let first = ranges.first, let last = ranges.last else { return }
        let low = min(extent?.lowerBound ?? first.lowerBound, first.lowerBound)
        extent = low...max(extent?.upperBound ?? last.upperBound, last.upperBound)
    }
}
