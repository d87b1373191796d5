import Expressions
import Testing

/// What the parser says, each error with its place in the text marked and the help behind a bar.
struct SyntaxErrorTests {
    @Test(
        "operators",
        arguments: [
            ("a = 1", "a ⟦=⟧ 1: `=` is no operator | write `==`"),
            ("a === 1", "a ⟦===⟧ 1: `===` is no operator | write `==`"),
            ("a !== 1", "a ⟦!==⟧ 1: `!==` is no operator | write `!=`"),
            ("a <> b", "a ⟦<>⟧ b: `<>` is no operator | write `!=`"),
            (
                "a => b",
                "a ⟦=>⟧ b: `=>` is no operator | write `>=`; the variable of a macro has a comma after it: `.all(x, …)`"
            ),
            ("a =< b", "a ⟦=<⟧ b: `=<` is no operator | write `<=`"),
            ("a =~ 'x'", #"a ⟦=~⟧ 'x': `=~` is no operator | write `text.matches("pattern")`"#),
            ("a and b", "a ⟦and⟧ b: `and` is no operator | write `&&`"),
            ("a OR b", "a ⟦OR⟧ b: `OR` is no operator | write `||`"),
            ("not a", "⟦not⟧ a: `not` is no operator | write `!`, and `!(…)` before more than one value"),
            (
                "not a in b && not c",
                """
                ⟦not⟧ a in b && not c: `not` is no operator | write `!`, and `!(…)` before more than one value
                not a in b && ⟦not⟧ c: `not` is no operator | write `!`, and `!(…)` before more than one value
                """
            ),
            ("a not in b", "a ⟦not in⟧ b: `not in` is no operator | write `!(value in list)`"),
            ("a is null", "a ⟦is⟧ null: `is` is no operator | write `==`"),
            ("a is not null", "a ⟦is not⟧ null: `is not` is no operator | write `!=`"),
            ("a ! in b", "a ⟦!⟧ in b: `!` does not stand before `in` | write `!(value in list)`"),
            ("a & b", "a ⟦&⟧ b: `&` is no operator | write `&&`"),
            ("a | b", "a ⟦|⟧ b: `|` is no operator | write `||`"),
            ("a ~ b", #"a ⟦~⟧ b: `~` has no meaning here | `text.matches("pattern")` compares with a pattern"#),
            ("a ^ b", "a ⟦^⟧ b: `^` has no meaning here"),
            ("a ** b", "a ⟦**⟧ b: `**` is no operator"),
            ("a += 1", "a ⟦+=⟧ 1: `+=` is no operator | an expression changes nothing"),
            ("a ?? b", "a ⟦??⟧ b: `??` is no operator | write `has(x.y) ? x.y : other`"),
            ("a ?: b", "a ⟦?:⟧ b: `?:` is no operator | write `has(x.y) ? x.y : other`"),
            (
                "a mod 2 eq 1",
                """
                a ⟦mod⟧ 2 eq 1: `mod` is no operator | write `%`
                a mod 2 ⟦eq⟧ 1: `eq` is no operator | write `==`
                """
            ),
            ("a ? b", "a ⟦?⟧ b: `?` without `:` | write `condition ? yes : no`"),
            (
                "a ? b ? c : d : e",
                "a ? b ⟦?⟧ c : d : e: a second `?` before the `:` of the first | put the inner conditional in parentheses"
            ),
            ("a?.b", "a⟦?⟧.b: `?` without `:` | optional selection is written `a.?b`"),
            ("a?[0]", "a⟦?⟧[0]: `?` without `:` | optional selection is written `a[?b]`"),
            ("a ? b : ", "a ? b ⟦:⟧ : a value is missing after `:`"),
            ("a &&", "a ⟦&&⟧: a value is missing after `&&`"),
            ("&& a", "⟦&&⟧ a: a value is missing before `&&`"),
            ("a && && b", "a ⟦&&⟧ && b: a value is missing after `&&`"),
            ("a + * b", "a ⟦+⟧ * b: a value is missing after `+`"),
            ("!", "⟦!⟧: a value is missing after `!`"),
            ("-", "⟦-⟧: a value is missing after `-`"),
            ("50%", "50⟦%⟧: a value is missing after `%`"),
            ("+5", "⟦+⟧5: `+` is no sign | write the number without `+`"),
            ("a == +5", "a == ⟦+⟧5: `+` is no sign | write the number without `+`"),
            (
                "a contains 'b'",
                "a ⟦contains⟧ 'b': `contains` is no operator | functions are called after a dot: `.contains(…)`"
            ),
            (
                "f(a contains 'b')",
                "f(a ⟦contains⟧ 'b'): `contains` is no operator | functions are called after a dot: `.contains(…)`"
            ),
            ("'a' 'b'", "'a' ⟦'b'⟧: an operator is missing before `'b'` | `+` joins texts"),
            ("1 2", "1 ⟦2⟧: an operator is missing before `2`"),
            ("a b", "a ⟦b⟧: an operator is missing before `b`"),
            (
                "a = 1 and b = 2 or c <> 3",
                """
                a ⟦=⟧ 1 and b = 2 or c <> 3: `=` is no operator | write `==`
                a = 1 ⟦and⟧ b = 2 or c <> 3: `and` is no operator | write `&&`
                a = 1 and b ⟦=⟧ 2 or c <> 3: `=` is no operator | write `==`
                a = 1 and b = 2 ⟦or⟧ c <> 3: `or` is no operator | write `||`
                a = 1 and b = 2 or c ⟦<>⟧ 3: `<>` is no operator | write `!=`
                """
            ),
            (
                "a: b",
                "a⟦:⟧ b: `:` has no meaning here | `==` compares; a mapping of fields stands without quotes around it"
            ),
            (
                "a.all(x => x > 1)",
                "a.all(x ⟦=>⟧ x > 1): `=>` is no operator | write `>=`; the variable of a macro has a comma after it: `.all(x, …)`"
            ),
            (
                "a startsWith b",
                "a ⟦startsWith⟧ b: `startsWith` is no operator | functions are called after a dot: `.startsWith(…)`"
            ),
        ])
    func operators(text: String, expected: String) { #expect(outline(text) == expected) }

    @Test(
        "brackets",
        arguments: [
            ("(a", "⟦(⟧a: `(` is not closed | add `)`"),
            ("f(a", "f⟦(⟧a: `(` is not closed | add `)`"),
            ("[a", "⟦[⟧a: `[` is not closed | add `]`"),
            ("{a: b", "⟦{⟧a: b: `{` is not closed | add `}`"),
            (
                "((a",
                """
                ⟦(⟧(a: `(` is not closed | add `)`
                (⟦(⟧a: `(` is not closed | add `)`
                """
            ),
            ("(a]", "(a⟦]⟧: `]` does not close `(` | write `)`"),
            ("[(a]", "[⟦(⟧a]: `(` is not closed | add `)`"),
            ("a)", "a⟦)⟧: `)` closes nothing"),
            ("(a))", "(a)⟦)⟧: `)` closes nothing"),
            ("a[1)", "a[1⟦)⟧: `)` does not close `[` | write `]`"),
            (
                "f(a, (b, c)",
                """
                f⟦(⟧a, (b, c): `(` is not closed | add `)`
                f(a, (b⟦,⟧ c): `,` has no meaning here | a list is written `[a, b]`
                """
            ),
            ("a, b", "a⟦,⟧ b: `,` has no meaning here | a list is written `[a, b]`"),
            ("(a, b)", "(a⟦,⟧ b): `,` has no meaning here | a list is written `[a, b]`"),
            ("a[1, 2]", "a[1⟦,⟧ 2]: `,` has no meaning here | a list is written `[a, b]`"),
            ("f(a b)", "f(a ⟦b⟧): an operator or `,` is missing before `b`"),
            ("[a b]", "[a ⟦b⟧]: an operator or `,` is missing before `b`"),
            ("()", "⟦()⟧: a value is missing between `(` and `)`"),
            ("f(,a)", "f(⟦,⟧a): a value is missing before `,`"),
            ("f(a,)", "f(a⟦,⟧): an argument is missing after `,`"),
            ("[,]", "[⟦,⟧]: a value is missing before `,`"),
            ("[a,,b]", "[a,⟦,⟧b]: a value is missing before `,`"),
            ("a[]", "a⟦[]⟧: a value is missing between `[` and `]`"),
            ("{a b}", "{⟦a⟧ b}: the `:` after the key is missing | write `key: value`"),
            ("{a}", "{⟦a⟧}: the `:` after the key is missing | a list is written `[a, b]`, a map `{key: value}`"),
            ("{a = 1}", "{a ⟦=⟧ 1}: `=` does not stand between key and value | write `:`"),
            ("{(a = 1): 2}", "{(a ⟦=⟧ 1): 2}: `=` is no operator | write `==`"),
            ("[a: b]", "[a⟦:⟧ b]: `:` has no meaning here | entries of a map stand in braces: `{key: value}`"),
            (
                "{'a': 1, 'b'}",
                "{'a': 1, ⟦'b'⟧}: the `:` after the key is missing | a list is written `[a, b]`, a map `{key: value}`"
            ),
            ("{'a': }", "{'a'⟦:⟧ }: a value is missing after `:`"),
            ("{: 1}", "{⟦:⟧ 1}: a value is missing before `:`"),
            ("T{a = 1}", "T{a ⟦=⟧ 1}: `=` does not stand between field and value | write `:`"),
            ("T{'a': 1}", "T{⟦'a'⟧: 1}: the name of a field is missing before `'a'` | names of fields have no quotes"),
            ("T{1: 2}", "T{⟦1⟧: 2}: the name of a field is missing before `1`"),
            ("T{a 1}", "T{⟦a⟧ 1}: the `:` after the field is missing | write `field: value`"),
            ("a(b)(c)", "⟦a(b)⟧(c): `a(b)` is no name of a function | write an operator before `(`, or a name"),
            ("(a)(b)", "⟦(a)⟧(b): `(a)` is no name of a function | write an operator before `(`, or a name"),
            ("'a'(b)", "⟦'a'⟧(b): `'a'` is no name of a function | write an operator before `(`, or a name"),
            ("f(){}", "⟦f()⟧{}: `f()` is no name of a message type | write an operator before `{`"),
            ("a && (b || c", "a && ⟦(⟧b || c: `(` is not closed | add `)`"),
        ])
    func brackets(text: String, expected: String) { #expect(outline(text) == expected) }

    @Test(
        "names and macros",
        arguments: [
            ("", "⟦⟧: the expression is empty"),
            ("  ", "⟦  ⟧: the expression is empty"),
            ("// only", "⟦// only⟧: the expression is empty"),
            ("a.", "a⟦.⟧: the name of a field is missing after `.`"),
            ("a..b", "a⟦.⟧.b: the name of a field is missing after `.`"),
            (".", "⟦.⟧: a name is missing after `.`"),
            ("a.1", "a⟦.1⟧: the name of a field does not begin with a digit | write `[1]` for the element at index 1"),
            (
                "a.1.b",
                "a⟦.1⟧.b: the name of a field does not begin with a digit | write `[1]` for the element at index 1"
            ),
            ("a.'b'", #"a.⟦'b'⟧: the name of a field has no quotes | write `["key"]` or `.key`"#),
            ("a.(b)", "a⟦.⟧(b): the name of a field is missing after `.`"),
            ("a.[0]", "a⟦.⟧[0]: a dot before `[` | write `a[0]`"),
            ("a.in", "a.⟦in⟧: `in` is no name of a field | write it in backquotes: .`in`"),
            ("a.null.b", "a.⟦null⟧.b: `null` is no name of a field | write it in backquotes: .`null`"),
            (
                "package == 1",
                "⟦package⟧ == 1: `package` is a reserved word | only fields, after a dot, have such names"
            ),
            (
                "a && .package",
                "a && .⟦package⟧: `package` is a reserved word | only fields, after a dot, have such names"
            ),
            ("if (a) b else c", "⟦if⟧ (a) b else c: `if` is a reserved word | write `condition ? yes : no`"),
            ("a if b else c", "a ⟦if⟧ b else c: `if` is a reserved word | write `condition ? yes : no`"),
            ("for x in y", "⟦for⟧ x in y: `for` is a reserved word | write `list.all(x, …)` or `list.exists(x, …)`"),
            ("let x = 1", "⟦let⟧ x = 1: `let` is a reserved word | write `cel.bind(name, value, body)`"),
            ("return a", "⟦return⟧ a: `return` is a reserved word | an expression is one value"),
            (
                "`a` == 1",
                "⟦`a`⟧ == 1: a name in backquotes stands after a dot only | write the name without backquotes"
            ),
            ("a `b`", "a ⟦`b`⟧: a name in backquotes stands after a dot only"),
            ("a.`b`()", "a.⟦`b`⟧(): a function's name has no backquotes"),
            ("a.?b()", "a.?⟦b⟧(): a function is called after `.`, not `.?`"),
            (
                "a.`$`",
                #"a.⟦`$`⟧: no name in the backquotes | they hold letters, digits, `_`, `.`, `-`, `/` and spaces; for other keys write `["…"]`"#
            ),
            ("a.`b", "a.⟦`⟧b: the backquote is not closed | add a backquote after the name"),
            (
                "a.``",
                #"a.⟦``⟧: no name in the backquotes | they hold letters, digits, `_`, `.`, `-`, `/` and spaces; for other keys write `["…"]`"#
            ),
            ("has(a)", "has(⟦a⟧): `has` asks for a field, which `a` is not | write `has(value.field)`"),
            ("has(a[0])", "has(⟦a[0]⟧): `has` asks for a field, which `a[0]` is not | write `has(value.field)`"),
            ("has('a')", "has(⟦'a'⟧): `has` asks for a field, which `'a'` is not | write `has(value.field)`"),
            (
                "a.all(x.y, x)",
                "a.all(⟦x.y⟧, x): the variable of `all` is a simple name, which `x.y` is not | write `.all(x, …)`"
            ),
            (
                "a.all(1, x)",
                "a.all(⟦1⟧, x): the variable of `all` is a simple name, which `1` is not | write `.all(x, …)`"
            ),
            (
                "a.all(x, x, x)",
                "a.all(x, ⟦x⟧, x): both variables of `all` have the name `x` | give them different names"
            ),
            (
                "a.all(.x, x)",
                "a.all(⟦.x⟧, x): the variable of `all` is a simple name, which `.x` is not | write `.all(x, …)`"
            ),
            (
                "cel.bind(1, 2, 3)",
                "cel.bind(⟦1⟧, 2, 3): the variable of `cel.bind` is a simple name, which `1` is not | write `cel.bind(x, value, body)`"
            ),
            (
                "a.map(f(x), x)",
                "a.map(⟦f(x)⟧, x): the variable of `map` is a simple name, which `f(x)` is not | write `.map(x, …)`"
            ),
            (
                "a.optMap(1, x)",
                "a.optMap(⟦1⟧, x): the variable of `optMap` is a simple name, which `1` is not | write `.optMap(x, …)`"
            ),
        ])
    func names(text: String, expected: String) { #expect(outline(text) == expected) }

    @Test(
        "literals",
        arguments: [
            ("5MB", #"⟦5MB⟧: `5MB` is no number | units are written in quotes: `"5MB"`"#),
            ("size > 14d", #"size > ⟦14d⟧: `14d` is no number | units are written in quotes: `"14d"`"#),
            ("1_000", "⟦1_000⟧: `1_000` is no number | write `1000`"),
            ("0b101", "⟦0b101⟧: `0b101` is no number | numbers are decimal, `31`, or hexadecimal, `0x1F`"),
            ("0X1F", "⟦0X1F⟧: `0X1F` is no number | numbers are decimal, `31`, or hexadecimal, `0x1F`"),
            ("0x", "⟦0x⟧: `0x` needs hexadecimal digits | write `0x1F`"),
            (
                "10.0.0.1",
                #"⟦10.0.0.1⟧: `10.0.0.1` is no number | addresses and versions are written in quotes: `"10.0.0.1"`"#
            ),
            (
                "10.0.0.0/8",
                #"⟦10.0.0.0/8⟧: `10.0.0.0/8` is no number | addresses and versions are written in quotes: `"10.0.0.0/8"`"#
            ),
            ("1.2.3", #"⟦1.2.3⟧: `1.2.3` is no number | addresses and versions are written in quotes: `"1.2.3"`"#),
            (
                "a > 2026-01-31T00:00:00Z",
                #"a > ⟦2026-01-31T00:00:00Z⟧: the time `2026-01-31T00:00:00Z` stands outside quotes | write `timestamp("…")`"#
            ),
            (
                "9223372036854775808",
                "⟦9223372036854775808⟧: `9223372036854775808` is beyond the range of int | an int goes from -9223372036854775808 to 9223372036854775807"
            ),
            (
                "-9223372036854775809",
                "⟦-9223372036854775809⟧: `-9223372036854775809` is beyond the range of int | an int goes from -9223372036854775808 to 9223372036854775807"
            ),
            (
                "18446744073709551616u",
                "⟦18446744073709551616u⟧: `18446744073709551616u` is beyond the range of uint | a uint goes from 0 to 18446744073709551615"
            ),
            ("1e999", "⟦1e999⟧: `1e999` is beyond the range of double"),
            (
                "0x10000000000000000",
                "⟦0x10000000000000000⟧: `0x10000000000000000` is beyond the range of int | an int goes from -9223372036854775808 to 9223372036854775807"
            ),
            ("'abc", "⟦'⟧abc: `'` is not closed | add `'` at the end of the text"),
            ("'abc\n def'", "⟦'⟧abc\n def': `'` is not closed | text of several lines is written in `'''`"),
            (#""""abc"#, #"⟦"""⟧abc: `"""` is not closed | add `"""` at the end of the text"#),
            ("f('abc)", "f(⟦'⟧abc): `'` is not closed | add `'` at the end of the text"),
            (#"'a\"#, #"⟦'⟧a\: `'` is not closed | add `'` at the end of the text"#),
            (
                #"'\d'"#,
                #"'⟦\d⟧': `\d` is no escape | write `\\d`, or put `r` before the quotes for text without escapes"#
            ),
            (
                #"'\d' == '\w'"#,
                """
                '⟦\\d⟧' == '\\w': `\\d` is no escape | write `\\\\d`, or put `r` before the quotes for text without escapes
                '\\d' == '⟦\\w⟧': `\\w` is no escape | write `\\\\w`, or put `r` before the quotes for text without escapes
                """
            ),
            (#"'\x4'"#, #"'⟦\x4⟧': `\x` needs 2 hexadecimal digits | write `\x41` for `A`"#),
            (#"'\u12'"#, #"'⟦\u12⟧': `\u` needs 4 hexadecimal digits | write `\u0041` for `A`"#),
            (#"'\ud83d'"#, #"'⟦\ud83d⟧': `\ud83d` is half of a surrogate pair | write the character itself"#),
            (
                #"'\ud83d\u0041'"#,
                #"'⟦\ud83d⟧\u0041': `\ud83d` is half of a surrogate pair | write the character itself"#
            ),
            (#"'\U00110000'"#, #"'⟦\U00110000⟧': `\U00110000` is beyond the last character, `\U0010FFFF`"#),
            (#"'\400'"#, #"'⟦\400⟧': `\400` is no escape | octal escapes run from `\000` to `\377`"#),
            (#"'\8'"#, #"'⟦\8⟧': `\8` is no escape | octal escapes run from `\000` to `\377`"#),
            (
                #"b'\u0041'"#,
                #"b'⟦\u0041⟧': `\u` stands for a character, which bytes do not have | write its bytes as `\xHH`, or the character itself"#
            ),
            (
                #"'\é'"#,
                #"'⟦\é⟧': `\é` is no escape | write `\\é`, or put `r` before the quotes for text without escapes"#
            ),
            ("a == 'it's'", #"a == 'it'⟦s⟧': the text ends before `s` | write `\'` for a quote within the text"#),
            ("'a\\\nb'", "⟦'⟧a\\\nb': `'` is not closed | text of several lines is written in `'''`"),
        ])
    func literals(text: String, expected: String) { #expect(outline(text) == expected) }

    @Test(
        "characters",
        arguments: [
            ("“abc”", #"⟦“⟧abc”: `“` (U+201C) is no quotation mark here | write `"`"#),
            ("a == ‘b’", "a == ⟦‘⟧b’: `‘` (U+2018) is no quotation mark here | write `'`"),
            ("a – b", "a ⟦–⟧ b: `–` (U+2013) is no operator | write `-`"),
            (
                "a ≤ b && c ≠ d",
                """
                a ⟦≤⟧ b && c ≠ d: `≤` (U+2264) is no operator | write `<=`
                a ≤ b && c ⟦≠⟧ d: `≠` (U+2260) is no operator | write `!=`
                """
            ),
            ("a\u{A0}== b", "a⟦\u{A0}⟧== b: the character U+00A0 is no ordinary space | write an ordinary space"),
            (
                "a\u{200B}b",
                """
                a⟦\u{200B}⟧b: the invisible character U+200B has no meaning here | remove it
                a\u{200B}⟦b⟧: an operator is missing before `b`
                """
            ),
            (
                "größe > 1",
                "⟦größe⟧ > 1: the name `größe` has the letter `ö` (U+00F6) | names are made of the letters a to z and A to Z, digits and `_`; text is written in quotes"
            ),
            (
                "а == 1",
                "⟦а⟧ == 1: the name `а` has the letter `а` (U+0430) | names are made of the letters a to z and A to Z, digits and `_`; text is written in quotes"
            ),
            (
                "a（b）",
                """
                a⟦（⟧b）: `（` (U+FF08) is no operator | write `(`
                a（b⟦）⟧: `）` (U+FF09) is no operator | write `)`
                """
            ),
            ("a ≈ b", "a ⟦≈⟧ b: `≈` has no meaning here | text is written in quotes"),
            ("😀", "⟦😀⟧: `😀` has no meaning here | text is written in quotes"),
            (
                "a \u{7} b",
                """
                a ⟦\u{7}⟧ b: the control character U+0007 has no meaning here | remove it
                a \u{7} ⟦b⟧: an operator is missing before `b`
                """
            ),
            (
                "a $b",
                """
                a ⟦$⟧b: `$` has no meaning here | names are written without `$`; a parameter is `params.b`
                a $⟦b⟧: an operator is missing before `b`
                """
            ),
            ("${a}", "⟦${⟧a}: `${` has no meaning here | write the name without `${` and `}`"),
            ("a # b", "a ⟦#⟧ b: `#` begins no comment | a comment begins with `//`"),
            ("a; b", "a⟦;⟧ b: `;` has no meaning here | an expression is one value and ends without `;`"),
            ("a @ b", "a ⟦@⟧ b: `@` has no meaning here | names are written without `@`"),
            ("/* a */ b", "⟦/*⟧ a */ b: `/*` begins no comment | a comment runs from `//` to the end of its line"),
            (#"a \ b"#, #"a ⟦\⟧ b: `\` has no meaning here | escapes such as `\n` stand within quotes"#),
        ])
    func characters(text: String, expected: String) { #expect(outline(text) == expected) }

    private static let damaged: [(bytes: [UInt8], place: Int)] = [
        ([0x61, 0xFF], 1), ([0x61, 0x20, 0xC3], 2), ([0xC0, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
        ([0x27, 0xF5, 0x80, 0x80, 0x80, 0x27], 1), ([0xE2, 0x82], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
        ("'0123456789é".utf8 + [0x80], 13),
    ]

    @Test("bytes that are no UTF-8", arguments: damaged)
    func notUTF8(bytes: [UInt8], place: Int) {
        let (syntax, errors) = bytes.withUnsafeBufferPointer { Parser.parse($0) }
        let byte = String(bytes[place], radix: 16, uppercase: true)
        #expect(syntax == nil)
        #expect(errors.map(\.message) == ["the byte 0x\(byte) is not UTF-8"])
        #expect(errors.first?.range == TextRange(place, place + 1))
    }
}
