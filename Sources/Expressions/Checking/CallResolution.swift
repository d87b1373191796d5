internal import Diagnostics

/// Calls: which function a name means, which of its overloads fit, and what type the call has
/// (https://github.com/google/cel-spec/blob/master/doc/langdef.md#functions).
extension Checker {
    /// Methods under the names that the match form gives them.
    static let matchNames: [String: Function] = [
        "prefix_length": .prefixLength, "public": .isPublic, "has_keys": .hasKeys,
    ]

    mutating func namedCall(_ name: Syntax.Name, _ target: Syntax?, _ syntaxes: [Syntax], _ range: TextRange)
        -> Expression
    {
        var full: [String]
        if let target {
            if let prefix = dottedName(target) {
                full = candidates("\(prefix.name).\(name.text)", prefix.isAbsolute)
            } else {
                full = []
            }
        } else {
            full = candidates(name.text, false)
        }
        for candidate in full {
            if let function = Function(rawValue: candidate), library[function] != nil,
                target == nil || candidate.contains(".")
            {
                let arguments = syntaxes.map { visit($0) }
                return call(function, arguments, isMember: false, range, name: name.range)
            }
            if let overloads = environment.functions[candidate] {
                return declaredCall(candidate, overloads, syntaxes.map { visit($0) }, isMember: false, range)
            }
        }
        let isMember = target != nil
        let alias = isMember && environment.catalog != nil ? Self.matchNames[name.text] : nil
        let function = (alias ?? Function(rawValue: name.text)).flatMap { library[$0] == nil ? nil : $0 }
        let declared = environment.functions[name.text]
        let isAdmits = name.text == "admits" && environment.catalog != nil
        if let target, name.text == Function.costAs.rawValue, environment.catalog != nil {
            return costAs(visit(target), syntaxes, name, range)
        }
        guard let target, function != nil || declared != nil || isAdmits else {
            return unknownFunction(name, target, syntaxes, range)
        }
        var arguments = [visit(target)]
        if isAdmits { return admits(arguments[0], syntaxes, name, range) }
        arguments += syntaxes.map { visit($0) }
        if let function { return call(function, arguments, isMember: true, range, name: name.range) }
        return declaredCall(name.text, declared ?? [], arguments, isMember: true, range)
    }

    /// A function that the embedder declares.
    private mutating func declaredCall(
        _ name: String, _ overloads: [Overload], _ arguments: [Expression], isMember: Bool, _ range: TextRange
    ) -> Expression {
        let result = resolve(overloads, arguments, isMember: isMember)
        if result == nil { reportCall(name, overloads, arguments, isMember: isMember, range) }
        return Expression(
            .failure(EvaluationError(.unboundName, "unbound function: \(name)")), result ?? .dyn, at: place(range))
    }

    /// A call of a function of the library.
    mutating func call(
        _ function: Function, _ given: [Expression], isMember: Bool, _ range: TextRange, name: TextRange
    ) -> Expression {
        var arguments = given
        if environment.catalog != nil, given.allSatisfy({ !Self.isBroken($0) }) {
            arguments = coerced(function, given)
            if let special = catalogCall(function, arguments, range) { return special }
        }
        if !environment.isChecked { return made(.call(function, arguments), .dyn, range) }
        // What depends on a mistake is not told again.
        if arguments.contains(where: Self.isBroken) { return made(.call(function, arguments), .dyn, range) }
        guard let definition = library[function],
            let type = resolve(definition.overloads, arguments, isMember: isMember)
        else {
            reportMismatch(function, arguments, isMember: isMember, range, name: name)
            return made(.call(function, arguments), .dyn, range)
        }
        return folded(function, arguments, type, range)
    }

    static func isBroken(_ expression: Expression) -> Bool {
        if case .failure = expression.kind { return true }
        return false
    }

    /// The result type of the overloads that fit: theirs if they agree, else `dyn`; nil when none fits.
    private mutating func resolve(_ overloads: [Overload], _ arguments: [Expression], isMember: Bool) -> ValueType? {
        var result: ValueType?
        let given = arguments.map(\.type)
        for overload in overloads where overload.isMember == isMember {
            if overload.isVariadic {
                let fits = given.allSatisfy { type in
                    overload.parameters.contains { types.accept([type], for: [$0]) }
                }
                if fits, !given.isEmpty { result = result.map { $0 == overload.result ? $0 : .dyn } ?? overload.result }
                continue
            }
            guard overload.parameters.count == given.count else { continue }
            let wanted = types.instantiate(overload)
            guard types.accept(given, for: wanted.parameters) else { continue }
            let type = types.resolve(wanted.result)
            if let known = result { if known != type { result = .dyn } } else { result = type }
        }
        return result
    }

    // MARK: Constants

    /// A call with constant arguments is carried out once, here; a mistake in it is found before anything runs.
    private mutating func folded(_ function: Function, _ arguments: [Expression], _ type: ValueType, _ range: TextRange)
        -> Expression
    {
        let call = made(.call(function, arguments), type, range)
        guard environment.catalog != nil, function.isFoldable else {
            checkPattern(function, arguments)
            return call
        }
        var values: [Value] = []
        for argument in arguments {
            guard let value = Self.plainValue(argument) else {
                checkPattern(function, arguments)
                return call
            }
            values.append(value)
        }
        guard !values.isEmpty, let body = library[function]?.body else { return call }
        do {
            guard let literal = Literal(plain: try body(values)) else { return call }
            return made(.literal(literal), type, range)
        } catch {
            if reportConstant(function, arguments[0]) { return call }
            // What kind of error it is, the place says as well.
            let kinds = ["invalid_argument: ", "type conversion error: ", "range error: "]
            let message = kinds.reduce(error.message) { $0.hasPrefix($1) ? String($0.dropFirst($1.count)) : $0 }
            report(message, range)
            return call
        }
    }

    /// Tells of a text that is none of the constants that the function makes of it.
    private mutating func reportConstant(_ function: Function, _ argument: Expression) -> Bool {
        guard case .literal(.string(let text)) = argument.kind, let records = environment.catalog?.records else {
            return false
        }
        do {
            switch function {
            case .duration: _ = try records.constant(text, .duration)
            case .timestamp: _ = try records.constant(text, .timestamp)
            case .cidr: _ = try records.constant(text, .cidr)
            default: break
            }
            return false
        } catch {
            report(error.message, at: argument.span, help: error.help)
            return true
        }
    }

    /// The value of a constant, a list of constants included; parameters are none.
    private static func plainValue(_ expression: Expression) -> Value? {
        switch expression.kind {
        case .literal(let literal): return literal.plainValue
        case .list(let items):
            let values = items.compactMap { $0.isOptional ? nil : plainValue($0.value) }
            return values.count == items.count ? .list(values) : nil
        default: return nil
        }
    }

    /// A regular expression that is a constant is compiled once, here.
    private mutating func checkPattern(_ function: Function, _ arguments: [Expression]) {
        guard function == .matches, let last = arguments.last, case .string(let text)? = last.constant,
            environment.catalog != nil
        else { return }
        do {
            _ = try Pattern(text)
        } catch {
            report(
                "`\(text)` is no regular expression: \(error.message.replacing("no RE2 pattern: ", with: ""))",
                at: last.span,
                help: "the syntax is RE2's: https://github.com/google/re2/wiki/Syntax")
        }
    }
}

extension Function {
    /// Whether constant arguments may be replaced by the result.
    var isFoldable: Bool {
        switch self {
        case .dyn, .type, .has, .stated, .age, .admits, .costAs, .optionalOf, .optionalNone, .optionalOfNonZero,
            .matches:
            false
        default: true
        }
    }
}
