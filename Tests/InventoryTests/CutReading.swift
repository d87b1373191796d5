import Catalog
import Diagnostics
import Foundation
import Inventory
import Testing

/// A directory that goes when the test is over.
final class ScratchDirectory {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("plumb-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, with the directories it needs, and returns its path.
    @discardableResult
    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let file = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file.path
    }
}

/// What reading a file gave, as text that can be compared.
struct CutReading: Equatable, CustomTestStringConvertible {
    var diagnostics: String
    var resources: String
    var documents: [Int]
    /// More than one a document says that the file was cut.
    private(set) var segments = 0

    /// A piece size that cuts nothing.
    static let whole = Int.max / 2

    init(_ path: String, pieceSize: Int, jobs: Int) {
        var loader = InventoryLoader(catalog: Loading.catalog, jobs: jobs)
        loader.pieceSize = pieceSize
        let result = loader.load(paths: [path])
        diagnostics = Loading.rendered(result) + result.unreadable.map { "\($0.path): \($0.reason)\n" }.joined()
        resources = InventoryDump(catalog: Loading.catalog).text(result.inventory)
        documents = result.inventory.inputs.map(\.documents)
        segments = result.inventory.segments.count
    }

    /// Short: `difference` tells what matters.
    var testDescription: String { "\(segments) segments, \(diagnostics.isEmpty ? "no diagnostics" : "diagnostics")" }

    var isCut: Bool { segments > documents.reduce(0, +) }

    static func == (a: Self, b: Self) -> Bool {
        a.diagnostics == b.diagnostics && a.resources == b.resources && a.documents == b.documents
    }

    /// The first line that differs, for the message of a test.
    func difference(_ other: Self) -> String {
        for (name, mine, its) in [
            ("diagnostics", diagnostics, other.diagnostics), ("resources", resources, other.resources),
        ] where mine != its {
            let (a, b) = (mine.split(separator: "\n"), its.split(separator: "\n"))
            let at = zip(a, b).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(a.count, b.count)
            return "\(name), line \(at + 1): \(at < a.count ? a[at] : "no line") | \(at < b.count ? b[at] : "no line")"
        }
        return documents == other.documents ? "" : "documents \(documents) | \(other.documents)"
    }
}
