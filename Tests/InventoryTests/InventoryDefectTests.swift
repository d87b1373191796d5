import Catalog
import Diagnostics
import Inventory
import Testing

/// Faults found; each test fails until its fault is mended.
struct InventoryDefectTests {
    private static let header = Loading.header

    // MARK: Cut files

    @Test("random inventories with long collections anywhere", arguments: 0..<40 as Range<UInt64>)
    func orderOfCutFiles(seed: UInt64) throws {
        let directory = try ScratchDirectory()
        let path = try directory.write("in.yaml", RandomInventory.text(seed: seed, mixesCollections: true).utf8)
        let whole = CutReading(path, pieceSize: CutReading.whole, jobs: 1)
        for (pieceSize, jobs) in [(64, 1), (64, 8), (300, 2), (1024, 1), (4096, 2)] {
            let cut = CutReading(path, pieceSize: pieceSize, jobs: jobs)
            #expect(cut == whole, "pieces of \(pieceSize), \(jobs) jobs: \(whole.difference(cut))")
        }
    }

    /// `volumes:#` is no key but text; cut, it is taken for a key.
    @Test("a key is followed by a blank", arguments: ["volumes:#\n", "volumes:# comment\n"])
    func keyWithoutBlank(key: String) throws {
        let directory = try ScratchDirectory()
        let items = (0..<20).map { "  - {id: v-\($0), size: 1}\n" }.joined()
        let path = try directory.write("in.yaml", (Self.header + key + items).utf8)
        #expect(CutReading(path, pieceSize: 64, jobs: 1) == CutReading(path, pieceSize: CutReading.whole, jobs: 1))
    }

    /// A carriage return alone, U+0085, U+2028 and U+2029 end a line as well: what follows a comment or an empty line that
    /// ends in one is not part of it. Cut, the rest of the line was dropped without a word.
    @Test(
        "nothing is lost behind other line breaks",
        arguments: [
            "volumes:\n\r  - {id: lost}\n", "volumes:\n  # c\r  - {id: lost}\n", "volumes: # c\r  - {id: lost}\n",
            "volumes:\r  - {id: lost}\n",
            "volumes: # c\u{85}  - {id: lost}\n", "volumes:\n# c\u{2028}  - {id: lost}\n",
        ])
    func otherLineBreaks(key: String) throws {
        let directory = try ScratchDirectory()
        let items = (0..<20).map { "  - {id: v-\($0), size: 1}\n" }.joined()
        for text in [
            Self.header + key + items, key.replacing("volumes", with: "snapshots") + Self.header + "volumes:\n" + items,
        ] {
            let path = try directory.write("in.yaml", text.utf8)
            let whole = CutReading(path, pieceSize: CutReading.whole, jobs: 1)
            #expect(whole.resources.contains("lost"))
            let cut = CutReading(path, pieceSize: 64, jobs: 1)
            #expect(cut == whole, "\(whole.difference(cut))")
        }
    }

    @Test("nor at the beginning of the file", arguments: ["# c\r", "\r", "# c\u{85}", "# c\u{2029}"])
    func otherLineBreaksAtTheBeginning(before: String) throws {
        let directory = try ScratchDirectory()
        let items = (0..<20).map { "  - {id: v-\($0), size: 1}\n" }.joined()
        let path = try directory.write(
            "in.yaml", (before + "buckets: [{name: lost}]\n" + Self.header + "volumes:\n" + items).utf8)
        let whole = CutReading(path, pieceSize: CutReading.whole, jobs: 1)
        #expect(whole.resources.contains("lost"))
        let cut = CutReading(path, pieceSize: 64, jobs: 1)
        #expect(cut == whole, "\(whole.difference(cut))")
    }

    /// In a piece the items are one level less deep than in the file.
    @Test func depthLimitOfCutFiles() throws {
        let directory = try ScratchDirectory()
        let items = (0..<20).map { "- {name: b-\($0), versioning: enabled}\n" }.joined()
        // Top-level mapping, list, item: 3 levels; 126 more are one too many.
        let deep =
            "- name: deep\n  policy: " + String(repeating: "[", count: 126) + String(repeating: "]", count: 126) + "\n"
        let path = try directory.write("in.yaml", (Self.header + "buckets:\n" + items + deep).utf8)
        #expect(CutReading(path, pieceSize: 64, jobs: 1) == CutReading(path, pieceSize: CutReading.whole, jobs: 1))
    }

    @Test func aPieceSizeMayBeAsLargeAsANumberCanBe() throws {
        let directory = try ScratchDirectory()
        let path = try directory.write("in.yaml", (Self.header + "buckets: []\n").utf8)
        // Int.max traps: 2 * pieceSize overflows. Half of it stands here so that the test can be run.
        #expect(CutReading(path, pieceSize: Int.max / 2, jobs: 1).documents == [1])
    }

    // MARK: Missing fields

    @Test(
        "every missing field is told",
        arguments: [
            ("{ports: 22}", ["`ingress.protocol` is missing", "`ingress.source` is missing"]),
            ("{}", ["`ingress.protocol` is missing", "`ingress.source` is missing"]),
            (
                "{protcol: tcp, ports: 22}",
                ["`ingress.source` is missing", "`security_group.ingress` has no field `protcol`"]
            ),
            (
                "{protocol: tcp, ports: http}",
                [
                    "`http` is not a port or a range of ports, which `ingress.ports` needs",
                    "`ingress.source` is missing",
                ]
            ),
        ])
    func missing(entry: String, messages: [String]) {
        let resource = LoadedResource("security_groups:\n- id: sg-1\n  ingress:\n  - \(entry)\n")
        #expect(resource.result.diagnostics.map(\.message).sorted() == messages)
    }

