import Testing

struct NodePositionTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var source: String
        var outline: [String]
        init(_ name: String, _ source: String, _ outline: [String]) {
            (testDescription, self.source, self.outline) = (name, source, outline)
        }
    }

    @Test(
        "scalars stand where their text stands",
        arguments: [
            Case("plain", "abc", ["0-3 plain abc"]),
            Case("plain with blanks around", "  abc  \n", ["2-5 plain abc"]),
            Case("single quotes", "'a b'", ["0-5 quoted 'a b' → a b"]),
            Case("single quotes with a doubled quote", "'it''s'", ["0-7 quoted 'it''s' → it's"]),
            Case("double quotes", "\"a b\"", ["0-5 quoted \"a b\" → a b"]),
            Case("double quotes with escapes", #""\u00e9\t\x41""#, [#"0-14 quoted "\u00e9\t\x41" → é⇥A"#]),
            Case("empty quotes", "''", ["0-2 quoted '' → "]),
            Case("folded over two lines", "a\n b", ["0-4 plain a⏎ b → a b"]),
            Case("quoted over two lines", "\"a\n  b\"", ["0-7 quoted \"a⏎  b\" → a b"]),
            Case("quoted over an empty line", "\"a\n\n  b\"", ["0-8 quoted \"a⏎⏎  b\" → a⏎b"]),
            Case("joined by a backslash", "\"a\\\n  b\"", ["0-8 quoted \"a\\⏎  b\" → ab"]),
            Case(
                "literal block", "k: |\n  a\n  b\nz: 1",
                [
                    "0-17 mapping k: |⏎  a⏎  b⏎z: 1", "0-1 plain k", "3-13 block |⏎  a⏎  b⏎ → a⏎b⏎", "13-14 plain z",
                    "16-17 plain 1",
                ]),
            Case(
                "folded block without the last line feed", "k: >-\n  a\n  b\n",
                ["0-14 mapping k: >-⏎  a⏎  b⏎", "0-1 plain k", "3-14 block >-⏎  a⏎  b⏎ → a b"]),
            Case(
                "literal block with kept line feeds", "k: |+\n  a\n\n",
                ["0-11 mapping k: |+⏎  a⏎⏎", "0-1 plain k", "3-11 block |+⏎  a⏎⏎ → a⏎⏎"]),
            Case(
                "literal block with its own indentation", "k: |1\n  a\n",
                ["0-10 mapping k: |1⏎  a⏎", "0-1 plain k", "3-10 block |1⏎  a⏎ →  a⏎"]),
            Case("comment behind", "a # no", ["0-1 plain a"]),
            Case("comment before", "# no\na", ["5-6 plain a"]),
            Case("pound sign inside", "a#b", ["0-3 plain a#b"]),
            Case("with an anchor, from the anchor", "&x abc", ["0-6 plain &x abc → abc"]),
            Case("with a tag, from the tag", "!!str 'a'", ["0-9 quoted !!str 'a' → a"]),
        ])
    func scalars(_ test: Case) {
        let reading = Reading(test.source)
        #expect(reading.problems == [])
        #expect(reading.outline == test.outline)
    }

    @Test(
        "offsets count bytes, not characters",
        arguments: [
            Case("two bytes before", "é: b", ["0-5 mapping é: b", "0-2 plain é", "4-5 plain b"]),
            Case(
                "four bytes before", "'😀': '😀b'",
                ["0-15 mapping '😀': '😀b'", "0-6 quoted '😀' → 😀", "8-15 quoted '😀b' → 😀b"]),
            Case(
                "in a comment before", "# éé 😀\na: ü",
                ["12-17 mapping a: ü", "12-13 plain a", "15-17 plain ü"]),
            Case(
                "on several lines", "é: ü\n한: 글\nx: y",
                [
                    "0-20 mapping é: ü⏎한: 글⏎x: y", "0-2 plain é", "4-6 plain ü", "7-10 plain 한", "12-15 plain 글",
                    "16-17 plain x", "19-20 plain y",
                ]),
            Case(
                "combining marks", "e\u{301}: x", ["0-6 mapping e\u{301}: x", "0-3 plain e\u{301}", "5-6 plain x"]),
            Case("byte-order mark", "\u{FEFF}a: b", ["3-7 mapping a: b", "3-4 plain a", "6-7 plain b"]),
            Case("byte-order mark and two bytes", "\u{FEFF}é: b", ["3-8 mapping é: b", "3-5 plain é", "7-8 plain b"]),
            Case(
                "carriage returns", "a: b\r\nc: 'd'\r\n",
                [
                    "0-12 mapping a: b␍⏎c: 'd'", "0-1 plain a", "3-4 plain b", "6-7 plain c", "9-12 quoted 'd' → d",
                ]),
        ])
    func bytes(_ test: Case) {
        let reading = Reading(test.source)
        #expect(reading.problems == [])
        #expect(reading.outline == test.outline)
    }

    @Test(
        "collections reach from their first character to their last",
        arguments: [
            Case("flow list", "[a, 'b']", ["0-8 sequence [a, 'b']", "1-2 plain a", "4-7 quoted 'b' → b"]),
            Case("empty flow list", " [ ]", ["1-4 sequence [ ]"]),
            Case("empty flow mapping", "{}", ["0-2 mapping {}"]),
            Case("flow mapping", "{a: 1}", ["0-6 mapping {a: 1}", "1-2 plain a", "4-5 plain 1"]),
            Case(
                "flow over lines with comments", "[ # one\n a, # two\n]",
                ["0-19 sequence [ # one⏎ a, # two⏎]", "9-10 plain a"]),
            Case("JSON without blanks", #"{"a":1}"#, [#"0-7 mapping {"a":1}"#, #"1-4 quoted "a" → a"#, "5-6 plain 1"]),
            Case(
                "pair in a flow list", "[a: b]",
                ["0-6 sequence [a: b]", "1-5 mapping a: b", "1-2 plain a", "4-5 plain b"]),
            Case(
                "block list", "- a\n- b\n\n# end\n",
                ["0-7 sequence - a⏎- b", "2-3 plain a", "6-7 plain b"]),
            Case(
                "block mapping in a list", "- a: 1\n  b: 2\n- c",
                [
                    "0-17 sequence - a: 1⏎  b: 2⏎- c", "2-13 mapping a: 1⏎  b: 2", "2-3 plain a", "5-6 plain 1",
                    "9-10 plain b", "12-13 plain 2", "16-17 plain c",
                ]),
            Case(
                "list at the indentation of its key", "k:\n- a\n- b\nz: 1",
                [
                    "0-15 mapping k:⏎- a⏎- b⏎z: 1", "0-1 plain k", "3-10 sequence - a⏎- b", "5-6 plain a",
                    "9-10 plain b",
                    "11-12 plain z", "14-15 plain 1",
                ]),
            Case(
                "collection of collections", "k:\n  - - a\n    - [b]\n",
                [
                    "0-20 mapping k:⏎  - - a⏎    - [b]", "0-1 plain k", "5-20 sequence - - a⏎    - [b]",
                    "7-20 sequence - a⏎    - [b]", "9-10 plain a", "17-20 sequence [b]", "18-19 plain b",
                ]),
            Case(
                "absent value", "a:\nb: 1",
                ["0-7 mapping a:⏎b: 1", "0-1 plain a", "2-2 plain ", "3-4 plain b", "6-7 plain 1"]),
            Case(
                "explicit key", "? a\n: b",
                ["0-7 mapping ? a⏎: b", "2-3 plain a", "6-7 plain b"]),
        ])
    func collections(_ test: Case) {
        let reading = Reading(test.source)
        #expect(reading.problems == [])
        #expect(reading.outline == test.outline)
    }

    @Test(
        "every document has a root",
        arguments: [
            Case("two", "a\n---\nb", ["0-1 plain a", "---", "6-7 plain b"]),
            Case("with markers at both ends", "---\na\n...\n---\nb\n...\n", ["4-5 plain a", "---", "14-15 plain b"]),
            Case("on the line of the marker", "--- a\n--- b", ["4-5 plain a", "---", "10-11 plain b"]),
            Case("with a version directive", "%YAML 1.1\n---\na", ["14-15 plain a"]),
            Case("with two bytes before", "é\n---\nü", ["0-2 plain é", "---", "7-9 plain ü"]),
        ])
    func documents(_ test: Case) {
        let reading = Reading(test.source)
        #expect(reading.problems == [])
        #expect(reading.outline == test.outline)
    }

    @Test("nothing but comments has no root", arguments: ["", "\n\n", "# no\n", "\u{FEFF}", "  # no", "\r\n"])
    func noRoot(source: String) {
        #expect(Reading(source).problems == [])
        #expect(Reading(source).outline == [])
    }
}
