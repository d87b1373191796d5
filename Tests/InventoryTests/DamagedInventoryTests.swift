import Testing
import SeededRandom

/// Damage never stops the program, and is told the same way however the file is read.
struct DamagedInventoryTests {
    @Test("some bytes changed", arguments: 0..<40 as Range<UInt64>)
    func damaged(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed ^ 0xDA4A6E)
        let bytes = Array(RandomInventory.text(seed: seed % 20).utf8)
        let directory = try ScratchDirectory()
        for round in 0..<6 {
            let damaged = Self.damage(bytes, count: random.pick([1, 1, 2, 5]), &random)
            let path = try directory.write("\(round).yaml", damaged)
            let whole = CutReading(path, pieceSize: CutReading.whole, jobs: 1)
            for (pieceSize, jobs) in [(64, 1), (300, 2), (1024, 8)] {
                let cut = CutReading(path, pieceSize: pieceSize, jobs: jobs)
                #expect(cut == whole, "round \(round), pieces of \(pieceSize): \(whole.difference(cut))")
            }
            #expect(whole.resources.isEmpty || !whole.documents.isEmpty)
        }
    }

    private static let inserts: [[UInt8]] =
        [
            "\n", "\r", " ", "  ", "\t", "\"", "'", "{", "}", "[", "]", ":", ": ", "- ", "-", "#", "&a ", "*a", "*t",
            "|", ">", "---\n", "\n---\n", "...\n", "~", "é",
            "\u{FEFF}", "\u{85}", "<<: ", "!!x ", "\\", ",", "\n- ", "volumes:\n", "\nvolumes:\n- {id: x}\n",
        ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0x80]]

    /// Deletes, repeats, inserts and replaces stretches of bytes.
    static func damage(_ bytes: [UInt8], count: Int, _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<count where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &random)
            let length = min(random.pick([1, 1, 2, 8, 40]), bytes.count - at)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes.removeSubrange(at..<at + length)
            case 1: bytes.insert(contentsOf: bytes[at..<at + length], at: at)
            case 2: bytes.insert(contentsOf: random.pick(inserts), at: at)
            case 3: bytes.replaceSubrange(at..<at + 1, with: random.pick(inserts))
            default: bytes.removeSubrange(at...)
            }
        }
        return bytes
    }
}
