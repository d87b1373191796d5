/// How much a finding matters, least first.
package enum Severity: String, CaseIterable, Comparable, Sendable {
    case info, low, medium, high, critical

    package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
    /// 0 for `info` to 4 for `critical`.
    package var rank: Int { Self.allCases.firstIndex(of: self)! }
}

/// What a rule is about; the pillars of Trusted Advisor.
package enum Category: String, CaseIterable, Sendable {
    case security, cost, reliability, performance, operations
}

/// What a rule says of a resource: AWS Config's four compliance types
/// (https://docs.aws.amazon.com/config/latest/APIReference/API_Evaluation.html).
package enum Verdict: String, CaseIterable, Sendable {
    case compliant
    case noncompliant
    case notApplicable = "not_applicable"
    case insufficientData = "insufficient_data"
}
