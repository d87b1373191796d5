/// A stretch of bytes in a file, half open.
package struct SourceSpan: Sendable {
    package var file: SourceFile
    package var start: Int
    package var end: Int

    package init(file: SourceFile, start: Int, end: Int) {
        self.file = file
        self.start = start
        self.end = max(start, end)
    }

    /// The whole of the file's first line: where there is nothing better to point at.
    package init(startOf file: SourceFile) {
        self.init(file: file, start: 0, end: 0)
    }

    /// Part of this span, by offsets from its start.
    package func part(_ range: Range<Int>) -> SourceSpan {
        SourceSpan(file: file, start: start + range.lowerBound, end: start + range.upperBound)
    }

    /// The source text of the span.
    package var text: String { file.text(start..<end) }
}
