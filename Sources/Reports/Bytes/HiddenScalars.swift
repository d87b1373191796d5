/// Characters that no report passes on as they are, found in UTF-8 without decoding the rest: those of
/// `VisibleText` (controls, line separators, bidirectional overrides, the byte order mark) and the two
/// non-characters that XML 1.0 forbids.
enum HiddenScalars {
    /// Whether a byte may begin such a character. Nearly every byte of an inventory ends here.
    @inline(__always)
    static func mayBegin(with byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
    }

    /// The hidden character that begins at `index`, and its length in bytes; nil where a harmless one does.
    static func scalar(
        at index: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> (value: UInt32, length: Int)? {
        let byte = bytes[index]
        if byte < 0x20 || byte == 0x7F { return (UInt32(byte), 1) }
        if byte == 0xC2 {
            guard index + 1 < bytes.count, bytes[index + 1] < 0xA0 else { return nil }
            return (UInt32(bytes[index + 1]), 2)
        }
        guard byte == 0xE2 || byte == 0xEF, index + 2 < bytes.count else { return nil }
        let value =
            UInt32(byte & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
        switch value {
        case 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: return (value, 3)
        default: return nil
        }
    }
}
