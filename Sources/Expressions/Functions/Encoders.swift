/// CEL's encoders extension (https://github.com/google/cel-go/blob/master/ext/README.md#encoders): Base 64 as RFC 4648,
/// section 4 has it (https://www.rfc-editor.org/rfc/rfc4648#section-4).
enum Encoders {
    static let definitions: [FunctionDefinition] = [
        FunctionDefinition(
            .base64Encode, [.global(.bytes, gives: .string)], "Bytes in Base 64.",
            example: "base64.encode(b'hello') == 'aGVsbG8='",
            one: { (value) throws(EvaluationError) in
                guard case .bytes(let bytes) = value else { return nil }
                try Limit.check(bytes: (bytes.count + 2) / 3 * 4, .base64Encode)
                return .string(encoded(bytes))
            }),
        FunctionDefinition(
            .base64Decode, [.global(.string, gives: .bytes)],
            "The bytes of a Base 64 text, with or without its final `=`.",
            example: "base64.decode('aGVsbG8') == b'hello'",
            one: { (value) throws(EvaluationError) in
                guard case .string(let text) = value else { return nil }
                guard let bytes = text.withBytes(decoded) else {
                    throw EvaluationError(.invalidArgument, "base64.decode: the text is no Base 64")
                }
                return .bytes(bytes)
            }),
    ]

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static func encoded(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits: UInt32 = 0
            for byte in group { bits = bits << 8 | UInt32(byte) }
            bits <<= UInt32(24 - 8 * group.count)
            for place in 0..<4 {
                text.append(
                    place <= group.count ? alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func decoded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var digits = text[...]
        if text.count % 4 == 0 {
            for _ in 0..<2 where digits.last == UInt8(ascii: "=") { digits.removeLast() }
        }
        guard digits.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count * 3 / 4)
        var bits: UInt32 = 0
        var count = 0
        for digit in digits {
            guard let value = value(digit) else { return nil }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }

    private static func value(_ digit: UInt8) -> UInt32? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
