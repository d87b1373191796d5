import Catalog
import Costing
import Diagnostics
import Engine
import Findings
import Inventory
import Prices
import Rules
import Testing

/// Inventories from text, and what they cost: the shortest way through loader, engine and prices.
enum Bill {
    static let catalog = Catalog.builtin().catalog

    static func inventory(
        _ texts: [String], jobs: Int = 1, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Inventory {
        let files = texts.enumerated().map {
            SourceFile(path: "inventory-\($0.offset).yaml", text: Array($0.element.utf8))
        }
        let loaded = InventoryLoader(catalog: catalog, jobs: jobs).load(files)
        let renderer = DiagnosticRenderer(palette: Palette(isEnabled: false))
        try #require(
            !loaded.diagnostics.hasErrors, "\(renderer.render(loaded.diagnostics))", sourceLocation: sourceLocation)
        return loaded.inventory
    }

    /// One resource, written as a flow mapping, in us-east-1 unless it says otherwise.
    static func inventory(_ type: String, _ resource: String, region: String = "us-east-1") throws -> Inventory {
        let collection = try #require(catalog.type(named: type)).collection
        return try inventory([
            "inventory: 1\nas_of: 2026-11-01T00:00:00Z\naccount: \"111122223333\"\nregion: \(region)\n\(collection):\n  - \(resource)\n"
        ])
    }

    static func rules(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [Rule] {
        var set = RuleSet()
        set.add(SourceFile(path: "rules.yaml", text: Array(text.utf8)), catalog: catalog)
        try #require(complaints(set.diagnostics) == "", sourceLocation: sourceLocation)
        return set.rules
    }

    static func complaints(_ diagnostics: [Diagnostic]) -> String {
        DiagnosticRenderer(palette: Palette(isEnabled: false)).render(diagnostics)
    }

    /// A rule on every resource of the type that its condition flags.
    static func rule(_ id: String, on type: String, flag: String, savings: String, more: String = "") -> String {
        """
          - id: \(id)
            title: A rule
            resource: \(type)
            category: cost
            severity: low
            flag: \(flag)
            message: "{{ resource }}"
            fix: Mend it.
            savings: \(savings)
        \(more)
        """
    }

    static func book(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> PriceBook {
        var book = PriceBook.bundled()
        let (own, diagnostics) = PriceBook.read(SourceFile(path: "prices.yaml", text: Array(text.utf8)))
        try #require(complaints(diagnostics) == "", sourceLocation: sourceLocation)
        book.override(with: own)
        return book
    }

    static func run(_ inventory: Inventory, _ rules: [Rule] = [], prices: PriceBook? = nil, jobs: Int = 1) -> RuleRun {
        RuleRun(inventory: inventory, rules: rules, prices: prices, jobs: jobs, version: "test")
    }

    static func breakdown(
        _ run: RuleRun, by dimensions: [CostBreakdown.Dimension] = [.type, .region, .account, .tag("Team")],
        owner: String = "Owner", jobs: Int = 1
    ) -> CostBreakdown {
        CostSurvey(run, by: dimensions, ownerTag: owner, listsUnpriced: true).breakdown(jobs: jobs)
    }

    /// The cost of the only resource as text, or why there is none.
    static func cost(
        _ type: String, _ resource: String, region: String = "us-east-1", prices: PriceBook? = nil
    ) throws -> String {
        let breakdown = breakdown(run(try inventory(type, resource, region: region), prices: prices))
        if breakdown.total.free > 0 { return "free" }
        if let gap = breakdown.gaps.keys.first { return gap.reason }
        return breakdown.total.amount.money.exact
    }

    /// What each finding would save: an amount, or why there is none.
    static func savings(_ run: RuleRun) -> [String] {
        (0..<run.partCount).flatMap { run.judgements(inPart: $0, .findings) }.compactMap { judgement in
            switch judgement.savings {
            case .monthly(let money)?: money.exact
            case .unpriced(let reason)?: reason
            case nil: nil
            }
        }
    }
}
