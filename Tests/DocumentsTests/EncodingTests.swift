import Diagnostics
import Documents
import Testing

struct EncodingTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]
        /// Where it goes wrong, after the bytes `a: `.
        var offset: Int
        init(_ name: String, _ bytes: [UInt8], at offset: Int = 0) {
            (testDescription, self.bytes, self.offset) = (name, bytes, offset)
        }
    }

    private static let malformedTexts = [
        Case("a lone continuation byte", [0x80]),
        Case("a continuation byte behind text", [0x61, 0xBF], at: 1),
        Case("two bytes for one of ASCII", [0xC0, 0x80]),
        Case("three bytes for one of ASCII", [0xE0, 0x80, 0xAF]),
        Case("four bytes for three", [0xF0, 0x82, 0x82, 0xAC]),
        Case("a surrogate", [0xED, 0xA0, 0x80]),
        Case("beyond U+10FFFF", [0xF4, 0x90, 0x80, 0x80]),
        Case("a byte that no UTF-8 has", [0xFF]),
    ]

    @Test("malformed UTF-8 is an error at its byte", arguments: malformedTexts)
    func malformed(_ test: Case) throws {
        for end in [[], Array("\nb: c\n".utf8)] {
            let reading = Reading(bytes: Array("a: ".utf8) + test.bytes + end)
            let diagnostic = try #require(reading.diagnostics.first)
            #expect(reading.diagnostics.count == 1)
            #expect(diagnostic.message.hasPrefix("the file is not valid UTF-8 here ("), "\(diagnostic.message)")
            #expect(diagnostic.help == "save it as UTF-8")
            #expect(diagnostic.span?.start == 3 + test.offset)
        }
    }

    @Test("also behind a byte-order mark and far into the file", arguments: malformedTexts)
    func malformedFarAway(_ test: Case) throws {
        let before = Array("\u{FEFF}".utf8) + Array(String(repeating: "# é\n", count: 20_000).utf8) + Array("a: ".utf8)
        let reading = Reading(bytes: before + test.bytes + Array("\n".utf8))
        #expect(reading.diagnostics.map { $0.span?.start } == [before.count + test.offset])
    }

    @Test(
        "control characters are errors",
        arguments: [
            (0x00, "0"), (0x01, "1"), (0x07, "7"), (0x08, "8"), (0x0B, "B"), (0x0C, "C"), (0x0E, "E"), (0x1B, "1B"),
            (0x1F, "1F"),
            (0x7F, "7F"),
        ] as [(UInt8, String)])
    func control(byte: UInt8, hex: String) {
        for text in ["a: ", "a: 'x", "# ", "a: |\n  ", ""] {
            let reading = Reading(bytes: Array(text.utf8) + [byte] + Array("'\n".utf8))
            #expect(reading.diagnostics.map(\.message) == ["a control character (0x\(hex)) is not allowed in YAML"])
            #expect(reading.diagnostics.map { $0.span?.start } == [text.utf8.count])
        }
    }

    @Test(
        "other characters are not",
        arguments: ["é", "한", "😀", "\u{A0}", "\u{E000}", "\u{10FFFD}", "e\u{301}", "\u{200F}"])
    func allowed(text: String) {
        #expect(Reading("a: \(text)").flow == "{a: \(text)}")
    }

    @Test(
        "UTF-16 is refused, not guessed",
        arguments: [
            ("little-endian with a mark", [0xFF, 0xFE], true), ("big-endian with a mark", [0xFE, 0xFF], false),
            ("little-endian", [], true), ("big-endian", [], false),
        ] as [(String, [UInt8], Bool)])
    func utf16(name: String, mark: [UInt8], isLittle: Bool) {
        let units = "inventory: 1\n".utf16.flatMap { unit in
            isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        let reading = Reading(bytes: mark + units)
        #expect(reading.diagnostics.count == 1 && reading.diagnostics.hasErrors)
        #expect(reading.diagnostics.first?.span != nil)
        #expect(reading.document.roots.isEmpty)
    }

    @Test("line breaks of three kinds", arguments: ["\n", "\r\n", "\r"])
    func lineBreaks(lineBreak: String) {
        let text = ["a: 1", "b:", "  - c", "  - 'd", "    e'", "f: |", "  g", "  h", ""].joined(separator: lineBreak)
        let reading = Reading(text)
        #expect(reading.problems == [])
        #expect(
            reading.flow.replacing("\r\n", with: "\n").replacing("\r", with: "\n") == "{a: 1, b: [c, d e], f: g\nh\n}")
    }
}
