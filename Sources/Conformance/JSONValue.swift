package import Documents
package import Expressions

/// JSON as values of the language: `plumb eval --bind 'x={"a": [1, 2.5]}'`.
package enum JSONValue {
    /// Whole numbers are int, others double. Nil for what is no JSON value.
    package static func value(_ document: Document, _ id: NodeID) -> Value? {
        let node = document[id]
        switch node.kind {
        case .mapping:
            var map = MapValue()
            for (key, value) in document.pairs(id) {
                guard let value = Self.value(document, value) else { return nil }
                _ = map.add(.string(document.text(key)), value)
            }
            return .map(map)
        case .sequence:
            var elements: [Value] = []
            for item in document.items(id) {
                guard let element = value(document, item) else { return nil }
                elements.append(element)
            }
            return .list(elements)
        case .plain:
            if document.isNull(node) { return .null }
            return document.withBytes(of: node) { text in
                if let bool = ScalarForms.bool(text) { return .bool(bool) }
                let string = String(decoding: text, as: UTF8.self)
                if let int = Int64(string) { return .int(int) }
                if let double = Double(string) { return .double(double) }
                return .string(string)
            }
        default: return .string(document.text(id))
        }
    }
}
