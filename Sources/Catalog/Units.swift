/// Quantities written as text: `90d`, `5MiB`, `12.30`.
package enum Units {
    private static let microsPerUnit: [String: Int64] = [
        "ms": 1_000, "s": 1_000_000, "m": 60_000_000, "h": 3_600_000_000, "d": 86_400_000_000, "w": 604_800_000_000,
    ]
    private static let bytesPerUnit: [String: Int64] = [
        "": 1, "B": 1, "KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000, "TB": 1_000_000_000_000,
        "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30, "TiB": 1 << 40,
    ]

    /// The units of a duration: `d`, `h` …
    package static var durationUnits: [String] { microsPerUnit.sorted { $0.value < $1.value }.map(\.key) }
    /// The units of a size: `MB`, `GiB` …; a size may also be a bare number.
    package static var sizeUnits: [String] {
        bytesPerUnit.filter { !$0.key.isEmpty }.sorted { $0.value < $1.value }.map(\.key)
    }

    /// Microseconds of `90d`, `1h30m`, `-30d`; nil when it is no duration. A day is 24 hours, a week seven days.
    package static func duration(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        var total: Int64 = 0
        let isNegative = text.first == UInt8(ascii: "-")
        var at = isNegative ? 1 : 0
        guard at < text.count else { return nil }
        while at < text.count {
            guard let (value, afterValue) = digits(text, at) else { return nil }
            var end = afterValue
            while end < text.count, !(0x30...0x39).contains(text[end]) { end += 1 }
            guard let unit = microsPerUnit[String(decoding: text[afterValue..<end], as: UTF8.self)] else { return nil }
            let (part, overflow) = value.multipliedReportingOverflow(by: unit)
            let (sum, overflowOfSum) = total.addingReportingOverflow(part)
            if overflow || overflowOfSum { return nil }
            (total, at) = (sum, end)
        }
        return isNegative ? -total : total
    }

    /// Bytes of `5MB`, `64 GiB` or `1024`; nil when it is no size.
    package static func byteSize(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard let (value, end) = digits(text, 0) else { return nil }
        let rest = text[end...].drop { $0 == 0x20 }
        guard let unit = bytesPerUnit[String(decoding: rest, as: UTF8.self)] else { return nil }
        let (bytes, overflow) = value.multipliedReportingOverflow(by: unit)
        return overflow ? nil : bytes
    }

    /// Millionths of a dollar of `12.30`, `$0.005` or `-4`; nil for more than six decimals or no amount.
    package static func micros(ofDollars text: UnsafeBufferPointer<UInt8>) -> Int64? {
        var at = 0
        let isNegative = text.first == UInt8(ascii: "-")
        if isNegative { at += 1 }
        if at < text.count, text[at] == UInt8(ascii: "$") { at += 1 }
        guard let (whole, end) = digits(text, at), whole < 1_000_000_000_000 else { return nil }
        var micros = whole * 1_000_000
        if end < text.count {
            guard text[end] == UInt8(ascii: "."), let (fraction, fractionEnd) = digits(text, end + 1),
                fractionEnd == text.count, fractionEnd - end <= 7
            else { return nil }
            var scale: Int64 = 1_000_000
            for _ in end + 1..<fractionEnd { scale /= 10 }
            micros += fraction * scale
        }
        return isNegative ? -micros : micros
    }

    /// A duration as people write it: the largest units that divide it.
    package static func text(ofDuration micros: Int64) -> String {
        for (unit, size) in [("d", 86_400_000_000), ("h", 3_600_000_000), ("m", 60_000_000), ("s", 1_000_000)]
            as [(String, Int64)]
        where micros != 0 && micros % size == 0 { return "\(micros / size)\(unit)" }
        return micros == 0 ? "0s" : "\(micros / 1_000)ms"
    }

    private static func digits(_ text: UnsafeBufferPointer<UInt8>, _ from: Int) -> (value: Int64, end: Int)? {
        var at = from
        var value: Int64 = 0
        while at < text.count, (0x30...0x39).contains(text[at]) {
            // Sixteen digits leave room for the multiplication by ten.
            guard at - from < 16 else { return nil }
            value = value * 10 + Int64(text[at] - 0x30)
            at += 1
        }
        return at > from ? (value, at) : nil
    }
}
