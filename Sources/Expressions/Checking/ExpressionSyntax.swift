internal import Networks

/// The tree as CEL: what `plumb rules ID --as cel` prints of a condition in the match form.
extension Expression {
    /// `outer`: names of the binders around the expression, from the outside in.
    package func syntax(outer: [String] = []) -> Syntax {
        var writer = SyntaxWriter(binders: outer)
        return writer.write(self)
    }
}

private struct SyntaxWriter {
    var binders: [String]
    private let range = TextRange(0, 0)

    init(binders: [String]) { self.binders = binders }

    private func made(_ kind: Syntax.Kind) -> Syntax { Syntax(kind, range) }
    private func name(_ text: String) -> Syntax.Name { Syntax.Name(text, range) }
    private func identifier(_ text: String) -> Syntax { made(.identifier(text, isAbsolute: false)) }

    /// Whether a name can stand behind a dot, in backquotes if need be; other metrics are written as `["EBSIOBalance%"]`.
    private static func canBeSelected(_ name: String) -> Bool {
        name.utf8.allSatisfy { $0.isWordByte || Lexer.quotedPunctuation.contains($0) }
    }

    mutating func write(_ expression: Expression) -> Syntax {
        switch expression.kind {
        case .literal(let literal): return constant(literal, expression.type)
        case .parameter(let parameter, _):
            return made(.select(identifier("params"), field: name(parameter), isOptional: false))
        case .resource: return identifier("resource")
        case .element(let levelsUp): return identifier(binders[binders.count - 1 - levelsUp])
        case .key(let levelsUp): return identifier(binders[binders.count - 1 - levelsUp] + "_key")
        case .variable(let text): return identifier(text)
        case .followed(let operand, _): return write(operand)
        case .field(let operand, let field) where !Self.canBeSelected(field):
            return made(.index(write(operand), made(.string(field)), isOptional: false))
        case .field(let operand, let field):
            return made(.select(write(operand), field: name(field), isOptional: false))
        case .optionalField(let operand, let field):
            return made(.select(write(operand), field: name(field), isOptional: true))
        case .presence(let operand, let field):
            return made(.has(write(operand), field: name(field), isOptional: false))
        case .call(let function, let arguments): return call(function, arguments)
        case .conditional(let condition, let yes, let no):
            return made(.conditional(write(condition), write(yes), write(no)))
        case .quantifier(let quantifier, let over, let body):
            let list = write(over)
            let (variable, inner) = bound(body, over)
            let macro: Macro = quantifier == .every ? .all : .exists
            let result = made(
                .comprehension(
                    Syntax.Comprehension(
                        macro, name(macro.rawValue), over: list, variables: [variable], predicate: inner, transform: nil
                    )))
            return quantifier == .none ? made(.unary(.not, result)) : result
        case .comprehension(let macro): return comprehension(macro)
        case .bind(let value, let body):
            let bound = write(value)
            let (variable, inner) = self.bound(body, value)
            return made(.bind(variable, value: bound, body: inner))
        case .optionalMap(let operand, let body, let isFlat):
            let value = write(operand)
            let (variable, inner) = bound(body, operand)
            return made(.optionalMap(value, variable, body: inner, isFlat: isFlat))
        case .list(let elements):
            return made(.list(elements.map { Syntax.Element(write($0.value), isOptional: $0.isOptional) }))
        case .map(let entries):
            return made(
                .map(
                    entries.map {
                        Syntax.Entry(key: write($0.key), value: write($0.value), isOptional: $0.isOptional)
                    }))
        case .failure: return made(.null)
        }
    }

    /// The body with a name for its element that no binder around it has: the first letter of the list's name.
    private mutating func bound(_ body: Expression, _ over: Expression) -> (Syntax.Name, Syntax) {
        var letter = "e"
        if case .field(_, let field) = over.kind, let first = field.first { letter = String(first) }
        var candidate = letter
        var number = 2
        while binders.contains(candidate) {
            candidate = "\(letter)\(number)"
            number += 1
        }
        binders.append(candidate)
        defer { binders.removeLast() }
        return (name(candidate), write(body))
    }

    private mutating func comprehension(_ macro: Expression.Comprehension) -> Syntax {
        let over = write(macro.over)
        var variable = "e"
        while binders.contains(variable) { variable += "e" }
        binders.append(variable)
        defer { binders.removeLast() }
        let variables = macro.hasKey ? [name(variable + "_key"), name(variable)] : [name(variable)]
        return made(
            .comprehension(
                Syntax.Comprehension(
                    macro.macro, name(macro.macro.rawValue), over: over, variables: variables,
                    predicate: macro.predicate.map { write($0) }, transform: macro.transform.map { write($0) })))
    }

