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
            arguments[1] = Self.constantList(arguments[1])
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
    private mutating func coerced(_ expression: Expression, to type: ValueType) -> Expression {
        let from = types.resolve(expression.type)
        guard let records = environment.catalog?.records, from != type else { return expression }
        if case .list(let element) = type {
            switch expression.kind {
            case .list(let items) where items.allSatisfy({ !$0.isOptional && $0.value.constant != nil }):
                guard Self.takesConstants(element) || from == type else { return expression }
                let converted = items.map { item in
                    coerced(item.value, to: element)
                }
                let literals = converted.compactMap(\.constant)
                return Expression(.literal(.list(literals)), type, at: expression.span)
            case .parameter(let name, let value): return parameter(name, value, type, expression, records)
            default: return expression
            }
        }
        guard Self.takesConstants(type) else { return expression }
        switch expression.kind {
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
        let message = "the parameter `\(name)` (\(expression.type.name): \(value.text)) is not of type \(type.name)"
        report(message, at: expression.span, parameter: name)
        return Expression(.failure(EvaluationError(.conversion, message)), type, at: expression.span)
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
                report("a reference is compared with an id, not \(types.resolve(right.type).article)", range)
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

    // MARK: Traffic

    /// `entries.admits({"source": "internet", "protocol": "tcp", "port": 22})`
    mutating func admits(_ list: Expression, _ syntaxes: [Syntax], _ name: Syntax.Name, _ range: TextRange)
        -> Expression
    {
        guard let records = environment.catalog?.records, case .field(let owner, let field) = list.kind,
            case .record(let record) = types.resolve(owner.type)
        else {
            report("`admits` applies to the entries of security groups and network ACLs", name.range)
            return broken(range, EvaluationError(.noSuchOverload, "no such overload: admits"))
        }
        guard syntaxes.count == 1, case .map(let entries) = syntaxes[0].kind else {
            report(
                "`admits` needs a map", syntaxes.first?.range ?? name.range,
                help: "write `admits({\"source\": \"internet\", \"protocol\": \"tcp\", \"port\": 22})`")
            return broken(range, EvaluationError(.noSuchOverload, "no such overload: admits"))
        }
        var arguments: [TrafficArgument] = []
        let before = errors.count
        for entry in entries {
            // `"port": {"outside": [80, 443]}`
            if case .string(let key) = entry.key.kind, case .map(let inner) = entry.value.kind, inner.count == 1,
                case .string(let innerKey) = inner[0].key.kind, let constants = trafficConstants(inner[0].value)
            {
                arguments.append(constants.argument("\(key).\(innerKey)"))
                continue
            }
            guard case .string(let key) = entry.key.kind, let constants = trafficConstants(entry.value) else {
                report("the keys and values of `admits` are constants", entry.key.range.through(entry.value.range))
                continue
            }
            arguments.append(constants.argument(key))
        }
        guard errors.count == before else {
            return broken(range, EvaluationError(.noSuchOverload, "no such overload: admits"))
        }
        let (query, problems) = records.traffic(arguments, field: field, of: record)
        for problem in problems {
            let place: TextRange =
                switch problem.place {
                case .question: syntaxes[0].range
                case .key(let index): entries[index].key.range
                case .value(let index): entries[index].value.range
                case .constant(let index, let position):
                    if case .list(let items) = entries[index].value.kind {
                        items[position].value.range
                    } else {
                        entries[index].value.range
                    }
                }
            var origin: String?
            if case .value(let index) = problem.place { origin = arguments[index].parameter?.name }
            report(problem.problem.message, at: self.place(place), help: problem.problem.help, parameter: origin)
        }
        guard let query else { return broken(range, EvaluationError(.noSuchOverload, "no such overload: admits")) }
        let constant = Expression(.literal(query), .abstract("traffic", []), at: place(syntaxes[0].range))
        return made(.call(.admits, [list, constant]), .bool, range)
    }

    /// The constants that a key of `admits` is given, one or a list.
    private mutating func trafficConstants(_ syntax: Syntax) -> TrafficArgument? {
        let value = visit(syntax)
        if let constant = value.constant {
            var origin: (String, ValueType)?
            if case .parameter(let name, _) = value.kind { origin = (name, value.type) }
            if case .list(let elements) = constant {
                return TrafficArgument(key: "", constants: elements, isList: true, parameter: origin)
            }
            return TrafficArgument(key: "", constants: [constant], isList: false, parameter: origin)
        }
        switch value.kind {
        case .list(let items):
            let literals = items.compactMap(\.value.constant)
            if items.isEmpty { report("this list is empty, so nothing is in it", syntax.range) }
            return literals.count == items.count ? TrafficArgument(key: "", constants: literals, isList: true) : nil
        default: return nil
        }
    }
}

extension TrafficArgument {
    fileprivate func argument(_ key: String) -> TrafficArgument {
        TrafficArgument(key: key, constants: constants, isList: isList, parameter: parameter)
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
