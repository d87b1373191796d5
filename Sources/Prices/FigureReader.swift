internal import Diagnostics
internal import Documents

/// Reads the entries of `figures`: one price, one item's prices by region, or a table of keys by regions.
struct FigureReader {
    static let keys = ["item", "key", "region", "regions", "per", "usd", "from", "derived"]

    /// What the prices of one entry have in common.
    struct Entry {
        var item: Int
        /// How many units a price is for.
        var count: Int64
        /// Everything but the tiers and the span.
        var template: Price
    }

    let document: Document
    let name: String
    let source: PriceBookReader.Source?
    let sources: [String: PriceBookReader.Source]
    let list: PriceBook?
    var figures: [PriceBook.FigureKey: Price] = [:]
    var diagnostics: [Diagnostic] = []
    /// Regions that were checked, so that a table of thousands of figures checks each once.
    private var knownRegions: Set<String> = []

    init(
        document: Document, name: String, source: PriceBookReader.Source?, sources: [String: PriceBookReader.Source],
        list: PriceBook?
    ) {
        (self.document, self.name, self.source, self.sources, self.list) = (document, name, source, sources, list)
    }

    mutating func read(_ node: NodeID) {
        guard document[node].kind == .mapping else {
            return report(
                "a figure is a mapping", document.span(node),
                help: "write {item: ec2.instance, key: m5.large, region: us-east-1, per: hour, usd: 0.08}")
        }
        diagnostics += document.unknownKeys(of: node, valid: Self.keys)
        guard let entry = readEntry(node) else { return }
        guard let usd = document.value(of: "usd", in: node) else {
            return report("a figure needs `usd`, the price in US dollars", document.span(node))
        }
        if let regions = document.value(of: "regions", in: node) {
            readTable(entry, node, regions: regions, usd: usd)
        } else {
            guard let key = readKey(entry, node) else { return }
            readByRegion(entry, key, node, usd: usd)
        }
    }

    // MARK: What an entry's prices have in common

    private mutating func readEntry(_ node: NodeID) -> Entry? {
        guard let itemNode = document.value(of: "item", in: node) else {
            report(
                "a figure needs `item`", document.span(node), help: "as ec2.instance; `plumb prices items` lists them")
            return nil
        }
        let name = document.text(itemNode)
        guard document[itemNode].isScalar, let index = PriceItem.index[name] else {
            let nearest = Suggestion.nearest(to: name, among: PriceItem.all.map(\.name))
            report(
                "there is no item `\(name)`", document.span(itemNode),
                help: nearest.map { "did you mean `\($0)`?" } ?? "`plumb prices items` lists them")
            return nil
        }
        let item = PriceItem.all[index]
        let count = readUnit(item, node)
        let source = readSource(node)
        let isDerived = readDerived(node)
        guard let count, let source else { return nil }
        return Entry(
            item: index, count: count,
            template: Price(
                tiers: [], unit: item.unit, source: source.text, date: source.date, isDerived: isDerived,
                book: self.name))
    }

    private mutating func readUnit(_ item: PriceItem, _ node: NodeID) -> Int64? {
        guard let per = document.value(of: "per", in: node) else {
            report(
                "a figure needs `per`, the unit of its price", document.span(node),
                help: "write `per: \(item.unit.rawValue)`")
            return nil
        }
        let text = document.text(per)
        guard document[per].isScalar, let (unit, count) = PriceUnit.read(text) else {
            report("there is no unit `\(text)`", document.span(per), help: "write `per: \(item.unit.rawValue)`")
            return nil
        }
        guard unit == item.unit else {
            report(
                "`\(item.name)` is priced per \(item.unit.rawValue), not per \(text)", document.span(per),
                help: unit == .month && item.unit.isHourly
                    ? "a price a month, divided by the \(PriceBook.hoursPerMonth) hours of a month, is one an hour"
                    : nil)
            return nil
        }
        return count
    }

    private mutating func readSource(_ node: NodeID) -> PriceBookReader.Source? {
        guard let from = document.value(of: "from", in: node) else {
            if source == nil {
                report(
                    "nothing says where this figure is from", document.span(node),
                    help: "give the book a `source`, or the figure `from: NAME` with a name of `sources`")
            }
            return source
        }
        let text = document.text(from)
        if let source = sources[text] { return source }
        report(
            "`sources` has no `\(text)`", document.span(from),
            help: Suggestion.help(for: text, among: sources.keys.sorted()))
        return nil
    }

    private mutating func readDerived(_ node: NodeID) -> Bool {
        guard let derived = document.value(of: "derived", in: node) else { return false }
        let value = document[derived].isScalar ? document.withBytes(of: document[derived], ScalarForms.bool) : nil
        if value == nil { report("`derived` takes true or false", document.span(derived)) }
        return value ?? false
    }

