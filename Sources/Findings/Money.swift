/// An amount in US dollars, exact to a millionth.
package struct Money: Hashable, Comparable, Sendable {
    /// Millionths of a dollar.
    package var micros: Int64
    package init(micros: Int64) { self.micros = micros }

    package static let zero = Money(micros: 0)
    package static func < (a: Money, b: Money) -> Bool { a.micros < b.micros }
    package static func + (a: Money, b: Money) -> Money {
        let (sum, overflow) = a.micros.addingReportingOverflow(b.micros)
        return Money(micros: overflow ? .max : sum)
    }

    /// Every decimal that is not zero, and two at least: `12.30`, `8.045`.
    package var exact: String {
        var decimals = String(micros.magnitude % 1_000_000)
        decimals = String(repeating: "0", count: 6 - decimals.count) + decimals
        while decimals.count > 2, decimals.last == "0" { decimals.removeLast() }
        return (micros < 0 ? "-" : "") + "\(micros.magnitude / 1_000_000).\(decimals)"
    }

    /// Two decimals, rounded half away from zero: `12.30`.
    package var dollars: String {
        let cents = (micros.magnitude + 5_000) / 10_000
        let fraction = String(cents % 100)
        return (micros < 0 && cents > 0 ? "-" : "") + "\(cents / 100)." + (fraction.count == 1 ? "0" : "") + fraction
    }
}
