import Foundation
import Testing

/// What the fuzzer kept (`make fuzz`): small texts that each reach code no other reaches.
struct SyntaxCorpusTests {
    private static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "Corpus")

    @Test func everyTextIsReadOrRefused() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.directory.path)
        #expect(names.count > 50)
        for name in names.sorted() {
            replay([UInt8](try Data(contentsOf: Self.directory.appendingPathComponent(name))))
        }
    }
}
