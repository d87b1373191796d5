/// Names, and what follows an operand: fields, indices, calls and message literals.
extension Parser {
    /// A variable, or the call of a function that no operand stands before.
    mutating func name(isAbsolute: Bool, from start: Int) -> Branch {
        let text = lexer.string(token)
        advance()
        let range = TextRange(start, previous.end)
        guard token.kind == .openParenthesis else {
            return Branch(Syntax(.identifier(text, isAbsolute: isAbsolute), range), height: 1)
        }
        // An absolute function keeps its dot: the tree has no other place for it.
        let name = Syntax.Name(isAbsolute ? "." + text : text, range)
        let arguments = arguments()
        return call(name, nil, arguments, TextRange(start, previous.end))
    }

    /// The operand with all that follows it directly.
    mutating func member(_ first: Branch) -> Branch {
        var operand = first
        while true {
            switch token.kind {
            case .dot: operand = selection(operand)
            case .openBracket: operand = index(operand)
            case .openBrace: operand = message(operand)
            case .openParenthesis:
                tellNotCallable(operand)
                _ = arguments()
            case .double where token.start == previous.end && lexer.text[token.start] == UInt8(ascii: "."):
                tellNumberedField()
                advance()
            default: return operand
            }
        }
    }

    private mutating func selection(_ operand: Branch) -> Branch {
        advance()
        let question = token
        let isOptional = skip(.question)
        let isQuoted = token.kind == .quotedIdentifier
        guard isQuoted || token.kind == .identifier || token.kind == .reserved else {
            tellNoField(after: isOptional ? question : previous)
            return operand
        }
        let name = fieldName()
        let range = operand.range.through(name.range)
        guard token.kind == .openParenthesis, !isOptional, !isQuoted else {
            if token.kind == .openParenthesis {
                tellNotFunction(name, isOptional: isOptional)
                _ = arguments()
            }
            return node(
                .select(operand.syntax, field: name, isOptional: isOptional), range, above: operand.height)
        }
        let arguments = arguments()
        return call(name, operand, arguments, TextRange(Int(operand.range.start), previous.end))
    }

    /// The name here, which may be in backquotes.
    mutating func fieldName() -> Syntax.Name {
        let isQuoted = token.kind == .quotedIdentifier && token.end - token.start > 2
        let text = isQuoted ? lexer.string(token.start + 1, token.end - 1) : lexer.string(token)
        advance()
        return Syntax.Name(text, previous.range)
    }

    private mutating func call(
        _ name: Syntax.Name, _ target: Branch?, _ arguments: Arguments, _ range: TextRange
    ) -> Branch {
        let height = max(target?.height ?? 0, arguments.height)
        let target = target?.syntax
        let kind = macro(name, target, arguments.values) ?? .call(name, target: target, arguments: arguments.values)
        return node(kind, range, above: height)
    }

    private mutating func index(_ operand: Branch) -> Branch {
        let open = token
        advance()
        let isOptional = skip(.question)
        guard enter(open) else { return operand }
        let index = expression()
        level -= 1
        let end = close(open)
        return node(
            .index(operand.syntax, index.syntax, isOptional: isOptional), TextRange(Int(operand.range.start), end),
            above: max(operand.height, index.height))
    }

    /// `google.protobuf.Value{field: value}`
    private mutating func message(_ type: Branch) -> Branch {
        let open = token
        if !Self.isQualifiedName(type.syntax) { tellNoType(type) }
        var height = type.height
        var fields: [Syntax.Field] = []
        advance()
        guard enter(open) else { return type }
        elements(of: .closeBrace) { parser in
            let isOptional = parser.skip(.question)
            guard [.identifier, .reserved, .quotedIdentifier].contains(parser.token.kind) else {
                return parser.tellNoFieldName()
            }
            let name = parser.fieldName()
            guard parser.colon(after: "field") else { return }
            let value = parser.expression()
            height = max(height, value.height)
            fields.append(Syntax.Field(name, value: value.syntax, isOptional: isOptional))
        }
        level -= 1
        let end = close(open)
        return node(.message(type.syntax, fields), TextRange(Int(type.range.start), end), above: height)
    }

    /// Whether the operand is a name or names joined by dots.
    static func isQualifiedName(_ syntax: Syntax) -> Bool {
        var syntax = syntax
        while case .select(let operand, let field, isOptional: false) = syntax.kind {
            guard field.text.utf8.allSatisfy(\.isWordByte) else { return false }
            syntax = operand
        }
        if case .identifier = syntax.kind { return true }
        return false
    }
}
