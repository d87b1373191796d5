import Catalog
import Diagnostics
import Foundation
import FuzzDriver
import Inventory

@main
struct Fuzz {
    static func main() { fuzz(testOneInput) }
}

/// The entry point of libFuzzer: loads the bytes as an inventory, whole and cut into pieces, and requires the same
/// diagnostics of both. Build with `make fuzz`.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    LoaderFuzzer.run(UnsafeBufferPointer(start: data, count: count))
    return 0
}

enum LoaderFuzzer {
    private static let catalog = Catalog.builtin().catalog
    private static let renderer = DiagnosticRenderer(palette: Palette(isEnabled: false))
    private static let path = "/tmp/plumb-fuzz-\(ProcessInfo.processInfo.processIdentifier).yaml"

    static func run(_ bytes: UnsafeBufferPointer<UInt8>) {
        let inMemory = InventoryLoader(catalog: catalog, jobs: 1).load([SourceFile(path: path, text: bytes)])
        guard inMemory.diagnostics.allSatisfy(isInside) else { fatalError("a span outside its file") }
        guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else { fatalError("cannot write") }
        let whole = load(pieceSize: Int.max / 2)
        for pieceSize in [64, 1024] where bytes.count >= 2 * pieceSize {
            let cut = load(pieceSize: pieceSize)
            if cut != whole { fatalError("pieces of \(pieceSize) are told otherwise:\n\(whole)\n---\n\(cut)") }
        }
    }

    private struct Outcome: Equatable {
        var diagnostics: String
        var ids: [String]
    }

    private static func load(pieceSize: Int) -> Outcome {
        var loader = InventoryLoader(catalog: catalog, jobs: 1)
        loader.pieceSize = pieceSize
        let result = loader.load(paths: [path])
        let ids = result.inventory.segments.flatMap { segment in
            segment.resources.map { "\($0.type) \(result.inventory.id(of: $0, in: segment))" }
        }
        return Outcome(diagnostics: renderer.render(result.diagnostics), ids: ids)
    }

    private static func isInside(_ diagnostic: Diagnostic) -> Bool {
        [diagnostic.span, diagnostic.note?.span].allSatisfy { span in
            span.map { 0 <= $0.start && $0.start <= $0.end && $0.end <= $0.file.count } ?? true
        }
    }
}
