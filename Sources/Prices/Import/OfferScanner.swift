internal import Diagnostics

/// What keeps a file from being read as an offer file.
struct OfferProblem: Error {
    var diagnostic: Diagnostic
}

/// Finds the members of JSON objects in a large file without building a tree of it: each member's range can then be read
/// alone, so that a file of 300 MB needs little more memory than its bytes. What it steps over it does not check.
struct OfferScanner {
    private let file: SourceFile
    private let bytes: UnsafeBufferPointer<UInt8>

    init(_ file: SourceFile) {
        self.file = file
        bytes = file.bytes
    }

    /// The object that the whole file is.
    func root() throws(OfferProblem) -> Range<Int> {
        let start = skipSpace(file.hasByteOrderMark ? 3 : 0)
        guard start < bytes.count else { throw problem("the file is empty", at: 0..<0) }
        let end = try valueEnd(start)
        let rest = skipSpace(end)
        guard rest == bytes.count else {
            throw problem("there is more text after the end of the JSON value", at: rest..<rest + 1)
        }
        return start..<end
    }

    /// Calls `body` for each member of the object: the range of its key within the quotes, and that of its value.
    func members(
        of object: Range<Int>, _ body: (Range<Int>, Range<Int>) throws(OfferProblem) -> Void
    ) throws(OfferProblem) {
        guard bytes[object.lowerBound] == UInt8(ascii: "{") else {
            throw problem("this is no JSON object", at: object.lowerBound..<object.lowerBound + 1)
        }
        var at = skipSpace(object.lowerBound + 1)
        if at < bytes.count, bytes[at] == UInt8(ascii: "}") { return }
        while true {
            guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
                throw problem("expected a key in double quotes here", at: at..<at + 1)
            }
            let keyEnd = try stringEnd(at)
            let key = at + 1..<keyEnd - 1
            at = skipSpace(keyEnd)
            guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else {
                throw problem("expected `:` here", at: at..<at + 1)
            }
            at = skipSpace(at + 1)
            let end = try valueEnd(at)
            try body(key, at..<end)
            at = skipSpace(end)
            if at < bytes.count, bytes[at] == UInt8(ascii: "}") { return }
            guard at < bytes.count, bytes[at] == UInt8(ascii: ",") else {
                throw problem("expected `,` or `}` here", at: at..<at + 1)
            }
            at = skipSpace(at + 1)
        }
    }

    func text(_ range: Range<Int>) -> String { file.text(range) }

    func isEqual(_ range: Range<Int>, _ text: StaticString) -> Bool {
        range.count == text.utf8CodeUnitCount
            && bytes[range].elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Whether the value is an object.
    func isObject(_ value: Range<Int>) -> Bool { bytes[value.lowerBound] == UInt8(ascii: "{") }

    // MARK: Stepping over

    private func skipSpace(_ start: Int) -> Int {
        var at = start
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 {
            at += 1
        }
        return at
    }

    private func stringEnd(_ start: Int) throws(OfferProblem) -> Int {
        var at = start + 1
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\""): return at + 1
            case UInt8(ascii: "\\"): at += 2
            default: at += 1
            }
        }
        throw problem("this JSON string has no end", at: start..<start + 1)
    }

    /// One past the end of the value that begins here.
    private func valueEnd(_ start: Int) throws(OfferProblem) -> Int {
        guard start < bytes.count else { throw problem("the JSON text ends before its value does", at: start..<start) }
        switch bytes[start] {
        case UInt8(ascii: "\""): return try stringEnd(start)
        case UInt8(ascii: "{"), UInt8(ascii: "["): return try collectionEnd(start)
        default:
            var at = start
            while at < bytes.count, !Self.ends(bytes[at]) { at += 1 }
            guard at > start else { throw problem("expected a value here", at: start..<start + 1) }
            return at
        }
    }

    private static func ends(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
            || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "\"")
    }

    private func collectionEnd(_ start: Int) throws(OfferProblem) -> Int {
        var at = start
        var depth = 0
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\""):
                at = try stringEnd(at)
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return at + 1 }
            default: break
            }
            at += 1
        }
        let bracket = bytes[start] == UInt8(ascii: "{") ? "{" : "["
        throw problem(
            "this `\(bracket)` has no end", at: start..<start + 1, help: "the file is cut off; is it complete?")
    }

    func problem(_ message: String, at range: Range<Int>, help: String? = nil) -> OfferProblem {
        let start = min(range.lowerBound, bytes.count)
        let end = min(max(range.upperBound, start), bytes.count)
        return OfferProblem(
            diagnostic: Diagnostic(.error, message, at: SourceSpan(file: file, start: start, end: end), help: help))
    }
}
