/// `format` of CEL's string extension
/// (https://github.com/google/cel-spec/blob/master/doc/extensions/strings.md#stringformatlist---string).
enum TextFormat {
    static let definition = FunctionDefinition(
        .format, [.member(.string, .list(.dyn), gives: .string)],
        "The text with values in the places of `%s` (any), `%d` (decimal), `%f`, `%e` (with `%.3f` digits), `%b`, `%o`, `%x`, `%X`.",
        example: "'%s has %d of %.1f'.format(['a', 5, 2.25]) == 'a has 5 of 2.2'",
        two: { (text, arguments) throws(EvaluationError) in
            guard case .string(let text) = text, case .list(let arguments) = arguments else { return nil }
            return .string(try format(text, arguments))
        })

    private static func format(_ text: String, _ arguments: [Value]) throws(EvaluationError) -> String {
        var result = ""
        var clauses = FormatClauses(text)
        var next = 0
        while let clause = try clauses.next() {
            switch clause {
            case .text(let part): result += part
            case .value(let kind, let precision):
                guard next < arguments.count else {
                    throw EvaluationError(.invalidArgument, "format: index \(next) out of range")
                }
                result += try ValueFormat(kind, precision).text(arguments[next], room: Limit.bytes - result.utf8.count)
                next += 1
            }
            try Limit.check(bytes: result.utf8.count, .format)
        }
        return result
    }
}

/// Cuts a format into plain text and clauses, `%[.precision]conversion`.
private struct FormatClauses {
    enum Clause {
        case text(String)
        case value(Unicode.Scalar, precision: Int?)
    }

    /// More digits than any double has after its point.
    private static let maximalPrecision = 1_100

    private var rest: Substring.UnicodeScalarView

    init(_ text: String) { rest = text[...].unicodeScalars }

    /// Nil at the end.
    mutating func next() throws(EvaluationError) -> Clause? {
        guard let first = rest.first else { return nil }
        guard first == "%" else {
            let end = rest.firstIndex(of: "%") ?? rest.endIndex
            defer { rest = rest[end...] }
            return .text(String(rest[..<end]))
        }
        rest.removeFirst()
        if rest.first == "%" {
            rest.removeFirst()
            return .text("%")
        }
        var precision: Int?
        if rest.first == "." {
            rest.removeFirst()
            precision = try readPrecision()
        }
        guard let conversion = rest.popFirst() else { throw Self.error("unexpected end of string") }
        guard "sdfebxXo".unicodeScalars.contains(conversion) else {
            throw Self.error("unrecognized formatting clause \"\(conversion)\"")
        }
        return .value(conversion, precision: precision)
    }

    private mutating func readPrecision() throws(EvaluationError) -> Int {
        let digits = rest.prefix { "0"..."9" ~= $0 }
        rest = rest[digits.endIndex...]
        guard !digits.isEmpty else { throw Self.error("could not find end of precision specifier") }
        guard digits.count <= 9, let precision = Int(String(digits)), precision <= Self.maximalPrecision else {
            throw Self.error("precision \(String(digits)) exceeds maximum allowed precision \(Self.maximalPrecision)")
        }
        return precision
    }

    private static func error(_ reason: String) -> EvaluationError {
        EvaluationError(.invalidArgument, "format: could not parse formatting clause: \(reason)")
    }
}
