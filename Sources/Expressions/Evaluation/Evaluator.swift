internal import Diagnostics

/// What an expression finds around it when it runs.
package protocol EvaluationContext {
    /// The resource under judgement; nil when there is none.
    var resource: Value? { get }
    /// The value of a name bound from outside; nil when it is not bound.
    func variable(_ name: String) -> Value?
    /// The resource of the type with this id, as the record that holds the reference sees it: `unknown` when the inventory
    /// does not hold it.
    func followed(_ reference: Value, type: String) -> Value
    /// Whether the entries of a record's field admit the traffic.
    func admits(_ record: any Record, field: String, _ query: Literal) -> Value
    /// What a record's resource would cost a month with these fields changed, in dollars; `unknown` where that cannot be
    /// priced.
    func cost(of record: any Record, changed: [String: Value]) -> Value
    /// Whether null is a value that no test but `== null` holds for, as in rules, rather than one that no function takes.
    var nullMatchesNothing: Bool { get }
}

/// Runs a checked expression on values (https://github.com/google/cel-spec/blob/master/doc/langdef.md#evaluation): the
/// meaning of the language in full. The engine's kernel runs what rules mostly consist of without making values.
package struct Evaluator {
    /// Steps that one evaluation may take: a step is a part of the expression that is run, or 16 bytes of a text that is made.
    package static let costLimit = 1_000_000

    let context: any EvaluationContext
    private let library: FunctionLibrary
    var locals: [Local]
    private var cost = 0

    struct Local {
        var value: Value
        var key: Value?
    }

    /// `elements`: those of the binders around the expression, from the outside in.
    package init(_ context: any EvaluationContext, library: FunctionLibrary = .standard, elements: [Value] = []) {
        self.context = context
        self.library = library
        locals = elements.map { Local(value: $0) }
    }

    /// The value, `unknown` included; or the error that it ends in.
    package mutating func value(of expression: Expression) throws(EvaluationError) -> Value {
        cost += 1
        if cost > Self.costLimit { throw Self.tooCostly(expression) }
        do {
            return try unplaced(expression)
        } catch {
            guard error.range == nil else { throw error }
            var placed = error
            placed.range = TextRange(expression.span.start, expression.span.end)
            throw placed
        }
    }

    private static func tooCostly(_ expression: Expression) -> EvaluationError {
        EvaluationError(
            .costLimit, "the expression takes more than \(costLimit) steps, the cost limit of one evaluation",
            range: TextRange(expression.span.start, expression.span.end))
    }

    private mutating func unplaced(_ expression: Expression) throws(EvaluationError) -> Value {
        switch expression.kind {
        case .literal(let literal), .parameter(_, let literal): return literal.value(as: expression.type)
        case .resource: return context.resource ?? .unknown(UnknownFields(["resource"]))
        case .element(let levelsUp): return locals[locals.count - 1 - levelsUp].value
        case .key(let levelsUp): return locals[locals.count - 1 - levelsUp].key ?? .null
        case .variable(let name):
            if let value = context.variable(name) { return value }
            throw EvaluationError(.unboundName, "`\(name)` is not bound")
        case .field(let operand, let name): return try field(name, of: value(of: operand), operand)
        case .optionalField(let operand, let name): return try optionalField(name, of: value(of: operand))
        case .presence(let operand, let name): return try presence(name, of: value(of: operand))
        case .followed(let operand, let type):
            let reference = try value(of: operand)
            switch reference {
            case .null, .unknown: return reference
            default: return context.followed(reference, type: type)
            }
        case .call(let function, let arguments): return try call(function, arguments)
        case .conditional(let condition, let yes, let no):
            switch try value(of: condition) {
            case .bool(let holds): return try value(of: holds ? yes : no)
            case .unknown(let fields): return .unknown(fields)
            case .null where context.nullMatchesNothing: return try value(of: no)
            default: throw EvaluationError(.noSuchOverload, "no such overload: `?:` needs a bool")
            }
        case .quantifier(let quantifier, let over, let body): return try quantified(quantifier, over, body)
        case .comprehension(let comprehension): return try run(comprehension)
        case .bind(let bound, let body):
            locals.append(Local(value: try value(of: bound)))
            defer { locals.removeLast() }
            return try value(of: body)
        case .optionalMap(let operand, let body, let isFlat): return try optionalMap(operand, body, isFlat)
        case .list(let elements): return try list(elements)
        case .map(let entries): return try map(entries)
        case .failure(let error): throw error
        }
    }

    // MARK: Calls

    private mutating func call(_ function: Function, _ arguments: [Expression]) throws(EvaluationError) -> Value {
        guard !arguments.isEmpty else { return try apply(function, [], arguments) }
        switch function {
        case .and, .or: return try connective(arguments, decisive: function == .or)
        case .not: return try negated(arguments[0])
        case .has:
            switch try value(of: arguments[0]) {
            case .unknown(let fields): return .unknown(fields)
            case .null: return .bool(false)
            default: return .bool(true)
            }
        case .stated:
            if case .unknown = try value(of: arguments[0]) { return .bool(false) }
            return .bool(true)
        case .admits: return try admits(arguments)
        case .costAs: return try costAs(arguments)
        case .age:
            guard let now = context.variable("now") else { throw EvaluationError(.unboundName, "`now` is not bound") }
            return try apply(.subtract, [now, value(of: arguments[0])], arguments)
        case .last:
            guard let now = context.variable("now") else { throw EvaluationError(.unboundName, "`now` is not bound") }
            var values = [now]
            for argument in arguments { values.append(try value(of: argument)) }
            return try apply(function, values, arguments)
        default:
            var values: [Value] = []
            values.reserveCapacity(arguments.count)
            for argument in arguments { values.append(try value(of: argument)) }
            return try apply(function, values, arguments)
        }
    }

    private mutating func apply(_ function: Function, _ values: [Value], _ arguments: [Expression])
        throws(EvaluationError) -> Value
    {
        // Null decides whatever the other operand may be, but for equality, where that may be null as well.
        if context.nullMatchesNothing, let first = arguments.first,
            let result = Self.ofNull(function, values, first.type)
        {
            return result
        }
        var unknown: UnknownFields?
        for case .unknown(let fields) in values { unknown = unknown?.merged(with: fields) ?? fields }
        if let unknown { return .unknown(unknown) }
        guard let definition = library[function] else {
            throw EvaluationError(.noSuchOverload, "no such overload: \(function.symbol)")
        }
        let result = try definition.body(values)
        try charge(result)
        return result
    }

    /// What a function gives for null in rules: tests do not hold, a list that is not there has no elements, what else is
    /// asked of nothing is nothing, and so is what a map does not hold. Nil: as ever.
    private static func ofNull(_ function: Function, _ values: [Value], _ type: ValueType) -> Value? {
        if function == .valueAt, case .map(let map) = values[0], type == .textMap, map[values[1]] == nil {
            return .null
        }
        guard values.contains(where: { if case .null = $0 { true } else { false } }) else { return nil }
        switch function {
        case .equals, .differs, .dyn, .type, .string, .optionalOf, .optionalOfNonZero, .orValue, .or_: return nil
        case .isIn:
            if case .null = values[1] { return .bool(false) }
            return nil
        case .size:
            guard case .list = type else { return type == .textMap ? .int(0) : .null }
            return .int(0)
        case .less, .lessOrEqual, .greater, .greaterOrEqual, .startsWith, .endsWith, .contains, .containsIgnoringCase,
            .matches, .within, .covers, .overlaps, .hasKeys, .isPublic, .containsIP, .containsCIDR:
            return .bool(false)
        default: return .null
        }
    }

    /// Large results cost more than the step that makes them.
    private mutating func charge(_ value: Value) throws(EvaluationError) {
        switch value {
        case .string(let text): cost += text.utf8.count >> 4
        case .bytes(let bytes): cost += bytes.count >> 4
        case .list(let elements): cost += elements.count >> 2
        default: break
        }
    }

    /// `&&` and `||` absorb errors and unknowns of operands that do not matter; an unknown outweighs an error.
    private mutating func connective(_ operands: [Expression], decisive: Bool) throws(EvaluationError) -> Value {
        var unknown: UnknownFields?
        var failure: EvaluationError?
        for operand in operands {
            do {
                switch try value(of: operand) {
                case .bool(let holds): if holds == decisive { return .bool(decisive) }
                case .unknown(let fields): unknown = unknown?.merged(with: fields) ?? fields
                case .null where context.nullMatchesNothing: if !decisive { return .bool(false) }
                default:
                    failure =
                        failure
                        ?? EvaluationError(.noSuchOverload, "no such overload: `\(decisive ? "||" : "&&")` needs bools")
                }
            } catch {
                if error.code == .costLimit { throw error }
                failure = failure ?? error
            }
        }
        if let unknown { return .unknown(unknown) }
        if let failure { throw failure }
        return .bool(!decisive)
    }

    private mutating func negated(_ operand: Expression) throws(EvaluationError) -> Value {
        switch try value(of: operand) {
        case .bool(let holds): return .bool(!holds)
        case .unknown(let fields): return .unknown(fields)
        case .null where context.nullMatchesNothing: return .bool(true)
        default: throw EvaluationError(.noSuchOverload, "no such overload: `!` needs a bool")
        }
    }

    private mutating func admits(_ arguments: [Expression]) throws(EvaluationError) -> Value {
        guard arguments.count >= 2, case .field(let owner, let field) = arguments[0].kind,
            let query = arguments[1].constant
        else {
            throw EvaluationError(.noSuchOverload, "no such overload: admits")
        }
        switch try value(of: owner) {
        case .record(let record): return context.admits(record, field: field, query)
        case .unknown(let fields): return .unknown(fields)
        case .null: return .bool(false)
        default: throw EvaluationError(.noSuchOverload, "no such overload: admits")
        }
    }

    // MARK: Fields

    private func field(_ name: String, of operand: Value, _ expression: Expression) throws(EvaluationError) -> Value {
        switch operand {
        case .map(let map):
            if let value = map[.string(name)] { return value }
            if context.nullMatchesNothing, expression.type == .textMap { return .null }
            throw EvaluationError(.noSuchKey, "no such key: '\(name)'")
        case .record(let record):
            if let value = record.field(name) { return value }
            throw EvaluationError(.noSuchField, "no such field: `\(record.typeName)` has no `\(name)`")
        case .optional: return try optionalField(name, of: operand)
        case .unknown(let fields):
            // Of a resource that is not in the inventory it is the resource that is missing.
            if case .followed = expression.kind { return operand }
            return .unknown(UnknownFields(fields.paths.map { "\($0).\(name)" }))
        case .null where context.nullMatchesNothing: return .null
        default:
            throw EvaluationError(
                .noSuchOverload, "no such overload: a \(operand.typeName) does not support field selection ('\(name)')")
        }
    }

    private func optionalField(_ name: String, of operand: Value) throws(EvaluationError) -> Value {
        switch operand {
        case .optional(nil): return operand
        case .optional(let inner?): return try optionalField(name, of: inner)
        case .map(let map): return .optional(map[.string(name)])
        case .record(let record):
            switch record.field(name) {
            case .null?: return .optional(nil)
            case .unknown(let fields)?: return .unknown(fields)
            case let value?: return .optional(value)
            case nil: return .optional(nil)
            }
        case .unknown(let fields): return .unknown(fields)
        case .null where context.nullMatchesNothing: return .optional(nil)
        default:
            throw EvaluationError(
                .noSuchOverload, "no such overload: a \(operand.typeName) does not support field selection ('\(name)')")
        }
    }

    private func presence(_ name: String, of operand: Value) throws(EvaluationError) -> Value {
        switch operand {
        case .optional(nil): return .bool(false)
        case .optional(let inner?): return try presence(name, of: inner)
        case .map(let map): return .bool(map[.string(name)] != nil)
        case .unknown(let fields): return .unknown(fields)
        case .record(let record):
            switch record.field(name) {
            case .unknown(let fields)?: return .unknown(fields)
            case .null?, nil: return .bool(false)
            default: return .bool(true)
            }
        case .null where context.nullMatchesNothing: return .bool(false)
        default: throw EvaluationError(.noSuchOverload, "no such overload: `has` of a \(operand.typeName)")
        }
    }

    // MARK: Aggregates

    private mutating func optionalMap(_ operand: Expression, _ body: Expression, _ isFlat: Bool)
        throws(EvaluationError) -> Value
    {
        switch try value(of: operand) {
        case .optional(nil): return .optional(nil)
        case .optional(let inner?):
            locals.append(Local(value: inner))
            defer { locals.removeLast() }
            let result = try value(of: body)
            if case .unknown = result { return result }
            guard isFlat else { return .optional(result) }
            guard case .optional = result else {
                throw EvaluationError(.noSuchOverload, "no such overload: `optFlatMap` needs an optional value")
            }
            return result
        case .unknown(let fields): return .unknown(fields)
        default: throw EvaluationError(.noSuchOverload, "no such overload: `optMap` of what is no optional value")
        }
    }

    private mutating func list(_ elements: [Expression.Element]) throws(EvaluationError) -> Value {
        var result: [Value] = []
        result.reserveCapacity(elements.count)
        for element in elements {
            let value = try value(of: element.value)
            guard element.isOptional else {
                result.append(value)
                continue
            }
            switch value {
            case .optional(let inner): if let inner { result.append(inner) }
            case .unknown: return value
            default: throw EvaluationError(.noSuchOverload, "no such overload: `?` needs an optional value")
            }
        }
        return .list(result)
    }

    private mutating func map(_ entries: [Expression.Entry]) throws(EvaluationError) -> Value {
        var result = MapValue()
        for entry in entries {
            let key = try value(of: entry.key)
            if case .unknown = key { return key }
            var value = try value(of: entry.value)
            if entry.isOptional {
                switch value {
                case .optional(let inner?): value = inner
                case .optional(nil): continue
                case .unknown: return value
                default: throw EvaluationError(.noSuchOverload, "no such overload: `?` needs an optional value")
                }
            }
            try add(key, value, to: &result)
        }
        return .map(result)
    }

    func add(_ key: Value, _ value: Value, to map: inout MapValue) throws(EvaluationError) {
        switch key {
        case .bool, .int, .uint, .string: break
        default: throw EvaluationError(.noSuchOverload, "unsupported key type: \(key.typeName)")
        }
        if !map.add(key, value) { throw EvaluationError(.repeatedKey, "Failed with repeated key: \(key.text)") }
    }
}
