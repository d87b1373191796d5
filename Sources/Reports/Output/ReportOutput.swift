/// Where a report's bytes go.
package protocol ReportOutput {
    /// Whether a report may go on in another file beside the first.
    var canContinueInNextFile: Bool { get }
    /// Adds bytes to the report.
    mutating func write(_ bytes: UnsafeRawBufferPointer) throws(ReportError)
    /// Ends the current file and begins the next. Called only where `canContinueInNextFile`.
    mutating func startNextFile() throws(ReportError)
    /// Says how files that go on from a first one begin, so that those of an earlier, longer report can be told from
    /// other files of the same name and be removed.
    mutating func replaceContinuations(beginningWith mark: StaticString)
}

extension ReportOutput {
    /// Adds what was put together.
    package mutating func write(_ sink: ByteSink) throws(ReportError) {
        try write(sink.bytes[...])
    }

    /// Adds part of an array.
    package mutating func write(_ bytes: ArraySlice<UInt8>) throws(ReportError) {
        try bytes.withUnsafeBufferPointer { (bytes) throws(ReportError) in
            try write(UnsafeRawBufferPointer(bytes))
        }
    }

    /// Only files can have continuations.
    package mutating func replaceContinuations(beginningWith mark: StaticString) {}
}
