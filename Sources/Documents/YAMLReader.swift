internal import CLibYAML
package import Diagnostics

/// Reads YAML (and with it JSON) into a `Document`: libyaml's events straight into flat arrays, byte positions kept.
///
/// Found here, because libyaml does not: duplicate keys, nesting and scalar size beyond the limits, alias bombs,
/// aliases without an anchor, tags. Merge keys are resolved here too.
package struct YAMLReader {
    /// Reads `range` of the document's file into an empty document. Returns what is wrong; a document whose reading gave
    /// an error must not be used. `outerDepth`: collections around the range, where it is a piece of a document.
    package static func read(_ range: Range<Int>, into document: inout Document, outerDepth: Int = 0) -> [Diagnostic] {
        let bytes = UnsafeBufferPointer(rebasing: document.file.bytes[range])
        let diagnostics = read(bytes, offset: range.lowerBound, outerDepth, into: &document)
        guard diagnostics.hasErrors, let joined = SurrogatePairs.joined(bytes) else { return diagnostics }
        document.removeAll()
        return joined.withUnsafeBufferPointer { read($0, offset: range.lowerBound, outerDepth, into: &document) }
    }

    /// Reads a whole file.
    package static func read(_ file: SourceFile) -> (document: Document, diagnostics: [Diagnostic]) {
        var document = Document(file: file)
        let diagnostics = read(contentRange(of: file), into: &document)
        return (document, diagnostics)
    }

    /// The file without a UTF-8 byte-order mark.
    package static func contentRange(of file: SourceFile) -> Range<Int> {
        (file.hasByteOrderMark ? 3 : 0)..<file.count
    }

    private static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, offset: Int, _ outerDepth: Int, into document: inout Document
    ) -> [Diagnostic] {
        guard var parser = EventParser(bytes) else {
            return [Diagnostic("no memory for the YAML parser", at: SourceSpan(startOf: document.file))]
        }
        var builder = TreeBuilder(file: document.file, bytes: bytes, offset: offset, outerDepth: outerDepth)
        while let event = parser.next() {
            guard builder.take(event.pointee, into: &document) else { return builder.diagnostics }
            if builder.isFinished { return builder.diagnostics }
        }
        builder.fail(parser.problem)
        return builder.diagnostics
    }
}
