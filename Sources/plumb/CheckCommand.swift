internal import ArgumentParser
internal import Diagnostics
internal import Catalog
internal import Engine
internal import Findings
internal import Inventory
internal import Reports
internal import Rules
internal import Triage
internal import Workers

/// `plumb check`: evaluates and reports.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check inventories and report findings.",
        discussion: """
            Examples:
              plumb check inventory.yaml
              plumb check inventory/ --report text --report junit=report.xml
              plumb check inventory.yaml --rules my-rules.yaml --fail-on high
              plumb check inventory.yaml --report json --verdicts all
              plumb check inventory.yaml --only cost --fail-on never --fail-on-savings 500
            """)

    @Argument(help: "Inventory files, or directories of them.")
    var paths: [String]

    @OptionGroup(title: "Rules") var ruleOptions: RuleOptions

    @OptionGroup(title: "Prices") var priceOptions: PriceOptions

    @Option(
        help: ArgumentHelp(
            "Fail when following all findings would save at least this much a month, e.g. 250 or 99.90.",
            valueName: "usd"))
    var failOnSavings: SavingsThreshold?

    @Option(help: "Measure ages from this time instead of the inventory's as_of, e.g. 2026-01-31T12:00:00Z.")
    var asOf: Timestamp?

    @Option(help: "Threads to use; the default is one a processor.")
    var jobs: Int = Workers.processorCount

    @OptionGroup(title: "Reports") var reportOptions: ReportArguments

    func validate() throws {
        guard (1...256).contains(jobs) else { throw ValidationError("--jobs takes a number from 1 to 256.") }
    }

    func run() throws {
        let requests = try reportOptions.requests()
        let catalog = try RuleOptions.catalog()
        let rules = try ruleOptions.load(catalog)
        if rules.rules.isEmpty {
            Terminal.complain("error: there are no rules to check with; give some with --rules")
            throw Triage.ExitCode.wrongInput
        }
        let loaded = InventoryLoader(catalog: catalog, jobs: jobs).load(paths: paths)
        var isIncomplete = try loaded.report(ruleOptions.color)
        // The bundled book is read when the first price is asked for, which in many runs is never.
        let prices =
            priceOptions.files.isEmpty
            ? nil : try priceOptions.load(for: loaded.inventory, asOf: asOf, color: ruleOptions.color)
        let run = RuleRun(
            inventory: loaded.inventory, rules: rules.rules, asOf: asOf, prices: prices, jobs: jobs,
            version: Plumb.version)
        // What is in them nobody knows: the run goes on and ends as one that could not read a file.
        if !run.unreadablePolicies.isEmpty {
            let renderer = DiagnosticRenderer(palette: ruleOptions.color.palette(for: Terminal.standardError))
            Terminal.complain(renderer.render(run.unreadablePolicies))
            isIncomplete = true
        }
        let isWritten = reportOptions.write(requests, run, jobs: jobs, color: ruleOptions.color)
        if let failOnSavings, failOnSavings.isReached(by: run.summary.monthlySavings) {
            Terminal.complain(
                "error: following all findings would save USD \(run.summary.monthlySavings.exact) a month, and --fail-on-savings allows less than \(failOnSavings.amount.exact)"
            )
        }
        let unpriced = run.summary.unpricedFindings
        if failOnSavings != nil, unpriced > 0 {
            let findings = unpriced == 1 ? "1 finding that has" : "\(unpriced) findings that have"
            Terminal.complain("note: --fail-on-savings does not count \(findings) no price")
        }
        throw Triage.exitCode(
            run.summary, rules: run.rules, threshold: reportOptions.failOn, savings: failOnSavings,
            isIncomplete: isIncomplete || !isWritten)
    }
}

extension Timestamp: ExpressibleByArgument {
    /// Reads the value of `--as-of`.
    public init?(argument: String) { self.init(argument) }
}

extension SavingsThreshold: ExpressibleByArgument {
    /// Reads the value of `--fail-on-savings`.
    public init?(argument: String) {
        var text = argument
        guard let micros = text.withUTF8({ Units.micros(ofDollars: $0) }) else { return nil }
        self.init(Money(micros: micros))
    }
}
