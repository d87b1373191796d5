import Expressions
import Testing
import SeededRandom

/// The suite's sections string/* and string_ext/* without format.
struct FunctionTextTests {
    @Test(
        "questions",
        arguments: [
            FunctionCall(.startsWith, "foobar", "foo", gives: true), .init(.startsWith, "", "foo", gives: false),
            .init(.startsWith, "foobar", "", gives: true), .init(.startsWith, "завтра", "за", gives: true),
            .init(.endsWith, "foobar", "bar", gives: true), .init(.endsWith, "", "foo", gives: false),
            .init(.endsWith, "", "", gives: true), .init(.endsWith, "🐱😀😛", "😛", gives: true),
            .init(.endsWith, "r", "bar", gives: false), .init(.contains, "abababc", "ababc", gives: true),
            .init(.contains, "Straße", "aß", gives: true), .init(.contains, "", "", gives: true),
            .init(.contains, "ab", "abc", gives: false), .init(.contains, "ab", "c", gives: false),
            // Half of a letter to Swift, a code point to CEL.
            .init(.contains, "e\u{301}", "e", gives: true), .init(.startsWith, "e\u{301}", "e", gives: true),
            .init(.containsIgnoringCase, "FooBar", "OBA", gives: true),
            .init(.containsIgnoringCase, "fooÉbar", "éb", gives: false),
            .init(.contains, 1, "a", fails: .noSuchOverload),
            .init(.contains, "a", fails: .noSuchOverload), .init(.startsWith, "a", 1, fails: .noSuchOverload),
        ])
    func questions(call: FunctionCall) { call.check() }

    @Test(
        "finding",
        arguments: [
            FunctionCall(.charAt, "tacocat", 3, gives: "o"), .init(.charAt, "tacocat", 7, gives: ""),
            .init(.charAt, "©αT", 1, gives: "α"), .init(.charAt, "tacocat", 8, fails: .index),
            .init(.charAt, "tacocat", -1, fails: .index), .init(.charAt, "a", .int(.max), fails: .index),
            .init(.indexOf, "tacocat", "", gives: 0), .init(.indexOf, "tacocat", "", 3, gives: 3),
            .init(.indexOf, "tacocat", "ac", gives: 1), .init(.indexOf, "tacocat", "none", gives: -1),
            .init(.indexOf, "tacocat", "a", 3, gives: 5), .init(.indexOf, "ta©o©αT", "©", gives: 2),
            .init(.indexOf, "ta©o©αT", "©αT", 3, gives: 4), .init(.indexOf, "ta©o©αT", "©α", 5, gives: -1),
            .init(.indexOf, "hello mellow", "ello", 2, gives: 7), .init(.indexOf, "", "a", gives: -1),
            .init(.indexOf, "tacocat", "a", 30, fails: .index), .init(.indexOf, "tacocat", "a", -1, fails: .index),
            .init(.indexOf, "hello mellow", "jello", gives: -1), .init(.lastIndexOf, "tacocat", "", gives: 7),
            .init(.lastIndexOf, "tacocat", "at", gives: 5), .init(.lastIndexOf, "tacocat", "none", gives: -1),
            .init(.lastIndexOf, "tacocat", "", 3, gives: 3), .init(.lastIndexOf, "tacocat", "a", 3, gives: 1),
            .init(.lastIndexOf, "ta©o©αT", "©", gives: 4), .init(.lastIndexOf, "ta©o©αT", "©", 3, gives: 2),
            .init(.lastIndexOf, "ta©o©αT", "©α", 4, gives: 4), .init(.lastIndexOf, "hello mellow", "ello", 6, gives: 1),
            .init(.lastIndexOf, "", "@@", gives: -1), .init(.lastIndexOf, "aaa", "aa", gives: 1),
            .init(.lastIndexOf, "tacocat", "a", -1, fails: .index),
            .init(.lastIndexOf, "tacocat", "a", 30, fails: .index),
            .init(.substring, "tacocat", 4, gives: "cat"), .init(.substring, "tacocat", 7, gives: ""),
            .init(.substring, "tacocat", 0, 4, gives: "taco"), .init(.substring, "ta©o©αT", 2, 6, gives: "©o©α"),
            .init(.substring, "ta©o©αT", 7, 7, gives: ""), .init(.substring, "tacocat", 40, fails: .index),
            .init(.substring, "tacocat", 1, 50, fails: .index), .init(.substring, "tacocat", 49, 50, fails: .index),
            .init(.substring, "tacocat", 4, 3, fails: .index), .init(.substring, "tacocat", -1, fails: .index),
            .init(.charAt, 42, 2, fails: .noSuchOverload), .init(.charAt, "hello", true, fails: .noSuchOverload),
            .init(.indexOf, 24, "2", fails: .noSuchOverload), .init(.indexOf, "42", 4, 0, fails: .noSuchOverload),
            .init(.indexOf, "42", "4", "0", fails: .noSuchOverload),
            .init(.indexOf, "42", "4", 0, 1, fails: .noSuchOverload),
            .init(.substring, "tacocat", 0, false, fails: .noSuchOverload),
        ])
    func finding(call: FunctionCall) { call.check() }

