import Diagnostics
import Documents
import Testing
import SeededRandom

/// Places in the value of a scalar lead back to the file, whatever the style.
struct ScalarPlacementTests {
    /// Every character of the value with the source it stands for, those that stand for themselves without.
    private static func table(_ text: String) -> String {
        let reading = Reading(text)
        guard let id = reading.scalar else { return "\(reading.problems)" }
        let placement = ScalarPlacement(reading.document, id)
        var (result, at) = ("", 0)
        for scalar in reading.document.text(id).unicodeScalars {
            let length = UTF8.width(scalar)
            let source = placement.span(at..<at + length).text
            result += source == String(scalar) ? source : "⟨\(source)⟩"
            at += length
        }
        let visible: [Unicode.Scalar: Unicode.Scalar] = ["\n": "⏎", "\r": "␍", "\t": "⇥"]
        return String(String.UnicodeScalarView(result.unicodeScalars.map { visible[$0] ?? $0 }))
    }

    @Test(
        "maps",
        arguments: [
            ("a: b == c", "b == c"), ("a: 'b == c'", "b == c"), (#"a: "b == c""#, "b == c"),
            ("a: 'b ''c'''", "b ⟨''⟩c⟨''⟩"),
            (#"a: "b\tc\"\x41\u00e9\U0001f600\/\\""#, #"b⟨\t⟩c⟨\"⟩⟨\x41⟩⟨\u00e9⟩⟨\U0001f600⟩⟨\/⟩⟨\\⟩"#),
            (#"a: "b \ud83d\ude00 c""#, #"b ⟨\ud83d\ude00⟩ c"#), ("a: b\n  c\n\n  d", "b⟨⏎  ⟩c⏎d"),
            ("a: b \t\n \t c", "b⟨⏎ ⇥ ⟩c"), ("a: 'b\n  c\n\n\n  d'", "b⟨⏎  ⟩c⏎⏎d"),
            ("a: \"b \\\n  c\\\n  \\ d\"", "b c⟨\\ ⟩d"),
            ("a: |\n  b\n   c\n\n  d\n", "b⏎ c⏎⏎d⏎"), ("a: |-\n  b\n  c\n", "b⏎c"), ("a: |+\n  b\n\n\n", "b⏎⏎⏎"),
            ("a: >\n  b\n  c\n\n  d\n    e\n  f\n", "b⟨⏎  ⟩c⏎d⏎  e⏎f⏎"), ("a: >-\n  b\n  c", "b⟨⏎  ⟩c"),
            ("a: |2\n    b\n   c\n", "  b⏎ c⏎"), ("a: >1-\n   b\n c\n", "  b⏎c"), ("a: | # text\n  b\n", "b⏎"),
            ("a: &x !!str 'b'", "b"), ("a: &x # text\n  >\n  b\n  c", "b⟨⏎  ⟩c"), ("a: !!str |\n b", "b"),
            ("a: b\r\n  c\r\n\r\n  d", "b⟨␍⏎  ⟩c⟨␍⏎⟩d"), ("a: |\r\n  b\r\n  c\r\n", "b⟨␍⏎⟩c⟨␍⏎⟩"),
            ("a: ''", ""), ("a: |\n", ""), ("a: é\n  ü", "é⟨⏎  ⟩ü"), ("a: |\n  b\n  \tc\n", "b⏎⇥c⏎"),
            ("a: b\u{85}\u{2028}  c", "b\u{2028}c"),
        ])
    func maps(text: String, expected: String) {
        #expect(Self.table(text) == expected)
    }

    @Test func anAliasLeadsToItsAnchor() {
        let reading = Reading("a: &x |\n  b\nc: *x\n")
        let id = reading.document.value(of: "c", in: reading.document.roots[0])!
        #expect(ScalarPlacement(reading.document, id).span(0..<1).start == 10)
    }

    @Test func rangesCoverWhatTheyTouch() {
        let reading = Reading(#"a: "b\u0041c d""#)
        let placement = ScalarPlacement(reading.document, reading.scalar!)
        #expect(placement.span(0..<5).text == #"b\u0041c d"#)
        #expect(placement.span(1..<3).text == #"\u0041c"#)
        #expect(placement.span(2..<2).start == 11)
        #expect(placement.span(5..<5).start == 14)
        #expect(placement.span(4..<99).text == "d")
    }

    /// Each character occurs once, so that its place in the file is known without reading YAML.
    @Test("random scalars", arguments: 0..<8)
    func random(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        var read = 0
        for _ in 0..<1500 {
            let text = RandomScalar.text(&generator)
            let reading = Reading(text)
            guard reading.diagnostics.isEmpty, let id = reading.scalar else { continue }
            read += 1
            let placement = ScalarPlacement(reading.document, id)
            var at = 0
            for scalar in reading.document.text(id).unicodeScalars {
                let length = UTF8.width(scalar)
                let source = placement.span(at..<at + length).text
                at += length
                if let kept = RandomScalar.unique(scalar) {
                    #expect(source == kept || source == RandomScalar.escape(scalar), "\(text.debugDescription)")
                } else {
                    let isBlank = source.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
                    #expect(isBlank || RandomScalar.others.contains(source), "\(source) \(text.debugDescription)")
                }
            }
        }
        #expect(read > 1000)
    }

    /// Whatever is still YAML after damage is aligned: no two characters have the whole scalar for their place.
    @Test("damaged scalars", arguments: 0..<4)
    func damaged(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed + 100))
        let bytes = Array(" \t\n\r'\"\\|>-+#:?&!2x,[]{}".utf8)
        var read = 0
        for _ in 0..<4000 {
            var text = Array(RandomScalar.text(&generator).utf8)
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let at = Int.random(in: text.indices, using: &generator)
                let cut = Int.random(in: 0...1, using: &generator)
                text.replaceSubrange(at..<at + cut, with: [generator.pick(bytes)])
            }
            let reading = Reading(bytes: text)
            guard let id = reading.scalar else { continue }
            let value = reading.document.text(id).unicodeScalars
            guard value.count > 1, let last = value.last, !value.allSatisfy({ $0 == " " || $0 == "\n" }) else {
                continue
            }
            read += 1
            let placement = ScalarPlacement(reading.document, id)
            let count = value.reduce(0) { $0 + UTF8.width($1) }
            let first = placement.span(0..<1)
            #expect(
                first.start < placement.span(count - UTF8.width(last)..<count).start,
                "\(String(decoding: text, as: UTF8.self).debugDescription)")
        }
        #expect(read > 400)
    }
}

extension Reading {
    /// The value of the first pair.
    fileprivate var scalar: NodeID? {
        guard diagnostics.isEmpty, let root = document.roots.first, let pair = document.pairs(root).first else {
            return nil
        }
        return document[pair.value].isScalar ? pair.value : nil
    }
}
