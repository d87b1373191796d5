internal import Catalog
internal import Diagnostics
internal import Documents
internal import Expressions

/// Reads a message and checks its holes.
struct MessageReader {
    var context: ReadingContext

    init(_ context: ReadingContext) { self.context = context }

    /// The template, or nil after reporting an error.
    mutating func read(_ id: NodeID, resource: Expression, entry: Expression?) -> MessageTemplate? {
        // Line feeds of block scalars are spaces in a sentence, and none at its end.
        var text = context.document.text(id).utf8.map { $0 == 0x0A ? 0x20 : $0 }[...]
        while text.last == 0x20 { text.removeLast() }
        var parts: [MessageTemplate.Part] = []
        var isWhole = true
        while let open = Self.find(UInt8(ascii: "{"), in: text) {
            if open > text.startIndex { parts.append(.text(String(decoding: text[..<open], as: UTF8.self))) }
            guard let close = Self.find(UInt8(ascii: "}"), in: text[(open + 2)...]) else {
                context.report("a hole of the message is not closed", holeSpan(id, "{{"), help: "end it with }}")
                return nil
            }
            let path = String(decoding: text[open + 2..<close].filter { $0 != 0x20 }, as: UTF8.self)
            if let part = hole(path, id, resource, entry) { parts.append(part) } else { isWhole = false }
            text = text[(close + 2)...]
        }
        if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
        return isWhole ? MessageTemplate(parts: parts) : nil
    }

    /// Where the byte stands twice in a row.
    private static func find(_ byte: UInt8, in text: ArraySlice<UInt8>) -> Int? {
        text.indices.dropLast().first { text[$0] == byte && text[$0 + 1] == byte }
    }

    private mutating func hole(
        _ path: String, _ id: NodeID, _ resource: Expression, _ entry: Expression?
    ) -> MessageTemplate.Part? {
        let names = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        switch names[0] {
        case "resource": return names.count == 1 ? .resource : field(Array(names.dropFirst()), of: resource, path, id)
        case "it":
            guard let entry else {
                context.report(
                    "`it` is the entry of `for_each`, which this rule has not", holeSpan(id, path),
                    help: "write `resource`")
                return nil
            }
            return names.count == 1 ? .entry : field(Array(names.dropFirst()), of: entry, path, id)
        case "params" where names.count == 2:
            if context.brokenParameters.contains(names[1]) { return nil }
            guard let parameter = context.parameters.first(where: { $0.name == names[1] }) else {
                context.report(
                    "there is no parameter `\(names[1])`", holeSpan(id, path),
                    help: Suggestion.help(for: names[1], among: context.parameters.map(\.name)))
                return nil
            }
            context.usedParameters.insert(names[1])
            let span = context.document.span(id)
            return .value(Expression(.parameter(names[1], parameter.value), parameter.type, at: span))
        default:
            context.report(
                "`\(path)` is nothing a message can show", holeSpan(id, path),
                help: Suggestion.help(for: names[0], among: ["resource", "it", "params"]))
            return nil
        }
    }

    private mutating func field(_ names: [String], of record: Expression, _ path: String, _ id: NodeID)
        -> MessageTemplate.Part?
    {
        var expression = record
        for name in names {
            guard case .record(let shapeName) = expression.type, let shape = context.shape(shapeName) else {
                context.report("`\(path)` goes into a value that has no fields", holeSpan(id, path))
                return nil
            }
            guard let field = shape.field(name) else {
                context.report(
                    "`\(shapeName)` has no field `\(name)`", holeSpan(id, path),
                    help: Suggestion.help(for: name, among: shape.names.names))
                return nil
            }
            expression = Expression(
                .field(expression, name), context.valueType(field.type), at: context.document.span(id))
        }
        return .value(expression)
    }

    /// Where the hole's text stands in the source; the whole message when it is not there as written.
    private func holeSpan(_ id: NodeID, _ text: String) -> SourceSpan {
        let span = context.document.span(id)
        let source = Array(span.text.utf8)
        let wanted = Array(text.utf8)
        guard !wanted.isEmpty, source.count >= wanted.count else { return span }
        for at in 0...(source.count - wanted.count) where source[at..<at + wanted.count].elementsEqual(wanted) {
            return span.part(at..<at + wanted.count)
        }
        return span
    }
}
