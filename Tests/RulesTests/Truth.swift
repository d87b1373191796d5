import Catalog
import Findings
import Testing

/// How a condition comes out, told by the verdict of a rule that flags it.
enum Outcome: String, Sendable {
    case yes, no, unknown

    init?(_ verdict: Verdict) {
        switch verdict {
        case .noncompliant: self = .yes
        case .compliant: self = .no
        case .insufficientData: self = .unknown
        case .notApplicable: return nil
        }
    }

    // Kleene's logic, written down rather than computed.
    static func and(_ a: Outcome, _ b: Outcome) -> Outcome {
        switch (a, b) {
        case (.no, _), (_, .no): .no
        case (.yes, .yes): .yes
        default: .unknown
        }
    }

    static func or(_ a: Outcome, _ b: Outcome) -> Outcome {
        switch (a, b) {
        case (.yes, _), (_, .yes): .yes
        case (.no, .no): .no
        default: .unknown
        }
    }

    var negated: Outcome {
        switch self {
        case .yes: .no
        case .no: .yes
        case .unknown: .unknown
        }
    }
}

extension Trial {
    /// How a condition on the resource comes out, and the fields that were missing.
    static func outcome(
        _ type: String, _ condition: String, on resource: String, with others: String = "",
        asOf: String? = "2026-07-01T00:00:00Z",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> (outcome: Outcome?, missing: [String]) {
        let judgements = try judgements(
            type, "flag: \(condition)", on: resource, with: others, asOf: asOf, sourceLocation: sourceLocation)
        let judgement = try #require(judgements.first, sourceLocation: sourceLocation)
        return (Outcome(judgement.verdict), judgement.missing)
    }
}
