/// Writes a book as YAML that reads back as the same prices.
package struct PriceBookWriter {
    private let book: PriceBook

    package init(_ book: PriceBook) { self.book = book }

    /// The book as `plumb prices import` writes it: figures in the order of items, keys and regions, one line an item and key.
    package func yaml() -> String {
        let origin = book.origins.last
        var sources: [(name: String, source: String, date: String)] = []
        var names: [String: String] = [:]
        let figures = book.sortedFigures()
        for (_, price) in figures where names[price.source] == nil {
            let words = price.source.split(separator: ",").map { $0.drop { $0 == " " } }
            let word = words.count > 1 ? String(words[1]) : "source"
            let isTaken = sources.contains { $0.name == word }
            let name = isTaken ? "\(word)-\(sources.count + 1)" : word
            names[price.source] = name
            sources.append((name, price.source, price.date))
        }
        var text = "prices: 1\nname: \(quoted(origin?.name ?? ""))\ndate: \(origin?.date ?? "")\n"
        text += "source: \(quoted(origin?.source ?? ""))\ncurrency: USD\nsources:\n"
        for source in sources {
            text += "  \(source.name): {source: \(quoted(source.source)), date: \(source.date)}\n"
        }
        text += "figures:\n"
        var at = 0
        while at < figures.count {
            let (figure, price) = figures[at]
            var end = at
            var cells: [String] = []
            while end < figures.count, figures[end].figure.item == figure.item, figures[end].figure.key == figure.key,
                figures[end].price.source == price.source
            {
                cells.append("\(figures[end].figure.region): \(amount(figures[end].price))")
                end += 1
            }
            let key = figure.key.isEmpty ? "" : ", key: \(figure.key)"
            text += "  - {item: \(PriceItem.all[figure.item].name)\(key), per: \(price.unit.rawValue)"
            text += ", from: \(names[price.source] ?? ""), usd: {\(cells.joined(separator: ", "))}}\n"
            at = end
        }
        return text
    }

    private func amount(_ price: Price) -> String {
        if price.tiers.count == 1, price.tiers[0].upTo == nil { return price.rate.text }
        let tiers = price.tiers.map { tier in
            "{" + (tier.upTo.map { "up_to: \($0), " } ?? "") + "usd: \(tier.rate.text)}"
        }
        return "[" + tiers.joined(separator: ", ") + "]"
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

extension PriceBook {
    /// By item, key and region.
    func sortedFigures() -> [(figure: FigureKey, price: Price)] {
        figures.map { ($0.key, $0.value) }.sorted { a, b in
            (a.0.item, a.0.key, a.0.region) < (b.0.item, b.0.key, b.0.region)
        }
    }

    /// The figures of an item, of one key of it, of one region, in order of item, key and region; nil asks for all.
    package func figures(
        of item: String? = nil, key: String? = nil, region: String? = nil
    ) -> [(item: PriceItem, key: String?, region: String, price: Price)] {
        let index = item.flatMap { PriceItem.index[$0] }
        return sortedFigures().compactMap { figure, price in
            guard item == nil || figure.item == index, key == nil || figure.key == key else { return nil }
            guard region == nil || figure.region == region || isEverywhere(figure, seenFrom: region!) else {
                return nil
            }
            return (PriceItem.all[figure.item], figure.key.isEmpty ? nil : figure.key, figure.region, price)
        }
    }

    /// Whether the figure for all commercial regions is what holds in that one.
    private func isEverywhere(_ figure: FigureKey, seenFrom region: String) -> Bool {
        guard figure.region == Region.everywhere, Region.isCommercial(region) else { return false }
        return figures[FigureKey(item: figure.item, key: figure.key, region: region)] == nil
    }
}
