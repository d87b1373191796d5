internal import Diagnostics

/// What an expression may speak of: names, functions and records. The empty one is plain CEL.
package struct Environment: Sendable {
    /// Names bound from outside, some of them qualified: `now`, `request.auth.claims`.
    package var variables: [String: ValueType] = [:]
    /// Functions beside the library's, as an embedder declares them; running them is an error.
    package var functions: [String: [Overload]] = [:]
    /// The namespace in which names are looked up first: in `a.b`, `x` is `a.b.x`, `a.x` or `x`
    /// (https://github.com/google/cel-spec/blob/master/doc/langdef.md#name-resolution).
    package var container = ""
    /// Whether types are checked; if not, every name and call is resolved when the expression runs.
    package var isChecked = true
    /// What rules add to plain CEL.
    package var catalog: CatalogView?

    package init() {}
}

/// The rule's view of the catalog: its records, the subjects in scope, and constants by type.
package struct CatalogView: Sendable {
    /// The fields of records.
    package var records: any RecordTypes
    /// The type of `resource`; nil where there is none.
    package var resource: ValueType?
    /// The binders around the expression from the outside in, each with the type of its element. The innermost is `it`.
    package var binders: [ValueType] = []
    /// Declared parameters: the type and the value each is bound to.
    package var parameters: [String: (type: ValueType, value: Literal)] = [:]
    /// Names whose declarations are wrong: what is wrong has been told.
    package var brokenParameters: Set<String> = []
    /// Names that the rule gives to expressions, with what they stand for: checked, and with no binder around it.
    package var definitions: [String: Expression] = [:]
    /// Such names whose expressions are wrong: what is wrong has been told.
    package var brokenDefinitions: Set<String> = []

    package init(records: any RecordTypes) { self.records = records }
}

/// Why a text is no constant of the type that its place asks for.
package struct ConstantProblem: Error, Sendable {
    package var message: String
    package var help: String?
    package init(_ message: String, help: String? = nil) { (self.message, self.help) = (message, help) }

    /// A parameter whose value is none of the type that its place asks for.
    package static func parameter(_ name: String, _ from: ValueType, _ value: Literal, _ to: ValueType)
        -> ConstantProblem
    {
        let subject = "the parameter `\(name)` (\(from.name): \(value.text))"
        var element = to
        if case .list(let inner) = to { element = inner }
        guard case .enumeration(let names) = element else {
            return ConstantProblem("\(subject) is not of type \(to.name)")
        }
        let values: [Literal] = if case .list(let elements) = value { elements } else { [value] }
        var help: String?
        for case .string(let text) in values where help == nil && !names.contains(text) {
            help = Suggestion.help(for: text, among: names)
        }
        return ConstantProblem("\(subject) is not one of its values", help: help)
    }
}

/// The shapes of records, and how constants of their fields' types are written.
package protocol RecordTypes: Sendable {
    /// The type of a field; nil when the record has no such field.
    func field(_ name: String, of record: String) -> ValueType?
    /// The names of a record's fields.
    func fieldNames(of record: String) -> [String]
    /// A constant of the type, written as text: `14d`, `5MB`, `10.0.0.0/8`, a value of an enumeration.
    func constant(_ text: String, _ type: ValueType) throws(ConstantProblem) -> Literal
    /// A parameter's value as a constant of the type asked for; nil when it is none.
    func converted(_ value: Literal, from: ValueType, to type: ValueType) -> Literal?
    /// The traffic that `admits` asks of the field's entries; `arguments` are its keys with the constants given.
    func traffic(
        _ arguments: [TrafficArgument], field: String, of record: String
    ) -> (query: Literal?, problems: [TrafficProblem])
}

/// What is wrong with the traffic that `admits` asks for.
package struct TrafficProblem: Sendable {
    /// Where: the whole question, a key, its value, or one constant of its list.
    package enum Place: Sendable {
        case question
        case key(Int)
        case value(Int)
        case constant(Int, Int)
    }

    package var place: Place
    package var problem: ConstantProblem
    package init(_ place: Place, _ problem: ConstantProblem) { (self.place, self.problem) = (place, problem) }
}

/// A key of the traffic that `admits` asks for, with the constants it is given.
package struct TrafficArgument: Sendable {
    package var key: String
    package var constants: [Literal]
    package var isList: Bool
    /// The parameter that gives the constants: its name and type.
    package var parameter: (name: String, type: ValueType)?

    package init(
        key: String, constants: [Literal], isList: Bool, parameter: (name: String, type: ValueType)? = nil
    ) {
        (self.key, self.constants, self.isList, self.parameter) = (key, constants, isList, parameter)
    }
}
