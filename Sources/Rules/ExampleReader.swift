internal import Catalog
internal import Diagnostics
internal import Documents
internal import Findings

/// Reads the `tests` of a rule.
struct ExampleReader {
    var context: ReadingContext
    private let rule: NodeID
    private let type: Int
    private var document: Document { context.document }

    static let keys = [
        "name", "given", "with", "as_of", "account", "region", "params", "expect", "entry", "message",
    ]

    init(_ context: ReadingContext, rule: NodeID, type: Int) {
        (self.context, self.rule, self.type) = (context, rule, type)
    }

    mutating func read(_ list: NodeID) -> [RuleExample] {
        guard document[list].kind == .sequence else {
            context.report("`tests` is a list", list, help: "begin each test with `- name: …`")
            return []
        }
        return document.items(list).compactMap { example($0) }
    }

    private mutating func example(_ id: NodeID) -> RuleExample? {
        guard document[id].kind == .mapping else {
            context.report("a test has `name`, `given` and `expect`", id)
            return nil
        }
        context.checkKeys(id, of: "a test", Self.keys)
        for key in ["name", "given", "expect"] where document.value(of: key, in: id) == nil {
            context.report("the test needs `\(key)`", document.pairs(id).first?.key ?? id)
        }
        guard let name = document.value(of: "name", in: id), let given = document.value(of: "given", in: id),
            let expectNode = document.value(of: "expect", in: id)
        else { return nil }
        let expectText = document.text(expectNode)
        guard let expect = Verdict(rawValue: expectText) else {
            context.report(
                "`\(expectText)` is no verdict", expectNode,
                help: Suggestion.help(for: expectText, among: Verdict.allCases.map(\.rawValue)))
            return nil
        }
        var with: [(key: NodeID, value: NodeID)] = []
        if let node = document.value(of: "with", in: id) {
            if document[node].kind != .mapping {
                context.report("`with` is a mapping of collections", node, help: "write {prefix_lists: [{…}]}")
            }
            for (key, value) in document.pairs(node) {
                let collection = document.text(key)
                if context.catalog.collections.index(of: collection) == nil {
                    context.report(
                        "unknown collection `\(collection)`", key,
                        help: Suggestion.help(for: collection, among: context.catalog.collections.names))
                }
                with.append((key, value))
            }
        }
        func text(_ key: String) -> String? { document.value(of: key, in: id).map(document.text) }
        if let account = document.value(of: "account", in: id) {
            let digits = document.text(account).utf8
            if digits.count != 12 || !digits.allSatisfy({ (0x30...0x39).contains($0) }) {
                context.report(
                    "`\(document.text(account))` is not an account id", account,
                    help: "an account id has 12 digits; leading zeros count")
            }
        }
        if let asOf = text("as_of"), Timestamp(asOf) == nil {
            context.report(
                "`\(asOf)` is not a time", document.value(of: "as_of", in: id)!, help: "write 2026-01-31T12:00:00Z")
        }
        return RuleExample(
            name: document.text(name), document: document, given: given, with: with, asOf: text("as_of"),
            account: text("account"), region: text("region"), expect: expect, entry: text("entry"),
            message: text("message"),
            span: document.span(name), expectSpan: document.span(expectNode), boundRule: boundRule(id))
    }

    /// The rule with the example's own parameter values.
    private mutating func boundRule(_ id: NodeID) -> RuleExample.BoundRule? {
        guard let params = document.value(of: "params", in: id) else { return nil }
        var reader = RuleReader(catalog: context.catalog, document: document, readsExamples: false, overrides: params)
        guard let rule = reader.read(rule) else {
            if !context.diagnostics.hasErrors { context.diagnostics += reader.context.diagnostics }
            return nil
        }
        return RuleExample.BoundRule(rule)
    }
}
