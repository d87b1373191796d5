/// One document of a report: the suites, or parts of suites, that it holds, with the totals it states.
struct JUnitDocument {
    /// The part of a suite that stands in this document.
    struct Section {
        var key: JUnitSuiteKey
        var chunks: [JUnitChunkPlace] = []
        var tally = JUnitTally()

        init(_ key: JUnitSuiteKey) { self.key = key }
    }

    private(set) var sections: [Section] = []
    private(set) var tally = JUnitTally()
    private var size = Self.frame

    /// Bytes for the declaration and the root element.
    private static let frame = 400

    /// Fits suites into as few documents as their order allows, each of at most `limit` bytes; nil: all into one.
    static func documents(of suites: [JUnitSuites.Suite], limit: Int?, head: JUnitSuiteHead) -> [JUnitDocument] {
        var documents = [JUnitDocument()]
        for suite in suites {
            let frame = frameSize(of: suite, head)
            var isNew = true
            for chunk in suite.chunks + suite.quietChunks {
                let needed = chunk.range.count + (isNew ? frame : 0)
                if let limit, !documents[documents.count - 1].sections.isEmpty,
                    documents[documents.count - 1].size + needed > limit
                {
                    documents.append(JUnitDocument())
                    isNew = true
                }
                documents[documents.count - 1].add(chunk, of: suite.key, isNew: isNew, frame: frame)
                isNew = false
            }
        }
        return documents
    }

    private mutating func add(_ chunk: JUnitChunkPlace, of key: JUnitSuiteKey, isNew: Bool, frame: Int) {
        if isNew {
            sections.append(Section(key))
            size += frame
        }
        sections[sections.count - 1].chunks.append(chunk)
        sections[sections.count - 1].tally += chunk.tally
        tally += chunk.tally
        size += chunk.range.count
    }

    /// Bytes around the cases of a suite, whatever part of them a document has.
    private static func frameSize(of suite: JUnitSuites.Suite, _ head: JUnitSuiteHead) -> Int {
        var tally = JUnitTally()
        for chunk in suite.chunks + suite.quietChunks { tally += chunk.tally }
        // Of the counts, the first is the largest.
        tally = JUnitTally(tests: tally.tests, failures: tally.tests, errors: tally.tests, skipped: tally.tests)
        var sink = ByteSink()
        head.append(suite.key, tally, to: &sink)
        head.appendEnd(of: suite.key, to: &sink)
        return sink.count
    }

    /// Writes the document, and makes sure that it holds what it states.
    func write(
        number: Int, head: JUnitSuiteHead, isStrict: Bool, spool: Spool, to output: inout some ReportOutput
    ) throws(ReportError) {
        var written = JUnitTally()
        var sink = ByteSink()
        head.appendDocumentStart(number, tally, isStrict: isStrict, to: &sink)
        for section in sections {
            head.append(section.key, section.tally, to: &sink)
            try output.write(sink)
            sink = ByteSink()
            for chunk in section.chunks {
                try spool.copy(chunk.range, to: &output)
                written += chunk.tally
            }
            head.appendEnd(of: section.key, to: &sink)
        }
        head.appendDocumentEnd(to: &sink)
        try output.write(sink)
        guard written == tally else { throw .inconsistent("the totals of a JUnit document are not those of its cases") }
    }
}
