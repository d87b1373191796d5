/// The bytes that the network notations are made of, and how to read numbers written with them.
///
/// Foundation is not linked, and `Int(_: String)` would accept a sign and need a copy of the text.
enum Ascii {
    static let space = UInt8(ascii: " ")
    static let hyphen = UInt8(ascii: "-")
    static let dot = UInt8(ascii: ".")
    static let slash = UInt8(ascii: "/")
    static let colon = UInt8(ascii: ":")

    /// The value of a decimal digit.
    static func decimal(_ byte: UInt8) -> UInt32? {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? UInt32(byte - UInt8(ascii: "0")) : nil
    }

    /// The value of a hexadecimal digit of either case.
    static func hexadecimal(_ byte: UInt8) -> UInt32? {
        if let digit = decimal(byte) { return digit }
        let lower = byte | 0x20
        return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "f") ? UInt32(lower - UInt8(ascii: "a")) + 10 : nil
    }

    /// A number written in decimal digits alone; nil when another byte or nothing is there.
    ///
    /// Numbers beyond 10^9 come back as 10^9: every number read here has a far lower limit, which the caller checks.
    static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !bytes.isEmpty else { return nil }
        var number = 0
        for byte in bytes {
            guard let digit = decimal(byte) else { return nil }
            number = min(number * 10 + Int(digit), 1_000_000_000)
        }
        return number
    }

    /// The bytes without the spaces at both ends.
    static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard let first = bytes.firstIndex(where: { $0 != space }), let last = bytes.lastIndex(where: { $0 != space })
        else { return UnsafeBufferPointer(rebasing: bytes[0..<0]) }
        return UnsafeBufferPointer(rebasing: bytes[first...last])
    }

    /// Whether the bytes spell a word, which must be given in lower case, in any mixture of cases.
    static func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
        guard bytes.count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { lower in zip(bytes, lower).allSatisfy { lowercased($0) == $1 } }
    }

    /// The byte in lower case when it is a letter.
    static func lowercased(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
    }
}
