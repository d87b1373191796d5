package import Calendar
package import Diagnostics
internal import Documents

extension PriceBook {
    /// Reads a book (docs/prices.md). `today`: dates after it are errors; nil asks nothing. `list`: prices to hold the
    /// figures against, so that those in cents are noticed. A book with errors must not be used.
    package static func read(
        _ file: SourceFile, today: CivilDate? = nil, against list: PriceBook? = nil
    ) -> (book: PriceBook, diagnostics: [Diagnostic]) {
        let (document, diagnostics) = YAMLReader.read(file)
        if diagnostics.hasErrors { return (PriceBook(), diagnostics) }
        var reader = PriceBookReader(document: document, today: today, list: list)
        reader.diagnostics = diagnostics
        reader.read()
        return (reader.book, reader.diagnostics)
    }
}

/// Reads the keys at the top of a book; `FigureReader` reads its figures.
struct PriceBookReader {
    static let keys = ["prices", "name", "date", "currency", "source", "sources", "figures"]

    /// Who says so, and of when it is.
    struct Source {
        var text: String
        var date: String
    }

    let document: Document
    let today: CivilDate?
    let list: PriceBook?
    var book = PriceBook()
    var diagnostics: [Diagnostic] = []
    private var name = ""
    /// Of figures without `from`; nil where the book has none.
    private var source: Source?
    private var sources: [String: Source] = [:]

    init(document: Document, today: CivilDate?, list: PriceBook?) {
        (self.document, self.today, self.list) = (document, today, list)
    }

    mutating func read() {
        guard let root = document.roots.first(where: { !document.isNull(document[$0]) }) else {
            return report(
                "the file is empty", SourceSpan(startOf: document.file), help: "a price book begins with `prices: 1`")
        }
        guard document[root].kind == .mapping else {
            return report("a price book is a mapping with the key `prices`", document.span(root))
        }
        if let second = document.roots.first(where: { $0 != root && !document.isNull(document[$0]) }) {
            report("a price book is one document; this is a second one", document.span(second))
        }
        checkKeys(root, Self.keys)
        readVersion(root)
        readCurrency(root)
        name = text("name", in: root) ?? document.file.path
        let date = readDate(root)
        let sourceText = text("source", in: root)
        if let sourceText { source = Source(text: sourceText, date: date) }
        readSources(root)
        book.origins = [
            Origin(
                name: name, date: date, source: sourceText ?? "",
                dateSpan: document.value(of: "date", in: root).map(document.span))
        ]
        readFigures(root)
    }

    private typealias Origin = PriceBook.Origin

    private mutating func readVersion(_ root: NodeID) {
        guard let node = document.value(of: "prices", in: root) else {
            return report("a price book needs `prices: 1`", document.span(root).part(0..<0))
        }
        if !document[node].isScalar || document.text(node) != "1" {
            report("a price book has the version 1: `prices: 1`", document.span(node))
        }
    }

    private mutating func readCurrency(_ root: NodeID) {
        guard let node = document.value(of: "currency", in: root) else { return }
        guard !document[node].isScalar || document.text(node) != "USD" else { return }
        report(
            "the currency is `\(document.text(node))`, and prices are in USD only", document.span(node),
            help: "convert the prices to US dollars, and say in `source` at what rate")
    }

    private mutating func readDate(_ root: NodeID) -> String {
        guard let node = document.value(of: "date", in: root) else {
            report(
                "a price book needs `date`", document.span(root).part(0..<0),
                help: "say of when its prices are: 2026-11-01")
            return ""
        }
        let text = document[node].isScalar ? document.text(node) : ""
        guard BookDate(text) != nil else {
            report("`date` takes a day, a month or a year", document.span(node), help: "write it as 2026-11-01")
            return text
        }
        checkFuture(node)
        return text
    }

    private mutating func checkFuture(_ node: NodeID) {
        guard let today, let date = BookDate(document.text(node)), date.days.lowerBound > today.daysSince1970 else {
            return
        }
        report("the date \(document.text(node)) is in the future", document.span(node))
    }

    private mutating func readSources(_ root: NodeID) {
        guard let mapping = document.value(of: "sources", in: root) else { return }
        guard document[mapping].kind == .mapping else {
            return report("`sources` takes a mapping of names to `{source: …, date: …}`", document.span(mapping))
        }
        for (key, value) in document.pairs(mapping) {
            guard document[value].kind == .mapping else {
                report("a source takes `{source: …, date: …}`", document.span(value))
                continue
            }
            checkKeys(value, ["source", "date"])
            let source = text("source", in: value)
            let date = text("date", in: value)
            if let node = document.value(of: "date", in: value) { checkFuture(node) }
            if source == nil || date == nil {
                report("a source needs `source` and `date`", document.span(value))
            }
            sources[document.text(key)] = Source(text: source ?? "", date: date ?? "")
        }
    }

    private mutating func readFigures(_ root: NodeID) {
        guard let list = document.value(of: "figures", in: root) else {
            return report("a price book needs `figures`", document.span(root).part(0..<0))
        }
        guard document[list].kind == .sequence else {
            return report("`figures` takes a list", document.span(list))
        }
        var reader = FigureReader(
            document: document, name: name, source: source, sources: sources, list: self.list)
        for figure in document.items(list) { reader.read(figure) }
        book.figures = reader.figures
        book.index()
        diagnostics += reader.diagnostics
    }

    // MARK: Parts

    /// The text under a key that takes text; nil when there is none.
    private mutating func text(_ key: String, in mapping: NodeID) -> String? {
        guard let node = document.value(of: key, in: mapping) else { return nil }
        guard document[node].isScalar, !document.isNull(document[node]), document[node].count > 0 else {
            report("`\(key)` takes text", document.span(node))
            return nil
        }
        return document.text(node)
    }

    private mutating func checkKeys(_ mapping: NodeID, _ valid: [String]) {
        diagnostics += document.unknownKeys(of: mapping, valid: valid)
    }

    private mutating func report(_ message: String, _ span: SourceSpan, help: String? = nil) {
        diagnostics.append(Diagnostic(.error, message, at: span, help: help))
    }
}

extension Document {
    /// An error for each key that is none of `valid`.
    func unknownKeys(of mapping: NodeID, valid: [String]) -> [Diagnostic] {
        pairs(mapping).compactMap { key, _ in
            let text = text(key)
            guard !valid.contains(text) else { return nil }
            return Diagnostic(
                .error, "unknown key `\(text)`", at: span(key), help: Suggestion.help(for: text, among: valid))
        }
    }
}
