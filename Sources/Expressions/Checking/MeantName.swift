internal import Diagnostics

/// What was meant by names that nothing has.
extension Checker {
    func nameHelp(_ name: String) -> String? {
        var names = binders.reversed().flatMap { [$0.name] + ($0.key.map { [$0.name] } ?? []) }
        if let catalog = environment.catalog {
            if catalog.resource != nil { names.append("resource") }
            if !catalog.parameters.isEmpty { names.append("params") }
            names += catalog.definitions.keys.sorted()
            if case .record(name)? = catalog.resource { return "write `resource`" }
            if catalog.resource != nil, ["self", "this"].contains(name) { return "write `resource`" }
        }
        names += environment.variables.keys.sorted()
        if let written = quotesHelp(name) { return written }
        // A field written without its record is the commonest slip.
        if let catalog = environment.catalog {
            let subjects: [(String, ValueType?)] =
                [("it", catalog.binders.last), ("resource", catalog.resource)]
            for (subject, type) in subjects {
                guard case .record(let record)? = type, catalog.records.field(name, of: record) != nil else { continue }
                return "write `\(subject).\(name)`"
            }
            if catalog.parameters[name] != nil { return "write `params.\(name)`" }
        }
        // Any letter is near to any other.
        if name.count > 1, let near = Suggestion.nearest(to: name, among: names) { return "did you mean `\(near)`?" }
        switch expected {
        case .string, .reference, .enumeration, .protocol: return "text is written in quotes: `\"\(name)\"`"
        default: return "valid names are " + names.map { "`\($0)`" }.joined(separator: ", ")
        }
    }

    /// A constant of another language, or a value of an enumeration without quotes.
    private func quotesHelp(_ name: String) -> String? {
        var type = expected
        if case .list(let element)? = type { type = element }
        if case .enumeration(let names)? = type, names.contains(name) { return "write it in quotes: `\"\(name)\"`" }
        switch name {
        case "None", "none", "nil", "undefined", "NULL", "Null": return "write `null`"
        case "True", "TRUE", "yes": return "write `true`"
        case "False", "FALSE", "no": return "write `false`"
        default: return nil
        }
    }

    /// `resource.private-ip`: a name with a hyphen, which reads as a difference.
    mutating func hyphenated(_ function: Function, _ operands: [Syntax], _ range: TextRange) -> Expression? {
        guard function == .subtract, operands.count == 2, environment.catalog != nil,
            case .select(let record, let field, false) = operands[0].kind,
            operands[0].range.end + 1 == operands[1].range.start, let rest = Self.firstName(operands[1]),
            // Looked at twice: only what is short.
            Parser.isQualifiedName(record)
        else { return nil }
        var trial = self
        guard case .record(let name) = types.resolve(trial.visit(record).type),
            let records = environment.catalog?.records, records.field(field.text, of: name) == nil,
            records.field("\(field.text)_\(rest.text)", of: name) != nil
        else { return nil }
        report(
            "names have no `-`", field.range.through(rest.range), help: "write `\(field.text)_\(rest.text)`")
        return broken(range, EvaluationError(.noSuchField, "no such field"))
    }

    private static func firstName(_ syntax: Syntax) -> Syntax.Name? {
        switch syntax.kind {
        case .identifier(let name, isAbsolute: false): Syntax.Name(name, syntax.range)
        case .select(let operand, _, _): firstName(operand)
        case .call(_, let target?, _): firstName(target)
        default: nil
        }
    }
}
