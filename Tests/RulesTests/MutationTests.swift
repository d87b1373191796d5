import Catalog
import Diagnostics
import Documents
import Engine
import Rules
import Testing

/// No word of a built-in rule can be misspelt unnoticed: each key, field, value, operator, parameter and type in turn,
/// with a letter doubled or with it dropped, is refused when the rule is read or when its tests run.
struct MutationTests {
    @Test("every misspelling is noticed", arguments: BuiltinRules.rules)
    func everyMisspellingIsNoticed(rule: BuiltinRules.Named) throws {
        let source = rule.rule.sourceSpan
        let text = Array("rules:\n  - ".utf8) + Array(source.file.text(source.start..<source.end).utf8) + [0x0A]
        let file = SourceFile(path: "rules.yaml", text: text)
        let (document, problems) = YAMLReader.read(file)
        try #require(!problems.hasErrors && Self.isRefused(text) == false, "the rule stands for itself")
        let identifiers = Identifiers.of(try #require(document.roots.first), in: document, rule: rule.rule)
        #expect(identifiers.count >= 15)
        let parts = Parts(text, document)
        for (number, identifier) in identifiers.enumerated() {
            let letters = identifier.range.filter { Self.isLetter(text[$0]) }
            let whole = letters[letters.count / 2]
            // The rule with the one test that has the word, or with none: the others take long to read.
            let (text, middle) = parts.around(whole)
            var doubled = text
            doubled.insert(text[middle], at: middle)
            var dropped = text
            dropped.remove(at: middle)
            // One word has a letter too many, the next one too few.
            for mutant in [number % 2 == 0 ? doubled : dropped] {
                let line = String(decoding: mutant[Self.line(around: middle, in: mutant)], as: UTF8.self)
                var isRefused = Self.isRefused(mutant)
                if !isRefused, !parts.isInTest(whole) {
                    // What reading the rule does not show its tests do.
                    isRefused = Self.isRefused(parts.withTests(mutant))
                }
                #expect(isRefused, "\(identifier.path): \(line)")
            }
        }
    }

    /// A rule's text, up to its tests and test by test.
    private struct Parts {
        private let text: [UInt8]
        /// Where `tests:` and what belongs to it begins; the end where there is none.
        private let head: Int
        private let tests: [Range<Int>]

        init(_ text: [UInt8], _ document: Document) {
            func lineStart(_ at: Int) -> Int { text[..<at].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0 }
            self.text = text
            let rule = document.roots.first.flatMap { document.value(of: "rules", in: $0) }
                .flatMap { document.items($0).first }
            let pair = rule.flatMap { rule in document.pairs(rule).first { document.text($0.key) == "tests" } }
            // Tests that share anchors, or stand on one line, stay together.
            let isPlain = !text.contains(UInt8(ascii: "&")) && !text.contains(UInt8(ascii: "*"))
            guard let pair, isPlain else {
                (head, tests) = (text.count, [])
                return
            }
            let starts = document.items(pair.value).map { lineStart(document.span($0).start) }
            guard Set(starts).count == starts.count, let first = starts.first,
                first > document.span(pair.key).start
            else {
                (head, tests) = (text.count, [])
                return
            }
            head = lineStart(document.span(pair.key).start)
            tests = zip(starts, starts.dropFirst() + [text.count]).map { $0..<$1 }
        }

        func isInTest(_ at: Int) -> Bool { at >= head || tests.isEmpty }

        /// The head, or the head with the one test that holds the place; and the place in it.
        func around(_ at: Int) -> (text: [UInt8], at: Int) {
            guard !tests.isEmpty else { return (text, at) }
            guard at >= head else { return (Array(text[..<head]), at) }
            guard let test = tests.first(where: { $0.contains(at) }) else { return (text, at) }
            let before = Array(text[..<tests[0].lowerBound])
            return (before + text[test], at - test.lowerBound + before.count)
        }

        /// A changed head with all of the tests.
        func withTests(_ changed: [UInt8]) -> [UInt8] { changed + text[head...] }
    }

    /// Whether the rule is refused, or one of its tests fails.
    private static func isRefused(_ text: [UInt8]) -> Bool {
        var set = RuleSet()
        set.add(SourceFile(path: "rules.yaml", text: text), catalog: Trial.catalog)
        guard !set.diagnostics.hasErrors, let rule = set.rules.first else { return true }
        return ExampleRun.run(rule, catalog: Trial.catalog).contains { !$0.problems.isEmpty }
    }

    static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

    private static func line(around at: Int, in text: [UInt8]) -> Range<Int> {
        let start = text[..<at].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return start..<(text[at...].firstIndex(of: 0x0A) ?? text.count)
    }
}
