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
    private static let stages: [@Sendable (Syntax) -> Void] = [isReadBack]

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

    private static func isInside(_ range: TextRange, _ count: Int) -> Bool {
        0 <= range.start && range.start <= range.end && range.end <= count
    }
}
