internal import Diagnostics
internal import Networks

/// Names: variables, qualified names, fields of records, keys of maps, types
/// (https://github.com/google/cel-spec/blob/master/doc/langdef.md#name-resolution).
extension Checker {
    /// Types as values.
    private static let typeNames: [String: ValueType] = [
        "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string, "bytes": .bytes,
        "list": .list(.dyn), "map": .map(.dyn, .dyn), "null_type": .null, "type": .type(nil), "dyn": .dyn,
        "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration,
        "optional_type": .optional(.dyn), "net.IP": .ip, "net.CIDR": .cidr,
    ]

    mutating func identifier(_ name: String, _ isAbsolute: Bool, _ range: TextRange) -> Expression {
        if !isAbsolute, let local = local(name, range) { return local }
        if !isAbsolute, let defined = defined(name, range) { return defined }
        if name == "resource", let type = environment.catalog?.resource { return made(.resource, type, range) }
        if let known = qualified(name, isAbsolute, range) { return known }
        if let catalog = environment.catalog {
            if name == "it" {
                report(
                    "`it` is the entry of `for_each`, and there is none here", range,
                    help: catalog.resource == nil ? nil : "write `resource`")
                return broken(range, EvaluationError(.unboundName, "there is no `it`"))
            }
            if name == "params" {
                report("`params` is followed by the name of a parameter", range, help: "write `params.NAME`")
                return broken(range, EvaluationError(.unboundName, "there is no `params`"))
            }
        }
        let message = "there is no `\(name)`"
        report(message, range, help: nameHelp(name))
        return broken(range, EvaluationError(.unboundName, "undeclared reference: \(message)"))
    }

    /// A variable of a macro or an entry.
    private func local(_ name: String, _ range: TextRange) -> Expression? {
        for (index, binder) in binders.enumerated().reversed() {
            let levelsUp = binders.count - 1 - index
            if binder.name == name { return made(.element(levelsUp: levelsUp), binder.type, range) }
            if let key = binder.key, key.name == name { return made(.key(levelsUp: levelsUp), key.type, range) }
        }
        return nil
    }

    /// What the rule gave that name to.
    private mutating func defined(_ name: String, _ range: TextRange) -> Expression? {
        guard let catalog = environment.catalog else { return nil }
        if catalog.brokenDefinitions.contains(name) {
            metBroken = true
            return broken(range, EvaluationError(.unboundName, "`\(name)` has a mistake"))
        }
        guard let definition = catalog.definitions[name] else { return nil }
        usedDefinitions.insert(name)
        return definition
    }

    /// A variable or type bound from outside, by its name in the container and those around it.
    private func qualified(_ name: String, _ isAbsolute: Bool, _ range: TextRange) -> Expression? {
        for candidate in candidates(name, isAbsolute) {
            if let type = environment.variables[candidate] { return made(.variable(candidate), type, range) }
            if let type = Self.typeNames[candidate] {
                return made(.literal(.typeName(TypeName(type == .type(nil) ? "type" : candidate))), .type(type), range)
            }
            if candidate == "google.protobuf.NullValue.NULL_VALUE" { return made(.literal(.int(0)), .int, range) }
        }
        return nil
    }

    func candidates(_ name: String, _ isAbsolute: Bool) -> [String] {
        guard !isAbsolute, !environment.container.isEmpty else { return [name] }
        var result: [String] = []
        var container = environment.container[...]
        while !container.isEmpty {
            result.append("\(container).\(name)")
            container = container.lastIndex(of: ".").map { container[..<$0] } ?? ""
        }
        return result + [name]
    }

    /// `a.b.c` as one name, when it is nothing but names and its first is no variable of a macro.
    func dottedName(_ syntax: Syntax) -> (name: String, isAbsolute: Bool)? {
        switch syntax.kind {
        case .identifier(let name, let isAbsolute):
            return isAbsolute || !binders.contains { $0.name == name || $0.key?.name == name }
                ? (name, isAbsolute) : nil
        case .select(let operand, let field, false):
            return dottedName(operand).map { ("\($0.name).\(field.text)", $0.isAbsolute) }
        default: return nil
        }
    }

