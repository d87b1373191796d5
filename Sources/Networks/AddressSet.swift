/// A set of IPv4 and IPv6 addresses, exact whatever CIDR blocks it was made of.
///
/// Each family is kept as sorted closed ranges that neither overlap nor touch, so equal sets have equal storage:
/// `0.0.0.0/1` and `128.0.0.0/1` together are the very value `0.0.0.0/0` is.
package struct AddressSet: Hashable, Sendable {
    /// Addresses of one family, from the first to the last, as numbers.
    package typealias Range = ClosedRange<UInt128>
    private typealias Sorted = SortedRanges<UInt128>

    /// Sorted, disjoint, not adjacent; within 32 bits.
    package private(set) var ipv4: ContiguousArray<Range> = []
    /// Sorted, disjoint, not adjacent.
    package private(set) var ipv6: ContiguousArray<Range> = []

    /// The empty set.
    package init() {}

    /// The addresses of some blocks, given in any order, overlapping or not.
    package init(cidrs: some Sequence<CIDR>) {
        for cidr in cidrs {
            if cidr.family == .ipv4 { ipv4.append(cidr.low...cidr.high) } else { ipv6.append(cidr.low...cidr.high) }
        }
        ipv4 = Sorted.normalized(ipv4)
        ipv6 = Sorted.normalized(ipv6)
    }

    /// The addresses of one block.
    package init(_ cidr: CIDR) { self.init(cidrs: CollectionOfOne(cidr)) }

    /// One address.
    package init(_ address: IPAddress) { self.init(CIDR(address, prefixLength: address.family.bits)) }

    private init(ipv4: ContiguousArray<Range>, ipv6: ContiguousArray<Range>) {
        self.ipv4 = ipv4
        self.ipv6 = ipv6
    }

    /// Every address of both families.
    package static let all = AddressSet(ipv4: [0...AddressFamily.ipv4.highest], ipv6: [0...UInt128.max])

    /// The ranges of one family.
    package subscript(family: AddressFamily) -> ContiguousArray<Range> { family == .ipv4 ? ipv4 : ipv6 }

    /// The addresses of one family, without those of the other.
    package func only(_ family: AddressFamily) -> AddressSet {
        family == .ipv4 ? AddressSet(ipv4: ipv4, ipv6: []) : AddressSet(ipv4: [], ipv6: ipv6)
    }
}

// MARK: - Algebra

extension AddressSet {
    /// The addresses in either set.
    package func union(_ other: AddressSet) -> AddressSet {
        AddressSet(ipv4: Sorted.union(ipv4, other.ipv4), ipv6: Sorted.union(ipv6, other.ipv6))
    }

    /// The addresses in any of the sets, by one sort and one sweep: ten thousand ranges take milliseconds.
    package static func union(of sets: some Sequence<AddressSet>) -> AddressSet {
        var all = AddressSet()
        var count = 0
        for set in sets where !set.isEmpty {
            if count == 0 {
                all = set
            } else {
                all.ipv4.append(contentsOf: set.ipv4)
                all.ipv6.append(contentsOf: set.ipv6)
            }
            count += 1
        }
        if count > 1 {
            all.ipv4 = Sorted.normalized(all.ipv4)
            all.ipv6 = Sorted.normalized(all.ipv6)
        }
        return all
    }

    /// The addresses in both sets.
    package func intersection(_ other: AddressSet) -> AddressSet {
        AddressSet(ipv4: Sorted.intersection(ipv4, other.ipv4), ipv6: Sorted.intersection(ipv6, other.ipv6))
    }

    /// The addresses of this set that are not in the other.
    package func subtracting(_ other: AddressSet) -> AddressSet {
        AddressSet(ipv4: Sorted.difference(ipv4, other.ipv4), ipv6: Sorted.difference(ipv6, other.ipv6))
    }
}

// MARK: - Questions

extension AddressSet {
    /// Whether no address is in the set.
    package var isEmpty: Bool { ipv4.isEmpty && ipv6.isEmpty }