    /// The value is wrong where the anchor is; nothing is missing where it is merged.
    @Test func nothingIsMissingThatIsMerged() {
        let resource = LoadedResource(
            "security_groups:\n- id: sg-1\n  ingress:\n  - &a {protocol: tpc, ports: 22, source: 10.0.0.0/8}\n  - {<<: *a, ports: 23}\n"
        )
        #expect(resource.problems.count == 1)
    }

    /// Looking for errors inside a record looks at all errors so far: n records with an error took n² steps.
    @Test func manyMissingFieldsAreFoundInLinearTime() {
        let entries = String(repeating: "  - {protocol: tcp}\n", count: 20_000)
        let result = Loading.load(Self.header + "security_groups:\n- id: sg-1\n  ingress:\n" + entries)
        #expect(result.diagnostics.count == 20_000)
    }

    // MARK: Places and texts

    @Test(
        "an entry with a merge or an alias stands from its first to its last character",
        arguments: ["<<: *e\n    ports: 80", "ports: 80\n    <<: *e", "protocol: tcp\n    source: *p"])
    func entrySource(entry: String) {
        let text =
            Self.header
            + "security_groups:\n- id: sg-1\n  ingress:\n  - &e {protocol: tcp, source: &p [10.0.0.0/8]}\n  - " + entry
            + "\n"
        let result = Loading.load(text)
        #expect(Loading.problems(result.diagnostics) == [])
        let start = text.utf8.count - entry.utf8.count - 1
        let dump = InventoryDump(catalog: Loading.catalog).text(result.inventory)
        #expect(dump.contains("- @\(start)-\(start + entry.utf8.count)\n"))
    }

    @Test func aPolicyWithAnAliasOrAMergeIsWhole() {
        let text =
            Self.header
            + "buckets:\n- name: a\n  policy: &p {Version: x}\n- name: b\n  policy:\n    <<: *p\n    Id: y\n"
        let dump = InventoryDump(catalog: Loading.catalog).text(Loading.load(text).inventory)
        #expect(dump.contains("policy: <<: *p\n    Id: y\n"))
    }

    @Test("null in a map is null", arguments: ["~", "null", ""])
    func nullInAMap(null: String) {
        let resource = LoadedResource("volumes: [{id: v, tags: {Owner: \(null)}}]")
        // Neither the text `~` nor `null`.
        #expect(resource["tags"] != "{Owner: \(null)}" || resource.problems != [])
    }

    @Test func equalEntriesWrittenInAnotherOrderShareOneRecord() {
        let text =
            Self.header + """
                security_groups:
                - id: sg-1
                  ingress:
                  - {protocol: tcp, ports: 443, source: 10.0.0.0/8}
                  - {source: 10.0.0.0/8, ports: 443, protocol: tcp}
                """
        #expect(Loading.load(text).inventory.segments[0].tables.recordCount == 1)
    }

    @Test(
        "a long text is cut in messages",
        arguments: [
            "account: %", "inventory: %", "as_of: %", "%: []", "volumes: [{id: v, %: 1}]",
            "volumes: [{id: v, owner: %}]", "account: [%, %]",
        ])
    func longTexts(pattern: String) {
        let text = pattern.replacing("%", with: String(repeating: "x", count: 900))
        let problems = Loading.problems(
            Loading.load((pattern.hasPrefix("inv") ? "" : "inventory: 1\n") + text).diagnostics)
        #expect(!problems.isEmpty)
        for problem in problems { #expect(problem.count < 900) }
    }

    // MARK: Files

    @Test func aFileWithRulesAndAnInventoryIsNotPassedOver() throws {
        let directory = try ScratchDirectory()
        try directory.write("a.yaml", (Self.header + "buckets: [{name: a}]\n").utf8)
        try directory.write("b.yaml", ("rules: []\n---\n" + Self.header + "buckets: [{name: b}]\n").utf8)
        let result = InventoryLoader(catalog: Loading.catalog, jobs: 1).load(paths: [directory.path])
        #expect(result.inventory.resourceCount == 2 || result.diagnostics.hasErrors)
    }

    @Test func duplicatesAreToldTogetherWithOtherMistakes() throws {
        let directory = try ScratchDirectory()
        let path = try directory.write(
            "a.yaml", (Self.header + "buckets: [{name: a}, {name: a}, {name: c, versioning: on}]\n").utf8)
        let result = InventoryLoader(catalog: Loading.catalog, jobs: 1).load(paths: [path])
        #expect(result.diagnostics.count == 2)
    }

    @Test func filesAreToldInTheOrderGiven() throws {
        let directory = try ScratchDirectory()
        try directory.write("1.yaml", (Self.header + "buckets: [{name: a}, {name: a}]\n").utf8)
        try directory.write("2.yaml", (Self.header + "vpcs: [{id: v, cidr: 10.0.0.1/8}]\n").utf8)
        let result = InventoryLoader(catalog: Loading.catalog, jobs: 1).load(paths: [directory.path])
        let text = Loading.rendered(result)
        let (first, second) = (
            text.ranges(of: "/1.yaml:4:29: error").first, text.ranges(of: "/2.yaml:4:22: warning").first
        )
        #expect(first != nil && second != nil && first!.lowerBound < second!.lowerBound)
    }

    // MARK: Numbers and times

    @Test func theSmallestNegativeNumberIsNotNull() { #expect(Word(-Double.leastNonzeroMagnitude).isSet) }

    @Test(
        "times at both ends of the years have a text that can be read",
        arguments: ["0000-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00"])
    func timesAtTheEnds(text: String) {
        let time = Timestamp(text)
        #expect(time == nil || Timestamp(time!.text) == time)
    }
}