    /// Whether a chain of names can be one name at all: it mostly is a path of fields from the resource.
    private func mayBeQualified(_ syntax: Syntax) -> Bool {
        switch syntax.kind {
        case .select(let operand, _, false): mayBeQualified(operand)
        case .identifier("resource", false): environment.catalog?.resource == nil
        case .identifier: true
        default: false
        }
    }

    // MARK: Fields

    mutating func select(_ operand: Syntax, _ field: Syntax.Name, isOptional: Bool, _ range: TextRange) -> Expression {
        if !isOptional, mayBeQualified(operand), let outer = dottedName(operand) {
            if let known = qualified("\(outer.name).\(field.text)", outer.isAbsolute, range) { return known }
            if outer.name == "params", environment.catalog != nil { return parameter(field, range) }
        }
        let record = followed(visit(operand))
        let (type, wasOptional) = fieldType(record.type, field, operand.range)
        if isOptional { return made(.optionalField(record, field.text), .optional(type), range) }
        return made(.field(record, field.text), wasOptional ? .optional(type) : type, range)
    }

    mutating func presence(_ operand: Syntax, _ field: Syntax.Name, isOptional: Bool, _ range: TextRange) -> Expression
    {
        let record = followed(visit(operand))
        _ = fieldType(record.type, field, operand.range)
        if case .record = types.resolve(record.type) {
            let value = made(.field(record, field.text), fieldType(record.type, field, operand.range).type, range)
            return made(.call(.has, [value]), .bool, range)
        }
        return made(.presence(record, field.text), .bool, range)
    }

    /// The record that a reference names; other values as they are.
    private func followed(_ operand: Expression) -> Expression {
        guard case .reference(let type) = types.resolve(operand.type) else { return operand }
        return Expression(.followed(operand, type: type), .record(type), at: operand.span)
    }

    /// The type of a field; `wasOptional`: of an optional's content.
    private mutating func fieldType(_ type: ValueType, _ field: Syntax.Name, _ range: TextRange)
        -> (type: ValueType, wasOptional: Bool)
    {
        switch types.resolve(type) {
        case .dyn, .parameter: return (.dyn, false)
        case .map(let key, let value):
            if !types.accept([.string], for: [key]) {
                report("the keys of this map are \(types.resolve(key).name), not names", field.range)
            }
            return (value, false)
        case .optional(let inner): return (fieldType(inner, field, range).type, true)
        case .record(let name):
            guard let records = environment.catalog?.records else { return (.dyn, false) }
            if let type = records.field(field.text, of: name) { return (type, false) }
            report(
                "`\(name)` has no field `\(field.text)`", field.range,
                help: Suggestion.help(for: field.text, among: records.fieldNames(of: name)))
            return (.dyn, false)
        case .list(let element):
            report(
                "a list has no fields", field.range,
                help: Self.isRecord(element) ? "write `.exists(x, x.\(field.text) …)` or `.all(x, …)`" : nil)
            return (.dyn, false)
        case let other:
            report(
                "\(other.article) has no fields", field.range,
                help: Function(rawValue: field.text) == nil ? nil : "write `.\(field.text)()`")
            return (.dyn, false)
        }
    }

    private static func isRecord(_ type: ValueType) -> Bool {
        switch type {
        case .record, .reference: true
        default: false
        }
    }

    private mutating func parameter(_ name: Syntax.Name, _ range: TextRange) -> Expression {
        guard let catalog = environment.catalog, !catalog.brokenParameters.contains(name.text) else {
            metBroken = true
            return made(.failure(EvaluationError(.unboundName, "broken")), .dyn, range)
        }
        guard let parameter = catalog.parameters[name.text] else {
            report(
                "there is no parameter `\(name.text)`", name.range,
                help: catalog.parameters.isEmpty
                    ? "declare it under `params`"
                    : Suggestion.help(for: name.text, among: catalog.parameters.keys.sorted()))
            return broken(range, EvaluationError(.unboundName, "there is no parameter `\(name.text)`"))
        }
        usedParameters.insert(name.text)
        return made(.parameter(name.text, parameter.value), parameter.type, range)
    }

    // MARK: Messages

