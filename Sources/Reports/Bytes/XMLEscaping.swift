extension ByteSink {
    /// Adds the text as character data of XML 1.0. What the format forbids, even as a numeric reference, and what would
    /// mislead a reader is shown as `\u{1B}`.
    package mutating func append(xml text: String) {
        withUTF8(of: text) { append(xml: $0, isAttribute: false) }
    }

    /// Adds the text as an attribute's value, without the quotation marks, which have to be double. Tabs and line ends
    /// become references, since parsers turn them into spaces otherwise; apostrophes stay.
    package mutating func append(xmlAttribute text: String) {
        withUTF8(of: text) { append(xml: $0, isAttribute: true) }
    }

    private mutating func append(xml text: UnsafeBufferPointer<UInt8>, isAttribute: Bool) {
        var plain = 0
        var index = xmlTable.next(from: 0, in: text)
        while index < text.count {
            let byte = text[index]
            var length = 1
            if let reference = Self.reference(for: byte, isAttribute: isAttribute) {
                append(UnsafeBufferPointer(rebasing: text[plain..<index]))
                self += reference
                plain = index + 1
            } else if isAttribute || byte != UInt8(ascii: "\t") && byte != UInt8(ascii: "\n"),
                let hidden = HiddenScalars.scalar(at: index, in: text)
            {
                append(UnsafeBufferPointer(rebasing: text[plain..<index]))
                length = hidden.length
                plain = index + length
                append(hiddenXML: hidden.value)
            }
            index = xmlTable.next(from: index + length, in: text)
        }
        append(UnsafeBufferPointer(rebasing: text[plain...]))
    }

    private static func reference(for byte: UInt8, isAttribute: Bool) -> StaticString? {
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        // Only `]]>` needs it, but then there is no need to look for that.
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\"") where isAttribute: "&quot;"
        default: nil
        }
    }

    private mutating func append(hiddenXML value: UInt32) {
        switch value {
        case 0x09: self += "&#9;"
        case 0x0A: self += "&#10;"
        case 0x0D: self += "&#13;"
        default:
            self += "\\u{"
            append(hexadecimal: value)
            self += "}"
        }
    }
}

private let xmlTable = ByteTable(markup: "<>&\"")
