internal import Reports

/// Writes a JSON value indented, an object member a line. What holds no object stands on one line, so that long lists of
/// names do not make a long file.
struct SchemaText {
    private var sink = ByteSink()

    /// The value as text, with a line feed at its end.
    static func text(of value: SchemaValue) -> String {
        var writer = SchemaText()
        writer.write(value, indent: 0)
        writer.sink.append("\n")
        return String(decoding: writer.sink.bytes, as: UTF8.self)
    }

    private mutating func write(_ value: SchemaValue, indent: Int) {
        switch value {
        case .null: sink.append("null")
        case .flag(let flag): sink.append(flag ? "true" : "false")
        case .number(let number): sink.append(number)
        case .text(let text): sink.append(json: text)
        case .list(let elements):
            let items = elements.map { (name: String?.none, value: $0) }
            write(items, between: "[", "]", onOneLine: elements.allSatisfy { !Self.isLong($0) }, indent)
        case .object(let members):
            let items = members.map { (name: String?.some($0.name), value: $0.value) }
            let isShort = members.count < 2 && members.allSatisfy { !Self.isLong($0.value) }
            write(items, between: "{", "}", onOneLine: isShort, indent)
        }
    }

    private static func isLong(_ value: SchemaValue) -> Bool {
        switch value {
        case .list(let elements): elements.contains { isLong($0) }
        case .object(let members): members.count > 1 || members.contains { isLong($0.value) }
        default: false
        }
    }

    private mutating func write(
        _ items: [(name: String?, value: SchemaValue)], between open: String, _ close: String, onOneLine: Bool,
        _ indent: Int
    ) {
        sink.append(open)
        for (position, item) in items.enumerated() {
            if position > 0 { sink.append(onOneLine ? ", " : ",") }
            if !onOneLine { breakLine(indent + 1) }
            if let name = item.name {
                sink.append(json: name)
                sink.append(": ")
            }
            write(item.value, indent: indent + 1)
        }
        if !onOneLine { breakLine(indent) }
        sink.append(close)
    }

    private mutating func breakLine(_ indent: Int) {
        sink.append("\n" + String(repeating: "  ", count: indent))
    }
}
