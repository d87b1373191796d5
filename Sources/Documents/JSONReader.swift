internal import Diagnostics

/// What is wrong with a text that should be JSON.
package struct JSONProblem: Error, Sendable {
    /// One sentence, as a diagnostic has it.
    package var message: String
    /// Offsets in the text that was read.
    package var range: Range<Int>
    /// For a duplicate key, where it stands first.
    package var first: Range<Int>?
}

/// Reads strict JSON (RFC 8259) into a `Document`, about eight times as fast as libyaml reads the same text. Only for text
/// that has to be JSON, or may be tried as JSON first: comments, anchors and plain text are errors here.
package struct JSONReader {
    /// Reads a range of the document's file into an empty document; offsets of the problem are those of the file.
    package static func read(_ range: Range<Int>, into document: inout Document) throws(JSONProblem) {
        let bytes = UnsafeBufferPointer(rebasing: document.file.bytes[range])
        var parser = JSONParser(bytes, offset: range.lowerBound, textBase: range.lowerBound, isPooled: false)
        try parser.document(into: &document)
    }

    /// Reads text that is not in the file as it stands, such as the value of a quoted scalar. Nodes have offsets in the
    /// text for their places; `ScalarPlacement` knows where those are in the file.
    package static func read(text: UnsafeBufferPointer<UInt8>, into document: inout Document) throws(JSONProblem) {
        let base = document.pool.count
        document.pool.append(contentsOf: text)
        var parser = JSONParser(text, offset: 0, textBase: base, isPooled: true)
        try parser.document(into: &document)
    }
}

/// The state of one reading: recursive, to `ReadingLimits.depth`.
private struct JSONParser {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Added to offsets in `bytes` for the places of nodes.
    private let offset: Int
    /// Added to offsets in `bytes` for the text of scalars without escapes.
    private let textBase: Int
    private let isPooled: Bool
    private var at = 0
    private var depth = 0
    /// Children of the open collections, the innermost last.
    private var pending: ContiguousArray<NodeID> = []

    init(_ bytes: UnsafeBufferPointer<UInt8>, offset: Int, textBase: Int, isPooled: Bool) {
        self.bytes = bytes
        self.offset = offset
        self.textBase = textBase
        self.isPooled = isPooled
        pending.reserveCapacity(64)
    }

    mutating func document(into document: inout Document) throws(JSONProblem) {
        skipSpace()
        let root = try value(&document)
        skipSpace()
        guard at == bytes.count else { throw problem("there is more text after the end of the JSON value") }
        document.roots.append(root)
    }

    // MARK: Values

    private mutating func value(_ document: inout Document) throws(JSONProblem) -> NodeID {
        switch byte {
        case UInt8(ascii: "{"): return try collection(.mapping, UInt8(ascii: "}"), &document)
        case UInt8(ascii: "["): return try collection(.sequence, UInt8(ascii: "]"), &document)
        case UInt8(ascii: "\""): return try string(&document)
        default: return try word(&document)
        }
    }

    private mutating func collection(_ kind: Node.Kind, _ close: UInt8, _ document: inout Document)
        throws(JSONProblem) -> NodeID
    {
        let start = at
        let id = NodeID(document.nodes.count)
        document.nodes.append(Node(kind: kind, start: place(start), end: place(start + 1)))
        guard depth < ReadingLimits.depth else {
            throw problem("nested deeper than the limit of \(ReadingLimits.depth) levels")
        }
        depth += 1
        let firstPending = pending.count
        at += 1
        skipSpace()
        if byte == close {
            at += 1
        } else {
            while true {
                if kind == .mapping { try key(&document, from: firstPending) }
                let child = try value(&document)
                pending.append(child)
                skipSpace()
                let isLast = byte == close
                guard isLast || byte == UInt8(ascii: ",") else {
                    throw problem(
                        "expected `,` or `\(Character(Unicode.Scalar(close)))` here", openedAt: start, kind)
                }
                at += 1
                if isLast { break }
                skipSpace()
            }
        }
        depth -= 1
        finish(id, from: firstPending, &document)
        return id
    }

    private mutating func finish(_ id: NodeID, from firstPending: Int, _ document: inout Document) {
        var node = document.nodes[id.index]
        let count = pending.count - firstPending
        node.first = UInt32(truncatingIfNeeded: document.children.count)
        node.count = UInt32(truncatingIfNeeded: node.kind == .mapping ? count / 2 : count)
        node.end = place(at)
        node.weight = UInt32(clamping: document.nodes.count - id.index)
        document.children.append(contentsOf: pending[firstPending...])
        pending.removeLast(count)
        document.nodes[id.index] = node
    }

    /// A key, its colon and what is between; two equal keys in one object are an error.
    private mutating func key(_ document: inout Document, from firstPending: Int) throws(JSONProblem) {
        guard byte == UInt8(ascii: "\"") else { throw problem("expected a key in double quotes here") }
        let key = try string(&document)
        let node = document.nodes[key.index]
        for other in stride(from: firstPending, to: pending.count, by: 2) {
            let first = document.nodes[pending[other].index]
            guard first.count == node.count else { continue }
            let isSame = document.withBytes(of: node) { a in
                document.withBytes(of: first) { b in a.elementsEqual(b) }
            }
            if isSame {
                throw JSONProblem(
                    message: "the key `\(document.text(key))` stands twice in one mapping",
                    range: Int(node.start)..<Int(node.end), first: Int(first.start)..<Int(first.end))
            }
        }
        pending.append(key)
        skipSpace()
        guard byte == UInt8(ascii: ":") else { throw problem("expected `:` here") }
        at += 1
        skipSpace()
    }

