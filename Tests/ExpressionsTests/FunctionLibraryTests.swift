import Conformance
import Diagnostics
import Expressions
import Networks
import Testing
import SeededRandom

struct FunctionLibraryTests {
    @Test func everyFunctionIsDefinedOnceAndInOrder() {
        #expect(FunctionLibrary.standard.definitions.map(\.function) == Function.allCases)
        for function in Function.allCases { #expect(FunctionLibrary.standard[function]?.function == function) }
    }

    @Test(arguments: FunctionLibrary.standard.definitions)
    func isDescribed(definition: FunctionDefinition) {
        #expect(definition.summary.last == ".")
        #expect(!definition.example.isEmpty)
        #expect(!definition.overloads.isEmpty)
        #expect(definition.overloads.allSatisfy { !$0.isMember || !$0.parameters.isEmpty })
    }

    /// Those that ask an inventory are left to the rules' tests.
    @Test(arguments: FunctionLibrary.standard.definitions.filter { !$0.example.contains(/resource|now/) })
    func exampleHolds(definition: FunctionDefinition) throws {
        let escaped = definition.example.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let text = "[{\"expr\": \"\(escaped)\"}]"
        let (cases, _) = ConformanceCase.read(SourceFile(path: "example.json", text: Array(text.utf8)))
        #expect(try #require(cases.first).run() == .passed, "\(definition.example)")
    }

    /// Arguments of any type and number give a value or an error.
    @Test func anyArgumentsAreSafe() {
        var random = SeededGenerator(seed: 99)
        let values: [Value] = [
            .null, true, 0, -1, .int(.min), .int(.max), .uint(0), .uint(.max), 0.5, .double(.nan), .double(.infinity),
            -1e300, "", "a%s%.3f",
            "é\u{301}😀", "10.0.0.0/8", "::1", "[", "2024-02-29T12:00:00Z", "1h", .bytes([]), .bytes([255, 0]), [],
            [1, "a", [.null]],
            ["a", "b"], [1, 2.0], [:], ["a": 1, 2: .null], .type(.int), .time("0001-01-01T00:00:00Z"),
            .time("9999-12-31T23:59:59.9Z"),
            .span("-1.5s"), .span("315576000000s"), .none, .some(1), .some([1]), .address("10.0.0.1"), .range("::/0"),
            .addresses(.all),
            .portRange(.all), .protocol(.tcp), .peer(PeerName(.prefixList, "pl-1")), [.some(1), .none],
        ]
        for definition in FunctionLibrary.standard.definitions {
            for _ in 0..<800 {
                let arguments = (0..<Int.random(in: 0...4, using: &random)).map { _ in random.pick(values) }
                if case .success(let value) = call(definition.function, arguments) { #expect(!value.text.isEmpty) }
            }
        }
    }
}
