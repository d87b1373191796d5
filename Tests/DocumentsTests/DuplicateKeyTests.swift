import Diagnostics
import Testing

struct DuplicateKeyTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var source: String
        var places: [String]
        init(_ name: String, _ source: String, _ places: [String]) {
            (testDescription, self.source, self.places) = (name, source, places)
        }
    }

    @Test(
        "each later key is an error that names the first",
        arguments: [
            Case("block", "a: 1\nb: 2\na: 3", ["3:1 `a` after 1:1"]),
            Case("flow", "{a: 1, b: 2, a: 3}", ["1:14 `a` after 1:2"]),
            Case(
                "three times", "{a: 1, a: 2, a: 3}", ["1:8 `a` after 1:2", "1:14 `a` after 1:2", "1:14 `a` after 1:8"]),
            Case("quoted and plain", "{a: 1, 'a': 2}", ["1:8 `a` after 1:2"]),
            Case("escaped and plain", #"{a: 1, "\x61": 2}"#, ["1:8 `a` after 1:2"]),
            Case("nested", "k: {x: 1, x: 2}", ["1:11 `x` after 1:5"]),
            Case("in a list", "- {a: 1}\n- {b: 1, b: 2}", ["2:10 `b` after 2:4"]),
            Case("two pairs", "{a: 1, b: 1, a: 2, b: 2}", ["1:14 `a` after 1:2", "1:20 `b` after 1:8"]),
            Case("the empty key", "{'': 1, '': 2}", ["1:9 `` after 1:2"]),
            Case("behind other characters", "{é: 1, é: 2}", ["1:8 `é` after 1:2"]),
        ])
    func small(_ test: Case) {
        #expect(places(test.source).sorted() == test.places.sorted())
    }

    @Test(
        "in a mapping of many keys as well", arguments: [2, 15, 16, 17, 18, 100, 1000])
    func large(count: Int) {
        let keys = (0..<count).map { "k\($0): 1\n" }.joined()
        #expect(places(keys) == [])
        #expect(places(keys + "k1: 2\n") == ["\(count + 1):1 `k1` after 2:1"])
        #expect(places(keys + "k0: 2\nk1: 2\n") == ["\(count + 1):1 `k0` after 1:1", "\(count + 2):1 `k1` after 2:1"])
    }

    @Test(
        "keys that differ",
        arguments: [
            "{a: 1, A: 2}", "{a: 1, ' a': 2}", "{1: a, 01: b}", "{a: {a: {a: 1}}}", "[{a: 1}, {a: 2}]",
            "a: 1\n---\na: 2",
        ])
    func distinct(source: String) { #expect(Reading(source).problems == []) }

    @Test func theWayOut() {
        #expect(
            Reading("{a: 1, a: 2}").problems == [
                "1:8: the key `a` stands twice in one mapping | note 1:2: it stands here first | help: remove one of the two, or make both one list"
            ])
    }

    @Test(
        "keys that are no text",
        arguments: [
            ("{[a]: 1}", "1:2: a key must be text, not a list"),
            ("{{a: 1}: 1}", "1:2: a key must be text, not a mapping"),
            ("? - a\n: 1", "1:3: a key must be text, not a list"),
            ((0..<20).map { "k\($0): 1\n" }.joined() + "? [a]\n: 1", "21:3: a key must be text, not a list"),
        ])
    func notText(source: String, problem: String) { #expect(Reading(source).problems == [problem]) }

    /// `line:column key after line:column`.
    private func places(_ source: String) -> [String] {
        Reading(source).diagnostics.map { diagnostic in
            let at = diagnostic.span!.file.position(of: diagnostic.span!.start)
            let first = diagnostic.span!.file.position(of: diagnostic.note!.span.start)
            let key = diagnostic.message.split(separator: " ")[2]
            return "\(at.line):\(at.column) \(key) after \(first.line):\(first.column)"
        }
    }
}
