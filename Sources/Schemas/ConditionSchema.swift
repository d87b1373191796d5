internal import Catalog
internal import Expressions
internal import Rules

/// Describes conditions as `ConditionReader` reads them: per record its fields, per field the tests of its type.
struct ConditionSchema {
    let catalog: Catalog
    let definitions: Definitions

    init(catalog: Catalog, definitions: Definitions) { (self.catalog, self.definitions) = (catalog, definitions) }

    private var constants: ConstantSchema { ConstantSchema(definitions: definitions) }

    /// A condition on a resource or on an entry of a list.
    func condition(on shape: Shape) -> SchemaValue {
        let name = "condition.\(shape.name)"
        return definitions.reference(name) {
            let itself = Definitions.reference(name)
            let words = RuleVocabulary.connectives.map { ($0, joined($0, itself, "condition")) }
            return [
                "description": .text(
                    "What must hold of `\(shape.name)`: fields and tests, all of which must hold, or an expression as text."
                ),
                "type": ["object", "string", "boolean"],
                "pattern": #"\S"#,
                "minProperties": 1,
                "properties": .members(fields(of: shape) + withoutFields(words, shape)),
                "additionalProperties": false,
            ]
        }
    }

    /// An expression as text; `true` and `false` are expressions that YAML makes booleans of.
    private let expression: SchemaValue = ["type": ["string", "boolean"], "pattern": #"\S"#]

    // MARK: Fields

    private func fields(of shape: Shape) -> [(String, SchemaValue)] {
        let text = FieldText(catalog: catalog)
        return shape.fields.map { ($0.name, test(of: $0, in: shape).described(text.description(of: $0))) }
    }

    /// A field that is called like a word of the language is the field.
    private func withoutFields(_ words: [(String, SchemaValue)], _ shape: Shape) -> [(String, SchemaValue)] {
        words.filter { shape.field($0.0) == nil }
    }

    private func test(of field: Field, in shape: Shape) -> SchemaValue {
        // What has a default is always stated, so the test whether it is would be a mistake.
        let hasDefault = field.defaultIsNull || field.defaultText != nil
        let path = "\(shape.name).\(field.name)"
        if let record = catalog.shape(of: field.type) {
            return field.type.isList ? entriesTest(field, record, hasDefault) : recordTest(record, hasDefault)
        }
        let type = RuleVocabulary.valueType(of: field.type, in: catalog)
        if type == .admittedTraffic { return trafficTest(field) }
        return test(of: type, hasDefault: hasDefault, path)
    }

    /// What reaches a resource: `admits`, and the words that apply to any value.
    private func trafficTest(_ field: Field) -> SchemaValue {
        let name = "test.traffic"
        return definitions.reference(name) {
            let words = operators(on: .admittedTraffic, Definitions.reference(name), hasDefault: false) { word in
                word == "admits" ? TrafficSchema(definitions: definitions).query(of: field) : nil
            }
            return [
                "description": "What must hold of the traffic that can arrive.",
                "type": ["object", "null"], "minProperties": 1, "properties": .members(words),
                "additionalProperties": false,
            ]
        }
    }

    /// The fields of a record, and the words that apply to any value.
    private func recordTest(_ shape: Shape, _ hasDefault: Bool) -> SchemaValue {
        let name = "test.\(shape.name)"
        return definitions.reference(name) {
            // What connectives join may be an expression, too, which speaks of the whole resource.
            let part: SchemaValue = ["anyOf": [Definitions.reference(name), expression]]
            let words = operators(on: .record(shape.name), part, hasDefault: hasDefault) { _ in nil }
            return [
                "description": .text("What must hold of `\(shape.name)`: fields and tests, or null: there is none."),
                "type": ["object", "null"],
                "minProperties": 1,
                "properties": .members(fields(of: shape) + withoutFields(words, shape)),
                "additionalProperties": false,
            ]
        }
    }

    private func entriesTest(_ field: Field, _ shape: Shape, _ hasDefault: Bool) -> SchemaValue {
        let name = "test.\(shape.name)"
        return definitions.reference(name) {
            let type = ValueType.list(.record(shape.name))
            let words = operators(on: type, Definitions.reference(name), hasDefault: hasDefault) { word in
                switch word {
                case "some", "every", "none": condition(on: shape)
                case "admits": TrafficSchema(definitions: definitions).query(of: field)
                default: nil
                }
            }
            return [
                "description": .text("What must hold of the entries of `\(shape.name)`, or null: there is no list."),
                "type": ["object", "null"],
                "minProperties": 1,
                "properties": .members(words.filter { $0.0 != "admits" || field.traffic != nil }),
                "additionalProperties": false,
            ]
        }
    }

    // MARK: Values

    /// What must hold of a value. `path` names enumerations, of which each has tests of its own.
    private func test(of type: ValueType, hasDefault: Bool = false, _ path: String) -> SchemaValue {
        var name = type.name
        switch type {
        case .enumeration, .list(.enumeration): name = definitions.name(of: "\(type.name) \(hasDefault)", else: path)
        case .list(let element): name = "list.\(element.name)" + (hasDefault ? ".default" : "")
        default: name += hasDefault ? ".default" : ""
        }
        name = "test.\(name)"
        return definitions.reference(name) {
            let itself = Definitions.reference(name)
            let words = SchemaValue.members(
                operators(on: type, itself, hasDefault: hasDefault) { operand(of: $0, on: type, path) })
            // A range is not compared with the internet by writing it, so that nobody takes it for equality.
            guard let form = [.ip, .cidr, .peer].contains(type) ? .range : ConstantSchema.form(of: type) else {
                return [
                    "description": "Operators, all of which must hold, or null: there is none.",
                    "type": ["object", "null"], "minProperties": 1, "properties": words, "additionalProperties": false,
                ]
            }
            let other = ValueForm.Alternatives(
                null: true, parameter: true, list: constants.constant(type, path), minimumCount: 1, operators: words)
            return form.schema(or: other).described(
                "A value, a list of values of which it is one, `$parameter`, null (there is none), or operators.")
        }
    }

    /// The operators on a type, each with what it takes; `operand` gives it for those that are not on any type, and
    /// `itself` is what connectives join.
    private func operators(
        on type: ValueType, _ itself: SchemaValue, hasDefault: Bool, _ operand: (String) -> SchemaValue?
    ) -> [(String, SchemaValue)] {
        RuleVocabulary.operators(on: type).filter { $0 != "stated" || !hasDefault }.map { word in
            let value: SchemaValue
            if RuleVocabulary.connectives.contains(word) {
                value = joined(word, itself, "test")
            } else if ["exists", "stated", "empty"].contains(word) {
                value = ["type": "boolean"]
            } else if word == "size" {
                value = test(of: .int, "")
            } else {
                // Without a case here the operator still is known, and takes anything.
                value = operand(word) ?? [:]
            }
            return (word, value.described(OperatorText.meaning(of: word, on: type) ?? "Operator `\(word)`."))
        }
    }

    private func operand(of word: String, on type: ValueType, _ path: String) -> SchemaValue? {
        switch word {
        case "above", "at_least", "below", "at_most": return constants.operand(type)
        case "older_than", "younger_than": return constants.operand(.duration)
        case "in": return constants.operands(type, path)
        case "startsWith", "endsWith", "containsIgnoringCase": return constants.operand(.string)
        case "has_keys": return constants.operands(.string)
        case "within", "covers", "overlaps": return constants.operand(type == .portRange ? .portRange : .cidr)
        case "prefix_length": return test(of: .int, "")
        case "public": return test(of: .bool, "")
        case "kind": return test(of: .peerKind, "peer.kind")
        case "key": return ["type": "object", "minProperties": 1, "additionalProperties": test(of: .string, "")]
        case "contains", "some", "every", "none":
            guard case .list(let element) = type else { return constants.operand(.string) }
            return test(of: element, path + ".element")
        default: return nil
        }
    }

    private func joined(_ word: String, _ itself: SchemaValue, _ what: String) -> SchemaValue {
        let several = SchemaValue.type("array").with("minItems", 1).with("items", itself)
        return switch word {
        case "not": itself.described("Holds when the \(what) does not.")
        case "any": several.described("Holds when one of the \(what)s does.")
        default: several.described("Holds when all of the \(what)s do.")
        }
    }
}
