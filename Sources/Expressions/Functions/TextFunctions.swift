/// Questions about text
/// (https://github.com/google/cel-spec/blob/master/doc/langdef.md#list-of-standard-definitions), and the functions of
/// CEL's string extension that find and cut (https://github.com/google/cel-go/blob/master/ext/README.md#strings).
/// Positions count code points from 0.
enum TextFunctions {
    static let definitions: [FunctionDefinition] = [
        FunctionDefinition(
            .startsWith, [.member(.string, .string, gives: .bool)], "Whether a text begins with another.",
            example: "'foobar'.startsWith('foo')",
            two: { test($0, $1) { $0.starts(with: $1) } }),
        FunctionDefinition(
            .endsWith, [.member(.string, .string, gives: .bool)], "Whether a text ends with another.",
            example: "'foobar'.endsWith('bar')",
            two: { test($0, $1) { $0.suffix($1.count).elementsEqual($1) } }),
        FunctionDefinition(
            .contains, [.member(.string, .string, gives: .bool)], "Whether a text holds another.",
            example: "'foobar'.contains('oba')",
            two: { test($0, $1) { $0.firstIndex(of: $1) != nil } }),
        FunctionDefinition(
            .containsIgnoringCase, [.member(.string, .string, gives: .bool)],
            "Whether a text holds another, ASCII letters of either case being the same.",
            example: "'FooBar'.containsIgnoringCase('OBA')", two: containsIgnoringCase),
        FunctionDefinition(
            .matches, [.global(.string, .string, gives: .bool), .member(.string, .string, gives: .bool)],
            "Whether a regular expression (RE2 syntax) matches part of a text; `^` and `$` tie it to the ends.",
            example: "'web-12'.matches('^[a-z]+-[0-9]+$')", two: matches),
        FunctionDefinition(
            .charAt, [.member(.string, .int, gives: .string)],
            "The character at a position, counted from 0; nothing at the end.", example: "'hello'.charAt(4) == 'o'",
            two: charAt),
        FunctionDefinition(
            .indexOf,
            [.member(.string, .string, gives: .int), .member(.string, .string, .int, gives: .int)],
            "Where a text first occurs, from a position on if one is given; -1 when it does not.",
            example: "'hello mellow'.indexOf('ello', 2) == 7", any: indexOf),
        FunctionDefinition(
            .lastIndexOf,
            [.member(.string, .string, gives: .int), .member(.string, .string, .int, gives: .int)],
            "Where a text last occurs, at a position or before if one is given; -1 when it does not.",
            example: "'hello mellow'.lastIndexOf('ello') == 7", any: lastIndexOf),
        FunctionDefinition(
            .substring, [.member(.string, .int, gives: .string), .member(.string, .int, .int, gives: .string)],
            "The part of a text from a position to its end, or up to and excluding another position.",
            example: "'tacocat'.substring(0, 4) == 'taco'", any: substring),
    ]

    private typealias Bytes = UnsafeBufferPointer<UInt8>

    private static func test(_ text: Value, _ part: Value, _ holds: (Bytes, Bytes) -> Bool) -> Value? {
        guard case .string(let text) = text, case .string(let part) = part else { return nil }
        return .bool(text.withBytes { text in part.withBytes { holds(text, $0) } })
    }

    private static func containsIgnoringCase(_ text: Value, _ part: Value) -> Value? {
        guard case .string(let text) = text, case .string(let part) = part else { return nil }
        return test(.string(text.lowercasedASCII), .string(part.lowercasedASCII)) { $0.firstIndex(of: $1) != nil }
    }

    private static func matches(_ text: Value, _ pattern: Value) throws(EvaluationError) -> Value? {
        guard case .string(let text) = text, case .string(let pattern) = pattern else { return nil }
        do {
            let pattern = try Pattern.cached(pattern)
            return .bool(text.withBytes(pattern.matches))
        } catch {
            throw EvaluationError(.invalidArgument, "invalid_argument: \(error.message)")
        }
    }

