import Catalog
import Diagnostics
import Documents
import Expressions
import Rules
import Testing

/// No word of an expression can be misspelt unnoticed: of every built-in rule's conditions, written as expressions, each
/// name of a field, function, variable and parameter and each constant that has a meaning, with a letter doubled or with
/// it dropped, is refused when the rule is read.
struct ExpressionMutationTests {
    @Test("every misspelling is noticed", arguments: BuiltinRules.rules)
    func everyMisspellingIsNoticed(rule: BuiltinRules.Named) throws {
        guard let source = try ExpressionForm.text(of: rule.rule) else { return }
        let text = Array(source.utf8)
        let rewritten = try Trial.rules(source)
        let words = try Self.words(of: try #require(rewritten.first), in: text)
        #expect(words.count >= 2)
        for (number, word) in words.enumerated() {
            let letters = word.filter { MutationTests.isLetter(text[$0]) }
            let middle = letters[letters.count / 2]
            var doubled = text
            doubled.insert(text[middle], at: middle)
            var dropped = text
            dropped.remove(at: middle)
            // One word has a letter too many, the next one too few.
            for mutant in [number % 2 == 0 ? doubled : dropped] {
                var set = RuleSet(readsExamples: false)
                set.add(SourceFile(path: "rules.yaml", text: mutant), catalog: Trial.catalog)
                let place = String(decoding: mutant[max(0, word.lowerBound - 30)..<word.upperBound + 10], as: UTF8.self)
                #expect(set.diagnostics.hasErrors, "…\(place)…")
            }
        }
    }

    /// The words of the conditions; text that is compared with text may be any, and so may letters of addresses.
    private static func words(of rule: Rule, in text: [UInt8]) throws -> [Range<Int>] {
        let conditions = (rule.when.map { [$0] } ?? []) + rule.conditions
        let free = conditions.flatMap(freeText)
        let (document, _) = YAMLReader.read(SourceFile(path: "rules.yaml", text: text))
        let list = try #require(document.roots.first.flatMap { document.value(of: "rules", in: $0) })
        let node = try #require(document.items(list).first)
        var words: [Range<Int>] = []
        for key in ["when", "flag", "require"] {
            guard let value = document.value(of: key, in: node) else { continue }
            let span = document.span(value)
            var at = span.start
            while at < span.end {
                let start = at
                while at < span.end, isWord(text[at]) { at += 1 }
                let word = start..<at
                if word.contains(where: { MutationTests.isLetter(text[$0]) }),
                    !free.contains(where: { $0.overlaps(word) })
                {
                    words.append(word)
                }
                if at == start { at += 1 }
            }
        }
        return words
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        MutationTests.isLetter(byte) || byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte)
    }

    private static func freeText(_ expression: Expression) -> [Range<Int>] {
        switch expression.kind {
        case .literal(let literal):
            let isAddress = expression.span.text.count { $0 == ":" } >= 2
            let isText = expression.type == .string || expression.type == .list(.string)
            let isFree = if case .cidr = literal { true } else { isText || isAddress }
            return isFree ? [expression.span.start..<expression.span.end] : []
        default: return expression.parts.flatMap(freeText)
        }
    }
}
