import Expressions
import Testing
import SeededRandom

/// Expressions with bytes changed, added, taken away and repeated.
struct SyntaxDamageTests {
    private static let fragments = [
        "(", ")", "[", "]", "{", "}", "\"", "'", "'''", "\\", "\\u", "\\x4", "`", ".", "?", ":", ",", "=", "!", "&",
        "|",
        "<", ">", "-", "+", "*", "%", "/", "//", "\n", "\r", " ", "\0", "\u{80}", "é", "“", "≤", "（", "\u{200B}", "0x",
        "1", "9223372036854775808", ".5", "1e", "u", "r", "b'", "in", "not", "and", "is", "if", "true", "has(",
        ".all(x,", "cel.bind(", ".map(", "T{", "a", "10.0.0.0/8", "5MB", "2026-01-31T", "$", "#", ";", "${",
    ]

    @Test("damage", arguments: 0..<8)
    func damage(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        var random = RandomSyntax(seed: UInt64(seed) + 50)
        for _ in 0..<1500 {
            var bytes = Array(random.next().text.utf8.prefix(200))
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let at = Int.random(in: 0...bytes.count, using: &generator)
                let end = min(bytes.count, at + Int.random(in: 0...3, using: &generator))
                let new: [UInt8]
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: new = []
                case 1: new = [UInt8.random(in: 0...255, using: &generator)]
                case 2: new = Array(bytes[..<at].suffix(20))
                default: new = Array(generator.pick(Self.fragments).utf8)
                }
                bytes.replaceSubrange(at..<end, with: new)
            }
            replay(bytes)
        }
    }

    @Test("fragments", arguments: 0..<4)
    func fragments(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed) + 200)
        for _ in 0..<2000 {
            let count = Int.random(in: 1...12, using: &generator)
            replay((0..<count).flatMap { _ in Array(generator.pick(Self.fragments).utf8) })
        }
    }
}
