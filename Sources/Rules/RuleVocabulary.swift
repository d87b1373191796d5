package import Catalog
internal import Diagnostics
internal import Documents
package import Expressions

/// The words of the rule language, as the readers of rules look them up: for those who describe the language rather
/// than read it, such as the JSON Schema.
package enum RuleVocabulary {
    /// The keys of a rule, in the order in which rules are written.
    package static var ruleKeys: [String] { RuleReader.keys }
    /// The keys that every rule has, beside `flag` or `require`.
    package static var requiredRuleKeys: [String] { RuleReader.required }
    /// The keys of one of a rule's tests.
    package static var exampleKeys: [String] { ExampleReader.keys }
    /// The keys of what a test expects of one resource or entry: its verdict, and more.
    package static var expectationKeys: [String] { ExpectationReader.keys }
    /// The keys of a parameter's declaration.
    package static var parameterKeys: [String] { ParameterReader.keys }
    /// The keys that every declaration of a parameter has.
    package static var requiredParameterKeys: [String] { ParameterReader.required }
    /// What a parameter may be, beside a list of it; in order of name.
    package static var parameterTypes: [(name: String, type: ValueType)] {
        ParameterReader.types.sorted { $0.key < $1.key }.map { (name: $0.key, type: $0.value) }
    }

    /// The words that join conditions: `any`, `all`, `not`.
    package static var connectives: [String] { ConditionReader.connectives }
    /// The keys of `admits`.
    package static var trafficKeys: [String] { TrafficQueryBuilder.keys }
    /// The operators of the match form that apply to a type.
    package static func operators(on type: ValueType) -> [String] { Operators.names(for: type) }

    /// The type that conditions see in a field of the catalog.
    package static func valueType(of type: FieldType, in catalog: Catalog) -> ValueType {
        let nothing = Document(file: SourceFile(path: "<none>", text: []))
        return ReadingContext(catalog: catalog, document: nothing).valueType(type)
    }
}
