import Conformance
import Diagnostics
import Expressions
import Foundation
import Testing

/// The public conformance cases of the language (google/cel-spec, tests/simple), through the door that `plumb eval --cases`
/// uses.
struct ConformanceTests {
    /// Cases that are not met, each with the reason. The list is printed.
    static let exceptions: [String: String] = [
        "parse/bytes_literals/triple_single_quoted_unescaped_punctuation":
            "expects a backslash that its expression does not contain; the same literal as a string is expected without",
        "parse/bytes_literals/triple_double_quoted_unescaped_punctuation":
            "expects a backslash that its expression does not contain; the same literal as a string is expected without",
    ]

    private static let path = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/cel/conformance.json").standardized.path(percentEncoded: false)

    @Test("every case of the public suite")
    func everyCase() throws {
        guard let bytes = FileManager.default.contents(atPath: Self.path) else {
            print("left out: the public conformance cases, which are not part of a clone")
            return
        }
        let (cases, diagnostics) = ConformanceCase.read(SourceFile(path: "conformance.json", text: bytes))
        try #require(!diagnostics.hasErrors)
        #expect(cases.count == 1108)
        var unmet: Set<String> = []
        for test in cases {
            switch test.run() {
            case .passed: break
            case .skipped(let reason): Issue.record("\(test.name) is skipped: \(reason)")
            case .failed(let reason):
                if Self.exceptions[test.name] == nil { Issue.record("\(test.name): \(reason)") }
                unmet.insert(test.name)
            }
        }
        for (name, reason) in Self.exceptions.sorted(by: { $0.key < $1.key }) {
            print("not met: \(name): \(reason)")
            // What is met needs no exception.
            #expect(unmet.contains(name))
        }
    }

    /// What the public selection leaves out and the language says.
    @Test(
        "more of the language",
        arguments: [
            ("google.protobuf.Value{string_value: 'a'} == 'a'", "true"),
            ("google.protobuf.Int64Value{value: 5} + 1 == 6", "true"),
            ("google.protobuf.Timestamp{seconds: 60} == timestamp('1970-01-01T00:01:00Z')", "true"),
            ("google.protobuf.Duration{seconds: 2, nanos: 500000000} == duration('2.5s')", "true"),
            ("google.protobuf.ListValue{values: [1.0, 'a']}[1]", "\"a\""),
            ("google.protobuf.Struct{fields: {'a': 1.0}}.a", "1.0"),
            ("google.protobuf.BoolValue{}", "false"),
            ("{'a': 1}.transformMapEntry(k, v, {v: k})", "{1: \"a\"}"),
            ("[1, 2, 3].map(n, n > 1, n * n)", "[4, 9]"),
            ("{'a': 1, 'b': 2}.filter(k, k != 'a')", "[\"b\"]"),
            ("[3, 1, 2].exists_one(x, x == 1)", "true"),
            ("cel.bind(a, 2, cel.bind(b, a + 1, a * b))", "6"),
            ("optional.of(1).optMap(x, x + 1).orValue(0)", "2"),
            ("[?optional.none(), ?optional.of(2)]", "[2]"),
            ("{?'a': optional.none(), 'b': 1}", "{\"b\": 1}"),
            ("{'a': {'b': 1}}.?a.?b.orValue(0)", "1"),
            ("type(1) == int && type(type(1)) == type", "true"),
            ("true ? 1 : dyn('a')", "1"),
            ("[1, 2][0] + {'x': 1}['x'] - -1", "3"),
            ("9223372036854775807 + 1 > 0 || true", "true"),
            ("1 / 0 == 1 && false", "false"),
            ("false ? 1 / 0 : 7", "7"),
            ("'a' in {'a': 1} && !('b' in ['a'])", "true"),
            ("size('ü😀') == 2 && 'ü😀'.size() == 2", "true"),
            ("timestamp('2024-02-29T00:00:00Z').getDayOfYear('Asia/Seoul')", "59"),
        ])
    func more(expression: String, value: String) throws {
        let (syntax, errors) = Parser.parse(expression)
        try #require(errors.isEmpty)
        var checker = Checker(Environment()) { range in
            SourceSpan(
                file: SourceFile(path: "x", text: expression.utf8), start: Int(range.start), end: Int(range.end))
        }
        let checked = checker.check(try #require(syntax))
        try #require(checker.errors.isEmpty, "\(checker.errors)")
        var evaluator = Evaluator(BoundContext(bindings: [:]))
        #expect(try evaluator.value(of: checked).text == value)
    }
}
