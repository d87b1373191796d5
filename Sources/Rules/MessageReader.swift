internal import Catalog
internal import Diagnostics
internal import Documents
internal import Expressions

/// Reads a message and checks the expressions in its holes.
struct MessageReader {
    var context: ReadingContext
    /// Types of the elements in scope: the entry of `for_each`, if there is one.
    private let binders: [ValueType]

    init(_ context: ReadingContext, binders: [ValueType]) { (self.context, self.binders) = (context, binders) }

    /// The template, or nil after reporting an error.
    mutating func read(_ id: NodeID) -> MessageTemplate? {
        let placement = ScalarPlacement(context.document, id)
        // Line feeds of block scalars are spaces in a sentence, and none at its end.
        var text = context.document.text(id).utf8.map { $0 == 0x0A ? 0x20 : $0 }[...]
        while text.last == 0x20 { text.removeLast() }
        var parts: [MessageTemplate.Part] = []
        var isWhole = true
        while let open = Self.opening(text) {
            if open > text.startIndex { parts.append(.text(String(decoding: text[..<open], as: UTF8.self))) }
            guard let close = Self.closing(text[(open + 2)...]) else {
                context.report(
                    "a hole of the message is not closed", placement.span(open..<open + 2), help: "end it with }}")
                return nil
            }
            if let part = hole(Array(text[open + 2..<close]), at: open + 2, placement) {
                parts.append(part)
            } else {
                isWhole = false
            }
            text = text[(close + 2)...]
        }
        if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
        return isWhole ? MessageTemplate(parts: parts) : nil
    }

    private static func opening(_ text: ArraySlice<UInt8>) -> Int? {
        text.indices.dropLast().first { text[$0] == UInt8(ascii: "{") && text[$0 + 1] == UInt8(ascii: "{") }
    }

    /// Where the first `}}` outside quotes stands; where none does, the first at all.
    private static func closing(_ text: ArraySlice<UInt8>) -> Int? {
        func isEnd(_ at: Int) -> Bool {
            at + 1 < text.endIndex && text[at] == UInt8(ascii: "}") && text[at + 1] == UInt8(ascii: "}")
        }
        var quote: UInt8?
        var at = text.startIndex
        while at < text.endIndex {
            if let open = quote {
                if text[at] == UInt8(ascii: "\\") { at += 1 } else if text[at] == open { quote = nil }
            } else if text[at] == UInt8(ascii: "\"") || text[at] == UInt8(ascii: "'") {
                quote = text[at]
            } else if isEnd(at) {
                return at
            }
            at += 1
        }
        return text.indices.first(where: isEnd)
    }

    private mutating func hole(_ text: [UInt8], at offset: Int, _ placement: ScalarPlacement) -> MessageTemplate.Part? {
        func place(_ range: Range<Int>) -> SourceSpan {
            placement.span(range.lowerBound + offset..<range.upperBound + offset)
        }
        if text.allSatisfy({ $0 == 0x20 }) {
            context.report(
                "a hole of the message is empty", placement.span(offset - 2..<offset + text.count + 2),
                help: "write {{ resource.name }}")
            return nil
        }
        var reader = ExpressionReader(context, binders: binders)
        let expression = reader.read(text, place)
        context = reader.context
        guard let expression else { return nil }
        switch expression.kind {
        case .resource: return .resource
        case .element(0) where !binders.isEmpty: return .entry
        default: return .value(expression)
        }
    }
}
