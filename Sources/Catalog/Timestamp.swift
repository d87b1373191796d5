internal import Calendar

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
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        var seconds = Int64(date.daysSince1970) * 86_400
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
        let date = CivilDate(daysSince1970: Int(days))
        func pad(_ value: Int, _ width: Int = 2) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return
            "\(pad(date.year, 4))-\(pad(date.month))-\(pad(date.day))T\(pad(rest / 3600)):\(pad(rest / 60 % 60)):\(pad(rest % 60))Z"
    }
}
