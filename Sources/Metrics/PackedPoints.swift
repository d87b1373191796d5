/// The points of a series in as few bytes as hold them exactly.
///
/// What CloudWatch and people write are decimals: they are kept as whole numbers of one common scale, 1, 2, 4 or 8 bytes
/// each, and become doubles again by one division, which IEEE 754 rounds correctly as long as both operands are exact. A
/// series with a number beyond that is kept as doubles.
package struct PackedPoints: Hashable, Sendable, BitwiseCopyable {
    /// Where the bytes begin in their store.
    package var offset: Int
    package var count: Int
    /// Bytes a point.
    var width: UInt8
    /// Digits behind the decimal point; `doubles` for bit patterns.
    var scale: UInt8

    static let doubles: UInt8 = 0xFF
    static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    /// Appends the points to `out`; NaN is a missing one.
    package func unpack(_ bytes: UnsafeRawBufferPointer, into out: inout [Double]) {
        out.reserveCapacity(out.count + count)
        switch width {
        case 1: unpack(bytes, as: Int8.self, &out)
        case 2: unpack(bytes, as: Int16.self, &out)
        case 4: unpack(bytes, as: Int32.self, &out)
        default:
            guard scale == Self.doubles else { return unpack(bytes, as: Int64.self, &out) }
            for index in 0..<count {
                let bits = bytes.loadUnaligned(fromByteOffset: offset + index * 8, as: UInt64.self)
                out.append(Double(bitPattern: bits))
            }
        }
    }

    private func unpack<Number: FixedWidthInteger & BitwiseCopyable>(
        _ bytes: UnsafeRawBufferPointer, as type: Number.Type, _ out: inout [Double]
    ) {
        let power = Self.powers[Int(scale)]
        for index in 0..<count {
            let number = bytes.loadUnaligned(fromByteOffset: offset + index * Int(width), as: Number.self)
            out.append(number == .min ? .nan : Double(number) / power)
        }
    }
}

/// Takes points one by one and packs them.
package struct PointPacker: Sendable {
    private struct Decimal: BitwiseCopyable {
        var digits: Int64
        var scale: UInt8
    }

    private var decimals: ContiguousArray<Decimal> = []
    private var others: [Int: Double] = [:]
    private static let missing = Int64.min
    /// Whole numbers up to here are exact as doubles.
    private static let exact: Int64 = 1 << 53

    package init() {}

    package var count: Int { decimals.count }

    package mutating func appendMissing() { decimals.append(Decimal(digits: Self.missing, scale: 0)) }

    package mutating func append(_ value: Double) {
        guard value.isFinite, value == value.rounded(), value.magnitude < Double(Self.exact) else {
            others[decimals.count] = value
            return decimals.append(Decimal(digits: 0, scale: 0))
        }
        decimals.append(Decimal(digits: Int64(value), scale: 0))
    }

    /// A decimal number such as `12`, `-0.5` or `1.5e-3`; false when the text is none, or not finite.
    package mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var at = 0
        let isNegative = text.first == UInt8(ascii: "-")
        if isNegative || text.first == UInt8(ascii: "+") { at = 1 }
        var digits: Int64 = 0
        var (seen, scale) = (0, 0)
        var isFraction = false
        while at < text.count {
            let byte = text[at]
            let digit = byte &- 0x30
            if digit < 10 {
                guard seen < 15 else { return appendSlowly(text) }
                digits = digits &* 10 &+ Int64(digit)
                seen += digits == 0 ? 0 : 1
                scale += isFraction ? 1 : 0
            } else if byte == UInt8(ascii: "."), !isFraction {
                isFraction = true
            } else {
                return appendSlowly(text)
            }
            at += 1
        }
        guard at > (isNegative ? 1 : 0), scale <= 15, text.last != UInt8(ascii: "."), text.last != UInt8(ascii: "+")
        else { return appendSlowly(text) }
        while scale > 0, digits % 10 == 0 {
            digits /= 10
            scale -= 1
        }
        decimals.append(Decimal(digits: isNegative ? -digits : digits, scale: UInt8(scale)))
        return true
    }

    private mutating func appendSlowly(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let isNumber =
            text.contains { (0x30...0x39).contains($0) }
            && text.allSatisfy { byte in
                (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
            }
        guard isNumber, let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else { return false }
        append(value)
        return true
    }

    /// Number of the first point for which `holds`.
    package func firstIndex(where holds: (Double) -> Bool) -> Int? {
        decimals.indices.first { index in
            decimals[index].digits != Self.missing
                && holds(
                    others[index]
                        ?? Double(decimals[index].digits) / PackedPoints.powers[Int(decimals[index].scale)])
        }
    }

    /// The least of the points; nil when there is none.
    package var least: Double? { values.min() }
    /// The greatest of the points; nil when there is none.
    package var greatest: Double? { values.max() }

    private var values: some Sequence<Double> {
        decimals.indices.lazy.filter { decimals[$0].digits != Self.missing }.map { index in
            others[index] ?? Double(decimals[index].digits) / PackedPoints.powers[Int(decimals[index].scale)]
        }
    }

    /// Writes the points to `store`, and is empty again.
    package mutating func pack(into store: inout ContiguousArray<UInt8>) -> PackedPoints {
        defer {
            decimals.removeAll(keepingCapacity: true)
            others.removeAll(keepingCapacity: true)
        }
        var result = PackedPoints(offset: store.count, count: decimals.count, width: 8, scale: PackedPoints.doubles)
        guard others.isEmpty, let (scale, greatest) = commonScale() else {
            for index in decimals.indices {
                let value: Double =
                    decimals[index].digits == Self.missing
                    ? .nan
                    : others[index] ?? Double(decimals[index].digits)
                        / PackedPoints.powers[Int(decimals[index].scale)]
                withUnsafeBytes(of: value.bitPattern) { store.append(contentsOf: $0) }
            }
            return result
        }
        result.scale = scale
        // The least number of each width stands for a missing point.
        switch greatest {
        case ...Int64(Int8.max): result.width = 1
        case ...Int64(Int16.max): result.width = 2
        case ...Int64(Int32.max): result.width = 4
        default: result.width = 8
        }
        for decimal in decimals {
            let digits = decimal.digits == Self.missing ? Self.missing : decimal.digits * factor(scale - decimal.scale)
            switch result.width {
            case 1: store.append(UInt8(bitPattern: digits == Self.missing ? .min : Int8(digits)))
            case 2: withUnsafeBytes(of: digits == Self.missing ? .min : Int16(digits)) { store.append(contentsOf: $0) }
            case 4: withUnsafeBytes(of: digits == Self.missing ? .min : Int32(digits)) { store.append(contentsOf: $0) }
            default: withUnsafeBytes(of: digits) { store.append(contentsOf: $0) }
            }
        }
        return result
    }

    /// The scale that all points have in common, and the greatest magnitude in it; nil where one is no longer exact.
    private func commonScale() -> (scale: UInt8, greatest: Int64)? {
        var scale: UInt8 = 0
        for decimal in decimals { scale = max(scale, decimal.scale) }
        var greatest: Int64 = 0
        for decimal in decimals where decimal.digits != Self.missing {
            let (product, overflow) = decimal.digits.magnitude.multipliedReportingOverflow(
                by: UInt64(factor(scale - decimal.scale)))
            guard !overflow, product <= UInt64(Self.exact) else { return nil }
            greatest = max(greatest, Int64(product))
        }
        return (scale, greatest)
    }

    private func factor(_ power: UInt8) -> Int64 {
        var factor: Int64 = 1
        for _ in 0..<power { factor *= 10 }
        return factor
    }
}
