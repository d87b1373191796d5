internal import Catalog
internal import Diagnostics
internal import Documents
internal import Rules

/// What a file is, going by its top-level keys.
enum FileKind: Sendable {
    case rules, tests, inventory, metrics, prices

    private static let marks = ["rules", "tests", "inventory", "metrics", "prices"]

    /// The kind, or what is wrong with a file of which none can be told.
    static func of(_ file: SourceFile, catalog: Catalog) -> (kind: FileKind?, problems: [Diagnostic]) {
        // An inventory may be large; most are known by their first lines.
        if beginsAsInventory(file) { return (.inventory, []) }
        if file.path.hasSuffix(".csv") { return (.metrics, []) }
        let (document, problems) = YAMLReader.read(file)
        if problems.hasErrors { return (nil, problems) }
        let help =
            "rule files have the key `rules`, test files `tests`, inventories `inventory`, files of metrics `metrics`, price books `prices`"
        guard let root = document.roots.first(where: { !document.isNull(document[$0]) }) else {
            return (nil, [Diagnostic(.error, "the file is empty", at: SourceSpan(startOf: file), help: help)])
        }
        let keys = document.pairs(root).map(\.key)
        if let kind = kind(keys.map(document.text), path: file.path, catalog) { return (kind, []) }
        guard let first = keys.first else {
            let span = document.span(root)
            return (nil, [Diagnostic(.error, "it cannot be told what this file is", at: span, help: help)])
        }
        let nearest = Suggestion.nearest(to: document.text(first), among: marks + catalog.collections.names)
        return (
            nil,
            [
                Diagnostic(
                    .error, "it cannot be told what this file is from `\(document.text(first))`",
                    at: document.span(first), help: nearest.map { "did you mean `\($0)`?" } ?? help)
            ]
        )
    }

    private static func kind(_ keys: [String], path: String, _ catalog: Catalog) -> FileKind? {
        if keys.contains("inventory") { return .inventory }
        if keys.contains("rules") { return .rules }
        if keys.contains("tests") || TestFileName.isTestFile(path) { return .tests }
        if keys.contains("prices") { return .prices }
        if keys.contains("metrics") || keys.contains("MetricDataResults") || keys.contains("Datapoints") {
            return .metrics
        }
        return keys.contains { catalog.collections.index(of: $0) != nil } ? .inventory : nil
    }

    /// Whether a line near the beginning is the header of an inventory.
    private static func beginsAsInventory(_ file: SourceFile) -> Bool {
        let mark = Array("inventory:".utf8)
        return file.bytes.prefix(4096).split(separator: UInt8(ascii: "\n")).contains { $0.starts(with: mark) }
    }
}
