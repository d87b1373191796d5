internal import Networks

extension Value {
    /// As an expression would write the value: `"a\"b"`, `b"\xff"`, `1u`, `[1, 2.0]`, `{"a": 1}`, `duration("60s")`.
    ///
    /// No longer than `Limit.bytes` and what one text adds; what exceeds it is left out.
    package var text: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        guard text.utf8.count < Limit.bytes else { return }
        switch self {
        case .null: text += "null"
        case .bool(let bool): text += bool ? "true" : "false"
        case .int(let int): text += String(int)
        case .uint(let uint): text += "\(uint)u"
        case .double(let double): text += DoubleText.literal(double)
        case .string(let string): text += Self.quoted(string)
        case .bytes(let bytes): text += Self.quoted(bytes)
        case .list(let elements):
            Self.write(elements, "[", "]", to: &text) { element, text in element.write(to: &text) }
        case .map(let map):
            Self.write(map.entries, "{", "}", to: &text) { entry, text in
                entry.key.write(to: &text)
                text += ": "
                entry.value.write(to: &text)
            }
        case .type(let type): text += type.name
        case .timestamp(let instant): text += "timestamp(\"\(instant.text)\")"
        case .duration(let span): text += "duration(\"\(span.text)\")"
        case .optional(nil): text += "optional.none()"
        case .optional(let wrapped?): Self.write([wrapped], "optional.of(", ")", to: &text) { $0.write(to: &$1) }
        case .ip(let address): text += "ip(\"\(address)\")"
        case .cidr(let range): text += "cidr(\"\(range.text)\")"
        case .addresses(let set): text += set == .internet ? "internet" : set.description
        case .portRange(let range): text += range.description
        case .protocol(let number): text += Self.quoted(number.description)
        case .peer(let peer): text += Self.quoted(peer.id)
        case .record(let record): text += record.text
        case .unknown(let fields): text += "unknown(\(fields.paths.joined(separator: ", ")))"
        }
    }

    private static func write<Part>(
        _ parts: [Part], _ opening: String, _ closing: String, to text: inout String,
        _ write: (Part, inout String) -> Void
    ) {
        text += opening
        for (index, part) in parts.enumerated() {
            if index > 0 { text += ", " }
            guard text.utf8.count < Limit.bytes else {
                text += "…"
                break
            }
            write(part, &text)
        }
        text += closing
    }

    /// A string literal: what cannot be seen is escaped
    /// (https://github.com/google/cel-spec/blob/master/doc/langdef.md#string-and-bytes-values).
    private static func quoted(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            if let letter = escape(scalar) {
                text += "\\\(letter)"
            } else if scalar.value < 0x20 || scalar.value == 0x7F {
                text += "\\u00\(hexadecimal(UInt8(scalar.value)))"
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }

    private static func quoted(_ bytes: [UInt8]) -> String {
        var text = "b\""
        for byte in bytes {
            let scalar = Unicode.Scalar(byte)
            if let letter = escape(scalar) {
                text += "\\\(letter)"
            } else if (0x20..<0x7F).contains(byte) {
                text.unicodeScalars.append(scalar)
            } else {
                text += "\\x\(hexadecimal(byte))"
            }
        }
        return text + "\""
    }

    /// The letter after the backslash, for the characters that have one.
    static func escape(_ scalar: Unicode.Scalar) -> Character? {
        switch scalar {
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

    private static func hexadecimal(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
}

extension NetworkAddress {
    /// The address with its host bits, slash, prefix length.
    package var text: String { "\(address)/\(prefixLength)" }
}
