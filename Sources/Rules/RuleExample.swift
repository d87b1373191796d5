package import Diagnostics
package import Documents
package import Findings

/// One of a rule's `tests`: a resource and what the rule must say of it.
package struct RuleExample: Sendable {
    package var name: String
    package var document: Document
    /// The resource.
    package var given: NodeID
    /// Other collections: key and value nodes.
    package var with: [(key: NodeID, value: NodeID)]
    package var asOf: String?
    package var account: String?
    package var region: String?
    package var expect: Verdict
    /// Path of the entry that the finding must name.
    package var entry: String?
    /// A part of the message the finding must have.
    package var message: String?
    package var span: SourceSpan
    package var expectSpan: SourceSpan
    /// The rule bound to the example's own parameter values, where it has some.
    package var boundRule: BoundRule?

    /// A rule read again with other parameter values; a class, since a rule holds its examples.
    package final class BoundRule: Sendable {
        package let rule: Rule
        init(_ rule: Rule) { self.rule = rule }
    }
}
