import Expressions
import Testing

/// Literals (https://github.com/google/cel-spec/blob/master/doc/langdef.md#values).
struct LexerTests {
    @Test(
        "reads numbers",
        arguments: [
            ("0", "0"), ("007", "7"), ("0x1F", "31"), ("0xff", "255"), ("9223372036854775807", "9223372036854775807"),
            ("-9223372036854775808", "-9223372036854775808"), ("- 5", "-5"), ("-0x8000000000000000", "\(Int64.min)"),
            ("0u", "0u"), ("7U", "7u"), ("0xFFFFFFFFFFFFFFFFu", "18446744073709551615u"), ("-5u", "(-5u)"),
            ("1.5", "1.5d"), (".5", "0.5d"), ("7.", "7.0d"), ("7.e2", "(7.e2)"), ("1e3", "1000.0d"),
            ("1.5E-3", "0.0015d"),
            ("-.5", "-0.5d"), ("1e-999", "0.0d"), ("1.foo", "(1.foo)"), ("-1.foo()", "(-1).foo()"), ("-(1)", "(-1)"),
            ("--1", "(--1)"), ("1-1", "(1 - 1)"), ("[7.,8.]", "[7.0d, 8.0d]"), ("1 .foo", "(1.foo)"),
        ])
    func numbers(text: String, expected: String) {
        #expect(outline(text) == expected)
    }

    @Test(
        "reads text",
        arguments: [
            (#"'a"b'"#, "a\"b"), (#""a'b""#, "a'b"), (#"''"#, ""), (#"'''a'b''c'''"#, "a'b''c"),
            (#""""a"b\"""""#, "a\"b\""),
            ("'''a\nb'''", "a\nb"), ("'''a\r\nb'''", "a\r\nb"), (#"r'\n\d'"#, "\\n\\d"), (#"R"\""#, "\\"),
            (#"'\a\b\f\n\r\t\v\\\?\"\'\`'"#, "\u{7}\u{8}\u{C}\n\r\t\u{B}\\?\"'`"),
            (#"'\x41\X42\u00e9\U0001F600\101'"#, "ABé😀A"),
            (#"'\377\xff'"#, "ÿÿ"), (#"'\ud83d\ude00'"#, "😀"), ("'😀é'", "😀é"), (#"'//a'"#, "//a"),
            ("'\u{1}\t'", "\u{1}\t"),
        ])
    func strings(text: String, expected: String) { #expect(outline(text) == expected.debugDescription) }

    @Test(
        "reads bytes",
        arguments: [
            ("b'aé'", "b[97, 195, 169]"), (#"B"\xff\377""#, "b[255, 255]"), (#"br'\x'"#, "b[92, 120]"),
            (#"Rb"\""#, "b[92]"), ("rB''''''", "b[]"), (#"b'''\''''"#, "b[39]"),
        ])
    func bytes(text: String, expected: String) { #expect(outline(text) == expected) }

    @Test(
        "letters of prefixes begin names too",
        arguments: [("r", "r"), ("b", "b"), ("br", "br"), ("rr", "rr"), ("bb.r", "(bb.r)")])
    func prefixes(text: String, expected: String) { #expect(outline(text) == expected) }
}
