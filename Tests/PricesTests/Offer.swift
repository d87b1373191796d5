import Diagnostics
import Prices

/// An offer file as AWS documents it, made of products and their prices:
/// https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/reading-service-price-list-file-for-services.html
struct Offer {
    var code: String
    var products: [String] = []
    var terms: [String] = []
    var version = "20261101000000"
    var date = "2026-11-01T00:00:00Z"

    init(_ code: String) { self.code = code }

    /// `prices`: begin, end and dollars of each range. `attributes`: as they stand in the file.
    mutating func add(
        _ family: String, _ usage: String, unit: String, _ prices: [(String, String, String)],
        region: String = "eu-west-1",
        currency: String = "USD", _ attributes: [String: String] = [:]
    ) {
        let sku = "SKU\(products.count)"
        var all = attributes
        all["usagetype"] = usage
        all["regionCode"] = region
        all["locationType"] = attributes["locationType"] ?? "AWS Region"
        let text = all.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \"\($0.value)\"" }.joined(separator: ", ")
        products.append(
            "\"\(sku)\": {\"sku\": \"\(sku)\", \"productFamily\": \"\(family)\", \"attributes\": {\(text)}}")
        let dimensions = prices.enumerated().map { index, price in
            """
            "\(sku).JRTCKXETXF.\(index)": {"rateCode": "\(sku).JRTCKXETXF.\(index)", "description": "a \\"price\\"", \
            "beginRange": "\(price.0)", "endRange": "\(price.1)", "unit": "\(unit)", "pricePerUnit": {"\(currency)": "\(price.2)"}}
            """
        }
        if prices.isEmpty { return }
        terms.append(
            """
            "\(sku)": {"\(sku).JRTCKXETXF": {"offerTermCode": "JRTCKXETXF", "sku": "\(sku)", \
            "effectiveDate": "2026-11-01T00:00:00Z", "priceDimensions": {\(dimensions.joined(separator: ", "))}, "termAttributes": {}}}
            """)
    }

    /// The same with one price for any amount.
    mutating func add(
        _ family: String, _ usage: String, unit: String, _ usd: String, region: String = "eu-west-1",
        _ attributes: [String: String] = [:]
    ) { add(family, usage, unit: unit, [("0", "Inf", usd)], region: region, attributes) }

    var json: String {
        """
        {
          "formatVersion": "v1.0",
          "disclaimer": "for information {only}",
          "offerCode": "\(code)",
          "version": "\(version)",
          "publicationDate": "\(date)",
          "products": {\(products.joined(separator: ",\n"))},
          "terms": {"OnDemand": {\(terms.joined(separator: ",\n"))}, "Reserved": {"SKU0": {"broken": [}]}}}
        }
        """.replacing("[}]", with: "[]")
    }

    /// What an import of these files gives.
    static func taking(_ offers: Offer..., regions: [String] = []) -> OfferImport {
        var result = OfferImport(regions: regions)
        for offer in offers { result.add(SourceFile(path: "\(offer.code).json", text: offer.json.utf8)) }
        return result
    }
}
