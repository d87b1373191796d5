internal import ArgumentParser
internal import Calendar
internal import Catalog
internal import CostReports
internal import Costing
internal import Diagnostics
internal import Engine
internal import Findings
internal import Inventory
internal import Prices
internal import Reports
internal import Rules
internal import Triage
internal import Workers

/// `plumb cost`: what an inventory costs a month.
struct Cost: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell what an inventory costs a month, and what following the rules would save.",
        discussion: """
            Costs are those that the inventory states as monthly_cost, else those of the price book. What has no price is \
            listed as unpriced and never counted as zero.

            Examples:
              plumb cost inventory/
              plumb cost inventory/ --by type --by tag:CostCenter
              plumb cost inventory/ --prices contract.yaml --unpriced
              plumb cost inventory/ --report text --report csv=cost.csv
              plumb cost inventory/ --only ebs-volume-unattached --owner-tag Team

            Exit codes: 0 the cost was told; 2 the command line, a price book, a rule or an inventory is wrong; 3 a file \
            could not be read or written.
            """)

    @Argument(help: "Inventory files, or directories of them.")
    var paths: [String]

    @Option(
        name: .customLong("by"),
        help: ArgumentHelp(
            "Divide the cost by type, region, account or tag:KEY (repeatable); the default is the first three.",
            valueName: "dimension"))
    var dimensions: [String] = []

    @Option(help: ArgumentHelp("The tag that names who has to see to savings.", valueName: "key"))
    var ownerTag = "Owner"

    @Flag(help: "List every resource without a price.")
    var unpriced = false

    @OptionGroup(title: "Prices") var priceOptions: PriceOptions

    @OptionGroup(title: "Rules") var ruleOptions: RuleOptions

    @Option(help: "Measure ages from this time instead of the inventory's as_of, e.g. 2026-01-31T12:00:00Z.")
    var asOf: Timestamp?

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp(
            "Write a report: text, json or csv, to standard output or to a file (repeatable).",
            valueName: "format[=file]"))
    var reports: [String] = []

    @Flag(help: "Print the totals only.")
    var quiet = false

    @Option(help: "Threads to use; the default is one a processor.")
    var jobs: Int = Workers.processorCount

    func validate() throws {
        guard (1...256).contains(jobs) else { throw ValidationError("--jobs takes a number from 1 to 256.") }
        _ = try self.divisions()
    }

    /// What `--by` asks for, each once.
    private func divisions() throws -> [CostBreakdown.Dimension] {
        var result: [CostBreakdown.Dimension] = []
        for text in dimensions.isEmpty ? ["type", "region", "account"] : dimensions {
            guard let dimension = CostBreakdown.Dimension(text) else {
                let help =
                    Suggestion.nearest(to: text, among: ["type", "region", "account"])
                    .map { "; did you mean `\($0)`?" } ?? "; it takes type, region, account or tag:KEY"
                throw ValidationError("`\(VisibleText.escaping(text))` is nothing to divide the cost by\(help)")
            }
            if !result.contains(dimension) { result.append(dimension) }
        }
        return result
    }

    func run() throws {
        let targets = try ReportArguments.targets(reports, among: CostReport.formats)
        let catalog = try RuleOptions.catalog()
        let rules = try ruleOptions.load(catalog).rules.filter { !$0.savings.isEmpty }
        let loaded = InventoryLoader(catalog: catalog, jobs: jobs).load(paths: paths)
        let isIncomplete = try loaded.report(ruleOptions.color)
        // There is nothing to tell the cost of.
        if isIncomplete, loaded.inventory.segments.isEmpty { throw Triage.ExitCode.incomplete }
        let prices = try priceOptions.load(for: loaded.inventory, asOf: asOf, color: ruleOptions.color)
        let run = RuleRun(
            inventory: loaded.inventory, rules: rules, asOf: asOf, prices: prices, jobs: jobs, version: Plumb.version)
        let survey = CostSurvey(run, by: try divisions(), ownerTag: ownerTag, listsUnpriced: unpriced)
        let answer = answer(survey.breakdown(jobs: jobs), prices, run, catalog)
        let report = CostReport(
            version: Plumb.version, palette: ruleOptions.color.palette(for: Terminal.standardOutput), isQuiet: quiet)
        let isWritten = ReportArguments.write(to: targets) { target throws(ReportError) in
            try report.write(answer, to: target)
        }
        if isIncomplete || !isWritten { throw Triage.ExitCode.incomplete }
    }

    private func answer(_ breakdown: CostBreakdown, _ prices: PriceBook, _ run: RuleRun, _ catalog: Catalog)
        -> CostAnswer
    {
        CostAnswer(
            breakdown: breakdown, ownerTag: ownerTag,
            books: prices.origins.map { CostAnswer.Book(name: $0.name, date: $0.date, source: $0.source) },
            hours: PriceBook.hoursPerMonth, asOf: run.summary.asOf, leavesOut: run.leavesOut(), listsUnpriced: unpriced)
    }
}
