internal import Calendar
package import Diagnostics

/// Prices by item, key and region: those that come with Plumbline, with the figures of users' books over them.
package struct PriceBook: Sendable {
    /// The hours of a month, as AWS's calculator counts them: 365 days × 24 hours / 12.
    /// https://docs.aws.amazon.com/pricing-calculator/latest/userguide/pricing-calculator-faqs.html
    package static let hoursPerMonth = 730

    /// One file that the prices come from.
    package struct Origin: Sendable {
        package var name: String
        /// Of its figures, as the file states it.
        package var date: String
        package var source: String
        /// Where the date stands; nil for the bundled book.
        package var dateSpan: SourceSpan?
    }

    /// What a figure is found by.
    struct FigureKey: Hashable, Sendable {
        /// In `PriceItem.all`.
        var item: Int
        /// Empty where the item has none.
        var key: String
        var region: String
    }

    /// The books, the first one first: later ones win.
    package internal(set) var origins: [Origin] = []
    var figures: [FigureKey: Price] = [:]
    /// Regions, and keys in any region, that `index` found: reasons may be asked for a million resources.
    private var regions: Set<String> = []
    private var keys: Set<FigureKey> = []

    /// A book without figures.
    package init() {}

    /// When the figures of the first book were collected: `2026-11-22`.
    package var collected: String { origins.first?.date ?? "" }

    /// The price of an item: `price("ec2.instance", key: "m5.large", region: "eu-west-1")`. Where the region has no figure of
    /// its own, one that its source gives for all commercial regions. Nil when there is none: that is unknown, not zero.
    package func price(_ item: String, key: String?, region: String) -> Price? {
        guard let index = PriceItem.index[item] else { return nil }
        if let price = figures[FigureKey(item: index, key: key ?? "", region: region)] { return price }
        guard Region.isCommercial(region) else { return nil }
        return figures[FigureKey(item: index, key: key ?? "", region: Region.everywhere)]
    }

    /// Lays another book's figures over these: a figure for all commercial regions covers those of single ones, too.
    package mutating func override(with other: PriceBook) {
        origins += other.origins
        let everywhere = other.figures.keys.filter { $0.region == Region.everywhere }
        if !everywhere.isEmpty {
            let covered = Set(everywhere)
            figures = figures.filter { figure, _ in
                !Region.isCommercial(figure.region)
                    || !covered.contains(FigureKey(item: figure.item, key: figure.key, region: Region.everywhere))
            }
        }
        figures.merge(other.figures) { _, new in new }
        index()
    }

    /// Takes note of what there are figures for; called when they have changed.
    mutating func index() {
        regions = Set(figures.keys.map(\.region))
        keys = Set(figures.keys.map { FigureKey(item: $0.item, key: $0.key, region: "") })
    }

    /// Whether there is a price of anything for that region alone.
    package func knowsRegion(_ region: String) -> Bool { regions.contains(region) }

    /// Whether there is a price of that key in any region.
    package func knowsKey(_ item: String, _ key: String?) -> Bool {
        guard let index = PriceItem.index[item] else { return false }
        return keys.contains(FigureKey(item: index, key: key ?? "", region: ""))
    }

    /// Why `price` gave nothing, as the end of a sentence: `no price of m9.huge in any region`.
    package func gap(_ item: String, key: String?, region: String) -> String {
        let what = key.map { "\($0) (\(item))" } ?? item
        if !knowsKey(item, key) { return "no price of \(what) in any region" }
        if !knowsRegion(region) { return "no prices of the region \(region)" }
        return "no price of \(what) in \(region)"
    }
}

extension Region {
    /// Whether prices for all commercial regions hold there: not in other partitions, nor in a place nobody has heard of.
    package static func isCommercial(_ name: String) -> Bool {
        if commercial.contains(name) { return true }
        return hasShape(name) && !["cn-", "us-gov-", "us-iso", "eu-iso", "eusc-"].contains { name.hasPrefix($0) }
    }
}
