/// What brackets hold: lists, maps, arguments; and the search for the bracket that closes.
extension Parser {
    /// Goes into a bracket or branch; false, after telling so, where that is too deep.
    mutating func enter(_ opening: Token) -> Bool {
        guard level < SyntaxLimits.depth else {
            tellDepth(opening.range)
            return false
        }
        level += 1
        return true
    }

    mutating func list() -> Branch {
        let open = token
        var height = 0
        var elements: [Syntax.Element] = []
        advance()
        guard enter(open) else { return placeholder() }
        self.elements(of: .closeBracket) { parser in
            let isOptional = parser.skip(.question)
            let element = parser.expression()
            height = max(height, element.height)
            elements.append(Syntax.Element(element.syntax, isOptional: isOptional))
        }
        level -= 1
        return node(.list(elements), TextRange(open.start, close(open)), above: height)
    }

    mutating func map() -> Branch {
        let open = token
        var height = 0
        var entries: [Syntax.Entry] = []
        advance()
        let isSecond = open.start > 0 && lexer.text[open.start - 1] == UInt8(ascii: "{")
        guard enter(open) else { return placeholder() }
        elements(of: .closeBrace) { parser in
            let isOptional = parser.skip(.question)
            parser.keyLevel = parser.level
            let key = parser.expression()
            parser.keyLevel = nil
            if isSecond, entries.isEmpty, parser.token.kind == .closeBrace {
                parser.lexer.errors.add(
                    "`{{` has no meaning here", TextRange(open.start - 1, open.end),
                    help: "holes stand in messages; write the expression alone")
                parser.lexer.errors.stop()
            }
            guard parser.colon(after: "key") else { return }
            let value = parser.expression()
            height = max(height, key.height, value.height)
            entries.append(Syntax.Entry(key: key.syntax, value: value.syntax, isOptional: isOptional))
        }
        level -= 1
        return node(.map(entries), TextRange(open.start, close(open)), above: height)
    }

    /// What a call has between its parentheses.
    struct Arguments {
        var values: [Syntax] = []
        /// Of the highest of their trees.
        var height = 0
    }

    /// `(a, b)`
    mutating func arguments() -> Arguments {
        let open = token
        var arguments = Arguments()
        advance()
        guard enter(open) else { return arguments }
        elements(of: .closeParenthesis) { parser in
            let argument = parser.expression()
            arguments.values.append(argument.syntax)
            arguments.height = max(arguments.height, argument.height)
        }
        if previous.kind == .comma, token.kind == .closeParenthesis {
            lexer.errors.add("an argument is missing after `,`", previous.range)
        }
        level -= 1
        _ = close(open)
        return arguments
    }

    /// Reads elements with commas between them up to the closing bracket; a comma may end them.
    mutating func elements(of closer: Token.Kind, _ element: (inout Parser) -> Void) {
        while token.kind != closer, token.kind != .end {
            element(&self)
            if skip(.comma) { continue }
            guard token.kind != closer, token.kind != .end, !token.kind.closes else { return }
            tellMissingOperator(orComma: true)
            skipToComma()
            guard skip(.comma) else { return }
        }
    }

    /// The colon between a key and its value.
    mutating func colon(after what: String) -> Bool {
        if skip(.colon) { return true }
        if token.kind == .assign {
            lexer.errors.add("`=` does not stand between \(what) and value", token.range, help: "write `:`")
            advance()
            return true
        }
        let isList = what == "key" && (token.kind == .comma || token.kind.closes)
        lexer.errors.add(
            "the `:` after the \(what) is missing", previous.range,
            help: isList ? "a list is written `[a, b]`, a map `{key: value}`" : "write `\(what): value`")
        // The other elements lack theirs, too.
        if isList { lexer.errors.stop() }
        skipToComma()
        return false
    }

    // MARK: Closing

    /// Steps over the bracket that closes `open`; the end of what is read.
    mutating func close(_ open: Token) -> Int {
        let closer = open.kind.closer
        if skip(closer) { return previous.end }
        if token.kind != .end, !token.kind.closes {
            tellMissingOperator(orComma: false)
            skipToClosing()
            if skip(closer) { return previous.end }
        }
        if token.kind.closes, !isAwaited(token.kind) {
            let written = lexer.string(token)
            lexer.errors.add(
                "`\(written)` does not close `\(lexer.string(open))`", token.range, help: "write `\(closer.bracket)`")
            advance()
        } else {
            tellUnclosed(open)
        }
        return previous.end
    }

    /// Whether an enclosing bracket ends with this one.
    private func isAwaited(_ closer: Token.Kind) -> Bool {
        var lexer = Lexer(UnsafeBufferPointer(rebasing: lexer.text[..<token.start]))
        var open: [Token.Kind] = []
        while case let token = lexer.next(), token.kind != .end {
            if token.kind.opens { open.append(token.kind.closer) }
            if token.kind.closes, open.last == token.kind { open.removeLast() }
        }
        return open.dropLast().contains(closer)
    }

    /// Passes over tokens up to the next comma or closing bracket of this level.
    mutating func skipToComma() { pass { $0 == .comma } }

    private mutating func skipToClosing() { pass { _ in false } }

    private mutating func pass(until stops: (Token.Kind) -> Bool) {
        var depth = 0
        while token.kind != .end {
            if depth == 0, token.kind.closes || stops(token.kind) { return }
            if token.kind.opens { depth += 1 }
            if token.kind.closes { depth -= 1 }
            advance()
        }
    }
}

extension Token.Kind {
    var opens: Bool { self == .openParenthesis || self == .openBracket || self == .openBrace }
    var closes: Bool { self == .closeParenthesis || self == .closeBracket || self == .closeBrace }

    /// The kind that closes this bracket.
    var closer: Token.Kind {
        switch self {
        case .openParenthesis: .closeParenthesis
        case .openBracket: .closeBracket
        default: .closeBrace
        }
    }

    /// A closing bracket as written.
    var bracket: String {
        switch self {
        case .closeParenthesis: ")"
        case .closeBracket: "]"
        default: "}"
        }
    }
}
