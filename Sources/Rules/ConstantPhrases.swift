internal import Diagnostics
internal import Expressions

/// Says in words why conditions exclude each other, or why one of them always holds.
struct ConstantPhrases {
    let operands: [ConditionOperand]

    /// `parts`: two or more conditions, joined by `or` when they are always true, else by `and`; `whole`: the place of
    /// all that is joined there, when that is them.
    func diagnostic(_ parts: [(Expression, ConditionFormula)], isAlwaysTrue: Bool, whole: SourceSpan?) -> Diagnostic {
        let (first, last) = (parts[0].0.span, parts[parts.count - 1].0.span)
        let reason = isAlwaysTrue ? always(parts) : never(parts)
        let message = "this condition is \(isAlwaysTrue ? "always" : "never") true: \(reason)"
        let between =
            first.file === last.file && first.end < last.start
            ? SourceSpan(file: first.file, start: first.end, end: last.start).text : ""
        let isExpression = between.contains("&&") || between.contains("||")
        let help = values(parts, isNegated: isAlwaysTrue).map {
            Self.help($0, isAlwaysTrue: isAlwaysTrue, isExpression: isExpression)
        }
        if isExpression, !between.contains("\n") {
            let whole = whole ?? SourceSpan(file: first.file, start: first.start, end: last.end)
            return Diagnostic(.error, message, at: whole, help: help)
        }
        let note = Diagnostic.Note(
            parts.count == 2 ? "this is the other condition" : "this is the first of the conditions", at: first)
        return Diagnostic(.error, message, at: last, help: help, note: note)
    }

    /// Constants that one operand is compared with for equality, or for difference, by each of the parts.
    private func values(_ parts: [(Expression, ConditionFormula)], isNegated: Bool) -> [(Expression, String)]? {
        var result: [(Expression, String)] = []
        for (expression, formula) in parts {
            switch (formula, isNegated) {
            case (.test(let index, .isAmong(let points)), false), (.not(.test(let index, .isAmong(let points))), true):
                let operand = operands[index]
                guard points.count == 1, operand.domain != .bools, let written = Self.constant(expression) else {
                    return nil
                }
                result.append((operand.expression, written))
            default: return nil
            }
        }
        return result
    }

    /// The constant as it was written.
    private static func constant(_ condition: Expression) -> String? {
        switch condition.kind {
        case .call(.not, let arguments): constant(arguments[0])
        case .call(_, let arguments) where arguments.count == 2:
            // Some operators of the match form have a number that nobody wrote.
            if case .int(let value)? = arguments[1].constant { String(value) } else { arguments[1].span.text }
        default: nil
        }
    }

    private static func help(_ values: [(Expression, String)], isAlwaysTrue: Bool, isExpression: Bool) -> String {
        let list = "[" + values.map(\.1).joined(separator: ", ") + "]"
        guard isExpression else {
            return isAlwaysTrue ? "write `not: \(list)` for neither of them" : "write `\(list)` for one of them"
        }
        let test = "\(values[0].0.span.text) in \(list)"
        return isAlwaysTrue ? "write `&&`, or `!(\(test))`" : "write `||`, or `\(test)`"
    }

    // MARK: Reasons

    private func never(_ parts: [(Expression, ConditionFormula)]) -> String {
        guard let name = sharedName(parts) else { return "its parts exclude each other" }
        if let values = values(parts, isNegated: false), values.count == 2 {
            return "\(name) cannot be both \(Self.quoted(values[0].1)) and \(Self.quoted(values[1].1))"
        }
        let phrases = parts.compactMap { phrase($0.0, $0.1) }
        guard phrases.count == parts.count else { return "its parts exclude each other" }
        return "\(name) cannot be \(phrases.joined(separator: " and "))"
    }

    private func always(_ parts: [(Expression, ConditionFormula)]) -> String {
        guard let name = sharedName(parts) else { return "one of its parts always holds" }
        let phrases = parts.compactMap { phrase($0.0, $0.1) }
        guard phrases.count == parts.count else { return "one of its parts always holds" }
        return "whatever \(name) is, it is \(phrases.joined(separator: " or "))"
    }

    /// The name of the one operand that all parts speak of.
    private func sharedName(_ parts: [(Expression, ConditionFormula)]) -> String? {
        let all = parts.reduce(into: Set<Int>()) { $0.formUnion($1.1.operands) }
        guard all.count == 1, let index = all.first else { return nil }
        return Self.name(operands[index].expression)
    }

    /// What is asked of the operand, to follow "it is": `above 5`, `other than running`.
    private func phrase(_ condition: Expression, _ formula: ConditionFormula) -> String? {
        let (test, isNegated): (OperandTest, Bool)
        switch formula {
        case .test(_, let inner): (test, isNegated) = (inner, false)
        case .not(.test(_, let inner)): (test, isNegated) = (inner, true)
        default: return nil
        }
        switch test {
        case .isPresent: return isNegated ? "null" : "not null"
        case .isAmong([.bool(true)]): return isNegated ? "not true" : "true"
        case .isAmong(let points):
            let texts = points.count == 1 ? [Self.constant(condition) ?? points[0].text] : points.map(\.text)
            let list = texts.map(Self.quoted).joined(separator: ", ")
            if texts.count > 1 { return (isNegated ? "not " : "") + "among \(list)" }
            return isNegated ? "other than \(list)" : list
        case .order(let function, let point):
            let word = Self.orders[function] ?? ""
            return (isNegated ? "not " : "") + word + " " + Self.quoted(Self.constant(condition) ?? point.text)
        }
    }

    private static let orders: [Function: String] = [
        .less: "below", .lessOrEqual: "at most", .greater: "above", .greaterOrEqual: "at least",
    ]

    private static func quoted(_ text: String) -> String {
        let isQuoted = text.count > 1 && (text.hasPrefix("\"") || text.hasPrefix("'")) && text.first == text.last
        return "`\(isQuoted ? String(text.dropFirst().dropLast()) : text)`"
    }

    /// An operand as its condition writes it.
    static func name(_ expression: Expression) -> String {
        let text = expression.span.text
        if case .call(let function, let arguments) = expression.kind, arguments.count == 1, !text.contains("("),
            let word = words[function]
        {
            return "the \(word) of \(name(arguments[0]))"
        }
        return text.count <= 60 && !text.contains("\n") ? "`\(text)`" : "the value"
    }

    /// Functions that the match form writes as keys.
    private static let words: [Function: String] = [
        .size: "size", .age: "age", .prefixLength: "prefix length", .kind: "kind",
    ]
}

extension OperandPoint {
    fileprivate var text: String {
        switch self {
        case .number(let value): String(value)
        case .double(let value): String(value)
        case .text(let text): text
        case .bool(let value): String(value)
        }
    }
}
