/// How plain text is read when a type asks for a boolean or a number: YAML 1.2 core schema, nothing more.
package enum ScalarForms {
    /// `true`, `True`, `TRUE`, `false`, `False`, `FALSE` (YAML 1.2.2 §10.3.2); nil for everything else, `yes` and `on` included.
    package static func bool(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
        switch text.count {
        case 4:
            return text.elementsEqual("true".utf8) || text.elementsEqual("True".utf8) || text.elementsEqual("TRUE".utf8)
                ? true : nil
        case 5:
            return text.elementsEqual("false".utf8) || text.elementsEqual("False".utf8)
                || text.elementsEqual("FALSE".utf8)
                ? false : nil
        default: return nil
        }
    }

    /// Whether YAML 1.1 would have read the text as a boolean, for a better message.
    package static func isOldBool(_ text: String) -> Bool {
        ["yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
    }

    /// Decimal digits with an optional sign; nil when it is something else or does not fit in 63 bits.
    package static func int(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        var at = 0
        let isNegative = text.first == UInt8(ascii: "-")
        if isNegative || text.first == UInt8(ascii: "+") { at = 1 }
        guard at < text.count, text.count - at <= 18 else { return nil }
        var value: Int64 = 0
        while at < text.count {
            let digit = text[at] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            // At most 18 digits, so the value stays below 10^18 < 2^63.
            value = value &* 10 &+ Int64(digit)
            at += 1
        }
        return isNegative ? -value : value
    }

    /// A finite decimal number, with optional exponent.
    package static func double(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        let isNumber = text.allSatisfy { (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }
        guard isNumber, let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else { return nil }
        return value
    }
}
