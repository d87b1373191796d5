package import Diagnostics
package import Documents
package import Findings

/// A test of a rule: resources, and what the rule must say of them.
package struct RuleExample: Sendable {
    package var name: String
    package var document: Document
    package var subject: Subject
    /// Collections beside the one resource, or those of the inventory: key and value nodes.
    package var collections: [(key: NodeID, value: NodeID)]
    package var asOf: String?
    package var account: String?
    package var region: String?
    package var demands: [ExampleDemand]
    /// Where the name stands.
    package var span: SourceSpan
    /// The rule bound to the example's own parameter values, where it has some.
    package var boundRule: BoundRule?

    /// What the rule is tried on.
    package enum Subject: Sendable {
        /// One resource of the rule's type; other collections only stand around it.
        case resource(NodeID)
        /// Every resource of the rule's type in a small inventory.
        case inventory
    }

    /// A rule read again with other parameter values; a class, since a rule holds its examples.
    package final class BoundRule: Sendable {
        package let rule: Rule
        init(_ rule: Rule) { self.rule = rule }
    }

    /// The verdict asked for of everything the rule judges; nil where verdicts are asked for resource by resource.
    package var expect: Verdict? { demands.lazy.filter { $0.resource == nil }.compactMap(\.verdict?.value).first }
}

/// Something that a test asks of what a rule says.
package struct ExampleDemand: Sendable {
    /// A value of the test, with its place.
    package struct Stated<Value: Sendable>: Sendable {
        package var value: Value
        package var span: SourceSpan
    }

    /// Id of the resource it is about; nil: everything that the rule judges.
    package var resource: Stated<String>?
    /// The worst of the verdicts.
    package var verdict: Stated<Verdict>?
    /// What is asked of each verdict, in the order of the entries judged.
    package var each: Stated<[ExampleDemand]>?
    /// Path of the entry that a finding must name.
    package var entry: Stated<String>?
    /// A part of the message that a finding must have.
    package var message: Stated<String>?
    /// The effect that a finding must have.
    package var effect: Stated<Effect>?
    /// What a finding must save.
    package var savings: Stated<ExpectedSavings>?
    /// Number of findings.
    package var findings: Stated<Int>?

    /// Whether anything is asked.
    var isEmpty: Bool {
        verdict == nil && each == nil && entry == nil && message == nil && effect == nil && savings == nil
            && findings == nil
    }
}

/// What a test expects a finding to save each month.
package enum ExpectedSavings: Hashable, Sendable {
    /// Millionths of a dollar. To the cent, as reports show it, the finding saves the same.
    case monthly(micros: Int64)
    /// The rule speaks of savings, and there is no price to work them out.
    case unpriced
}
