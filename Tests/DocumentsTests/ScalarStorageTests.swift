import Diagnostics
import Documents
import Testing

/// Text that is the same in the file and in memory is a slice of the file; only the rest is copied into the pool.
struct ScalarStorageTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var source: String
        var value: String
        init(_ source: String, _ value: String) { (testDescription, self.source, self.value) = (source, source, value) }
    }

    @Test(
        "a slice of the file",
        arguments: [
            Case("abc", "abc"), Case("'a b'", "a b"), Case("\"a b\"", "a b"), Case("''", ""), Case("é", "é"),
            Case("\"é😀\"", "é😀"), Case("012345678901", "012345678901"), Case("1.10", "1.10"),
        ])
    func slice(_ test: Case) {
        let document = Reading(test.source).document
        #expect(document.text(document.roots[0]) == test.value)
        #expect(!document[document.roots[0]].isPooled)
    }

    @Test(
        "a copy in the pool",
        arguments: [
            Case(#""\n""#, "\n"), Case(#""\\""#, "\\"), Case(#""\x41""#, "A"), Case(#""\/""#, "/"),
            Case("'it''s'", "it's"),
            Case("a\n b", "a b"), Case("|\n a\n", "a\n"), Case(">\n a\n", "a\n"), Case("'a\n\n b'", "a\nb"),
            Case(#""\0""#, "\0"), Case(#""\N""#, "\u{85}"), Case(#""\L""#, "\u{2028}"), Case(#""\U0001F600""#, "😀"),
            // A line break of one, two or three bytes is folded into one blank.
            Case("'a\nb'", "a b"), Case("'a\r\nb'", "a b"), Case("'a\u{85}b'", "a b"),
        ])
    func pooled(_ test: Case) {
        let reading = Reading(test.source)
        #expect(reading.problems == [])
        let document = reading.document
        #expect(document.text(document.roots[0]) == test.value)
        #expect(document[document.roots[0]].isPooled)
    }

    /// `\_` is a no-break space: two bytes written, two bytes meant, but not the same two.
    @Test("an escape as long as its meaning is still a copy", arguments: [#""\_""#, #""a\_b""#, #""\_\_""#])
    func sameLength(source: String) {
        let document = Reading(source).document
        #expect(document[document.roots[0]].isPooled)
        #expect(document.text(document.roots[0]) == source.dropFirst().dropLast().replacing(#"\_"#, with: "\u{A0}"))
        #expect(document.text(document.roots[0]).utf8.count == source.utf8.count - 2)
    }

    @Test func copiesOfSeveralScalarsStayApart() {
        let reading = Reading(#"["\x41", plain, "\x42\x43", 'it''s']"#)
        #expect(reading.flow == "[A, plain, BC, it's]")
    }

    @Test func aClearedDocumentCanBeFilledAgain() {
        let file = SourceFile(path: "test.yaml", text: #"["\x41", b]"#.utf8)
        var document = Document(file: file)
        for _ in 0..<3 {
            document.removeAll()
            #expect(document.roots.isEmpty)
            #expect(YAMLReader.read(0..<file.count, into: &document).isEmpty)
            #expect(document.roots.count == 1 && document.nodes.count == 3 && document.pool.count == 1)
            #expect(document.items(document.roots[0]).map(document.text) == ["A", "b"])
        }
    }

    @Test func aPieceOfAFileHasItsOffsetsInTheFile() throws {
        let text = "é: 1\nlist:\n  - 'ü'\n  - x\n"
        let file = SourceFile(path: "test.yaml", text: text.utf8)
        let start = Array(text.utf8).firstIndex(of: UInt8(ascii: "-"))! - 2
        var document = Document(file: file)
        #expect(YAMLReader.read(start..<file.count, into: &document).isEmpty)
        let items = document.items(document.roots[0])
        #expect(items.map { document.span($0).text } == ["'ü'", "x"])
        #expect(items.map(document.text) == ["ü", "x"])
    }
}
