import Expressions
import Foundation
import Testing

/// What is beyond the limits is told, and crashes nothing.
struct SyntaxLimitTests {
    private static let tooDeep = "nested deeper than the limit of 250 levels"

    private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    /// Parses on a thread with the stack of a main thread.
    private static func errors(_ text: String, stack: Int = 8 << 20) -> [String] {
        nonisolated(unsafe) var errors: [String] = []
        let group = DispatchGroup()
        group.enter()
        let runner = Thread {
            errors = Parser.parse(text).errors.map(\.message)
            group.leave()
        }
        runner.stackSize = stack
        runner.start()
        group.wait()
        return errors
    }

    private static let shapes: [(name: String, text: @Sendable (Int) -> String, deepest: Int)] = [
        ("parentheses", { repeated("(", $0) + "a" + repeated(")", $0) }, 250),
        ("lists", { repeated("[", $0) + repeated("]", $0) }, 250),
        ("maps", { repeated("{1:", $0) + "1" + repeated("}", $0) }, 249),
        ("messages", { repeated("T{a:", $0) + "1" + repeated("}", $0) }, 249),
        ("calls", { repeated("f(", $0) + ")" + repeated(")", $0 - 1) }, 250),
        ("indices", { repeated("a[", $0) + "1" + repeated("]", $0) }, 249),
        ("macros", { repeated("a.all(x,", $0) + "x" + repeated(")", $0) }, 249),
        ("nots", { repeated("!", $0) + "a" }, 249),
        ("minuses", { repeated("-", $0) + "a" }, 249),
        ("sums", { "1" + repeated("+1", $0) }, 249),
        ("comparisons", { "1" + repeated("<1", $0) }, 249),
        ("selections", { "a" + repeated(".a", $0) }, 249),
        ("member calls", { "a" + repeated(".f()", $0) }, 249),
        ("trailing indices", { "a" + repeated("[0]", $0) }, 249),
        ("conditionals", { repeated("a?b:", $0) + "c" }, 249),
        ("all operators", { repeated("a||b&&c==d+e*-f(", $0) + "a" + repeated(")", $0) }, 35),
    ]

    @Test("nesting", arguments: shapes.indices)
    func nesting(index: Int) {
        let shape = Self.shapes[index]
        #expect(Self.errors(shape.text(shape.deepest)) == [], "\(shape.name)")
        #expect(Self.errors(shape.text(shape.deepest + 1)) == [Self.tooDeep], "\(shape.name)")
        #expect(Self.errors(shape.text(10_000)) == [Self.tooDeep], "\(shape.name)")
    }

    @Test(
        "an opening that is never closed",
        arguments: ["(", "[", "{", "{1:", "f(", "a[", "!", "-", "a?", "a+", "T{a:", "a.b("])
    func unclosed(opening: String) {
        let errors = Self.errors(Self.repeated(opening, (1 << 20) / opening.utf8.count))
        #expect(errors.contains(Self.tooDeep) || errors.count == 1, "\(errors)")
    }

    @Test(
        "much that is wrong is told briefly",
        arguments: [
            "(]", "[)", "}", "= ", "a b ", "&", "é ", "`", "'\n", "\u{0}", "1a ", "[a b],", "a,", "+", "..", "? ", ": ",
        ])
    func flood(part: String) {
        let errors = Self.errors(Self.repeated(part, (1 << 20) / part.utf8.count))
        #expect((1...8).contains(errors.count))
    }

    @Test func longChainsOfLogicAreOneLevel() {
        #expect(Self.errors("a" + Self.repeated(" || a", 10_000)) == [])
        #expect(Self.errors("a" + Self.repeated(" && a", 10_000)) == [])
        #expect(Self.errors("[" + Self.repeated("a, ", 10_000) + "]") == [])
    }

    @Test func length() {
        let longest = "'" + Self.repeated("x", (1 << 20) - 2) + "'"
        #expect(Self.errors(longest) == [])
        #expect(
            Self.errors(longest + " ") == ["an expression of 1048577 bytes is longer than the limit of 1048576 bytes"])
    }
}
