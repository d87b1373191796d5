import Catalog
import Diagnostics
import Documents
import Engine
import Rules
import Testing

/// No word of a built-in rule can be misspelt unnoticed: each key, field, value, operator, parameter and type in turn,
/// with a letter doubled and with it dropped, is refused when the rule is read or when its tests run.
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
        for identifier in identifiers {
            let letters = identifier.range.filter { Self.isLetter(text[$0]) }
            let middle = letters[letters.count / 2]
            var doubled = text
            doubled.insert(text[middle], at: middle)
            var dropped = text
            dropped.remove(at: middle)
            for mutant in [doubled, dropped] {
                let line = String(decoding: mutant[Self.line(around: middle, in: mutant)], as: UTF8.self)
                let isRefused = Self.isRefused(mutant)
                #expect(isRefused, "\(identifier.path): \(line)")
            }
        }
    }

    /// Whether the rule is refused, or one of its tests fails. Most mistakes are found without reading the tests.
    private static func isRefused(_ text: [UInt8]) -> Bool {
        var head = RuleSet(readsExamples: false)
        head.add(SourceFile(path: "rules.yaml", text: text), catalog: Trial.catalog)
        if head.diagnostics.hasErrors { return true }
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
