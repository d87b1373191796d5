import Conformance
import Diagnostics
import Expressions
import FuzzDriver

@main
struct Fuzz {
    static func main() { fuzz(testOneInput) }
}

/// The entry point of libFuzzer: reads the bytes as an expression. Build with `make fuzz`.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    ExpressionFuzzer.run(UnsafeBufferPointer(start: data, count: count))
    return 0
}

enum ExpressionFuzzer {
    /// What every expression without a syntax error must stand.
    private static let stages: [@Sendable (Syntax) -> Void] = [isReadBack, isCheckedAndRun]

    static func run(_ bytes: UnsafeBufferPointer<UInt8>) {
        let (syntax, errors) = Parser.parse(bytes)
        guard (syntax == nil) != errors.isEmpty else { fatalError("neither a tree nor an error, or both") }
        guard errors.allSatisfy({ isInside($0.range, bytes.count) }) else { fatalError("an error outside the text") }
        guard errors.count <= 8 else { fatalError("\(errors.count) errors of one text") }
        if let syntax { stages.forEach { $0(syntax) } }
    }

    /// Its canonical text reads as the same expression.
    private static func isReadBack(_ syntax: Syntax) {
        let text = syntax.text
        let (again, errors) = Parser.parse(text)
        if again?.text != text { fatalError("written as \(text), read as \(again?.text ?? "\(errors)")") }
    }

    /// It is checked, with types and without; what the checker takes ends in a value or an error, and reads back as itself.
    private static func isCheckedAndRun(_ syntax: Syntax) {
        let file = SourceFile(path: "fuzz", text: [])
        for isChecked in [true, false] {
            var environment = Environment()
            environment.isChecked = isChecked
            environment.variables = ["x": .dyn, "s": .string, "l": .list(.int), "m": .map(.string, .dyn)]
            var checker = Checker(environment) { SourceSpan(file: file, start: Int($0.start), end: Int($0.end)) }
            let checked = checker.check(syntax)
            guard checker.errors.isEmpty else { continue }
            var evaluator = Evaluator(
                BoundContext(bindings: [
                    "x": .int(1), "s": .string("abc"), "l": .list([.int(1), .int(2)]), "m": .map(MapValue()),
                ]))
            _ = try? evaluator.value(of: checked)
            _ = checked.syntax().text
        }
    }

    private static func isInside(_ range: TextRange, _ count: Int) -> Bool {
        0 <= range.start && range.start <= range.end && range.end <= count
    }
}
