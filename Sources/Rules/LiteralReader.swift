internal import Catalog
internal import Diagnostics
internal import Documents
internal import Expressions
internal import Networks

/// Reads constants of rules from YAML nodes, by the type that their place asks for.
struct LiteralReader {
    let document: Document

    /// What is wrong with a constant.
    struct Problem: Error {
        var message: String
        var span: SourceSpan
        var help: String?
    }

    /// The constant, or why the node is none of that type.
    func literal(_ id: NodeID, _ type: ValueType) throws(Problem) -> Literal {
        let node = document[id]
        if document.isNull(node) {
            throw Problem(
                message: "null is no value of type \(type.name)", span: document.span(id),
                help: "`FIELD: null` tests that there is none")
        }
        if case .list(let element) = type {
            guard node.kind == .sequence else { return .list([try literal(id, element)]) }
            var elements: [Literal] = []
            for item in document.items(id) { elements.append(try literal(item, element)) }
            return .list(elements)
        }
        guard node.isScalar else { throw problem(id, type) }
        if node.kind == .plain, document.text(id).hasPrefix("$") {
            throw Problem(
                message: "a parameter cannot stand inside a list", span: document.span(id),
                help: "give the parameter a list type and write it instead of the list")
        }
        let read: Literal? = document.withBytes(of: node) { text in
            switch type {
            case .bool: node.kind == .plain ? ScalarForms.bool(text).map { .bool($0) } : nil
            case .int: ScalarForms.int(text).map { .int($0) }
            case .double: ScalarForms.double(text).map { .double($0) }
            case .string: .string(String(decoding: text, as: UTF8.self))
            case .timestamp: Timestamp(parsing: text).map { .timestamp($0.micros) }
            case .duration: Units.duration(text).map { .duration($0) }
            case .byteSize: Units.byteSize(text).map { .bytes($0) }
            case .usd: Units.micros(ofDollars: text).map { .usd($0) }
            case .protocol: IPProtocol(parsing: text).map { .protocol($0) }
            case .portRange: (try? PortRange(parsing: text)).map { .portRange($0) }
            case .cidr, .peer:
                text.elementsEqual("internet".utf8) ? .internet : (try? CIDR(parsing: text)).map { .cidr($0) }
            case .enumeration(let names):
                names.firstIndex { $0.utf8.elementsEqual(text) }.map { .enumeration($0, names[$0]) }
            default: nil
            }
        }
        guard let read else { throw problem(id, type) }
        if case .cidr(let cidr) = read, cidr.hasHostBits {
            throw Problem(
                message: "`\(document.text(id))` has host bits set", span: document.span(id), help: "write \(cidr)")
        }
        return read
    }

    private func problem(_ id: NodeID, _ type: ValueType) -> Problem {
        let text = document[id].isScalar ? document.text(id) : document[id].kind == .mapping ? "a mapping" : "a list"
        var help: String?
        var expected = "of type \(type.name)"
        switch type {
        case .enumeration(let names):
            help = Suggestion.help(for: text, among: names)
            expected = "one of its values"
        case .bool: help = "write true or false"
        case .duration: help = "write a duration such as 90d or 12h"
        case .cidr, .peer: help = "write 10.0.0.0/8, ::/0 or internet"
        case .portRange: help = "write 443, 8000-8100 or all"
        default: break
        }
        return Problem(message: "`\(text)` is not \(expected)", span: document.span(id), help: help)
    }
}
