package import Diagnostics

/// JSON as the YAML reader takes it.
package enum JSONText {
    /// The file with the characters that JSON may hold as they are and YAML may not (U+007F–U+009F but U+0085, U+FEFF,
    /// U+FFFE, U+FFFF; YAML 1.2 §5.1) written as escapes. Such characters stand in strings only. A file without them is
    /// returned as it is.
    package static func readable(_ file: SourceFile) -> SourceFile {
        var result: [UInt8] = []
        let bytes = file.bytes
        var at = 0
        var copied = 0
        while at < bytes.count {
            guard let (length, code) = refused(bytes, at) else {
                at += 1
                continue
            }
            result += bytes[copied..<at]
            result += Array("\\u\(code)".utf8)
            at += length
            copied = at
        }
        if copied == 0 { return file }
        result += bytes[copied...]
        return SourceFile(path: file.path, text: result)
    }

    /// Length in bytes and the four hexadecimal digits of a character at a place, when YAML refuses it.
    private static func refused(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Int, String)? {
        func byte(_ offset: Int) -> UInt8 { at + offset < bytes.count ? bytes[at + offset] : 0 }
        switch byte(0) {
        case 0x7F: return (1, "007f")
        case 0xC2 where (0x80...0x9F).contains(byte(1)) && byte(1) != 0x85:
            let digits = String(byte(1), radix: 16)
            return (2, "00\(digits)")
        case 0xEF where byte(1) == 0xBB && byte(2) == 0xBF && at > 0: return (3, "feff")
        case 0xEF where byte(1) == 0xBF && byte(2) == 0xBE: return (3, "fffe")
        case 0xEF where byte(1) == 0xBF && byte(2) == 0xBF: return (3, "ffff")
        default: return nil
        }
    }
}
