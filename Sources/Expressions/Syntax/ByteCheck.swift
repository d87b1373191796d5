/// Finds the first byte of a text that is no UTF-8 (https://www.rfc-editor.org/rfc/rfc3629#section-4).
enum ByteCheck {
    static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var at = 0
        let raw = UnsafeRawBufferPointer(bytes)
        while at < bytes.count {
            if at + 8 <= raw.count, raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                at += 8
                continue
            }
            guard bytes[at] >= 0x80 else {
                at += 1
                continue
            }
            let length = length(bytes, at)
            if length == 0 { return at }
            at += length
        }
        return nil
    }

    /// Bytes of the character beyond ASCII that begins here; 0 where none does.
    private static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        let lead = bytes[at]
        func follows(_ count: Int, _ second: ClosedRange<UInt8>) -> Int {
            guard at + count < bytes.count, second.contains(bytes[at + 1]) else { return 0 }
            for next in 1...count where bytes[at + next] & 0xC0 != 0x80 { return 0 }
            return count + 1
        }
        switch lead {
        case 0xC2...0xDF: return follows(1, 0x80...0xBF)
        case 0xE0: return follows(2, 0xA0...0xBF)
        case 0xED: return follows(2, 0x80...0x9F)
        case 0xE1...0xEF: return follows(2, 0x80...0xBF)
        case 0xF0: return follows(3, 0x90...0xBF)
        case 0xF4: return follows(3, 0x80...0x8F)
        case 0xF1...0xF3: return follows(3, 0x80...0xBF)
        default: return 0
        }
    }
}
