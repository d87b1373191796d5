package import Diagnostics
internal import Documents

/// Takes the prices that books have items for out of AWS Price List offer files.
/// https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/reading-service-price-list-file-for-services.html
package struct OfferImport: Sendable {
    /// Regions that are wanted; all where it is empty.
    private let regions: Set<String>
    /// The prices taken so far.
    package private(set) var book = PriceBook()
    /// Why products were passed over, and how many.
    package private(set) var passed: [String: Int] = [:]
    package private(set) var diagnostics: [Diagnostic] = []
    /// Of which day the files are, the oldest first.
    private var dates: [String] = []
    /// Tiers that are products of their own, until all are known.
    private var parts: [PriceBook.FigureKey: [Int64: Rate]] = [:]

    package init(regions: [String]) {
        self.regions = Set(regions)
        book.origins = [PriceBook.Origin(name: "AWS Price List", date: "", source: "AWS Price List")]
    }

    /// Takes a file; what is wrong with it goes to `diagnostics`.
    package mutating func add(_ file: SourceFile) {
        do throws(OfferProblem) { try take(file) } catch { diagnostics.append(error.diagnostic) }
    }

    /// What a book of the prices says at its top.
    package var date: String { dates.min() ?? "" }

    private mutating func take(_ file: SourceFile) throws(OfferProblem) {
        let scanner = OfferScanner(file)
        let header = try OfferHeader.read(scanner)
        dates.append(header.date)
        book.origins[0].date = date
        var wanted: [String: Wanted] = [:]
        var document = Document(file: file)
        try scanner.members(of: header.products) { (sku, value) throws(OfferProblem) in
            let root = try Self.parse(value, &document, scanner)
            let product = Product(document, root)
            switch Recognition.of(product, offer: header.code) {
            case .passed(let reason): passed[reason, default: 0] += 1
            case .figure(let item, let key, let upTo):
                let region = product["regionCode"]
                guard regions.isEmpty || regions.contains(region) else {
                    passed["of regions that were not asked for", default: 0] += 1
                    return
                }
                guard let index = PriceItem.index[item],
                    PriceItem.all[index].problem(ofKey: key.isEmpty ? nil : key) == nil
                else {
                    passed["of a type that no item has as a key", default: 0] += 1
                    return
                }
                wanted[scanner.text(sku)] = Wanted(
                    figure: PriceBook.FigureKey(item: index, key: key, region: region), upTo: upTo)
            }
        }
        try readTerms(header, wanted, scanner, &document)
    }

    /// A product whose price is looked for.
    private struct Wanted {
        var figure: PriceBook.FigureKey
        var upTo: Int64?
    }

    private mutating func readTerms(
        _ header: OfferHeader, _ wanted: [String: Wanted], _ scanner: OfferScanner, _ document: inout Document
    ) throws(OfferProblem) {
        var left = wanted.count
        if let onDemand = header.onDemand {
            try scanner.members(of: onDemand) { (sku, value) throws(OfferProblem) in
                guard let wanted = wanted[scanner.text(sku)] else { return }
                left -= 1
                let root = try Self.parse(value, &document, scanner)
                switch OfferTerms.read(document, root, unit: PriceItem.all[wanted.figure.item].unit) {
                case .passed(let reason): passed[reason, default: 0] += 1
                case .tiers(let tiers): add(wanted, tiers, header)
                }
            }
        }
        if left > 0 { passed["without an on-demand price", default: 0] += left }
        joinParts(header)
    }

    private static func parse(
        _ range: Range<Int>, _ document: inout Document, _ scanner: OfferScanner
    ) throws(OfferProblem) -> NodeID {
        document.removeAll()
        do throws(JSONProblem) { try JSONReader.read(range, into: &document) } catch {
            throw scanner.problem(error.message, at: error.range)
        }
        return document.roots[0]
    }

    private mutating func add(_ wanted: Wanted, _ tiers: [Price.Tier], _ header: OfferHeader) {
        if let upTo = wanted.upTo {
            guard tiers.count == 1, tiers[0].upTo == nil else {
                passed["whose price ranges leave gaps or overlap", default: 0] += 1
                return
            }
            parts[wanted.figure, default: [:]][upTo] = tiers[0].rate
            return
        }
        if let first = book.figures[wanted.figure] {
            passed[
                first.tiers == tiers
                    ? "that repeat a price" : "whose price is another than that of the same product before",
                default: 0] += 1
            return
        }
        book.figures[wanted.figure] = price(wanted.figure, tiers, header)
    }

    private func price(_ figure: PriceBook.FigureKey, _ tiers: [Price.Tier], _ header: OfferHeader) -> Price {
        Price(
            tiers: tiers, unit: PriceItem.all[figure.item].unit, source: header.source, date: header.date,
            isDerived: false,
            book: book.origins[0].name)
    }

    /// Puts the tiers together that were products of their own. Those above one that is missing have no place.
    private mutating func joinParts(_ header: OfferHeader) {
        for (figure, rates) in parts {
            let ends =
                Recognition.usages[header.code]?.values.filter {
                    PriceItem.index[$0.item] == figure.item && $0.key == figure.key
                }.compactMap(\.upTo).sorted() ?? []
            let tiers = ends.prefix { rates[$0] != nil }.map {
                Price.Tier(upTo: $0 == .max ? nil : $0, rate: rates[$0]!)
            }
            if !tiers.isEmpty { book.figures[figure] = price(figure, tiers, header) }
            let lost = rates.count - tiers.count
            if lost > 0 { passed["of tiers whose lower ones are missing", default: 0] += lost }
        }
        parts = [:]
    }
}
