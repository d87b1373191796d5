import Networks
import Testing
import SeededRandom

struct PortRangeTests {
    @Test(
        "texts of ranges",
        arguments: [
            ("443", 443, 443), ("0", 0, 0), ("65535", 65535, 65535), ("8000-8100", 8000, 8100), ("22-22", 22, 22),
            ("all", 0, 65535), ("ALL", 0, 65535), ("-1", 0, 65535), ("0-65535", 0, 65535), (" 80 ", 80, 80),
            ("8000 - 8100", 8000, 8100), ("8000- 8100", 8000, 8100), ("0443", 443, 443),
        ])
    func reads(text: String, low: UInt16, high: UInt16) throws {
        let range = try PortRange(text)
        #expect(range == PortRange(low: low, high: high))
        #expect(try PortRange(range.description) == range)
    }

    @Test(
        "texts that are no range",
        arguments: [
            ("", PortRangeError.notANumber), ("-", .notANumber), ("80-", .notANumber), ("-80", .notANumber),
            ("ssh", .notANumber), ("80,443", .notANumber), ("80-90-100", .notANumber), ("8 0", .notANumber),
            ("-2", .notANumber), ("+80", .notANumber), ("65536", .outOfRange), ("80-70000", .outOfRange),
            ("99999999999999999999", .outOfRange), ("443-80", .reversed(low: 443, high: 80)),
        ])
    func refuses(text: String, error: PortRangeError) {
        #expect(throws: error) { try PortRange(text) }
    }

    @Test func relationsAgreeWithPorts() {
        var random = SeededGenerator(seed: 2)
        func anyRange() -> PortRange {
            let ends = [UInt16.random(in: 0...9, using: &random), UInt16.random(in: 0...9, using: &random)].sorted()
            return PortRange(low: ends[0], high: ends[1])
        }
        for _ in 0..<500 {
            let (left, right) = (anyRange(), anyRange())
            let (leftPorts, rightPorts) = (Set(left.low...left.high), Set(right.low...right.high))
            #expect(left.count == leftPorts.count)
            #expect(left.contains(right) == rightPorts.isSubset(of: leftPorts))
            #expect(left.overlaps(right) == !rightPorts.isDisjoint(with: leftPorts))
            #expect((0...10).allSatisfy { left.contains($0) == leftPorts.contains($0) })
        }
        #expect(PortRange.all.count == 65536)
    }
}
