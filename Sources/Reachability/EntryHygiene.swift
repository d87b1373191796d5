internal import Inventory
internal import Networks

/// Entries of security groups that other entries make needless, found once for each distinct list of entries.
final class EntryHygiene {
    /// What there is of needless entries in a list.
    struct Finding: Hashable {
        var hasDuplicate = false
        var hasSubsumed = false
    }

    private struct Key: Hashable {
        var tables: ObjectIdentifier
        var records: [Int]
    }

    private let peers: PeerAddresses
    private let layout: TrafficLayout
    private var known: [Key: Finding] = [:]
    /// What one entry admits, by its shared record.
    private var sets: [ObjectIdentifier: [Int: TrafficSet]] = [:]

    init(_ layout: TrafficLayout, _ peers: PeerAddresses) { (self.layout, self.peers) = (layout, peers) }

    /// What there is of it among the entries of a list.
    func finding(_ entries: [Entry], _ tables: ValueTables) -> Finding {
        guard entries.count > 1 else { return Finding() }
        let records = entries.map(\.shared).sorted()
        let key = Key(tables: ObjectIdentifier(tables), records: records)
        if let finding = known[key] { return finding }
        var result = Finding()
        // Only entries that overlap others can be needless, and few do; not that it pays to look in a long list.
        if records.count > 64 || hasOverlap(records, tables) {
            let all = records.map { layout.entry($0, tables, peers) }
            for redundant in Redundancy.redundant(in: all) {
                if redundant.isDuplicate { result.hasDuplicate = true } else { result.hasSubsumed = true }
            }
        }
        known[key] = result
        return result
    }

    private func hasOverlap(_ records: [Int], _ tables: ValueTables) -> Bool {
        let sets = records.map { set(of: $0, tables) }
        for (index, set) in sets.enumerated() {
            for other in sets[(index + 1)...] where set.overlaps(other) { return true }
        }
        return false
    }

    private func set(of record: Int, _ tables: ValueTables) -> TrafficSet {
        if let set = sets[ObjectIdentifier(tables)]?[record] { return set }
        // At its widest, as `Redundancy` takes an entry that is to be covered.
        let set = AdmittedTraffic(unionOf: CollectionOfOne(layout.entry(record, tables, peers))).possible
        sets[ObjectIdentifier(tables), default: [:]][record] = set
        return set
    }
}
