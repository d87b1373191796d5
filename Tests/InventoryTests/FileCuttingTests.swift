import Testing

/// A file that is cut into pieces gives what the same file gives when it is read whole.
struct FileCuttingTests {
    private static let seeds = 0..<40 as Range<UInt64>

    @Test("random inventories", arguments: seeds)
    func random(seed: UInt64) throws {
        let directory = try ScratchDirectory()
        let path = try directory.write("in.yaml", RandomInventory.text(seed: seed).utf8)
        let whole = CutReading(path, pieceSize: CutReading.whole, jobs: 1)
        #expect(!whole.resources.isEmpty, "\(whole.diagnostics)")
        #expect(!whole.isCut)
        for (pieceSize, jobs) in [(64, 1), (64, 8), (300, 2), (1024, 1), (1024, 8), (4096, 2)] {
            let cut = CutReading(path, pieceSize: pieceSize, jobs: jobs)
            #expect(cut == whole, "pieces of \(pieceSize), \(jobs) jobs: \(whole.difference(cut))")
        }
    }

    /// Otherwise the test above would say nothing.
    @Test func mostOfThemAreCut() throws {
        let directory = try ScratchDirectory()
        let isCut = try Self.seeds.map { seed in
            let path = try directory.write("\(seed).yaml", RandomInventory.text(seed: seed).utf8)
            return CutReading(path, pieceSize: 64, jobs: 1).isCut
        }
        #expect(isCut.count { $0 } > isCut.count / 3)
    }

    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var isCut: Bool
        init(_ name: String, isCut: Bool, _ text: String) {
            (testDescription, self.text, self.isCut) = (name, text, isCut)
        }
    }

    private static let header = Loading.header
    private static func items(_ count: Int, _ indent: String = "  ") -> String {
        (0..<count).map { "\(indent)- {id: v-\($0), size: \($0)}\n" }.joined()
    }

    @Test(
        "forms that can be cut and forms that cannot",
        arguments: [
            Case("indented items", isCut: true, header + "volumes:\n" + items(20)),
            Case("items at column one", isCut: true, header + "volumes:\n" + items(20, "")),
            Case(
                "comments and empty lines", isCut: true,
                header + "# c\n\nvolumes: # c\n\n# c\n" + items(9) + "\n# c\n      # c\n"
                    + items(3).replacing("v-", with: "w-") + "# c\n"),
            Case("two long collections", isCut: true, header + "volumes:\n" + items(20) + "snapshots:\n" + items(20)),
            Case("header last", isCut: true, "volumes:\n" + items(20) + header),
            Case(
                "two documents", isCut: true,
                header + "volumes:\n" + items(20) + "---\n" + header.replacing("1111", with: "4444") + "volumes:\n"
                    + items(20)),
            Case(
                "an anchor for a later item", isCut: false,
                header + "volumes:\n  - {id: v, tags: &t {a: b}}\n" + items(20) + "  - {id: w, tags: *t}\n"),
            Case(
                "an anchor taken again in a later item", isCut: true,
                header + "volumes:\n"
                    + (0..<20).map { "  - {id: v-\($0), tags: &t {a: b\($0)}, attributes: *t}\n" }.joined()),
            Case("quoted text over many items", isCut: false, header + "volumes:\n  - id: \"x\n" + items(20) + "\"\n"),
            Case(
                "a flow list", isCut: false,
                header + "volumes: [\n" + items(20).replacing("- {", with: "{").replacing("}\n", with: "},\n") + "]\n"),
            Case(
                "JSON", isCut: false,
                "{\"inventory\": 1, \"volumes\": [\n"
                    + items(20).replacing("- {id: ", with: "{\"id\": ").replacing(" size: ", with: " \"size\": ")
                    .replacing("}\n", with: "},\n") + "{\"id\": \"x\"}]}"),
            Case("quoted keys", isCut: false, header + "\"volumes\":\n" + items(20)),
            Case("an end marker", isCut: false, header + "volumes:\n" + items(20) + "...\n"),
            Case("a directive", isCut: false, "%YAML 1.1\n---\n" + header + "volumes:\n" + items(20)),
            Case("an anchor on the list", isCut: false, header + "volumes: &all\n" + items(20)),
            Case("a mistake in one item", isCut: false, header + "volumes:\n" + items(20) + "  - {id: x, size: big}\n"),
            Case("an unknown collection", isCut: false, header + "volume:\n" + items(20)),
            Case(
                "the same collection twice", isCut: false,
                header + "volumes:\n" + items(20) + "volumes:\n" + items(20).replacing("v-", with: "w-")),
            Case("no header", isCut: false, "volumes:\n" + items(20)),
            Case(
                "a header in the second document only", isCut: false,
                "volumes:\n" + items(20) + "---\n" + header + "volumes:\n" + items(20)),
            Case("one item with less indentation", isCut: false, header + "volumes:\n" + items(20) + " - {id: x}\n"),
            Case("one item with more indentation", isCut: false, header + "volumes:\n" + items(20) + "    - {id: x}\n"),
            Case("a list of what is no collection", isCut: false, header + "as_of:\n" + items(20)),
            Case("a control character", isCut: false, header + "volumes:\n" + items(20) + "  - {id: \u{7}}\n"),
        ])
    func form(_ test: Case) throws {
        let directory = try ScratchDirectory()
        let path = try directory.write("in.yaml", test.text.utf8)
        let whole = CutReading(path, pieceSize: CutReading.whole, jobs: 1)
        for pieceSize in [64, 100, 150] {
            let cut = CutReading(path, pieceSize: pieceSize, jobs: 2)
            #expect(cut == whole, "pieces of \(pieceSize): \(whole.difference(cut))")
            #expect(cut.isCut == test.isCut)
        }
    }

    @Test func duplicatesInDifferentPiecesAreFound() throws {
        let directory = try ScratchDirectory()
        let path = try directory.write("in.yaml", (Self.header + "volumes:\n" + Self.items(30) + Self.items(2)).utf8)
        let cut = CutReading(path, pieceSize: 64, jobs: 2)
        #expect(cut == CutReading(path, pieceSize: CutReading.whole, jobs: 1))
        #expect(cut.isCut)
        #expect(cut.diagnostics.contains("in.yaml:35:10: error: the volume `v-0` is described twice"))
        #expect(cut.diagnostics.contains("in.yaml:36:10: error: the volume `v-1` is described twice"))
    }

    @Test func warningsOfAllPiecesAreTold() throws {
        let directory = try ScratchDirectory()
        let items = (0..<30).map { "- {id: v-\($0), cidr: 10.0.0.\($0 + 1)/8}\n" }.joined()
        let path = try directory.write("in.yaml", (Self.header + "vpcs:\n" + items).utf8)
        let cut = CutReading(path, pieceSize: 64, jobs: 4)
        #expect(cut.isCut)
        #expect(cut == CutReading(path, pieceSize: CutReading.whole, jobs: 1))
        #expect(cut.diagnostics.ranges(of: "has host bits set").count == 30)
    }

    @Test func severalFilesAtOnce() throws {
        let directory = try ScratchDirectory()
        for seed in 0..<8 as Range<UInt64> {
            try directory.write(
                "dir/\(seed).yaml",
                RandomInventory.text(seed: seed).replacing("11112222333", with: "\(seed)1112222333").utf8)
        }
        let whole = CutReading(directory.path, pieceSize: CutReading.whole, jobs: 1)
        for jobs in [1, 3, 8] {
            let cut = CutReading(directory.path, pieceSize: 200, jobs: jobs)
            #expect(cut == whole, "\(jobs) jobs: \(whole.difference(cut))")
        }
    }
}
