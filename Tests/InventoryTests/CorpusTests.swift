import Foundation
import Testing

/// What the fuzzer kept (`make fuzz`): small inputs that each reach code no other reaches.
struct CorpusTests {
    private static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "Corpus")
    private static let names = ((try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []).sorted()

    @Test func thereIsACorpus() { #expect(Self.names.count > 50) }

    @Test("is read the same way whole and cut", arguments: names)
    func replay(name: String) {
        let path = Self.directory.appendingPathComponent(name).path
        let whole = CutReading(path, pieceSize: CutReading.whole, jobs: 1)
        #expect(whole.resources.isEmpty || !whole.documents.isEmpty)
        for (pieceSize, jobs) in [(64, 1), (200, 2)] {
            let cut = CutReading(path, pieceSize: pieceSize, jobs: jobs)
            #expect(cut == whole, "pieces of \(pieceSize): \(whole.difference(cut))")
        }
    }
}
