internal import Diagnostics
internal import Documents

/// Makes a policy of its tree, and says of every part that is not as the grammar has it.
///
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
struct StatementReader {
    let document: Document
    let places: Places
    let source: PolicySource
    private(set) var diagnostics: [Diagnostic] = []
    private let keys = ConditionKeyTable.shared

    init(document: Document, places: Places, source: PolicySource) {
        self.document = document
        self.places = places
        self.source = source
    }

    private enum PolicyElement: String, CaseIterable { case version = "Version", id = "Id", statement = "Statement" }

    private enum Element: String, CaseIterable {
        case sid = "Sid", effect = "Effect", principal = "Principal", notPrincipal = "NotPrincipal"
        case action = "Action", notAction = "NotAction", resource = "Resource", notResource = "NotResource"
        case condition = "Condition"
    }

    mutating func policy() -> Policy? {
        guard let root = document.roots.first else { return nil }
        let node = document[root]
        guard node.kind == .mapping else {
            report("a policy is a mapping with `Version` and `Statement`, not \(kind(node))", node)
            return nil
        }
        var policy = Policy(range: places.range(node), byteCount: source.range.count)
        var statements: NodeID?
        for index in 0..<Int(node.count) {
            let (key, value) = document.pair(node, index)
            switch element(key, of: PolicyElement.self, "a policy") {
            case .version: version(value, &policy)
            case .id: policy.id = text(value, "Id")
            case .statement: statements = value
            case nil: break
            }
        }
        guard let statements else {
            report("the policy has no `Statement`", node)
            return nil
        }
        let value = document[statements]
        switch value.kind {
        case .mapping: append(statements, to: &policy)
        case .sequence:
            policy.statements.reserveCapacity(Int(value.count))
            for item in document.items(statements) { append(item, to: &policy) }
        default: report("`Statement` is a statement or a list of them, not \(kind(value))", value)
        }
        return policy
    }

    private mutating func version(_ value: NodeID, _ policy: inout Policy) {
        guard let text = text(value, "Version") else { return }
        guard let version = Policy.Version(rawValue: text.text) else {
            let help = "the versions are `2012-10-17` and, without variables, `2008-10-17`"
            return report("`\(text.text)` is no version of the policy language", document[value], help: help)
        }
        policy.version = version
        policy.versionRange = text.range
    }

    // MARK: Statements

    private mutating func append(_ id: NodeID, to policy: inout Policy) {
        let node = document[id]
        guard node.kind == .mapping else { return report("a statement is a mapping, not \(kind(node))", node) }
        var (sid, effect): (PolicyText?, (Statement.Effect, TextRange)?)
        var (principal, action, resource): (PrincipalElement?, ListElement?, ListElement?)
        var conditions: [Condition] = []
        var seen: (principal: Node?, action: Node?, resource: Node?)
        var hasEffect = false
        for index in 0..<Int(node.count) {
            let (key, value) = document.pair(node, index)
            let keyNode = document[key]
            switch element(key, of: Element.self, "a statement") {
            case .sid: sid = text(value, "Sid")
            case .effect:
                hasEffect = true
                effect = self.effect(value)
            case .principal:
                guard isFirst(&seen.principal, keyNode, "Principal") else { continue }
                principal = self.principal(value, keyNode, isNegated: false)
            case .notPrincipal:
                guard isFirst(&seen.principal, keyNode, "Principal") else { continue }
                principal = self.principal(value, keyNode, isNegated: true)
            case .action:
                guard isFirst(&seen.action, keyNode, "Action") else { continue }
                action = list(value, keyNode, "Action", isNegated: false)
            case .notAction:
                guard isFirst(&seen.action, keyNode, "Action") else { continue }
                action = list(value, keyNode, "NotAction", isNegated: true)
            case .resource:
                guard isFirst(&seen.resource, keyNode, "Resource") else { continue }
                resource = list(value, keyNode, "Resource", isNegated: false)
            case .notResource:
                guard isFirst(&seen.resource, keyNode, "Resource") else { continue }
                resource = list(value, keyNode, "NotResource", isNegated: true)
            case .condition: conditions = self.conditions(value)
            case nil: break
            }
        }
        if !hasEffect { report("the statement has no `Effect`", node, cut: true) }
        if seen.action == nil { report("the statement has neither `Action` nor `NotAction`", node, cut: true) }
        guard let effect, let action else { return }
        policy.statements.append(
            Statement(
                index: policy.statements.count, sid: sid, effect: effect.0, effectRange: effect.1, principal: principal,
                action: action, resource: resource, conditions: conditions, range: places.range(node)))
    }

    private mutating func effect(_ value: NodeID) -> (Statement.Effect, TextRange)? {
        guard let text = text(value, "Effect") else { return nil }
        guard let effect = Statement.Effect(rawValue: text.text) else {
            report("`Effect` is `Allow` or `Deny`, in this spelling, not `\(text.text)`", document[value])
            return nil
        }
        return (effect, text.range)
    }

