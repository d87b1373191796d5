import Diagnostics
import Testing

struct DiagnosticRendererTests {
    private let file = SourceFile(path: "dir/in.yaml", text: "one: 1\ntwo: 22\nthree: 3\n".utf8)
    private let plain = DiagnosticRenderer(palette: Palette(isEnabled: false))

    private func span(_ start: Int, _ end: Int) -> SourceSpan { SourceSpan(file: file, start: start, end: end) }

    @Test func everythingADiagnosticCanSay() {
        let diagnostic = Diagnostic(
            .error, "`22` is wrong", at: span(12, 14), help: "write 2",
            note: Diagnostic.Note("as it says here", at: span(0, 3)))
        #expect(
            plain.render(diagnostic) == """
                dir/in.yaml:2:6: error: `22` is wrong
                  2 | two: 22
                    |      ^^
                dir/in.yaml:1:1: note: as it says here
                  help: write 2

                """)
    }

    @Test func warningsAndThoseWithoutAPlace() {
        #expect(plain.render(Diagnostic(.warning, "late", at: nil)) == "warning: late\n")
        #expect(plain.render(Diagnostic(.error, "none", at: nil, help: "look")) == "error: none\n  help: look\n")
        #expect(plain.render(Diagnostic(.warning, "w", at: span(0, 1))).hasPrefix("dir/in.yaml:1:1: warning: w\n"))
    }

    @Test func anEmptyLineHasNoSnippet() {
        let empty = SourceFile(path: "empty", text: [])
        #expect(
            plain.render(Diagnostic(.error, "empty", at: SourceSpan(startOf: empty))) == "empty:1:1: error: empty\n")
    }

    @Test func theMarginIsAsWideAsTheLineNumber() {
        let long = SourceFile(path: "p", text: (String(repeating: "\n", count: 99) + "x").utf8)
        #expect(
            plain.render(Diagnostic(.error, "m", at: SourceSpan(file: long, start: 99, end: 100))) == """
                p:100:1: error: m
                  100 | x
                      | ^

                """)
    }

    @Test func controlCharactersAreShownEverywhere() {
        let bad = SourceFile(path: "a\u{1B}b\nc", text: "\u{1B}[31m: \u{202E}x\u{9B}".utf8)
        let here = SourceSpan(file: bad, start: 0, end: 1)
        let text = plain.render(
            Diagnostic(.error, "m\u{7}\n", at: here, help: "h\u{2028}", note: Diagnostic.Note("n\u{0}", at: here)))
        #expect(text.hasPrefix(#"a\u{1B}b\nc:1:1: error: m\u{7}\n"# + "\n"))
        #expect(text.contains(#"\u{1B}[31m: \u{202E}x\u{9B}"#))
        #expect(text.contains(#"note: n\u{0}"#) && text.contains(#"help: h\u{2028}"#))
        #expect(
            text.unicodeScalars.allSatisfy {
                $0 == "\n" || !(0..<0x20).contains($0.value) && !(0x7F..<0xA0).contains($0.value)
            })
    }

    @Test func coloursOnlyWhenAsked() {
        let diagnostic = Diagnostic(.error, "m", at: span(0, 3), help: "h")
        let painted = DiagnosticRenderer(palette: Palette(isEnabled: true)).render(diagnostic)
        #expect(painted.contains("\u{1B}[1;31merror:\u{1B}[0m"))
        #expect(painted.contains("\u{1B}[1;31m^^^\u{1B}[0m"))
        #expect(!plain.render(diagnostic).contains("\u{1B}"))
        let stripped = painted.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        #expect(stripped == plain.render(diagnostic))
    }

    // MARK: Several

    @Test func sortedByFileAndPosition() {
        let other = SourceFile(path: "other.yaml", text: "x: 1\n".utf8)
        let list = [
            Diagnostic(.error, "b", at: span(12, 13)),
            Diagnostic(.error, "z", at: SourceSpan(file: other, start: 0, end: 1)),
            Diagnostic(.error, "a", at: span(0, 1)), Diagnostic(.warning, "everywhere", at: nil),
            Diagnostic(.error, "a", at: span(12, 13)), Diagnostic(.error, "b", at: span(12, 13)),
        ]
        #expect(list.sortedByPosition().map(\.message) == ["everywhere", "a", "a", "b", "z"])
        let heads = plain.render(list).split(separator: "\n").filter {
            $0.contains("error:") || $0.contains("warning:")
        }
        #expect(
            heads == [
                "warning: everywhere", "dir/in.yaml:1:1: error: a", "dir/in.yaml:2:6: error: a",
                "dir/in.yaml:2:6: error: b",
                "other.yaml:1:1: error: z",
            ])
    }

    @Test(
        "a hundred of a file are shown and the rest counted",
        arguments: [(99, nil), (100, nil), (101, "1 more problem not shown"), (250, "150 more problems not shown")]
            as [(Int, String?)])
    func capped(count: Int, rest: String?) {
        let many = SourceFile(path: "many.yaml", text: String(repeating: "x\n", count: count).utf8)
        let list = (0..<count).map {
            Diagnostic(.error, "m", at: SourceSpan(file: many, start: $0 * 2, end: $0 * 2 + 1))
        }
        let lines = plain.render(list).split(separator: "\n")
        #expect(lines.count { $0.contains("error: m") } == min(count, 100))
        #expect(lines.first == "many.yaml:1:1: error: m")
        #expect(lines.contains { $0.contains("more problem") } == (rest != nil))
        if let rest { #expect(lines.last == "many.yaml: \(rest)") }
    }

    @Test func eachFileHasItsOwnHundred() {
        let files = (0..<3).map { SourceFile(path: "f\($0)", text: String(repeating: "x\n", count: 120).utf8) }
        let list = files.flatMap { file in
            (0..<120).map { Diagnostic(.error, "m", at: SourceSpan(file: file, start: $0 * 2, end: $0 * 2 + 1)) }
        }
        let lines = plain.render(list).split(separator: "\n")
        #expect(lines.count { $0.contains("error: m") } == 300)
        #expect(
            lines.suffix(3) == [
                "f0: 20 more problems not shown", "f1: 20 more problems not shown", "f2: 20 more problems not shown",
            ])
    }

    @Test func errorsAndWarnings() {
        #expect([Diagnostic(.error, "m", at: nil)].hasErrors)
        #expect(![Diagnostic(.warning, "m", at: nil)].hasErrors)
        #expect(![Diagnostic]().hasErrors)
    }
}
