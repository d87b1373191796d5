/// The shortest decimal digits that read back as the same double, and how to lay them out.
struct DoubleText {
    /// Decimal digits without leading or trailing zeros; at least one.
    private let digits: [UInt8]
    /// Where the decimal point stands, counted from the first digit: 1.5 has 1, 0.015 has -1.
    private let point: Int
    private let isNegative: Bool

    /// Digits of a finite number.
    private init(finite value: Double) {
        isNegative = value.sign == .minus
        var digits: [UInt8] = []
        var point: Int?
        var exponent = 0
        var hasExponent = false
        var exponentIsNegative = false
        // Swift writes the shortest digits as `d.d`, `d.de-x`.
        for byte in value.magnitude.description.utf8 {
            switch byte {
            case UInt8(ascii: "."): point = digits.count
            case UInt8(ascii: "e"): hasExponent = true
            case UInt8(ascii: "-"): exponentIsNegative = true
            case UInt8(ascii: "+"): break
            default:
                if hasExponent {
                    exponent = exponent * 10 + Int(byte - UInt8(ascii: "0"))
                } else {
                    digits.append(byte)
                }
            }
        }
        var place = (point ?? digits.count) + (exponentIsNegative ? -exponent : exponent)
        while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
        while digits.count > 1, digits.first == UInt8(ascii: "0") {
            digits.removeFirst()
            place -= 1
        }
        self.point = digits == [UInt8(ascii: "0")] ? 1 : place
        self.digits = digits
    }

    /// `NaN`, `Infinity`, `-Infinity`; nil for finite numbers.
    static func special(_ value: Double) -> String? {
        if value.isNaN { return "NaN" }
        return value.isInfinite ? (value < 0 ? "-Infinity" : "Infinity") : nil
    }

    /// As `string(value)` gives it: `1e+06`, `0.0001`. CEL's definition is silent, so this is what cel-go gives: Go's
    /// `strconv.FormatFloat(value, 'g', -1, 64)`.
    static func shortest(_ value: Double) -> String { text(value, exponentFrom: 6) }

    /// A literal that reads back as the same double: `1.0`, `1e+30`.
    static func literal(_ value: Double) -> String {
        if special(value) != nil { return "double(\"\(text(value, exponentFrom: 21))\")" }
        let text = text(value, exponentFrom: 21)
        return text.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "e") } ? text : text + ".0"
    }

    private static func text(_ value: Double, exponentFrom limit: Int) -> String {
        if let special = special(value) { return special }
        let text = DoubleText(finite: value)
        let exponent = text.point - 1
        return exponent < -4 || exponent >= limit ? text.scientific : text.positional
    }

    /// As `%s` gives it: without an exponent, however long.
    static func positional(_ value: Double) -> String {
        special(value) ?? DoubleText(finite: value).positional
    }

    private var sign: String { isNegative ? "-" : "" }

    private var positional: String {
        func text(_ part: some Sequence<UInt8>) -> String { String(decoding: Array(part), as: UTF8.self) }
        func zeros(_ count: Int) -> String { String(repeating: "0", count: max(0, count)) }
        if point <= 0 { return "\(sign)0.\(zeros(-point))\(text(digits))" }
        if point >= digits.count { return "\(sign)\(text(digits))\(zeros(point - digits.count))" }
        return "\(sign)\(text(digits[..<point])).\(text(digits[point...]))"
    }

    private var scientific: String {
        let exponent = point - 1
        let first = String(decoding: digits[..<1], as: UTF8.self)
        let rest = digits.count > 1 ? "." + String(decoding: digits[1...], as: UTF8.self) : ""
        let width = exponent.magnitude < 10 ? "0" : ""
        return "\(sign)\(first)\(rest)e\(exponent < 0 ? "-" : "+")\(width)\(exponent.magnitude)"
    }
}

// MARK: - Reading

extension DoubleText {
    /// A decimal number with an optional exponent, `NaN`, or `Infinity` (`inf`) with an optional sign, the words in any
    /// case. What is beyond the range gives an infinity.
    static func read(_ text: String) -> Double? {
        guard isSpecial(text) || isDecimal(text) else { return nil }
        return Double(text)
    }

    /// Whether it is the name of a number that is not finite.
    static func isSpecial(_ text: String) -> Bool {
        var letters = text.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        if letters == Array("nan".utf8) { return true }
        if letters.first == UInt8(ascii: "+") || letters.first == UInt8(ascii: "-") { letters.removeFirst() }
        return letters == Array("inf".utf8) || letters == Array("infinity".utf8)
    }

    private static func isDecimal(_ text: String) -> Bool {
        var rest = text.utf8[...]
        func skip(_ wanted: String) { if let first = rest.first, wanted.utf8.contains(first) { rest.removeFirst() } }
        func digits() -> Int {
            let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
            rest = rest.dropFirst(count)
            return count
        }
        skip("+-")
        var count = digits()
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            count += digits()
        }
        guard count > 0 else { return false }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            skip("+-")
            guard digits() > 0 else { return false }
        }
        return rest.isEmpty
    }
}
