/// Where a chunk lies among the spooled bytes.
struct JUnitChunkPlace {
    var range: Range<Int>
    var tally: JUnitTally
}

/// The suites of a report with the places of their cases, gathered in input order.
struct JUnitSuites {
    /// A suite while it is gathered.
    struct Suite {
        var key: JUnitSuiteKey
        var chunks: [JUnitChunkPlace] = []
        var quietChunks: [JUnitChunkPlace] = []

        init(_ key: JUnitSuiteKey) { self.key = key }
    }

    /// In the order in which each first had a case.
    private(set) var all: [Suite] = []
    private var indices: [JUnitSuiteKey: Int] = [:]
    private var names = JUnitNames()
    private let spool: Spool

    init(spool: Spool) { self.spool = spool }

    /// Whether no case is to be written.
    var isEmpty: Bool { all.allSatisfy { $0.chunks.isEmpty && $0.quietChunks.isEmpty } }

    /// Takes the next chunk in input order, and tells apart names that were there before.
    mutating func add(_ chunk: JUnitChunk) throws(ReportError) {
        let start = spool.count
        var copied = 0
        for name in chunk.names {
            guard let number = names.take(name.hash) else { continue }
            try spool.append(chunk.sink.bytes[copied..<name.end])
            var suffix = ByteSink()
            suffix += "#"
            suffix.append(number)
            try spool.append(suffix.bytes[...])
            copied = name.end
        }
        try spool.append(chunk.sink.bytes[copied...])
        let place = JUnitChunkPlace(range: start..<spool.count, tally: chunk.tally)
        let index = index(of: chunk.suite)
        if chunk.isQuiet { all[index].quietChunks.append(place) } else { all[index].chunks.append(place) }
    }

    private mutating func index(of key: JUnitSuiteKey) -> Int {
        if let known = indices[key] { return known }
        all.append(Suite(key))
        indices[key] = all.count - 1
        return all.count - 1
    }

    /// Leaves out the passing cases of suites in which nothing fails.
    mutating func dropPassesOfSuitesWithoutFailure() {
        for index in all.indices where !all[index].chunks.contains(where: \.tally.hasFailed) {
            all[index].quietChunks = []
        }
    }
}
