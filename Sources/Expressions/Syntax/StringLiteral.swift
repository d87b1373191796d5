/// Text and bytes (https://github.com/google/cel-spec/blob/master/doc/langdef.md#string-and-bytes-values): in single,
/// double or triple quotes, `r` before them for text without escapes, `b` for bytes.
extension Lexer {
    /// The literal that begins here with `r`, `b` or both; nil when these letters begin a name.
    mutating func prefixedString() -> Token? {
        let first = byte() | 0x20
        guard first == UInt8(ascii: "r") || first == UInt8(ascii: "b") else { return nil }
        if byte(1).isQuote { return string(prefix: 1, isRaw: first == UInt8(ascii: "r")) }
        let second = byte(1) | 0x20
        guard byte(2).isQuote, second != first, second == UInt8(ascii: "r") || second == UInt8(ascii: "b") else {
            return nil
        }
        return string(prefix: 2, isRaw: true)
    }

    /// The literal whose quotes begin `prefix` bytes ahead.
    mutating func string(prefix: Int, isRaw: Bool) -> Token {
        let start = at
        at += prefix
        let quote = text[at]
        let isTriple = byte(1) == quote && byte(2) == quote
        at += isTriple ? 3 : 1
        while at < text.count {
            let byte = text[at]
            if byte == quote {
                guard isTriple else {
                    at += 1
                    return Token(kind: .string, start: start, end: at)
                }
                if self.byte(1) == quote, self.byte(2) == quote {
                    at += 3
                    return Token(kind: .string, start: start, end: at)
                }
            } else if byte == UInt8(ascii: "\\"), !isRaw {
                // The escaped character is no quote; a line break after the backslash still ends the line.
                if self.byte(1) != 0x0A, self.byte(1) != 0x0D { at += 1 }
            } else if !isTriple, byte == 0x0A || byte == 0x0D {
                break
            }
            at += 1
        }
        at = min(at, text.count)
        unclosed(start, from: start + prefix, quote: quote, isTriple: isTriple)
        return Token(kind: .null, start: start, end: at)
    }

    private mutating func unclosed(_ start: Int, from quotes: Int, quote: UInt8, isTriple: Bool) {
        let written = String(repeating: Character(Unicode.Scalar(quote)), count: isTriple ? 3 : 1)
        let goesOn = !isTriple && at < text.count && text[at...].contains(quote)
        errors.add(
            "`\(written)` is not closed", TextRange(start, quotes + written.utf8.count),
            help: goesOn
                ? "text of several lines is written in `\(String(repeating: written, count: 3))`"
                : "add `\(written)` at the end of the text")
        errors.stop()
    }
}

extension UInt8 {
    fileprivate var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") }
}

/// Reads what a text token stands for.
struct StringLiteral {
    private let text: UnsafeBufferPointer<UInt8>
    /// What lies between the quotes.
    private let content: Range<Int>
    let isBytes: Bool
    private let isRaw: Bool
    private var at: Int
    private(set) var value: [UInt8] = []

    init(_ text: UnsafeBufferPointer<UInt8>, _ token: Token) {
        self.text = text
        var start = token.start
        var (isBytes, isRaw) = (false, false)
        while !text[start].isQuote {
            if text[start] | 0x20 == UInt8(ascii: "b") { isBytes = true } else { isRaw = true }
            start += 1
        }
        let quote = text[start]
        let isTriple = token.end - start >= 6 && text[start + 1] == quote && text[start + 2] == quote
        content = start + (isTriple ? 3 : 1)..<token.end - (isTriple ? 3 : 1)
        (self.isBytes, self.isRaw) = (isBytes, isRaw)
        at = content.lowerBound
    }

    /// The bytes between the quotes, when they are the value.
    var plain: UnsafeBufferPointer<UInt8>? {
        let bytes = UnsafeBufferPointer(rebasing: text[content])
        return isRaw || !bytes.contains(UInt8(ascii: "\\")) ? bytes : nil
    }

    /// Replaces the escapes; false when some were wrong, as `errors` then tells.
    mutating func unescape(_ errors: inout ErrorList) {
        value.reserveCapacity(content.count)
        while at < content.upperBound {
            guard text[at] == UInt8(ascii: "\\") else {
                value.append(text[at])
                at += 1
                continue
            }
            escape(&errors)
        }
    }

