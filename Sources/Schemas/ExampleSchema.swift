internal import Catalog
internal import Findings
internal import Rules

/// Describes the `tests` of a rule as `ExampleReader` reads them; what is given is a resource of the rule's type, or a small
/// inventory.
struct ExampleSchema {
    let catalog: Catalog
    let definitions: Definitions

    /// A list of tests for rules on any type.
    var examples: SchemaValue {
        let example = definitions.reference("example") {
            [
                "description": "A resource, and what the rule must say of it.",
                "type": "object",
                "required": ["name", "given"],
                "anyOf": [["required": ["expect"]], ["required": ["findings"]]],
                "properties": .members(RuleVocabulary.exampleKeys.map { ($0, value(of: $0)) }),
                "additionalProperties": false,
            ]
        }
        return ["type": "array", "items": example]
    }

    /// What the tests of rules on one type have beside: their resource. Without its id, and with the name of a collection,
    /// it is an inventory, of which verdicts are expected by resource.
    func examples(on type: ResourceType) -> SchemaValue {
        let resource = ResourceSchema(catalog: catalog, definitions: definitions).resource(type)
        let id = catalog.shape(of: type).fields[type.idField].name
        let inventory: SchemaValue = ["allOf": [["not": ["required": [.text(id)]]], hasCollection]]
        let verdicts: SchemaValue = ["type": "object", "minProperties": 1, "additionalProperties": demand]
        return [
            "items": [
                "if": ["properties": ["given": inventory], "required": ["given"]],
                "then": ["properties": ["given": collections, "expect": verdicts]],
                "else": ["properties": ["given": resource, "expect": demand]],
            ]
        ]
    }

    // MARK: Keys

    private func value(of key: String) -> SchemaValue {
        switch key {
        case "name": ValueForm.text.schema().described("What the test shows.")
        case "given":
            SchemaValue.type("object").described(
                "A resource of the rule's type, with its id; or a small inventory: collections and nothing else.")
        case "with": collections.described("Other resources, by collection, that stand around the one.")
        case "as_of": ValueForm.timestamp.schema().described("When the inventory was collected.")
        case "account": ValueForm.account.schema().described("Account that holds the resources.")
        case "region": ValueForm.text.schema().described("Region that holds the resources.")
        case "profile":
            SchemaValue.oneOf(ThresholdProfile.allCases.map(\.rawValue)).described(
                "The profile whose thresholds the rule has in this test.")
        case "params": ParameterSchema.values.described("Values of the rule's parameters in this test.")
        case "expect":
            SchemaValue.type("string", "array", "object").described(
                "The verdict, of several entries the worst; or a list, one an entry; of an inventory, verdicts by resource."
            )
        default: part(key)
        }
    }

    /// What may be asked beside or in `expect`.
    private func part(_ key: String) -> SchemaValue {
        switch key {
        case "entry":
            ValueForm.text.schema().described("Path of the entry or field that a finding names, such as `ingress[0]`.")
        case "message": ValueForm.text.schema().described("A part of the message that a finding has.")
        case "effect":
            SchemaValue.oneOf(Effect.allCases.map(\.rawValue)).described(
                "Whether a path makes a finding of a rule with `latent` effective now.")
        case "savings":
            ValueForm.savings.schema().described(
                "What a finding saves a month, in dollars and to the cent, or `unpriced`.")
        case "findings": SchemaValue.type("integer").with("minimum", 0).described("The number of findings.")
        case "verdict": SchemaValue.oneOf(Verdict.allCases.map(\.rawValue)).described("The verdict.")
        default: SchemaValue.anything.described("Key `\(key)`.")
        }
    }

    // MARK: Inventories and verdicts

    private var collections: SchemaValue {
        let resources = ResourceSchema(catalog: catalog, definitions: definitions)
        return definitions.reference("collections") {
            [
                "description": "Resources by collection.",
                "type": "object",
                "properties": .members(catalog.types.map { ($0.collection, resources.collection($0)) }),
                "additionalProperties": false,
            ]
        }
    }

    /// Holds where a collection is named.
    private var hasCollection: SchemaValue {
        definitions.reference("collections.any") {
            ["anyOf": .list(catalog.types.map { ["required": [.text($0.collection)]] })]
        }
    }

    /// A verdict or more of what is said of one resource, or a list with one an entry.
    private var demand: SchemaValue {
        let names = Verdict.allCases.map(\.rawValue)
        let parts = RuleVocabulary.expectationKeys.map { ($0, part($0)) }
        var other = ValueForm.Alternatives(operators: .members(parts))
        let one = definitions.reference("expect") {
            ValueForm.names(names).schema(or: other).with("required", ["verdict"])
                .described("A verdict, or a mapping with one and more of what is said.")
        }
        return definitions.reference("expect.each") {
            (other.list, other.minimumCount) = (one, 1)
            return ValueForm.names(names).schema(or: other).with("required", ["verdict"])
                .described("A verdict, a mapping with one and more of what is said, or a list with one an entry.")
        }
    }
}
