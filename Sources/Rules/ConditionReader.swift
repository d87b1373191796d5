internal import Catalog
internal import Diagnostics
internal import Documents
internal import Expressions

/// Reads conditions in the match form into expressions, checking every name and constant against the catalog.
struct ConditionReader {
    var context: ReadingContext
    private var document: Document { context.document }

    /// Types of the elements in scope, from the outside in: the entry of `for_each`, elements of `some` and its like.
    var binders: [ValueType]

    init(_ context: ReadingContext, binders: [ValueType]) { (self.context, self.binders) = (context, binders) }

    static let connectives = ["any", "all", "not"]

    /// A condition on the record that `subject` gives. Nil after reporting an error.
    mutating func condition(_ id: NodeID, on subject: Expression) -> Expression? {
        guard case .record(let shapeName) = subject.type, let shape = context.shape(shapeName) else {
            return test(id, on: subject)
        }
        if document[id].isScalar, !document.isNull(document[id]) { return expression(id) }
        guard document[id].kind == .mapping else {
            context.report(
                "a condition is a mapping of fields and what must hold of them, or an expression", id,
                help: "write {field: value} or a text such as 'resource.name == \"web\"'")
            return nil
        }
        if document[id].count == 0 {
            context.report("this condition is empty, so it would hold for everything", id)
            return nil
        }
        var parts: [Expression] = []
        var isWhole = true
        for (key, value) in document.pairs(id) {
            let name = document.text(key)
            let part: Expression?
            if let field = shape.field(name) {
                let type = context.valueType(field.type)
                part = test(value, on: Expression(.field(subject, name), type, at: document.span(key)))
            } else if Self.connectives.contains(name) {
                part = connective(name, value) { reader, node in reader.condition(node, on: subject) }
            } else {
                context.report(
                    "`\(shapeName)` has no field `\(name)`", key,
                    help: Suggestion.help(for: name, among: shape.names.names + Self.connectives))
                part = nil
            }
            if let part { parts.append(part) } else { isWhole = false }
        }
        return isWhole ? .joined(.and, parts, at: document.span(id)) : nil
    }

    private func isExpression(_ id: NodeID) -> Bool { document[id].isScalar && !document.isNull(document[id]) }

    /// A condition written as CEL.
    private mutating func expression(_ id: NodeID) -> Expression? {
        var reader = ExpressionReader(context, binders: binders)
        let result = reader.condition(id)
        context = reader.context
        return result
    }

    private mutating func connective(
        _ name: String, _ value: NodeID, _ read: (inout Self, NodeID) -> Expression?
    ) -> Expression? {
        let span = document.span(value)
        if name == "not" { return read(&self, value).map { .test(.not, [$0], at: span) } }
        guard document[value].kind == .sequence, document[value].count > 0 else {
            context.report("`\(name)` needs a list of conditions", value, help: "write \(name): [{…}, {…}]")
            return nil
        }
        let parts = document.items(value).map { read(&self, $0) }
        let read = parts.compactMap(\.self)
        guard read.count == parts.count else { return nil }
        return .joined(name == "any" ? .or : .and, read, at: span)
    }

    // MARK: Tests

    /// What must hold of a value: a constant, a list of constants, or a mapping of operators. Nil after reporting an error.
    mutating func test(_ id: NodeID, on subject: Expression) -> Expression? {
        let span = document.span(id)
        if document.isNull(document[id]) { return .test(.not, [.test(.has, [subject], at: span)], at: span) }
        switch document[id].kind {
        case .mapping:
            if case .record(let shape) = subject.type { return recordTest(id, on: subject, shape) }
            return operators(id, on: subject)
        case .sequence:
            return membership(id, on: subject)
        default:
            return equality(id, on: subject)
        }
    }

    private mutating func equality(_ id: NodeID, on subject: Expression) -> Expression? {
        switch subject.type {
        case .list, .map, .record, .policy:
            context.report(
                "\(Self.withArticle(subject.type)) cannot be compared with `\(document.text(id))`", id,
                help: operatorHelp(subject.type))
            return nil
        case .peer where document.text(id) == "internet", .cidr where document.text(id) == "internet",
            .ip where document.text(id) == "internet":
            context.report(
                "an address range is compared with operators", id, help: "write {covers: internet} or {public: true}")
            return nil
        default: break
        }
        guard let constant = context.constant(id, subject.type, orList: true) else { return nil }
        let isList = if case .list = constant.type { true } else { false }
        return .test(isList ? .isIn : .equals, [subject, constant], at: document.span(id))
    }

