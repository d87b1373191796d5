package import Costing
package import Diagnostics
package import Reports

/// What there is to tell of an inventory's cost.
package struct CostAnswer: Sendable {
    /// One of the books that the prices are from.
    package struct Book: Sendable {
        package var name: String
        package var date: String
        package var source: String
        package init(name: String, date: String, source: String) {
            (self.name, self.date, self.source) = (name, date, source)
        }
    }

    package var breakdown: CostBreakdown
    /// The tag that savings are told by.
    package var ownerTag: String
    /// In the order they were laid over one another.
    package var books: [Book]
    /// Hours of a month.
    package var hours: Int
    /// The time of the inventory, RFC 3339; nil where it does not say.
    package var asOf: String?
    /// By type: what its figures leave out.
    package var leavesOut: [String: String]
    /// Whether every resource without a price is wanted.
    package var listsUnpriced: Bool

    package init(
        breakdown: CostBreakdown, ownerTag: String, books: [Book], hours: Int, asOf: String?,
        leavesOut: [String: String], listsUnpriced: Bool
    ) {
        (self.breakdown, self.ownerTag, self.books, self.hours) = (breakdown, ownerTag, books, hours)
        (self.asOf, self.leavesOut, self.listsUnpriced) = (asOf, leavesOut, listsUnpriced)
    }
}

/// Writes what an inventory costs.
package struct CostReport: Sendable {
    /// What `--report` takes.
    package static let formats = ["text", "json", "csv"]

    /// Colours of the text, on a terminal.
    private let palette: Palette
    /// Of the program.
    private let version: String
    /// The totals only, in text.
    private let isQuiet: Bool

    package init(version: String, palette: Palette, isQuiet: Bool) {
        (self.version, self.palette, self.isQuiet) = (version, palette, isQuiet)
    }

    /// Writes the report where it was asked for.
    package func write(_ answer: CostAnswer, to target: ReportTarget) throws(ReportError) {
        // What goes to a file is not seen on a terminal.
        let palette = target.path == nil ? palette : Palette(isEnabled: false)
        var sink = ByteSink()
        switch target.format {
        case "json": CostJSON(version: version).append(answer, to: &sink)
        case "csv": CostCSV().append(answer, to: &sink)
        default: CostText(palette: palette, isQuiet: isQuiet).append(answer, to: &sink)
        }
        try target.write(sink)
    }
}
