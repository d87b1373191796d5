import Expressions

extension Syntax {
    /// The nodes directly below, and the names that stand in the node itself.
    var parts: (nodes: [Syntax], names: [Name]) {
        switch kind {
        case .null, .bool, .int, .uint, .double, .string, .bytes: ([], [])
        case .identifier(let name, let isAbsolute): ([], isAbsolute ? [] : [Name(name, range)])
        case .select(let operand, let field, _), .has(let operand, let field, _): ([operand], [field])
        case .index(let operand, let index, _): ([operand, index], [])
        case .call(let name, let target, let arguments): ((target.map { [$0] } ?? []) + arguments, [name])
        case .list(let elements): (elements.map(\.value), [])
        case .map(let entries): (entries.flatMap { [$0.key, $0.value] }, [])
        case .message(let type, let fields): ([type] + fields.map(\.value), fields.map(\.name))
        case .conditional(let condition, let yes, let no): ([condition, yes, no], [])
        case .unary(_, let operand): ([operand], [])
        case .operation(_, let operands): (operands, [])
        case .comprehension(let macro):
            ([macro.over] + [macro.predicate, macro.transform].compactMap { $0 }, [macro.name] + macro.variables)
        case .bind(let name, let value, let body): ([value, body], [name])
        case .optionalMap(let target, let name, let body, _): ([target, body], [name])
        }
    }

    /// The first part of the tree whose place is not within its parent's, or whose name is not what the text has there.
    func misplaced(in text: [UInt8]) -> String? {
        let (nodes, names) = parts
        for name in names {
            let source = String(decoding: text[Int(name.range.start)..<Int(name.range.end)], as: UTF8.self)
            let written = source.hasPrefix("`") ? String(source.dropFirst().dropLast()) : source
            // Between the dot of an absolute name and its letters there may be space.
            guard written == name.text || written.hasPrefix(".") && name.text.hasPrefix(".") else {
                return "\(name.text) at \(source)"
            }
        }
        for node in nodes {
            if node.range.start < range.start || node.range.end > range.end || node.range.start >= node.range.end {
                return "\(node.outline) within \(outline)"
            }
            if let place = node.misplaced(in: text) { return place }
        }
        return nil
    }
}
