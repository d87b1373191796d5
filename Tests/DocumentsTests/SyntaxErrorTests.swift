import Diagnostics
import Documents
import Testing

struct SyntaxErrorTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var source: String
        var problem: String
        init(_ name: String, _ source: String, _ problem: String) {
            (testDescription, self.source, self.problem) = (name, source, problem)
        }
    }

    private static let atEnd = "help: the file ends here; is it complete?"

    @Test(
        "what is wrong, where, and where it began",
        arguments: [
            Case(
                "unclosed list", "[a",
                "1:3: not valid YAML: did not find expected ',' or ']' while parsing a flow sequence | note 1:1: it began here | \(atEnd)"
            ),
            Case(
                "unclosed mapping", "k: {a: 1\n",
                "2:1: not valid YAML: did not find expected ',' or '}' while parsing a flow mapping | note 1:4: it began here | \(atEnd)"
            ),
            Case(
                "unclosed quote", "k: 'a",
                "1:6: not valid YAML: found unexpected end of stream while scanning a quoted scalar | note 1:4: it began here | \(atEnd)"
            ),
            Case(
                "unclosed quote behind other characters", "é: \"ü",
                "1:6: not valid YAML: found unexpected end of stream while scanning a quoted scalar | note 1:4: it began here | \(atEnd)"
            ),
            Case(
                "colon in plain text", "k: a: b", "1:5: not valid YAML: mapping values are not allowed in this context"),
            Case(
                "wrong indentation", "a: 1\n  b: 2",
                "2:4: not valid YAML: mapping values are not allowed in this context"),
            Case(
                "less indentation than any level", "k:\n    a: 1\n  b: 2",
                "3:3: not valid YAML: did not find expected key while parsing a block mapping | note 1:1: it began here"
            ),
            Case(
                "a list where a key goes on", "a: 1\n- b",
                "2:1: not valid YAML: did not find expected key while parsing a block mapping | note 1:1: it began here"
            ),
            Case(
                "closing bracket of the other kind", "[a}",
                "1:3: not valid YAML: did not find expected ',' or ']' while parsing a flow sequence | note 1:1: it began here"
            ),
            Case(
                "trailing comma twice", "[a,,b]",
                "1:4: not valid YAML: did not find expected node content while parsing a flow node"),
            Case(
                "unknown escape", #""\q""#,
                "1:2: not valid YAML: found unknown escape character while parsing a quoted scalar | note 1:1: it began here"
            ),
            Case(
                "escape without digits", #""\x4""#,
                "1:4: not valid YAML: did not find expected hexdecimal number while parsing a quoted scalar | note 1:1: it began here"
            ),
            Case(
                "reserved character", "k: @a",
                "1:4: not valid YAML: found character that cannot start any token while scanning for the next token"),
            Case(
                "backquote", "k: `a`",
                "1:4: not valid YAML: found character that cannot start any token while scanning for the next token"),
            Case(
                "directive that is none", "%FOO\n",
                "1:5: not valid YAML: found unknown directive name while scanning a directive | note 1:1: it began here | \(atEnd)"
            ),
            Case("two roots", "'a' 'b'", "1:5: not valid YAML: did not find expected <document start>"),
            Case(
                "anchor without a name", "[& a]",
                "1:3: not valid YAML: did not find expected alphabetic or numeric character while scanning an anchor | note 1:2: it began here"
            ),
            Case("tab as indentation", "a:\n\tb: 1", "2:1: a tab cannot indent YAML | help: use spaces"),
            Case("tab before an item", "a:\n\t- b", "2:1: a tab cannot indent YAML | help: use spaces"),
            Case("tab behind spaces", "a:\n  b: 1\n \tc: 1", "3:2: a tab cannot indent YAML | help: use spaces"),
        ])
    func problem(_ test: Case) {
        #expect(Reading(test.source).problems == [test.problem])
    }

    @Test(
        "tabs between tokens are blanks",
        arguments: ["a:\tb", "[a,\tb]", "{a:\t1\t,\tb: 2}", "{\n\t\"a\": 1\n}", "a: b\t# c", "a: 'x\ty'"])
    func tabs(source: String) { #expect(Reading(source).problems == []) }

    @Test(
        "tags that say nothing new are allowed",
        arguments: [
            "!!str a", "!!map {a: 1}", "!!seq [a]", "! a", "!<tag:yaml.org,2002:int> 1",
            "%TAG !y! tag:yaml.org,2002:\n---\n!y!str a",
        ])
    func knownTags(source: String) { #expect(Reading(source).problems == []) }

    @Test(
        "other tags are errors",
        arguments: [
            ("!Ref a", "1:1: the tag `!Ref` has no meaning here"),
            ("k: !Sub 'x'", "1:4: the tag `!Sub` has no meaning here"),
            ("k: !GetAtt [a, b]", "1:4: the tag `!GetAtt` has no meaning here"),
            ("- !If {a: 1}", "1:3: the tag `!If` has no meaning here"),
            ("!<x:y> a", "1:1: the tag `x:y` has no meaning here"),
            ("{!a k: 1}", "1:2: the tag `!a` has no meaning here"),
        ])
    func otherTags(source: String, problem: String) { #expect(Reading(source).problems == [problem]) }

    @Test func aPieceReportsPlacesInTheWholeFile() {
        let text = "é: 1\nlist:\n  - [ü\n"
        let file = SourceFile(path: "test.yaml", text: text.utf8)
        var document = Document(file: file)
        let diagnostics = YAMLReader.read(11..<file.count, into: &document)
        #expect(diagnostics.map(Reading.line).map { $0.prefix(5) } == ["4:1: "])
        #expect(diagnostics.first?.note?.span.start == 16)
    }
}
