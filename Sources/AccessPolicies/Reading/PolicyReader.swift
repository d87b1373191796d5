package import Diagnostics
internal import Documents

extension Policy {
    /// Reads the policy at a place: a mapping in YAML or JSON, or a quoted or block text that holds JSON.
    ///
    /// Everything that is wrong is reported at once. A policy with an error is nil, not empty: nobody may take "could not be
    /// read" for "grants nothing".
    package static func read(_ source: PolicySource) -> (policy: Policy?, diagnostics: [Diagnostic]) {
        var reader = PolicyReader(source)
        let policy = reader.read()
        return (reader.diagnostics.hasErrors ? nil : policy, reader.diagnostics)
    }
}

/// Finds out how a policy is written and reads it into a tree; `StatementReader` makes the policy of that.
struct PolicyReader {
    let source: PolicySource
    private(set) var diagnostics: [Diagnostic] = []

    init(_ source: PolicySource) { self.source = source }

    mutating func read() -> Policy? {
        let range = source.range
        guard let first = source.bytes.first else { return fail("the policy is empty", range) }
        var document = Document(file: source.file)
        if let content = contentThatMayBeJSON(first) {
            let isJSON = (try? JSONReader.read(content, into: &document)) != nil
            // Text in text is for the YAML reader to complain of.
            if isJSON, first == UInt8(ascii: "\"") || !document[document.roots[0]].isScalar {
                return policy(orTextIn: document, Places(source))
            }
            document.removeAll()
        }
        return readYAML()
    }

    /// The part of the file that is JSON as it stands, if the policy is JSON: the text itself, or what a quoted or block
    /// scalar holds, since line breaks and indentation mean nothing there. A text in double quotes is a JSON string that
    /// holds it.
    private func contentThatMayBeJSON(_ first: UInt8) -> Range<Int>? {
        let range = source.range
        switch first {
        case UInt8(ascii: "{"), UInt8(ascii: "\""): return range
        case UInt8(ascii: "'"):
            // Two quotes stand for one.
            let content = range.dropFirst().dropLast()
            return content.contains { source.file.bytes[$0] == UInt8(ascii: "'") } ? nil : content
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
            guard let lineEnd = source.bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            return range.lowerBound + lineEnd..<range.upperBound
        default: return nil
        }
    }

    // MARK: YAML

    private mutating func readYAML() -> Policy? {
        let (document, problems, shift) = Self.document(of: source)
        guard !problems.hasErrors else {
            diagnostics += problems
            return nil
        }
        guard !document.roots.isEmpty else { return fail("the policy is empty", source.range) }
        if document.roots.count > 1 { return fail("a policy is one document, not several", source.range) }
        return policy(orTextIn: document, Places(source, shift: shift))
    }

    /// The policy that a tree is, or that its only scalar holds.
    private mutating func policy(orTextIn document: Document, _ places: Places) -> Policy? {
        let root = document.roots[0]
        guard document[root].isScalar else { return policy(document, places) }
        var places = places
        places.placement = ScalarPlacement(document, root)
        return text(document, root, places)
    }

    /// A scalar whose value has to be JSON.
    private mutating func text(_ document: Document, _ root: NodeID, _ places: Places) -> Policy? {
        var inner = Document(file: source.file)
        let value = document.text(root)
        if value.allSatisfy(\.isWhitespace) { return fail("the policy is empty", source.range) }
        do throws(JSONProblem) {
            try document.withBytes(of: document[root]) { bytes throws(JSONProblem) in
                try JSONReader.read(text: bytes, into: &inner)
            }
        } catch {
            let isEncoded = value.hasPrefix("%7B") || value.hasPrefix("%7b")
            let help = isEncoded ? "the text is percent-encoded, as IAM's API returns it: decode it" : nil
            let note = error.first.map {
                Diagnostic.Note("it stands here first", at: source.span(places.range($0.lowerBound, $0.upperBound)))
            }
            let place = source.span(places.range(error.range.lowerBound, error.range.upperBound))
            diagnostics.append(
                Diagnostic(.error, "the policy is no JSON: \(error.message)", at: place, help: help, note: note))
            return nil
        }
        return policy(inner, places)
    }

    /// The YAML of the slice. A block mapping's slice begins in the middle of a line, so that the spaces that stand before
    /// its later lines have to be put before its first one too; `shift` is how many.
    private static func document(of source: PolicySource) -> (Document, [Diagnostic], shift: Int) {
        let bytes = source.file.bytes
        var lineStart = source.range.lowerBound
        while lineStart > 0, bytes[lineStart - 1] != UInt8(ascii: "\n") { lineStart -= 1 }
        let before = UnsafeBufferPointer(rebasing: bytes[lineStart..<source.range.lowerBound])
        let isFlow = [UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "'")].contains(source.bytes[0])
        if isFlow || before.allSatisfy({ $0 == 0x20 }) {
            var document = Document(file: source.file)
            let problems = YAMLReader.read(
                (isFlow ? source.range.lowerBound : lineStart)..<source.range.upperBound, into: &document)
            return (document, problems, 0)
        }
        // A byte of text may be part of a character, whose columns YAML counts.
        let columns = before.count { $0 & 0xC0 != 0x80 }
        let padded = SourceFile(
            path: source.file.path, text: Array(repeating: 0x20, count: columns) + Array(source.bytes))
        let shift = source.range.lowerBound - columns
        let (document, problems) = YAMLReader.read(padded)
        return (document, problems.map { moved($0, by: shift, to: source) }, shift)
    }

    private static func moved(_ diagnostic: Diagnostic, by shift: Int, to source: PolicySource) -> Diagnostic {
        func moved(_ span: SourceSpan) -> SourceSpan {
            let start = max(span.start + shift, source.range.lowerBound)
            return SourceSpan(file: source.file, start: start, end: max(start, span.end + shift))
        }
        var diagnostic = diagnostic
        diagnostic.span = diagnostic.span.map(moved)
        diagnostic.note = diagnostic.note.map { Diagnostic.Note($0.message, at: moved($0.span)) }
        return diagnostic
    }

    // MARK: The tree

    private mutating func policy(_ document: Document, _ places: Places) -> Policy? {
        var reader = StatementReader(document: document, places: places, source: source)
        let policy = reader.policy()
        diagnostics += reader.diagnostics
        return policy
    }

    private mutating func fail(_ message: String, _ range: Range<Int>) -> Policy? {
        diagnostics.append(
            Diagnostic(
                .error, message, at: SourceSpan(file: source.file, start: range.lowerBound, end: range.upperBound)))
        return nil
    }
}

/// Where the nodes of a policy's tree stand, as offsets from the policy.
struct Places {
    /// For text inside a scalar.
    var placement: ScalarPlacement?
    private let base: Int
    private let shift: Int
    private let limit: Int

    init(_ source: PolicySource, shift: Int = 0) {
        base = source.range.lowerBound
        limit = source.range.count
        self.shift = shift
    }

    func range(_ node: Node) -> TextRange { range(Int(node.start), Int(node.end)) }

    /// From offsets of the tree: in the file, in the value of the scalar, or in the padded copy.
    func range(_ start: Int, _ end: Int) -> TextRange {
        if let placement {
            let span = placement.span(start..<max(start, end))
            return TextRange(clamped(span.start + shift - base), clamped(span.end + shift - base))
        }
        return TextRange(clamped(start + shift - base), clamped(end + shift - base))
    }

    private func clamped(_ offset: Int) -> Int { min(max(offset, 0), limit) }
}