    private func byte(_ ahead: Int) -> UInt8 { at + ahead < content.upperBound ? text[at + ahead] : 0 }

    private mutating func escape(_ errors: inout ErrorList) {
        let code = byte(1)
        switch code {
        case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
            take(code)
        case UInt8(ascii: "a"): take(0x07)
        case UInt8(ascii: "b"): take(0x08)
        case UInt8(ascii: "f"): take(0x0C)
        case UInt8(ascii: "n"): take(0x0A)
        case UInt8(ascii: "r"): take(0x0D)
        case UInt8(ascii: "t"): take(0x09)
        case UInt8(ascii: "v"): take(0x0B)
        case UInt8(ascii: "x"), UInt8(ascii: "X"): hexadecimal(2, &errors)
        case UInt8(ascii: "u"): hexadecimal(4, &errors)
        case UInt8(ascii: "U"): hexadecimal(8, &errors)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): octal(&errors)
        default: unknown(&errors)
        }
    }

    private mutating func take(_ byte: UInt8) {
        value.append(byte)
        at += 2
    }

    /// A code point in text, an octet in bytes.
    private mutating func take(code: UInt32) {
        if isBytes {
            value.append(UInt8(truncatingIfNeeded: code))
        } else if let scalar = Unicode.Scalar(code) {
            value.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    private mutating func unknown(_ errors: inout ErrorList) {
        var end = at + 2
        while end < content.upperBound, text[end] & 0xC0 == 0x80 { end += 1 }
        end = min(end, content.upperBound)
        let escape = String(decoding: text[at..<end], as: UTF8.self)
        errors.add(
            "`\(escape)` is no escape", TextRange(at, end),
            help: "write `\\\(escape)`, or put `r` before the quotes for text without escapes")
        at = end
    }

    private mutating func octal(_ errors: inout ErrorList) {
        var digits = 0
        while digits < 3, byte(1 + digits).isDigit { digits += 1 }
        let range = TextRange(at, at + 1 + digits)
        let isOctal = (1...digits).allSatisfy { byte($0) < UInt8(ascii: "8") }
        let value = (1...digits).reduce(UInt32(0)) { $0 * 8 + UInt32(byte($1) & 7) }
        if digits == 3, isOctal, value < 256 {
            take(code: value)
        } else {
            errors.add(
                "`\(String(decoding: text[at...at + digits], as: UTF8.self))` is no escape", range,
                help: "octal escapes run from `\\000` to `\\377`")
        }
        at += 1 + digits
    }

    private mutating func hexadecimal(_ count: Int, _ errors: inout ErrorList) {
        let letter = Character(Unicode.Scalar(byte(1)))
        guard let code = number(at + 2, count) else {
            var end = at + 2
            while end < content.upperBound, text[end].hexValue != nil { end += 1 }
            errors.add(
                "`\\\(letter)` needs \(count) hexadecimal digits", TextRange(at, end),
                help: "write `\\\(letter)\(String(repeating: "0", count: count - 2))41` for `A`")
            at = end
            return
        }
        let range = TextRange(at, at + 2 + count)
        if isBytes, count > 2 {
            errors.add(
                "`\\\(letter)` stands for a character, which bytes do not have", range,
                help: "write its bytes as `\\xHH`, or the character itself")
        } else if count == 4, (0xD800..<0xDC00).contains(code), byte(6) == UInt8(ascii: "\\"),
            byte(7) == UInt8(ascii: "u"), let low = number(at + 8, 4), (0xDC00..<0xE000).contains(low)
        {
            take(code: 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00))
            at += 6
        } else if (0xD800..<0xE000).contains(code) {
            errors.add("`\(escape(range))` is half of a surrogate pair", range, help: "write the character itself")
        } else if code > 0x10FFFF {
            errors.add("`\(escape(range))` is beyond the last character, `\\U0010FFFF`", range)
        } else {
            take(code: code)
        }
        at += 2 + count
    }

    private func escape(_ range: TextRange) -> String {
        String(decoding: text[Int(range.start)..<Int(range.end)], as: UTF8.self)
    }

    private func number(_ start: Int, _ count: Int) -> UInt32? {
        guard start + count <= content.upperBound else { return nil }
        var value: UInt32 = 0
        for index in start..<start + count {
            guard let digit = text[index].hexValue else { return nil }
            value = value << 4 | digit
        }
        return value
    }
}
