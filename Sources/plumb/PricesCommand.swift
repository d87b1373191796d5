internal import ArgumentParser
internal import Diagnostics
internal import PriceReports
internal import Prices
internal import Reports
internal import Triage

/// `plumb prices`: what things cost, and where prices come from.
struct Prices: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show prices with their sources, check books of them, or make one of AWS's price lists.",
        discussion: """
            Examples:
              plumb prices show ec2.instance m5.large
              plumb prices show ebs.storage --region eu-west-1
              plumb prices items
              plumb prices check our-prices.yaml
              plumb prices import AmazonEC2.json AmazonRDS.json -o aws-prices.yaml
            """,
        subcommands: [ShowPrices.self, ListItems.self, CheckPrices.self, ImportPrices.self],
        defaultSubcommand: ShowPrices.self)
}

/// `plumb prices show`: figures with source and date.
struct ShowPrices: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "List prices, each with its source and date.",
        discussion: """
            Examples:
              plumb prices show ec2.instance m5.large
              plumb prices show ebs.storage --region eu-west-1
              plumb prices show --prices our-prices.yaml --report json
            """)

    @Argument(help: "List this item only, one of `plumb prices items`.")
    var item: String?

    @Argument(help: "List this key of the item only, as m5.large.")
    var key: String?

    @Option(help: ArgumentHelp("List the prices that hold in this region only.", valueName: "region"))
    var region: String?

    @OptionGroup var prices: PriceOptions

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp(
            "Write a report: text or json, to standard output or to a file (repeatable).", valueName: "format[=file]"))
    var reports: [String] = []

    @Option(help: "Use colours.")
    var color: ColorChoice = .auto

    func run() throws {
        let targets = try ReportArguments.targets(reports, among: PriceListing.formats)
        try checkItem()
        let book = try prices.load(color: color)
        let figures = book.figures(of: item, key: key, region: region)
        if figures.isEmpty { try complain(book) }
        let listing = PriceListing(
            book, figures, version: Plumb.version, palette: color.palette(for: Terminal.standardOutput))
        let isWritten = ReportArguments.write(to: targets) { target throws(ReportError) in try listing.write(to: target)
        }
        if !isWritten { throw Triage.ExitCode.incomplete }
    }

    private func checkItem() throws {
        guard let item, PriceItem.named(item) == nil else { return }
        let nearest = Suggestion.nearest(to: item, among: PriceItem.all.map(\.name))
        let help = nearest.map { "did you mean `\($0)`?" } ?? "`plumb prices items` lists them"
        Terminal.complain("error: there is no item `\(VisibleText.escaping(item))`; \(help)")
        throw Triage.ExitCode.wrongInput
    }

    /// Says why nothing is listed.
    private func complain(_ book: PriceBook) throws {
        var help: String?
        if let key, let item, !book.knowsKey(item, key) {
            help = Suggestion.nearest(to: key, among: Set(book.figures(of: item).compactMap(\.key)).sorted())
        } else if let region, !book.knowsRegion(region) {
            help = Suggestion.nearest(to: region, among: Set(book.figures().map(\.region)).sorted())
        }
        let reason = Self.reason(book, item, key, region)
        Terminal.complain("error: \(VisibleText.escaping(reason))\(help.map { "; did you mean `\($0)`?" } ?? "")")
        throw Triage.ExitCode.wrongInput
    }

    private static func reason(_ book: PriceBook, _ item: String?, _ key: String?, _ region: String?) -> String {
        guard let item else { return "there are no prices of the region \(region ?? "")" }
        if book.figures(of: item).isEmpty { return "there is no price of \(item); give one with --prices" }
        if let key {
            let gap = book.gap(item, key: key, region: region ?? "")
            return "there \(gap.hasPrefix("no prices") ? "are" : "is") \(gap)"
        }
        return "there is no price of \(item) in \(region ?? "any region")"
    }
}

/// `plumb prices items`: what has prices.
struct ListItems: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "items",
        abstract: "List what may have a price, and how many figures are bundled.",
        discussion: """
            Examples:
              plumb prices items
              plumb prices items --format markdown
            """)

    @Option(help: "Write the list as text or markdown.")
    var format: ListingFormat = .text

    func run() {
        let listing = ItemListing(.bundled())
        Terminal.print(format == .text ? listing.table() : listing.markdown())
    }
}
