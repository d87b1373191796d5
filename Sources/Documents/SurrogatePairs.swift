/// JSON writes characters beyond U+FFFF as two `\u` escapes (RFC 8259 §7); YAML, and so libyaml, has `\U` for them.
enum SurrogatePairs {
    /// The text with each pair `\uD83D\uDE00` as `\U0001F600` behind an escaped line break, which stands for nothing and
    /// keeps every byte in its place; nil when there is no pair. Asked only of text that libyaml has refused.
    static func joined(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var result: [UInt8]?
        var at = 0
        while at + 12 <= bytes.count {
            guard bytes[at] == UInt8(ascii: "\\") else {
                at += 1
                continue
            }
            guard let high = unit(bytes, at), (0xD800..<0xDC00).contains(high), let low = unit(bytes, at + 6),
                (0xDC00..<0xE000).contains(low)
            else {
                // An escaped backslash begins no escape.
                at += 2
                continue
            }
            let scalar = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
            let digits = String(scalar, radix: 16)
            let text = "\\\n\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            if result == nil { result = Array(bytes) }
            result!.replaceSubrange(at..<at + 12, with: text.utf8)
            at += 12
        }
        return result
    }

    /// The code unit of the escape `\uXXXX` at an offset.
    private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt32? {
        guard bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else { return nil }
        return UInt32(String(decoding: bytes[at + 2..<at + 6], as: UTF8.self), radix: 16)
    }
}
