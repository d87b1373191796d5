internal import Networks

/// Whether a condition holds of one request.
///
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html and, on keys
/// with several values, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
struct ConditionEvaluation {
    let request: Request
    let hasVariables: Bool

    func holds(_ condition: Condition) -> Ternary {
        guard let test = condition.test else { return .maybe }
        let value = request.value(of: condition.key.text.lowercased())
        if test.comparison == .null { return null(condition, value) }
        switch value {
        case .unknown: return unknown(condition, test)
        case .foreign: return foreign(condition, test)
        case .missing: return Ternary(test.holdsWithoutKey)
        case .values(let values): return quantified(values, condition, test)
        }
    }

    private func null(_ condition: Condition, _ value: Request.Value) -> Ternary {
        guard value != .unknown, value != .foreign else { return .maybe }
        let word = value == .missing ? "true" : "false"
        return Ternary(condition.values.contains { $0.text.lowercased() == word })
    }

    /// Without a value only what is true or false of every value is known.
    private func unknown(_ condition: Condition, _ test: ConditionOperator) -> Ternary {
        condition.values.isEmpty && !test.isNegated && !test.holdsWithoutKey ? .no : .maybe
    }

    /// A stranger has none of the values that say who is meant, and may have those that leave it open.
    private func foreign(_ condition: Condition, _ test: ConditionOperator) -> Ternary {
        guard let meaning = condition.meaning, let kind = ValueKind(test) else { return .maybe }
        let context = LimitContext(account: nil, hasVariables: hasVariables)
        let isOpen = condition.values.contains {
            if case .open = Condition.scope($0.text, kind, meaning.role, context) { true } else { false }
        }
        if isOpen { return .maybe }
        if test.isNegated { return test.quantifier == .any ? .maybe : .yes }
        // Without the key, as outside of any organisation.
        return test.holdsWithoutKey ? .maybe : .no
    }

    private func quantified(_ values: [String], _ condition: Condition, _ test: ConditionOperator) -> Ternary {
        let each = values.lazy.map { self.one($0, condition, test) }
        switch test.quantifier {
        case .all: return each.min() ?? .yes
        case .any: return each.max() ?? .no
        // A key that should have one value: more than one are taken as any of them.
        case nil: return test.isNegated ? each.min() ?? .yes : each.max() ?? .no
        }
    }

    /// Whether one value of the request meets the operator: matches any of the policy's values, or, negated, none.
    private func one(_ value: String, _ condition: Condition, _ test: ConditionOperator) -> Ternary {
        let result = condition.values.map { matches($0.text, value, test.comparison) }.max() ?? .no
        return test.isNegated ? !result : result
    }

    private func matches(_ written: String, _ value: String, _ comparison: ConditionOperator.Comparison) -> Ternary {
        var pattern = written
        if hasVariables, written.contains("${") {
            switch VariableText(written).resolved(by: request) {
            case .text(let text): pattern = text
            case .missing: return .no
            case .unknown: return .maybe
            }
        }
        return Comparison.matches(pattern, value, comparison)
    }
}

/// How one value of a request compares with one value of a policy.
enum Comparison {
    static func matches(_ pattern: String, _ value: String, _ comparison: ConditionOperator.Comparison) -> Ternary {
        switch comparison {
        case .stringEquals, .binaryEquals: return Ternary(unescaped(pattern) == value)
        case .stringEqualsIgnoreCase: return Ternary(unescaped(pattern).lowercased() == value.lowercased())
        case .stringLike: return Ternary(EscapedGlob.matches(pattern, value))
        case .arnEquals, .arnLike: return Ternary(arn(pattern, value))
        case .bool: return Ternary(pattern.lowercased() == value.lowercased())
        case .ipAddress:
            guard let cidr = try? CIDR(pattern), let address = IPAddress(value) else { return .maybe }
            return Ternary(AddressSet(cidr).contains(address))
        case .numericEquals: return number(pattern, value, ==)
        case .numericLessThan: return number(pattern, value, <)
        case .numericLessThanEquals: return number(pattern, value, <=)
        case .numericGreaterThan: return number(pattern, value, >)
        case .numericGreaterThanEquals: return number(pattern, value, >=)
        case .dateEquals: return date(pattern, value, ==)
        case .dateLessThan: return date(pattern, value, <)
        case .dateLessThanEquals: return date(pattern, value, <=)
        case .dateGreaterThan: return date(pattern, value, >)
        case .dateGreaterThanEquals: return date(pattern, value, >=)
        case .null: return .maybe
        }
    }

