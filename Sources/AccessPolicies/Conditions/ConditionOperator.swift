/// A condition operator cut into what it compares and how it takes keys that are missing or have several values.
///
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
package struct ConditionOperator: Hashable, Sendable {
    /// What is compared, without negation.
    package enum Comparison: String, Sendable, CaseIterable {
        case stringEquals = "StringEquals"
        case stringEqualsIgnoreCase = "StringEqualsIgnoreCase"
        case stringLike = "StringLike"
        case numericEquals = "NumericEquals"
        case numericLessThan = "NumericLessThan"
        case numericLessThanEquals = "NumericLessThanEquals"
        case numericGreaterThan = "NumericGreaterThan"
        case numericGreaterThanEquals = "NumericGreaterThanEquals"
        case dateEquals = "DateEquals"
        case dateLessThan = "DateLessThan"
        case dateLessThanEquals = "DateLessThanEquals"
        case dateGreaterThan = "DateGreaterThan"
        case dateGreaterThanEquals = "DateGreaterThanEquals"
        case bool = "Bool"
        case binaryEquals = "BinaryEquals"
        case ipAddress = "IpAddress"
        case arnEquals = "ArnEquals"
        case arnLike = "ArnLike"
        case null = "Null"
    }

    /// How a key with several values is taken.
    package enum Quantifier: String, Sendable, CaseIterable {
        /// Also true when the request has no such key.
        case all = "ForAllValues:"
        case any = "ForAnyValue:"
    }

    package var comparison: Comparison
    /// `StringNotEquals` and its like: true when no value matches, and when the request has no such key.
    package var isNegated = false
    package var quantifier: Quantifier?
    /// True when the request has no such key.
    package var ifExists = false

    private static let negations: [String: Comparison] = [
        "StringNotEquals": .stringEquals, "StringNotEqualsIgnoreCase": .stringEqualsIgnoreCase,
        "StringNotLike": .stringLike, "NumericNotEquals": .numericEquals, "DateNotEquals": .dateEquals,
        "NotIpAddress": .ipAddress, "ArnNotEquals": .arnEquals, "ArnNotLike": .arnLike,
    ]
    private static let byName = Dictionary(
        uniqueKeysWithValues: Comparison.allCases.map { ($0.rawValue.lowercased(), ($0, false)) }
    )
    .merging(negations.map { ($0.key.lowercased(), ($0.value, true)) }) { first, _ in first }

    /// Nil when there is no such operator. Case does not count, since nobody documents that it does.
    package init?(_ text: String) {
        guard let known = Self.known[text] ?? Self(anySpelling: text) else { return nil }
        self = known
    }

    /// The operators as documented, which saves taking most apart.
    private static let known = Dictionary(
        uniqueKeysWithValues: names.flatMap { [$0, $0 + "IfExists", "ForAnyValue:" + $0, "ForAllValues:" + $0] }
            .compactMap { name in Self(anySpelling: name).map { (name, $0) } })

    private init?(anySpelling text: String) {
        var name = text.lowercased()
        for quantifier in Quantifier.allCases where name.hasPrefix(quantifier.rawValue.lowercased()) {
            self.quantifier = quantifier
            name.removeFirst(quantifier.rawValue.utf8.count)
        }
        if name.hasSuffix("ifexists") {
            ifExists = true
            name.removeLast("ifexists".utf8.count)
        }
        guard let (comparison, isNegated) = Self.byName[name] else { return nil }
        if comparison == .null, ifExists { return nil }
        self.comparison = comparison
        self.isNegated = isNegated
    }

    /// Names of all operators without quantifier and `IfExists`, for suggestions.
    package static let names = Comparison.allCases.map(\.rawValue) + negations.keys.sorted()

    /// Whether the comparison takes `*` and `?` in the policy's value for wildcards.
    var takesWildcards: Bool {
        comparison == .stringLike || comparison == .arnLike || comparison == .arnEquals
    }

    /// Whether it can be true of a request that has no such key.
    var holdsWithoutKey: Bool { quantifier == .all || ifExists || (isNegated && quantifier != .any) }
}
