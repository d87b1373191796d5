import Diagnostics
import Reports

extension ByteSink {
    /// A JSON list; `lines`: the indent of elements that stand on lines of their own.
    mutating func list<Element>(
        _ elements: [Element], lines: String? = nil, _ body: (Element, inout ByteSink) -> Void
    ) {
        self += "["
        for (position, element) in elements.enumerated() {
            if let lines {
                append((position == 0 ? "\n" : ",\n") + lines)
            } else if position > 0 {
                self += ", "
            }
            body(element, &self)
        }
        if lines != nil, !elements.isEmpty { self += "\n  " }
        self += "]"
    }

    /// `true`, `false`, or `null` for what is not known.
    mutating func append(_ value: Bool?) {
        switch value {
        case true: self += "true"
        case false: self += "false"
        case nil: self += "null"
        }
    }

    mutating func append(location span: SourceSpan?) {
        guard let span else { return self += "null" }
        let position = span.file.position(of: span.start)
        self += "{\"file\": "
        append(json: span.file.path)
        self += ", \"line\": "
        append(position.line)
        self += ", \"column\": "
        append(position.column)
        self += "}"
    }
}
