import Diagnostics
import Testing

struct SourcePositionTests {
    private func positions(_ text: String, _ offsets: some Sequence<Int>) -> [String] {
        let file = SourceFile(path: "t", text: text.utf8)
        return offsets.map { offset in
            let position = file.position(of: offset)
            return "\(position.line):\(position.column)@\(position.lineStart)"
        }
    }

    @Test(
        "columns count characters from one",
        arguments: [
            ("abc", [0, 1, 3], ["1:1@0", "1:2@0", "1:4@0"]),
            ("a\nb", [0, 1, 2, 3], ["1:1@0", "1:2@0", "2:1@2", "2:2@2"]),
            ("\n\n", [0, 1, 2], ["1:1@0", "2:1@1", "3:1@2"]),
            ("a\r\nb", [1, 2, 3], ["1:2@0", "1:3@0", "2:1@3"]),
            ("éa\n😀b", [0, 2, 3, 4, 8], ["1:1@0", "1:2@0", "1:3@0", "2:1@4", "2:2@4"]),
            ("e\u{301}x", [0, 1, 3], ["1:1@0", "1:2@0", "1:3@0"]),
            ("\ta", [0, 1], ["1:1@0", "1:2@0"]),
            ("", [0], ["1:1@0"]),
            ("ab", [-5, 99], ["1:1@0", "1:3@0"]),
        ])
    func position(text: String, offsets: [Int], expected: [String]) {
        #expect(positions(text, offsets) == expected)
    }

    @Test(
        "the same in long files as counted from the beginning",
        arguments: [1, 7, 4095, 4096, 4097, 8191, 8192, 20_000])
    func longFiles(lineLength: Int) {
        let line = String(repeating: "x", count: lineLength - 1) + "\n"
        let text = String(repeating: line, count: 50_000 / lineLength + 2)
        let file = SourceFile(path: "t", text: text.utf8)
        for offset in [0, 1, 1023, 1024, 1025, 4095, 4096, 4097, 8191, 8192, 8193, 40_959, 40_960, 50_000, file.count] {
            let position = file.position(of: offset)
            #expect(position.line == offset / lineLength + 1)
            #expect(position.lineStart == offset / lineLength * lineLength)
            #expect(position.column == offset % lineLength + 1)
        }
    }

    @Test("lines of all lengths and characters of all sizes", arguments: 1...6 as ClosedRange<UInt64>)
    func everyOffset(seed: UInt64) {
        var state = seed
        var text = ""
        while text.utf8.count < 5_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let pieces = [
                "a", "é", "한", "😀", "e\u{301}", "\n", "\r\n", String(repeating: "xé", count: 400 * Int(seed)),
            ]
            text += pieces[Int(state >> 33) % (seed.isMultiple(of: 2) ? 8 : 7)]
        }
        let bytes = Array(text.utf8)
        let file = SourceFile(path: "t", text: bytes)
        var (line, column, lineStart) = (1, 1, 0)
        for offset in 0...bytes.count {
            let position = file.position(of: offset)
            #expect(
                [position.line, position.column, position.lineStart] == [line, column, lineStart], "offset \(offset)")
            guard offset < bytes.count else { break }
            if bytes[offset] & 0xC0 != 0x80 { column += 1 }
            if bytes[offset] == UInt8(ascii: "\n") {
                (line, column, lineStart) = (line + 1, 1, offset + 1)
            }
        }
    }

    @Test func malformedTextIsRepairedAndSpansAreClamped() {
        let file = SourceFile(path: "t", text: [0x61, 0xFF, 0x62])
        #expect(file.text(0..<3) == "a\u{FFFD}b")
        #expect(file.text(1..<99) == "\u{FFFD}b")
        #expect(SourceSpan(file: file, start: 2, end: 1).text == "")
        #expect(SourceSpan(file: file, start: 0, end: 3).part(2..<3).text == "b")
    }
}
