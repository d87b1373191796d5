/// Index of a node in its `Document`.
package struct NodeID: Hashable, Sendable {
    package var raw: UInt32
    package init(_ raw: Int) { self.raw = UInt32(truncatingIfNeeded: raw) }
    package var index: Int { Int(raw) }
}

/// One YAML node: plain data of 28 bytes, no references, so that a document is four flat arrays.
package struct Node: Sendable {
    /// What the node is. Scalars differ by how they were written, since only plain ones can be `null`, numbers or booleans.
    package enum Kind: UInt8, Sendable { case plain, quoted, block, sequence, mapping }

    package var kind: Kind
    /// Whether the text was changed by escapes or folding and so lies in the document's pool, not in the file.
    package var isPooled = false
    /// Where the node stands: byte offsets in the file, half open.
    package var start: UInt32
    package var end: UInt32
    /// Scalars: offset of the text. Collections: index of the first child.
    package var first: UInt32 = 0
    /// Scalars: bytes of text. Sequences: number of items. Mappings: number of pairs.
    package var count: UInt32 = 0
    /// Nodes in the tree below, itself included, aliases expanded; bounds what a reader can be made to visit.
    package var weight: UInt32 = 1

    package var isScalar: Bool { kind.rawValue <= Kind.block.rawValue }
}
