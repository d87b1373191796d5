import Diagnostics
import Documents
import Testing

struct ReadingLimitTests {
    private static func nested(_ depth: Int, _ open: String, _ close: String) -> String {
        String(repeating: open, count: depth) + String(repeating: close, count: depth)
    }

    @Test("nesting up to the limit", arguments: [1, 127, 128])
    func deepEnough(depth: Int) {
        #expect(ReadingLimits.depth == 128)
        #expect(Reading(Self.nested(depth, "[", "]")).problems == [])
        #expect(Reading(Self.nested(depth, "{a: ", "}")).problems == [])
        #expect(Reading(String(repeating: "- ", count: depth) + "x").problems == [])
    }

    @Test(
        "nesting beyond the limit",
        arguments: [
            ("[", "]", 129), ("{a: ", "}", 129), ("- ", "", 129), ("[", "]", 200_000), ("[", "", 200_000),
            ("{a: ", "}", 200_000),
        ])
    func tooDeep(open: String, close: String, depth: Int) {
        let problems = Reading(Self.nested(depth, open, close)).problems
        #expect(problems == ["1:\(128 * open.utf8.count + 1): nested deeper than the limit of 128 levels"])
    }

    @Test(
        "text up to the limit of 1 MiB", arguments: [("", ""), ("'", "'"), ("\"", "\""), ("|\n ", ""), ("- ", "\n- x")])
    func longEnough(before: String, after: String) {
        #expect(ReadingLimits.scalarBytes == 1 << 20)
        let reading = Reading(before + String(repeating: "x", count: 1 << 20) + after)
        #expect(reading.problems == [])
    }

    @Test(
        "text beyond the limit", arguments: [("", ""), ("'", "'"), ("\"", "\""), ("- ", "\n- x"), ("k: ", "")])
    func tooLong(before: String, after: String) {
        let reading = Reading(before + String(repeating: "x", count: 1 << 20 + 1) + after)
        #expect(
            reading.problems == [
                "1:\(before.count - (before == "'" || before == "\"" ? 1 : 0) + 1): a text of 1048577 bytes is longer than the limit of 1048576 bytes"
            ])
        #expect(reading.diagnostics.allSatisfy { $0.span!.end - $0.span!.start == 1 })
    }

    @Test func theLimitCountsDecodedBytes() {
        let half = String(repeating: "\\x41", count: 1 << 20)
        #expect(Reading("\"\(half)\"").problems == [])
        #expect(Reading("\"\(half)\\x41\"").problems.count == 1)
    }

    @Test func fiftyMegabytesInOneScalar() {
        let count = 50_000_000
        let storage = UnsafeMutableRawPointer.allocate(byteCount: count, alignment: 16)
        storage.initializeMemory(as: UInt8.self, repeating: UInt8(ascii: "x"), count: count)
        let (_, diagnostics) = YAMLReader.read(SourceFile(path: "large.yaml", owning: storage, count: count))
        #expect(diagnostics.map(\.message) == ["a text of 50000000 bytes is longer than the limit of 1048576 bytes"])
    }

    @Test func manySmallNodes() {
        let reading = Reading("[" + String(repeating: "a,", count: 50_000) + "]")
        #expect(reading.problems == [])
        #expect(reading.document[reading.document.roots[0]].count == 50_000)
    }
}
