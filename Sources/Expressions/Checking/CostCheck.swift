internal import Diagnostics

/// What `cost_as` is asked: fields of a resource and the values they would have.
extension Checker {
    /// `resource.cost_as({"type": "gp3"})`
    mutating func costAs(_ target: Expression, _ syntaxes: [Syntax], _ name: Syntax.Name, _ range: TextRange)
        -> Expression
    {
        let failure = broken(range, EvaluationError(.noSuchOverload, "no such overload: cost_as"))
        if Self.isBroken(target) { return target }
        guard let records = environment.catalog?.records, case .record(let record) = types.resolve(target.type),
            records.field(Self.cost, of: record) == .usd
        else {
            report("`cost_as` applies to resources", name.range, help: "write `resource.cost_as({…})`")
            return failure
        }
        guard syntaxes.count == 1, case .map(let entries) = syntaxes[0].kind else {
            report(
                "`cost_as` needs a map of the fields that change", syntaxes.first?.range ?? name.range,
                help: "write `cost_as({\"type\": \"gp3\"})`")
            return failure
        }
        let before = errors.count
        var changes: [Expression.Entry] = []
        var names: Set<String> = []
        for entry in entries {
            guard case .string(let field) = entry.key.kind, !entry.isOptional else {
                var help: String?
                if case .identifier(let name, _) = entry.key.kind { help = "write `\"\(name)\"`" }
                report("a key of `cost_as` is the name of a field in quotes", entry.key.range, help: help)
                continue
            }
            let value = visit(entry.value)
            if let value = change(field, value, of: record, records, entry.key.range), names.insert(field).inserted {
                let key = Expression(.literal(.string(field)), .string, at: place(entry.key.range))
                changes.append(Expression.Entry(key: key, value: value, isOptional: false))
            } else if names.contains(field), errors.count == before {
                report("`\(field)` stands twice in `cost_as`", entry.key.range)
            }
        }
        guard errors.count == before else { return failure }
        let map = Expression(.map(changes), .map(.string, .dyn), at: place(syntaxes[0].range))
        return made(.call(.costAs, [target, map]), .usd, range)
    }

    private static let cost = "monthly_cost"

    /// The value that a field would have; nil after telling why it cannot.
    private mutating func change(
        _ field: String, _ value: Expression, of record: String, _ records: any RecordTypes, _ key: TextRange
    ) -> Expression? {
        guard let type = records.field(field, of: record) else {
            report(
                "`\(record)` has no field `\(field)`", key,
                help: Suggestion.help(for: field, among: records.fieldNames(of: record)))
            return nil
        }
        if field == Self.cost {
            report("`\(field)` is what `cost_as` works out", key)
            return nil
        }
        let told = errors.count
        let value = coerced(value, to: type)
        guard errors.count == told, !Self.isBroken(value) else { return nil }
        if case .literal(.null) = value.kind { return value }
        let given = types.resolve(value.type)
        guard types.accept([given], for: [type]) else {
            report("`\(field)` is \(type.article), not \(given.article)", at: value.span)
            return nil
        }
        return value
    }
}
