/// The functions of CEL's string extension that make new texts
/// (https://github.com/google/cel-go/blob/master/ext/README.md#strings); `format` is in TextFormat.swift.
enum TextMaking {
    static let definitions: [FunctionDefinition] = [
        FunctionDefinition(
            .lowerAscii, [.member(.string, gives: .string)], "The text with the letters A to Z in lower case.",
            example: "'TacoCÆt'.lowerAscii() == 'tacocÆt'", one: { text($0) { $0.lowercasedASCII } }),
        FunctionDefinition(
            .upperAscii, [.member(.string, gives: .string)], "The text with the letters a to z in upper case.",
            example: "'tacocαt'.upperAscii() == 'TACOCαT'", one: { text($0) { $0.uppercasedASCII } }),
        FunctionDefinition(
            .trim, [.member(.string, gives: .string)], "The text without white space (as Unicode has it) at both ends.",
            example: "'  \\ttrim\\n'.trim() == 'trim'", one: { text($0, trimmed) }),
        FunctionDefinition(
            .reverse, [.member(.string, gives: .string)], "The characters in the opposite order.",
            example: "'gums'.reverse() == 'smug'",
            one: { text($0) { String(String.UnicodeScalarView($0.unicodeScalars.reversed())) } }),
        FunctionDefinition(
            .quote, [.global(.string, gives: .string)],
            "The text in double quotes, with backslashes before what would not show as it is.",
            example: "strings.quote('a\"b') == '\"a\\\\\"b\"'",
            any: { (arguments) throws(EvaluationError) in try quote(arguments) }),
        FunctionDefinition(
            .replace,
            [
                .member(.string, .string, .string, gives: .string),
                .member(.string, .string, .string, .int, gives: .string),
            ], "The text with another in the place of each occurrence, or of the first so many.",
            example: "'hello hello'.replace('he', 'we', 1) == 'wello hello'", any: replace),
        FunctionDefinition(
            .split,
            [
                .member(.string, .string, gives: .list(.string)),
                .member(.string, .string, .int, gives: .list(.string)),
            ], "The parts of a text between separators, or at most so many, the last with all that is left.",
            example: "'a,b,c'.split(',', 2) == ['a', 'b,c']", any: split),
        FunctionDefinition(
            .join, [.member(.list(.string), gives: .string), .member(.list(.string), .string, gives: .string)],
            "The texts of a list one after the other, with a separator between them if one is given.",
            example: "['a', 'b'].join('-') == 'a-b'", any: join),
    ]

    private static func text(_ value: Value, _ make: (String) -> String) -> Value? {
        if case .string(let text) = value { .string(make(text)) } else { nil }
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }

    private static func quote(_ arguments: [Value]) throws(EvaluationError) -> Value? {
        guard arguments.count == 1, case .string(let text) = arguments[0] else { return nil }
        try Limit.check(bytes: text.utf8.count, .quote)
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if let letter = scalar.escapeLetter {
                quoted += "\\\(letter)"
            } else {
                quoted.unicodeScalars.append(scalar)
            }
        }
        return .string(quoted + "\"")
    }

    private static func replace(_ arguments: [Value]) throws(EvaluationError) -> Value? {
        guard arguments.count == 3 || arguments.count == 4, case .string(let text) = arguments[0],
            case .string(let old) = arguments[1], case .string(let new) = arguments[2]
        else { return nil }
        guard let limit = limit(arguments, at: 3) else { return nil }
        let places = text.withBytes { text in old.withBytes { text.occurrences(of: $0, limit: limit) } }
        try Limit.check(bytes: text.utf8.count + places.count * (new.utf8.count - old.utf8.count), .replace)
        return .string(
            text.withBytes { text in
                var result = ""
                var start = 0
                for place in places {
                    result += text.text(start..<place)
                    result += new
                    start = place + old.utf8.count
                }
                return result + text.text(start..<text.count)
            })
    }

    private static func split(_ arguments: [Value]) throws(EvaluationError) -> Value? {
        guard arguments.count == 2 || arguments.count == 3, case .string(let text) = arguments[0],
            case .string(let separator) = arguments[1]
        else { return nil }
        guard let limit = limit(arguments, at: 2) else { return nil }
        guard limit > 0 else { return .list([]) }
        var places = text.withBytes { text in
            // One more than fits is enough to know that it does not.
            separator.withBytes { text.occurrences(of: $0, limit: min(limit, Limit.elements + 2)) }
        }
        if separator.isEmpty {
            // Between the characters, so not before the first nor after the last.
            places.removeFirst()
            if places.last == text.utf8.count { places.removeLast() }
            if text.isEmpty { return .list([]) }
        }
        if places.count >= limit { places.removeLast(places.count - limit + 1) }
        try Limit.check(elements: places.count + 1, .split)
        return .list(
            text.withBytes { text in
                var parts: [Value] = []
                var start = 0
                for place in places {
                    parts.append(.string(text.text(start..<place)))
                    start = place + separator.utf8.count
                }
                return parts + [.string(text.text(start..<text.count))]
            })
    }

    /// A limit given as the argument at a place: negative or missing is none. Nil when it is no int.
    private static func limit(_ arguments: [Value], at place: Int) -> Int? {
        guard arguments.count > place else { return .max }
        guard case .int(let limit) = arguments[place] else { return nil }
        return limit < 0 ? .max : Int(limit)
    }

    private static func join(_ arguments: [Value]) throws(EvaluationError) -> Value? {
        guard arguments.count == 1 || arguments.count == 2, case .list(let elements) = arguments[0] else { return nil }
        var separator = ""
        if arguments.count == 2 {
            guard case .string(let text) = arguments[1] else { return nil }
            separator = text
        }
        var size = separator.utf8.count * max(0, elements.count - 1)
        for element in elements {
            guard case .string(let text) = element else { return nil }
            size += text.utf8.count
        }
        try Limit.check(bytes: size, .join)
        var result = ""
        result.reserveCapacity(size)
        for (index, element) in elements.enumerated() {
            guard case .string(let text) = element else { return nil }
            if index > 0 { result += separator }
            result += text
        }
        return .string(result)
    }
}
