/// US dollars a unit, exact to a ten-billionth: AWS's offer files give ten decimals.
package struct Rate: Hashable, Comparable, Sendable {
    /// Ten-billionths of a dollar; never negative in a book.
    package var tenBillionths: Int64
    package init(tenBillionths: Int64) { self.tenBillionths = tenBillionths }

    /// One dollar.
    package static let dollar = Rate(tenBillionths: 10_000_000_000)
    /// The highest price that a book may hold: a hundred million dollars a unit.
    package static let highest = Rate(tenBillionths: 1_000_000_000_000_000_000)

    package static func < (a: Rate, b: Rate) -> Bool { a.tenBillionths < b.tenBillionths }

    /// Every decimal there is and no more, at least two: `0.10`, `0.0000004`.
    package var text: String {
        var decimals = String(tenBillionths.magnitude % 10_000_000_000)
        decimals = String(repeating: "0", count: 10 - decimals.count) + decimals
        while decimals.count > 2, decimals.last == "0" { decimals.removeLast() }
        return (tenBillionths < 0 ? "-" : "") + "\(tenBillionths.magnitude / 10_000_000_000).\(decimals)"
    }
}

/// What is wrong with the text of a price.
package enum RateProblem: Error, Hashable, Sendable {
    /// No decimal number at all, or one with a currency sign, a comma, a unit.
    case noNumber
    /// NaN or an infinity, as YAML 1.2 writes them.
    case notFinite
    case negative
    /// Above `Rate.highest`, or with an exponent of more than three digits.
    case tooLarge
    /// Digits beyond the tenth decimal.
    case tooFine
}

extension Rate {
    /// Reads a decimal number, with an exponent or without; nothing is rounded.
    /// `divisor`: what the price is for so many units, such as 1000 requests.
    package init(_ text: UnsafeBufferPointer<UInt8>, divisor: Int64 = 1) throws(RateProblem) {
        var decimal = try Decimal(text)
        guard decimal.digits != 0 else {
            tenBillionths = 0
            return
        }
        if decimal.isNegative { throw .negative }
        decimal.exponent += 10
        // 18 digits and an exponent below 20 stay below 10^38; Int128 holds 1.7 × 10^38.
        guard decimal.exponent < 20 else { throw .tooLarge }
        guard decimal.exponent > -20 else { throw .tooFine }
        var value = Int128(decimal.digits)
        var denominator = Int128(divisor)
        for _ in 0..<max(decimal.exponent, 0) { value *= 10 }
        for _ in 0..<max(-decimal.exponent, 0) { denominator *= 10 }
        guard value % denominator == 0 else { throw .tooFine }
        value /= denominator
        guard value <= Int128(Self.highest.tenBillionths) else { throw .tooLarge }
        tenBillionths = Int64(value)
    }

    /// The same for text in a string.
    package init(_ text: String, divisor: Int64 = 1) throws(RateProblem) {
        let bytes = Array(text.utf8)
        self = try bytes.withUnsafeBufferPointer { bytes throws(RateProblem) in try Rate(bytes, divisor: divisor) }
    }

    /// A number as written: digits without the point, and where the point stands.
    private struct Decimal {
        var isNegative = false
        /// At most 18 significant digits.
        var digits: Int64 = 0
        /// The value is `digits` × 10^`exponent`.
        var exponent = 0

        init(_ text: UnsafeBufferPointer<UInt8>) throws(RateProblem) {
            var at = 0
            if let sign = text.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
                isNegative = sign == UInt8(ascii: "-")
                at = 1
            }
            let rest = text[at...]
            if rest.count == 4,
                [".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"].contains(where: { rest.elementsEqual($0.utf8) })
            {
                throw .notFinite
            }
            var seen = 0
            var zeros = 0
            var hasPoint = false
            while at < text.count {
                let byte = text[at]
                if byte == UInt8(ascii: "."), !hasPoint {
                    hasPoint = true
                } else if (0x30...0x39).contains(byte) {
                    seen += 1
                    if hasPoint { exponent -= 1 }
                    try add(byte - 0x30, zeros: &zeros)
                } else {
                    break
                }
                at += 1
            }
            guard seen > 0 else { throw .noNumber }
            exponent += zeros
            if at < text.count { exponent += try Self.exponent(text[at...]) }
        }

        /// Zeros are held back until another digit follows, so that `0.1000000000000000000000` needs one digit.
        private mutating func add(_ digit: UInt8, zeros: inout Int) throws(RateProblem) {
            guard digit != 0 else {
                zeros += digits == 0 ? 0 : 1
                return
            }
            for _ in 0...zeros {
                guard digits < 100_000_000_000_000_000 else { throw exponent < -10 ? .tooFine : .tooLarge }
                digits *= 10
            }
            digits += Int64(digit)
            zeros = 0
        }

        private static func exponent(_ text: Slice<UnsafeBufferPointer<UInt8>>) throws(RateProblem) -> Int {
            guard let mark = text.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else {
                throw .noNumber
            }
            var digits = text.dropFirst()
            let isNegative = digits.first == UInt8(ascii: "-")
            if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
            guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .noNumber }
            guard digits.count <= 3 else { throw isNegative ? .tooFine : .tooLarge }
            let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
            return isNegative ? -value : value
        }
    }
}
