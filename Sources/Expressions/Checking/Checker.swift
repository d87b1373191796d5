package import Diagnostics

/// What is wrong with an expression's names and types, and where.
package struct CheckError: Error, Sendable {
    package var message: String
    package var span: SourceSpan
    package var help: String?
    /// The parameter whose value is wrong.
    package var parameter: String?
}

/// Resolves the names of an expression and infers the types of all its parts
/// (https://github.com/google/cel-spec/blob/master/doc/langdef.md#gradual-type-checking). Every mistake is found in one go:
/// what depends on a mistake has type `dyn` and is not told again.
package struct Checker {
    let environment: Environment
    let library: FunctionLibrary
    let place: (TextRange) -> SourceSpan
    package private(set) var errors: [CheckError] = []
    /// Names of parameters that the expression uses.
    package internal(set) var usedParameters: Set<String> = []
    /// Names of definitions that the expression uses.
    package internal(set) var usedDefinitions: Set<String> = []
    /// Whether it uses a parameter or definition that is wrong.
    package internal(set) var metBroken = false
    var types = Unification()
    var binders: [Binder]
    /// The type of what the expression at hand is compared with.
    var expected: ValueType?

    /// A name that an element is bound to.
    struct Binder {
        var name: String
        var type: ValueType
        /// The first of two variables: index or key.
        var key: (name: String, type: ValueType)?
    }

    /// `place` gives the place in a file of a stretch of the text.
    package init(
        _ environment: Environment, library: FunctionLibrary = .standard, place: @escaping (TextRange) -> SourceSpan
    ) {
        self.environment = environment
        self.library = library
        self.place = place
        binders = (environment.catalog?.binders ?? []).map { Binder(name: "it", type: $0) }
    }

    /// The typed tree; with mistakes, `errors` says which.
    package mutating func check(_ syntax: Syntax) -> Expression {
        var result = visit(syntax)
        result.type = types.resolve(result.type, isFinal: true)
        return result
    }

    mutating func report(_ message: String, _ range: TextRange, help: String? = nil) {
        report(message, at: place(range), help: help)
    }

    mutating func report(_ message: String, at span: SourceSpan, help: String? = nil, parameter: String? = nil) {
        guard environment.isChecked else { return }
        errors.append(CheckError(message: message, span: span, help: help, parameter: parameter))
    }

    func made(_ kind: Expression.Kind, _ type: ValueType, _ range: TextRange) -> Expression {
        Expression(kind, environment.isChecked ? type : .dyn, at: place(range))
    }

    /// What stands for a part that has a mistake.
    func broken(_ range: TextRange, _ error: EvaluationError) -> Expression {
        Expression(.failure(error), .dyn, at: place(range))
    }

    mutating func visit(_ syntax: Syntax) -> Expression {
        let range = syntax.range
        switch syntax.kind {
        case .null: return made(.literal(.null), .null, range)
        case .bool(let value): return made(.literal(.bool(value)), .bool, range)
        case .int(let value): return made(.literal(.int(value)), .int, range)
        case .uint(let value): return made(.literal(.uint(value)), .uint, range)
        case .double(let value): return made(.literal(.double(value)), .double, range)
        case .string(let value): return made(.literal(.string(value)), .string, range)
        case .bytes(let value): return made(.literal(.binary(value)), .bytes, range)
        case .identifier(let name, let isAbsolute): return identifier(name, isAbsolute, range)
        case .select(let operand, let field, let isOptional):
            return select(operand, field, isOptional: isOptional, range)
        case .has(let operand, let field, let isOptional):
            return presence(operand, field, isOptional: isOptional, range)
        case .index(let operand, let index, let isOptional):
            let arguments = [visit(operand), visit(index)]
            if !isOptional, let metric = metric(arguments[0], index, range) { return metric }
            return isOptional
                ? call(.optionalValueAt, arguments, isMember: false, range, name: range)
                : call(.valueAt, arguments, isMember: false, range, name: range)
        case .call(let name, let target, let arguments): return namedCall(name, target, arguments, range)
        case .list(let elements): return list(elements, range)
        case .map(let entries): return map(entries, range)
        case .message(let type, let fields): return message(type, fields, range)
        case .conditional(let condition, let yes, let no): return conditional(condition, yes, no, range)
        case .unary(let function, let operand):
            return call(function, [visit(operand)], isMember: false, range, name: range)
        case .operation(let function, let operands): return operation(function, operands, range)
        case .comprehension(let comprehension): return self.comprehension(comprehension, range)
        case .bind(let name, let value, let body):
            let bound = visit(value)
            binders.append(Binder(name: name.text, type: bound.type))
            defer { binders.removeLast() }
            let inner = visit(body)
            return made(.bind(bound, body: inner), inner.type, range)
        case .optionalMap(let operand, let name, let body, let isFlat):
            return optionalMap(operand, name, body, isFlat, range)
        }
    }

    /// A metric whose name no identifier can be: `resource.metrics["EBSIOBalance%"]`.
    private func metric(_ record: Expression, _ index: Syntax, _ range: TextRange) -> Expression? {
        guard case .record(let type) = types.resolve(record.type), case .string(let name) = index.kind,
            environment.catalog?.records.field(name, of: type) == .metric
        else { return nil }
        return made(.field(record, name), .metric, range)
    }

    // MARK: Logic

    private mutating func operation(_ function: Function, _ operands: [Syntax], _ range: TextRange) -> Expression {
        if let misspelled = hyphenated(function, operands, range) { return misspelled }
        let outer = expected
        defer { expected = outer }
        expected = nil
        var arguments: [Expression] = []
        for operand in operands {
            arguments.append(visit(operand))
            // What stands behind a comparison is often text that lacks its quotes.
            if ![.and, .or].contains(function) { expected = types.resolve(arguments[0].type) }
        }
        guard function == .and || function == .or else {
            return call(function, arguments, isMember: false, range, name: range)
        }
        for (argument, operand) in zip(arguments, operands) { expectBool(argument, operand.range, of: function.symbol) }
        return made(.call(function, arguments), .bool, range)
    }

    mutating func expectBool(_ expression: Expression, _ range: TextRange, of what: String) {
        if !types.accept([expression.type], for: [.bool]) {
            report(
                "`\(what)` needs a bool, not \(types.resolve(expression.type).article)", range,
                help: Self.boolHelp(types.resolve(expression.type)))
        }
    }

    static func boolHelp(_ type: ValueType) -> String? {
        switch type {
        case .string, .enumeration, .reference: "compare it: `… == \"…\"`"
        case .list, .map: "write `size(…) > 0`"
        case .int, .uint, .double, .byteSize, .usd, .duration, .timestamp: "compare it: `… > …`"
        default: nil
        }
    }

    private mutating func conditional(_ condition: Syntax, _ yes: Syntax, _ no: Syntax, _ range: TextRange)
        -> Expression
    {
        let test = visit(condition)
        expectBool(test, condition.range, of: "?:")
        var (first, second) = (visit(yes), visit(no))
        (first, second) = coerced(first, second)
        let result = types.fresh()
        if !types.accept([first.type, second.type], for: [result, result]) {
            report(
                "the two results of `?:` have different types: \(types.resolve(first.type).name) and \(types.resolve(second.type).name)",
                range)
            return made(.conditional(test, first, second), .dyn, range)
        }
        return made(.conditional(test, first, second), types.resolve(result), range)
    }

    // MARK: Aggregates

    private mutating func list(_ elements: [Syntax.Element], _ range: TextRange) -> Expression {
        var element: ValueType?
        var items: [Expression.Element] = []
        for syntax in elements {
            let value = visit(syntax.value)
            items.append(Expression.Element(value: value, isOptional: syntax.isOptional))
            element = types.join(element, syntax.isOptional ? unwrapped(value, syntax.value.range) : value.type)
        }
        let type = element.map { types.resolve($0) } ?? types.fresh()
        return made(.list(items), .list(type), range)
    }

    /// The type of what an optional holds.
    private mutating func unwrapped(_ value: Expression, _ range: TextRange) -> ValueType {
        let inner = types.fresh()
        if !types.accept([value.type], for: [.optional(inner)]) {
            report("`?` needs an optional value, not \(types.resolve(value.type).article)", range)
            return .dyn
        }
        return types.resolve(inner)
    }

    private mutating func map(_ entries: [Syntax.Entry], _ range: TextRange) -> Expression {
        var key: ValueType?
        var value: ValueType?
        var items: [Expression.Entry] = []
        for syntax in entries {
            let item = Expression.Entry(
                key: visit(syntax.key), value: visit(syntax.value), isOptional: syntax.isOptional)
            items.append(item)
            switch types.resolve(item.key.type) {
            case .bool, .int, .uint, .string, .dyn, .parameter, .enumeration, .reference: break
            case let other: report("\(other.article) cannot be a key of a map", syntax.key.range)
            }
            key = types.join(key, item.key.type)
            value = types.join(value, syntax.isOptional ? unwrapped(item.value, syntax.value.range) : item.value.type)
        }
        let keyType = key.map { types.resolve($0) } ?? types.fresh()
        let valueType = value.map { types.resolve($0) } ?? types.fresh()
        return made(.map(items), .map(keyType, valueType), range)
    }

    // MARK: Macros

    private mutating func optionalMap(
        _ operand: Syntax, _ name: Syntax.Name, _ body: Syntax, _ isFlat: Bool, _ range: TextRange
    ) -> Expression {
        let value = visit(operand)
        let inner = unwrapped(value, operand.range)
        binders.append(Binder(name: name.text, type: inner))
        let result = visit(body)
        binders.removeLast()
        if isFlat { _ = unwrapped(result, body.range) }
        return made(
            .optionalMap(value, body: result, isFlat: isFlat), isFlat ? result.type : .optional(result.type), range)
    }

    private mutating func comprehension(_ syntax: Syntax.Comprehension, _ range: TextRange) -> Expression {
        let over = visit(syntax.over)
        let isPair = syntax.variables.count == 2
        let (key, element) = elements(of: over, syntax.over.range, syntax.name.text)
        let isMap = if case .map = types.resolve(over.type) { true } else { false }
        binders.append(
            isPair
                ? Binder(name: syntax.variables[1].text, type: element, key: (syntax.variables[0].text, key))
                : Binder(name: syntax.variables[0].text, type: isMap ? key : element))
        let predicate = syntax.predicate.map { visit($0) }
        if let predicate, let part = syntax.predicate { expectBool(predicate, part.range, of: syntax.name.text) }
        let transform = syntax.transform.map { visit($0) }
        let bound = binders.removeLast()
        if let predicate, !isPair, case .list = types.resolve(over.type), environment.isChecked {
            switch syntax.macro {
            case .exists: return made(.quantifier(.some, over: over, body: predicate), .bool, range)
            case .all: return made(.quantifier(.every, over: over, body: predicate), .bool, range)
            default: break
            }
        }
        let result: ValueType
        switch syntax.macro {
        case .exists, .all, .existsOne: result = .bool
        case .filter: result = .list(bound.type)
        case .map, .transformList: result = .list(transform?.type ?? .dyn)
        case .transformMap: result = .map(key, transform?.type ?? .dyn)
        case .transformMapEntry:
            let type = types.resolve(transform?.type ?? .dyn)
            if case .map = type {
                result = type
            } else {
                if type != .dyn { report("`transformMapEntry` needs a map with one entry", range) }
                result = .dyn
            }
        }
        return made(
            .comprehension(
                Expression.Comprehension(
                    macro: syntax.macro, over: over, hasKey: isPair, predicate: predicate, transform: transform)),
            result, range)
    }

    /// The types of index or key and of element or value of what a macro goes through.
    private mutating func elements(of over: Expression, _ range: TextRange, _ name: String) -> (ValueType, ValueType) {
        switch types.resolve(over.type) {
        case .list(let element): return (.int, element)
        case .map(let key, let value): return (key, value)
        case .dyn, .parameter: return (.dyn, .dyn)
        case let other:
            report(
                "`\(name)` goes through a list or a map, not \(other.article)", range,
                help: other == .string ? "write `.split(\",\")` to make a list of a text" : nil)
            return (.dyn, .dyn)
        }
    }
}

extension Function {
    /// As it is written: `&&`, `startsWith`.
    package var symbol: String {
        switch self {
        case .isIn: "in"
        case .negate: "-"
        case .valueAt, .optionalValueAt: "[…]"
        default:
            rawValue.first == "_" || rawValue.last == "_"
                ? String(rawValue.drop { $0 == "_" }.prefix { $0 != "_" }) : rawValue
        }
    }
}
