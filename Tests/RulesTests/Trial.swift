import Catalog
import Diagnostics
import Engine
import Findings
import Inventory
import Rules
import Testing

/// Rules from text, and what they say of an inventory from text: the shortest way through reader, loader and engine.
enum Trial {
    static let catalog = Catalog.builtin().catalog

    static func file(_ text: String, path: String = "rules.yaml") -> SourceFile {
        SourceFile(path: path, text: text.utf8)
    }

    /// A rule file of one rule: `body` is what follows its head of eight lines.
    static func ruleText(_ resource: String, _ body: String) -> String {
        """
        rules:
          - id: my-rule
            title: A rule
            resource: \(resource)
            category: security
            severity: low
            message: "{{ resource }}"
            fix: Mend it.

        """ + body.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)\n" }.joined()
    }

    /// What is wrong with a rule file, as the command line shows it.
    static func complaints(about text: String) -> String {
        var set = RuleSet()
        set.add(file(text), catalog: catalog)
        return DiagnosticRenderer(palette: Palette(isEnabled: false)).render(set.diagnostics)
    }

    /// The rules of a file that must be right.
    static func rules(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [Rule] {
        var set = RuleSet()
        set.add(file(text), catalog: catalog)
        let complaints = DiagnosticRenderer(palette: Palette(isEnabled: false)).render(set.diagnostics)
        try #require(complaints == "", sourceLocation: sourceLocation)
        return set.rules
    }

    /// An inventory that must be right, of these files.
    static func inventory(_ texts: [String], sourceLocation: SourceLocation = #_sourceLocation) throws -> Inventory {
        let files = texts.enumerated().map { file($0.element, path: "inventory-\($0.offset).yaml") }
        let loaded = InventoryLoader(catalog: catalog, jobs: 1).load(files)
        let renderer = DiagnosticRenderer(palette: Palette(isEnabled: false))
        try #require(
            !loaded.diagnostics.hasErrors, "\(renderer.render(loaded.diagnostics))", sourceLocation: sourceLocation)
        return loaded.inventory
    }

    /// Every judgement of the rules on the inventory, in the order of the reports.
    static func judgements(_ rules: [Rule], _ inventory: Inventory, asOf: Timestamp? = nil) -> [Judgement] {
        let run = RuleRun(inventory: inventory, rules: rules, asOf: asOf, jobs: 1, version: "test")
        return (0..<run.partCount).flatMap { run.judgements(inPart: $0, .all) }
    }

    /// The judgements of one rule (condition as `flag: …` and the like) on one resource, written as a flow mapping.
    static func judgements(
        _ type: String, _ body: String, on resource: String, with others: String = "",
        asOf: String? = "2026-07-01T00:00:00Z",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [Judgement] {
        let rules = try rules(ruleText(type, body), sourceLocation: sourceLocation)
        let collection = try #require(catalog.type(named: type)).collection
        let time = asOf.map { "as_of: \($0)\n" } ?? ""
        let text = "inventory: 1\n\(time)\(collection):\n  - \(resource)\n\(others)"
        return judgements(rules, try inventory([text], sourceLocation: sourceLocation))
    }
}
