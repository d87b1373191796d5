internal import Diagnostics
internal import Networks

/// Constants take the type that their place asks for, where an expression speaks of the catalog: text becomes a duration
/// (`"14d"`), a size (`"5MB"`), an address range, a port range, a protocol or a value of an enumeration; whole numbers become
/// ports, doubles and dollars. A text that is none of them is a mistake, told before anything runs.
extension Checker {
    /// Both sides of `?:`, or of any pair that must have one type.
    mutating func coerced(_ a: Expression, _ b: Expression) -> (Expression, Expression) {
        guard environment.catalog != nil else { return (a, b) }
        return (coerced(a, to: types.resolve(b.type)), coerced(b, to: types.resolve(a.type)))
    }

    /// The arguments of a call.
    mutating func coerced(_ function: Function, _ given: [Expression]) -> [Expression] {
        var arguments = given
        switch function {
        case .equals, .differs, .less, .lessOrEqual, .greater, .greaterOrEqual:
            (arguments[0], arguments[1]) = coerced(given[0], given[1])
        case .add, .subtract:
            for (index, other) in [(0, 1), (1, 0)] {
                switch types.resolve(given[other].type) {
                case .timestamp, .duration:
                    if case .literal(.string) = given[index].kind {
                        arguments[index] = coerced(given[index], to: .duration)
                    }
                case .double, .usd, .byteSize:
                    arguments[index] = coerced(given[index], to: types.resolve(given[other].type))
                default: break
                }
            }
        case .multiply, .divide:
            for (index, other) in [(0, 1), (1, 0)] {
                let type = types.resolve(given[other].type)
                if type == .double || type == .usd { arguments[index] = coerced(given[index], to: .double) }
            }
        case .isIn:
            let left = types.resolve(given[0].type)
            if Self.takesConstants(left) { arguments[1] = coerced(given[1], to: .list(left)) }
            if case .list(let element) = types.resolve(given[1].type) {
                arguments[0] = coerced(given[0], to: element)
            }
            if !Self.takesConstants(left), hasStrangeElements(given[1], for: left) {
                arguments[1].kind = .failure(EvaluationError(.noSuchOverload, "no such overload: in"))
            }
            arguments[1] = Self.constantList(arguments[1])
        case .last where given.count == 2: arguments[1] = coerced(given[1], to: .duration)
        case .covering, .covered, .fill, .percentile, .countDaysBelow, .countDaysAtMost, .countDaysAbove,
            .countDaysAtLeast,
            .daysBelow, .daysAtMost, .daysAbove, .daysAtLeast, .longestAbove, .longestBelow, .lastingAbove,
            .lastingBelow, .times,
            .wholeDays:
            if given.count == 2 { arguments[1] = coerced(given[1], to: .double) }
        case .within, .covers, .overlaps:
            guard given.count == 2 else { break }
            let target: ValueType = types.resolve(given[0].type) == .portRange ? .portRange : .cidr
            arguments[1] = coerced(given[1], to: isList(given[1]) ? .list(target) : target)
        case .duration, .timestamp, .cidr:
            // What the catalog does not know, as `duration("3.25s")`, is for the function itself.
            guard given.count == 1, case .literal(.string(let text)) = given[0].kind else { break }
            let type: ValueType = function == .duration ? .duration : function == .timestamp ? .timestamp : .cidr
            if let literal = try? environment.catalog?.records.constant(text, type) {
                arguments[0] = Expression(.literal(literal), type, at: given[0].span)
            }
        default: break
        }
        return arguments
    }

    /// A list of constants as one constant.
    private static func constantList(_ expression: Expression) -> Expression {
        guard case .list(let items) = expression.kind else { return expression }
        let literals = items.compactMap { item -> Literal? in
            guard !item.isOptional, case .literal(let literal) = item.value.kind else { return nil }
            return literal
        }
        guard literals.count == items.count else { return expression }
        return Expression(.literal(.list(literals)), expression.type, at: expression.span)
    }

    private func isList(_ expression: Expression) -> Bool {
        if case .list = types.resolve(expression.type) { return true }
        return false
    }

    /// Types whose constants are written as text or numbers.
    private static func takesConstants(_ type: ValueType) -> Bool {
        switch type {
        case .timestamp, .duration, .byteSize, .usd, .ip, .cidr, .portRange, .protocol, .peer, .enumeration, .double:
            true
        default: false
        }
    }