    /// The key, empty where the item has none; nil when it is wrong.
    private mutating func readKey(_ entry: Entry, _ node: NodeID) -> String? {
        let item = PriceItem.all[entry.item]
        let key = document.value(of: "key", in: node)
        if let problem = item.problem(ofKey: key.map(document.text)) {
            report(problem.message, document.span(key ?? node), help: problem.help)
            return nil
        }
        return key.map(document.text) ?? ""
    }

    // MARK: Prices

    private mutating func readByRegion(_ entry: Entry, _ key: String, _ node: NodeID, usd: NodeID) {
        let region = document.value(of: "region", in: node)
        if document[usd].kind == .mapping {
            if let region {
                return report(
                    "`region` stands beside prices by region", document.span(region), help: "drop one of them")
            }
            for (region, price) in document.pairs(usd) {
                let name = readRegion(region)
                if let name, let tiers = readTiers(entry, price) { add(entry, key, name, tiers, price) }
            }
            return
        }
        guard let region else {
            return report(
                "a figure needs `region`", document.span(node),
                help: "name one, write \"*\" for all commercial regions, or give `usd` by region")
        }
        let name = readRegion(region)
        if let tiers = readTiers(entry, usd), let name { add(entry, key, name, tiers, usd) }
    }

    private mutating func readTable(_ entry: Entry, _ node: NodeID, regions: NodeID, usd: NodeID) {
        for name in ["key", "region"] {
            guard let also = document.value(of: name, in: node) else { continue }
            report(
                "`\(name)` stands beside `regions`", document.span(also),
                help: "the keys of `usd` are those of the item")
        }
        guard document[regions].kind == .sequence, document[regions].count > 0 else {
            return report("`regions` takes a list of regions", document.span(regions))
        }
        guard document[usd].kind == .mapping else {
            return report(
                "beside `regions`, `usd` takes a mapping of keys to lists of prices", document.span(usd))
        }
        let names = document.items(regions).map { readRegion($0) }
        let item = PriceItem.all[entry.item]
        for (keyNode, row) in document.pairs(usd) {
            let key = document.text(keyNode)
            if let problem = item.problem(ofKey: key) {
                report(problem.message, document.span(keyNode), help: problem.help)
                continue
            }
            let cells = document.items(row)
            guard document[row].kind == .sequence, cells.count == names.count else {
                let number = document[row].kind == .sequence ? ", not \(cells.count)" : ""
                report(
                    "`\(key)` takes a list of \(names.count) prices, one a region\(number)", document.span(row),
                    help: "write ~ where there is no price")
                continue
            }
            for (name, cell) in zip(names, cells) where !document.isNull(document[cell]) {
                if let tiers = readTiers(entry, cell), let name { add(entry, key, name, tiers, cell) }
            }
        }
    }

    private mutating func readRegion(_ node: NodeID) -> String? {
        let name = document[node].isScalar ? document.text(node) : ""
        if knownRegions.contains(name) || name == Region.everywhere { return name }
        if !Region.commercial.contains(name), !Region.others.contains(name) {
            let nearest = Suggestion.nearest(to: name, among: Region.commercial.union(Region.others).sorted())
            let help = nearest.map { "did you mean `\($0)`?" }
            guard Region.hasShape(name) else {
                report("there is no region `\(document.text(node))`", document.span(node), help: help)
                return nil
            }
            diagnostics.append(
                Diagnostic(
                    .warning, "the region `\(name)` is not among those known", at: document.span(node), help: help))
        }
        knownRegions.insert(name)
        return name
    }

    private mutating func add(_ entry: Entry, _ key: String, _ region: String, _ tiers: [Price.Tier], _ node: NodeID) {
        let figure = PriceBook.FigureKey(item: entry.item, key: key, region: region)
        let span = document.span(node)
        if let first = figures[figure] {
            let what = key.isEmpty ? PriceItem.all[entry.item].name : key
            diagnostics.append(
                Diagnostic(
                    .error, "the price of \(what) in \(region) stands twice in this book", at: span,
                    note: first.span.map { Diagnostic.Note("it stands here first", at: $0) }))
            return
        }
        var price = entry.template
        price.tiers = tiers
        price.span = span
        figures[figure] = price
        if let list { diagnostics += Plausibility.warnings(price, figure, against: list) }
    }

    mutating func report(_ message: String, _ span: SourceSpan, help: String? = nil) {
        diagnostics.append(Diagnostic(.error, message, at: span, help: help))
    }
}
