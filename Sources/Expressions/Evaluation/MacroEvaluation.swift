/// Macros over the elements of lists and the entries of maps
/// (https://github.com/google/cel-spec/blob/master/doc/langdef.md#macros).
extension Evaluator {
    private enum Walk {
        case elements([(key: Value, value: Value)])
        case unknown(UnknownFields)
    }

    private mutating func walk(_ over: Expression, hasKey: Bool) throws(EvaluationError) -> Walk {
        switch try value(of: over) {
        case .list(let values):
            return .elements(values.enumerated().map { (.int(Int64($0.offset)), $0.element) })
        case .map(let map): return .elements(hasKey ? map.entries : map.entries.map { ($0.key, $0.key) })
        case .unknown(let fields): return .unknown(fields)
        case .null where context.nullMatchesNothing: return .elements([])
        case let other: throw EvaluationError(.noSuchOverload, "no such overload: a macro over a \(other.typeName)")
        }
    }

    mutating func quantified(_ quantifier: Quantifier, _ over: Expression, _ body: Expression)
        throws(EvaluationError) -> Value
    {
        let found = try anyOrAll(over, hasKey: false, body, decisive: quantifier != .every)
        if quantifier == .none, case .bool(let some) = found { return .bool(!some) }
        return found
    }

    /// `exists` is the elements' `||`, `all` their `&&`.
    private mutating func anyOrAll(_ over: Expression, hasKey: Bool, _ body: Expression, decisive: Bool)
        throws(EvaluationError) -> Value
    {
        let items: [(key: Value, value: Value)]
        switch try walk(over, hasKey: hasKey) {
        case .unknown(let fields): return .unknown(fields)
        case .elements(let elements): items = elements
        }
        var unknown: UnknownFields?
        var failure: EvaluationError?
        for item in items {
            locals.append(Local(value: item.value, key: item.key))
            defer { locals.removeLast() }
            do {
                switch try value(of: body) {
                case .bool(let holds): if holds == decisive { return .bool(decisive) }
                case .unknown(let fields): unknown = unknown?.merged(with: fields) ?? fields
                case .null where context.nullMatchesNothing: if !decisive { return .bool(false) }
                default: failure = failure ?? EvaluationError(.noSuchOverload, "no such overload: a test gives a bool")
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

    mutating func run(_ macro: Expression.Comprehension) throws(EvaluationError) -> Value {
        if let predicate = macro.predicate, macro.macro == .exists || macro.macro == .all {
            return try anyOrAll(macro.over, hasKey: macro.hasKey, predicate, decisive: macro.macro == .exists)
        }
        let items: [(key: Value, value: Value)]
        switch try walk(macro.over, hasKey: macro.hasKey) {
        case .unknown(let fields): return .unknown(fields)
        case .elements(let elements): items = elements
        }
        var list: [Value] = []
        var map = MapValue()
        var matches = 0
        for item in items {
            locals.append(Local(value: item.value, key: item.key))
            defer { locals.removeLast() }
            if let predicate = macro.predicate {
                switch try value(of: predicate) {
                case .bool(true): matches += 1
                case .bool(false): continue
                case .null where context.nullMatchesNothing: continue
                case .unknown(let fields): return .unknown(fields)
                default: throw EvaluationError(.noSuchOverload, "no such overload: a test gives a bool")
                }
            }
            guard let transform = macro.transform else {
                if macro.macro == .filter { list.append(item.value) }
                continue
            }
            let value = try value(of: transform)
            switch macro.macro {
            case .transformMap: try add(item.key, value, to: &map)
            case .transformMapEntry:
                if case .unknown = value { return value }
                guard case .map(let entries) = value else {
                    throw EvaluationError(.noSuchOverload, "no such overload: `transformMapEntry` needs a map")
                }
                for entry in entries.entries { try add(entry.key, entry.value, to: &map) }
            default: list.append(value)
            }
        }
        switch macro.macro {
        case .existsOne: return .bool(matches == 1)
        case .transformMap, .transformMapEntry: return .map(map)
        default: return .list(list)
        }
    }
}
