/// Cuts an expression into tokens, one at a time. What is no token of the language is told, and read as what was
/// meant where that is plain, or passed over.
struct Lexer {
    let text: UnsafeBufferPointer<UInt8>
    var at = 0
    var errors = ErrorList()

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    /// The byte `ahead` of the current one; 0 behind the end.
    @inline(__always)
    func byte(_ ahead: Int = 0) -> UInt8 { at + ahead < text.count ? text[at + ahead] : 0 }

    /// The text of a range.
    func string(_ start: Int, _ end: Int) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: text[start..<end]), as: UTF8.self)
    }

    func string(_ token: Token) -> String { string(token.start, token.end) }

    /// The next token; `end` again and again behind the last.
    mutating func next() -> Token {
        while !errors.isLost {
            skipSpace()
            guard at < text.count else { break }
            if let token = token() { return token }
        }
        return Token(kind: .end, start: text.count, end: text.count)
    }

    /// Space, and comments to the end of their line.
    private mutating func skipSpace() {
        while at < text.count {
            switch text[at] {
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D: at += 1
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
                while at < text.count, text[at] != 0x0A, text[at] != 0x0D { at += 1 }
            default: return
            }
        }
    }

    /// The token that begins here; nil after passing over something that is none.
    private mutating func token() -> Token? {
        let byte = text[at]
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
            if let literal = prefixedString() { return literal }
            return word()
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return string(prefix: 0, isRaw: false)
        case UInt8(ascii: "."):
            return self.byte(1).isDigit ? number() : take(.dot, 1)
        case UInt8(ascii: "("): return take(.openParenthesis, 1)
        case UInt8(ascii: ")"): return take(.closeParenthesis, 1)
        case UInt8(ascii: "["): return take(.openBracket, 1)
        case UInt8(ascii: "]"): return take(.closeBracket, 1)
        case UInt8(ascii: "{"): return take(.openBrace, 1)
        case UInt8(ascii: "}"): return take(.closeBrace, 1)
        case UInt8(ascii: ","): return take(.comma, 1)
        case UInt8(ascii: "?"): return take(.question, 1)
        case UInt8(ascii: ":"): return take(.colon, 1)
        case UInt8(ascii: "+"): return take(.plus, 1)
        case UInt8(ascii: "-"): return take(.minus, 1)
        case UInt8(ascii: "*"): return take(.star, 1)
        case UInt8(ascii: "%"): return take(.percent, 1)
        case UInt8(ascii: "/"): return self.byte(1) == UInt8(ascii: "*") ? blockComment() : take(.slash, 1)
        case UInt8(ascii: "&"):
            return self.byte(1) == byte ? take(.and, 2) : misspelled(1, as: .and, help: "write `&&`")
        case UInt8(ascii: "|"):
            return self.byte(1) == byte ? take(.or, 2) : misspelled(1, as: .or, help: "write `||`")
        case UInt8(ascii: "!"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"): return comparison(byte)
        case UInt8(ascii: "`"): return quotedIdentifier()
        default: return byte < 0x80 ? unknownASCII(byte) : lookAlike()
        }
    }

    mutating func take(_ kind: Token.Kind, _ count: Int) -> Token {
        at += count
        return Token(kind: kind, start: at - count, end: at)
    }

    /// Operators of `!`, `=`, `<` and `>`, and those that other languages have.
    private mutating func comparison(_ first: UInt8) -> Token {
        let (second, third) = (byte(1), byte(2))
        let equals = UInt8(ascii: "=")
        switch (first, second) {
        case (equals, equals):
            return third == equals ? misspelled(3, as: .equals, help: "write `==`") : take(.equals, 2)
        case (UInt8(ascii: "!"), equals):
            return third == equals ? misspelled(3, as: .differs, help: "write `!=`") : take(.differs, 2)
        case (UInt8(ascii: "<"), equals): return take(.lessOrEqual, 2)
        case (UInt8(ascii: ">"), equals): return take(.greaterOrEqual, 2)
        case (UInt8(ascii: "<"), UInt8(ascii: ">")): return misspelled(2, as: .differs, help: "write `!=`")
        case (equals, UInt8(ascii: "<")): return misspelled(2, as: .lessOrEqual, help: "write `<=`")
        case (equals, UInt8(ascii: ">")):
            return misspelled(
                2, as: .greaterOrEqual, help: "write `>=`; the variable of a macro has a comma after it: `.all(x, …)`")
        case (equals, UInt8(ascii: "~")):
            return misspelled(2, as: .equals, help: "write `text.matches(\"pattern\")`")
        case (equals, _): return take(.assign, 1)
        case (UInt8(ascii: "<"), _): return take(.less, 1)
        case (UInt8(ascii: ">"), _): return take(.greater, 1)
        default: return take(.not, 1)
        }
    }

    /// Tells that the next bytes are no operator and reads them as the one that was meant.
    mutating func misspelled(_ count: Int, as kind: Token.Kind, help: String) -> Token {
        let token = take(kind, count)
        errors.add("`\(string(token))` is no operator", token.range, help: help)
        return token
    }

    private mutating func word() -> Token {
        let start = at
        while at < text.count, text[at].isWordByte { at += 1 }
        if at < text.count, text[at] >= 0x80, lookAlikeEndsWord() {
            return foreignWord(from: start)
        }
        let word = UnsafeBufferPointer(rebasing: text[start..<at])
        return Token(kind: ReservedWord.kind(word), start: start, end: at)
    }

    /// Names in backquotes: letters, digits, `_`, `.`, `-`, `/` and spaces
    /// (https://github.com/google/cel-spec/wiki/proposal-210).
    private mutating func quotedIdentifier() -> Token {
        let start = at
        at += 1
        while at < text.count, text[at] != UInt8(ascii: "`"), text[at] != 0x0A, text[at] != 0x0D { at += 1 }
        let name = text[start + 1..<at]
        guard at < text.count, text[at] == UInt8(ascii: "`") else {
            errors.add(
                "the backquote is not closed", TextRange(start, start + 1), help: "add a backquote after the name")
            errors.stop()
            return Token(kind: .quotedIdentifier, start: start, end: at)
        }
        at += 1
        if name.isEmpty || !name.allSatisfy({ $0.isWordByte || Self.quotedPunctuation.contains($0) }) {
            errors.add(
                "no name in the backquotes", TextRange(start, at),
                help: "they hold letters, digits, `_`, `.`, `-`, `/` and spaces; for other keys write `[\"…\"]`")
        }
        return Token(kind: .quotedIdentifier, start: start, end: at)
    }

    /// What may stand in backquotes beside letters, digits and `_`.
    static let quotedPunctuation: [UInt8] = Array("_.-/ ".utf8)

    /// `/* … */`, passed over.
    private mutating func blockComment() -> Token? {
        let start = at
        at += 2
        while at < text.count, !(text[at] == UInt8(ascii: "/") && text[at - 1] == UInt8(ascii: "*") && at > start + 2) {
            at += 1
        }
        at = min(at + 1, text.count)
        errors.add(
            "`/*` begins no comment", TextRange(start, start + 2),
            help: "a comment runs from `//` to the end of its line")
        return nil
    }

    /// `$name` as the match form has it.
    private func parameterHelp() -> String {
        var end = at
        while end < text.count, text[end].isWordByte { end += 1 }
        let help = "names are written without `$`"
        return end > at ? help + "; a parameter is `params.\(string(at, end))`" : help
    }

    /// A character that no token begins with, passed over.
    private mutating func unknownASCII(_ byte: UInt8) -> Token? {
        let range = TextRange(at, at + 1)
        at += 1
        guard (0x20..<0x7F).contains(byte) else {
            let code = Self.code(Unicode.Scalar(byte))
            errors.add("the control character \(code) has no meaning here", range, help: "remove it")
            return nil
        }
        // After the sign of a variable or of a comment the rest can be read; others are operators of some kind.
        switch (byte, self.byte()) {
        case (UInt8(ascii: "#"), _):
            errors.add("`#` begins no comment", range, help: "a comment begins with `//`")
            while at < text.count, text[at] != 0x0A, text[at] != 0x0D { at += 1 }
            return nil
        case (UInt8(ascii: "$"), UInt8(ascii: "{")):
            errors.add(
                "`${` has no meaning here", TextRange(at - 1, at + 1), help: "write the name without `${` and `}`")
            errors.stop()
            return nil
        default: break
        }
        let help: String? =
            switch byte {
            case UInt8(ascii: ";"): "an expression is one value and ends without `;`"
            case UInt8(ascii: "$"): parameterHelp()
            case UInt8(ascii: "@"): "names are written without `@`"
            case UInt8(ascii: "\\"): "escapes such as `\\n` stand within quotes"
            case UInt8(ascii: "~"): "`text.matches(\"pattern\")` compares with a pattern"
            default: nil
            }
        errors.add("`\(Character(Unicode.Scalar(byte)))` has no meaning here", range, help: help)
        if byte != UInt8(ascii: "$") { errors.stop() }
        return nil
    }
}

extension UInt8 {
    var isDigit: Bool { self &- 0x30 < 10 }
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    /// Whether a name may hold it.
    var isWordByte: Bool { isLetter || isDigit || self == 0x5F }

    var hexValue: UInt32? {
        if isDigit { return UInt32(self &- 0x30) }
        let letter = (self | 0x20) &- 0x61
        return letter < 6 ? UInt32(letter) + 10 : nil
    }
}
