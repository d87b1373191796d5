internal import Calendar
internal import Catalog
internal import Diagnostics
internal import Inventory
internal import Prices

extension PriceOptions {
    /// The prices for an inventory; warns where they are much older than it is. `asOf` replaces its own time.
    func load(for inventory: Inventory, asOf: Timestamp?, color: ColorChoice) throws -> PriceBook {
        let time = asOf ?? inventory.segments.compactMap(\.scope.asOf).max()
        let day = time.map { CivilDate(daysSince1970: Int($0.micros.quotient(by: 86_400_000_000))) }
        let book = try load(on: day, color: color)
        // What is wrong with the dates of users' books has been told.
        if let day, let bundled = book.origins.first, let year = Int(bundled.date.prefix(4)), day.year - year >= 3 {
            Terminal.complain(
                "warning: the \(VisibleText.escaping(bundled.name)) are of \(bundled.date), years before the inventory; give newer ones with --prices"
            )
        }
        return book
    }
}

extension Int64 {
    /// Rounded down.
    fileprivate func quotient(by divisor: Int64) -> Int64 {
        self / divisor - (self % divisor < 0 ? 1 : 0)
    }
}
