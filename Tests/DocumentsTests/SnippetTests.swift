import Diagnostics
import Testing

struct SnippetTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        /// The source; the span stands between `«` and `»`.
        var source: String
        var text: String
        var marker: String
        init(_ name: String, _ source: String, _ text: String, _ marker: String) {
            (testDescription, self.source, self.text, self.marker) = (name, source, text, marker)
        }
    }

    private static func snippet(_ marked: String) -> Snippet {
        let bytes = marked.replacing("»", with: "").utf8
        let start = marked.prefix { $0 != "«" }.utf8.count
        let length = marked.drop { $0 != "«" }.dropFirst().prefix { $0 != "»" }.utf8.count
        let file = SourceFile(path: "t", text: String(decoding: bytes, as: UTF8.self).replacing("«", with: "").utf8)
        return Snippet(SourceSpan(file: file, start: start, end: start + length))
    }

    @Test(
        "the caret stands under the span",
        arguments: [
            Case("a word", "a «bc» d", "a bc d", "  ^^"),
            Case("the first", "«ab» c", "ab c", "^^"),
            Case("the last", "a «bc»", "a bc", "  ^^"),
            Case("nothing, at the end", "ab«»", "ab", "  ^"),
            Case("nothing, in the middle", "a«»b", "ab", " ^"),
            Case("behind the end of a line", "ab«\n»cd", "ab", "  ^"),
            Case("the second line", "ab\n«cd»\nef", "cd", "^^"),
            Case("over several lines", "a «b\nc\nd» e", "a b", "  ^"),
            Case("accents", "é «é»é", "é éé", "  ^"),
            Case("combining marks take no column", "e\u{301} «x»", "e\u{301} x", "  ^"),
            Case("wide characters take two", "한글 «漢字» x", "한글 漢字 x", "     ^^^^"),
            Case("full-width Latin takes two", "Ａ «b»", "Ａ b", "   ^"),
            Case("emoji take two", "😀 «😀»", "😀 😀", "   ^^"),
            Case("a tab takes four", "\ta\t«b»", "    a    b", "         ^"),
            Case("a tab inside", "«a\tb»", "a    b", "^^^^^^"),
            Case("carriage return", "a «b»\r\nc", "a b", "  ^"),
            Case("a control character is shown", "\u{1B}[31m«x»", "\\u{1B}[31mx", "          ^"),
            Case("a control character in the span", "«a\u{7}b»", "a\\u{7}b", "^^^^^^^"),
            Case("text that would run backwards", "\u{202E}«ab»", "\\u{202E}ab", "        ^^"),
            Case("blanks at the end are dropped", "«a»   ", "a", "^"),
            Case("an empty line", "a\n«»\nb", "", "^"),
        ])
    func marker(_ test: Case) {
        let snippet = Self.snippet(test.source)
        #expect(snippet.text == test.text)
        #expect(snippet.marker == test.marker)
    }

    @Test(
        "lines and columns of both ends",
        arguments: [
            ("a «bc» d", [1, 3, 1, 5]), ("ab\n«é😀»x", [2, 1, 2, 3]), ("a «b\nc\nd» e", [1, 3, 3, 2]),
            ("«»", [1, 1, 1, 1]),
        ])
    func bounds(source: String, expected: [Int]) {
        let snippet = Self.snippet(source)
        #expect([snippet.line, snippet.column, snippet.endLine, snippet.endColumn] == expected)
    }

    @Test("a window of a long line", arguments: [0, 1, 79, 80, 81, 500, 9_000, 9_996, 9_997])
    func longLine(at offset: Int) {
        let before = String(repeating: "a", count: offset)
        let after = String(repeating: "z", count: 10_000 - offset - 3)
        let snippet = Self.snippet(before + "«XYZ»" + after)
        #expect(snippet.text.count <= 163)
        #expect(snippet.marker.count { $0 == "^" } == 3)
        // The carets stand below XYZ.
        #expect(snippet.text.dropFirst(snippet.marker.count - 3).prefix(3) == "XYZ")
        #expect(snippet.text.hasPrefix("…") == (offset > 80))
        #expect(snippet.text.hasSuffix("…") == (after.count > 157 - min(offset, 81)))
        #expect(snippet.column == offset + 1)
    }

    @Test func aLongSpanIsCut() {
        let snippet = Self.snippet("key: «" + String(repeating: "x", count: 1_000) + "»")
        #expect(snippet.text == "key: " + String(repeating: "x", count: 155) + "…")
        #expect(snippet.marker == "     " + String(repeating: "^", count: 156))
    }

    @Test func wideCharactersInALongLine() {
        let snippet = Self.snippet(String(repeating: "한", count: 1_000) + "«x»" + String(repeating: "글", count: 1_000))
        #expect(snippet.text == "…" + String(repeating: "한", count: 80) + "x" + String(repeating: "글", count: 78) + "…")
        #expect(snippet.marker == String(repeating: " ", count: 161) + "^")
    }
}
