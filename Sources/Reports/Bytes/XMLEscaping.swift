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
        var index = 0
        while index < text.count {
            let byte = text[index]
            var length = 1
            switch byte {
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
                append(UnsafeBufferPointer(rebasing: text[plain..<index]))
                if byte == UInt8(ascii: "&") {
                    self += "&amp;"
                } else if byte == UInt8(ascii: "<") {
                    self += "&lt;"
                } else {
                    self += "&gt;"
                }
                plain = index + 1
            case UInt8(ascii: "\"") where isAttribute:
                append(UnsafeBufferPointer(rebasing: text[plain..<index]))
                self += "&quot;"
                plain = index + 1
            case UInt8(ascii: "\t") where !isAttribute, UInt8(ascii: "\n") where !isAttribute:
                break
            case _ where HiddenScalars.mayBegin(with: byte):
                guard let hidden = HiddenScalars.scalar(at: index, in: text) else { break }
                append(UnsafeBufferPointer(rebasing: text[plain..<index]))
                length = hidden.length
                plain = index + length
                append(hiddenXML: hidden.value)
            default:
                break
            }
            index += length
        }
        append(UnsafeBufferPointer(rebasing: text[plain...]))
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
