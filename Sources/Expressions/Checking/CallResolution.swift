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
        var isMember = false
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
        var arguments: [Expression] = []
        if let target {
            isMember = true
            arguments.append(visit(target))
        }
        if name.text == "admits", isMember, environment.catalog != nil {
            return admits(arguments[0], syntaxes, name, range)
        }
        arguments += syntaxes.map { visit($0) }
        let alias = isMember && environment.catalog != nil ? Self.matchNames[name.text] : nil
        if isMember, let function = alias ?? Function(rawValue: name.text), library[function] != nil {
            return call(function, arguments, isMember: true, range, name: name.range)
        }
        if isMember, let overloads = environment.functions[name.text] {
            return declaredCall(name.text, overloads, arguments, isMember: true, range)
        }
        let message = "there is no function `\(name.text)`"
        report(message, name.range, help: functionHelp(name.text, arguments.first, isMember: isMember))
        return broken(range, EvaluationError(.noSuchOverload, "no such overload: \(name.text)"))
    }

    private func functionHelp(_ name: String, _ target: Expression?, isMember: Bool) -> String? {
        // The operators of the match form that are CEL operators.
        let operators = [
            "above": "`>`", "at_least": "`>=`", "below": "`<`", "at_most": "`<=`", "in": "`x in list`",
            "not": "`!`", "some": "`.exists(x, …)`", "every": "`.all(x, …)`", "none": "`!….exists(x, …)`",
            "any": "`||`", "empty": "`size(x) == 0`", "len": "`size(x)`", "length": "`size(x)`", "count": "`size(x)`",
            "older_than": "`.age() > \"90d\"`", "younger_than": "`.age() < \"90d\"`", "key": "`[\"Name\"]`",
            "lower": "`lowerAscii()`", "upper": "`upperAscii()`", "toLowerCase": "`lowerAscii()`",
            "includes": "`contains`", "any_of": "`.exists(x, …)`", "now": "`now`", "regex": "`matches`",
            "match": "`matches`", "forall": "`.all(x, …)`",
        ]
        let names = library.definitions.filter { definition in
            definition.overloads.contains { $0.isMember == isMember } && !definition.function.rawValue.hasPrefix("_")
        }.map(\.function.rawValue)
        if let name = Suggestion.nearest(to: name, among: names + Macro.allCases.map(\.rawValue)) {
            return "did you mean `\(name)`?"
        }
        if let written = operators[name] { return "write \(written)" }
        if library.definitions.contains(where: { $0.function.rawValue == name }) {
            return isMember ? "write `\(name)(x)`" : "write `x.\(name)()`"
        }
        return nil
    }

    /// A function that the embedder declares.
    private mutating func declaredCall(
        _ name: String, _ overloads: [Overload], _ arguments: [Expression], isMember: Bool, _ range: TextRange
    ) -> Expression {
        let result = resolve(overloads, arguments, isMember: isMember)
        if result == nil { report(mismatch(name, arguments), range) }
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
            report(
                mismatch(function.symbol, arguments), function.rawValue.contains("_") ? range : name,
                help: mismatchHelp(function, arguments, isMember: isMember))
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

    // MARK: Mismatches

    private func mismatch(_ name: String, _ arguments: [Expression]) -> String {
        let given = arguments.map { types.resolve($0.type).shortName }
        switch arguments.count {
        case 0: return "`\(name)` needs arguments"
        case 1: return "`\(name)` does not take \(types.resolve(arguments[0].type).article)"
        case 2: return "`\(name)` does not take \(given[0]) and \(given[1])"
        default: return "`\(name)` does not take (\(given.joined(separator: ", ")))"
        }
    }

    private func mismatchHelp(_ function: Function, _ arguments: [Expression], isMember: Bool) -> String? {
        let types = arguments.map { self.types.resolve($0.type) }
        if types.count == 2 {
            switch (function, types[0], types[1]) {
            case (.equals, _, .null), (.equals, .null, _), (.differs, _, .null), (.differs, .null, _): return nil
            case (.equals, .list, let other), (.differs, .list, let other):
                if case .list = other { break }
                return "a list is asked for an element with `x in list` or `.exists(x, …)`"
            case (_, .int, .double), (_, .double, .int): return "convert one: `double(x)` or `int(x)`"
            case (_, .int, .uint), (_, .uint, .int): return "convert one: `int(x)` or `uint(x)`"
            case (.add, .string, _): return "convert the other: `string(x)`"
            case (_, .timestamp, .duration) where [.less, .lessOrEqual, .greater, .greaterOrEqual].contains(function):
                return "measure the age first: `x.age() > …`"
            default: break
            }
        }
        guard let definition = library[function] else { return nil }
        if isMember, case .list(let element)? = types.first,
            definition.overloads.contains(where: { $0.isMember && $0.parameters.first == element })
        {
            return "ask its elements: `.exists(x, x.\(function.rawValue)(…))` or `.all(x, …)`"
        }
        let forms = definition.overloads.filter { $0.isMember == isMember }
        if forms.isEmpty {
            return definition.overloads.isEmpty
                ? nil : isMember ? "write `\(function.rawValue)(…)`" : "write `x.\(function.rawValue)(…)`"
        }
        guard !function.rawValue.contains("_") else { return nil }
        let shown = forms.prefix(4).map { $0.signature(function) }
        return "it is \(shown.joined(separator: " or "))\(forms.count > 4 ? " …" : "")"
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
            guard case .literal(let literal) = argument.kind, let value = literal.plainValue else {
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
            report(error.message, range)
            return call
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
                "`\(text)` is no regular expression: \(error.message)", at: last.span,
                help: "the syntax is RE2's: https://github.com/google/re2/wiki/Syntax")
        }
    }
}

extension Function {
    /// Whether constant arguments may be replaced by the result.
    var isFoldable: Bool {
        switch self {
        case .dyn, .type, .has, .stated, .age, .admits, .optionalOf, .optionalNone, .optionalOfNonZero, .matches: false
        default: true
        }
    }
}

extension Overload {
    /// `text.startsWith(string)`, as help writes it.
    package func signature(_ function: Function) -> String {
        let names = parameters.map(\.shortName)
        let variadic = isVariadic ? ", …" : ""
        if isMember {
            return "`\(names[0]).\(function.rawValue)(\(names.dropFirst().joined(separator: ", "))\(variadic))`"
        }
        return "`\(function.rawValue)(\(names.joined(separator: ", "))\(variadic))`"
    }
}
