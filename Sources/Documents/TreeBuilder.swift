internal import CLibYAML
internal import Diagnostics

/// Turns libyaml's events into nodes. Iterative: the open collections are a stack of their own, so depth costs no call stack.
struct TreeBuilder {
    private let file: SourceFile
    private let bytes: UnsafeBufferPointer<UInt8>
    private let offset: Int
    private var cursor: CodePointCursor
    private var open: [OpenCollection] = []
    /// Children of the open collections, the innermost last.
    private var pending: ContiguousArray<NodeID> = []
    private var anchors: [String: NodeID] = [:]
    private var openAnchors: Set<NodeID> = []
    /// Nodes that aliases and merges have repeated so far.
    private var expanded = 0
    /// Collections around the stretch that is read, where it is a piece of a document.
    private let outerDepth: Int
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var isFinished = false

    private struct OpenCollection {
        var id: NodeID
        var pendingStart: Int
        var hasMergeKey = false
        /// Where the last child ends, as written: an alias ends at the alias, not at what it names.
        var contentEnd: UInt32 = 0
    }

    init(file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, offset: Int, outerDepth: Int) {
        self.outerDepth = outerDepth
        self.file = file
        self.bytes = bytes
        self.offset = offset
        cursor = CodePointCursor(bytes)
        open.reserveCapacity(16)
    }

    /// Takes one event; false when reading cannot go on.
    mutating func take(_ event: yaml_event_t, into document: inout Document) -> Bool {
        switch event.type {
        case YAML_SCALAR_EVENT: return scalar(event, into: &document)
        case YAML_MAPPING_START_EVENT:
            return begin(
                .mapping, event, anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag, &document)
        case YAML_SEQUENCE_START_EVENT:
            return begin(
                .sequence, event, anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag,
                &document)
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: return end(event, &document)
        case YAML_ALIAS_EVENT: return alias(event, &document)
        case YAML_DOCUMENT_START_EVENT:
            anchors.removeAll()
            return true
        case YAML_STREAM_END_EVENT:
            isFinished = true
            return true
        default: return true
        }
    }

    /// Reports what libyaml stumbled over.
    mutating func fail(_ problem: SyntaxProblem) {
        let start =
            switch problem.place {
            case .byte(let byte): byte
            case .codePoint(let index): cursor.byteOffset(of: index)
            }
        let context = problem.contextCodePoint.map { cursor.byteOffset(of: $0) + offset }
        diagnostics.append(problem.diagnostic(at: start + offset, context: context, in: file))
    }

    // MARK: Nodes

    private mutating func scalar(_ event: yaml_event_t, into document: inout Document) -> Bool {
        let scalar = event.data.scalar
        let start = cursor.byteOffset(of: event.start_mark.index)
        let end = cursor.byteOffset(of: event.end_mark.index)
        let kind: Node.Kind
        // Plain text is a slice of the file; quoted text is one too, within its quotes, unless escapes or folding changed it.
        let lead: Int
        switch scalar.style {
        case YAML_PLAIN_SCALAR_STYLE: (kind, lead) = (.plain, 0)
        case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: (kind, lead) = (.quoted, 1)
        default: (kind, lead) = (.block, -1)
        }
        let count = scalar.length
        var node = Node(
            kind: kind, start: UInt32(truncatingIfNeeded: start + offset), end: UInt32(truncatingIfNeeded: end + offset)
        )
        guard count <= ReadingLimits.scalarBytes else {
            stop(
                "a text of \(count) bytes is longer than the limit of \(ReadingLimits.scalarBytes) bytes", node, cut: 1)
            return false
        }
        node.count = UInt32(truncatingIfNeeded: count)
        if lead >= 0, end - start == count + 2 * lead, equal(scalar.value, start + lead, count) {
            node.first = UInt32(truncatingIfNeeded: start + lead + offset)
        } else {
            node.isPooled = true
            node.first = UInt32(truncatingIfNeeded: document.pool.count)
            document.pool.append(contentsOf: UnsafeBufferPointer(start: scalar.value, count: count))
        }
        if scalar.tag != nil, !accept(tag: scalar.tag, node) { return false }
        let id = NodeID(document.nodes.count)
        document.nodes.append(node)
        if scalar.anchor != nil { anchors[name(scalar.anchor)] = id }
        if kind == .plain, count == 2, scalar.value[0] == 0x3C, scalar.value[1] == 0x3C, isKeyPosition {
            open[open.count - 1].hasMergeKey = true
        }
        add(id, endingAt: node.end, &document)
        return true
    }

