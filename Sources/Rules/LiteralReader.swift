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
        let read = document.withBytes(of: node) { ConstantText.literal($0, type, isPlain: node.kind == .plain) }
        guard let read else { throw problem(id, type) }
        if let problem = ConstantText.hostBits(read, document.text(id)) {
            throw Problem(message: problem.message, span: document.span(id), help: problem.help)
        }
        return read
    }

    private func problem(_ id: NodeID, _ type: ValueType) -> Problem {
        let text = document[id].isScalar ? document.text(id) : document[id].kind == .mapping ? "a mapping" : "a list"
        let problem = ConstantText.problem(text, type)
        return Problem(message: problem.message, span: document.span(id), help: problem.help)
    }
}
