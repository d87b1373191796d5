internal import Calendar

extension Instant {
    /// RFC 3339 in UTC, with as many digits of the second as are needed: `2024-02-29T12:00:00.5Z`.
    package var text: String {
        let time = CivilTime(self)
        let date = "\(digits(time.date.year, 4))-\(digits(time.date.month))-\(digits(time.date.day))"
        let clock = "\(digits(time.hour)):\(digits(time.minute)):\(digits(time.second))"
        return "\(date)T\(clock)\(fraction(time.nanosecond))Z"
    }

    /// Reads RFC 3339 (https://www.rfc-editor.org/rfc/rfc3339#section-5.6), in the years 1 to 9999 of UTC. Digits beyond
    /// the nanosecond are dropped; leap seconds have no place on this scale.
    package init(rfc3339 text: String) throws(EvaluationError) {
        guard let nanoseconds = text.withBytes(Self.nanoseconds) else {
            throw EvaluationError(
                .conversion, "\(Value.string(text).text) is no RFC 3339 timestamp, or out of its range, years 1 to 9999"
            )
        }
        guard let instant = Instant(nanoseconds: nanoseconds) else {
            throw EvaluationError(.range, "timestamp \(Value.string(text).text) is out of range: years 1 to 9999")
        }
        self = instant
    }

    private static func nanoseconds(_ text: UnsafeBufferPointer<UInt8>) -> Int128? {
        var reader = DigitReader(text)
        guard let year = reader.number(digits: 4), reader.skip("-"), let month = reader.number(digits: 2),
            reader.skip("-"), let day = reader.number(digits: 2),
            let date = CivilDate(year: year, month: month, day: day), reader.skip("T") || reader.skip("t"),
            let hour = reader.number(digits: 2), reader.skip(":"), let minute = reader.number(digits: 2),
            reader.skip(":"), let second = reader.number(digits: 2), hour < 24, minute < 60, second < 60
        else { return nil }
        var nanosecond = 0
        if reader.skip(".") {
            guard let fraction = reader.fraction() else { return nil }
            nanosecond = fraction
        }
        var offset = 0
        if !reader.skip("Z"), !reader.skip("z") {
            let isWest = reader.skip("-")
            guard isWest || reader.skip("+"), let hours = reader.number(digits: 2), reader.skip(":"),
                let minutes = reader.number(digits: 2), hours < 24, minutes < 60
            else { return nil }
            offset = (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
        }
        guard reader.isAtEnd else { return nil }
        let seconds = date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second - offset
        return Int128(seconds) * 1_000_000_000 + Int128(nanosecond)
    }
}

extension TimeSpan {
    /// Seconds: `5400s`, `-0.25s`.
    package var text: String {
        let (seconds, rest) = nanoseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
        return "\(nanoseconds < 0 ? "-" : "")\(seconds)\(fraction(Int(rest)))s"
    }

    /// Reads numbers with the units `h`, `m`, `s`, `ms`, `us` (or `µs`) and `ns` one after the other, with an optional
    /// sign before all; `0` needs no unit. Parts of a nanosecond are dropped.
    ///
    /// CEL asks for seconds only (langdef.md); this is the form that its implementations read
    /// (https://pkg.go.dev/time#ParseDuration).
    package init(parsing text: String) throws(EvaluationError) {
        guard let nanoseconds = text.withBytes(Self.nanoseconds) else {
            throw EvaluationError(
                .conversion, "\(Value.string(text).text) is no duration, such as \"1h30m\" or \"2.5s\"")
        }
        guard let span = TimeSpan(nanoseconds: nanoseconds) else {
            throw EvaluationError(
                .range, "duration \(Value.string(text).text) is out of range: at most 10000 years either way")
        }
        self = span
    }

    private static func nanoseconds(_ text: UnsafeBufferPointer<UInt8>) -> Int128? {
        var reader = DigitReader(text)
        let isNegative = reader.skip("-")
        if !isNegative { _ = reader.skip("+") }
        if reader.rest.elementsEqual("0".utf8) { return 0 }
        var total: Int128 = 0
        repeat {
            let whole = reader.number()
            var fraction: Int128?
            if reader.skip(".") { fraction = reader.attos() }
            guard whole != nil || fraction != nil, let unit = reader.unit() else { return nil }
            total += (whole ?? 0) * unit + (fraction ?? 0) * unit / 1_000_000_000_000_000_000
            // Beyond the range, and whatever follows cannot lead back into it.
            total = min(total, 1 << 100)
        } while !reader.isAtEnd
        return isNegative ? -total : total
    }
}

private func digits(_ value: Int, _ width: Int = 2) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}

/// Nanoseconds as digits after a point; nothing for none.
private func fraction(_ nanoseconds: Int) -> String {
    guard nanoseconds > 0 else { return "" }
    var text = Substring(digits(nanoseconds, 9))
    while text.utf8.last == UInt8(ascii: "0") { text.removeLast() }
    return "." + text
}

/// Reads numbers from bytes.
private struct DigitReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { at == bytes.count }

    var rest: Slice<UnsafeBufferPointer<UInt8>> { bytes[at...] }

    mutating func skip(_ byte: Unicode.Scalar) -> Bool {
        guard at < bytes.count, bytes[at] == UInt8(ascii: byte) else { return false }
        at += 1
        return true
    }

    private mutating func digit() -> Int? {
        guard at < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) else { return nil }
        at += 1
        return Int(bytes[at - 1] - UInt8(ascii: "0"))
    }

    /// Exactly so many digits.
    mutating func number(digits: Int) -> Int? {
        var value = 0
        for _ in 0..<digits {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// One digit or more; what exceeds 10^24 counts as 10^24, which is out of range in any unit.
    mutating func number() -> Int128? {
        guard let first = digit() else { return nil }
        var value = Int128(first)
        while let digit = digit() { value = min(value * 10 + Int128(digit), 1_000_000_000_000_000_000_000_000) }
        return value
    }

    /// Nanoseconds after the point; further digits are skipped.
    mutating func fraction() -> Int? { attos().map { Int($0 / 1_000_000_000) } }

    /// 10^-18 after the point; further digits are skipped.
    mutating func attos() -> Int128? {
        var value: Int128 = 0
        var scale: Int128 = 1_000_000_000_000_000_000
        let start = at
        while let digit = digit() {
            scale /= 10
            value += Int128(digit) * scale
        }
        return at > start ? value : nil
    }

    /// Nanoseconds in the unit that follows.
    mutating func unit() -> Int128? {
        if skip("h") { return 3_600_000_000_000 }
        if skip("m") { return skip("s") ? 1_000_000 : 60_000_000_000 }
        if skip("s") { return 1_000_000_000 }
        if skip("n") { return skip("s") ? 1 : nil }
        if skip("u") { return skip("s") ? 1_000 : nil }
        // µ is either U+00B5, the micro sign, or U+03BC, the Greek letter.
        for micro in ["\u{B5}", "\u{3BC}"] where rest.starts(with: micro.utf8) {
            at += 2
            return skip("s") ? 1_000 : nil
        }
        return nil
    }
}
