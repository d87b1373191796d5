import Documents
import Testing

struct AliasTests {
    @Test(
        "an alias is what it names",
        arguments: [
            ("[&a x, *a]", "[x, x]"), ("[&a [1, 2], *a]", "[[1, 2], [1, 2]]"),
            ("{k: &a {x: 1}, l: *a}", "{k: {x: 1}, l: {x: 1}}"),
            ("[&a x, &a y, *a]", "[x, y, y]"), ("[&a x, *a, &a y, *a]", "[x, x, y, y]"),
            ("{&k a: 1, b: *k}", "{a: 1, b: a}"),
            ("[&a x, {*a : 1}]", "[x, {x: 1}]"), ("[&a ~, *a]", "[∅, ∅]"), ("[&a , *a]", "[∅, ∅]"),
            ("- &a\n  k: |\n    text\n- *a", "[{k: text\n}, {k: text\n}]"),
            ("[&a [&b x], [*a, *b]]", "[[x], [[x], x]]"),
            ("[&a-1_b x, *a-1_b]", "[x, x]"),
        ])
    func value(source: String, value: String) {
        let reading = Reading(source)
        #expect(reading.problems == [])
        #expect(reading.flow == value)
    }

    @Test func anAliasSharesTheNode() {
        let document = Reading("[&a {k: [1, 2]}, *a, *a]").document
        let items = Array(document.items(document.roots[0]))
        #expect(items[1] == items[0] && items[2] == items[0])
        // The list, the mapping, its key and value, and the two numbers.
        #expect(document.nodes.count == 6)
        #expect(document[document.roots[0]].weight == 1 + 3 * 5)
    }

    @Test(
        "aliases without an anchor",
        arguments: [
            ("*a", "1:1", "a"), ("[*a, &a x]", "1:2", "a"), ("k: *b", "1:4", "b"), ("é: *b", "1:4", "b"),
            ("[&a x, *b]", "1:8", "b"), ("&a x\n---\n*a", "3:1", "a"), ("- &a x\n- {k: *aa}", "2:7", "aa"),
        ])
    func undefined(source: String, place: String, name: String) {
        #expect(Reading(source).problems == ["\(place): the alias `*\(name)` has no anchor `&\(name)` before it"])
    }

    @Test(
        "aliases inside what they name",
        arguments: [
            ("&a [*a]", "1:5"), ("&a {k: *a}", "1:8"), ("&a {*a : 1}", "1:5"), ("&a [[[*a]]]", "1:7"),
            ("k: &a\n  - x\n  - *a", "3:5"),
        ])
    func inside(source: String, place: String) {
        #expect(Reading(source).problems == ["\(place): the alias `*a` stands inside the node it names"])
    }

    @Test func anAnchorTakenAgainInsideNamesTheInnerNode() {
        #expect(Reading("&a [&a x, *a]").flow == "[x, x]")
    }

    @Test("a bomb is refused where it grows too large", arguments: [6, 7, 8, 20])
    func bomb(levels: Int) throws {
        var lines = ["- &l0 [x, x, x, x, x, x, x, x, x, x]"]
        for level in 1...levels {
            let names = Array(repeating: "*l\(level - 1)", count: 10).joined(separator: ", ")
            lines.append("- &l\(level) [\(names)]")
        }
        let reading = Reading(lines.joined(separator: "\n"))
        let problem = try #require(reading.problems.first)
        #expect(reading.problems.count == 1)
        #expect(
            problem.contains(": aliases repeat ")
                && problem.hasSuffix(" nodes up to here, beyond the limit for a file of this size"))
    }

    @Test func ordinaryUseOfAliasesIsWithinTheBudget() {
        let entries = Array(repeating: "- {tags: *t}", count: 10_000).joined(separator: "\n")
        let reading = Reading("- &t {a: 1, b: 2, c: 3}\n" + entries)
        #expect(reading.problems == [])
        #expect(reading.document.roots.count == 1)
    }
}
