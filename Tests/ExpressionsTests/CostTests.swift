import Conformance
import Diagnostics
import Expressions
import Testing

/// Expressions made to take for ever end in a value or an error.
struct CostTests {
    private func outcome(_ text: String) -> String {
        let (syntax, errors) = Parser.parse(text)
        guard let syntax else { return "syntax error: \(errors.first?.message ?? "")" }
        let file = SourceFile(path: "x", text: text.utf8)
        var checker = Checker(Environment()) { SourceSpan(file: file, start: Int($0.start), end: Int($0.end)) }
        let checked = checker.check(syntax)
        if let error = checker.errors.first { return "error: \(error.message)" }
        var evaluator = Evaluator(BoundContext(bindings: [:]))
        do {
            return try evaluator.value(of: checked).text
        } catch {
            return "error: \(error.message)"
        }
    }

    private static let limit = "error: the expression takes more than 1000000 steps, the cost limit of one evaluation"

    @Test("macros within macros end at the cost limit")
    func macrosWithinMacros() {
        let hundred = "[" + (0..<100).map(String.init).joined(separator: ", ") + "]"
        let text =
            "\(hundred).all(a, \(hundred).all(b, \(hundred).all(c, \(hundred).all(d, a + b + c + d >= 0))))"
        #expect(outcome(text) == Self.limit)
        #expect(outcome("false && \(text)") == "false")
        // The limit is no error that `||` forgives: the work has been done.
        #expect(outcome("\(text) || true") == Self.limit)
    }

    @Test("texts that double themselves end at the cost limit")
    func doublingTexts() {
        let text = (0..<60).reduce("size(x)") { body, _ in "cel.bind(x, x + x, \(body))" }
        let found = outcome("cel.bind(x, 'aaaaaaaaaaaaaaaa', \(text))")
        #expect(found.hasPrefix("error: "))
        #expect(found.contains("limit"))
    }

    @Test("lists that double themselves end at the cost limit")
    func doublingLists() {
        let text = (0..<60).reduce("size(x)") { body, _ in "cel.bind(x, x + x, \(body))" }
        #expect(outcome("cel.bind(x, [1, 2, 3, 4], \(text))").hasSuffix("would exceed 1000000 elements"))
    }

    @Test(
        "extremes",
        arguments: [
            ("\"\\ud800\"", "syntax error"), ("'a\u{0}b' == 'a\\u0000b'", "true"), ("1 % 0", "error: "),
            ("-9223372036854775808 / -1", "error: "), ("int(1e30)", "error: "), ("uint(-1)", "error: "),
            ("b'\\xff\\xfe' == b'\\377\\376'", "true"), ("string(b'\\xff')", "error: "),
            ("'a'.matches('(')", "error: "), ("(\"a\" + \"b\").matches(\"(a*)*b\")", "true"),
            ("timestamp('9999-12-31T23:59:59Z') + duration('1s')", "error: "),
        ])
    func extremes(expression: String, beginning: String) {
        let found = outcome(expression)
        #expect(found.hasPrefix(beginning), "\(found)")
    }

    @Test("ten thousand operands, deep nesting, a megabyte")
    func largeTexts() {
        #expect(outcome(Array(repeating: "true", count: 10_000).joined(separator: " && ")) == "true")
        #expect(outcome(Array(repeating: "false", count: 10_000).joined(separator: " || ")) == "false")
        #expect(outcome(Array(repeating: "1", count: 10_000).joined(separator: " + ")).hasPrefix("syntax error"))
        #expect(
            outcome(String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000)).hasPrefix(
                "syntax error"))
        #expect(outcome(String(repeating: "[", count: 10_000)).hasPrefix("syntax error"))
        let list = "[" + Array(repeating: "1", count: 200_000).joined(separator: ",") + "].size()"
        #expect(outcome(list) == "200000")
        #expect(outcome("'" + String(repeating: "a", count: 1 << 20) + "'").hasPrefix("syntax error"))
        let nested = (0..<200).reduce("x") { body, _ in "(\(body) + 1)" }
        #expect(outcome("cel.bind(x, 1, \(nested))") == "201")
    }
}
