internal import Diagnostics
package import Prices
internal import Reports

/// The items that have prices, for people: a table, and the Markdown of the documentation.
package struct ItemListing: Sendable {
    private let book: PriceBook

    /// `book`: where the figures are counted.
    package init(_ book: PriceBook) { self.book = book }

    /// One line an item.
    package func table() -> String {
        var table = TextTable()
        table.add(["item", "per", "figures", "is the price of"].map { ($0, nil) })
        for item in PriceItem.all {
            table.add([
                (item.name, nil), (item.unit.rawValue, nil), ("\(count(item))", nil), (item.meaning, nil),
            ])
        }
        return table.lines(Palette(isEnabled: false), indent: "").joined()
    }

    /// The same with the keys, as a table in Markdown.
    package func markdown() -> String {
        var result = "| item | per | keys | is the price of | bundled figures |\n|---|---|---|---|---|\n"
        for item in PriceItem.all {
            result +=
                "| `\(item.name)` | \(item.unit.rawValue) | \(Self.keys(item)) | \(item.meaning) | \(count(item)) |\n"
        }
        return result
    }

    private func count(_ item: PriceItem) -> Int { book.figures(of: item.name).count }

    private static func keys(_ item: PriceItem) -> String {
        switch item.keys {
        case .none: ""
        case .words(let words):
            words.filter { !$0.hasSuffix(" multi-az") }.map { "`\($0)`" }.joined(separator: ", ")
                + (words.contains { $0.hasSuffix(" multi-az") } ? ", each with ` multi-az` behind it, too" : "")
        case .instanceType, .nodeType, .cacheNode, .searchInstance: "as `\(item.example)`"
        case .databaseClass: "as `\(item.example)`, `\(item.example) multi-az`"
        }
    }
}
