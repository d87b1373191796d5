/// How one scalar value may be written, as far as a schema can tell.
///
/// An editor has already made numbers and booleans of plain text, where Plumbline reads text by the field's type. So
/// several JSON types stand for one value, and what only the source text shows (`8.0` for 8, `0x16`, leading zeros that
/// were lost) is left to `plumb check`.
struct ValueForm {
    /// What the value is, in a sentence.
    var meaning: String
    /// The JSON types of the value when it is not text.
    var types: [String] = []
    /// Whether the value may be text.
    var isText = true
    /// What text must match as a whole; nil: any text.
    var pattern: String?
    var minimum: Int?
    var maximum: Int?
    /// Whether the two bounds themselves are excluded.
    var excludesBounds = false
    /// What an editor says where a text does not match.
    var hint: String?
    /// What an editor offers.
    var examples: [SchemaValue] = []

    /// What else may stand in the place of the value.
    struct Alternatives {
        /// "There is none."
        var null = false
        /// `$name` of a rule's parameter.
        var parameter = false
        /// A list of what the schema describes.
        var list: SchemaValue?
        /// The least number of elements in that list.
        var minimumCount = 0
        /// Operators of a rule by name, at least one of them.
        var operators: SchemaValue?
    }

    /// The schema of the value or of what stands in its place. Everything in one object rather than in `anyOf`, so that
    /// editors name the one thing that is wrong.
    func schema(or other: Alternatives = Alternatives()) -> SchemaValue {
        var allTypes = types
        if isText || other.parameter { allTypes.append("string") }
        if other.list != nil { allTypes.append("array") }
        if other.operators != nil { allTypes.append("object") }
        if other.null { allTypes.append("null") }
        var schema: SchemaValue = ["description": .text(meaning)]
        schema = schema.with("type", allTypes.count == 1 ? .text(allTypes[0]) : .texts(allTypes))
        schema = schema.with(excludesBounds ? "exclusiveMinimum" : "minimum", minimum.map { .number($0) })
        schema = schema.with(excludesBounds ? "exclusiveMaximum" : "maximum", maximum.map { .number($0) })
        if let text = textPattern(orParameter: other.parameter) {
            schema = schema.with("pattern", .text("^(?:\(text))$"))
            // Understood by the language servers for JSON and YAML, passed over by validators.
            schema = schema.with("patternErrorMessage", hint.map { .text($0) })
        }
        if let items = other.list {
            schema = schema.with("items", items)
            if other.minimumCount > 0 { schema = schema.with("minItems", .number(other.minimumCount)) }
        }
        if let operators = other.operators {
            schema = schema.merging(["minProperties": 1, "properties": operators, "additionalProperties": false])
        }
        return schema.with("examples", examples.isEmpty ? nil : .list(examples))
    }

    private func textPattern(orParameter: Bool) -> String? {
        if !isText { return orParameter ? Self.parameterPattern : nil }
        return pattern.map { orParameter ? "\($0)|\(Self.parameterPattern)" : $0 }
    }

    private static let parameterPattern = #"\$.+"#
}
