internal import Inventory
internal import Networks

/// Finds entries of security groups that other entries make needless.
///
/// Groups are many and few of them have such entries, so each distinct entry's outline is kept, and only groups in which
/// outlines overlap are looked at closely. Used by one thread.
final class EntryHygiene {
    /// What there is of needless entries in a list.
    struct Finding: Hashable {
        var hasDuplicate = false
        var hasSubsumed = false
    }

    /// The least ranges that hold all of an entry's traffic: 20 bytes an entry.
    private struct Outline: BitwiseCopyable {
        var services: (low: UInt32, high: UInt32)
        var ipv4: (low: UInt32, high: UInt32)
        var hasIPv6: Bool
        var isKnown = false

        static let unknown = Outline(services: (1, 0), ipv4: (1, 0), hasIPv6: false)

        init(services: (UInt32, UInt32), ipv4: (UInt32, UInt32), hasIPv6: Bool) {
            (self.services, self.ipv4, self.hasIPv6) = (services, ipv4, hasIPv6)
        }

        init(_ traffic: TrafficSet) {
            let addresses = traffic.addresses
            let (first, last) = (traffic.parts.first, traffic.parts.last)
            services = (first?.services.lowerBound ?? 1, last?.services.upperBound ?? 0)
            ipv4 = (
                addresses.ipv4.first.map { UInt32(truncatingIfNeeded: $0.lowerBound) } ?? 1,
                addresses.ipv4.last.map { UInt32(truncatingIfNeeded: $0.upperBound) } ?? 0
            )
            hasIPv6 = !addresses.ipv6.isEmpty
            isKnown = true
        }

        func overlaps(_ other: Outline) -> Bool {
            guard services.low <= other.services.high, other.services.low <= services.high else { return false }
            return hasIPv6 && other.hasIPv6 || ipv4.low <= other.ipv4.high && other.ipv4.low <= ipv4.high
        }
    }

    private let peers: PeerAddresses
    private let layout: TrafficLayout
    private var tables: ValueTables?
    private var outlines: ContiguousArray<Outline> = []

    init(_ layout: TrafficLayout, _ peers: PeerAddresses) { (self.layout, self.peers) = (layout, peers) }

    /// What there is of it among the entries of a list.
    func finding(_ word: Word, in segment: Segment) -> Finding {
        guard word.isSet, word.listCount > 1 else { return Finding() }
        turn(to: segment.tables)
        let list = EntryList(word, in: segment.words)
        var result = Finding()
        // Only entries that overlap others can be needless, and few do; not that it pays to look in a long list.
        guard list.count > 64 || hasOverlap(list) else { return result }
        let entries = (0..<list.count).map { layout.entry(list[$0].shared, segment.tables, peers) }
        for redundant in Redundancy.redundant(in: entries) {
            if redundant.isDuplicate { result.hasDuplicate = true } else { result.hasSubsumed = true }
        }
        return result
    }

    private func turn(to tables: ValueTables) {
        guard self.tables !== tables else { return }
        self.tables = tables
        outlines = ContiguousArray(repeating: .unknown, count: tables.recordCount)
    }

    private func hasOverlap(_ list: EntryList) -> Bool {
        for index in 1..<list.count {
            let outline = outline(of: list[index].shared)
            for other in 0..<index where self.outline(of: list[other].shared).overlaps(outline) { return true }
        }
        return false
    }

    private func outline(of record: Int) -> Outline {
        if outlines[record].isKnown { return outlines[record] }
        guard let tables else { return .unknown }
        // At its widest, as `Redundancy` takes an entry that is to be covered.
        let entry = layout.entry(record, tables, peers)
        outlines[record] = Outline(AdmittedTraffic(unionOf: CollectionOfOne(entry)).possible)
        return outlines[record]
    }
}