    /// `true`, `false`, `null` or a number.
    private mutating func word(_ document: inout Document) throws(JSONProblem) -> NodeID {
        let start = at
        while let byte, byte == 0x2B || byte == 0x2D || byte == 0x2E || isAlphanumeric(byte) { at += 1 }
        let text = bytes[start..<at]
        let isWord = ["true", "false", "null"].contains { text.elementsEqual($0.utf8) }
        guard isWord || isNumber(text) else {
            at = start
            throw problem(start == bytes.count ? "the JSON text ends before its value does" : "expected a value here")
        }
        return scalar(.plain, start..<at, text: start..<at, &document)
    }

    private mutating func scalar(
        _ kind: Node.Kind, _ whole: Range<Int>, text: Range<Int>, _ document: inout Document
    ) -> NodeID {
        var node = Node(kind: kind, start: place(whole.lowerBound), end: place(whole.upperBound))
        node.isPooled = isPooled
        node.first = UInt32(truncatingIfNeeded: text.lowerBound + textBase)
        node.count = UInt32(truncatingIfNeeded: text.count)
        document.nodes.append(node)
        return NodeID(document.nodes.count - 1)
    }

    // MARK: Strings

    private mutating func string(_ document: inout Document) throws(JSONProblem) -> NodeID {
        let start = at
        var end = at + 1
        while end < bytes.count {
            let byte = bytes[end]
            if byte == UInt8(ascii: "\"") {
                at = end + 1
                return scalar(.quoted, start..<at, text: start + 1..<end, &document)
            }
            if byte == UInt8(ascii: "\\") { return try escaped(from: start, &document) }
            guard byte >= 0x20 else {
                at = end
                throw problem("a line break or control character stands inside a JSON string")
            }
            end += 1
        }
        throw problem("this JSON string has no end")
    }

    /// A string with escapes: its text goes into the pool.
    private mutating func escaped(from start: Int, _ document: inout Document) throws(JSONProblem) -> NodeID {
        let first = document.pool.count
        at = start + 1
        while let byte {
            switch byte {
            case UInt8(ascii: "\""):
                at += 1
                var node = Node(kind: .quoted, start: place(start), end: place(at))
                node.isPooled = true
                node.first = UInt32(truncatingIfNeeded: first)
                node.count = UInt32(truncatingIfNeeded: document.pool.count - first)
                document.nodes.append(node)
                return NodeID(document.nodes.count - 1)
            case UInt8(ascii: "\\"):
                if let simple = simpleEscape() {
                    document.pool.append(simple)
                    at += 2
                } else {
                    document.pool.append(contentsOf: try unicodeEscape())
                }
            case ..<0x20: throw problem("a line break or control character stands inside a JSON string")
            default:
                document.pool.append(byte)
                at += 1
            }
        }
        at = start
        throw problem("this JSON string has no end")
    }

    /// The character that a backslash and a letter stand for (RFC 8259 §7).
    private func simpleEscape() -> UInt8? {
        guard at + 1 < bytes.count else { return nil }
        let letter = bytes[at + 1]
        return switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    /// The UTF-8 of `\uXXXX` or of two of them; half a surrogate pair is U+FFFD.
    private mutating func unicodeEscape() throws(JSONProblem) -> [UInt8] {
        guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "u"), let unit = hexadecimal(at + 2) else {
            throw problem("JSON has no such escape")
        }
        at += 6
        var scalar = unit
        if (0xD800..<0xDC00).contains(unit), at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
            bytes[at + 1] == UInt8(ascii: "u"), let low = hexadecimal(at + 2), (0xDC00..<0xE000).contains(low)
        {
            at += 6
            scalar = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
        }
        return Array(String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8)
    }

    private func hexadecimal(_ start: Int) -> UInt32? {
        guard start + 4 <= bytes.count, bytes[start..<start + 4].allSatisfy(isAlphanumeric) else { return nil }
        return UInt32(String(decoding: bytes[start..<start + 4], as: UTF8.self), radix: 16)
    }

    // MARK: Bytes

    private var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

    private func place(_ at: Int) -> UInt32 { UInt32(truncatingIfNeeded: at + offset) }

    private mutating func skipSpace() {
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 {
            at += 1
        }
    }

    private func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// The number grammar of RFC 8259 §6, in outline: it begins and ends with a digit and Swift can read it.
    private func isNumber(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = text.first, let last = text.last, first == 0x2D || (0x30...0x39).contains(first),
            (0x30...0x39).contains(last)
        else { return false }
        return Double(String(decoding: text, as: UTF8.self)) != nil
    }

    private func problem(_ message: String) -> JSONProblem {
        var end = min(at + 1, bytes.count)
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return JSONProblem(message: message, range: at + offset..<max(at, end) + offset)
    }

    private func problem(_ message: String, openedAt start: Int, _ kind: Node.Kind) -> JSONProblem {
        guard at == bytes.count else { return problem(message) }
        return JSONProblem(
            message: "this \(kind == .mapping ? "`{`" : "`[`") has no end",
            range: start + offset..<start + offset + 1)
    }
}
