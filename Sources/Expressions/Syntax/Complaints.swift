/// What the parser says about texts that are no expressions.
extension Parser {
    /// Stands where nothing readable does.
    func placeholder() -> Branch {
        Branch(Syntax(.null, TextRange(token.start, token.start)), height: 1)
    }

    /// Part of the text on one line, shortened.
    func excerpt(_ range: TextRange) -> String {
        let whole = lexer.string(Int(range.start), Int(range.end))
        let line = String(whole.map { $0.isNewline ? " " : $0 })
        return line.count <= 40 ? line : line.prefix(39) + "…"
    }

    mutating func tellDepth(_ range: TextRange) {
        lexer.errors.add("nested deeper than the limit of \(SyntaxLimits.depth) levels", range)
        lexer.errors.stop()
    }

    mutating func tellNumber(_ kind: Token.Kind, _ range: TextRange) {
        let (type, help): (String, String?) =
            switch kind {
            case .int: ("int", "an int goes from \(Int64.min) to \(Int64.max)")
            case .uint: ("uint", "a uint goes from 0 to \(UInt64.max)")
            default: ("double", nil)
            }
        lexer.errors.add("`\(excerpt(range))` is beyond the range of \(type)", range, help: help)
    }

    // MARK: Operands that are missing

    /// Tells what stands here in place of an operand.
    mutating func missingOperand() -> Branch {
        switch token.kind {
        case .reserved: return reservedWord()
        case .quotedIdentifier:
            lexer.errors.add(
                "a name in backquotes stands after a dot only", token.range, help: "write the name without backquotes")
            advance()
            return placeholder()
        case .plus where lexer.text[token.end...].first?.isDigit == true:
            lexer.errors.add("`+` is no sign", token.range, help: "write the number without `+`")
            advance()
            return member(primary())
        case .end where previous.kind == .end:
            lexer.errors.add("the expression is empty", TextRange(0, lexer.text.count))
        case .end where previous.kind.opens: break
        case _ where previous.end == token.start && previous.isOperator && token.isOperator: tellDoubleOperator()
        case _ where previous.isOperator || token.kind == .end:
            lexer.errors.add("a value is missing after `\(lexer.string(previous))`", previous.range)
        case _ where previous.kind.opens && token.kind == previous.kind.closer:
            lexer.errors.add(
                "a value is missing between `\(lexer.string(previous))` and `\(lexer.string(token))`",
                previous.range.through(token.range))
        default: lexer.errors.add("a value is missing before `\(lexer.string(token))`", token.range)
        }
        return placeholder()
    }

    private mutating func tellDoubleOperator() {
        let written = lexer.string(previous) + lexer.string(token)
        let help: String? =
            switch written {
            case "??", "?:": "write `has(x.y) ? x.y : other`"
            case "->": "the variable of a macro has a comma after it: `.all(x, …)`"
            case "+=", "-=", "*=", "/=", "%=": "an expression changes nothing"
            default: nil
            }
        lexer.errors.add("`\(written)` is no operator", previous.range.through(token.range), help: help)
        lexer.errors.stop()
    }

    private mutating func reservedWord() -> Branch {
        let word = lexer.string(token)
        var isStatement = true
        let help: String
        switch word {
        case "if", "else": help = "write `condition ? yes : no`"
        case "for", "while", "loop": help = "write `list.all(x, …)` or `list.exists(x, …)`"
        case "let", "var", "const": help = "write `cel.bind(name, value, body)`"
        case "return", "function", "import": help = "an expression is one value"
        default:
            help = "only fields, after a dot, have such names"
            isStatement = false
        }
        lexer.errors.add("`\(word)` is a reserved word", token.range, help: help)
        if isStatement { lexer.errors.stop() }
        advance()
        return placeholder()
    }

    mutating func missingName(after dot: Token) -> Branch {
        if token.kind == .reserved { return reservedWord() }
        lexer.errors.add("a name is missing after `.`", dot.range)
        return placeholder()
    }

    // MARK: Operators that are missing

    /// Tells of a token that stands where an operand has ended.
    mutating func tellMissingOperator(orComma: Bool) {
        let written = excerpt(token.range)
        let missing = orComma ? "an operator or `,`" : "an operator"
        switch token.kind {
        case .reserved: _ = reservedWord()
        case .colon:
            lexer.errors.add(
                "`:` has no meaning here", token.range,
                help: level == 0
                    ? "`==` compares; a mapping of fields stands without quotes around it"
                    : "entries of a map stand in braces: `{key: value}`")
        case .quotedIdentifier:
            lexer.errors.add("a name in backquotes stands after a dot only", token.range)
        case .comma: lexer.errors.add("`,` has no meaning here", token.range, help: "a list is written `[a, b]`")
        case .identifier where previous.kind == .string && previous.end == token.start:
            lexer.errors.add(
                "the text ends before `\(written)`", token.range,
                help: "write `\\\(quote(of: previous))` for a quote within the text")
            lexer.errors.stop()
        case .identifier where Self.isWrittenBetween(written) && (!orComma || peek()?.kind.isValue == true):
            lexer.errors.add(
                "`\(written)` is no operator", token.range,
                help: Self.foreignOperators[written.lowercased()]
                    ?? "functions are called after a dot: `.\(written)(…)`")
        case .string where previous.kind == .string:
            lexer.errors.add("\(missing) is missing before `\(written)`", token.range, help: "`+` joins texts")
        default: lexer.errors.add("\(missing) is missing before `\(written)`", token.range)
        }
    }

