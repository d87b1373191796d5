import Calendar
import Diagnostics
import Prices

/// A book read from text, with the text of its diagnostics.
struct Book {
    let book: PriceBook
    let problems: [String]

    /// The day that the tests are on.
    static let today = CivilDate(year: 2026, month: 11, day: 29)!

    init(_ text: String) {
        let file = SourceFile(path: "prices.yaml", text: text.utf8)
        let (book, diagnostics) = PriceBook.read(file, today: Self.today, against: .bundled())
        self.book = book
        problems = (diagnostics + book.ageWarnings(on: Self.today)).sortedByPosition().map(Self.line)
    }

    /// A book with these figures, one a line; they begin in line 5.
    init(figures: String...) {
        self.init("prices: 1\ndate: 2026-11-01\nsource: contract\nfigures:\n" + figures.map { "- \($0)\n" }.joined())
    }

    /// `line:column: message «text under the caret»`, with `| note …` and `| help: …` when there are any.
    static func line(_ diagnostic: Diagnostic) -> String {
        var line = ""
        if let span = diagnostic.span { line = place(span) + ": " }
        if diagnostic.severity == .warning { line += "warning: " }
        line += diagnostic.message
        if let span = diagnostic.span, !span.text.isEmpty { line += " «\(span.text.prefix(24))»" }
        if let note = diagnostic.note { line += " | note \(place(note.span)): \(note.message)" }
        if let help = diagnostic.help { line += " | help: \(help)" }
        return line
    }

    private static func place(_ span: SourceSpan) -> String {
        let position = span.file.position(of: span.start)
        return "\(position.line):\(position.column)"
    }
}
