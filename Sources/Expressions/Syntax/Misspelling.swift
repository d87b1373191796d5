/// Operators as other languages write them, read as what was meant.
extension Parser {
    /// The operator here, after an operand.
    mutating func infix() -> (function: Function, precedence: Precedence)? {
        if let infix = token.infix { return infix }
        switch token.kind {
        case .assign where level == keyLevel: return nil
        case .assign: respell("`=` is no operator", as: .equals, help: "write `==`")
        case .identifier: wordOperator()
        case .not where follows(.in):
            lexer.errors.add("`!` does not stand before `in`", token.range, help: "write `!(value in list)`")
            advance()
        default: return nil
        }
        return token.infix
    }

    /// Whether a sign stands here, where an operand begins.
    mutating func isSign() -> Bool {
        switch token.kind {
        case .not, .minus: return true
        case .identifier where token.end - token.start == 3 && lexer.text[token.start] | 0x20 == UInt8(ascii: "n"):
            guard ["not", "Not", "NOT"].contains(lexer.string(token)), peek()?.kind.isValue == true else {
                return false
            }
            respell(
                "`\(lexer.string(token))` is no operator", as: .not,
                help: "write `!`, and `!(…)` before more than one value")
            return true
        default: return false
        }
    }

    private mutating func wordOperator() {
        switch lexer.string(token) {
        case "and", "And", "AND": respell(as: .and, "&&")
        case "or", "Or", "OR": respell(as: .or, "||")
        case "eq", "EQ", "equals": respell(as: .equals, "==")
        case "ne", "NE": respell(as: .differs, "!=")
        case "lt", "LT": respell(as: .less, "<")
        case "le", "LE": respell(as: .lessOrEqual, "<=")
        case "gt", "GT": respell(as: .greater, ">")
        case "ge", "GE": respell(as: .greaterOrEqual, ">=")
        case "mod", "MOD": respell(as: .percent, "%")
        case "div", "DIV": respell(as: .slash, "/")
        case "IN", "In": respell(as: .in, "in")
        case "is", "Is", "IS":
            let start = token
            guard case .some(let next) = peek(), next.kind == .identifier, lexer.string(next).lowercased() == "not"
            else { return respell(as: .equals, "==") }
            advance()
            lexer.errors.add("`is not` is no operator", start.range.through(token.range), help: "write `!=`")
            token.kind = .differs
        case "not", "Not", "NOT":
            guard let next = peek(), next.kind == .in || lexer.string(next) == "IN" else { return }
            lexer.errors.add(
                "`not in` is no operator", token.range.through(next.range), help: "write `!(value in list)`")
            advance()
            token.kind = .in
        default: return
        }
    }

    private mutating func respell(as kind: Token.Kind, _ written: String) {
        respell("`\(lexer.string(token))` is no operator", as: kind, help: "write `\(written)`")
    }

    private mutating func respell(_ message: String, as kind: Token.Kind, help: String) {
        lexer.errors.add(message, token.range, help: help)
        token.kind = kind
    }

    /// The token after this one, if there is one.
    func peek() -> Token? {
        var ahead = lexer
        let next = ahead.next()
        return next.kind == .end ? nil : next
    }

    func follows(_ kind: Token.Kind) -> Bool { peek()?.kind == kind }
}
