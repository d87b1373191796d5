/// Characters beyond ASCII, which stand in quotes and comments only. Word processors and keyboards put many of them where
/// an operator, a quote or a space was meant: each is told with what to write.
extension Lexer {
    /// The character here and its length in bytes; the text is valid UTF-8.
    private func character() -> (scalar: Unicode.Scalar, length: Int) {
        let lead = text[at]
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for ahead in 1..<length { value = value << 6 | UInt32(byte(ahead) & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// The token that the character here was meant as; nil after passing over it.
    mutating func lookAlike() -> Token? {
        let (scalar, length) = character()
        switch scalar {
        case "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{00AB}", "\u{00BB}", "\u{2033}", "\u{FF02}":
            return typographicString(scalar, length, quote: "\"")
        case "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}", "\u{2032}", "\u{00B4}", "\u{FF07}":
            return typographicString(scalar, length, quote: "'")
        case "\u{2212}", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}":
            return replaced(scalar, length, .minus, "-")
        case "\u{2264}", "\u{2A7D}": return replaced(scalar, length, .lessOrEqual, "<=")
        case "\u{2265}", "\u{2A7E}": return replaced(scalar, length, .greaterOrEqual, ">=")
        case "\u{2260}": return replaced(scalar, length, .differs, "!=")
        case "\u{00D7}", "\u{22C5}", "\u{00B7}": return replaced(scalar, length, .star, "*")
        case "\u{00F7}", "\u{2215}": return replaced(scalar, length, .slash, "/")
        case "\u{2227}": return replaced(scalar, length, .and, "&&")
        case "\u{2228}": return replaced(scalar, length, .or, "||")
        case "\u{00AC}": return replaced(scalar, length, .not, "!")
        case "\u{2208}": return replaced(scalar, length, .in, "in")
        case "\u{FF01}"..."\u{FF5E}": return fullWidth(scalar, length)
        case _ where scalar.properties.isWhitespace:
            tell("the character \(Self.code(scalar)) is no ordinary space", length, help: "write an ordinary space")
            return nil
        case _ where scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .control:
            tell("the invisible character \(Self.code(scalar)) has no meaning here", length, help: "remove it")
            return nil
        case _ where Self.isLetter(scalar): return foreignWord(from: at)
        default:
            tell("`\(scalar)` has no meaning here", length, help: "text is written in quotes")
            errors.stop()
            return nil
        }
    }

    private mutating func tell(_ message: String, _ length: Int, help: String) {
        errors.add(message, TextRange(at, at + length), help: help)
        at += length
    }

    private mutating func replaced(_ scalar: Unicode.Scalar, _ length: Int, _ kind: Token.Kind, _ text: String) -> Token
    {
        tell("`\(scalar)` (\(Self.code(scalar))) is no operator", length, help: "write `\(text)`")
        return Token(kind: kind, start: at - length, end: at)
    }

    /// Text in typographic quotes, read up to the next such quote or plain one on the line.
    private mutating func typographicString(_ scalar: Unicode.Scalar, _ length: Int, quote: String) -> Token {
        let start = at
        tell("`\(scalar)` (\(Self.code(scalar))) is no quotation mark here", length, help: "write `\(quote)`")
        while at < text.count, text[at] != 0x0A, text[at] != 0x0D {
            if text[at] < 0x80 {
                at += 1
                if text[at - 1] == quote.utf8.first { break }
                continue
            }
            let (next, nextLength) = character()
            at += nextLength
            if next.properties.isQuotationMark || next == scalar { break }
        }
        return Token(kind: .null, start: start, end: at)
    }

    /// The wide forms of ASCII characters that East Asian keyboards write.
    private mutating func fullWidth(_ scalar: Unicode.Scalar, _ length: Int) -> Token? {
        let plain = Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
        if UInt8(ascii: plain).isWordByte { return foreignWord(from: at) }
        tell("`\(scalar)` (\(Self.code(scalar))) is no operator", length, help: "write `\(plain)`")
        let kind: Token.Kind? =
            switch plain {
            case "(": .openParenthesis
            case ")": .closeParenthesis
            case "[": .openBracket
            case "]": .closeBracket
            case "{": .openBrace
            case "}": .closeBrace
            case ",": .comma
            case ".": .dot
            case ":": .colon
            case "?": .question
            case "=": .equals
            case "<": .less
            case ">": .greater
            case "!": .not
            case "+": .plus
            case "-": .minus
            case "*": .star
            case "/": .slash
            case "%": .percent
            default: nil
            }
        return kind.map { Token(kind: $0, start: at - length, end: at) }
    }

    /// Whether the character here, which follows a letter of a name, is a letter too.
    func lookAlikeEndsWord() -> Bool {
        Self.isLetter(character().scalar)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.isIDContinue
    }

    /// A word with letters that no name has.
    mutating func foreignWord(from start: Int) -> Token {
        var first: Unicode.Scalar?
        while at < text.count {
            if text[at].isWordByte {
                at += 1
                continue
            }
            guard text[at] >= 0x80 else { break }
            let (scalar, length) = character()
            guard Self.isLetter(scalar) else { break }
            if first == nil { first = scalar }
            at += length
        }
        let letter = first.map { "`\($0)` (\(Self.code($0)))" } ?? "it"
        errors.add(
            "the name `\(string(start, at))` has the letter \(letter)", TextRange(start, at),
            help: "names are made of the letters a to z and A to Z, digits and `_`; text is written in quotes")
        return Token(kind: .identifier, start: start, end: at)
    }

    static func code(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
