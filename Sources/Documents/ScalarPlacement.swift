package import Diagnostics

/// Where the text of a scalar stands in its file: a place in the value as a place in the source, whatever the style that
/// the scalar was written in (YAML 1.2.2 §7.3, §8.1). So an error inside an expression has its own line and column.
package struct ScalarPlacement: Sendable {
    /// Bytes of the value that come from bytes of the file.
    struct Piece: Sendable {
        /// Offset in the value.
        var value: Int
        /// Offsets in the file.
        var source: Int
        var sourceEnd: Int
        /// Whether value and file have the same bytes here; otherwise an escape or a line break stands for all of them.
        var isLiteral: Bool
    }

    private let file: SourceFile
    /// The scalar as written.
    private let whole: Range<Int>
    private let count: Int
    /// In order, without gaps; empty where value and source could not be aligned.
    private let pieces: [Piece]

    package init(_ document: Document, _ id: NodeID) {
        let node = document[id]
        file = document.file
        whole = Int(node.start)..<Int(node.end)
        count = node.isScalar ? Int(node.count) : 0
        guard node.isScalar, node.isPooled else {
            let first = Int(node.first)
            pieces =
                node.isScalar ? [Piece(value: 0, source: first, sourceEnd: first + count, isLiteral: true)] : []
            return
        }
        let file = file
        pieces = document.withBytes(of: node) { value in
            var walk = ScalarWalk(file.bytes, from: Int(node.start), to: Int(node.end), value: value)
            return walk.pieces(of: node.kind)
        }
    }

    /// The source of a range of the value: all of an escape or line break that it touches. The whole scalar where the two
    /// could not be aligned.
    package func span(_ range: Range<Int>) -> SourceSpan {
        guard let last = pieces.last else {
            return SourceSpan(file: file, start: whole.lowerBound, end: whole.upperBound)
        }
        let range = range.clamped(to: 0..<count)
        guard range.lowerBound < count else {
            return SourceSpan(file: file, start: last.sourceEnd, end: last.sourceEnd)
        }
        let start = source(of: range.lowerBound).lowerBound
        let end = range.isEmpty ? start : source(of: range.upperBound - 1).upperBound
        return SourceSpan(file: file, start: start, end: end)
    }

    /// The source of one byte of the value.
    private func source(of offset: Int) -> Range<Int> {
        // The last piece that begins at or before the offset.
        var (low, high) = (0, pieces.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if pieces[middle].value <= offset { low = middle } else { high = middle }
        }
        let piece = pieces[low]
        guard piece.isLiteral else { return piece.source..<piece.sourceEnd }
        let at = piece.source + offset - piece.value
        return at..<at + 1
    }
}
