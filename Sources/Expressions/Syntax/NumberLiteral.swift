/// Numbers (https://github.com/google/cel-spec/blob/master/doc/langdef.md#numeric-values): `7`, `0x1F`, `7u`, `7.0`,
/// `7.`, `.5`, `1e3`.
extension Lexer {
    mutating func number() -> Token {
        let start = at
        if text[at] == UInt8(ascii: "0"), byte(1) == UInt8(ascii: "x") { return hexadecimal() }
        var kind = Token.Kind.int
        digits()
        // `1.name` selects from an int; a point that no name follows is part of the number.
        if byte() == UInt8(ascii: "."), start < at, byte(1).isDigit || endsNumber(byte(1)) {
            kind = .double
            at += 1
            digits()
        } else if start == at {
            kind = .double
            at += 1
            digits()
        }
        if byte() | 0x20 == UInt8(ascii: "e") {
            let sign = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-") ? 1 : 0
            if byte(1 + sign).isDigit {
                kind = .double
                at += 1 + sign
                digits()
            }
        }
        if kind == .int, byte() | 0x20 == UInt8(ascii: "u"), !byte(1).isWordByte {
            at += 1
            return Token(kind: .uint, start: start, end: at)
        }
        return finished(Token(kind: kind, start: start, end: at))
    }

    private mutating func digits() {
        while at < text.count, text[at].isDigit { at += 1 }
    }

    private mutating func hexadecimal() -> Token {
        let start = at
        at += 2
        let first = at
        while at < text.count, text[at].hexValue != nil { at += 1 }
        if at == first {
            errors.add("`\(string(start, at))` needs hexadecimal digits", TextRange(start, at), help: "write `0x1F`")
        }
        var kind = Token.Kind.int
        if byte() | 0x20 == UInt8(ascii: "u"), !byte(1).isWordByte {
            at += 1
            kind = .uint
        }
        return finished(Token(kind: kind, start: start, end: at))
    }

    /// Whether a point before this byte ends a number: no name, no second point, no optional selection follows.
    private func endsNumber(_ byte: UInt8) -> Bool {
        !byte.isWordByte && byte < 0x80 && byte != UInt8(ascii: ".") && byte != UInt8(ascii: "?")
            && byte != UInt8(ascii: "`")
    }

    // MARK: Numbers that run on

    /// The number, where nothing that only looks like a part of it follows.
    private mutating func finished(_ token: Token) -> Token {
        let next = byte()
        if next.isWordByte { return unit(token) }
        if token.kind == .double, next == UInt8(ascii: "."), byte(1).isDigit { return address(token) }
        return token
    }

    /// `14d`, `5MB`, `1_000`: told once, read as a number.
    private mutating func unit(_ token: Token) -> Token {
        while byte().isWordByte { at += 1 }
        let whole = string(token.start, at)
        let range = TextRange(token.start, at)
        if let time = timestamp(around: token) {
            errors.add("the time `\(time.text)` stands outside quotes", time.range, help: "write `timestamp(\"…\")`")
        } else if whole.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: "_") }) {
            let plain = whole.split(separator: "_").joined()
            errors.add("`\(whole)` is no number", range, help: "write `\(plain)`")
        } else if text[token.start] == UInt8(ascii: "0"), whole.utf8.dropFirst().first?.isLetter == true {
            errors.add("`\(whole)` is no number", range, help: "numbers are decimal, `31`, or hexadecimal, `0x1F`")
        } else {
            errors.add("`\(whole)` is no number", range, help: "units are written in quotes: `\"\(whole)\"`")
        }
        return Token(kind: .null, start: token.start, end: at)
    }

    /// `10.0.0.0/8`: told once.
    private mutating func address(_ token: Token) -> Token {
        while byte().isDigit || (byte() == UInt8(ascii: ".") && byte(1).isDigit) { at += 1 }
        if byte() == UInt8(ascii: "/"), byte(1).isDigit {
            at += 1
            digits()
        }
        errors.add(
            "`\(string(token.start, at))` is no number", TextRange(token.start, at),
            help: "addresses and versions are written in quotes: `\"\(string(token.start, at))\"`")
        return Token(kind: .null, start: token.start, end: at)
    }

    /// The text of `2026-01-31T12:00:00Z` when the lexer stands at `T` behind the day.
    private mutating func timestamp(around token: Token) -> (text: String, range: TextRange)? {
        let start = token.start - 8
        guard start >= 0, token.end == token.start + 2, text[token.end] == UInt8(ascii: "T"),
            (start..<token.start).allSatisfy({ index in
                index == start + 4 || index == start + 7 ? text[index] == UInt8(ascii: "-") : text[index].isDigit
            })
        else { return nil }
        while byte().isWordByte || [UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "+")].contains(byte()) {
            at += 1
        }
        return (string(start, at), TextRange(start, at))
    }
}

/// The values of number tokens.
enum NumberLiteral {
    /// The value of digits, decimal or hexadecimal, without sign and suffix; nil beyond 64 bits.
    static func magnitude(_ digits: UnsafeBufferPointer<UInt8>) -> UInt64? {
        var value: UInt64 = 0
        let isHexadecimal = digits.count > 1 && digits[1] == UInt8(ascii: "x")
        let radix: UInt64 = isHexadecimal ? 16 : 10
        for digit in digits.dropFirst(isHexadecimal ? 2 : 0) {
            let (product, overflow) = value.multipliedReportingOverflow(by: radix)
            let (sum, carry) = product.addingReportingOverflow(UInt64(digit.hexValue ?? 0))
            if overflow || carry { return nil }
            value = sum
        }
        return value
    }

    /// Nil beyond the range of int.
    static func int(_ digits: UnsafeBufferPointer<UInt8>, isNegative: Bool) -> Int64? {
        guard let magnitude = magnitude(digits) else { return nil }
        if !isNegative { return Int64(exactly: magnitude) }
        return magnitude <= UInt64(Int64.max) + 1 ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil
    }

    /// Nil beyond the range of double; too small a number is zero.
    static func double(_ text: String, isNegative: Bool) -> Double? {
        // Swift reads `7.` and `.5` only with digits on both sides of the point.
        var whole = text.hasPrefix(".") ? "0" + text : text
        if let point = whole.utf8.firstIndex(of: UInt8(ascii: ".")) {
            let after = whole.utf8.index(after: point)
            if after == whole.utf8.endIndex || !whole.utf8[after].isDigit { whole.insert("0", at: after) }
        }
        guard let value = Double(whole), value.isFinite else { return nil }
        return isNegative ? -value : value
    }
}
