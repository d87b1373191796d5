import Diagnostics
import Documents

/// A document read from text, with the text of its diagnostics.
struct Reading {
    let document: Document
    let diagnostics: [Diagnostic]

    init(_ text: String) { self.init(bytes: text.utf8) }

    init(bytes: some Sequence<UInt8>) {
        (document, diagnostics) = YAMLReader.read(SourceFile(path: "test.yaml", text: bytes))
    }

    /// `line:column: message`, one a diagnostic, with `| note …` and `| help …` when there are any.
    var problems: [String] { diagnostics.sortedByPosition().map(Self.line) }

    static func line(_ diagnostic: Diagnostic) -> String {
        var line = ""
        if let span = diagnostic.span { line = place(span) + ": " }
        if diagnostic.severity == .warning { line += "warning: " }
        line += diagnostic.message
        if let note = diagnostic.note { line += " | note \(place(note.span)): \(note.message)" }
        if let help = diagnostic.help { line += " | help: \(help)" }
        return line
    }

    private static func place(_ span: SourceSpan) -> String {
        let position = span.file.position(of: span.start)
        return "\(position.line):\(position.column)"
    }

    /// Every node below the roots, a line each: byte offsets, kind, source text, and the value where it differs from it.
    var outline: [String] {
        var lines: [String] = []
        for (index, root) in document.roots.enumerated() {
            if index > 0 { lines.append("---") }
            outline(root, &lines)
        }
        return lines
    }

    private func outline(_ id: NodeID, _ lines: inout [String]) {
        let node = document[id]
        let source = Self.oneLine(document.span(id).text)
        var line = "\(node.start)-\(node.end) \(node.kind) \(source)"
        if node.isScalar, document.text(id) != document.span(id).text {
            line += " → \(Self.oneLine(document.text(id)))"
        }
        lines.append(line)
        for item in document.items(id) { outline(item, &lines) }
        for (key, value) in document.pairs(id) {
            outline(key, &lines)
            outline(value, &lines)
        }
    }

    private static func oneLine(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "\n": "⏎"
            case "\r": "␍"
            case "\t": "⇥"
            default: String(scalar)
            }
        }.joined()
    }

    /// The value as one line of flow text, however it was written: `{a: [b, c]}`; null is `∅`.
    var flow: String { document.roots.map(flow).joined(separator: " --- ") }

    private func flow(_ id: NodeID) -> String {
        let node = document[id]
        switch node.kind {
        case .sequence: return "[" + document.items(id).map(flow).joined(separator: ", ") + "]"
        case .mapping:
            return "{" + document.pairs(id).map { "\(flow($0.key)): \(flow($0.value))" }.joined(separator: ", ") + "}"
        default: return document.isNull(node) ? "∅" : document.text(id)
        }
    }
}
