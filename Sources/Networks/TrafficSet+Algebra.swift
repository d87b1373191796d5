// The operations of sets. Each is one walk along the services of both; the work on addresses is that of AddressSet.

extension TrafficSet {
    /// The traffic in either set.
    package func union(_ other: TrafficSet) -> TrafficSet {
        if isEmpty { return other }
        if other.isEmpty { return self }
        return merged(with: other) { own, other in
            guard let own else { return other ?? AddressSet() }
            return other.map(own.union) ?? own
        }
    }

    /// The traffic in any of the sets: ten thousand entries of a security group take milliseconds.
    ///
    /// What has the same services is united by one sort of its addresses; the few different ranges of services that
    /// are left are united by halves, so that no large set is copied for each small one.
    package static func union(of sets: some Sequence<TrafficSet>) -> TrafficSet {
        var places: [ServiceSet.Range: Int] = [:]
        var collected: [(services: ServiceSet.Range, addresses: [AddressSet])] = []
        for set in sets {
            for part in set.parts {
                if let place = places[part.services] {
                    collected[place].addresses.append(part.addresses)
                } else {
                    places[part.services] = collected.count
                    collected.append((part.services, [part.addresses]))
                }
            }
        }
        // In the order of the axis, so that halves have little in common.
        collected.sort {
            ($0.services.lowerBound, $0.services.upperBound) < ($1.services.lowerBound, $1.services.upperBound)
        }
        return halving(collected[...]) { TrafficSet(Part(services: $0.services, addresses: .union(of: $0.addresses))) }
    }

    private static func halving<T>(_ items: ArraySlice<T>, _ make: (T) -> TrafficSet) -> TrafficSet {
        guard items.count > 1 else { return items.first.map(make) ?? TrafficSet() }
        let middle = items.startIndex + items.count / 2
        return halving(items[..<middle], make).union(halving(items[middle...], make))
    }

    /// The traffic in both sets.
    package func intersection(_ other: TrafficSet) -> TrafficSet {
        if self == .all { return other }
        if other == .all { return self }
        return merged(with: other) { own, other in
            guard let own, let other else { return AddressSet() }
            return own.intersection(other)
        }
    }

    /// The traffic of this set that is not in the other.
    package func subtracting(_ other: TrafficSet) -> TrafficSet {
        guard overlaps(other) else { return self }
        return merged(with: other) { own, other in
            guard let own else { return AddressSet() }
            return other.map(own.subtracting) ?? own
        }
    }

    /// The traffic of this set from some of the addresses; the set itself when that is all of it.
    package func intersection(addresses: AddressSet) -> TrafficSet {
        if parts.allSatisfy({ addresses.contains($0.addresses) }) { return self }
        var result = TrafficSet()
        for part in parts { result.append(part.services, part.addresses.intersection(addresses)) }
        return result
    }

    /// The traffic of this set on some of the services; the set itself when that is all of it.
    package func intersection(services: ServiceSet) -> TrafficSet {
        var kept = 0
        forEachPart(of: services) { range, _ in
            kept += range.count
            return true
        }
        if kept == parts.reduce(0, { $0 + $1.services.count }) { return self }
        var result = TrafficSet()
        forEachPart(of: services) {
            result.append($0, $1)
            return true
        }
        return result
    }

    /// Cuts the axis wherever either set does and combines the addresses that each has there, nil where it has none.
    private func merged(
        with other: TrafficSet, _ combine: (AddressSet?, AddressSet?) -> AddressSet
    ) -> TrafficSet {
        let (left, right) = (parts, other.parts)
        var result = TrafficSet()
        var i = 0
        var j = 0
        /// Where the walk is: everything below has been dealt with.
        var low: UInt32 = 0
        while i < left.count || j < right.count {
            // A set without further parts has its next one beyond the axis.
            let (leftLow, leftHigh) = TrafficSet.bounds(left, i, from: low)
            let (rightLow, rightHigh) = TrafficSet.bounds(right, j, from: low)
            low = min(leftLow, rightLow)
            let inLeft = leftLow == low
            let inRight = rightLow == low
            let high = min(inLeft ? leftHigh : leftLow - 1, inRight ? rightHigh : rightLow - 1)
            result.append(low...high, combine(inLeft ? left[i].addresses : nil, inRight ? right[j].addresses : nil))
            if inLeft, high == leftHigh { i += 1 }
            if inRight, high == rightHigh { j += 1 }
            low = high + 1
        }
        return result
    }

    private static func bounds(
        _ parts: ContiguousArray<Part>, _ index: Int, from low: UInt32
    ) -> (low: UInt32, high: UInt32) {
        guard index < parts.count else { return (.max, .max) }
        return (max(parts[index].services.lowerBound, low), parts[index].services.upperBound)
    }
}

// MARK: - Comparison

extension TrafficSet {
    /// Whether there is no traffic in the set.
    package var isEmpty: Bool { parts.isEmpty }

    /// Whether all traffic of the other set is in this one; the empty set is in every set.
    package func contains(_ other: TrafficSet) -> Bool {
        var i = 0
        for part in other.parts {
            var next = part.services.lowerBound
            while i < parts.count, parts[i].services.upperBound < next { i += 1 }
            // The part may reach across several of this set, which then must leave no gap; the last may serve again.
            while next <= part.services.upperBound {
                guard i < parts.count, parts[i].services.lowerBound <= next,
                    parts[i].addresses.contains(part.addresses)
                else { return false }
                next = parts[i].services.upperBound + 1
                if next <= part.services.upperBound { i += 1 }
            }
        }
        return true
    }

    /// Whether some traffic is in both sets.
    package func overlaps(_ other: TrafficSet) -> Bool {
        var i = 0
        var j = 0
        while i < parts.count, j < other.parts.count {
            let (own, their) = (parts[i], other.parts[j])
            if own.services.overlaps(their.services), own.addresses.overlaps(their.addresses) { return true }
            if own.services.upperBound < their.services.upperBound { i += 1 } else { j += 1 }
        }
        return false
    }
}