    /// Whether every address of the other set is in this one; the empty set is in every set.
    package func contains(_ other: AddressSet) -> Bool {
        Sorted.covers(ipv4, other.ipv4) && Sorted.covers(ipv6, other.ipv6)
    }

    /// Whether every address of the family in the other set is in this one.
    func contains(_ other: AddressSet, _ family: AddressFamily) -> Bool {
        Sorted.covers(self[family], other[family])
    }

    /// Whether the address is in the set.
    package func contains(_ address: IPAddress) -> Bool {
        Sorted.covers(self[address.family], [address.value...address.value])
    }

    /// Whether some address is in both sets.
    package func overlaps(_ other: AddressSet) -> Bool {
        AddressFamily.allCases.contains { overlaps(other, $0) }
    }

    /// Whether some address of the family is in both sets.
    func overlaps(_ other: AddressSet, _ family: AddressFamily) -> Bool {
        Sorted.overlap(self[family], other[family])
    }

    /// How many addresses of the family the set holds.
    ///
    /// The whole of IPv6 has 2^128, one more than fits: its count is given as 2^128 − 1. Every other count is exact.
    package func count(of family: AddressFamily) -> UInt128 {
        var count: UInt128 = 0
        for range in self[family] { AddressSet.add(range, to: &count) }
        return count
    }

    /// The part (0...1) of the other set's addresses of a family that this set holds; 0 when the other has none.
    ///
    /// Rounded to a Double: use `contains` to learn whether it is all of them.
    package func share(of other: AddressSet, _ family: AddressFamily) -> Double {
        let whole = other.count(of: family)
        guard whole > 0 else { return 0 }
        var common: UInt128 = 0
        Sorted.forEachCommonRange(self[family], other[family]) { AddressSet.add($0, to: &common) }
        return AddressSet.approximate(common) / AddressSet.approximate(whole)
    }

    private static func add(_ range: Range, to count: inout UInt128) {
        let (sum, overflow) = count.addingReportingOverflow(range.upperBound - range.lowerBound)
        let (next, nextOverflow) = sum.addingReportingOverflow(1)
        count = overflow || nextOverflow ? .max : next
    }

    /// The number as a Double, through its halves: the conversion for any integer type is much slower.
    private static func approximate(_ number: UInt128) -> Double {
        Double(UInt64(truncatingIfNeeded: number >> 64)) * 0x1p64 + Double(UInt64(truncatingIfNeeded: number))
    }
}

// MARK: - Text

extension AddressSet: CustomStringConvertible {
    /// The canonical cover: the fewest blocks, sorted by family and address; equal sets have equal covers.
    package var cidrs: [CIDR] {
        AddressFamily.allCases.flatMap { family in
            self[family].flatMap { AddressSet.blocks(of: $0, family) }
        }
    }

    /// The canonical cover separated by commas; `nothing` for the empty set.
    package var description: String {
        isEmpty ? "nothing" : cidrs.map(\.description).joined(separator: ", ")
    }

    /// The aligned blocks of one range from its start: each the largest that starts there and does not pass the end.
    private static func blocks(of range: Range, _ family: AddressFamily) -> [CIDR] {
        var blocks: [CIDR] = []
        var low = range.lowerBound
        while true {
            let aligned = min(low.trailingZeroBitCount, family.bits)
            let fitting = bitsFitting(between: low, and: range.upperBound)
            let hostBits = min(aligned, fitting)
            let block = CIDR(IPAddress(family: family, value: low), prefixLength: family.bits - hostBits)
            blocks.append(block)
            guard block.high < range.upperBound else { return blocks }
            low = block.high + 1
        }
    }

    /// The largest n for which 2^n addresses from `low` end at or before `high`.
    private static func bitsFitting(between low: UInt128, and high: UInt128) -> Int {
        let (count, isWholeSpace) = (high - low).addingReportingOverflow(1)
        return isWholeSpace ? 128 : 127 - count.leadingZeroBitCount
    }
}
