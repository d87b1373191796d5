internal import Expressions
internal import Rules

/// Describes the `params` of a rule: declarations of values that a rule's user may change.
struct ParameterSchema {
    let definitions: Definitions
    private var constants: ConstantSchema { ConstantSchema(definitions: definitions) }

    /// Names to declarations.
    var declarations: SchemaValue {
        let one = definitions.reference("parameter") { declaration }
        return ["type": "object", "additionalProperties": one]
    }

    /// Names to values, where an example or a user sets them; what a value must be, its declaration says.
    static let values: SchemaValue = [
        "type": "object",
        "additionalProperties": [
            "type": ["string", "number", "boolean", "array"], "items": ["type": ["string", "number", "boolean"]],
        ],
    ]

    private var declaration: SchemaValue {
        [
            "description": "A value that the rule's user may change; conditions read it as `$name`.",
            "type": "object",
            "required": .texts(RuleVocabulary.requiredParameterKeys),
            "properties": .members(RuleVocabulary.parameterKeys.map { ($0, value(of: $0)) }),
            "additionalProperties": false,
            "allOf": .list(RuleVocabulary.parameterTypes.flatMap { typed($0.name, $0.type) }),
        ]
    }

    private var profiles: SchemaValue {
        let names = ThresholdProfile.allCases.filter { $0 != .trustedAdvisor }.map(\.rawValue)
        return [
            "description": "Values of named profiles that differ from the default, which is Trusted Advisor's.",
            "type": "object",
            "properties": .members(
                names.map { ($0, .anything.described("The value with `--profile \($0)`; of the parameter's type.")) }),
            "additionalProperties": false,
        ]
    }

    private func value(of key: String) -> SchemaValue {
        let names = RuleVocabulary.parameterTypes.map(\.name)
        return switch key {
        case "type": .oneOf(names + names.map { "list<\($0)>" }).described("Type of the value, or list of it.")
        case "default": .anything.described("The value unless the user gives another; of the parameter's type.")
        case "meaning": ValueForm.text.schema().described("What it is for, in a sentence.")
        case "min": .anything.described("The least value that a user may give; of a list, for each element.")
        case "max": .anything.described("The greatest value that a user may give; of a list, for each element.")
        case "profiles":
            profiles
        case "one_of": .anything.described("The values that a user may give; of a list, for each element.")
        default: .anything.described("Key `\(key)`.")
        }
    }

    /// What the values of a declaration must be, by its type.
    private func typed(_ name: String, _ type: ValueType) -> [SchemaValue] {
        func values(_ types: SchemaValue, default value: SchemaValue) -> SchemaValue {
            let one = constants.constant(type)
            let unordered: SchemaValue = ["not": [:], "description": "Values of this type have no order."]
            let limit = type.isOrdered ? one : unordered
            let several: SchemaValue = ["type": "array", "items": one, "minItems": 1]
            return [
                "if": ["properties": ["type": types], "required": ["type"]],
                "then": ["properties": ["default": value, "min": limit, "max": limit, "one_of": several]],
            ]
        }
        return [
            values(["const": .text(name)], default: constants.constant(type)),
            values(["const": .text("list<\(name)>")], default: constants.constants(type)),
        ]
    }
}