    /// The quotation mark that ends a text.
    private func quote(of text: Token) -> String { lexer.string(text.end - 1, text.end) }

    /// Operators of query languages.
    private static let foreignOperators = [
        "like": "write `text.contains(\"…\")`, or `text.matches(\"pattern\")`",
        "between": "write `a <= x && x <= b`",
        "has": "write `value in list`",
    ]

    /// Functions, in any spelling, that are written between their operands.
    private static func isWrittenBetween(_ word: String) -> Bool {
        let name = word.lowercased().filter { $0 != "_" }
        return foreignOperators[name] != nil || Function.allCases.contains { $0.rawValue.lowercased() == name }
    }

    /// Tells of what follows the whole expression.
    mutating func tellTrailing() {
        switch token.kind {
        case _ where token.kind.closes:
            lexer.errors.add("`\(lexer.string(token))` closes nothing", token.range)
        default: tellMissingOperator(orComma: false)
        }
    }

    mutating func tellNoColon(_ question: Token) {
        let next = question.end < lexer.text.count ? lexer.text[question.end] : 0
        switch (token.kind, next) {
        case (.question, _):
            lexer.errors.add(
                "a second `?` before the `:` of the first", token.range,
                help: "put the inner conditional in parentheses")
        case (_, UInt8(ascii: ".")):
            lexer.errors.add("`?` without `:`", question.range, help: "optional selection is written `a.?b`")
        case (_, UInt8(ascii: "[")):
            lexer.errors.add("`?` without `:`", question.range, help: "optional selection is written `a[?b]`")
        default: lexer.errors.add("`?` without `:`", question.range, help: "write `condition ? yes : no`")
        }
        lexer.errors.stop()
    }

    mutating func tellUnclosed(_ open: Token) {
        lexer.errors.add("`\(lexer.string(open))` is not closed", open.range, help: "add `\(open.kind.closer.bracket)`")
    }

    // MARK: Members

    mutating func tellNoField(after token: Token) {
        switch self.token.kind {
        case .in, .null, .true, .false:
            let word = lexer.string(self.token)
            lexer.errors.add(
                "`\(word)` is no name of a field", self.token.range, help: "write it in backquotes: .`\(word)`")
            advance()
        case .string:
            lexer.errors.add("the name of a field has no quotes", self.token.range, help: "write `[\"key\"]` or `.key`")
            advance()
        case .openBracket:
            lexer.errors.add("a dot before `[`", token.range, help: "write `a[0]`")
        default:
            lexer.errors.add("the name of a field is missing after `\(lexer.string(token))`", token.range)
            if self.token.kind == .openParenthesis || self.token.kind == .double { lexer.errors.stop() }
        }
    }

    mutating func tellNumberedField() {
        let digits = lexer.string(token.start + 1, token.end)
        lexer.errors.add(
            "the name of a field does not begin with a digit", token.range,
            help: "write `[\(digits)]` for the element at index \(digits)")
    }

    mutating func tellNotFunction(_ name: Syntax.Name, isOptional: Bool) {
        if isOptional {
            lexer.errors.add("a function is called after `.`, not `.?`", name.range)
        } else {
            lexer.errors.add("a function's name has no backquotes", name.range)
        }
    }

    mutating func tellNotCallable(_ operand: Branch) {
        lexer.errors.add(
            "`\(excerpt(operand.range))` is no name of a function", operand.range,
            help: "write an operator before `(`, or a name")
    }

    mutating func tellNoType(_ operand: Branch) {
        lexer.errors.add(
            "`\(excerpt(operand.range))` is no name of a message type", operand.range,
            help: "write an operator before `{`")
    }

    mutating func tellNoFieldName() {
        lexer.errors.add(
            "the name of a field is missing before `\(excerpt(token.range))`", token.range,
            help: token.kind == .string ? "names of fields have no quotes" : nil)
        skipToComma()
    }
}

extension Token {
    /// Whether a value must follow.
    var isOperator: Bool {
        infix != nil || kind == .not || kind == .question || kind == .colon || kind == .assign
    }
}

extension Token.Kind {
    /// Whether it is a name or a literal.
    var isValue: Bool {
        switch self {
        case .identifier, .null, .true, .false, .int, .uint, .double, .string: true
        default: false
        }
    }
}
