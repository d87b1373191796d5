/// How much room texts take on a terminal.
package enum TextColumns {
    /// Columns that a text takes: East Asian characters and emoji take two.
    package static func count(_ text: String) -> Int {
        text.reduce(0) { $0 + ($1.unicodeScalars.first.map { $0.value >= 0x1100 && !isNarrow($0) ? 2 : 1 } ?? 0) }
    }

    /// General punctuation, arrows, boxes.
    private static func isNarrow(_ scalar: Unicode.Scalar) -> Bool { (0x2000..<0x2E80).contains(scalar.value) }

    /// The text, or its beginning and an ellipsis.
    package static func clipped(_ text: String, to limit: Int) -> String {
        text.count <= limit ? text : text.prefix(limit - 1) + "…"
    }
}
