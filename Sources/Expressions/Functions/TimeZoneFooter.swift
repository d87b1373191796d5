internal import Calendar

/// The rule for the times after the last transition of a TZif file: a POSIX TZ string such as
/// `EST5EDT,M3.2.0,M11.1.0` (https://www.rfc-editor.org/rfc/rfc9636#section-3.3,
/// https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html#tag_08_03).
struct TimeZoneFooter: Sendable {
    /// Seconds east of UTC.
    private var standard: Int
    private var daylight: Daylight?

    private struct Daylight: Sendable {
        var offset: Int
        var start: Change
        var end: Change
    }

    /// A day of each year, and the seconds from its midnight, which may be negative or beyond the day.
    private struct Change: Sendable {
        enum Day: Sendable {
            /// 1 to 365; 29 February is never counted.
            case julian(Int)
            /// 0 to 365
            case zeroBased(Int)
            /// The weekday (0 for Sunday) of the week (5 for the last) of the month.
            case weekday(month: Int, week: Int, day: Int)
        }

        var day: Day
        var time: Int

        /// Seconds since 1970 on the zone's own clock.
        func localTime(in year: Int) -> Int {
            guard let newYear = CivilDate(year: year, month: 1, day: 1)?.daysSince1970 else { return 0 }
            let day: Int
            switch self.day {
            case .julian(let number): day = newYear + number - (CivilDate.isLeap(year) && number >= 60 ? 0 : 1)
            case .zeroBased(let number): day = newYear + number
            case .weekday(let month, let week, let weekday):
                guard let first = CivilDate(year: year, month: month, day: 1)?.daysSince1970 else { return 0 }
                let ahead = (weekday - CivilDate.dayOfWeek(daysSince1970: first) + 7) % 7
                let number = ahead + 7 * (week - 1)
                day = first + (number < CivilDate.days(inMonth: month, of: year) ? number : number - 7)
            }
            return day * 86_400 + time
        }
    }

    /// Seconds east of UTC at a number of seconds since 1970.
    func offset(at time: Int) -> Int {
        guard let daylight else { return standard }
        let local = time + standard
        let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        let year = CivilDate(daysSince1970: days).year
        // Times of change reach a week into the neighbouring years at most.
        for year in [year - 1, year, year + 1] {
            let start = daylight.start.localTime(in: year) - standard
            var end = daylight.end.localTime(in: year) - daylight.offset
            // South of the equator it begins in one year and ends in the next.
            if end < start { end = daylight.end.localTime(in: year + 1) - daylight.offset }
            if start <= time, time < end { return daylight.offset }
        }
        return standard
    }
}

// MARK: - Reading

extension TimeZoneFooter {
    /// Nil for text of another form.
    init?(_ text: String) {
        var reader = Reader(rest: text.utf8[...])
        guard reader.skipName(), let west = reader.time(maximum: 24) else { return nil }
        standard = -west
        guard !reader.rest.isEmpty else { return }
        guard reader.skipName() else { return nil }
        // Without an offset of its own it is an hour ahead.
        var offset = standard + 3600
        if reader.rest.first != UInt8(ascii: ",") {
            guard let west = reader.time(maximum: 24) else { return nil }
            offset = -west
        }
        guard let start = reader.change(), let end = reader.change(), reader.rest.isEmpty else { return nil }
        daylight = Daylight(offset: offset, start: start, end: end)
    }

    private struct Reader {
        var rest: Substring.UTF8View

        mutating func skip(_ byte: Unicode.Scalar) -> Bool {
            guard rest.first == UInt8(ascii: byte) else { return false }
            rest.removeFirst()
            return true
        }

        /// Letters, or anything in angle brackets.
        mutating func skipName() -> Bool {
            if skip("<") {
                guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
                rest = rest[rest.index(after: end)...]
                return true
            }
            let name = rest.prefix { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }
            rest = rest.dropFirst(name.count)
            return name.count >= 3
        }

        mutating func number(maximum: Int) -> Int? {
            let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
            guard (1...3).contains(digits.count), let number = Int(String(Substring(digits))), number <= maximum else {
                return nil
            }
            rest = rest.dropFirst(digits.count)
            return number
        }

        /// `[+-]hh[:mm[:ss]]` in seconds.
        mutating func time(maximum: Int) -> Int? {
            let isNegative = skip("-")
            if !isNegative { _ = skip("+") }
            guard let hours = number(maximum: maximum) else { return nil }
            var seconds = hours * 3600
            for unit in [60, 1] where skip(":") {
                guard let part = number(maximum: 59) else { return nil }
                seconds += part * unit
            }
            return isNegative ? -seconds : seconds
        }

        /// `,date[/time]`; the time is 2 o'clock unless given, and within a week of the day (RFC 9636, 3.3.1).
        mutating func change() -> Change? {
            guard skip(","), let day = day() else { return nil }
            guard skip("/") else { return Change(day: day, time: 7200) }
            return time(maximum: 167).map { Change(day: day, time: $0) }
        }

        private mutating func day() -> Change.Day? {
            if skip("M") {
                guard let month = number(maximum: 12), skip("."), let week = number(maximum: 5), skip("."),
                    let day = number(maximum: 6), month > 0, week > 0
                else { return nil }
                return .weekday(month: month, week: week, day: day)
            }
            if skip("J") {
                guard let number = number(maximum: 365), number > 0 else { return nil }
                return .julian(number)
            }
            return number(maximum: 365).map { .zeroBased($0) }
        }
    }
}
