internal import Diagnostics
internal import Documents

extension FigureReader {
    /// A number, or a list of tiers `{up_to: AMOUNT, usd: PRICE}`, the last of which needs no end; nil when it is wrong.
    mutating func readTiers(_ entry: Entry, _ node: NodeID) -> [Price.Tier]? {
        switch document[node].kind {
        case .sequence: return readList(entry, node)
        case .mapping:
            report("a price is a number of US dollars, or a list of tiers", document.span(node))
            return nil
        default: return readRate(node, per: entry.count).map { [Price.Tier(upTo: nil, rate: $0)] }
        }
    }

    private mutating func readList(_ entry: Entry, _ node: NodeID) -> [Price.Tier]? {
        let items = document.items(node)
        guard !items.isEmpty else {
            report("this list of tiers is empty", document.span(node))
            return nil
        }
        var tiers: [Price.Tier] = []
        var isWhole = true
        for item in items {
            let isLast = tiers.count == items.count - 1
            guard let tier = readTier(entry, item, isLast: isLast, above: tiers.last?.upTo ?? 0) else {
                isWhole = false
                // Its place counts, so that the others are checked as what they are.
                tiers.append(Price.Tier(upTo: tiers.last?.upTo, rate: Rate(tenBillionths: 0)))
                continue
            }
            tiers.append(tier)
        }
        return isWhole ? tiers : nil
    }

    private mutating func readTier(_ entry: Entry, _ node: NodeID, isLast: Bool, above: Int64) -> Price.Tier? {
        guard document[node].kind == .mapping else {
            report("a tier is a mapping {up_to: AMOUNT, usd: PRICE}", document.span(node))
            return nil
        }
        let unknown = document.unknownKeys(of: node, valid: ["up_to", "usd"])
        diagnostics += unknown
        guard let usd = document.value(of: "usd", in: node) else {
            report("a tier needs `usd`", document.span(node))
            return nil
        }
        let rate = readRate(usd, per: entry.count)
        guard let limit = document.value(of: "up_to", in: node) else {
            if !isLast {
                report(
                    "only the last tier has no end", document.span(node), help: "say `up_to`, the amount it goes up to")
            }
            return isLast && unknown.isEmpty ? rate.map { Price.Tier(upTo: nil, rate: $0) } : nil
        }
        let amount = document[limit].isScalar ? document.withBytes(of: document[limit], ScalarForms.int) : nil
        guard let amount, amount > above else {
            let wanted = above == 0 ? "a whole number above 0" : "a whole number above the \(above) of the tier before"
            report("`up_to` takes \(wanted)", document.span(limit))
            return nil
        }
        return rate.map { Price.Tier(upTo: amount, rate: $0) }
    }

    private mutating func readRate(_ node: NodeID, per count: Int64) -> Rate? {
        guard document[node].isScalar, !document.isNull(document[node]) else {
            report(
                "a price is a number of US dollars", document.span(node),
                help: "leave the figure out where there is none")
            return nil
        }
        do throws(RateProblem) {
            return try document.withBytes(of: document[node]) { bytes throws(RateProblem) in
                // `$0.08`, as amounts may be written elsewhere.
                let sign = bytes.first == UInt8(ascii: "$") ? 1 : 0
                return try Rate(UnsafeBufferPointer(rebasing: bytes[sign...]), divisor: count)
            }
        } catch {
            let text = document.text(node)
            let (message, help) = error.words(for: text)
            report(message, document.span(node), help: help)
            return nil
        }
    }
}

extension RateProblem {
    /// What to tell of the text, and the way out.
    func words(for text: String) -> (message: String, help: String?) {
        switch self {
        case .negative: ("the price \(text) is negative", "a discount is a lower price, not a negative one")
        case .notFinite: ("the price \(text) is not a finite number", "leave the figure out where there is none")
        case .tooLarge: ("the price \(text) is above the limit of 100000000 US dollars a unit", nil)
        case .tooFine: ("the price \(text) has more than ten decimals of a US dollar a unit", "round it to ten")
        case .noNumber: ("`\(text)` is no price", Self.help(for: text))
        }
    }

    private static func help(for text: String) -> String {
        let plain = String(text.drop { $0 == "$" }).replacing(",", with: ".")
        if plain != text, (try? Rate(plain)) != nil { return "write \(plain)" }
        return "write a number of US dollars, as 0.08"
    }
}