    // MARK: Calls

    private mutating func call(_ function: Function, _ arguments: [Expression]) -> Syntax {
        if function == .admits, arguments.count == 3 {
            return made(.call(name("admits"), target: write(arguments[0]), arguments: [write(arguments[2])]))
        }
        if function == .admits, case .traffic(let query)? = arguments[1].constant {
            let isEgress = if case .field(_, "egress") = arguments[0].kind { true } else { false }
            let question = traffic(query, peer: isEgress ? "destination" : "source")
            return made(.call(name("admits"), target: write(arguments[0]), arguments: [question]))
        }
        if function == .not, case .call(let inner, let operands) = arguments[0].kind {
            if inner == .equals { return made(.operation(.differs, operands.map { write($0) })) }
            if inner == .has { return made(.operation(.equals, [write(operands[0]), made(.null)])) }
        }
        let written = arguments.map { write($0) }
        switch function {
        case .not, .negate: return made(.unary(function, written[0]))
        case .has: return made(.operation(.differs, [written[0], made(.null)]))
        case .valueAt: return made(.index(written[0], written[1], isOptional: false))
        case .optionalValueAt: return made(.index(written[0], written[1], isOptional: true))
        default: break
        }
        if function.rawValue.hasPrefix("_") || function == .isIn { return made(.operation(function, written)) }
        let overloads = FunctionLibrary.standard[function]?.overloads ?? []
        let isMember = overloads.contains { $0.isMember } && function != .size
        guard isMember, let target = written.first else {
            return made(.call(name(function.rawValue), target: nil, arguments: written))
        }
        return made(.call(name(function.rawValue), target: target, arguments: Array(written.dropFirst())))
    }

    // MARK: Constants

    /// Constants of catalog types are text that their place gives the type.
    private func constant(_ literal: Literal, _ type: ValueType) -> Syntax {
        switch literal {
        case .null: made(.null)
        case .bool(let value): made(.bool(value))
        case .int(let value): made(.int(value))
        case .uint(let value): made(.uint(value))
        case .double(let value): made(.double(value))
        case .binary(let value): made(.bytes(value))
        case .typeName(let type): identifier(type.name)
        case .portRange(let range) where range.low == range.high: made(.int(Int64(range.low)))
        case .bytes(let value): made(.int(value))
        case .timestamp:
            if case .timestamp(let instant) = literal.value {
                made(.call(name("timestamp"), target: nil, arguments: [made(.string(instant.text))]))
            } else {
                made(.null)
            }
        case .duration: made(.string(literal.text))
        case .list(let elements):
            made(.list(elements.map { Syntax.Element(constant($0, type), isOptional: false) }))
        case .traffic(let query): traffic(query, peer: "source")
        default: made(.string(literal.text))
        }
    }

    private func traffic(_ query: TrafficQuery, peer: String) -> Syntax {
        func one(_ values: [Syntax]) -> Syntax {
            values.count == 1 ? values[0] : made(.list(values.map { Syntax.Element($0, isOptional: false) }))
        }
        func ranges(_ ranges: [PortRange]) -> Syntax { one(ranges.map { constant(.portRange($0), .portRange) }) }
        var entries: [(String, Syntax)] = []
        switch query.addresses {
        case .any: entries.append((peer, made(.string("any"))))
        case .cover(let set):
            let isInternet = set == .internet
            entries.append(
                (peer, isInternet ? made(.string("internet")) : one(set.cidrs.map { made(.string($0.description)) })))
        }
        if !query.protocols.isEmpty {
            entries.append(("protocol", one(query.protocols.map { made(.string($0.description)) })))
        }
        switch query.ports {
        case .any: break
        case .every: entries.append(("port", made(.string("every"))))
        case .anyOf(let given): entries.append(("port", ranges(given)))
        case .outside(let given):
            let inner = Syntax.Entry(key: made(.string("outside")), value: ranges(given), isOptional: false)
            entries.append(("port", made(.map([inner]))))
        }
        if query.families.count == 1, let family = query.families.first {
            entries.append(("family", made(.string(family == .ipv4 ? "ipv4" : "ipv6"))))
        }
        if query.share != 1 { entries.append(("share", made(.double(query.share)))) }
        return made(
            .map(entries.map { Syntax.Entry(key: made(.string($0.0)), value: $0.1, isOptional: false) }))
    }
}
