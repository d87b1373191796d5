import Catalog
import Diagnostics
import Documents
import Expressions
import Rules

/// The words of a rule that mean something to the program, as byte ranges of its source; free text is left out, and a
/// word that stands at the same place of several tests is taken once.
struct Identifiers {
    struct Word {
        var path: String
        var range: Range<Int>
    }

    private let document: Document
    private let free: [Range<Int>]
    private var words: [Word] = []
    private var seen: Set<String> = []

    static func of(_ root: NodeID, in document: Document, rule: Rule) -> [Word] {
        // Offsets of the expressions count from the rule's place in its own file.
        guard let list = document.value(of: "rules", in: root), let node = document.items(list).first else { return [] }
        let shift = document.span(node).start - rule.sourceSpan.start
        let free = freeText(of: rule).map { $0.lowerBound + shift..<$0.upperBound + shift }
        var identifiers = Identifiers(document: document, free: free)
        identifiers.visitRule(node, rule)
        return identifiers.words
    }

    /// Where constants stand that are compared with text.
    private static func freeText(of rule: Rule) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        func visit(_ expression: Expression) {
            switch expression.kind {
            case .literal where expression.type == .string || expression.type == .list(.string):
                ranges.append(expression.span.start..<expression.span.end)
            case .field: break
            default: expression.parts.forEach(visit)
            }
        }
        ((rule.when.map { [$0] } ?? []) + rule.conditions).forEach(visit)
        return ranges
    }

    private mutating func add(_ id: NodeID, _ path: String) { add(document.span(id), path) }

    private mutating func add(_ span: SourceSpan, _ path: String) {
        // An address with a letter more or less is an address.
        let bytes = span.file.bytes[span.start..<span.end]
        guard bytes.contains(where: MutationTests.isLetter),
            bytes.count(where: { $0 == UInt8(ascii: ":") }) < 2 || path.hasSuffix("as_of")
        else { return }
        if seen.insert("\(path) \(span.text)").inserted { words.append(Word(path: path, range: span.start..<span.end)) }
    }

    // MARK: Rule

    private mutating func visitRule(_ id: NodeID, _ rule: Rule) {
        for (key, value) in document.pairs(id) {
            let name = document.text(key)
            add(key, "rule")
            switch name {
            case "resource", "category", "severity", "savings": add(value, name)
            case "for_each": for item in document.items(value) { add(item, name) }
            case "params": visitParameters(value)
            case "when", "flag", "require": visitCondition(value, name)
            case "message": visitHoles(document.span(value))
            case "tests": for test in document.items(value) { visitTest(test, rule) }
            default: break
            }
        }
    }

    private mutating func visitParameters(_ id: NodeID) {
        for (name, declaration) in document.pairs(id) {
            add(name, "params")
            for (key, value) in document.pairs(declaration) {
                add(key, "params.\(document.text(name))")
                if document.text(key) == "type" { add(value, "params.type") }
            }
        }
    }

    private mutating func visitCondition(_ id: NodeID, _ path: String) {
        switch document[id].kind {
        case .mapping:
            for (key, value) in document.pairs(id) {
                // The keys of a map, such as tags, are the user's.
                if !path.hasSuffix(".key") { add(key, path) }
                visitCondition(value, path + "." + document.text(key))
            }
        case .sequence: for item in document.items(id) { visitCondition(item, path) }
        default:
            let span = document.span(id)
            let isFree = free.contains { $0.lowerBound <= span.start && span.end <= $0.upperBound }
            // Without its meaning, null is as good a text as any.
            if !isFree, !document.isNull(document[id]) { add(span, path) }
        }
    }

    private mutating func visitHoles(_ span: SourceSpan) {
        let text = Array(span.text.utf8)
        var at = 0
        while at + 1 < text.count {
            guard text[at] == UInt8(ascii: "{"), text[at + 1] == UInt8(ascii: "{") else {
                at += 1
                continue
            }
            at += 2
            var start = at
            while at < text.count, text[at] != UInt8(ascii: "}") {
                let byte = text[at]
                if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                    // What is quoted may be any text.
                    add(span.part(start..<at), "message")
                    at += 1
                    while at < text.count, text[at] != byte { at += 1 }
                    start = min(at + 1, text.count)
                } else if byte == UInt8(ascii: ".") {
                    add(span.part(start..<at), "message")
                    start = at + 1
                }
                at += 1
            }
            add(span.part(start..<at), "message")
        }
    }

    // MARK: Tests

    private mutating func visitTest(_ id: NodeID, _ rule: Rule) {
        for (key, value) in document.pairs(id) {
            let name = document.text(key)
            add(key, "tests")
            switch name {
            case "given": visitRecord(value, Trial.catalog.shape(of: Trial.catalog.types[rule.resourceType]))
            case "with":
                for (collection, resources) in document.pairs(value) {
                    add(collection, "with")
                    guard let type = Trial.catalog.types.first(where: { $0.collection == document.text(collection) })
                    else { continue }
                    for resource in document.items(resources) { visitRecord(resource, Trial.catalog.shape(of: type)) }
                }
            case "params": for (parameter, _) in document.pairs(value) { add(parameter, "tests.params") }
            case "expect", "entry", "as_of": add(value, "tests.\(name)")
            default: break
            }
        }
    }

    private mutating func visitRecord(_ id: NodeID, _ shape: Shape) {
        for (key, value) in document.pairs(id) {
            add(key, shape.name)
            guard let field = shape.field(document.text(key)) else { continue }
            for item in document[value].kind == .sequence ? Array(document.items(value)) : [value] {
                if document.isNull(document[item]) { continue }
                switch field.type.kind {
                case .record: if let inner = Trial.catalog.shape(of: field.type) { visitRecord(item, inner) }
                case .enumeration, .bool, .protocol, .timestamp, .duration, .peer, .portRange:
                    add(item, shape.name + "." + field.name)
                default: break
                }
            }
        }
    }

    private init(document: Document, free: [Range<Int>]) { (self.document, self.free) = (document, free) }
}