    private mutating func membership(_ id: NodeID, on subject: Expression) -> Expression? {
        switch subject.type {
        case .list, .map, .record, .policy:
            context.report(
                "\(Self.withArticle(subject.type)) cannot be one of a list", id, help: operatorHelp(subject.type))
            return nil
        default: break
        }
        guard let constant = context.constant(id, .list(subject.type)) else { return nil }
        return .test(.isIn, [subject, constant], at: document.span(id))
    }

    /// The fields of a record, and the operators that apply to any value.
    private mutating func recordTest(_ id: NodeID, on subject: Expression, _ shapeName: String) -> Expression? {
        guard let shape = context.shape(shapeName) else { return nil }
        var parts: [Expression] = []
        var isWhole = document[id].count > 0
        if !isWhole { context.report("this test is empty, so it would hold for everything", id) }
        for (key, value) in document.pairs(id) {
            let name = document.text(key)
            let part: Expression?
            if shape.field(name) == nil, ["exists", "stated"].contains(name) {
                part = presence(name, value, on: subject)
            } else if let field = shape.field(name) {
                part = test(
                    value, on: Expression(.field(subject, name), context.valueType(field.type), at: document.span(key)))
            } else if Self.connectives.contains(name) {
                part = connective(name, value) { reader, node in
                    reader.isExpression(node) ? reader.expression(node) : reader.test(node, on: subject)
                }
            } else {
                context.report(
                    "`\(shapeName)` has no field `\(name)`", key,
                    help: Suggestion.help(
                        for: name, among: shape.names.names + Self.connectives + ["exists", "stated"]))
                part = nil
            }
            if let part { parts.append(part) } else { isWhole = false }
        }
        return isWhole ? .joined(.and, parts, at: document.span(id)) : nil
    }

    private mutating func operators(_ id: NodeID, on subject: Expression) -> Expression? {
        var parts: [Expression] = []
        var isWhole = document[id].count > 0
        if !isWhole { context.report("this test is empty, so it would hold for everything", id) }
        for (key, value) in document.pairs(id) {
            let name = document.text(key)
            let part: Expression? =
                if Self.connectives.contains(name) {
                    connective(name, value) { reader, node in reader.test(node, on: subject) }
                } else if ["exists", "stated"].contains(name) {
                    presence(name, value, on: subject)
                } else {
                    operation(name, key, value, on: subject)
                }
            if let part { parts.append(part) } else { isWhole = false }
        }
        return isWhole ? .joined(.and, parts, at: document.span(id)) : nil
    }

    private mutating func presence(_ name: String, _ value: NodeID, on subject: Expression) -> Expression? {
        guard let isWanted = context.flag(value, of: name) else { return nil }
        if name == "stated", case .field(_, let fieldName) = subject.kind, hasDefault(subject) {
            context.report("`\(fieldName)` has a default in the catalog, so it is always stated", value)
            return nil
        }
        let test = Expression.test(name == "exists" ? .has : .stated, [subject], at: document.span(value))
        return isWanted ? test : .test(.not, [test], at: document.span(value))
    }

    private func hasDefault(_ subject: Expression) -> Bool {
        guard case .field(let record, let name) = subject.kind, case .record(let shape) = record.type,
            let field = context.shape(shape)?.field(name)
        else { return false }
        return field.defaultIsNull || field.defaultText != nil
    }

    static func plainName(_ type: ValueType) -> String {
        switch type {
        case .list: "list"
        case .map: "map"
        case .record: "record"
        case .enumeration: "enum"
        default: type.name
        }
    }

    static func withArticle(_ type: ValueType) -> String {
        let name = plainName(type)
        return ("aeiou".contains(name.first ?? " ") ? "an " : "a ") + name
    }

    func operatorHelp(_ type: ValueType) -> String {
        "operators on \(Self.withArticle(type)): \(Operators.names(for: type).joined(separator: ", "))"
    }
}
