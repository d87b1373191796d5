/// Reads the text of an expression (https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax): descends by
/// brackets, climbs by precedence. Goes on after an error where the rest can be understood, so that one reading tells
/// several; a tree with an error in it is never given out.
package struct Parser {
    var lexer: Lexer
    /// The token to read next.
    var token: Token
    /// The token before it.
    var previous: Token
    /// Brackets and branches around the place.
    var level = 0
    /// The level at which the key of a map is read: `=` after it is a misspelled `:`.
    var keyLevel: Int?

    /// A tree with its height and the range of its text, parentheses around it included.
    struct Branch {
        var syntax: Syntax
        var height: Int
        var range: TextRange

        init(_ syntax: Syntax, height: Int, range: TextRange? = nil) {
            (self.syntax, self.height, self.range) = (syntax, height, range ?? syntax.range)
        }
    }

    /// Reads UTF-8. There is a tree or there are errors, in the order of their places.
    package static func parse(_ text: UnsafeBufferPointer<UInt8>) -> (syntax: Syntax?, errors: [SyntaxError]) {
        guard text.count <= SyntaxLimits.bytes else {
            let message = "an expression of \(text.count) bytes is longer than the limit of \(SyntaxLimits.bytes) bytes"
            return (nil, [SyntaxError(message, TextRange(0, 1))])
        }
        if let at = ByteCheck.firstInvalid(text) {
            let message = "the byte 0x\(String(text[at], radix: 16, uppercase: true)) is not UTF-8"
            return (nil, [SyntaxError(message, TextRange(at, at + 1), help: "save the text as UTF-8")])
        }
        var parser = Parser(text)
        let branch = parser.whole()
        let errors = parser.lexer.errors.sorted
        return (errors.isEmpty ? branch.syntax : nil, errors)
    }

    package static func parse(_ text: String) -> (syntax: Syntax?, errors: [SyntaxError]) {
        var text = text
        return text.withUTF8 { parse($0) }
    }

    private init(_ text: UnsafeBufferPointer<UInt8>) {
        lexer = Lexer(text)
        previous = Token(kind: .end, start: 0, end: 0)
        token = lexer.next()
    }

    mutating func advance() {
        previous = token
        token = lexer.next()
    }

    /// Steps over a token of this kind.
    mutating func skip(_ kind: Token.Kind) -> Bool {
        guard token.kind == kind else { return false }
        advance()
        return true
    }

    /// A node above branches of this height.
    mutating func node(_ kind: Syntax.Kind, _ range: TextRange, above height: Int) -> Branch {
        if height >= SyntaxLimits.depth { tellDepth(previous.range) }
        return Branch(Syntax(kind, range), height: height + 1)
    }

    // MARK: Expressions

    private mutating func whole() -> Branch {
        let branch = expression()
        if token.kind != .end { tellTrailing() }
        return branch
    }

    /// `Expr`: a conditional, or an operand of one.
    mutating func expression() -> Branch {
        let condition = binary(.or)
        guard token.kind == .question else { return condition }
        return conditional(condition)
    }

    private mutating func conditional(_ condition: Branch) -> Branch {
        let question = token
        advance()
        guard enter(question) else { return condition }
        defer { level -= 1 }
        let yes = binary(.or)
        guard skip(.colon) else {
            tellNoColon(question)
            return condition
        }
        let no = expression()
        return node(
            .conditional(condition.syntax, yes.syntax, no.syntax), condition.range.through(no.range),
            above: max(condition.height, yes.height, no.height))
    }

    /// Operators that bind at least as tightly as `lowest`, and what they join.
    private mutating func binary(_ lowest: Precedence) -> Branch {
        var left = unary()
        while let (function, precedence) = infix(), precedence >= lowest {
            left =
                precedence == .and || precedence == .or
                ? chain(left, function, precedence) : operation(left, function, precedence)
        }
        return left
    }

    private mutating func operation(_ left: Branch, _ function: Function, _ precedence: Precedence) -> Branch {
        advance()
        let right = binary(precedence.tighter)
        return node(
            .operation(function, [left.syntax, right.syntax]), left.range.through(right.range),
            above: max(left.height, right.height))
    }

    /// `a && b && c` as one node, so that a long chain is no deep tree.
    private mutating func chain(_ first: Branch, _ function: Function, _ precedence: Precedence) -> Branch {
        var operands = [first.syntax]
        var (height, range) = (first.height, first.range)
        while let next = infix(), next.function == function {
            advance()
            let operand = binary(precedence.tighter)
            operands.append(operand.syntax)
            height = max(height, operand.height)
            range = range.through(operand.range)
        }
        return node(.operation(function, operands), range, above: height)
    }

    /// Signs and their operand. A minus before a number is part of the number, as in -9223372036854775808.
    private mutating func unary() -> Branch {
        guard isSign() else { return member(primary()) }
        let first = token
        advance()
        guard isSign() else { return signed(first) }
        var signs = [first]
        while isSign() {
            signs.append(token)
            advance()
            guard signs.count <= SyntaxLimits.depth else {
                tellDepth(token.range)
                break
            }
        }
        var operand = signed(signs.removeLast())
        while let sign = signs.popLast() { operand = apply(sign, operand) }
        return operand
    }

    private mutating func signed(_ sign: Token) -> Branch {
        if sign.kind == .minus, token.kind == .int || token.kind == .double { return member(number(sign: sign)) }
        return apply(sign, member(primary()))
    }

    private mutating func apply(_ sign: Token, _ operand: Branch) -> Branch {
        node(
            .unary(sign.kind == .not ? .not : .negate, operand.syntax), sign.range.through(operand.range),
            above: operand.height)
    }

    // MARK: Operands

    /// What stands before the first dot or index.
    mutating func primary() -> Branch {
        let start = token
        switch start.kind {
        case .identifier: return name(isAbsolute: false, from: start.start)
        case .string: return text()
        case .int, .uint, .double: return number(sign: nil)
        case .true: return constant(.bool(true))
        case .false: return constant(.bool(false))
        case .null: return constant(.null)
        case .openBracket: return list()
        case .openBrace: return map()
        case .openParenthesis: return parenthesized()
        case .dot:
            advance()
            guard token.kind == .identifier else { return missingName(after: start) }
            return name(isAbsolute: true, from: start.start)
        default: return missingOperand()
        }
    }

    private mutating func constant(_ kind: Syntax.Kind) -> Branch {
        advance()
        return Branch(Syntax(kind, previous.range), height: 1)
    }

    private mutating func text() -> Branch {
        var literal = StringLiteral(lexer.text, token)
        if let plain = literal.plain {
            return constant(literal.isBytes ? .bytes(Array(plain)) : .string(String(decoding: plain, as: UTF8.self)))
        }
        literal.unescape(&lexer.errors)
        return constant(
            literal.isBytes ? .bytes(literal.value) : .string(String(decoding: literal.value, as: UTF8.self)))
    }

    /// The number that comes next, negative when there is a sign.
    private mutating func number(sign: Token?) -> Branch {
        let kind = token.kind
        let range = (sign ?? token).range.through(token.range)
        let digits = UnsafeBufferPointer(rebasing: lexer.text[token.start..<token.end - (kind == .uint ? 1 : 0)])
        let value: Syntax.Kind? =
            switch kind {
            case .int: NumberLiteral.int(digits, isNegative: sign != nil).map { .int($0) }
            case .uint: NumberLiteral.magnitude(digits).map { .uint($0) }
            default:
                NumberLiteral.double(String(decoding: digits, as: UTF8.self), isNegative: sign != nil).map {
                    .double($0)
                }
            }
        if value == nil { tellNumber(kind, range) }
        advance()
        return Branch(Syntax(value ?? .null, range), height: 1)
    }

    private mutating func parenthesized() -> Branch {
        let open = token
        advance()
        guard enter(open) else { return placeholder() }
        let inner = expression()
        level -= 1
        let end = close(open)
        return Branch(inner.syntax, height: inner.height, range: TextRange(open.start, end))
    }
}