    private static func arn(_ pattern: String, _ value: String) -> Bool {
        if pattern == "*" { return true }
        guard let left = ARN(completing: pattern), let right = ARN(value) else { return pattern == value }
        return zip(left.parts, right.parts).allSatisfy { EscapedGlob.matches(String($0), String($1)) }
    }

    private static func number(_ pattern: String, _ value: String, _ compare: (Double, Double) -> Bool) -> Ternary {
        guard let limit = Double(pattern), let number = Double(value) else { return .maybe }
        return Ternary(compare(number, limit))
    }

    private static func date(_ pattern: String, _ value: String, _ compare: (Double, Double) -> Bool) -> Ternary {
        guard let limit = PolicyDate.seconds(pattern), let date = PolicyDate.seconds(value) else { return .maybe }
        return Ternary(compare(date, limit))
    }

    /// Where wildcards mean nothing, escaped ones are those characters.
    private static func unescaped(_ pattern: String) -> String {
        guard pattern.utf8.contains(EscapedGlob.escape) else { return pattern }
        return String(decoding: pattern.utf8.filter { $0 != EscapedGlob.escape }, as: UTF8.self)
    }
}

/// Patterns in which `${*}` and values of the request have been put: bytes behind an escape stand for themselves.
enum EscapedGlob {
    /// A control character, which no policy holds.
    static let escape: UInt8 = 0x1B

    static func matches(_ pattern: String, _ text: String) -> Bool {
        guard pattern.utf8.contains(escape) else { return Glob.matches(pattern, text) }
        // Both sides get private bytes for the characters that stand for themselves.
        var left: [UInt8] = []
        var isEscaped = false
        for byte in pattern.utf8 {
            if byte == escape, !isEscaped {
                isEscaped = true
                continue
            }
            left.append(isEscaped && byte == Glob.star ? 0x01 : isEscaped && byte == Glob.question ? 0x02 : byte)
            isEscaped = false
        }
        // A `?` or `*` of the text matches wildcards as any character, and the escaped one as itself.
        return left.withUnsafeBufferPointer { pattern in
            Array(text.utf8.map { $0 == Glob.star ? 0x01 : $0 == Glob.question ? 0x02 : $0 }).withUnsafeBufferPointer {
                Glob.matches(pattern, $0)
            }
        }
    }

    /// Text that no wildcard in it counts of.
    static func literal(_ text: String) -> String {
        text.utf8.contains { $0 == Glob.star || $0 == Glob.question }
            ? text.map { $0 == "*" || $0 == "?" ? "\u{1B}\($0)" : String($0) }.joined() : text
    }
}

extension VariableText {
    /// The text with the request's values in it.
    enum Resolution: Equatable {
        case text(String)
        /// The request lacks a key that has no default: nothing matches.
        case missing
        case unknown
    }

    func resolved(by request: Request) -> Resolution {
        var result = ""
        for part in parts {
            switch part {
            case .text(let text): result += text
            case .character(let character): result += EscapedGlob.literal(character)
            case .variable(let key, let fallback):
                switch request.value(of: key.lowercased()) {
                case .values(let values) where values.count == 1: result += EscapedGlob.literal(values[0])
                // A variable takes single values only.
                case .values: return .missing
                case .missing:
                    guard let fallback else { return .missing }
                    result += EscapedGlob.literal(fallback)
                case .unknown, .foreign: return .unknown
                }
            }
        }
        return .text(result)
    }
}
