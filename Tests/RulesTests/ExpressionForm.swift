import Catalog
import Diagnostics
import Documents
import Expressions
import Rules
import Testing

/// Built-in rules with their conditions written as expressions instead of mappings.
enum ExpressionForm {
    /// A rule file of the one rule; nil where the lists of `for_each` have conditions that no one text says.
    static func text(of rule: Rule) throws -> String? {
        let condition = Set(rule.conditions.map { text($0, binders: rule.forEach.isEmpty ? [] : ["it"]) })
        guard condition.count == 1, let condition = condition.first else { return nil }
        let source = "rules:\n  - " + rule.sourceSpan.text + "\n"
        let (document, problems) = YAMLReader.read(SourceFile(path: "rules.yaml", text: source.utf8))
        try #require(!problems.hasErrors)
        let list = try #require(document.roots.first.flatMap { document.value(of: "rules", in: $0) })
        let node = try #require(document.items(list).first)
        var bytes = Array(source.utf8)
        // From the end, so that places before stay.
        for (key, value) in Array(document.pairs(node)).reversed() {
            let name = document.text(key)
            if name == "let" {
                // The conditions name nothing any more.
                let names = definitions(
                    value, usedIn: ["message", "savings"].compactMap { document.value(of: $0, in: node) }, document)
                let range = document.span(key).start..<document.span(value).end
                bytes.replaceSubrange(
                    range, with: Array((names.isEmpty ? "" : "let: {\(names.joined(separator: ", "))}\n").utf8))
                continue
            }
            let written =
                switch name {
                case "when": rule.when.map { text($0, binders: []) }
                case "flag", "require": condition
                default: nil as String?
                }
            guard let written else { continue }
            var range = document.span(key).end..<document.span(value).end
            while range.upperBound > range.lowerBound, bytes[range.upperBound - 1] <= 0x20 {
                range = range.lowerBound..<range.upperBound - 1
            }
            bytes.replaceSubrange(range, with: Array(": \(quoted(written))".utf8))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The names of `let` that these texts use, or that such names use, as pairs of a flow mapping.
    private static func definitions(_ mapping: NodeID, usedIn texts: [NodeID], _ document: Document) -> [String] {
        // Of a message its holes.
        var used = texts.map { id in
            let text = document.text(id)
            guard text.contains("{{") else { return text }
            return text.split(separator: "{{", omittingEmptySubsequences: false).dropFirst()
                .compactMap { $0.split(separator: "}}", omittingEmptySubsequences: false).first }.joined(separator: " ")
        }.joined(separator: " ")
        var kept: [String] = []
        // A name uses those before it.
        for (key, value) in document.pairs(mapping).reversed() {
            let name = document.text(key)
            let words = used.split { !($0.isLetter || $0.isNumber || $0 == "_") }
            guard words.contains(Substring(name)) else { continue }
            used += " " + document.text(value)
            kept.insert("\(name): \(quoted(document.text(value)))", at: 0)
        }
        return kept
    }

    private static func text(_ condition: Expression, binders: [String]) -> String {
        condition.syntax(outer: binders).text
    }

    /// In double quotes, as YAML and JSON have them.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
