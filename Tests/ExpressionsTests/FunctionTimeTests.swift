import Expressions
import Testing

/// The suite's sections timestamps/timestamp_selectors, timestamp_selectors_tz and duration_converters.
struct FunctionTimeTests {
    private static let time = Value.time("2009-02-13T23:31:30.02Z")
    private static let early = Value.time("2009-02-13T02:00:00Z")

    @Test(
        "parts in UTC and fixed zones",
        arguments: [
            FunctionCall(.getFullYear, time, gives: 2009), .init(.getMonth, time, gives: 1),
            .init(.getDate, time, gives: 13),
            .init(.getDayOfMonth, time, gives: 12), .init(.getDayOfWeek, time, gives: 5),
            .init(.getDayOfYear, time, gives: 43),
            .init(.getHours, time, gives: 23), .init(.getMinutes, time, gives: 31), .init(.getSeconds, time, gives: 30),
            .init(.getMilliseconds, time, gives: 20), .init(.getDayOfWeek, time, "UTC", gives: 5),
            .init(.getDayOfMonth, time, "+11:00", gives: 13), .init(.getDayOfMonth, early, "-02:30", gives: 11),
            .init(.getFullYear, time, "-09:30", gives: 2009), .init(.getHours, time, "02:00", gives: 1),
            .init(.getSeconds, time, "-00:00", gives: 30),
            .init(.getHours, .time("0001-01-01T00:00:00Z"), "-01:00", gives: 23),
            .init(.getFullYear, .time("0001-01-01T00:00:00Z"), "-01:00", gives: 0),
            .init(.getFullYear, .time("9999-12-31T23:00:00Z"), "+01:00", gives: 10_000),
            .init(.getMilliseconds, .time("1969-12-31T23:59:59.999Z"), gives: 999),
            .init(.getSeconds, .time("1969-12-31T23:59:59.999Z"), gives: 59),
            .init(.getHours, time, 1, fails: .noSuchOverload),
            .init(.getHours, 1, fails: .noSuchOverload), .init(.getHours, time, "", fails: .invalidArgument),
            .init(.getHours, time, "+25:00", fails: .invalidArgument),
            .init(.getHours, time, "+2:00", fails: .invalidArgument),
            .init(.getHours, time, "+02:60", fails: .invalidArgument),
            .init(.getHours, time, "+02:00:00", fails: .invalidArgument),
        ])
    func parts(call: FunctionCall) { call.check() }

    @Test(
        "parts of durations",
        arguments: [
            FunctionCall(.getHours, .span("10000s"), gives: 2), .init(.getMinutes, .span("3730s"), gives: 62),
            .init(.getSeconds, .span("3730s"), gives: 3730),
            .init(.getMilliseconds, .span("123.321456789s"), gives: 321),
            .init(.getHours, .span("-90m"), gives: -1), .init(.getMilliseconds, .span("-1.5s"), gives: -500),
            .init(.getFullYear, .span("1s"), fails: .noSuchOverload),
            .init(.getHours, .span("1s"), "UTC", fails: .noSuchOverload),
        ])
    func durations(call: FunctionCall) { call.check() }

    @Test(
        "zones by name",
        arguments: [
            FunctionCall(.getDate, time, "Australia/Sydney", gives: 14),
            .init(.getDayOfMonth, early, "America/St_Johns", gives: 11),
            .init(.getDayOfYear, time, "US/Central", gives: 43), .init(.getMinutes, time, "Asia/Kathmandu", gives: 16),
            .init(.getHours, .time("2024-07-01T12:00:00Z"), "Europe/Paris", gives: 14),
            .init(.getHours, .time("2024-01-01T12:00:00Z"), "Europe/Paris", gives: 13),
            // Ruled by the file's last line, north and south of the equator.
            .init(.getHours, .time("2525-07-01T12:00:00Z"), "Europe/Paris", gives: 14),
            .init(.getHours, .time("2525-01-01T12:00:00Z"), "America/New_York", gives: 7),
            .init(.getHours, .time("2525-01-01T12:00:00Z"), "Australia/Sydney", gives: 23),
            .init(.getHours, .time("2525-07-01T12:00:00Z"), "Australia/Sydney", gives: 22),
            .init(.getHours, .time("2525-07-01T12:00:00Z"), "Asia/Tokyo", gives: 21),
            // The clocks of Paris moved at 01:00 UTC.
            .init(.getHours, .time("2525-03-25T00:59:59Z"), "Europe/Paris", gives: 1),
            .init(.getHours, .time("2525-03-25T01:00:00Z"), "Europe/Paris", gives: 3),
            // Local mean time, 9 min 21 s, before there were zones.
            .init(.getMinutes, .time("1800-01-01T00:00:00Z"), "Europe/Paris", gives: 9),
            .init(.getHours, time, "Etc/GMT-3", gives: 2),
            .init(.getHours, time, "Mars/Olympus", fails: .invalidArgument),
            .init(.getHours, time, "../../../etc/passwd", fails: .invalidArgument),
            .init(.getHours, time, "/etc/localtime", fails: .invalidArgument),
            .init(.getHours, time, "Europe", fails: .invalidArgument),
            .init(.getHours, time, "Europe/", fails: .invalidArgument),
            .init(.getHours, time, "zone.tab", fails: .invalidArgument),
            .init(.getHours, time, "localtime", fails: .invalidArgument),
            .init(.getHours, time, "right/UTC", fails: .invalidArgument),
        ])
    func zones(call: FunctionCall) { call.check() }

    /// Day by day through 800 years, around each year's end and on the hour.
    @Test func datesAreThoseOfSomebodyWhoCountsDays() {
        var (year, month, day, dayOfYear, dayOfWeek) = (1600, 0, 1, 0, 6)
        var seconds: Int64 = -11_676_096_000
        for count in 0..<(146_097 * 2) {
            defer {
                let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
                let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
                (day, dayOfYear, dayOfWeek, seconds) = (day + 1, dayOfYear + 1, (dayOfWeek + 1) % 7, seconds + 86_400)
                if day > lengths[month] { (month, day) = (month + 1, 1) }
                if month == 12 { (year, month, dayOfYear) = (year + 1, 0, 0) }
            }
            guard count % 7 == 0 || dayOfYear < 2 || day > 27 && count % 3 == 0 else { continue }
            guard case .success(let time) = call(.timestamp, [.int(seconds + Int64(count % 86_400))]) else {
                Issue.record("no time at \(seconds)")
                return
            }
            let parts = [Function.getFullYear, .getMonth, .getDate, .getDayOfYear, .getDayOfWeek].map { part in
                (try? call(part, [time]).get())?.text
            }
            #expect(parts == [year, month, day, dayOfYear, dayOfWeek].map { "\($0)" })
        }
    }
}
