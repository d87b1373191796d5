package import Calendar
package import Diagnostics

/// Figures that can be read and can hardly be meant.
enum Plausibility {
    /// An hour of AWS's dearest instances costs a few hundred dollars.
    private static let dearHour: Int64 = 10_000
    /// Contracts are cheaper than the list; a price in cents is a hundred times as high, less the discount.
    private static let farAbove: Int64 = 20

    static func warnings(_ price: Price, _ figure: PriceBook.FigureKey, against list: PriceBook) -> [Diagnostic] {
        let rate = price.tiers.map(\.rate).max() ?? price.rate
        let item = PriceItem.all[figure.item]
        if price.unit == .hour, rate.tenBillionths / Rate.dollar.tenBillionths >= dearHour {
            return [
                Diagnostic(
                    .warning, "\(rate.text) US dollars an hour is more than AWS asks for anything", at: price.span,
                    help: "is it in cents, or for a month?")
            ]
        }
        guard let listed = listed(figure, in: list), rate.tenBillionths / farAbove > listed.tenBillionths else {
            return []
        }
        let what = figure.key.isEmpty ? item.name : figure.key
        return [
            Diagnostic(
                .warning, "\(rate.text) is more than \(farAbove) times the list price of \(what), \(listed.text)",
                at: price.span, help: "is it in cents?")
        ]
    }

    /// The list price in that region, or else the highest of any.
    private static func listed(_ figure: PriceBook.FigureKey, in list: PriceBook) -> Rate? {
        let here = list.price(PriceItem.all[figure.item].name, key: figure.key, region: figure.region)
        if let here { return here.tiers.map(\.rate).max() }
        return list.figures.filter { $0.key.item == figure.item && $0.key.key == figure.key }
            .flatMap { $0.value.tiers.map(\.rate) }.max()
    }
}

extension PriceBook {
    /// Books more than this many years old are told.
    package static let oldAfterYears = 5

    /// A warning for each user's book whose prices are more than five years older than that day: of the inventory, or today.
    package func ageWarnings(on day: CivilDate) -> [Diagnostic] {
        origins.compactMap { origin in
            guard let span = origin.dateSpan, let date = BookDate(origin.date) else { return nil }
            var limit = day
            limit.year -= Self.oldAfterYears
            guard date.days.upperBound < limit.daysSince1970 else { return nil }
            return Diagnostic(
                .warning, "these prices are of \(origin.date), more than \(Self.oldAfterYears) years ago", at: span,
                help: "prices change; `plumb prices import` makes a book of AWS's current ones")
        }
    }
}
