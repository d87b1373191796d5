internal import Inventory

/// What conditions on entries gave, remembered by the part that equal entries share: a condition that reads nothing else is
/// decided once for all of them.
///
/// Used by one worker for the segments of one set of tables.
final class EntryMemo {
    /// `question * records + record`, holding a `Truth` plus one; 0: not asked yet.
    private let answers: UnsafeMutablePointer<UInt8>
    private let recordCount: Int

    init(program: Program, tables: ValueTables) {
        recordCount = tables.recordCount
        let size = max(1, program.memoCount * recordCount)
        answers = .allocate(capacity: size)
        answers.initialize(repeating: 0, count: size)
    }

    deinit { answers.deallocate() }

    /// The answer to a question about a shared record: the one remembered, or what `decide` says.
    @inline(__always)
    func answer(_ question: Int, _ record: Int, _ decide: () -> Truth) -> Truth {
        let place = question &* recordCount &+ record
        let known = answers[place]
        if known != 0 { return Truth(rawValue: known - 1)! }
        let truth = decide()
        answers[place] = truth.rawValue + 1
        return truth
    }
}