    /// The well-known message types that are CEL values: wrappers, `Value`, `Struct`, `ListValue`, `Timestamp`, `Duration`
    /// (https://github.com/google/cel-spec/blob/master/doc/langdef.md#dynamic-values).
    mutating func message(_ type: Syntax, _ fields: [Syntax.Field], _ range: TextRange) -> Expression {
        let name = dottedName(type)
        let known = name.flatMap { name in
            candidates(name.name, name.isAbsolute).first { WellKnownMessage(rawValue: $0) != nil }
        }
        let values = fields.map { ($0.name.text, visit($0.value)) }
        guard let known, let message = WellKnownMessage(rawValue: known) else {
            let text = "there is no message type `\(name?.name ?? "?")`"
            report(text, type.range, help: "write a map: `{\"name\": value}`")
            return broken(range, EvaluationError(.unboundName, text))
        }
        for (field, (name, _)) in zip(fields, values) where !message.fields.contains(name) {
            report(
                "`\(known)` has no field `\(name)`", field.name.range,
                help: Suggestion.help(for: name, among: message.fields))
            return broken(range, EvaluationError(.noSuchField, "no such field: \(name)"))
        }
        func value(_ name: String) -> Expression? { values.first { $0.0 == name }?.1 }
        func zero(_ literal: Literal, _ type: ValueType) -> Expression { made(.literal(literal), type, range) }
        func wrapped(_ literal: Literal, _ type: ValueType) -> Expression {
            Expression(
                value("value")?.kind ?? .literal(literal), environment.isChecked ? .nullable(type) : .dyn,
                at: place(range))
        }
        switch message {
        case .bool: return wrapped(.bool(false), .bool)
        case .int32, .int64: return wrapped(.int(0), .int)
        case .uint32, .uint64: return wrapped(.uint(0), .uint)
        case .float, .double: return wrapped(.double(0), .double)
        case .string: return wrapped(.string(""), .string)
        case .bytes: return wrapped(.binary([]), .bytes)
        case .value:
            guard let (field, content) = values.first, field != "null_value" else { return zero(.null, .dyn) }
            return Expression(content.kind, .dyn, at: place(range))
        case .structure: return value("fields") ?? made(.map([]), .map(.string, .dyn), range)
        case .list: return value("values") ?? made(.list([]), .list(.dyn), range)
        case .timestamp, .duration:
            let seconds = value("seconds") ?? zero(.int(0), .int)
            let nanos = value("nanos") ?? zero(.int(0), .int)
            // Both as what the language has functions for: seconds since 1970, and a span written in nanoseconds.
            let unit = zero(.string("ns"), .string)
            let digits = made(.call(.add, [made(.call(.string, [nanos]), .string, range), unit]), .string, range)
            let rest = made(.call(.duration, [digits]), .duration, range)
            var whole = made(.call(.timestamp, [seconds]), .timestamp, range)
            if message == .duration {
                let epoch = made(.call(.timestamp, [zero(.int(0), .int)]), .timestamp, range)
                whole = made(.call(.subtract, [whole, epoch]), .duration, range)
            }
            return made(.call(.add, [whole, rest]), whole.type, range)
        }
    }
}

/// Messages whose literals are values of the language.
enum WellKnownMessage: String {
    case bool = "google.protobuf.BoolValue"
    case int32 = "google.protobuf.Int32Value"
    case int64 = "google.protobuf.Int64Value"
    case uint32 = "google.protobuf.UInt32Value"
    case uint64 = "google.protobuf.UInt64Value"
    case float = "google.protobuf.FloatValue"
    case double = "google.protobuf.DoubleValue"
    case string = "google.protobuf.StringValue"
    case bytes = "google.protobuf.BytesValue"
    case value = "google.protobuf.Value"
    case structure = "google.protobuf.Struct"
    case list = "google.protobuf.ListValue"
    case timestamp = "google.protobuf.Timestamp"
    case duration = "google.protobuf.Duration"

    var fields: [String] {
        switch self {
        case .value: ["null_value", "number_value", "string_value", "bool_value", "struct_value", "list_value"]
        case .structure: ["fields"]
        case .list: ["values"]
        case .timestamp, .duration: ["seconds", "nanos"]
        default: ["value"]
        }
    }
}
