internal import Catalog
internal import Diagnostics
internal import Documents
internal import Expressions
internal import Prices
internal import Rules

/// Reads the model of one type, and checks its expressions against the catalog and its items against those of price books.
struct CostModelReader {
    private let catalog: Catalog
    private let document: Document
    private let type: ResourceType
    private(set) var diagnostics: [Diagnostic] = []

    private static let keys = [
        "type", "free", "sources", "leaves_out", "costs_nothing", "unpriced", "assumes", "components",
    ]
    private static let componentKeys = ["name", "item", "when", "key", "quantity", "bytes", "instead"]
    private static let billedKeys = ["key", "quantity", "bytes"]

    init(_ document: Document, about type: ResourceType, _ catalog: Catalog) {
        (self.document, self.type, self.catalog) = (document, type, catalog)
    }

    mutating func read() -> CostModel {
        var model = CostModel()
        guard let root = document.roots.first else { return model }
        check(root, Self.keys)
        model.free = text("free", root)
        model.sources = items("sources", root).map(document.text)
        model.leavesOut = text("leaves_out", root)
        model.costsNothing = expression("costs_nothing", root, [.bool])
        model.unpriced = items("unpriced", root).map { exception($0, "because") }
        model.assumptions = items("assumes", root).map { exception($0, "that") }
        model.components = items("components", root).compactMap { component($0) }
        if model.free == nil, model.components.isEmpty, !model.unpriced.contains(where: { $0.when == nil }) {
            report("a cost model says `free`, `unpriced` without `when`, or has components", root)
        }
        if model.free == nil, !model.components.isEmpty, model.sources.isEmpty {
            report("a cost model needs `sources`", root)
        }
        return model
    }

    private mutating func exception(_ node: NodeID, _ what: String) -> CostModel.Exception {
        check(node, ["when", what])
        if text(what, node) == nil { report("it needs `\(what)`", node) }
        return CostModel.Exception(when: expression("when", node, [.bool]), text: text(what, node) ?? "")
    }

    private mutating func component(_ node: NodeID) -> CostModel.Component? {
        check(node, Self.componentKeys)
        guard let name = text("name", node), let item = text("item", node) else {
            report("a component needs `name` and `item`", node)
            return nil
        }
        guard let known = PriceItem.named(item) else {
            let names = PriceItem.all.map(\.name)
            report("`\(item)` is no item of price books", node, help: Suggestion.help(for: item, among: names))
            return nil
        }
        let instead = document.value(of: "instead", in: node)
        if let instead { check(instead, Self.billedKeys) }
        return CostModel.Component(
            name: name, item: item, when: expression("when", node, [.bool]), billed: billed(node, known),
            instead: instead.map { billed($0, known) })
    }

    private mutating func billed(_ node: NodeID, _ item: PriceItem) -> CostModel.Billed {
        let isInBytes = document.value(of: "bytes", in: node) != nil
        let key = expression("key", node, [.string])
        if case .none = item.keys {
            if key != nil { report("`\(item.name)` has no keys", node) }
        } else if key == nil {
            report("`\(item.name)` needs `key`", node)
        }
        let quantity = expression(isInBytes ? "bytes" : "quantity", node, [.int, .byteSize])
        return CostModel.Billed(key: key, quantity: quantity, isInBytes: isInBytes)
    }

    // MARK: Parts

    private func text(_ key: String, _ node: NodeID) -> String? {
        document.value(of: key, in: node).map(document.text)
    }

    private func items(_ key: String, _ node: NodeID) -> [NodeID] {
        document.value(of: key, in: node).map { Array(document.items($0)) } ?? []
    }

    /// The expression under a key; `types`: what it may give.
    private mutating func expression(_ key: String, _ node: NodeID, _ types: [ValueType]) -> Expression? {
        guard let value = document.value(of: key, in: node) else { return nil }
        let (expression, problems) = ResourceExpression.read(value, in: document, about: type, catalog)
        diagnostics += problems
        guard let expression else { return nil }
        if Self.readsCost(expression) {
            report("a cost model cannot ask for `monthly_cost`", value)
            return nil
        }
        guard Self.fits(expression.type, types) else {
            report("`\(key)` gives \(types[0].name), and this is \(expression.type.name)", value)
            return nil
        }
        return expression
    }

    private static func fits(_ type: ValueType, _ wanted: [ValueType]) -> Bool {
        switch type {
        case .dyn: true
        case .enumeration, .reference: wanted.contains(.string)
        default: wanted.contains(type)
        }
    }

    private static func readsCost(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .field(_, "monthly_cost"), .presence(_, "monthly_cost"), .call(.costAs, _): true
        default: expression.parts.contains(where: readsCost)
        }
    }

    private mutating func check(_ node: NodeID, _ valid: [String]) {
        for (key, _) in document.pairs(node) where !valid.contains(document.text(key)) {
            let text = document.text(key)
            report("unknown key `\(text)`", key, help: Suggestion.help(for: text, among: valid))
        }
    }

    private mutating func report(_ message: String, _ node: NodeID, help: String? = nil) {
        diagnostics.append(Diagnostic(.error, message, at: document.span(node), help: help))
    }
}
