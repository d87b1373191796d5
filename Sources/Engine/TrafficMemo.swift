internal import Catalog
internal import Inventory
internal import Networks
internal import Reachability

/// What is known of each distinct entry for each traffic question, found out once: one byte an entry and question.
///
/// Used by one worker for the segments of one set of tables.
final class TrafficMemo {
    private let program: Program
    private let tables: ValueTables
    private let peers: PeerAddresses
    /// `entry.index * questions + question`; question 0 is the entry's profile.
    private let classes: UnsafeMutablePointer<UInt8>
    private let questions: Int
    private let recordCount: Int
    private var firstMatchAnswers: [FirstMatchKey: Truth] = [:]

    private struct FirstMatchKey: Hashable {
        var test: Int
        var records: ContiguousArray<Int>
    }

    /// What an entry by itself does for a question.
    enum EntryClass: UInt8 {
        /// Not looked at yet.
        case unasked = 0
        /// Nothing of what is asked.
        case none
        /// All of it.
        case whole
        /// At most 1/4096 of the addresses asked for.
        case small
        /// More than that, but not all.
        case large
        /// Something of it, or not: its protocol, ports or peers are unknown.
        case undecided
    }

    init(program: Program, tables: ValueTables, peers: PeerAddresses) {
        (self.program, self.tables, self.peers) = (program, tables, peers)
        questions = program.trafficTests.count + 1
        recordCount = tables.recordCount
        classes = .allocate(capacity: max(1, questions * recordCount))
        classes.initialize(repeating: 0, count: max(1, questions * recordCount))
    }

    deinit { classes.deallocate() }

    private static let seen: UInt8 = 1
    private static let mayBePublic: UInt8 = 2

    @inline(__always)
    func entryClass(_ test: Int, _ record: Int) -> EntryClass {
        let known = classes[record &* questions &+ test &+ 1]
        if known != 0 { return EntryClass(rawValue: known)! }
        return classify(test, record)
    }

    private func classify(_ test: Int, _ record: Int) -> EntryClass {
        let profile = classes[record * questions]
        var result: EntryClass
        if program.trafficHeads[test].isInternet, profile & (Self.seen | Self.mayBePublic) == Self.seen {
            result = .none
        } else {
            let trafficTest = program.trafficTests[test]
            guard let layout = program.trafficLayouts[trafficTest.shape] else { return .undecided }
            let entry = layout.entry(record, tables, peers)
            let mayBePublic =
                entry.hasUnresolvedPeers && entry.unresolvedMayBePublic || entry.addresses.overlaps(.internet)
            classes[record * questions] = Self.seen | (mayBePublic ? Self.mayBePublic : 0)
            result = trafficTest.query.isInternet && !mayBePublic ? .none : Self.classify(trafficTest.query, entry)
        }
        classes[record * questions + test + 1] = result.rawValue
        return result
    }

    private static func classify(_ query: TrafficQuery, _ entry: TrafficEntry) -> EntryClass {
        let contribution = query.contribution(of: entry)
        if contribution.whole { return .whole }
        if contribution.undecided { return .undecided }
        guard contribution.isRelevant else { return .none }
        let limit = 1.0 / 4096
        return contribution.shares.ipv4 <= limit && contribution.shares.ipv6 <= limit ? .small : .large
    }

    // MARK: Lists

    /// Whether entries that are united admit the traffic.
    @inline(__always)
    func answer(allowList test: Int, _ list: Word, _ segment: UnsafePointer<Word>, smallLimit: Int32) -> Truth {
        let entries = EntryList(list, in: segment)
        var small = 0
        var large = 0
        var undecided = 0
        for index in 0..<entries.count {
            switch entryClass(test, entries[index].shared) {
            case .none, .unasked: break
            case .whole: return .yes
            case .small: small &+= 1
            case .large: large &+= 1
            case .undecided: undecided &+= 1
            }
        }
        // One entry that is not enough alone is not enough; and few small ones cannot add up to what is asked.
        if undecided == 0, small + large <= 1 || large == 0 && small < Int(smallLimit) {
            return .no
        }
        return exactAnswer(allowList: test, entries)
    }

    private func exactAnswer(allowList test: Int, _ list: EntryList) -> Truth {
        let trafficTest = program.trafficTests[test]
        guard let layout = program.trafficLayouts[trafficTest.shape] else { return .unknown }
        let entries = records(list).filter { entryClass(test, $0) != .none }
            .map { layout.entry($0, tables, peers) }
        return Self.truth(trafficTest.query.answer(unionOf: entries))
    }

    /// Whether entries tried in order of number admit the traffic.
    func answer(firstMatch test: Int, _ list: Word, _ segment: UnsafePointer<Word>) -> Truth {
        let trafficTest = program.trafficTests[test]
        guard let layout = program.trafficLayouts[trafficTest.shape] else { return .unknown }
        var records = records(EntryList(list, in: segment)).map { (number: layout.number($0, tables), record: $0) }
        if records.contains(where: { $0.number == nil }) { return .unknown }
        records.sort { ($0.number!, $0.record) < ($1.number!, $1.record) }
        // Entries that say nothing of what is asked decide nothing; if the first that does allows all of it, that is the answer.
        let relevant = records.filter { entryClass(test, $0.record) != .none }
        guard let first = relevant.first else { return .no }
        if entryClass(test, first.record) == .whole, layout.allows(first.record, tables) { return .yes }
        let key = FirstMatchKey(test: test, records: ContiguousArray(relevant.map(\.record)))
        if let known = firstMatchAnswers[key] { return known }
        let answer = Self.truth(trafficTest.query.answer(firstMatchOf: numbered(relevant, layout)))
        firstMatchAnswers[key] = answer
        return answer
    }

    /// Indices of the entries that take part in an answer of yes (and, when it is unknown, of those that leave it open).
    func contributors(_ test: Int, _ list: Word, _ segment: UnsafePointer<Word>) -> [Int] {
        let trafficTest = program.trafficTests[test]
        let all = records(EntryList(list, in: segment))
        guard trafficTest.list == .firstMatch, let layout = program.trafficLayouts[trafficTest.shape] else {
            let wholes = all.indices.filter { entryClass(test, all[$0]) == .whole }
            return wholes.isEmpty ? all.indices.filter { entryClass(test, all[$0]) != .none } : wholes
        }
        return trafficTest.query.deciders(in: numbered(all.map { (layout.number($0, tables), $0) }, layout))
    }

    private func numbered(_ records: [(number: Int?, record: Int)], _ layout: TrafficLayout) -> [NumberedEntry] {
        records.map { number, record in
            NumberedEntry(
                number: number ?? 0, allows: layout.allows(record, tables),
                entry: layout.entry(record, tables, peers))
        }
    }

    private func records(_ list: EntryList) -> [Int] { (0..<list.count).map { list[$0].shared } }

    private static func truth(_ answer: Answer) -> Truth {
        switch answer {
        case .no: .no
        case .yes: .yes
        case .unknown: .unknown
        }
    }
}