    /// The constant with the type its place asks for; what is no constant, or needs no change, as it is.
    mutating func coerced(_ expression: Expression, to type: ValueType) -> Expression {
        let from = types.resolve(expression.type)
        guard let records = environment.catalog?.records, from != type else { return expression }
        if case .list(let element) = type {
            switch expression.kind {
            case .list(let items) where items.allSatisfy({ !$0.isOptional && $0.value.constant != nil }):
                guard Self.takesConstants(element) || from == type else { return expression }
                var converted: [Expression] = []
                for item in items {
                    var value = coerced(item.value, to: element)
                    if !Self.isBroken(value), !types.accept([types.resolve(value.type)], for: [element]) {
                        report("\(element.article) cannot be compared with \(value.type.article)", at: value.span)
                        value.kind = .failure(EvaluationError(.conversion, "no such overload"))
                    }
                    converted.append(value)
                }
                guard !converted.contains(where: Self.isBroken) else {
                    return Expression(
                        .failure(EvaluationError(.conversion, "no such overload")), type, at: expression.span)
                }
                let literals = converted.compactMap(\.constant)
                return Expression(.literal(.list(literals)), type, at: expression.span)
            case .parameter(let name, let value): return parameter(name, value, type, expression, records)
            default: return expression
            }
        }
        guard Self.takesConstants(type) else { return expression }
        switch expression.kind {
        case .conditional(let condition, let yes, let no) where yes.constant != nil || no.constant != nil:
            let (yes, no) = (coerced(yes, to: type), coerced(no, to: type))
            let result = types.resolve(yes.type) == types.resolve(no.type) ? yes.type : expression.type
            return Expression(.conditional(condition, yes, no), result, at: expression.span)
        case .literal(.string(let text)): return constant(text, type, expression, records)
        case .literal(.int(let number)):
            if type == .double { return Expression(.literal(.double(Double(number))), .double, at: expression.span) }
            if type == .byteSize { return Expression(.literal(.bytes(number)), type, at: expression.span) }
            guard type == .usd || type == .portRange || type == .protocol else { return expression }
            return constant(String(number), type, expression, records)
        case .literal(.double(let number)) where type == .usd:
            return constant(String(number), type, expression, records)
        case .parameter(let name, let value): return parameter(name, value, type, expression, records)
        default: return expression
        }
    }

    private mutating func parameter(
        _ name: String, _ value: Literal, _ type: ValueType, _ expression: Expression, _ records: any RecordTypes
    ) -> Expression {
        if let literal = records.converted(value, from: expression.type, to: type) {
            return Expression(.parameter(name, literal), type, at: expression.span)
        }
        if types.accept([expression.type], for: [type]), !Self.isEnumeration(type) { return expression }
        let problem = ConstantProblem.parameter(name, expression.type, value, type)
        report(problem.message, at: expression.span, help: problem.help, parameter: name)
        return Expression(.failure(EvaluationError(.conversion, problem.message)), type, at: expression.span)
    }

    private static func isEnumeration(_ type: ValueType) -> Bool {
        switch type {
        case .enumeration: true
        case .list(let element): isEnumeration(element)
        default: false
        }
    }

    private mutating func constant(
        _ text: String, _ type: ValueType, _ expression: Expression, _ records: any RecordTypes
    ) -> Expression {
        do {
            return Expression(.literal(try records.constant(text, type)), type, at: expression.span)
        } catch {
            report(error.message, at: expression.span, help: error.help)
            return Expression(.failure(EvaluationError(.conversion, error.message)), type, at: expression.span)
        }
    }

    // MARK: Calls that only the catalog's types have

    /// Comparisons with null, sets of addresses and ports, and constants that are already of the type asked for; nil for
    /// calls like any other.
    mutating func catalogCall(_ function: Function, _ arguments: [Expression], _ range: TextRange) -> Expression? {
        switch function {
        case .equals, .differs:
            guard arguments.count == 2 else { return nil }
            var (left, right) = (arguments[0], arguments[1])
            if left.constant != nil, right.constant == nil { (left, right) = (right, left) }
            let type = types.resolve(left.type)
            if case .literal(.null) = right.kind, left.constant == nil {
                return equality(function, left, right, range)
            }
            if case .reference = type, !types.accept([right.type], for: [.string]) {
                let help = right.constant.map { "text is written in quotes: `\"\($0.text)\"`" }
                let message = "a reference is compared with an id, not \(types.resolve(right.type).article)"
                report(message, range, help: help)
                return made(.call(function, arguments), .bool, range)
            }
            if case .reference(let one) = type, case .reference(let other) = types.resolve(right.type), one != other {
                report("\(type.article) never equals \(types.resolve(right.type).article)", range)
                return made(.call(function, arguments), .bool, range)
            }
            guard types.accept([type], for: [types.resolve(right.type)]) else { return nil }
            return equality(function, left, right, range)
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            guard arguments.count == 2, types.resolve(arguments[0].type) == types.resolve(arguments[1].type),
                types.resolve(arguments[0].type).isOrdered
            else { return nil }
            if arguments[0].constant != nil, arguments[1].constant == nil {
                return made(.call(function.mirrored, [arguments[1], arguments[0]]), .bool, range)
            }
            return made(.call(function, arguments), .bool, range)
        case .isIn:
            guard arguments.count == 2, case .list(let element) = types.resolve(arguments[1].type),
                types.accept([arguments[0].type], for: [element])
            else { return nil }
            return made(.call(function, arguments), .bool, range)
        case .within, .covers, .overlaps:
            guard arguments.count == 2 else { return nil }
            switch types.resolve(arguments[0].type) {
            case .cidr, .ip, .peer, .portRange: break
            default: return nil
            }
            if arguments[1].constant != nil { return made(.call(function, arguments), .bool, range) }
            return nil
        case .duration, .timestamp, .cidr:
            // The constant is of the type already.
            guard arguments.count == 1, arguments[0].constant != nil,
                let type = library[function]?.overloads.first?.result,
                arguments[0].type == type
            else { return nil }
            return arguments[0]
        default: return nil
        }
    }

    /// Inequality is the negation of equality, so that both are decided by one test.
    private mutating func equality(_ function: Function, _ left: Expression, _ right: Expression, _ range: TextRange)
        -> Expression
    {
        let equal = made(.call(.equals, [left, right]), .bool, range)
        return function == .equals ? equal : made(.call(.not, [equal]), .bool, range)
    }
}

extension Function {
    /// The comparison with its sides exchanged.
    var mirrored: Function {
        switch self {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        default: self
        }
    }
}
