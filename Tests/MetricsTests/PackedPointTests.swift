import Metrics
import SeededRandom
import Testing

@Suite("Points are packed exactly")
struct PackedPointTests {
    private func packed(_ texts: [String?]) -> (bytes: Int, values: [Double]) {
        var packer = PointPacker()
        var store: ContiguousArray<UInt8> = [7]
        for text in texts {
            guard var text else {
                packer.appendMissing()
                continue
            }
            let isTaken = text.withUTF8 { packer.append($0) }
            #expect(isTaken, "\(text)")
        }
        let points = packer.pack(into: &store)
        var values: [Double] = []
        store.withUnsafeBytes { points.unpack($0, into: &values) }
        return (store.count - 1, values)
    }

    @Test(
        "bytes a point",
        arguments: [
            (["1", nil, "-3", "127"], 1), (["1.5", "12.7"], 1), (["128", "3"], 2), (["-128"], 2), (["99.75", "3"], 2),
            (["3.141592", nil], 4), (["123456789012"], 8), (["1e300", nil], 8), (["0.1234567890123456789"], 8),
        ] as [([String?], Int)])
    func width(_ texts: [String?], _ width: Int) {
        #expect(packed(texts).bytes == width * texts.count)
    }

    @Test("decimals come back as the double that the text is")
    func random() {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<3000 {
            let texts = (0..<Int.random(in: 0...12, using: &random)).map { _ -> String? in
                switch Int.random(in: 0...6, using: &random) {
                case 0: return nil
                case 1: return "\(Int.random(in: -1000...1000, using: &random))"
                case 2: return "\(Double(Int.random(in: -100_000...100_000, using: &random)) / 100)"
                case 3: return "\(Double.random(in: 0...100, using: &random))"
                case 4: return "-0.\(Int.random(in: 0...999, using: &random))"
                case 5:
                    return
                        "\(Int64.random(in: .min ... .max, using: &random))e\(Int.random(in: -30...30, using: &random))"
                default: return "\(Int.random(in: 0...9, using: &random)).50"
                }
            }
            let expected = texts.map { $0.map { Double($0)! } ?? .nan }
            let values = packed(texts).values
            #expect(values.count == expected.count)
            for (value, wanted) in zip(values, expected) {
                #expect(value == wanted || value.isNaN && wanted.isNaN, "\(texts)")
            }
        }
    }

    @Test(
        "what is no number is refused",
        arguments: ["", "-", ".", "1.", "NaN", "inf", "1e999", "0x10", "1_000", "12a", "--1", "+"])
    func refused(_ text: String) {
        var packer = PointPacker()
        var text = text
        let isTaken = text.withUTF8 { packer.append($0) }
        #expect(!isTaken || text == "1.")
    }
}
