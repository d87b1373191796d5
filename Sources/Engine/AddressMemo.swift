internal import Inventory
internal import Networks
internal import Reachability

/// What is known of each distinct address range and peer for each address question, found out once.
///
/// Used by one worker for the segments of one set of tables.
final class AddressMemo {
    private let program: Program
    private let tables: ValueTables
    private let peers: PeerAddresses
    /// `question * ranges + range`, holding a `Truth` plus one; the last question is "is it public".
    private let answers: UnsafeMutablePointer<UInt8>
    private let rangeCount: Int

    init(program: Program, tables: ValueTables, peers: PeerAddresses) {
        (self.program, self.tables, self.peers) = (program, tables, peers)
        rangeCount = tables.cidrs.count
        let size = max(1, (program.addressTests.count + 1) * rangeCount)
        answers = .allocate(capacity: size)
        answers.initialize(repeating: 0, count: size)
    }

    deinit { answers.deallocate() }

    /// The answer of an address test for a range or peer. Of a security group no address is asserted; a prefix list that the
    /// inventory does not hold is unknown.
    func answer(_ test: Int, _ word: Word) -> Truth {
        guard let range = range(word, isPeer: program.isPeerTest[test]) else {
            return named(word) { program.addressTests[test].holds(for: $0) }
        }
        return remembered(test, range) { program.addressTests[test].holds(for: $0) }
    }

    /// Whether a range or peer holds a public address.
    func isPublic(_ word: Word, isPeer: Bool) -> Truth {
        guard let range = range(word, isPeer: isPeer) else { return named(word) { $0.overlaps(.internet) } }
        return remembered(program.addressTests.count, range) { $0.overlaps(.internet) }
    }

    private func remembered(_ question: Int, _ range: Int, _ holds: (AddressSet) -> Bool) -> Truth {
        let at = question * rangeCount + range
        if answers[at] != 0 { return Truth(rawValue: answers[at] - 1)! }
        let truth = Truth(holds(AddressSet(tables.cidrs[range])))
        answers[at] = truth.rawValue + 1
        return truth
    }

    private func range(_ word: Word, isPeer: Bool) -> Int? {
        guard isPeer else { return Int(word.bits) }
        return PeerWord.kind(word) == .cidr ? PeerWord.index(word) : nil
    }

    private func named(_ peer: Word, _ holds: (AddressSet) -> Bool) -> Truth {
        guard PeerWord.kind(peer) == .prefixList else { return .no }
        guard let set = peers.addresses(ofPrefixList: tables.symbols[PeerWord.index(peer)]) else { return .unknown }
        return Truth(holds(set))
    }
}

extension AddressTest {
    /// Whether it holds for a set of addresses. Nothing is within, covers or overlaps the empty set.
    func holds(for other: AddressSet) -> Bool {
        guard !set.isEmpty, !other.isEmpty else { return false }
        switch relation {
        case .within: return set.contains(other)
        case .covers: return other.contains(set)
        case .overlaps: return other.overlaps(set)
        case .equals: return other == set
        }
    }
}
