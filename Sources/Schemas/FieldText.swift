internal import Catalog

/// What an editor shows of a field, and the value it offers.
struct FieldText {
    let catalog: Catalog

    /// Meaning, type, unit, what holds if the field is absent, and the AWS name.
    func description(of field: Field) -> String {
        let type =
            field.type.kind == .enumeration ? (field.type.isList ? "list<enum>" : "enum") : catalog.name(of: field.type)
        var facts = [type + (field.unit.map { " in \($0)" } ?? "")]
        if field.isFact {
            facts.append("derived")
        } else if field.isRequired, field.defaultText == nil {
            facts.append("required")
        } else {
            let source = field.defaultSource.map { " (\($0))" } ?? ""
            facts.append("if absent: \(field.defaultIsNull ? "null" : Self.shown(field.defaultText))\(source)")
        }
        if let name = field.aws { facts.append("AWS: \(name)") }
        return field.meaning + "\n\n" + facts.joined(separator: "; ") + "."
    }

    private static func shown(_ text: String?) -> String {
        guard let text else { return "unknown" }
        return text.isEmpty ? "empty" : text
    }

    /// The default as a value of the field's type; nil where there is none that could be offered.
    func defaultValue(of field: Field) -> SchemaValue? {
        if field.defaultIsNull { return .null }
        guard let text = field.defaultText, !field.type.isList else { return nil }
        switch field.type.kind {
        case .bool: return .flag(text == "true")
        case .int: return Int(text).map { .number($0) }
        case .record, .map, .policy, .double: return nil
        default: return .text(text)
        }
    }

    /// What a resource type is.
    func description(of type: ResourceType) -> String { "\(type.summary)\n\n\(type.awsType); \(type.source)" }
}