    @Test(
        "making",
        arguments: [
            FunctionCall(.lowerAscii, "TacoCÆt Xii", gives: "tacocÆt xii"),
            .init(.upperAscii, "tacoCαt", gives: "TACOCαT"), .init(.reverse, "", gives: ""),
            .init(.reverse, "☺", gives: "☺"),
            .init(.reverse, "Ta©oCαt", gives: "tαCo©aT"), .init(.reverse, "e\u{301}x", gives: "x\u{301}e"),
            .init(.trim, " \u{0B}\u{0C}\t text\n\u{85} ", gives: "text"), .init(.trim, " \t", gives: ""),
            .init(
                .trim, "text\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2004}\u{2006}\u{2007}\u{2008}\u{2009}",
                gives: "text"),
            .init(.trim, "\u{200a}text\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{A0}\u{1680}", gives: "text"),
            .init(.trim, "\u{180e}\u{200b}text\u{feff}", gives: "\u{180e}\u{200b}text\u{feff}"),
            .init(.replace, "{0} days {0} hours", "{0}", "2", gives: "2 days 2 hours"),
            .init(.replace, "{0} days {0} hours", "{0}", "2", 1, gives: "2 days {0} hours"),
            .init(.replace, "hello hello", "he", "we", 0, gives: "hello hello"),
            .init(.replace, "hello hello", "he", "we", -1, gives: "wello wello"),
            .init(.replace, "1 ©αT taco", "αT", "o©α", gives: "1 ©o©α taco"),
            .init(.replace, "ab", "", "-", gives: "-a-b-"),
            .init(.replace, "é", "", "-", gives: "-é-"), .init(.replace, "ab", "", "-", 2, gives: "-a-b"),
            .init(.replace, "", "", "-", gives: "-"), .init(.replace, "aaa", "aa", "b", gives: "ba"),
            .init(.split, "hello world", " ", gives: ["hello", "world"]), .init(.split, "hello", " ", 0, gives: []),
            .init(.split, "hello world events!", " ", 1, gives: ["hello world events!"]),
            .init(.split, "hello hello hello", " ", 2, gives: ["hello", "hello hello"]),
            .init(.split, "o©o©o©o", "©", -1, gives: ["o", "o", "o", "o"]), .init(.split, "", ",", gives: [""]),
            .init(.split, ",", ",", gives: ["", ""]), .init(.split, "aéb", "", gives: ["a", "é", "b"]),
            .init(.split, "aéb", "", 2, gives: ["a", "éb"]), .init(.split, "", "", gives: []),
            .init(.split, "a", "", gives: ["a"]), .init(.join, ["x", "y"], gives: "xy"),
            .init(.join, ["x", "y"], "-", gives: "x-y"), .init(.join, [], "-", gives: ""),
            .init(.join, [""], "-", gives: ""),
            .init(
                .quote, "first\nsecond \u{07}\u{08}\u{0C}\r\t\u{0B}\\\"", gives: #""first\nsecond \a\b\f\r\t\v\\\"""#),
            .init(.quote, "size('ÿ') 🐱", gives: "\"size('ÿ') 🐱\""), .init(.join, [1], "-", fails: .noSuchOverload),
            .init(.split, 42, "2", fails: .noSuchOverload), .init(.split, "42", "2", "1", fails: .noSuchOverload),
            .init(.replace, "42", "2", 1, fails: .noSuchOverload),
            .init(.replace, "42", "2", "1", "1", fails: .noSuchOverload), .init(.trim, 1, fails: .noSuchOverload),
        ])
    func making(call: FunctionCall) { call.check() }

    @Test func searchFindsWhatTheNaiveOneFinds() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<3_000 {
            func word(_ length: Int) -> [Character] { (0..<length).map { _ in random.pick(["a", "b", "é"]) } }
            let text = word(Int.random(in: 0..<20, using: &random))
            let part = word(Int.random(in: 1..<4, using: &random))
            let places = text.indices.filter { text[$0...].starts(with: part) }
            let arguments: [Value] = [.string(String(text)), .string(String(part))]
            #expect((try? call(.indexOf, arguments).get().text) == "\(places.first ?? -1)")
            #expect((try? call(.lastIndexOf, arguments).get().text) == "\(places.last ?? -1)")
            let parts = call(.split, arguments).flatMap { call(.join, [$0, arguments[1]]) }
            #expect((try? parts.get())?.text == arguments[0].text)
        }
    }
}
