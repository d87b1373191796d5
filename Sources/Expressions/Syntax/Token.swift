/// A word of an expression (https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax).
struct Token {
    enum Kind: UInt8 {
        case end
        case identifier, quotedIdentifier
        /// A word of `ReservedWord`, but those that have a meaning.
        case reserved
        case null, `true`, `false`, `in`
        case int, uint, double
        /// Text or bytes, with or without escapes; see `StringLiteral`.
        case string
        case openParenthesis, closeParenthesis, openBracket, closeBracket, openBrace, closeBrace
        case dot, comma, question, colon
        case and, or, not
        case equals, differs, less, lessOrEqual, greater, greaterOrEqual
        case plus, minus, star, slash, percent
        /// A single `=`, which is no part of the language but often written.
        case assign
    }

    var kind: Kind
    var start: Int
    var end: Int

    var range: TextRange { TextRange(start, end) }

    /// The operator that stands between two operands.
    var infix: (function: Function, precedence: Precedence)? {
        switch kind {
        case .or: (.or, .or)
        case .and: (.and, .and)
        case .equals: (.equals, .relation)
        case .differs: (.differs, .relation)
        case .less: (.less, .relation)
        case .lessOrEqual: (.lessOrEqual, .relation)
        case .greater: (.greater, .relation)
        case .greaterOrEqual: (.greaterOrEqual, .relation)
        case .in: (.isIn, .relation)
        case .plus: (.add, .sum)
        case .minus: (.subtract, .sum)
        case .star: (.multiply, .product)
        case .slash: (.divide, .product)
        case .percent: (.remainder, .product)
        default: nil
        }
    }

    /// Whether an operand may begin with it.
    var beginsOperand: Bool {
        switch kind {
        case .identifier, .quotedIdentifier, .reserved, .null, .true, .false, .int, .uint, .double, .string,
            .openParenthesis, .openBracket, .openBrace, .dot, .not, .minus:
            true
        default: false
        }
    }
}

/// How tightly an operator binds, the loosest first.
enum Precedence: Int, Comparable {
    case conditional, or, and, relation, sum, product, unary, member
    /// Tighter than any expression: only parentheses do.
    case parenthesized

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// The next tighter one.
    var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .parenthesized }
}
