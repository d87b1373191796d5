import Diagnostics
import Documents
import Testing

/// Faults found; each test fails until its fault is mended.
struct DocumentDefectTests {
    // UTF-8: the place is that of the first byte of the malformed sequence, not of the good byte behind it.
    @Test(
        "malformed UTF-8 is told at its first byte",
        arguments: [
            ([0xC3, 0x28], 0, "C3"), ([0xE2, 0x82, 0x28], 0, "E2"), ([0xF0, 0x9F, 0x98, 0x28], 0, "F0"),
            ([0x4A, 0xF6, 0x72, 0x67], 1, "F6"),
        ] as [([UInt8], Int, String)])
    func utf8(bytes: [UInt8], offset: Int, hex: String) {
        let reading = Reading(bytes: Array("a: ".utf8) + bytes + Array("\nb: c\n".utf8))
        #expect(reading.diagnostics.map { $0.span?.start } == [3 + offset])
        #expect(reading.diagnostics.first?.message.contains("0x\(hex)") == true)
    }

    @Test(
        "a mapping with a merge reaches to its own last pair",
        arguments: [
            ("[&x {a: 1}, {<<: *x, b: 2}]", 1, "{<<: *x, b: 2}"),
            ("- &x\n  a: 1\n- <<: *x\n  b: 2\n", 1, "<<: *x\n  b: 2"),
            ("- &x\n  a: 1\n- b: 2\n  <<: *x\n- z", 1, "b: 2\n  <<: *x"),
        ])
    func mergedSpan(source: String, item: Int, text: String) {
        let document = Reading(source).document
        #expect(document.span(Array(document.items(document.roots[0]))[item]).text == text)
    }

    @Test(
        "a collection whose last child is an alias ends behind the alias",
        arguments: [
            ("- &a x\n- k: *a\n- z\n", "k: *a"), ("- &a x\n-\n  - y\n  - *a\n- z", "- y\n  - *a"),
            ("- &a x\n- k: y\n  l: *a\n", "k: y\n  l: *a"),
        ])
    func aliasSpan(source: String, text: String) {
        let document = Reading(source).document
        #expect(document.span(Array(document.items(document.roots[0]))[1]).text == text)
    }

    @Test(
        "JSON escapes beyond the basic plane come in pairs",
        arguments: [(#""\ud83d\ude00""#, "😀"), (#"{"a":"x\uD834\uDD1Ey"}"#, "{a: x𝄞y}")])
    func surrogates(source: String, value: String) {
        let reading = Reading(source)
        #expect(reading.problems == [])
        #expect(reading.flow == value)
    }

    @Test("keys that only look alike are different keys in small and large mappings", arguments: [2, 30])
    func lookAlike(count: Int) {
        let others = (0..<count).map { "k\($0): 1\n" }.joined()
        #expect(Reading(others + "\u{E9}: 1\ne\u{301}: 2\n").problems == [])
    }

    @Test func keysThatLookAlikeAreMergedBoth() {
        #expect(
            Reading("{<<: {\u{E9}: 1}, e\u{301}: 2}").document.pairs(
                Reading("{<<: {\u{E9}: 1}, e\u{301}: 2}").document.roots[0]
            ).count == 2)
    }

    /// The budget for expansion holds while a list of merging mappings is being read, not only at its end.
    @Test func aBombOfMergesIsRefusedEarly() {
        let keys = (0..<1000).map { "k\($0): v" }.joined(separator: ", ")
        let reading = Reading("- &a {\(keys)}\n" + String(repeating: "- {<<: *a}\n", count: 400))
        #expect(reading.problems.count == 1)
        #expect(reading.document.children.count < 400_000)
    }

    @Test func aDuplicateMergeKeyIsADuplicateKey() {
        #expect(Reading("{<<: {a: 1}, <<: {b: 2}}").problems.count == 1)
    }

    @Test("a long name is cut in messages", arguments: ["{%: 1, %: 2}", "!% x", "*%", "{<<: x, k: !% y}"])
    func longNames(pattern: String) {
        let problems = Reading(pattern.replacing("%", with: String(repeating: "x", count: 900))).problems
        #expect(!problems.isEmpty)
        for problem in problems { #expect(problem.count < 400) }
    }

    @Test func aCutLineEndsInAnEllipsis() {
        for text in [String(repeating: "😀", count: 1000), String(repeating: "👨‍👩‍👧‍👦", count: 100)] {
            let file = SourceFile(path: "t", text: text.utf8)
            let snippet = Snippet(SourceSpan(file: file, start: 0, end: 4))
            #expect(snippet.text.hasSuffix("…"))
            #expect(!snippet.text.contains("\u{FFFD}"))
        }
    }

    @Test("these take two columns as well", arguments: ["🚀", "✅", "⚡", "🟢", "🪣", "⌚"])
    func width(emoji: String) {
        let file = SourceFile(path: "t", text: "\(emoji) x".utf8)
        let start = emoji.utf8.count + 1
        #expect(Snippet(SourceSpan(file: file, start: start, end: start + 1)).marker == "   ^")
    }
}
