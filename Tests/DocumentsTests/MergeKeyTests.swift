import Documents
import Testing

struct MergeKeyTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var source: String
        var value: String
        init(_ name: String, _ source: String, _ value: String) {
            (testDescription, self.source, self.value) = (name, source, value)
        }
    }

    @Test(
        "what a mapping is after merging",
        arguments: [
            Case("merged pairs come last", "{<<: {a: 1}, b: 2}", "{b: 2, a: 1}"),
            Case("its own pair wins, before", "{a: 0, <<: {a: 1, b: 2}}", "{a: 0, b: 2}"),
            Case("its own pair wins, behind", "{<<: {a: 1, b: 2}, a: 0}", "{a: 0, b: 2}"),
            Case("the first of a list wins", "{<<: [{a: 1}, {a: 2, b: 3}]}", "{a: 1, b: 3}"),
            Case("an empty list", "{<<: [], a: 1}", "{a: 1}"),
            Case("an empty mapping", "{<<: {}, a: 1}", "{a: 1}"),
            Case("nothing but a merge", "{<<: {a: 1}}", "{a: 1}"),
            Case("a merge in what is merged", "{<<: {<<: {a: 1, b: 1}, b: 2}, c: 3}", "{c: 3, b: 2, a: 1}"),
            Case("of an alias", "[&x {a: 1}, {<<: *x, b: 2}]", "[{a: 1}, {b: 2, a: 1}]"),
            Case("of two aliases", "[&x {a: 1}, &y {b: 2}, {<<: [*x, *y]}]", "[{a: 1}, {b: 2}, {a: 1, b: 2}]"),
            Case(
                "of an alias that merges", "[&x {a: 1}, &y {<<: *x, b: 2}, {<<: *y, a: 0}]",
                "[{a: 1}, {b: 2, a: 1}, {a: 0, b: 2}]"),
            Case("in block style", "- &x\n  a: 1\n- <<: *x\n  b: 2\n", "[{a: 1}, {b: 2, a: 1}]"),
            Case("values are not merged", "{<<: {k: {a: 1}}, k: {b: 2}}", "{k: {b: 2}}"),
            Case("quoted, it is a key like others", "{'<<': {a: 1}}", "{<<: {a: 1}}"),
            Case("as a value it is text", "{a: <<}", "{a: <<}"),
            Case("in a list it is text", "[<<, a]", "[<<, a]"),
            Case(
                "more than sixteen pairs", "{<<: {\(many)}, k3: own}",
                "{k3: own, \(many.replacing("k3: 3, ", with: ""))}"),
        ])
    func value(_ test: Case) {
        let reading = Reading(test.source)
        #expect(reading.problems == [])
        #expect(reading.flow == test.value)
    }

    private static let many = (0..<20).map { "k\($0): \($0)" }.joined(separator: ", ")

    @Test(
        "what cannot be merged",
        arguments: [
            ("{<<: a}", ["1:6"]), ("{<<: }", ["1:6"]), ("{<<: ~}", ["1:6"]), ("{<<: [a, {b: 1}]}", ["1:7"]),
            ("{<<: [[{a: 1}]]}", ["1:7"]), ("[&x a, {<<: *x}]", ["1:2"]), ("{<<: [a, b]}", ["1:7", "1:10"]),
        ])
    func refused(source: String, places: [String]) {
        let reading = Reading(source)
        #expect(reading.problems == places.map { "\($0): `<<` merges mappings only" })
    }

    @Test func aDuplicateBesideAMergeIsStillAnError() {
        #expect(Reading("{<<: {a: 1}, b: 1, b: 2}").problems.count == 1)
    }

    @Test func mergedKeysAreSharedNotCopied() {
        let document = Reading("[&x {a: 1}, {<<: *x}]").document
        let items = Array(document.items(document.roots[0]))
        #expect(document.pairs(items[0])[0].key == document.pairs(items[1])[0].key)
        #expect(document.pairs(items[0])[0].value == document.pairs(items[1])[0].value)
    }
}
