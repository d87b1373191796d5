// The literals of a value (https://github.com/google/cel-spec/blob/master/doc/langdef.md#string-and-bytes-values).

extension String {
    /// The text in double quotes; what would be invisible in it is escaped.
    package var literal: String {
        var result = "\""
        for scalar in unicodeScalars {
            if let letter = scalar.escapeLetter {
                result += "\\\(letter)"
            } else if scalar.isInvisible {
                result += scalar.escape
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// As the name of a field after a dot: in backquotes when it is no plain name.
    var fieldName: String {
        var name = self
        let isPlain = name.withUTF8 { name in
            guard let first = name.first, !first.isDigit, name.allSatisfy(\.isWordByte) else { return false }
            let kind = ReservedWord.kind(name)
            return kind == .identifier || kind == .reserved
        }
        return isPlain ? self : "`\(self)`"
    }
}

extension [UInt8] {
    /// The bytes in double quotes behind a `b`: printable ASCII as it is, the others by their numbers.
    package var literal: String {
        var result = "b\""
        for byte in self {
            let scalar = Unicode.Scalar(byte)
            if let letter = scalar.escapeLetter {
                result += "\\\(letter)"
            } else if (0x20..<0x7F).contains(byte) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "\\x" + scalar.digits(2)
            }
        }
        return result + "\""
    }
}

extension Unicode.Scalar {
    /// What stands after the backslash, for the characters that have such an escape.
    var escapeLetter: Character? {
        switch self {
        case "\u{07}": "a"
        case "\u{08}": "b"
        case "\u{0C}": "f"
        case "\n": "n"
        case "\r": "r"
        case "\t": "t"
        case "\u{0B}": "v"
        case "\\": "\\"
        case "\"": "\""
        default: nil
        }
    }

    fileprivate var isInvisible: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        // The joiners stand within emoji and words.
        case .format: self != "\u{200C}" && self != "\u{200D}"
        default: false
        }
    }

    fileprivate var escape: String {
        switch value {
        case ..<0x100: "\\x" + digits(2)
        case ..<0x10000: "\\u" + digits(4)
        default: "\\U" + digits(8)
        }
    }

    fileprivate func digits(_ count: Int) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: count - digits.count) + digits
    }
}
