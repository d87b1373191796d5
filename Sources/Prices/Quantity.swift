/// An amount of a price's units: gigabytes, IOPS, things. Exact, so that bytes may be counted in gigabytes.
package struct Quantity: Hashable, Sendable {
    /// Never negative.
    package var numerator: Int64
    /// At least 1.
    package var denominator: Int64

    /// So many whole units; less than none is none.
    package init(_ count: Int64) {
        numerator = max(count, 0)
        denominator = 1
    }

    /// A fraction of units: `Quantity(bytes, over: 1 << 30)` gigabytes, as AWS counts them.
    package init(_ numerator: Int64, over denominator: Int64) {
        self.numerator = max(numerator, 0)
        self.denominator = max(denominator, 1)
    }

    package static let one = Quantity(1)
}

extension Price {
    /// What the amount costs a month, in millionths of a dollar: computed exactly, rounded once, half to even, and clamped
    /// to what 63 bits hold. Hourly units count for `hours` hours. Nil where the tiers of the price end before the amount
    /// does: what lies above has no price.
    package func monthly(_ quantity: Quantity, hours: Int = PriceBook.hoursPerMonth) -> Int64? {
        let denominator = Int128(quantity.denominator)
        let amount = Int128(quantity.numerator)
        var total = Int128(0)
        var below = Int128(0)
        for tier in tiers {
            // Below 2^126, as both factors are below 2^63.
            let limit = tier.upTo.map { Int128($0) * denominator }
            let end = limit.map { min($0, amount) } ?? amount
            if end > below { total = Self.sum(total, Self.product(end - below, Int128(tier.rate.tenBillionths))) }
            below = max(below, end)
            if below >= amount { break }
        }
        guard below >= amount else { return nil }
        if unit.isHourly { total = Self.product(total, Int128(max(hours, 0))) }
        // Ten-billionths to millionths.
        return Self.quotient(total, Self.product(denominator, 10_000))
    }

    private static func product(_ a: Int128, _ b: Int128) -> Int128 {
        let (product, overflow) = a.multipliedReportingOverflow(by: b)
        return overflow ? .max : product
    }

    private static func sum(_ a: Int128, _ b: Int128) -> Int128 {
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? .max : sum
    }

    /// Rounded half to even; neither is negative.
    private static func quotient(_ a: Int128, _ b: Int128) -> Int64 {
        let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
        let rest = b - remainder
        let isUp = remainder > rest || (remainder == rest && quotient % 2 == 1)
        return Int64(clamping: quotient + (isUp ? 1 : 0))
    }
}
