/// `cost_as`: the fields that change are evaluated here, the price is the context's to know.
extension Evaluator {
    mutating func costAs(_ arguments: [Expression]) throws(EvaluationError) -> Value {
        guard arguments.count == 2, case .map(let entries) = arguments[1].kind else {
            throw EvaluationError(.noSuchOverload, "no such overload: cost_as")
        }
        let target = try value(of: arguments[0])
        var changes: [String: Value] = [:]
        for entry in entries {
            guard case .string(let name)? = entry.key.constant else { continue }
            changes[name] = try value(of: entry.value)
        }
        switch target {
        case .record(let record): return context.cost(of: record, changed: changes)
        case .unknown, .null: return target
        default: throw EvaluationError(.noSuchOverload, "no such overload: cost_as")
        }
    }
}

extension EvaluationContext {
    /// Where there is no inventory there are no prices.
    package func cost(of record: any Record, changed: [String: Value]) -> Value {
        .unknown(UnknownFields(["monthly_cost"]))
    }
}
