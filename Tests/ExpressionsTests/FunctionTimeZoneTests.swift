import Expressions
import Testing
import SeededRandom

/// TZif files made by hand: RFC 9636, appendix B has such.
struct FunctionTimeZoneTests {
    /// A file of version 2: an empty first part, then transitions with their types, and the rule for later times.
    private static func file(_ transitions: [(time: Int64, type: UInt8)], types: [Int32], footer: String) -> [UInt8] {
        func big<T: FixedWidthInteger>(_ value: T) -> [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }
        func header(times: Int, types: Int, characters: Int) -> [UInt8] {
            Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
                + [0, 0, 0, times, types, characters].flatMap { big(UInt32($0)) }
        }
        let first: [UInt8] = header(times: 0, types: 1, characters: 1) + big(Int32(0)) + [0, 0, 0]
        let second: [UInt8] =
            header(times: transitions.count, types: types.count, characters: 4) + transitions.flatMap { big($0.time) }
            + transitions.map(\.type) + types.flatMap { big($0) + [0, 0] } + Array("XXX\0".utf8)
        return first + second + Array("\n\(footer)\n".utf8)
    }

    private static let twice = file([(-100, 1), (100, 0)], types: [3600, -7200], footer: "")

    @Test(
        "offsets",
        arguments: [
            (-101, 3600), (-100, -7200), (0, -7200), (99, -7200), (100, 3600), (1_000_000, 3600),
        ])
    func offsets(time: Int, offset: Int) throws {
        #expect(try #require(TimeZoneRules(tzif: Self.twice)).offset(at: time) == offset)
    }

    @Test(
        "rules for later times",
        arguments: [
            ("UTC0", 0, 0), ("EST5", 0, -18_000), ("<+0330>-3:30", 0, 12_600), ("<-02>2:15:30", 0, -8_130),
            // 2025-07-01 and 2025-01-01.
            ("EST5EDT,M3.2.0,M11.1.0", 1_751_328_000, -14_400), ("EST5EDT,M3.2.0,M11.1.0", 1_735_689_600, -18_000),
            ("XXX-1YYY-3,J60/0,J300/0", 1_751_328_000, 10_800),
            // The 60th of a leap year, counted with 29 February and without: 2024-02-29T00:00 and 2024-03-01T00:00.
            ("XXX0YYY,59/0,300/0", 1_709_164_799, 0), ("XXX0YYY,59/0,300/0", 1_709_164_800, 3_600),
            ("XXX0YYY,J60/0,J300/0", 1_709_251_199, 0), ("XXX0YYY,J60/0,J300/0", 1_709_251_200, 3_600),
            // All year round (RFC 9636, 3.3.2), and hours beyond the day.
            ("XXX3EDT4,0/0,J365/23", 1_735_689_600, -14_400), ("XXX3EDT4,0/0,J365/23", 1_751_328_000, -14_400),
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 1_751_328_000, -3_600),
        ] as [(String, Int, Int)])
    func rules(footer: String, time: Int, offset: Int) throws {
        let rules = try #require(TimeZoneRules(tzif: Self.file([], types: [7], footer: footer)))
        #expect(rules.offset(at: time) == offset)
    }

    @Test(arguments: [
        "EST", "5", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0", "EST5EDT,M3.2.0,M11.1.0,", "<EST5", "EST25",
        "EST5EDT,J0,J1", "EST5EDT,M3.2.0/168,M11.1.0", "É5",
    ])
    func otherRulesAreRefused(footer: String) {
        #expect(TimeZoneRules(tzif: Self.file([], types: [0], footer: footer)) == nil)
    }

    @Test func brokenFilesAreRefusedOrRead() {
        var random = SeededGenerator(seed: 8)
        let whole = Self.file([(-100, 1), (100, 0)], types: [3600, -7200], footer: "EST5EDT,M3.2.0,M11.1.0")
        for length in 0..<whole.count { #expect(TimeZoneRules(tzif: Array(whole[..<length])) == nil) }
        for _ in 0..<5_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0 ... .max, using: &random)
            }
            for time in [-62_135_596_800, 0, 253_402_300_799] { _ = TimeZoneRules(tzif: bytes)?.offset(at: time) }
        }
        #expect(TimeZoneRules(tzif: Self.file([(5, 0), (5, 0)], types: [0], footer: "")) == nil)
        #expect(TimeZoneRules(tzif: Self.file([(5, 1)], types: [0], footer: "")) == nil)
    }
}
