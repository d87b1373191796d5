package import Diagnostics
package import Expressions
package import Findings

/// A rule that has been read and checked against the catalog.
package struct Rule: Sendable {
    package var id: String
    package var title: String
    /// Index into `Catalog.types` of the resources it judges.
    package var resourceType: Int
    package var category: Category
    package var severity: Severity
    /// The severity of findings that no path makes effective now; nil where the rule makes no difference.
    package var latentSeverity: Severity?
    package var parameters: [Parameter]
    /// Where it is false, the rule is not applicable.
    package var when: Expression?
    /// Names of the lists whose entries get a verdict each; empty: one verdict a resource.
    package var forEach: [String]
    /// One for the resource, or one for each list of `forEach`, whose entries may have different fields.
    package var conditions: [Expression]
    /// Whether the condition says what is wrong (`flag`) rather than what must hold (`require`).
    package var flags: Bool
    /// Parallel to `conditions`.
    package var messages: [MessageTemplate]
    package var fix: String
    /// What following the rule would save, in dollars a month; parallel to `conditions`, or empty.
    package var savings: [Expression]
    /// Framework to the ids of the same check there.
    package var maps: [(framework: String, ids: [String])]
    package var examples: [RuleExample]
    /// Where the id stands.
    package var span: SourceSpan
    /// The whole rule.
    package var sourceSpan: SourceSpan
}

extension Rule {
    /// Whether a rule may be called so: lower-case words and digits joined by hyphens.
    static func isValidID(_ text: String) -> Bool {
        text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false).allSatisfy { word in
            !word.isEmpty && word.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        }
    }
}
