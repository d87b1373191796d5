internal import Catalog

/// Describes resources as `ResourceDecoder` reads them: the fields of each type and of the records in it, nothing else.
struct ResourceSchema {
    let catalog: Catalog
    let definitions: Definitions

    /// One resource of the type.
    func resource(_ type: ResourceType) -> SchemaValue {
        record(catalog.shape(of: type), FieldText(catalog: catalog).description(of: type))
    }

    /// The value of a collection's key: a list of resources, or null for none.
    func collection(_ type: ResourceType) -> SchemaValue {
        let value: SchemaValue = ["type": ["array", "null"], "items": resource(type)]
        return value.described(FieldText(catalog: catalog).description(of: type))
    }

    private func record(_ shape: Shape, _ description: String) -> SchemaValue {
        definitions.reference("resource.\(shape.name)") {
            let required = shape.fields.filter { $0.isRequired && $0.defaultText == nil }.map(\.name)
            let schema: SchemaValue = ["description": .text(description), "type": "object"]
            return schema.with("required", required.isEmpty ? nil : .texts(required))
                .with("properties", .members(shape.fields.filter { !$0.isFact }.map { ($0.name, field($0)) }))
                .with("additionalProperties", false)
        }
    }

    // MARK: Fields

    private func field(_ field: Field) -> SchemaValue {
        let text = FieldText(catalog: catalog)
        let isOptional = !field.isRequired
        let value: SchemaValue =
            switch field.type.kind {
            case .record: recordField(field, isOptional)
            case .enumeration: enumeration(field.type, isOptional)
            case .map: map(isOptional)
            case .metrics: MetricsSchema(definitions: definitions).metrics()
            case .policy, .traffic: [:]
            default: scalar(field.type, isOptional, isMeasure: field.unit != nil)
            }
        return value.described(text.description(of: field)).with("default", text.defaultValue(of: field))
    }

    private func recordField(_ field: Field, _ isOptional: Bool) -> SchemaValue {
        let entry = record(catalog.shapes[field.type.detail], field.meaning)
        var forms = [entry]
        // A single entry stands for a list of one.
        if field.type.isList { forms.insert(["type": "array", "items": entry], at: 0) }
        if isOptional { forms.append(["type": "null"]) }
        return forms.count == 1 ? entry : ["anyOf": .list(forms)]
    }

    /// Each enumeration belongs to one field, so it stands there.
    private func enumeration(_ type: FieldType, _ isOptional: Bool) -> SchemaValue {
        let names = catalog.enumerations[type.detail].names.map { SchemaValue.text($0) }
        let one: SchemaValue = ["enum": .list(names + (isOptional ? [.null] : []))]
        return type.isList ? ["anyOf": [["type": "array", "items": ["enum": .list(names)]], one]] : one
    }

    private func map(_ isOptional: Bool) -> SchemaValue {
        definitions.reference(isOptional ? "value.optional.map" : "value.map") {
            [
                "description": "Names and their values, all of them text; the value null says that there is none.",
                "type": isOptional ? ["object", "null"] : "object",
                "additionalProperties": ["type": ["string", "number", "boolean", "null"]],
            ]
        }
    }

    /// A value or list of values without structure. The definitions are named by what may be there.
    private func scalar(_ type: FieldType, _ isOptional: Bool, isMeasure: Bool) -> SchemaValue {
        guard var form = ValueForm(of: type.kind) else { return [:] }
        var kind = ValueForm.name(of: type.kind)
        // As `ScalarDecoder` has it: what things cost and how many there are is not negative.
        if type.kind == .usd { (form, kind) = (.cost, "cost") }
        if type.kind == .int, isMeasure { (form, kind) = (.measure, "measure") }
        let name = "value." + (isOptional ? "optional." : "") + (type.isList ? "list." : "") + kind
        return definitions.reference(name) {
            var other = ValueForm.Alternatives(null: isOptional)
            // A single value stands for a list of one; an element is never null.
            if type.isList { other.list = definitions.reference("value.\(kind)") { form.schema() } }
            return form.schema(or: other)
        }
    }
}

extension ValueForm {
    /// The kinds that are plain text are written alike.
    fileprivate static func name(of kind: FieldType.Kind) -> String {
        switch kind {
        case .string, .arn, .region, .reference: "text"
        default: kind.rawValue
        }
    }
}
