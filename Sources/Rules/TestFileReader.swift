internal import Catalog
internal import Diagnostics
internal import Documents

/// Reads a test file: `tests`, a list of tests each of which names its `rule`, or has it from the top of the file.
struct TestFileReader {
    private let catalog: Catalog
    private let document: Document
    private(set) var diagnostics: [Diagnostic] = []

    private static let keys = ["rule", "tests"]

    init(catalog: Catalog, document: Document) {
        (self.catalog, self.document) = (catalog, document)
    }

    /// Reads the tests in order and hands over each with the id of its rule. `source` finds a rule; nil where it is known to
    /// be wrong, so that nothing can be said of its tests.
    mutating func read(
        find source: (_ rule: String) -> Lookup, take: (_ rule: String, RuleExample) -> Void
    ) {
        guard let root = document.roots.first, document[root].kind == .mapping else {
            report(
                "a test file is a mapping with the key `tests`",
                document.roots.first.map(document.span) ?? SourceSpan(startOf: document.file))
            return
        }
        if document.roots.count > 1 { report("a test file is one YAML document", document.span(document.roots[1])) }
        for (key, _) in document.pairs(root) where !Self.keys.contains(document.text(key)) {
            let text = document.text(key)
            report(
                "a test file has no key `\(text)`", document.span(key),
                help: text == "rules"
                    ? "only test files have names that end in `_test`"
                    : Suggestion.help(for: text, among: Self.keys))
        }
        guard let list = document.value(of: "tests", in: root) else {
            report("a test file needs the key `tests`", document.span(root))
            return
        }
        guard document[list].kind == .sequence else {
            report("`tests` is a list", document.span(list), help: "begin each test with `- rule: …`")
            return
        }
        let common = document.value(of: "rule", in: root)
        for item in document.items(list) { read(item, common, source, take) }
    }

    /// What is known of a rule that a test names.
    enum Lookup {
        case found(RuleSource)
        /// The rule is wrong, which has been told.
        case wrong
        case unknown(help: String?)
    }

    private mutating func read(
        _ item: NodeID, _ common: NodeID?, _ source: (String) -> Lookup, _ take: (String, RuleExample) -> Void
    ) {
        guard document[item].kind == .mapping else {
            report("a test has `rule`, `name`, `given` and `expect`", document.span(item))
            return
        }
        guard let rule = document.value(of: "rule", in: item) ?? common else {
            report(
                "the test names no rule", document.span(document.pairs(item).first?.key ?? item),
                help: "add `rule: ID`, here or once at the top of the file")
            return
        }
        let id = document.text(rule)
        switch source(id) {
        case .found(let source):
            var reader = ExampleReader(
                ReadingContext(catalog: catalog, document: document), of: source, isInTestFile: true)
            let example = reader.example(item)
            diagnostics += reader.context.diagnostics
            if let example { take(id, example) }
        case .wrong: break
        case .unknown(let help): report("there is no rule `\(id)`", document.span(rule), help: help)
        }
    }

    private mutating func report(_ message: String, _ span: SourceSpan, help: String? = nil) {
        diagnostics.append(Diagnostic(.error, message, at: span, help: help))
    }
}
