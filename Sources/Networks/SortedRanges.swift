/// Closed ranges of numbers that are sorted and neither overlap nor touch: what the sets of this module are stored as.
///
/// Whoever holds the same numbers holds the same array, so equality of sets is equality of storage. Where an operation
/// changes nothing it gives back the array it was given: no allocation, and the next comparison sees one buffer.
enum SortedRanges<Bound: FixedWidthInteger & UnsignedInteger> {
    typealias Range = ClosedRange<Bound>
    typealias Ranges = ContiguousArray<ClosedRange<Bound>>

    /// The numbers of any ranges, in any order, overlapping or not.
    static func normalized(_ ranges: Ranges) -> Ranges {
        guard ranges.count > 1 else { return ranges }
        var merged: Ranges = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) { append(range, to: &merged) }
        return merged
    }

    /// The numbers in either.
    static func union(_ left: Ranges, _ right: Ranges) -> Ranges {
        if covers(left, right) { return left }
        if covers(right, left) { return right }
        var merged: Ranges = []
        merged.reserveCapacity(left.count + right.count)
        var i = 0
        var j = 0
        while i < left.count || j < right.count {
            if j == right.count || i < left.count && left[i].lowerBound < right[j].lowerBound {
                append(left[i], to: &merged)
                i += 1
            } else {
                append(right[j], to: &merged)
                j += 1
            }
        }
        return merged
    }

    /// The numbers in both.
    static func intersection(_ left: Ranges, _ right: Ranges) -> Ranges {
        if covers(right, left) { return left }
        if covers(left, right) { return right }
        var common: Ranges = []
        forEachCommonRange(left, right) { common.append($0) }
        return common
    }

    /// Calls the body with each range that lies in both, in order.
    static func forEachCommonRange(_ left: Ranges, _ right: Ranges, _ body: (Range) -> Void) {
        guard let first = left.first, let other = right.first else { return }
        var i = index(in: left, reaching: other.lowerBound)
        var j = index(in: right, reaching: first.lowerBound)
        while i < left.count, j < right.count {
            let low = max(left[i].lowerBound, right[j].lowerBound)
            let high = min(left[i].upperBound, right[j].upperBound)
            if low <= high { body(low...high) }
            if left[i].upperBound < right[j].upperBound { i += 1 } else { j += 1 }
        }
    }

    /// The numbers of the left that are not in the right.
    static func difference(_ left: Ranges, _ right: Ranges) -> Ranges {
        guard overlap(left, right) else { return left }
        var result: Ranges = []
        var j = 0
        for range in left {
            var low = range.lowerBound
            var isUsedUp = false
            while j < right.count, right[j].upperBound < low { j += 1 }
            // A hole may reach into the next range, so `j` stays on the last one looked at.
            var k = j
            while k < right.count, right[k].lowerBound <= range.upperBound {
                if right[k].lowerBound > low { result.append(low...(right[k].lowerBound - 1)) }
                guard right[k].upperBound < range.upperBound else {
                    isUsedUp = true
                    break
                }
                low = right[k].upperBound + 1
                k += 1
            }
            j = k
            if !isUsedUp { result.append(low...range.upperBound) }
        }
        return result
    }

    /// Whether every number of the inner ranges lies in the outer ones.
    static func covers(_ outer: Ranges, _ inner: Ranges) -> Bool {
        guard let first = inner.first else { return true }
        var i = index(in: outer, reaching: first.lowerBound)
        for range in inner {
            while i < outer.count, outer[i].upperBound < range.lowerBound { i += 1 }
            // Outer ranges do not touch each other, so one of them must hold the whole range.
            guard i < outer.count, outer[i].lowerBound <= range.lowerBound, range.upperBound <= outer[i].upperBound
            else { return false }
        }
        return true
    }

    /// Whether some number lies in both.
    static func overlap(_ left: Ranges, _ right: Ranges) -> Bool {
        guard let first = left.first, let other = right.first else { return false }
        var i = index(in: left, reaching: other.lowerBound)
        var j = index(in: right, reaching: first.lowerBound)
        while i < left.count, j < right.count {
            if left[i].overlaps(right[j]) { return true }
            if left[i].upperBound < right[j].upperBound { i += 1 } else { j += 1 }
        }
        return false
    }

    /// The index of the first range that ends at or after the number, by halving; a few ranges meet many quickly.
    private static func index(in ranges: Ranges, reaching number: Bound) -> Int {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Adds a range that begins no lower than all before it; ranges that touch become one.
    static func append(_ range: Range, to ranges: inout Ranges) {
        // Nothing comes after the highest number, whose successor overflows.
        if let last = ranges.last, last.upperBound == .max || range.lowerBound <= last.upperBound + 1 {
            ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
        } else {
            ranges.append(range)
        }
    }
}
