/// Plain and quoted scalars (YAML 1.2.2 §7.3): a line break becomes a space, further ones stay.
extension ScalarWalk {
    mutating func flowScalar(quote: UInt8?) {
        while at < end {
            let escapedBreak = line(quote)
            if let quote, byte() == quote { return }
            guard at < end else { return }
            fold(afterEscapedBreak: escapedBreak)
        }
    }

    /// Characters up to a blank, a line break or the closing quote. True when a backslash took the line break away.
    private mutating func line(_ quote: UInt8?) -> Bool {
        while at < end, !isBlank(at), breakLength(at) == 0 {
            switch (source[at], quote) {
            case (UInt8(ascii: "'"), UInt8(ascii: "'")?):
                guard byte(1) == UInt8(ascii: "'") else { return false }
                replace(at..<at + 2, with: [0x27])
                at += 2
            case (UInt8(ascii: "\""), UInt8(ascii: "\"")?): return false
            case (UInt8(ascii: "\\"), UInt8(ascii: "\"")?):
                let length = breakLength(at + 1)
                if length > 0 {
                    at += 1 + length
                    return true
                }
                escape()
            default: keep(1)
            }
        }
        return false
    }

    /// Blanks and line breaks between two words.
    private mutating func fold(afterEscapedBreak: Bool) {
        let start = at
        var first: LineBreak?
        var others: [LineBreak] = []
        while at < end {
            if isBlank(at) {
                at += 1
            } else if breakLength(at) > 0 {
                let line = lineBreak()
                if first == nil, !afterEscapedBreak { first = line } else { others.append(line) }
            } else {
                break
            }
        }
        guard let first else {
            if afterEscapedBreak { others.forEach { keep($0) } } else { keep(start..<at) }
            return
        }
        if first.isKept { keep(first) } else if others.isEmpty { replace(first.start..<at, with: [0x20]) }
        others.forEach { keep($0) }
    }

    /// An escape of a double-quoted scalar (§5.7); a pair of surrogates, as JSON writes it, is one.
    private mutating func escape() {
        let start = at
        let scalar: Unicode.Scalar?
        (scalar, at) = escaped()
        replace(start..<at, with: scalar.flatMap { UTF8.encode($0) }.map(Array.init) ?? [])
    }

    /// What the escape here stands for, and where it ends.
    private func escaped() -> (Unicode.Scalar?, Int) {
        switch byte(1) {
        case UInt8(ascii: "0"): ("\0", at + 2)
        case UInt8(ascii: "a"): ("\u{07}", at + 2)
        case UInt8(ascii: "b"): ("\u{08}", at + 2)
        case UInt8(ascii: "t"), 0x09: ("\t", at + 2)
        case UInt8(ascii: "n"): ("\n", at + 2)
        case UInt8(ascii: "v"): ("\u{0B}", at + 2)
        case UInt8(ascii: "f"): ("\u{0C}", at + 2)
        case UInt8(ascii: "r"): ("\r", at + 2)
        case UInt8(ascii: "e"): ("\u{1B}", at + 2)
        case UInt8(ascii: "N"): ("\u{85}", at + 2)
        case UInt8(ascii: "_"): ("\u{A0}", at + 2)
        case UInt8(ascii: "L"): ("\u{2028}", at + 2)
        case UInt8(ascii: "P"): ("\u{2029}", at + 2)
        case UInt8(ascii: "x"): (hexadecimal(at + 2, 2).flatMap(Unicode.Scalar.init), at + 4)
        case UInt8(ascii: "u"): fourDigits()
        case UInt8(ascii: "U"): (hexadecimal(at + 2, 8).flatMap(Unicode.Scalar.init), at + 10)
        default: (Unicode.Scalar(byte(1)), at + 2)
        }
    }

    private func fourDigits() -> (Unicode.Scalar?, Int) {
        guard let high = hexadecimal(at + 2, 4) else { return (nil, at + 2) }
        guard (0xD800..<0xDC00).contains(high), byte(6) == UInt8(ascii: "\\"), byte(7) == UInt8(ascii: "u"),
            let low = hexadecimal(at + 8, 4), (0xDC00..<0xE000).contains(low)
        else { return (Unicode.Scalar(high), at + 6) }
        return (Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)), at + 12)
    }

    private func hexadecimal(_ start: Int, _ count: Int) -> UInt32? {
        guard start + count <= end else { return nil }
        return UInt32(String(decoding: source[start..<start + count], as: UTF8.self), radix: 16)
    }
}
