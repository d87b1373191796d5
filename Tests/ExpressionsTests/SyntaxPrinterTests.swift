import Expressions
import Testing

/// The canonical form of an expression.
struct SyntaxPrinterTests {
    @Test(
        "writes",
        arguments: [
            ("  a||b  &&c ", "a || b && c"), ("(a || b) && c", "(a || b) && c"), ("((a)) + (b * c)", "a + b * c"),
            ("a - (b - c)", "a - (b - c)"), ("(a - b) - c", "a - b - c"), ("(a || b) || c", "(a || b) || c"),
            ("(a == b) == c", "a == b == c"), ("a == (b == c)", "a == (b == c)"), ("!(a && b)", "!(a && b)"),
            ("!(a.b)", "!a.b"), ("!(a in b)", "!(a in b)"), ("-(1)", "-(1)"), ("-(1.a)", "-(1.a)"), ("-(a)", "-a"),
            ("(-1).a()", "(-1).a()"), ("- 1", "-1"), ("--1", "--1"), ("-0.0", "-0.0"),
            ("(a?b:c)?(d?e:f):(g?h:i)", "(a ? b : c) ? (d ? e : f) : g ? h : i"), ("(a + b).c", "(a + b).c"),
            ("'a\"b'", #""a\"b""#), (#"r'\d'"#, #""\\d""#), ("'''a\nb'''", #""a\nb""#),
            (#"b'é\x00'"#, #"b"\xc3\xa9\x00""#),
            ("'\u{202e}😀é'", #""\u202e😀é""#), ("7.", "7.0"), ("1e3", "1000.0"), ("1E30", "1e+30"), ("0x1Fu", "31u"),
            ("[a,?b,]", "[a, ?b]"), ("{a:b,?c:d}", "{a: b, ?c: d}"), ("a.B{c:d,?e:f}", "a.B{c: d, ?e: f}"),
            ("a[ b ][?c].?d", "a[b][?c].?d"), ("a.`b-c`.`d`.in_", "a.`b-c`.d.in_"), ("a.`in`", "a.`in`"),
            (". a . b ( c ,d)", ".a.b(c, d)"), ("a.exists_one(x,x>0)", "a.exists_one(x, x > 0)"),
            ("a.map(x,y,z).filter(x,y)", "a.map(x, y, z).filter(x, y)"), ("cel.bind(x,1,x)", "cel.bind(x, 1, x)"),
            ("has(a.?b)", "has(a.?b)"), ("a.optMap(x,y)", "a.optMap(x, y)"), ("null==true", "null == true"),
        ])
    func writes(text: String, expected: String) {
        let syntax = Parser.parse(text).syntax
        #expect(syntax?.text == expected)
        #expect(outline(expected) == syntax?.outline)
    }

    @Test("what is written reads as the same tree", arguments: 0..<8)
    func roundTrip(seed: Int) {
        var random = RandomSyntax(seed: UInt64(seed))
        for _ in 0..<800 {
            let tree = random.next()
            let text = tree.text
            let (syntax, errors) = Parser.parse(text)
            #expect(syntax?.outline == tree.outline, "\(text): \(errors.map(\.message))")
            #expect(syntax?.text == text)
        }
    }
}
