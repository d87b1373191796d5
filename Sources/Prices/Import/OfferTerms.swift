internal import Diagnostics
internal import Documents

/// Reads the on-demand price of a product: `{"SKU.CODE": {"effectiveDate": …, "priceDimensions": {…}}}`.
enum OfferTerms {
    /// The tiers, or why there are none.
    enum Answer {
        case tiers([Price.Tier])
        case passed(String)
    }

    static func read(_ document: Document, _ root: NodeID, unit: PriceUnit) -> Answer {
        // Where there are several terms, the newest holds.
        let terms = document.pairs(root).map(\.value).sorted { a, b in
            date(document, a) < date(document, b)
        }
        guard let term = terms.last, let dimensions = document.value(of: "priceDimensions", in: term) else {
            return .passed("without an on-demand price")
        }
        var ranges: [Range] = []
        for (_, dimension) in document.pairs(dimensions) {
            switch Range.read(document, dimension, unit) {
            case .success(let range): ranges.append(range)
            case .failure(let reason): return .passed(reason.text)
            }
        }
        return join(ranges)
    }

    private static func date(_ document: Document, _ term: NodeID) -> String {
        document.value(of: "effectiveDate", in: term).map(document.text) ?? ""
    }

    /// Ranges that follow each other from 0 on; equal ones, as free tiers repeat them, count once.
    static func join(_ ranges: [Range]) -> Answer {
        guard !ranges.isEmpty else { return .passed("without an on-demand price") }
        var tiers: [Price.Tier] = []
        var next: Int64? = 0
        for range in ranges.sorted(by: { $0.begin < $1.begin }) {
            guard range.begin == next else { return .passed("whose price ranges leave gaps or overlap") }
            tiers.append(Price.Tier(upTo: range.end, rate: range.rate))
            next = range.end
        }
        return .tiers(tiers)
    }

    struct Reason: Error {
        var text: String
    }

    /// One price dimension.
    struct Range {
        var begin: Int64
        /// Nil for `Inf`.
        var end: Int64?
        var rate: Rate

        static func read(_ document: Document, _ node: NodeID, _ unit: PriceUnit) -> Result<Range, Reason> {
            func text(_ keys: String...) -> String? {
                keys.lazy.compactMap { document.value(of: $0, in: node) }.first.map(document.text)
            }
            let offerUnit = text("unit") ?? ""
            guard let divisor = OfferTerms.divisor(of: offerUnit, for: unit) else {
                return .failure(Reason(text: "with the unit \(offerUnit), which is not per \(unit.rawValue)"))
            }
            guard let prices = document.value(of: "pricePerUnit", in: node),
                let usd = document.value(of: "USD", in: prices)
            else { return .failure(Reason(text: "without a price in US dollars")) }
            // AWS's page calls the ranges startingRange and endingRange; the files have beginRange and endRange.
            let begin = text("beginRange", "startingRange") ?? "0"
            let end = text("endRange", "endingRange") ?? "Inf"
            let last: Int64? = end == "Inf" ? nil : Self.whole(end)
            guard let first = Self.whole(begin), end == "Inf" || last != nil,
                let rate = try? Rate(document.text(usd))
            else { return .failure(Reason(text: "with a price or range that cannot be read")) }
            return .success(Range(begin: first, end: last, rate: rate.divided(by: divisor)))
        }

        /// `51200`, and `51200.0000000000` as well.
        private static func whole(_ text: String) -> Int64? {
            let parts = text.split(separator: ".", maxSplits: 1)
            guard let first = parts.first, parts.count < 2 || parts[1].allSatisfy({ $0 == "0" }) else { return nil }
            return Int64(first)
        }
    }

    /// How many of the book's units are in the offer's; nil where they measure something else.
    private static func divisor(of text: String, for unit: PriceUnit) -> Int64? {
        let names: [String: Int64] =
            switch unit {
            // A data services unit is one snapshot enabled for fast restore in one zone.
            case .hour: ["hrs": 1, "hours": 1, "hour": 1, "hr": 1, "dsu-hrs": 1, "dsu-hours": 1]
            case .vCPUHour: ["vcpu-hours": 1, "vcpu-hour": 1, "vcpu-hrs": 1]
            case .capacityUnitHour: ["lcu-hrs": 1, "lcu-hours": 1]
            case .gigabyteMonth: ["gb-mo": 1, "gb-month": 1, "gb-months": 1]
            case .iopsMonth: ["iops-mo": 1, "iops-month": 1]
            case .mebibytesPerSecondMonth: ["gibps-mo": 1024, "mibps-mo": 1, "mbps-mo": 1]
            case .month: ["alarms": 1, "metrics": 1, "keys": 1, "secrets": 1, "months": 1, "month": 1]
            case .objectMonth: ["objects": 1]
            case .gigabyte: ["gb": 1, "gigabytes": 1]
            case .request: ["requests": 1, "request": 1, "ios": 1, "api requests": 1, "api calls": 1]
            }
        return names[text.lowercased()]
    }
}

extension Rate {
    /// Rounded half to even to ten-billionths.
    func divided(by divisor: Int64) -> Rate {
        let (quotient, remainder) = tenBillionths.quotientAndRemainder(dividingBy: divisor)
        let rest = divisor - remainder
        let isUp = remainder > rest || (remainder == rest && quotient % 2 == 1)
        return Rate(tenBillionths: quotient + (isUp ? 1 : 0))
    }
}
