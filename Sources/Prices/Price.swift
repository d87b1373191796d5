package import Diagnostics

/// One figure of a book: what a unit costs, and who says so.
package struct Price: Sendable {
    /// The rate of the units up to an amount, as AWS writes tiers: the first 50 TB, the next 450 TB.
    package struct Tier: Hashable, Sendable {
        /// In the price's unit, counted from 0; nil for the last tier, which has no end. Where the last one has, what lies
        /// above has no price in this book.
        package var upTo: Int64?
        package var rate: Rate
        package init(upTo: Int64?, rate: Rate) { (self.upTo, self.rate) = (upTo, rate) }
    }

    /// Ascending; at least one. A plain price is one tier without an end.
    package var tiers: [Tier]
    package var unit: PriceUnit
    /// Who published the figure.
    package var source: String
    /// Of when it is: a date, with a remark where it is not exact. `undated` where nobody knows.
    package var date: String
    /// Whether it was computed from other figures.
    package var isDerived: Bool
    /// The name of the book.
    package var book: String
    /// Where it stands in a user's file; nil for bundled ones.
    package var span: SourceSpan?

    /// A figure of one's own.
    package init(
        tiers: [Tier], unit: PriceUnit, source: String, date: String, isDerived: Bool = false, book: String = "",
        span: SourceSpan? = nil
    ) {
        (self.tiers, self.unit, self.source, self.date) = (tiers, unit, source, date)
        (self.isDerived, self.book, self.span) = (isDerived, book, span)
    }

    /// What the first unit costs.
    package var rate: Rate { tiers[0].rate }
}
