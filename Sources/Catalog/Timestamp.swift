/// A point in time, microseconds since 1970-01-01T00:00:00Z.
package struct Timestamp: Hashable, Comparable, Sendable {
    package var micros: Int64
    package init(micros: Int64) { self.micros = micros }
    package static func < (a: Timestamp, b: Timestamp) -> Bool { a.micros < b.micros }

    /// RFC 3339 with `T` or a space, an optional fraction and `Z` or an offset; a date alone is its first moment in UTC.
    /// Nil for anything else, dates that do not exist included.
    package init?(parsing text: UnsafeBufferPointer<UInt8>) {
        func number(_ from: Int, _ count: Int) -> Int? {
            guard from + count <= text.count else { return nil }
            var value = 0
            for byte in text[from..<from + count] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        func has(_ byte: Character, _ at: Int) -> Bool { at < text.count && text[at] == byte.asciiValue }

        guard let year = number(0, 4), has("-", 4), let month = number(5, 2), has("-", 7), let day = number(8, 2),
            (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        var seconds = Self.dayNumber(year, month, day) * 86_400
        if text.count == 10 {
            guard year > 0 else { return nil }
            micros = seconds * 1_000_000
            return
        }
        guard has("T", 10) || has("t", 10) || has(" ", 10), let hour = number(11, 2), has(":", 13),
            let minute = number(14, 2),
            has(":", 16), let second = number(17, 2), hour < 24, minute < 60, second <= 60
        else { return nil }
        seconds += Int64(hour * 3600 + minute * 60 + min(second, 59))
        var at = 19
        var fraction: Int64 = 0
        if has(".", at) {
            at += 1
            var scale: Int64 = 100_000
            let start = at
            while at < text.count, (0x30...0x39).contains(text[at]) {
                fraction += Int64(text[at] - 0x30) * scale
                scale /= 10
                at += 1
            }
            guard at > start else { return nil }
        }
        if has("Z", at) || has("z", at) {
            at += 1
        } else if has("+", at) || has("-", at) {
            guard let hours = number(at + 1, 2), has(":", at + 3), let minutes = number(at + 4, 2), hours < 24,
                minutes < 60
            else { return nil }
            seconds -= (has("-", at) ? -1 : 1) * Int64(hours * 3600 + minutes * 60)
            at += 6
        } else {
            return nil
        }
        // Years 0001 to 9999, also where an offset leads across their ends (RFC 3339 has four digits, CEL no year 0).
        guard at == text.count, (-62_135_596_800..<253_402_300_800).contains(seconds) else { return nil }
        micros = seconds * 1_000_000 + fraction
    }

    package init?(_ text: String) {
        var text = text
        guard let value = text.withUTF8({ Timestamp(parsing: $0) }) else { return nil }
        self = value
    }

    /// RFC 3339 in UTC, to the second.
    package var text: String {
        let seconds = micros >= 0 ? micros / 1_000_000 : (micros - 999_999) / 1_000_000
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let rest = Int(seconds - days * 86_400)
        let (year, month, day) = Self.civil(days)
        func pad(_ value: Int, _ width: Int = 2) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(pad(year, 4))-\(pad(month))-\(pad(day))T\(pad(rest / 3600)):\(pad(rest / 60 % 60)):\(pad(rest % 60))Z"
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    // Days since 1970-01-01 of a civil date and back, proleptic Gregorian; the year is taken to begin in March so that
    // the leap day comes last (method: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
        let y = Int64(month <= 2 ? year - 1 : year)
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = Int64((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1)
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func civil(_ days: Int64) -> (Int, Int, Int) {
        let z = days + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let m = (5 * dayOfYear + 2) / 153
        let month = Int(m < 10 ? m + 3 : m - 9)
        return (Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0), month, Int(dayOfYear - (153 * m + 2) / 5 + 1))
    }
}
