internal import Catalog
internal import Findings
internal import Rules

/// Describes the `tests` of a rule as `ExampleReader` reads them; what is given is a resource of the rule's type.
struct ExampleSchema {
    let catalog: Catalog
    let definitions: Definitions

    /// The keys of a test.
    static var keys: [String] {
        RuleVocabulary.exampleKeys + (RuleVocabulary.exampleKeys.contains("findings") ? [] : ["findings"])
    }

    /// A list of tests for rules on any type.
    var examples: SchemaValue {
        let example = definitions.reference("example") {
            [
                "description": "A resource, and what the rule must say of it.",
                "type": "object",
                "required": ["name", "given", "expect"],
                "properties": .members(Self.keys.map { ($0, value(of: $0)) }),
                "additionalProperties": false,
            ]
        }
        return ["type": "array", "items": example]
    }

    /// What the tests of rules on one type have beside: their resource.
    func examples(on type: ResourceType) -> SchemaValue {
        let resources = ResourceSchema(catalog: catalog, definitions: definitions)
        return ["items": ["properties": ["given": resources.resource(type)]]]
    }

    private func value(of key: String) -> SchemaValue {
        switch key {
        case "name": ValueForm.text.schema().described("What the test shows.")
        case "given": SchemaValue.type("object").described("The resource, of the rule's type.")
        case "with": collections.described("Other resources, by collection, that the rule may need.")
        case "as_of": ValueForm.timestamp.schema().described("When the inventory was collected.")
        case "account": ValueForm.account.schema().described("Account that holds the resources.")
        case "region": ValueForm.text.schema().described("Region that holds the resources.")
        case "params": ParameterSchema.values.described("Values of the rule's parameters in this test.")
        case "expect":
            SchemaValue.oneOf(Verdict.allCases.map(\.rawValue)).described(
                "The verdict; with `for_each`, the worst of the entries.")
        case "entry": ValueForm.text.schema().described("Path of the entry that is named, such as `ingress[0]`.")
        case "message": ValueForm.text.schema().described("A part of the message.")
        case "findings": SchemaValue.anything.described("The findings that there must be.")
        default: SchemaValue.anything.described("Key `\(key)`.")
        }
    }

    private var collections: SchemaValue {
        let resources = ResourceSchema(catalog: catalog, definitions: definitions)
        return definitions.reference("with") {
            [
                "type": "object",
                "properties": .members(catalog.types.map { ($0.collection, resources.collection($0)) }),
                "additionalProperties": false,
            ]
        }
    }
}
