import Catalog
import Testing

struct TimestampTests {
    @Test(
        "times and their text in UTC",
        arguments: [
            ("1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z"), ("1970-01-01", 0, "1970-01-01T00:00:00Z"),
            ("2026-01-31T12:34:56Z", 1_769_862_896, "2026-01-31T12:34:56Z"),
            ("2026-01-31 12:34:56Z", 1_769_862_896, "2026-01-31T12:34:56Z"),
            ("2026-01-31t12:34:56z", 1_769_862_896, "2026-01-31T12:34:56Z"),
            ("2026-01-31T14:34:56+02:00", 1_769_862_896, "2026-01-31T12:34:56Z"),
            ("2026-01-31T07:04:56-05:30", 1_769_862_896, "2026-01-31T12:34:56Z"),
            ("2026-01-31T12:34:56+00:00", 1_769_862_896, "2026-01-31T12:34:56Z"),
            ("2026-02-01T00:34:56+12:00", 1_769_862_896, "2026-01-31T12:34:56Z"),
            ("1969-12-31T23:59:59Z", -1, "1969-12-31T23:59:59Z"),
            ("2000-02-29", 951_782_400, "2000-02-29T00:00:00Z"), ("2024-02-29", 1_709_164_800, "2024-02-29T00:00:00Z"),
            ("2024-12-31T23:59:60Z", 1_735_689_599, "2024-12-31T23:59:59Z"),
            ("1582-10-15", -12_219_292_800, "1582-10-15T00:00:00Z"),
            ("0001-01-01", -62_135_596_800, "0001-01-01T00:00:00Z"),
            ("9999-12-31T23:59:59Z", 253_402_300_799, "9999-12-31T23:59:59Z"),
        ] as [(String, Int64, String)])
    func time(text: String, seconds: Int64, utc: String) throws {
        let time = try #require(Timestamp(text))
        #expect(time.micros == seconds * 1_000_000)
        #expect(time.text == utc)
        #expect(Timestamp(time.text) == time)
    }

    @Test(
        "fractions of a second",
        arguments: [
            (".5Z", 500_000), (".000001Z", 1), (".999999Z", 999_999), (".1234567Z", 123_456), (".0000009Z", 0),
            (".25+00:00", 250_000),
        ] as [(String, Int64)])
    func fraction(end: String, micros: Int64) throws {
        let whole = try #require(Timestamp("1970-01-01T00:00:01Z"))
        #expect(Timestamp("1970-01-01T00:00:01" + end)?.micros == whole.micros + micros)
        #expect(Timestamp("1969-12-31T23:59:58" + end)?.micros == -2_000_000 + micros)
        #expect(Timestamp("1969-12-31T23:59:58" + end)?.text == "1969-12-31T23:59:58Z")
    }

    @Test(
        "what is no time",
        arguments: [
            "", "2026", "2026-01", "2026-1-31", "26-01-31", "2026-00-01", "2026-13-01", "2026-01-00", "2026-01-32",
            "2026-04-31", "2026-06-31", "2026-09-31",
            "2026-11-31", "2026-02-29", "2026-02-30", "1900-02-29", "2100-02-29", "2023-02-29", "2026-01-31T",
            "2026-01-31T12", "2026-01-31T12:00",
            "2026-01-31T12:00Z", "2026-01-31T12:00:00", "2026-01-31T24:00:00Z", "2026-01-31T12:60:00Z",
            "2026-01-31T12:00:61Z", "2026-01-31T12:00:00.Z",
            "2026-01-31T12:00:00,5Z", "2026-01-31T12:00:00+2:00", "2026-01-31T12:00:00+0200",
            "2026-01-31T12:00:00+24:00", "2026-01-31T12:00:00+02:60",
            "2026-01-31T12:00:00Z ", " 2026-01-31", "2026-01-31T12:00:00ZZ", "2026/01/31", "31.01.2026",
            "2026-01-31X12:00:00Z", "2026-01-31  12:00:00Z",
            "-026-01-31", "1769862896", "now", "２０２６-01-31", "2026-01-31T12:00:00+02:00Z", "2026-01-31Z",
        ])
    func notATime(text: String) { #expect(Timestamp(text) == nil) }

    @Test func everyDayOfFourCenturiesFollowsTheOneBefore() throws {
        var next = try #require(Timestamp("1899-12-31")).micros
        for year in 1900..<2300 {
            for month in 1...12 {
                for day in 1...31 {
                    guard let date = Timestamp(Self.date(year, month, day)) else {
                        #expect(day > 28)
                        continue
                    }
                    next += 86_400_000_000
                    guard date.micros == next, date.text == Self.date(year, month, day) + "T00:00:00Z" else {
                        Issue.record("\(Self.date(year, month, day)) is \(date.text)")
                        return
                    }
                }
            }
        }
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> String {
        "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    @Test func timesAreOrdered() throws {
        let texts = [
            "0001-01-01", "1969-12-31T23:59:59.5Z", "1970-01-01", "2026-01-31T12:00:00+02:00", "2026-01-31T11:00:00Z",
        ]
        let times = texts.compactMap { Timestamp($0) }
        #expect(times.count == texts.count && times == times.sorted())
    }
}
