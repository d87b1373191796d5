import Expressions
import Testing

/// Operators, members and brackets (https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax).
struct ParserTests {
    @Test(
        "binds as the language says",
        arguments: [
            ("a || b && c == d + e * -f.g", "(a || (b && (c == (d + (e * (-(f.g)))))))"),
            ("a * b + c < d && e || f ? g : h", "((((((a * b) + c) < d) && e) || f) ? g : h)"),
            ("a - b - c", "((a - b) - c)"), ("a - (b - c)", "(a - (b - c))"),
            ("a / b * c % d", "(((a / b) * c) % d)"), ("a < b == c", "((a < b) == c)"),
            ("a in b in c", "((a in b) in c)"), ("a == b in c", "((a == b) in c)"),
            ("a || b || c", "(a || b || c)"), ("a && b && c", "(a && b && c)"),
            ("(a || b) || c", "((a || b) || c)"), ("a || b && c || d", "(a || (b && c) || d)"),
            ("a ? b : c ? d : e", "(a ? b : (c ? d : e))"), ("a ? (b ? c : d) : e", "(a ? (b ? c : d) : e)"),
            ("!a.b", "(!(a.b))"), ("!!a", "(!(!a))"), ("-a", "(-a)"), ("--a", "(-(-a))"), ("!a == b", "((!a) == b)"),
            ("a[b][c].d", "(((a[b])[c]).d)"), ("a.b(c).d", "((a).b(c).d)"), ("a . b", "(a.b)"),
            ("f()", "f()"), ("f(a, b)", "f(a, b)"), (".f(a)", ".f(a)"), (".a.b", "(.a.b)"), ("a.b()", "(a).b()"),
            ("a.?b", "(a.?b)"), ("a[?b]", "(a[?b])"), ("[?a, b]", "[?a, b]"), ("{?a: b}", "{?a: b}"),
            ("[]", "[]"), ("[a,]", "[a]"), ("{}", "{}"), ("{a: b,}", "{a: b}"), ("{a: b, c: d}", "{a: b, c: d}"),
            ("T{}", "T{}"), ("a.b.T{c: d, ?e: f,}", "((a.b).T){c: d, ?e: f}"), (".a.T{}", "(.a.T){}"),
            ("a.`b-c`", "(a.b-c)"), ("T{`a.b`: c}", "T{a.b: c}"), ("a ?.b : c", "(a ? .b : c)"),
            ("(((a)))", "a"), ("a//b\n+//c\r\nd", "(a + d)"), ("\t\u{0C}\r\n a ", "a"),
        ])
    func precedence(text: String, expected: String) { #expect(outline(text) == expected) }

    @Test(
        "reserved words are names after a dot",
        arguments:
            "as break const continue else for function if import let loop package namespace return var void while"
            .split(separator: " ").map(String.init))
    func reserved(word: String) {
        #expect(outline("a.\(word)") == "(a.\(word))")
        #expect(outline("a.\(word)(b)") == "(a).\(word)(b)")
        #expect(outline("T{\(word): b}") == "T{\(word): b}")
        #expect(outline("\(word) == 1").contains("⟦\(word)⟧ == 1: `\(word)` is a reserved word"))
    }

    @Test(
        "has macros",
        arguments: [
            ("has(a.b)", "has(a.b)"), ("has(a.b.?c)", "has((a.b).?c)"), ("has(a.`b-c`)", "has(a.b-c)"),
            ("has(a.b, c)", "has((a.b), c)"), ("a.has(b.c)", "(a).has((b.c))"),
            ("a.all(x, x > 1)", "(a).<all>(x, (x > 1), ∅)"), ("a.all(x, y, x > y)", "(a).<all>(x y, (x > y), ∅)"),
            ("a.exists(x, x)", "(a).<exists>(x, x, ∅)"), ("a.exists_one(x, x)", "(a).<existsOne>(x, x, ∅)"),
            ("a.existsOne(x, y, x)", "(a).<existsOne>(x y, x, ∅)"), ("a.filter(x, x)", "(a).<filter>(x, x, ∅)"),
            ("a.map(x, b)", "(a).<map>(x, ∅, b)"), ("a.map(x, b, c)", "(a).<map>(x, b, c)"),
            ("a.transformList(x, y, b)", "(a).<transformList>(x y, ∅, b)"),
            ("a.transformMap(x, y, b, c)", "(a).<transformMap>(x y, b, c)"),
            ("a.transformMapEntry(x, y, b)", "(a).<transformMapEntry>(x y, ∅, b)"),
            ("cel.bind(x, a, x + x)", "bind(x, a, (x + x))"), (".cel.bind(x, a, b)", "(.cel).bind(x, a, b)"),
            ("a.optMap(x, b)", "(a).<optMap>(x, b)"), ("a.optFlatMap(x, b)", "(a).<optFlatMap>(x, b)"),
            ("a.all(x)", "(a).all(x)"), ("all(x, y)", "all(x, y)"), ("a.map(x, y, z, w)", "(a).map(x, y, z, w)"),
        ])
    func macros(text: String, expected: String) { #expect(outline(text) == expected) }

    /// The text of the outermost node, the first node below it, and so on.
    @Test(
        "nodes know their places",
        arguments: [
            (" (a) + b ", ["(a) + b", "a"]), ("(a + b)", ["a + b", "a"]), ("-(a).b", ["-(a).b", "(a).b", "a"]),
            ("((a.b))[c] ", ["((a.b))[c]", "a.b", "a"]), ("f( a )", ["f( a )", "a"]),
            ("(a).f( b )", ["(a).f( b )", "a"]),
            ("- 5 ", ["- 5"]), ("!(a && b)", ["!(a && b)", "a && b", "a"]), ("(a) ? b : (c)", ["(a) ? b : (c)", "a"]),
            ("(a).all(x, (x))", ["(a).all(x, (x))", "a"]), ("[ (a), ]", ["[ (a), ]", "a"]), (". a", [". a"]),
            ("has( (a).b )", ["has( (a).b )", "a"]), ("(a) || (b) || (c)", ["(a) || (b) || (c)", "a"]),
        ])
    func places(text: String, expected: [String]) {
        var node = Parser.parse(text).syntax
        var found: [String] = []
        while let syntax = node {
            let bytes = Array(text.utf8)[Int(syntax.range.start)..<Int(syntax.range.end)]
            found.append(String(decoding: bytes, as: UTF8.self))
            node = syntax.parts.nodes.first
        }
        #expect(found == expected)
    }
}
