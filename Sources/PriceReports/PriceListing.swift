package import Diagnostics
package import Prices
package import Reports

/// Figures of a price book, to be reported.
package struct PriceListing: Sendable {
    /// What `--report` takes.
    package static let formats = ["text", "json"]

    private let book: PriceBook
    private let figures: [Row]
    /// Of the program.
    private let version: String
    /// Colours of the text, on a terminal.
    private let palette: Palette

    typealias Row = (item: PriceItem, key: String?, region: String, price: Price)

    /// `figures`: some of the book's, as `PriceBook.figures` gives them.
    package init(
        _ book: PriceBook, _ figures: [(item: PriceItem, key: String?, region: String, price: Price)], version: String,
        palette: Palette
    ) { (self.book, self.figures, self.version, self.palette) = (book, figures, version, palette) }

    /// Writes the listing where it was asked for.
    package func write(to target: ReportTarget) throws(ReportError) {
        var sink = ByteSink()
        if target.format == "json" {
            PriceJSON(version: version).append(book, figures, to: &sink)
        } else {
            // What goes to a file is not seen on a terminal.
            appendText(target.path == nil ? palette : Palette(isEnabled: false), to: &sink)
        }
        try target.write(sink)
    }

    private func appendText(_ palette: Palette, to sink: inout ByteSink) {
        var table = TextTable()
        table.add(["item", "key", "region", "USD", "per", "of", "source"].map { ($0, .faint) })
        for row in figures {
            table.add([
                (row.item.name, nil), (row.key ?? "", .strong), (Self.place(row.region), nil),
                (Self.amount(row.price), nil), (row.price.unit.rawValue, nil), (row.price.date, nil),
                (Self.source(row.price), nil),
            ])
        }
        for line in table.lines(palette, indent: "") { sink.append(line) }
        sink += "\n"
        sink.append(figures.count)
        sink.append(" figure\(figures.count == 1 ? "" : "s") of ")
        sink.append(VisibleText.escaping(book.origins.map { "\($0.name), \($0.date)" }.joined(separator: "; ")))
        sink += "\n"
    }

    private static func place(_ region: String) -> String {
        region == Region.everywhere ? "commercial regions" : region
    }

    /// `0.096`, or `0.065 up to 32000, 0.0455 up to 64000, 0.032 above`.
    private static func amount(_ price: Price) -> String {
        guard price.tiers.count > 1 || price.tiers[0].upTo != nil else { return price.rate.text }
        return price.tiers.map { $0.rate.text + ($0.upTo.map { " up to \($0)" } ?? " above") }.joined(separator: ", ")
    }

    /// The source; with the place in the file where a user gave the figure.
    private static func source(_ price: Price) -> String {
        (price.isDerived ? "derived: " : "") + price.source + (price.span.map { " (\($0.place))" } ?? "")
    }
}
