import Catalog
import Testing

struct UnitsTests {
    private func bytes<R>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        var text = text
        return text.withUTF8(body)
    }

    @Test(
        "durations",
        arguments: [
            ("0s", 0, "0s"), ("1ms", 1_000, "1ms"), ("90s", 90_000_000, "90s"), ("60s", 60_000_000, "1m"),
            ("10m", 600_000_000, "10m"),
            ("12h", 43_200_000_000, "12h"), ("90d", 7_776_000_000_000, "90d"), ("2w", 1_209_600_000_000, "14d"),
            ("1h30m", 5_400_000_000, "90m"),
            ("1d12h", 129_600_000_000, "36h"), ("-30d", -2_592_000_000_000, "-30d"), ("1500ms", 1_500_000, "1500ms"),
            ("007m", 420_000_000, "7m"),
            ("1m1m", 120_000_000, "2m"), ("24h", 86_400_000_000, "1d"), ("1s1ms", 1_001_000, "1001ms"),
            ("-1ms", -1_000, "-1ms"),
        ] as [(String, Int64, String)])
    func duration(text: String, micros: Int64, canonical: String) {
        #expect(bytes(text, Units.duration) == micros)
        #expect(Units.text(ofDuration: micros) == canonical)
        #expect(bytes(canonical, Units.duration) == micros)
    }

    @Test(
        "what is no duration",
        arguments: [
            "", "-", "10", "d", "1.5h", "1 d", " 1d", "1d ", "1D", "1y", "1h30", "--1d", "+1d", "1us", "-1d-1h",
            "9999999999999999w", "99999999999999999s",
            "1h 30m", "P1D",
        ])
    func notADuration(text: String) { #expect(bytes(text, Units.duration) == nil) }

    @Test(
        "sizes",
        arguments: [
            ("0", 0), ("1024", 1024), ("1B", 1), ("5KB", 5_000), ("5MB", 5_000_000), ("1GB", 1_000_000_000),
            ("1TB", 1_000_000_000_000), ("1KiB", 1024),
            ("2MiB", 2_097_152), ("64 GiB", 68_719_476_736), ("1TiB", 1_099_511_627_776), ("5  MB", 5_000_000),
            ("007", 7),
        ] as [(String, Int64)])
    func size(text: String, value: Int64) { #expect(bytes(text, Units.byteSize) == value) }

    @Test(
        "what is no size",
        arguments: [
            "", "-1", "MB", "5mb", "5M", "1.5GB", " 5MB", "5 MB x", "5PB", "9999999999999999TiB", "99999999999999999",
        ])
    func notASize(text: String) { #expect(bytes(text, Units.byteSize) == nil) }

    @Test(
        "dollars",
        arguments: [
            ("0", 0), ("12.30", 12_300_000), ("12.3", 12_300_000), ("$0.005", 5_000), ("-4", -4_000_000),
            ("-$4.5", -4_500_000), ("0.000001", 1),
            ("007", 7_000_000), ("999999999999", 999_999_999_999_000_000), ("1.100000", 1_100_000),
        ] as [(String, Int64)])
    func dollars(text: String, micros: Int64) { #expect(bytes(text, Units.micros(ofDollars:)) == micros) }

    @Test(
        "what is no amount",
        arguments: [
            "", "-", "$", "1.", ".5", "1,50", "1.0000001", "1e3", "12.30 USD", "€1", "$-4", "1.2.3", "1000000000000",
            "99999999999999999", " 1", "1 ", "+1",
        ])
    func notDollars(text: String) { #expect(bytes(text, Units.micros(ofDollars:)) == nil) }
}
