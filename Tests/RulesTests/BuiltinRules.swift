import Catalog
import Diagnostics
import Documents
import Expressions
import Findings
import Rules
import Testing

/// The rules embedded in the binary, read once.
enum BuiltinRules {
    static let set = RuleSet.builtin(catalog: Trial.catalog)
    static let rules = set.rules.map(Named.init)

    /// A rule as a test's argument.
    struct Named: CustomTestStringConvertible, Sendable {
        var rule: Rule
        var testDescription: String { rule.id }
        var typeName: String { Trial.catalog.types[rule.resourceType].name }
    }
}

extension Rule {
    /// The paths of the fields that the condition and `when` read, from the resource or the entry.
    var fieldsRead: Set<String> {
        var paths: Set<String> = []
        func visit(_ expression: Expression) {
            switch expression.kind {
            case .field: paths.insert(path(expression))
            default: expression.parts.forEach(visit)
            }
        }
        func path(_ expression: Expression) -> String {
            guard case .field(let record, let name) = expression.kind else { return "" }
            let outer = path(record)
            return outer.isEmpty ? name : outer + "." + name
        }
        ((when.map { [$0] } ?? []) + conditions).forEach(visit)
        return paths
    }
}
