import Expressions
import Testing
import SeededRandom

/// The suite's sections string_ext/format and format_errors.
struct FunctionFormatTests {
    @Test(
        "formats",
        arguments: [
            ("str is %s and some more", ["filler"], "str is filler and some more"),
            ("%% and also %%", [], "% and also %"),
            ("%%%s%%", ["text"], "%text%"), ("%d %d, %s %s", [1, 2, "A", "B"], "1 2, A B"), ("%d", [.uint(64)], "64"),
            ("%d", [.int(.min)], "-9223372036854775808"), ("%d", [3.14], "3.14"), ("%d", [.double(.nan)], "NaN"),
            ("%d", [1e21], "1000000000000000000000"), ("%.3f", [1.2345], "1.234"), ("%.3f", [123.4999], "123.500"),
            ("%.3f", [-123.4994], "-123.499"), ("%.0f", [2.5], "2"), ("%.0f", [3.5], "4"), ("%.5f", [-1.2], "-1.20000"),
            ("%f", [2.71828], "2.718280"), ("%f", [2], "2.000000"), ("%f", [.uint(3)], "3.000000"),
            ("%f", [.double(.infinity)], "Infinity"), ("%f", [.double(-.infinity)], "-Infinity"),
            ("%e", [.double(.nan)], "NaN"),
            ("%.6e", [1052.032911275], "1.052033e+03"), ("%e", [2], "2.000000e+00"), ("%e", [.uint(3)], "3.000000e+00"),
            ("%.1e", [-3.14e-100], "-3.1e-100"), ("%b", [.uint(64)], "1000000"), ("%b", [-5], "-101"),
            ("%b", [true], "1"),
            ("%b", [false], "0"), ("%o", [.uint(65535)], "177777"), ("%o", [-11], "-13"), ("%x", [30], "1e"),
            ("%X", [30], "1E"),
            ("%x", [-29], "-1d"), ("%x", ["Hello world!"], "48656c6c6f20776f726c6421"),
            ("%X", [.bytes("byte string")], "6279746520737472696E67"),
            ("%x", ["\u{7}é"], "07c3a9"), ("%s", [.null], "null"), ("%s", [999_999_999_999], "999999999999"),
            ("%s", [1e-7], "0.0000001"), ("%s", [1.0], "1"), ("%s", [.bytes("xyz")], "xyz"),
            ("%s", [.bytes([0x61, 0xFF, 0xFE, 0x62, 0xC3])], "a\u{FFFD}b\u{FFFD}"), ("%s", [.type(.string)], "string"),
            ("%s", [.time("2023-02-03T23:31:20+00:00")], "2023-02-03T23:31:20Z"), ("%s", [.span("1h45m47s")], "6347s"),
            (
                "%s", [["abc", 3.14, .null, [9, 8], .time("2023-02-03T23:31:20Z")]],
                "[abc, 3.14, null, [9, 8], 2023-02-03T23:31:20Z]"
            ),
            ("%s", [["strKey": "x", 6: .span("422s"), true: 42]], "{6: 422s, strKey: x, true: 42}"),
            ("%s", [[.double(.nan), .double(.infinity), .double(-.infinity)]], "[NaN, Infinity, -Infinity]"),
            ("%s, %s", [true, false], "true, false"), ("%.2s", ["abc"], "abc"),
            ("%s", [.range("10.0.0.0/8")], "10.0.0.0/8"),
            ("no clause", [1, 2], "no clause"), ("日本 %s", ["語"], "日本 語"),
        ] as [(String, Value, String)])
    func formats(format: String, arguments: Value, text: String) {
        FunctionCall(.format, .string(format), arguments, gives: .string(text)).check()
    }

    @Test(
        "errors",
        arguments: [
            ("%a", [1], "unrecognized formatting clause \"a\""), ("%E", [0.5], "unrecognized formatting clause \"E\""),
            ("%d %d %d", [0, 1], "index 2 out of range"), ("%", [1], "unexpected end of string"),
            ("%.", [1], "precision"),
            ("%.f", [1.0], "precision"), ("%.99999f", [1.0], "maximum allowed precision"),
            ("%.3", [1.0], "unexpected end of string"),
            ("%b", ["abc"], "only integers and bools can be formatted as binary, was given string"),
            ("%d", [.span("30m2s")], "decimal clause can only be used on integers, was given google.protobuf.Duration"),
            ("%o", ["a"], "octal clause can only be used on integers, was given string"),
            ("%x", [0.5], "only integers, byte buffers, and strings can be formatted as hex, was given double"),
            ("%d", [.null], "decimal clause can only be used on integers, was given null_type"),
            ("%e", [.null], "scientific clause can only be used on doubles, was given null_type"),
            ("%f", ["NaN"], "fixed-point clause can only be used on doubles, was given string"),
            ("%s", [.none], "was given optional_type"),
        ] as [(String, Value, String)])
    func errors(format: String, arguments: Value, reason: String) {
        guard case .failure(let error) = call(.format, [.string(format), arguments]) else {
            Issue.record("\(format) gives something")
            return
        }
        #expect(error.code == .invalidArgument)
        #expect(error.message.contains(reason), "\(error.message)")
    }

    @Test func giantResultsAreRefused() {
        let text = Value.string(String(repeating: "x", count: 6_000_000))
        FunctionCall(.format, "%s%s", [text, text], fails: .costLimit).check()
        FunctionCall(.format, "%x", [text], fails: .costLimit).check()
        var list: Value = [text]
        for _ in 0..<40 { list = [list, list] }
        FunctionCall(.format, "%s", [list], fails: .costLimit).check()
    }

    @Test func integersReadBackInEveryRadix() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            let number = Int64(truncatingIfNeeded: random.next()) >> Int64.random(in: 0..<64, using: &random)
            for (format, radix) in [("%d", 10), ("%b", 2), ("%o", 8), ("%x", 16), ("%X", 16)] as [(Value, Int)] {
                FunctionCall(
                    .format, format, [.int(number)], gives: .string(naive(number, radix, format.text.contains("X")))
                ).check()
            }
        }
    }

    private func naive(_ number: Int64, _ radix: Int, _ isUpper: Bool) -> String {
        var rest = Int128(number).magnitude
        var digits = ""
        repeat {
            digits =
                String(Array(isUpper ? "0123456789ABCDEF" : "0123456789abcdef")[Int(rest % UInt128(radix))]) + digits
            rest /= UInt128(radix)
        } while rest > 0
        return (number < 0 ? "-" : "") + digits
    }
}
