internal import Expressions

/// Describes the constants of rules as `LiteralReader` reads them, and the places that take a constant or a parameter.
struct ConstantSchema {
    let definitions: Definitions

    /// One constant of the type; an element of a list, where no parameter may stand. Enumerations have no names of their
    /// own, so they are called by the `path` of the first field that has their values.
    func constant(_ type: ValueType, _ path: String = "") -> SchemaValue {
        guard let form = Self.form(of: type) else { return [:] }
        var name = type.name
        if case .enumeration = type { name = definitions.name(of: "constant \(type.name)", else: path) }
        return definitions.reference("constant.\(name)") { form.schema() }
    }

    /// One constant, or the parameter `$name`.
    func operand(_ type: ValueType) -> SchemaValue {
        guard let form = Self.form(of: type) else { return [:] }
        if case .enumeration = type { return form.schema(or: .init(parameter: true)) }
        return definitions.reference("operand.\(type.name)") { form.schema(or: .init(parameter: true)) }
    }

    /// One constant, at least one in a list, or the parameter `$name`.
    func operands(_ type: ValueType, _ path: String = "") -> SchemaValue {
        guard let form = Self.form(of: type) else { return [:] }
        let list = ValueForm.Alternatives(parameter: true, list: constant(type, path), minimumCount: 1)
        if case .enumeration = type { return form.schema(or: list) }
        return definitions.reference("operands.\(type.name)") { form.schema(or: list) }
    }

    /// One constant, or any number of them in a list: the value of a parameter.
    func constants(_ type: ValueType) -> SchemaValue {
        guard let form = Self.form(of: type) else { return [:] }
        return form.schema(or: .init(list: constant(type)))
    }

    /// What a constant of the type looks like; nil for what has none.
    static func form(of type: ValueType) -> ValueForm? {
        switch type {
        case .bool: .bool
        case .int: .int
        case .double: .double
        case .string, .reference: .text
        case .timestamp: .timestamp
        case .duration: .duration
        case .byteSize: .size
        case .usd: .dollars
        case .ip, .cidr, .peer: .rangeOrInternet
        case .portRange: .ports
        case .protocol: .ipProtocol
        case .enumeration(let names): .names(names)
        default: nil
        }
    }
}
