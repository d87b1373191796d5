internal import Catalog
internal import Diagnostics
internal import Documents

/// Reads a rule file: one key, `rules`, with a list of rules.
struct RuleFileReader {
    let catalog: Catalog
    let document: Document
    private(set) var diagnostics: [Diagnostic] = []

    /// The ids of all rules, right and wrong ones.
    private(set) var ids: Set<String> = []
    /// Where the rules stand that are right, by id.
    private(set) var sources: [String: RuleSource] = [:]

    private let readsExamples: Bool
    private let overrides: ParameterOverrides

    init(catalog: Catalog, document: Document, readsExamples: Bool, overrides: ParameterOverrides) {
        self.catalog = catalog
        self.document = document
        self.readsExamples = readsExamples
        self.overrides = overrides
    }

    /// The rules without errors; `diagnostics` then says what is wrong with the others.
    mutating func read() -> [Rule] {
        guard let root = document.roots.first, document[root].kind == .mapping else {
            report(
                "a rule file is a mapping with the key `rules`",
                at: document.roots.first.map(document.span) ?? SourceSpan(startOf: document.file))
            return []
        }
        if document.roots.count > 1 { report("a rule file is one YAML document", at: document.span(document.roots[1])) }
        let keys = document.pairs(root).map(\.key)
        if document.value(of: "rules", in: root) == nil, let (kind, help) = otherKind(keys.map(document.text)) {
            report("this is \(kind), not a rule file", at: SourceSpan(startOf: document.file), help: help)
            return []
        }
        for key in keys where document.text(key) != "rules" {
            let text = document.text(key)
            report(
                "a rule file has no key `\(text)`", at: document.span(key),
                help: text == "tests"
                    ? "tests stand in their rule, or in a file whose name ends in `_test.yaml`"
                    : Suggestion.help(for: text, among: ["rules"]))
        }
        guard let list = document.value(of: "rules", in: root) else {
            report("a rule file needs the key `rules`", at: document.span(root))
            return []
        }
        guard document[list].kind == .sequence else {
            report("`rules` is a list of rules", at: document.span(list), help: "begin each rule with `- id: …`")
            return []
        }
        return document.items(list).compactMap { item in
            let id = document.value(of: "id", in: item).map(document.text)
            if let id { ids.insert(id) }
            let given = id.map(overrides.given) ?? GivenParameters(profile: overrides.profile)
            var reader = RuleReader(
                catalog: catalog, document: document, readsExamples: readsExamples,
                overrides: given)
            let rule = reader.read(item)
            diagnostics += reader.context.diagnostics
            if let rule {
                sources[rule.id] = RuleSource(
                    document: document, node: item, type: rule.resourceType, overrides: given)
            }
            return rule
        }
    }

    /// What a file without rules is, going by its keys, and what to do with it.
    private func otherKind(_ keys: [String]) -> (kind: String, help: String)? {
        if keys.contains("tests") {
            return ("a test file", "run it with `plumb test`; its name should end in `_test.yaml`")
        }
        return keys.contains("inventory") ? ("an inventory", "check it with `plumb check`") : nil
    }

    private mutating func report(_ message: String, at span: SourceSpan, help: String? = nil) {
        diagnostics.append(Diagnostic(.error, message, at: span, help: help))
    }
}
