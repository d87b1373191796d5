package import Catalog
internal import Findings
internal import Rules

/// The JSON Schema of a rule file, made from the catalog and the words of the rule language.
///
/// What a rule says about its fields depends on its `resource`: an `if` a type leads to that type's conditions, and in
/// it an `if` a list to those of the entries that `for_each` names. Whether parameters exist and fit, expressions and the
/// holes of messages are left to `plumb test`.
package struct RuleSchema: Sendable {
    private let catalog: Catalog

    package init(catalog: Catalog) { self.catalog = catalog }

    /// The schema as indented JSON.
    package var text: String { SchemaText.text(of: schema) }

    private var schema: SchemaValue {
        let definitions = Definitions()
        let rule = definitions.reference("rule") { self.rule(definitions) }
        let rules: SchemaValue = ["type": "array", "items": rule]
        return [
            "$schema": .text(Dialect.uri),
            "$id": "urn:plumbline:schema:rules",
            "title": "Plumbline rules",
            "description": "Rules for `plumb check` and `plumb test`.",
            "type": "object",
            "required": ["rules"],
            "properties": ["rules": rules.described("The rules of this file.")],
            "additionalProperties": false,
            "$defs": definitions.object,
        ]
    }

    private func rule(_ definitions: Definitions) -> SchemaValue {
        [
            "description": "What must hold of the resources of one type, or of each entry in them.",
            "type": "object",
            "required": .texts(RuleVocabulary.requiredRuleKeys),
            "oneOf": [["required": ["flag"]], ["required": ["require"]]],
            "properties": .members(RuleVocabulary.ruleKeys.map { ($0, value(of: $0, definitions)) }),
            "additionalProperties": false,
            "allOf": .list(
                catalog.types.map { type in
                    [
                        "if": ["properties": ["resource": ["const": .text(type.name)]], "required": ["resource"]],
                        "then": definitions.reference("rule.\(type.name)") { self.rule(on: type, definitions) },
                    ]
                } + [latentParameter]),
        ]
    }

    /// The key `latent` declares a parameter, so that `params` has none of that name.
    private var latentParameter: SchemaValue {
        let none: SchemaValue = ["not": [:], "description": "The key `latent` declares this parameter."]
        return [
            "if": ["required": ["latent"]],
            "then": ["properties": ["params": ["properties": ["latent": none]]]],
        ]
    }

    // MARK: Keys

    /// What a key holds in rules on any type.
    private func value(of key: String, _ definitions: Definitions) -> SchemaValue {
        switch key {
        case "id":
            identifier.described("Name of the bad state, stable for ever.")
        case "title": sentence.described("What the rule finds, in a sentence.")
        case "resource":
            SchemaValue.oneOf(catalog.types.map(\.name)).described(
                "Type of the resources that the rule judges; `plumb types` lists them.")
        case "category":
            SchemaValue.oneOf(Category.allCases.map(\.rawValue)).described(
                "What the rule is about.")
        case "severity":
            SchemaValue.oneOf(Severity.allCases.map(\.rawValue)).described(
                "How much a finding matters.")
        case "latent":
            SchemaValue.oneOf(Severity.allCases.map(\.rawValue)).described(
                "How much a finding matters that no path makes effective now; a parameter of the rule, too.")
        case "params":
            ParameterSchema(definitions: definitions).declarations.described(
                "Values that the rule's user may change, by name: `$name` in conditions, `{{ params.name }}` in the message."
            )
        case "let":
            SchemaValue.type("object").with("additionalProperties", ["type": ["string", "number", "boolean"]])
                .described(
                    "Names for expressions, which conditions, the message and later names may use.")
        case "when": condition.described("Where this is false, the rule is not applicable.")
        case "for_each":
            SchemaValue.type("string", "array").with("items", .type("string")).described(
                "Lists of the resource whose entries get a verdict each; the condition then reads the entry's fields.")
        case "flag": condition.described("What is wrong. A rule has `flag` or `require`.")
        case "require": condition.described("What must hold. A rule has `flag` or `require`.")
        case "message":
            sentence.described(
                "What a finding says; holes `{{ … }}` show `resource`, `resource.FIELD`, `it`, `it.FIELD`, `params.NAME`."
            )
        case "fix": sentence.described("What to do about it.")
        case "savings":
            SchemaValue.type("string").described(
                "What would be saved each month: a usd field of the resource, or an expression that gives dollars.")
        case "maps": maps.described("The same check elsewhere: framework to its ids there.")
        case "tests":
            ExampleSchema(catalog: catalog, definitions: definitions).examples.described(
                "Resources, and what the rule must say of them; `plumb test` runs them.")
        default: SchemaValue.anything.described("Key `\(key)`.")
        }
    }

    private var identifier: SchemaValue {
        [
            "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
            "patternErrorMessage": "Use lower-case letters, digits and hyphens, as sg-ssh-open.",
        ]
    }

    private var condition: SchemaValue { ["type": ["object", "string", "boolean"]] }

    private var sentence: SchemaValue {
        ["type": ["string", "number", "boolean"], "pattern": #"\S"#, "patternErrorMessage": "Write a sentence."]
    }

    private var maps: SchemaValue {
        let scalar: SchemaValue = ["type": ["string", "number", "boolean"]]
        return [
            "type": "object",
            "additionalProperties": ["type": ["array", "string", "number", "boolean"], "items": scalar],
        ]
    }

    // MARK: By type

    private func rule(on type: ResourceType, _ definitions: Definitions) -> SchemaValue {
        let conditions = ConditionSchema(catalog: catalog, definitions: definitions)
        let shape = catalog.shape(of: type)
        let lists = shape.fields.filter(\.type.isRecordList)
        let amounts = shape.fields.filter { $0.type.kind == .usd && !$0.type.isList }.map(\.name)
        let examples = ExampleSchema(catalog: catalog, definitions: definitions).examples(on: type)
        let own = conditions.condition(on: shape)
        return [
            "properties": [
                "when": own, "for_each": forEach(lists.map(\.name)), "savings": savings(amounts),
                "tests": examples,
            ],
            "if": ["required": ["for_each"]],
            "then": entries(lists, conditions),
            "else": ["properties": ["flag": own, "require": own]],
        ]
    }

    /// A field, or an expression, which no single word is.
    private func savings(_ amounts: [String]) -> SchemaValue {
        ["if": ["pattern": "[^A-Za-z0-9_-]"], "then": ["type": "string"], "else": ["enum": .texts(amounts)]]
    }

    private func forEach(_ names: [String]) -> SchemaValue {
        if names.isEmpty {
            return ["not": [:], "description": "Resources of this type have no lists of entries."]
        }
        let name: SchemaValue = ["enum": .texts(names)]
        return ["anyOf": [["type": "array", "items": name, "minItems": 1, "uniqueItems": true], name]]
    }

    /// The condition has to suit the entries of every list that `for_each` names.
    private func entries(_ lists: [Field], _ conditions: ConditionSchema) -> SchemaValue {
        if lists.isEmpty { return true }
        return [
            "allOf": .list(
                lists.map { list in
                    let name: SchemaValue = ["const": .text(list.name)]
                    let condition = conditions.condition(on: catalog.shapes[list.type.detail])
                    return [
                        "if": ["properties": ["for_each": ["anyOf": [name, ["type": "array", "contains": name]]]]],
                        "then": ["properties": ["flag": condition, "require": condition]],
                    ]
                })
        ]
    }
}
