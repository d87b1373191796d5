internal import Diagnostics

/// What an offer file says of itself, and where its parts are.
struct OfferHeader {
    /// `AmazonEC2`
    var code: String
    var version: String
    /// Of publication: `2026-11-20`.
    var date: String
    var products: Range<Int>
    /// Nil where nothing is sold on demand.
    var onDemand: Range<Int>?

    var source: String { "AWS Price List, \(code), version \(version)" }

    static func read(_ scanner: OfferScanner) throws(OfferProblem) -> OfferHeader {
        let root = try scanner.root()
        guard scanner.isObject(root) else {
            throw scanner.problem(Self.notAnOffer, at: root.lowerBound..<root.lowerBound + 1, help: Self.whereToGet)
        }
        var parts: [String: Range<Int>] = [:]
        try scanner.members(of: root) { (key, value) throws(OfferProblem) in parts[scanner.text(key)] = value }
        let start = root.lowerBound..<root.lowerBound
        func text(_ key: String) -> String? {
            parts[key].map(scanner.text).flatMap {
                $0.count > 2 && $0.first == "\"" ? String($0.dropFirst().dropLast()) : nil
            }
        }
        guard let products = parts["products"], let code = text("offerCode") else {
            throw scanner.problem(Self.whatElse(Set(parts.keys)) ?? Self.notAnOffer, at: start, help: Self.whereToGet)
        }
        guard scanner.isObject(products) else {
            throw scanner.problem(
                "`products` is no object; this is the price list of a Savings Plan or of another kind", at: start,
                help: Self.whereToGet)
        }
        if let version = text("formatVersion"), version != "v1.0" {
            throw scanner.problem(
                "the offer file has the format \(version), and v1.0 is what can be read", at: parts["formatVersion"]!)
        }
        guard Recognition.offers.contains(code) else {
            throw scanner.problem(
                "no item takes its prices from the offer \(code)", at: parts["offerCode"]!,
                help: "those that are read are \(Recognition.offers.sorted().joined(separator: ", "))")
        }
        guard let published = text("publicationDate"), BookDate(String(published.prefix(10))) != nil else {
            throw scanner.problem(
                "the offer file does not say its `publicationDate`", at: parts["publicationDate"] ?? start)
        }
        return OfferHeader(
            code: code, version: text("version") ?? "unknown", date: String(published.prefix(10)), products: products,
            onDemand: try onDemand(parts["terms"], scanner))
    }

    private static func onDemand(_ terms: Range<Int>?, _ scanner: OfferScanner) throws(OfferProblem) -> Range<Int>? {
        guard let terms, scanner.isObject(terms) else { return nil }
        var result: Range<Int>?
        try scanner.members(of: terms) { (key, value) throws(OfferProblem) in
            if scanner.isEqual(key, "OnDemand"), scanner.isObject(value) { result = value }
        }
        return result
    }

    private static let notAnOffer = "this is no offer file of the AWS Price List"
    private static let whereToGet =
        "an offer file has `offerCode`, `products` and `terms`; docs/prices.md says where it is to be had"

    /// The other files that AWS publishes beside offer files.
    private static func whatElse(_ keys: Set<String>) -> String? {
        if keys.contains("regions") { return "this is the index of an offer's regions, not an offer file" }
        if keys.contains("offers") { return "this is the index of all offers, not an offer file" }
        if keys.contains("versions") { return "this is the index of an offer's versions, not an offer file" }
        if keys.contains("PriceList") { return "this is the answer of `aws pricing get-products`, not an offer file" }
        return nil
    }
}
