internal import CLibYAML
package import Diagnostics

/// Reads YAML (and with it JSON) into a `Document`: libyaml's events straight into flat arrays, byte positions kept.
///
/// Found here, because libyaml does not: duplicate keys, nesting and scalar size beyond the limits, alias bombs,
/// aliases without an anchor, tags. Merge keys are resolved here too.
package struct YAMLReader {
    /// Reads `range` of the document's file and appends to the document. Returns what is wrong; a document whose
    /// reading gave an error must not be used.
    package static func read(_ range: Range<Int>, into document: inout Document) -> [Diagnostic] {
        let bytes = UnsafeBufferPointer(rebasing: document.file.bytes[range])
        return read(bytes, offset: range.lowerBound, into: &document)
    }

    /// Reads a whole file.
    package static func read(_ file: SourceFile) -> (document: Document, diagnostics: [Diagnostic]) {
        var document = Document(file: file)
        let diagnostics = read(contentRange(of: file), into: &document)
        return (document, diagnostics)
    }

    /// The file without a UTF-8 byte-order mark.
    package static func contentRange(of file: SourceFile) -> Range<Int> {
        let bytes = file.bytes
        let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
        return (hasMark ? 3 : 0)..<bytes.count
    }

    private static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, offset: Int, into document: inout Document
    ) -> [Diagnostic] {
        guard var parser = EventParser(bytes) else {
            return [Diagnostic("no memory for the YAML parser", at: SourceSpan(startOf: document.file))]
        }
        var builder = TreeBuilder(file: document.file, bytes: bytes, offset: offset)
        while let event = parser.next() {
            guard builder.take(event.pointee, into: &document) else { return builder.diagnostics }
            if builder.isFinished { return builder.diagnostics }
        }
        builder.fail(parser.problem)
        return builder.diagnostics
    }
}
