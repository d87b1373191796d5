import Expressions

extension Syntax {
    /// The tree with a bracket around every node, so that no two trees have the same outline; places left out.
    var outline: String {
        switch kind {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .int(let value): "\(value)"
        case .uint(let value): "\(value)u"
        case .double(let value): "\(value)d"
        case .string(let value): value.debugDescription
        case .bytes(let value): "b\(value)"
        case .identifier(let name, let isAbsolute): isAbsolute ? ".\(name)" : name
        case .select(let operand, let field, let isOptional):
            "(\(operand.outline)\(isOptional ? ".?" : ".")\(field.text))"
        case .has(let operand, let field, let isOptional):
            "has(\(operand.outline)\(isOptional ? ".?" : ".")\(field.text))"
        case .index(let operand, let index, let isOptional):
            "(\(operand.outline)[\(isOptional ? "?" : "")\(index.outline)])"
        case .call(let name, let target, let arguments):
            (target.map { "(\($0.outline))." } ?? "") + name.text + Self.list(arguments.map(\.outline))
        case .list(let elements):
            "[" + elements.map { ($0.isOptional ? "?" : "") + $0.value.outline }.joined(separator: ", ") + "]"
        case .map(let entries):
            "{"
                + entries.map { ($0.isOptional ? "?" : "") + "\($0.key.outline): \($0.value.outline)" }
                .joined(separator: ", ") + "}"
        case .message(let type, let fields):
            type.outline + "{"
                + fields.map { ($0.isOptional ? "?" : "") + "\($0.name.text): \($0.value.outline)" }
                .joined(separator: ", ") + "}"
        case .conditional(let condition, let yes, let no): "(\(condition.outline) ? \(yes.outline) : \(no.outline))"
        case .unary(let function, let operand): "(\(function == .not ? "!" : "-")\(operand.outline))"
        case .operation(let function, let operands):
            "(" + operands.map(\.outline).joined(separator: " \(Self.sign(function)) ") + ")"
        case .comprehension(let macro):
            "(\(macro.over.outline)).<\(macro.macro)>"
                + Self.list(
                    [macro.variables.map(\.text).joined(separator: " ")]
                        + [macro.predicate, macro.transform].map { $0?.outline ?? "∅" })
        case .bind(let name, let value, let body): "bind" + Self.list([name.text, value.outline, body.outline])
        case .optionalMap(let target, let name, let body, let isFlat):
            "(\(target.outline)).<\(isFlat ? "optFlatMap" : "optMap")>" + Self.list([name.text, body.outline])
        }
    }

    private static func list(_ parts: [String]) -> String { "(" + parts.joined(separator: ", ") + ")" }

    private static func sign(_ function: Function) -> String {
        function == .isIn ? "in" : function.rawValue.trimming("_")
    }
}

extension String {
    fileprivate func trimming(_ character: Character) -> String {
        String(drop { $0 == character }.reversed().drop { $0 == character }.reversed())
    }
}
