extension ByteSink {
    /// Adds the text as a JSON string (RFC 8259), quotation marks included. Hidden characters are escaped too, which
    /// loses nothing and keeps the file readable in a terminal and valid as JavaScript.
    package mutating func append(json text: String) {
        append(byte: UInt8(ascii: "\""))
        withUTF8(of: text) { append(jsonContent: $0) }
        append(byte: UInt8(ascii: "\""))
    }

    /// Adds `null` for nil.
    package mutating func append(json text: String?) {
        if let text { append(json: text) } else { self += "null" }
    }

    private mutating func append(jsonContent text: UnsafeBufferPointer<UInt8>) {
        var plain = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            var length = 1
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                append(UnsafeBufferPointer(rebasing: text[plain..<index]))
                append(byte: UInt8(ascii: "\\"))
                append(byte: byte)
                plain = index + 1
            } else if HiddenScalars.mayBegin(with: byte), let hidden = HiddenScalars.scalar(at: index, in: text) {
                append(UnsafeBufferPointer(rebasing: text[plain..<index]))
                length = hidden.length
                plain = index + length
                switch byte {
                case UInt8(ascii: "\n"): self += "\\n"
                case UInt8(ascii: "\r"): self += "\\r"
                case UInt8(ascii: "\t"): self += "\\t"
                default:
                    self += "\\u"
                    append(hexadecimal: hidden.value, width: 4)
                }
            }
            index += length
        }
        append(UnsafeBufferPointer(rebasing: text[plain...]))
    }
}
