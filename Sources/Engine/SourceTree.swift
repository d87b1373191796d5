internal import Diagnostics
internal import Documents
internal import Inventory

/// Finds where a field of a resource stands, by reading the resource's source once more. Only findings pay for it, so the
/// arena needs no positions of fields.
struct SourceTree {
    private let document: Document
    private let root: NodeID

    /// Nil where the resource cannot be read by itself: it uses aliases, or stands in a form that needs its surroundings.
    init?(_ segment: Segment, _ resource: ResourceRecord) {
        let file = segment.file
        var start = Int(resource.start)
        // A block mapping needs its own indentation, so reading begins with its line: `  - id: …`.
        if start < file.count, file.bytes[start] != UInt8(ascii: "{") {
            while start > 0, file.bytes[start - 1] != 0x0A { start -= 1 }
        }
        var document = Document(file: file)
        let range = start..<max(start, Int(resource.end))
        guard !YAMLReader.read(range, into: &document).hasErrors, var root = document.roots.first else { return nil }
        while document[root].kind == .sequence, let item = document.items(root).last { root = item }
        guard document[root].kind == .mapping, document[root].start == resource.start else { return nil }
        self.document = document
        self.root = root
    }

    /// The node at `path` (`metadata_options.http_tokens`, `ingress[1].ports`), or the nearest one above it that stands in
    /// the source; nil when not even its first name does.
    func find(_ path: String) -> (span: SourceSpan, text: String, isExact: Bool)? {
        var node = root
        var found = false
        for step in path.split(separator: ".") {
            let name = String(step.prefix { $0 != "[" })
            guard let value = document.value(of: name, in: node) else {
                return found ? result(node, isExact: false) : nil
            }
            (node, found) = (value, true)
            for index in step.dropFirst(name.count).split(whereSeparator: { $0 == "[" || $0 == "]" }).compactMap({
                Int($0)
            }) {
                // A single value stands for a list of one.
                guard document[node].kind == .sequence else { continue }
                let items = document.items(node)
                guard index < items.count else { return result(node, isExact: false) }
                node = items[items.startIndex + index]
            }
        }
        return result(node, isExact: true)
    }

    private func result(_ node: NodeID, isExact: Bool) -> (span: SourceSpan, text: String, isExact: Bool) {
        let text = document[node].isScalar ? document.text(node) : document.span(node).text
        return (document.span(node), text, isExact)
    }
}
