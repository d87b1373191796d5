import Expressions
import Testing

struct FunctionPatternTests {
    @Test(
        "matches",
        arguments: [
            FunctionCall(.matches, "hubba", "ubb", gives: true), .init(.matches, "", "foo|bar", gives: false),
            .init(.matches, "cows", "", gives: true), .init(.matches, "", "", gives: true),
            .init(.matches, "grey", "gr(a|e)y", gives: true), .init(.matches, "banana", "ba(na)*", gives: true),
            .init(.matches, "mañana", "a+ñ+a+", gives: true), .init(.matches, "🐱😀😀", "(a|😀){2}", gives: true),
            .init(.matches, "abc", "^b", gives: false), .init(.matches, "a\nb", "^b$", gives: false),
            .init(.matches, "a\nb", "(?m)^b$", gives: true), .init(.matches, "ABC", "(?i)abc", gives: true),
            .init(.matches, "a\0b", "a\\x00b", gives: true), .init(.matches, "a\0b", "b$", gives: true),
            .init(.matches, "x", "a\0b", gives: false), .init(.matches, "a\0b", "a\0b", gives: true),
            .init(.matches, "٣", "\\d", gives: false), .init(.matches, "é", "^.$", gives: true),
            .init(.matches, "abc", "(", fails: .invalidArgument),
            .init(.matches, "abc", "a**", fails: .invalidArgument),
            .init(.matches, "abc", "(?=a)", fails: .invalidArgument), .init(.matches, "a", 1, fails: .noSuchOverload),
        ])
    func matches(call: FunctionCall) { call.check() }

    @Test(
        "says what is wrong and where",
        arguments: [
            ("a(b", "missing )", 0..<3), ("ab[z-a]", "invalid character class range", 3..<6),
            ("a**", "bad repetition", 1..<3),
            ("x\\q", "invalid escape sequence", 1..<3), ("*", "no argument for repetition", 0..<1),
        ] as [(String, String, Range<Int>)])
    func errors(text: String, reason: String, range: Range<Int>) {
        let error = #expect(throws: PatternError.self) { try Pattern(text) }
        #expect(error?.range == range, "\(error?.message ?? "")")
        #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
    }

    /// A backtracking matcher would take longer than the universe lasts.
    @Test(.timeLimit(.minutes(1)))
    func explodingPatternsTakeLinearTime() throws {
        let text = String(repeating: "a", count: 1_000_000) + "b"
        for pattern in ["(a*)*c", "(a|aa)+$c", "(a+)+c", "^(([a-z])+.)+[A-Z]([a-z])+$"] {
            let pattern = try Pattern(pattern)
            let isMatch = Array(text.utf8).withUnsafeBufferPointer(pattern.matches)
            #expect(!isMatch)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func giantPatternsAreRefused() {
        #expect(throws: PatternError.self) { try Pattern("((((a{100}){100}){100}){100}){100}") }
        #expect(throws: PatternError.self) { try Pattern("(((\\pL{1000}){1000}){1000})") }
        #expect(throws: PatternError.self) { try Pattern(String(repeating: "a", count: 1_000_000)) }
        // Some versions refuse deep nesting, others manage it.
        _ = try? Pattern(String(repeating: "(", count: 40_000) + String(repeating: ")", count: 40_000))
    }

    @Test func bytesThatAreNoTextMatchNothing() throws {
        let bytes: [UInt8] = [0x61, 0xFF, 0x62]
        #expect(try bytes.withUnsafeBufferPointer(Pattern("^a").matches))
        #expect(try !bytes.withUnsafeBufferPointer(Pattern("^a.b$").matches))
        #expect(try bytes.withUnsafeBufferPointer(Pattern("^a\\C b$|^a\\Cb$").matches))
    }

    @Test func manyThreadsAskManyPatterns() async {
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<8 {
                group.addTask {
                    (0..<500).allSatisfy { number in
                        let pattern = "^x{\((number + task) % 400)}$"
                        let text = String(repeating: "x", count: (number + task) % 400)
                        return call(.matches, [.string(text), .string(pattern)]).isTrue
                    }
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }
}
