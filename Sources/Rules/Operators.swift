internal import Diagnostics
internal import Documents
internal import Expressions

/// Which operators of the match form apply to which type; docs/rule-language.md says what they mean.
enum Operators {
    private static let order = ["above", "at_least", "below", "at_most"]
    private static let addresses = ["within", "covers", "overlaps", "prefix_length", "public"]

    /// In the order in which help lists them.
    static func names(for type: ValueType) -> [String] {
        let own: [String] =
            switch type {
            case .timestamp: order + ["older_than", "younger_than", "in"]
            case .int, .double, .duration, .byteSize, .usd: order + ["in"]
            case .string: ["startsWith", "endsWith", "contains", "containsIgnoringCase", "size", "empty", "in"]
            case .list(let element): list(element)
            case .map: ["has_keys", "key", "size", "empty"]
            case .cidr, .ip: addresses + ["in"]
            case .peer: addresses + ["kind", "in"]
            case .portRange: ["covers", "within", "overlaps", "size", "in"]
            case .admittedTraffic: ["admits"]
            case .bool, .protocol, .enumeration: ["in"]
            default: []
            }
        return own + ["not", "any", "all", "exists", "stated"]
    }

    private static func list(_ element: ValueType) -> [String] {
        let all = ["some", "every", "none", "size", "empty"]
        if case .record = element { return all + ["admits"] }
        return all + ["contains"]
    }
}

extension ConditionReader {
    /// One operator applied to a value. Nil after reporting an error.
    mutating func operation(_ name: String, _ key: NodeID, _ value: NodeID, on subject: Expression) -> Expression? {
        let document = context.document
        let names = Operators.names(for: subject.type)
        guard names.contains(name) else {
            context.report(
                "`\(name)` is no operator on \(Self.withArticle(subject.type))", key,
                help: Suggestion.help(for: name, among: names))
            return nil
        }
        let span = document.span(key)
        func compare(
            _ function: Function, with type: ValueType, of left: Expression? = nil, orList: Bool = false
        ) -> Expression? {
            context.constant(value, type, orList: orList).map { .test(function, [left ?? subject, $0], at: span) }
        }
        func derived(_ function: Function, _ type: ValueType) -> Expression {
            Expression(.call(function, [subject]), type, at: span)
        }
        switch name {
        case "above": return compare(.greater, with: subject.type)
        case "at_least": return compare(.greaterOrEqual, with: subject.type)
        case "below": return compare(.less, with: subject.type)
        case "at_most": return compare(.lessOrEqual, with: subject.type)
        case "older_than": return compare(.greater, with: .duration, of: derived(.age, .duration))
        case "younger_than": return compare(.less, with: .duration, of: derived(.age, .duration))
        case "in": return compare(.isIn, with: .list(subject.type))
        case "startsWith": return compare(.startsWith, with: .string)
        case "endsWith": return compare(.endsWith, with: .string)
        case "containsIgnoringCase": return compare(.containsIgnoringCase, with: .string)
        case "contains": return contains(value, on: subject, span)
        case "size": return test(value, on: derived(.size, .int))
        case "empty": return empty(value, on: derived(.size, .int), span)
        case "some": return quantified(.some, value, on: subject, span)
        case "every": return quantified(.every, value, on: subject, span)
        case "none": return quantified(.none, value, on: subject, span)
        case "has_keys": return compare(.hasKeys, with: .list(.string))
        case "key": return valueUnderKey(value, on: subject)
        case "within": return compare(.within, with: setType(subject.type), orList: true)
        case "covers": return compare(.covers, with: setType(subject.type), orList: true)
        case "overlaps": return compare(.overlaps, with: setType(subject.type), orList: true)
        case "prefix_length": return test(value, on: derived(.prefixLength, .int))
        case "public": return test(value, on: derived(.isPublic, .bool))
        case "kind": return test(value, on: derived(.kind, .peerKind))
        case "admits": return admits(value, on: subject, span)
        default: return nil
        }
    }

    private func setType(_ type: ValueType) -> ValueType { type == .portRange ? .portRange : .cidr }

    private mutating func contains(_ value: NodeID, on subject: Expression, _ span: SourceSpan) -> Expression? {
        guard case .list(let element) = subject.type else {
            return context.constant(value, .string).map { .test(.contains, [subject, $0], at: span) }
        }
        let item = Expression(.element(levelsUp: 0), element, at: span)
        guard let test = test(value, on: item) else { return nil }
        return Expression(.quantifier(.some, over: subject, body: test), .bool, at: span)
    }

    private mutating func empty(_ value: NodeID, on size: Expression, _ span: SourceSpan) -> Expression? {
        guard let isEmpty = context.flag(value, of: "empty") else { return nil }
        let zero = Expression(.literal(.int(0)), .int, at: span)
        return .test(isEmpty ? .equals : .greater, [size, zero], at: span)
    }

    private mutating func quantified(
        _ quantifier: Quantifier, _ value: NodeID, on subject: Expression, _ span: SourceSpan
    ) -> Expression? {
        guard case .list(let element) = subject.type else { return nil }
        let item = Expression(.element(levelsUp: 0), element, at: span)
        binders.append(element)
        let body = condition(value, on: item)
        binders.removeLast()
        guard let body else { return nil }
        return Expression(.quantifier(quantifier, over: subject, body: body), .bool, at: span)
    }

    /// `key: {Name: test, …}`: what must hold of the values under the keys.
    private mutating func valueUnderKey(_ value: NodeID, on subject: Expression) -> Expression? {
        let document = context.document
        guard document[value].kind == .mapping, document[value].count > 0 else {
            context.report(
                "`key` needs a mapping of keys and what must hold of their values", value,
                help: "write {Owner: {exists: true}}")
            return nil
        }
        let parts = document.pairs(value).map { key, value in
            let name = Expression(.literal(.string(document.text(key))), .string, at: document.span(key))
            return test(value, on: Expression(.call(.valueAt, [subject, name]), .string, at: document.span(key)))
        }
        let read = parts.compactMap(\.self)
        return read.count == parts.count ? .joined(.and, read, at: document.span(value)) : nil
    }
}
