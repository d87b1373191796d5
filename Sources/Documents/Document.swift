package import Diagnostics

/// The YAML documents of one stretch of a file as flat arrays of nodes, with byte positions into that file.
///
/// Aliases share the node they name, so the arrays form an acyclic graph; `YAMLReader` bounds its expansion.
/// A document may be cleared and filled again: the loader reads a large file piece by piece into the same arrays.
package struct Document: Sendable {
    package let file: SourceFile
    package internal(set) var nodes: ContiguousArray<Node> = []
    package internal(set) var children: ContiguousArray<NodeID> = []
    /// Text of scalars whose value is not a slice of the file.
    package internal(set) var pool: ContiguousArray<UInt8> = []
    /// The root of each document, in order; an empty document has none.
    package internal(set) var roots: [NodeID] = []

    package init(file: SourceFile) { self.file = file }

    /// Forgets the nodes and keeps the memory.
    package mutating func removeAll() {
        nodes.removeAll(keepingCapacity: true)
        children.removeAll(keepingCapacity: true)
        pool.removeAll(keepingCapacity: true)
        roots.removeAll(keepingCapacity: true)
    }

    package subscript(id: NodeID) -> Node { nodes[id.index] }

    /// The items of a sequence; empty for other nodes.
    package func items(_ id: NodeID) -> ArraySlice<NodeID>.SubSequence {
        let node = nodes[id.index]
        guard node.kind == .sequence else { return [] }
        return ArraySlice(children[Int(node.first)..<Int(node.first + node.count)])
    }

    /// The pairs of a mapping, in the order written, merged ones last; empty for other nodes.
    package func pairs(_ id: NodeID) -> [(key: NodeID, value: NodeID)] {
        let node = nodes[id.index]
        guard node.kind == .mapping else { return [] }
        return (0..<Int(node.count)).map { pair(node, $0) }
    }

    /// Pair number `index` of a mapping; `0 <= index < node.count`.
    package func pair(_ mapping: Node, _ index: Int) -> (key: NodeID, value: NodeID) {
        let at = Int(mapping.first) + index * 2
        return (children[at], children[at + 1])
    }

    /// The value under `key`, or nil.
    package func value(of key: String, in id: NodeID) -> NodeID? {
        var key = key
        return key.withUTF8 { wanted in
            let mapping = nodes[id.index]
            guard mapping.kind == .mapping else { return nil }
            for index in 0..<Int(mapping.count) {
                let (key, value) = pair(mapping, index)
                let node = nodes[key.index]
                guard Int(node.count) == wanted.count, node.isScalar else { continue }
                if withBytes(of: node, { $0.elementsEqual(wanted) }) { return value }
            }
            return nil
        }
    }

    /// A scalar's value as text; the source text for collections.
    package func text(_ id: NodeID) -> String {
        withBytes(of: nodes[id.index]) { String(decoding: $0, as: UTF8.self) }
    }

    /// A scalar's value as bytes: what keys are compared by, since text that only looks alike is not the same key.
    func bytes(_ id: NodeID) -> [UInt8] { withBytes(of: nodes[id.index]) { Array($0) } }

    /// A scalar's value as bytes, without a copy.
    package func withBytes<R, E: Error>(of node: Node, _ body: (UnsafeBufferPointer<UInt8>) throws(E) -> R) throws(E)
        -> R
    {
        guard node.isScalar else {
            return try body(UnsafeBufferPointer(rebasing: file.bytes[Int(node.start)..<Int(node.end)]))
        }
        let range = Int(node.first)..<Int(node.first) + Int(node.count)
        if node.isPooled {
            return try pool.withUnsafeBufferPointer { pool throws(E) in
                try body(UnsafeBufferPointer(rebasing: pool[range]))
            }
        }
        return try body(UnsafeBufferPointer(rebasing: file.bytes[range]))
    }

    /// Where the node stands in its file.
    package func span(_ id: NodeID) -> SourceSpan {
        let node = nodes[id.index]
        return SourceSpan(file: file, start: Int(node.start), end: Int(node.end))
    }

    /// Whether the scalar is YAML's null: plain and empty, `~`, `null`, `Null` or `NULL` (YAML 1.2 core schema, §10.3.2).
    package func isNull(_ node: Node) -> Bool {
        guard node.kind == .plain else { return false }
        switch node.count {
        case 0: return true
        case 1: return withBytes(of: node) { $0[0] == UInt8(ascii: "~") }
        case 4:
            return withBytes(of: node) { bytes in
                bytes.elementsEqual("null".utf8) || bytes.elementsEqual("Null".utf8) || bytes.elementsEqual("NULL".utf8)
            }
        default: return false
        }
    }
}