    private func equal(_ value: UnsafePointer<UInt8>, _ at: Int, _ count: Int) -> Bool {
        guard at >= 0, at + count <= bytes.count else { return false }
        for i in 0..<count where value[i] != bytes[at + i] { return false }
        return true
    }

    private mutating func begin(
        _ kind: Node.Kind, _ event: yaml_event_t, anchor: UnsafeMutablePointer<UInt8>?,
        tag: UnsafeMutablePointer<UInt8>?,
        _ document: inout Document
    ) -> Bool {
        let start = cursor.byteOffset(of: event.start_mark.index) + offset
        let node = Node(
            kind: kind, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: start + 1))
        guard open.count + outerDepth < ReadingLimits.depth else {
            stop("nested deeper than the limit of \(ReadingLimits.depth) levels", node)
            return false
        }
        if tag != nil, !accept(tag: tag, node) { return false }
        let id = NodeID(document.nodes.count)
        document.nodes.append(node)
        if let anchor {
            anchors[name(anchor)] = id
            openAnchors.insert(id)
        }
        open.append(OpenCollection(id: id, pendingStart: pending.count))
        return true
    }

    private mutating func end(_ event: yaml_event_t, _ document: inout Document) -> Bool {
        guard let collection = open.popLast() else { return true }
        let index = collection.id.index
        var node = document.nodes[index]
        if node.kind == .mapping {
            if collection.hasMergeKey, !mergePairs(from: collection.pendingStart, node, document) { return false }
            checkKeys(from: collection.pendingStart, document)
        }
        let childCount = pending.count - collection.pendingStart
        node.first = UInt32(truncatingIfNeeded: document.children.count)
        node.count = UInt32(truncatingIfNeeded: node.kind == .mapping ? childCount / 2 : childCount)
        node.end = max(node.start &+ 1, contentEnd(of: event, collection))
        var weight = 1
        for child in pending[collection.pendingStart...] { weight += Int(document.nodes[child.index].weight) }
        node.weight = UInt32(clamping: weight)
        document.children.append(contentsOf: pending[collection.pendingStart...])
        pending.removeLast(childCount)
        document.nodes[index] = node
        if !openAnchors.isEmpty { openAnchors.remove(collection.id) }
        add(collection.id, endingAt: node.end, &document)
        return true
    }

    /// Flow collections end at their bracket. A block collection's end mark is where the next token begins, lines further
    /// down, so it ends where its last child does.
    private mutating func contentEnd(of event: yaml_event_t, _ collection: OpenCollection) -> UInt32 {
        guard event.start_mark.index != event.end_mark.index else { return collection.contentEnd }
        return UInt32(truncatingIfNeeded: cursor.byteOffset(of: event.end_mark.index) + offset)
    }

    /// Counts nodes that an alias or a merge repeats; false, after reporting it, when that becomes an alias bomb.
    private mutating func expand(by weight: Int, at node: Node, _ document: Document) -> Bool {
        expanded += weight
        let limit = document.nodes.count * ReadingLimits.expansionFactor + ReadingLimits.expansionAllowance
        if expanded <= limit { return true }
        stop("aliases repeat \(expanded) nodes up to here, beyond the limit for a file of this size", node)
        return false
    }

    private mutating func alias(_ event: yaml_event_t, _ document: inout Document) -> Bool {
        let start = cursor.byteOffset(of: event.start_mark.index) + offset
        let end = cursor.byteOffset(of: event.end_mark.index) + offset
        let here = Node(kind: .plain, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
        let name = name(event.data.alias.anchor)
        guard let target = anchors[name] else {
            stop("the alias `*\(name)` has no anchor `&\(name)` before it", here)
            return false
        }
        guard !openAnchors.contains(target) else {
            stop("the alias `*\(name)` stands inside the node it names", here)
            return false
        }
        add(target, endingAt: here.end, &document)
        return expand(by: Int(document[target].weight), at: here, document)
    }

    private mutating func add(_ id: NodeID, endingAt end: UInt32, _ document: inout Document) {
        guard !open.isEmpty else { return document.roots.append(id) }
        pending.append(id)
        open[open.count - 1].contentEnd = end
    }

    private var isKeyPosition: Bool {
        guard let last = open.last else { return false }
        return (pending.count - last.pendingStart) % 2 == 0
    }

    // MARK: Keys

    /// Replaces `<<: {…}` and `<<: [{…}, …]` by the pairs named, where the mapping does not have the key itself
    /// (https://yaml.org/type/merge.html).
    private mutating func mergePairs(from start: Int, _ node: Node, _ document: Document) -> Bool {
        var own: [(NodeID, NodeID)] = []
        var mergeKey: Node?
        var sources: [NodeID] = []
        for at in stride(from: start, to: pending.count, by: 2) {
            let (key, value) = (pending[at], pending[at + 1])
            guard document[key].kind == .plain, document.text(key) == "<<" else {
                own.append((key, value))
                continue
            }
            if let mergeKey { reportDuplicate(document[key], first: mergeKey, document) }
            mergeKey = document[key]
            let values = document[value].kind == .sequence ? Array(document.items(value)) : [value]
            for value in values {
                if document[value].kind == .mapping {
                    sources.append(value)
                } else {
                    report("`<<` merges mappings only", document[value])
                }
            }
        }
        var seen = Set(own.map { document.bytes($0.0) })
        for source in sources {
            guard expand(by: Int(document[source].weight), at: node, document) else { return false }
            for (key, value) in document.pairs(source) where seen.insert(document.bytes(key)).inserted {
                own.append((key, value))
            }
        }
        pending.removeLast(pending.count - start)
        for (key, value) in own { pending.append(contentsOf: [key, value]) }
        return true
    }

    private mutating func checkKeys(from start: Int, _ document: Document) {
        let pairs = (pending.count - start) / 2
        if pairs > 16 { return checkManyKeys(from: start, document) }
        for i in 0..<pairs {
            let key = document.nodes[pending[start + 2 * i].index]
            guard key.isScalar else {
                report("a key must be text, not a \(key.kind == .mapping ? "mapping" : "list")", key)
                continue
            }
            for j in 0..<i {
                let other = document.nodes[pending[start + 2 * j].index]
                guard other.count == key.count, other.isScalar else { continue }
                let same = document.withBytes(of: key) { a in
                    document.withBytes(of: other) { b in a.elementsEqual(b) }
                }
                if same { reportDuplicate(key, first: other, document) }
            }
        }
    }

    private mutating func checkManyKeys(from start: Int, _ document: Document) {
        var seen: [[UInt8]: Node] = [:]
        for at in stride(from: start, to: pending.count, by: 2) {
            let key = document[pending[at]]
            guard key.isScalar else {
                report("a key must be text, not a \(key.kind == .mapping ? "mapping" : "list")", key)
                continue
            }
            let bytes = document.bytes(pending[at])
            if let first = seen[bytes] { reportDuplicate(key, first: first, document) } else { seen[bytes] = key }
        }
    }

    // MARK: Diagnostics

    private mutating func reportDuplicate(_ key: Node, first: Node, _ document: Document) {
        let text = document.withBytes(of: key) { String(decoding: $0, as: UTF8.self) }
        diagnostics.append(
            Diagnostic(
                "the key `\(text)` stands twice in one mapping", at: span(key),
                help: "remove one of the two, or make both one list",
                note: Diagnostic.Note("it stands here first", at: span(first))))
    }

    private mutating func report(_ message: String, _ node: Node) {
        diagnostics.append(Diagnostic(message, at: span(node)))
    }

    /// Reports an error after which reading stops; `cut` shortens the span to that many bytes.
    private mutating func stop(_ message: String, _ node: Node, cut: Int? = nil) {
        var span = span(node)
        if let cut { span.end = min(span.end, span.start + cut) }
        diagnostics.append(Diagnostic(message, at: span))
    }

    private func span(_ node: Node) -> SourceSpan { SourceSpan(file: file, start: Int(node.start), end: Int(node.end)) }

    /// The field's type says how a value is read, so YAML's own tags add nothing and are allowed; others mean a
    /// dialect (CloudFormation's `!Ref`) whose meaning would be lost.
    private mutating func accept(tag: UnsafeMutablePointer<UInt8>?, _ node: Node) -> Bool {
        let name = name(tag)
        if name.hasPrefix("tag:yaml.org,2002:") || name == "!" { return true }
        stop("the tag `\(name)` has no meaning here", node)
        return false
    }

    private func name(_ text: UnsafeMutablePointer<UInt8>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }
}
