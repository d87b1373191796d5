internal import Documents

/// Where a rule stands, so that it can be read again with other parameter values.
struct RuleSource: Sendable {
    var document: Document
    var node: NodeID
    /// Index into `Catalog.types` of the resources it judges.
    var type: Int
    /// Values that its parameters have in every test that does not say otherwise.
    var overrides: GivenParameters
}
