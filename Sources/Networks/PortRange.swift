/// Why a text is no port or range of ports.
package enum PortRangeError: Error, Hashable, Sendable {
    /// A part is not written in decimal digits.
    case notANumber
    /// A port exceeds 65535.
    case outOfRange
    /// The first port exceeds the last: `443-80`.
    case reversed(low: Int, high: Int)
}

/// Consecutive transport ports, both ends included (RFC 6335; AWS `FromPort` and `ToPort`).
package struct PortRange: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The first port.
    package let low: UInt16
    /// The last port; not below `low`.
    package let high: UInt16

    /// Every port, 0–65535.
    package static let all = PortRange(low: 0, high: .max)

    /// The ports from `low` to `high`, which must not be below it.
    package init(low: UInt16, high: UInt16) {
        precondition(low <= high, "a port range must not be reversed")
        self.low = low
        self.high = high
    }

    /// One port.
    package init(_ port: UInt16) { self.init(low: port, high: port) }

    /// Reads `443`, `8000-8100`, `all`, or `-1`, which AWS writes for all; spaces around numbers are skipped.
    package init(parsing bytes: UnsafeBufferPointer<UInt8>) throws(PortRangeError) {
        let text = Ascii.trimmed(bytes)
        if Ascii.matches(text, "all") || Ascii.matches(text, "-1") {
            self = .all
            return
        }
        guard let hyphen = text.firstIndex(of: Ascii.hyphen) else {
            self.init(try PortRange.port(text))
            return
        }
        let low = try PortRange.port(UnsafeBufferPointer(rebasing: text[..<hyphen]))
        let high = try PortRange.port(UnsafeBufferPointer(rebasing: text[(hyphen + 1)...]))
        guard low <= high else { throw .reversed(low: Int(low), high: Int(high)) }
        self.init(low: low, high: high)
    }

    /// Reads a range as `init(parsing:)` does.
    package init(_ text: String) throws(PortRangeError) {
        var text = text
        let result = text.withUTF8 { bytes in
            Result { () throws(PortRangeError) in try PortRange(parsing: bytes) }
        }
        self = try result.get()
    }

    private static func port(_ bytes: UnsafeBufferPointer<UInt8>) throws(PortRangeError) -> UInt16 {
        guard let number = Ascii.number(Ascii.trimmed(bytes)) else { throw .notANumber }
        guard let port = UInt16(exactly: number) else { throw .outOfRange }
        return port
    }

    /// How many ports: 1...65536.
    package var count: Int { Int(high) - Int(low) + 1 }

    /// Whether the port lies in the range.
    package func contains(_ port: UInt16) -> Bool { low <= port && port <= high }

    /// Whether every port of the other range lies in this one.
    package func contains(_ other: PortRange) -> Bool { low <= other.low && other.high <= high }

    /// Whether the ranges have a port in common.
    package func overlaps(_ other: PortRange) -> Bool { low <= other.high && other.low <= high }

    /// By the first port, then by the last.
    package static func < (left: Self, right: Self) -> Bool { (left.low, left.high) < (right.low, right.high) }

    /// `443`, `8000-8100`, or `all`; what `init(_:)` reads back.
    package var description: String {
        if self == .all { return "all" }
        return low == high ? "\(low)" : "\(low)-\(high)"
    }
}

extension PortRange {
    /// Cuts 0–65535 at both ends of every range: each piece lies inside or outside each of the ranges as a whole.
    ///
    /// This lets a question about 65536 ports be put to at most two pieces a range.
    static func pieces(cutBy ranges: some Sequence<PortRange>) -> [PortRange] {
        var starts: Set<UInt16> = [0]
        for range in ranges {
            starts.insert(range.low)
            if range.high < .max { starts.insert(range.high + 1) }
        }
        let sorted = starts.sorted()
        return sorted.indices.map { index in
            PortRange(low: sorted[index], high: index + 1 < sorted.count ? sorted[index + 1] - 1 : .max)
        }
    }

    /// Whether the ranges together hold every port from 0 to 65535.
    static func isWhole(_ ranges: [PortRange]) -> Bool {
        PortRange.all.isCovered(by: ranges)
    }

    /// Whether every port of this range lies in one of the others.
    func isCovered(by ranges: [PortRange]) -> Bool {
        var next = Int(low)
        for range in ranges.sorted() where Int(range.low) <= next { next = max(next, Int(range.high) + 1) }
        return next > Int(high)
    }
}
