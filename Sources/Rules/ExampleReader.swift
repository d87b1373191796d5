internal import Catalog
internal import Diagnostics
internal import Documents
internal import Findings

/// Reads the tests of a rule, from the rule itself or from a test file.
struct ExampleReader {
    var context: ReadingContext
    private let source: RuleSource
    private let keys: [String]
    private let isRuleWhole: Bool
    private var document: Document { context.document }

    static let keys = [
        "name", "given", "with", "as_of", "account", "region", "profile", "params", "expect", "entry", "message",
        "effect", "savings", "findings",
    ]

    /// `context` is that of the file with the tests, and knows of what is wrong with the rule. `isInTestFile`: the tests
    /// name their rule.
    init(_ context: ReadingContext, of source: RuleSource, isInTestFile: Bool = false) {
        (self.context, self.source) = (context, source)
        isRuleWhole = !context.diagnostics.hasErrors
        keys = (isInTestFile ? ["rule"] : []) + Self.keys
    }

    /// Reads a list of tests.
    mutating func read(_ list: NodeID) -> [RuleExample] {
        guard document[list].kind == .sequence else {
            context.report("`tests` is a list", list, help: "begin each test with `- name: …`")
            return []
        }
        return document.items(list).compactMap { example($0) }
    }

    /// Reads one test. Nil after reporting an error.
    mutating func example(_ id: NodeID) -> RuleExample? {
        guard document[id].kind == .mapping else {
            context.report("a test has `name`, `given` and `expect`", id)
            return nil
        }
        context.checkKeys(id, of: "a test", keys)
        let head = document.pairs(id).first?.key ?? id
        for key in ["name", "given"] where document.value(of: key, in: id) == nil {
            context.report("the test needs `\(key)`", head)
        }
        if document.value(of: "expect", in: id) == nil, document.value(of: "findings", in: id) == nil {
            context.report("the test needs `expect`", head)
        }
        guard let name = document.value(of: "name", in: id), let given = document.value(of: "given", in: id) else {
            return nil
        }
        checkSurroundings(id)
        var subjects = ExampleSubjectReader(context, type: source.type)
        let subject = subjects.read(given, with: document.value(of: "with", in: id))
        context = subjects.context
        guard let subject else { return nil }
        var expectations = ExpectationReader(context, type: source.type, subject: subject)
        let demands = expectations.read(id)
        context = expectations.context
        func text(_ key: String) -> String? { document.value(of: key, in: id).map(document.text) }
        return RuleExample(
            name: document.text(name), document: document, subject: subject.subject, collections: subject.collections,
            asOf: text("as_of"), account: text("account"), region: text("region"), demands: demands,
            span: document.span(name), boundRule: boundRule(id))
    }

    /// Checks the account and time that the resources are given.
    private mutating func checkSurroundings(_ id: NodeID) {
        if let account = document.value(of: "account", in: id) {
            let digits = document.text(account).utf8
            if digits.count != 12 || !digits.allSatisfy({ (0x30...0x39).contains($0) }) {
                context.report(
                    "`\(document.text(account))` is not an account id", account,
                    help: "an account id has 12 digits; leading zeros count")
            }
        }
        if let asOf = document.value(of: "as_of", in: id), Timestamp(document.text(asOf)) == nil {
            context.report("`\(document.text(asOf))` is not a time", asOf, help: "write 2026-01-31T12:00:00Z")
        }
    }

    /// The rule with the example's own parameter values.
    private mutating func boundRule(_ id: NodeID) -> RuleExample.BoundRule? {
        let profileNode = document.value(of: "profile", in: id)
        let params = document.value(of: "params", in: id)
        guard profileNode != nil || params != nil else { return nil }
        var given = source.overrides
        if let profileNode {
            let name = document.text(profileNode)
            given.profile = ThresholdProfile(rawValue: name)
            if given.profile == nil {
                context.report(
                    "`\(name)` is no profile", profileNode,
                    help: Suggestion.help(for: name, among: ThresholdProfile.allCases.map(\.rawValue)))
                return nil
            }
        }
        if let params {
            guard document[params].kind == .mapping else {
                context.report("`params` is a mapping of names to values", params)
                return nil
            }
            given.assignments += ParameterOverrides.assignments(in: params, of: document)
        }
        var reader = RuleReader(
            catalog: context.catalog, document: source.document, readsExamples: false,
            overrides: given)
        guard let rule = reader.read(source.node) else {
            // What is wrong with the rule itself has been told.
            let place = params ?? profileNode ?? id
            let given = Int(document[place].start)..<Int(document[place].end)
            context.diagnostics += reader.context.diagnostics.filter { problem in
                isRuleWhole || problem.span.map { $0.file === document.file && given.contains($0.start) } ?? false
            }
            return nil
        }
        return RuleExample.BoundRule(rule)
    }
}
