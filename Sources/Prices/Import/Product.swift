internal import Documents

/// A product of an offer file: its family and attributes.
struct Product {
    var family: String
    private var attributes: [String: String] = [:]

    /// Reads `{"sku": …, "productFamily": …, "attributes": {…}}`.
    init(_ document: Document, _ root: NodeID) {
        family = document.value(of: "productFamily", in: root).map(document.text) ?? ""
        guard let mapping = document.value(of: "attributes", in: root) else { return }
        for (key, value) in document.pairs(mapping) where document[value].isScalar {
            attributes[document.text(key)] = document.text(value)
        }
    }

    /// Empty where there is none.
    subscript(_ attribute: String) -> String { attributes[attribute] ?? "" }

    func has(_ attribute: String) -> Bool { attributes[attribute] != nil }

    /// The usage type without the region before it: `BoxUsage:m5.large` of `EUC1-BoxUsage:m5.large`, and `KMS-Keys` of
    /// `us-east-1-KMS-Keys`. Other words with a hyphen stay: `TS-LoadBalancerUsage` is no `LoadBalancerUsage`.
    /// https://docs.aws.amazon.com/cur/latest/userguide/cur-data-view.html lists the short forms of regions.
    var usage: Substring {
        let usage = self["usagetype"]
        let region = self["regionCode"]
        if !region.isEmpty, usage.hasPrefix(region + "-") { return usage.dropFirst(region.count + 1) }
        guard let hyphen = usage.firstIndex(of: "-") else { return Substring(usage) }
        let word = usage[..<hyphen]
        let isRegion =
            word == "EU"
            || (word.utf8.count == 4 && word.utf8.prefix(3).allSatisfy { (0x41...0x5A).contains($0) }
                && (0x30...0x39).contains(word.utf8.last!))
        return isRegion ? usage[usage.index(after: hyphen)...] : Substring(usage)
    }
}