    private static func charAt(_ text: Value, _ position: Value) throws(EvaluationError) -> Value? {
        guard case .string(let text) = text, case .int(let position) = position else { return nil }
        let start = try offset(of: position, in: text, .charAt, mayBeEnd: true)
        return .string(
            text.withBytes { bytes in
                bytes.text(start..<(bytes.offset(ofCodePoint: Int(position) + 1) ?? start))
            })
    }

    private static func indexOf(_ arguments: [Value]) throws(EvaluationError) -> Value? {
        guard let (text, part, position) = search(arguments) else { return nil }
        // The empty text is found at once, wherever that is.
        guard !part.isEmpty else { return .int(position ?? 0) }
        let start = try offset(of: position ?? 0, in: text, .indexOf, mayBeEnd: position == nil)
        return index(of: part, in: text) { $0.firstIndex(of: $1, from: start) }
    }

    private static func lastIndexOf(_ arguments: [Value]) throws(EvaluationError) -> Value? {
        guard let (text, part, position) = search(arguments) else { return nil }
        guard !part.isEmpty else { return .int(position ?? Int64(text.unicodeScalars.count)) }
        var limit = text.utf8.count
        if let position { limit = try offset(of: position, in: text, .lastIndexOf, mayBeEnd: false) }
        return index(of: part, in: text) { $0.lastIndex(of: $1, upTo: limit) }
    }

    private static func index(of part: String, in text: String, _ find: (Bytes, Bytes) -> Int?) -> Value {
        text.withBytes { text in
            guard let found = part.withBytes({ find(text, $0) }) else { return .int(-1) }
            return .int(Int64(Bytes(rebasing: text[..<found]).codePointCount))
        }
    }

    /// The byte at which the code point begins.
    private static func offset(
        of position: Int64, in text: String, _ function: Function, mayBeEnd: Bool
    ) throws(EvaluationError) -> Int {
        guard let offset = text.withBytes({ $0.offset(ofCodePoint: Int(position)) }),
            mayBeEnd || offset < text.utf8.count
        else { throw outOfRange(position, function) }
        return offset
    }

    private static func search(_ arguments: [Value]) -> (text: String, part: String, position: Int64?)? {
        guard arguments.count == 2 || arguments.count == 3, case .string(let text) = arguments[0],
            case .string(let part) = arguments[1]
        else { return nil }
        guard arguments.count == 3 else { return (text, part, nil) }
        guard case .int(let position) = arguments[2] else { return nil }
        return (text, part, position)
    }

    private static func substring(_ arguments: [Value]) throws(EvaluationError) -> Value? {
        guard arguments.count == 2 || arguments.count == 3, case .string(let text) = arguments[0],
            case .int(let first) = arguments[1]
        else { return nil }
        var last: Int64?
        if arguments.count == 3 {
            guard case .int(let position) = arguments[2] else { return nil }
            last = position
        }
        if let last, first > last {
            throw EvaluationError(.index, "invalid substring range. start: \(first), end: \(last)")
        }
        let start = try offset(of: first, in: text, .substring, mayBeEnd: true)
        let end = try last.map { (last) throws(EvaluationError) in
            try offset(of: last, in: text, .substring, mayBeEnd: true)
        }
        return .string(text.withBytes { $0.text(start..<(end ?? $0.count)) })
    }

    private static func outOfRange(_ position: Int64, _ function: Function) -> EvaluationError {
        EvaluationError(.index, "index out of range: \(position) (\(function.rawValue))")
    }
}

extension String {
    /// With the letters A to Z in lower case.
    var lowercasedASCII: String {
        String(
            decoding: utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// With the letters a to z in upper case.
    var uppercasedASCII: String {
        String(
            decoding: utf8.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) ? $0 & ~0x20 : $0 }, as: UTF8.self
        )
    }
}
