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

    /// Adds a JSON list of strings.
    package mutating func append(json texts: [String]) {
        self += "["
        for (position, text) in texts.enumerated() {
            if position > 0 { self += "," }
            append(json: text)
        }
        self += "]"
    }

    private mutating func append(jsonContent text: UnsafeBufferPointer<UInt8>) {
        var plain = 0
        var index = jsonTable.next(from: 0, in: text)
        while index < text.count {
            let byte = text[index]
            var length = 1
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                append(UnsafeBufferPointer(rebasing: text[plain..<index]))
                append(byte: UInt8(ascii: "\\"))
                append(byte: byte)
                plain = index + 1
            } else if let hidden = HiddenScalars.scalar(at: index, in: text) {
                append(UnsafeBufferPointer(rebasing: text[plain..<index]))
                length = hidden.length
                plain = index + length
                append(hiddenJSON: hidden.value)
            }
            index = jsonTable.next(from: index + length, in: text)
        }
        append(UnsafeBufferPointer(rebasing: text[plain...]))
    }

    private mutating func append(hiddenJSON value: UInt32) {
        switch value {
        case 0x0A: self += "\\n"
        case 0x0D: self += "\\r"
        case 0x09: self += "\\t"
        default:
            self += "\\u"
            append(hexadecimal: value, width: 4)
        }
    }
}

private let jsonTable = ByteTable(markup: "\"\\")
