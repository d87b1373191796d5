internal import Diagnostics

/// What libyaml found wrong with a text, in its own words, and where.
struct SyntaxProblem {
    enum Place {
        case byte(Int)
        case codePoint(Int)
    }

    var text: String
    var context: String?
    var place: Place
    var contextCodePoint: Int?

    /// The sentence for the user: libyaml's, except where a plainer one names the usual cause.
    func diagnostic(at start: Int, context contextStart: Int?, in file: SourceFile) -> Diagnostic {
        let bytes = file.bytes
        let span = SourceSpan(file: file, start: min(start, bytes.count), end: min(start + 1, bytes.count))
        if case .byte = place {
            let start = Self.firstMalformed(bytes) ?? start
            let span = SourceSpan(file: file, start: min(start, bytes.count), end: min(start + 1, bytes.count))
            if text.contains("control characters") {
                return Diagnostic("a control character (0x\(hex(bytes, start))) is not allowed in YAML", at: span)
            }
            return Diagnostic(
                "the file is not valid UTF-8 here (\(text), 0x\(hex(bytes, start)))", at: span, help: "save it as UTF-8"
            )
        }
        if start < bytes.count, bytes[start] == UInt8(ascii: "\t") {
            return Diagnostic("a tab cannot indent YAML", at: span, help: "use spaces")
        }
        var message = "not valid YAML: " + text
        if let context { message += " " + context }
        var note: Diagnostic.Note?
        if let contextStart, contextStart < start, contextStart < bytes.count {
            note = Diagnostic.Note(
                "it began here", at: SourceSpan(file: file, start: contextStart, end: contextStart + 1))
        }
        let isAtEnd = bytes[min(start, bytes.count)...].allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }
        return Diagnostic(message, at: span, help: isAtEnd ? "the file ends here; is it complete?" : nil, note: note)
    }

    /// Where the text stops being UTF-8 (RFC 3629 §4). libyaml names the byte at which it noticed, which may be a good one.
    private static func firstMalformed(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            let length = byte < 0x80 ? 1 : byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0
            guard length > 0, at + length <= bytes.count,
                (1..<max(length, 1)).allSatisfy({ bytes[at + $0] & 0xC0 == 0x80 })
            else { return at }
            if length > 2 {
                let second = bytes[at + 1]
                // Overlong forms, surrogates, and what lies beyond U+10FFFF.
                let isWrong =
                    byte == 0xE0 && second < 0xA0 || byte == 0xED && second > 0x9F || byte == 0xF0 && second < 0x90
                    || byte == 0xF4 && second > 0x8F
                if isWrong { return at }
            }
            at += length
        }
        return nil
    }

    private func hex(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> String {
        guard at < bytes.count else { return "end of file" }
        return String(bytes[at], radix: 16, uppercase: true)
    }
}

extension Diagnostic {
    /// An error without the label, for the common case.
    init(_ message: String, at span: SourceSpan, help: String? = nil, note: Note? = nil) {
        self.init(.error, message, at: span, help: help, note: note)
    }
}
