internal import Catalog
internal import Diagnostics
internal import Documents
internal import Findings

/// Reads what a test asks of a rule: `expect`, and `entry`, `message`, `effect`, `savings` and `findings` beside it.
struct ExpectationReader {
    var context: ReadingContext
    private let type: ResourceType
    private let shape: Shape
    private let subject: ExampleSubject
    private var document: Document { context.document }

    static let keys = ["verdict", "entry", "message", "effect", "savings", "findings"]

    init(_ context: ReadingContext, type: Int, subject: ExampleSubject) {
        (self.context, self.subject) = (context, subject)
        self.type = context.catalog.types[type]
        shape = context.catalog.shape(of: self.type)
    }

    /// What the test asks, in the order written.
    mutating func read(_ test: NodeID) -> [ExampleDemand] {
        var demands: [ExampleDemand] = []
        if let node = document.value(of: "expect", in: test) {
            if case .inventory = subject.subject {
                demands = readResources(node)
            } else if let demand = demand(node) {
                demands = [demand]
            }
        }
        var whole = ExampleDemand()
        readParts(test, &whole)
        return whole.isEmpty ? demands : demands + [whole]
    }

    // MARK: Resources of an inventory

    private mutating func readResources(_ node: NodeID) -> [ExampleDemand] {
        guard document[node].kind == .mapping, document[node].count > 0 else {
            context.report(
                "what is expected of an inventory is a mapping of resources to verdicts", node,
                help: "write expect: {\(subject.ids.first ?? "ID"): noncompliant}")
            return []
        }
        return document.pairs(node).compactMap { key, value in
            let id = document.text(key)
            if !subject.ids.contains(id) { reportUnknown(id, key) }
            guard var demand = demand(value) else { return nil }
            demand.resource = ExampleDemand.Stated(value: id, span: document.span(key))
            return demand
        }
    }

    private mutating func reportUnknown(_ id: String, _ key: NodeID) {
        let help: String? =
            if let other = subject.otherIDs[id] {
                "it is of the type \(other), and the rule judges the type \(type.name)"
            } else if subject.ids.isEmpty {
                "`given` has no `\(type.collection)`"
            } else {
                Suggestion.help(for: id, among: subject.ids)
            }
        context.report("`given` has no \(type.name) `\(id)`", key, help: help)
    }

    // MARK: One demand

    /// A verdict, a list of what is asked of each, or a mapping. Nil after reporting an error.
    private mutating func demand(_ node: NodeID) -> ExampleDemand? {
        var result = ExampleDemand()
        switch document[node].kind {
        case .sequence:
            let items = document.items(node)
            if items.isEmpty {
                context.report("this list expects no verdict", node)
                return nil
            }
            let demands = items.compactMap { demandOfOne($0) }
            guard demands.count == items.count else { return nil }
            result.each = ExampleDemand.Stated(value: demands, span: document.span(node))
            return result
        default: return demandOfOne(node)
        }
    }

    /// A verdict, or a mapping with one.
    private mutating func demandOfOne(_ node: NodeID) -> ExampleDemand? {
        var result = ExampleDemand()
        guard document[node].kind == .mapping else {
            result.verdict = verdict(node)
            return result.verdict == nil ? nil : result
        }
        context.checkKeys(node, of: "what is expected", Self.keys)
        guard let verdict = document.value(of: "verdict", in: node) else {
            context.report(
                "what is expected needs `verdict`", document.pairs(node).first?.key ?? node,
                help: "write {verdict: noncompliant, entry: …}")
            return nil
        }
        result.verdict = self.verdict(verdict)
        readParts(node, &result)
        return result.verdict == nil ? nil : result
    }

    private mutating func verdict(_ node: NodeID) -> ExampleDemand.Stated<Verdict>? {
        let text = document.text(node)
        if document[node].isScalar, let verdict = Verdict(rawValue: text) {
            return ExampleDemand.Stated(value: verdict, span: document.span(node))
        }
        context.report(
            document[node].isScalar ? "`\(text)` is no verdict" : "a verdict is a word", node,
            help: Suggestion.help(for: text, among: Verdict.allCases.map(\.rawValue)))
        return nil
    }

    /// `entry`, `message`, `effect`, `savings` and `findings` of a mapping.
    private mutating func readParts(_ mapping: NodeID, _ demand: inout ExampleDemand) {
        if let node = document.value(of: "entry", in: mapping), let path = text(node, "entry") {
            let name = String(path.value.prefix { $0 != "[" && $0 != "." })
            if shape.field(name) == nil {
                context.report(
                    "`\(shape.name)` has no field `\(name)`", node,
                    help: Suggestion.help(for: name, among: shape.names.names))
            }
            demand.entry = path
        }
        if let node = document.value(of: "message", in: mapping) { demand.message = text(node, "message") }
        if let node = document.value(of: "effect", in: mapping) { demand.effect = effect(node) }
        if let node = document.value(of: "savings", in: mapping) { demand.savings = savings(node) }
        guard let node = document.value(of: "findings", in: mapping) else { return }
        guard document[node].kind == .plain,
            let count = document.withBytes(of: document[node], { ScalarForms.int($0) }),
            count >= 0
        else {
            context.report("`findings` is the number of findings", node, help: "write findings: 2")
            return
        }
        demand.findings = ExampleDemand.Stated(value: Int(count), span: document.span(node))
    }

    private mutating func effect(_ node: NodeID) -> ExampleDemand.Stated<Effect>? {
        let text = document.text(node)
        if document[node].isScalar, let effect = Effect(rawValue: text) {
            return ExampleDemand.Stated(value: effect, span: document.span(node))
        }
        context.report(
            document[node].isScalar ? "`\(text)` is no effect" : "an effect is a word", node,
            help: Suggestion.help(for: text, among: Effect.allCases.map(\.rawValue)))
        return nil
    }

    private mutating func savings(_ node: NodeID) -> ExampleDemand.Stated<ExpectedSavings>? {
        let text = document.text(node)
        if document[node].isScalar, text == "unpriced" {
            return ExampleDemand.Stated(value: .unpriced, span: document.span(node))
        }
        guard document[node].kind == .plain,
            let micros = document.withBytes(of: document[node], { Units.micros(ofDollars: $0) }), micros >= 0
        else {
            context.report(
                "`savings` is what a finding saves a month, in dollars", node, help: "write savings: 12.34, or unpriced"
            )
            return nil
        }
        return ExampleDemand.Stated(value: .monthly(micros: micros), span: document.span(node))
    }

    private mutating func text(_ node: NodeID, _ key: String) -> ExampleDemand.Stated<String>? {
        guard document[node].isScalar, document[node].count > 0, !document.isNull(document[node]) else {
            context.report("`\(key)` is a text", node)
            return nil
        }
        return ExampleDemand.Stated(value: document.text(node), span: document.span(node))
    }
}
