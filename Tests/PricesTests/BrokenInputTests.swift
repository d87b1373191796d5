import Diagnostics
import Foundation
import Prices
import SeededRandom
import Testing

/// Whatever stands in a file, it is read or refused, and nothing else happens.
@Suite struct BrokenInput {
    /// Some bytes are changed, dropped, doubled or cut off.
    private static func broken(_ text: String, _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = Array(text.utf8)
        let marks = Array("{}[]\",:-.0e9~*&\\\n \t'#".utf8) + [0, 0x7F, 0xFF, 0xC3]
        for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
            let at = Int.random(in: bytes.indices, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[at] = random.pick(marks)
            case 1: bytes.insert(random.pick(marks), at: at)
            case 2: bytes.remove(at: at)
            case 3:
                let end = min(bytes.count, at + Int.random(in: 1...40, using: &random))
                bytes.insert(contentsOf: bytes[at..<end], at: at)
            default: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...200, using: &random)))
            }
        }
        return bytes
    }

    @Test("books", arguments: 0..<8)
    func books(seed: Int) throws {
        let page = Collection.repository.appendingPathComponent("docs/prices.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let begin = try #require(text.range(of: "```yaml\n")).upperBound
        let end = try #require(text.range(of: "```\n", range: begin..<text.endIndex)).lowerBound
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<100 {
            let bytes = Self.broken(String(text[begin..<end]), &random)
            let file = SourceFile(path: "prices.yaml", text: bytes)
            let (book, diagnostics) = PriceBook.read(file, today: Book.today, against: .bundled())
            // Every message can be shown, and what was read has prices that are none of these.
            _ = DiagnosticRenderer(palette: Palette(isEnabled: false)).render(diagnostics)
            for figure in book.figures() {
                #expect(figure.price.tiers.allSatisfy { $0.rate.tenBillionths >= 0 && $0.rate <= .highest })
                #expect(!figure.price.tiers.isEmpty)
            }
        }
    }

    @Test("offer files", arguments: 0..<8)
    func offers(seed: Int) {
        var offer = Offer("AmazonS3")
        offer.add(
            "Storage", "EU-TimedStorage-ByteHrs", unit: "GB-Mo", [("0", "51200", "0.023"), ("51200", "Inf", "0.022")])
        offer.add("Storage", "TimedStorage-SIA-ByteHrs", unit: "GB-Mo", "0.0125", region: "us-east-1")
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<100 {
            var taking = OfferImport(regions: [])
            taking.add(SourceFile(path: "index.json", text: Self.broken(offer.json, &random)))
            _ = DiagnosticRenderer(palette: Palette(isEnabled: false)).render(taking.diagnostics)
            for figure in taking.book.figures() { #expect(figure.price.tiers.allSatisfy { $0.rate <= .highest }) }
        }
    }
}