    /// Whether an element and its negation have not both been given.
    private mutating func isFirst(_ seen: inout Node?, _ key: Node, _ name: String) -> Bool {
        guard let first = seen else {
            seen = key
            return true
        }
        diagnostics.append(
            Diagnostic(
                .error, "a statement has `\(name)` or `Not\(name)`, not both", at: source.span(places.range(key)),
                note: Diagnostic.Note("the other stands here", at: source.span(places.range(first)))))
        return false
    }

    // MARK: Elements

    private mutating func principal(_ value: NodeID, _ key: Node, isNegated: Bool) -> PrincipalElement? {
        let node = document[value]
        var values: [PrincipalValue] = []
        if node.isScalar {
            guard let text = text(value, "Principal") else { return nil }
            guard text.text == "*" else {
                let help = "write it as `{\"AWS\": \"\(text.text)\"}`"
                report("`Principal` is `*` or a mapping from a kind of principal", node, help: help)
                return nil
            }
            values = [PrincipalValue(principal: .everyone, text: text)]
        } else if node.kind == .mapping {
            for index in 0..<Int(node.count) {
                let (kindKey, principals) = document.pair(node, index)
                guard let kind = element(kindKey, of: Principal.Kind.self, "`Principal`") else { continue }
                for text in texts(principals, kind.rawValue) {
                    values.append(PrincipalValue(principal: Principal(kind, text.text), text: text))
                }
            }
            if node.count == 0 { report("`Principal` names nobody", node) }
        } else {
            report("`Principal` is `*` or a mapping, not a list", node)
            return nil
        }
        return PrincipalElement(isNegated: isNegated, values: values, key: places.range(key))
    }

    private mutating func list(_ value: NodeID, _ key: Node, _ name: String, isNegated: Bool) -> ListElement {
        ListElement(isNegated: isNegated, values: texts(value, name), key: places.range(key))
    }

    private mutating func conditions(_ value: NodeID) -> [Condition] {
        let node = document[value]
        guard node.kind == .mapping else {
            report("`Condition` is a mapping from operators, not \(kind(node))", node)
            return []
        }
        var result: [Condition] = []
        for index in 0..<Int(node.count) {
            let (operatorKey, keyed) = document.pair(node, index)
            let keyedNode = document[keyed]
            let operatorText = PolicyText(text: document.text(operatorKey), range: places.range(document[operatorKey]))
            let test = ConditionOperator(operatorText.text)
            guard keyedNode.kind == .mapping else {
                report("an operator has a mapping from condition keys, not \(kind(keyedNode))", keyedNode)
                continue
            }
            for pair in 0..<Int(keyedNode.count) {
                let (key, values) = document.pair(keyedNode, pair)
                let name = PolicyText(text: document.text(key), range: places.range(document[key]))
                result.append(
                    Condition(
                        test: test, testText: operatorText, key: name, meaning: keys[name.text],
                        values: texts(values, name.text)))
            }
        }
        return result
    }

    // MARK: Values

    private mutating func text(_ id: NodeID, _ name: String) -> PolicyText? {
        let node = document[id]
        guard node.isScalar, !document.isNull(node) else {
            report("`\(name)` is text, not \(kind(node))", node)
            return nil
        }
        return PolicyText(text: document.text(id), range: places.range(node))
    }

    /// A text or a list of them.
    private mutating func texts(_ id: NodeID, _ name: String) -> [PolicyText] {
        guard document[id].kind == .sequence else { return text(id, name).map { [$0] } ?? [] }
        var result: [PolicyText] = []
        for item in document.items(id) {
            if let text = text(item, name) { result.append(text) }
        }
        return result
    }

    /// A key as one of the elements that may stand here.
    private mutating func element<E: RawRepresentable & CaseIterable>(_ key: NodeID, of: E.Type, _ place: String) -> E?
    where E.RawValue == String {
        let name = document.text(key)
        if let element = E(rawValue: name) { return element }
        let names = E.allCases.map(\.rawValue)
        let twin = names.first { $0.lowercased() == name.lowercased() }
        let help = twin.map { "the spelling is `\($0)`" } ?? Suggestion.help(for: name, among: names)
        report("\(place) has no element `\(name)`", document[key], help: help)
        return nil
    }

    private func kind(_ node: Node) -> String {
        switch node.kind {
        case .mapping: "a mapping"
        case .sequence: "a list"
        default: document.isNull(node) ? "null" : "text"
        }
    }

    /// `cut`: shows the first character only, where the whole would be many lines.
    private mutating func report(_ message: String, _ node: Node, help: String? = nil, cut: Bool = false) {
        var range = places.range(node)
        if cut { range.end = min(range.end, range.start + 1) }
        diagnostics.append(Diagnostic(.error, message, at: source.span(range), help: help))
    }
}
