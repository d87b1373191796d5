/// The judgements of a run, for reports: asked for in parts, so that a million of them never stand in memory at once.
///
/// Parts are in input order; `judgements` may be called from several threads.
package protocol Evaluation: Sendable {
    /// The rules that ran, in order of id.
    var rules: [RuleInfo] { get }
    /// Number of parts the resources are divided into.
    var partCount: Int { get }
    /// The judgements of one part, in input order of resources, then order of rules, then of entries.
    func judgements(inPart part: Int, _ selection: JudgementSelection) -> [Judgement]
}

/// Which judgements a report asks for.
package enum JudgementSelection: Sendable {
    /// Verdict `noncompliant` only.
    case findings
    /// Every rule on every resource (and entry).
    case all
    /// Every judgement of the rule with this index.
    case ofRule(Int)
}

/// Judgements per verdict.
package struct VerdictCounts: Sendable, Equatable {
    package var compliant = 0
    package var noncompliant = 0
    package var notApplicable = 0
    package var insufficientData = 0
    /// Of the noncompliant, those that no path makes effective now; not a verdict of its own.
    package var latent = 0

    package init() {}

    package subscript(verdict: Verdict) -> Int {
        get {
            switch verdict {
            case .compliant: compliant
            case .noncompliant: noncompliant
            case .notApplicable: notApplicable
            case .insufficientData: insufficientData
            }
        }
        set {
            switch verdict {
            case .compliant: compliant = newValue
            case .noncompliant: noncompliant = newValue
            case .notApplicable: notApplicable = newValue
            case .insufficientData: insufficientData = newValue
            }
        }
    }

    /// All judgements.
    package var total: Int { compliant + noncompliant + notApplicable + insufficientData }

    /// The findings of the rule that these are the counts of, whose latent ones may have a severity of their own.
    package func findings(of rule: RuleInfo) -> [(severity: Severity, count: Int)] {
        let grades = [
            (rule.severity, noncompliant - latent),
            (rule.severity.graded(by: .latent, latent: rule.latentSeverity), latent),
        ]
        return grades.filter { $0.1 > 0 }
    }

    package static func += (sum: inout VerdictCounts, counts: VerdictCounts) {
        for verdict in Verdict.allCases { sum[verdict] += counts[verdict] }
        sum.latent += counts.latent
    }
}

/// The figures of a run, known before the first finding is written.
package struct RunSummary: Sendable {
    /// One inventory file that was read.
    package struct Input: Sendable {
        package var path: String
        package var documents: Int
        package var resources: Int
        package init(path: String, documents: Int, resources: Int) {
            (self.path, self.documents, self.resources) = (path, documents, resources)
        }
    }

    package var version: String
    package var inputs: [Input]
    package var resources: Int
    package var rules: Int
    /// Counts of every rule, parallel to `Evaluation.rules`; a rule with `for_each` counts entries.
    package var verdictsByRule: [VerdictCounts]
    /// Sum of the savings of all findings that are priced.
    package var monthlySavings: Money
    /// Findings with savings, and how many of them have no price.
    package var savingFindings: Int
    package var unpricedFindings: Int
    /// The time ages are measured from, RFC 3339; nil where neither inventory nor command line gave one.
    package var asOf: String?

    package init(
        version: String, inputs: [Input], resources: Int, rules: Int, verdictsByRule: [VerdictCounts],
        monthlySavings: Money = .zero, savingFindings: Int = 0, unpricedFindings: Int = 0, asOf: String? = nil
    ) {
        (self.version, self.inputs, self.resources, self.rules) = (version, inputs, resources, rules)
        (self.verdictsByRule, self.monthlySavings) = (verdictsByRule, monthlySavings)
        (self.savingFindings, self.unpricedFindings, self.asOf) = (savingFindings, unpricedFindings, asOf)
    }

    /// All rules together.
    package var verdicts: VerdictCounts {
        verdictsByRule.reduce(into: VerdictCounts()) { $0 += $1 }
    }

    /// Findings of each severity.
    package func findings(by rules: [RuleInfo]) -> [Severity: Int] {
        var result: [Severity: Int] = [:]
        for (rule, counts) in zip(rules, verdictsByRule) {
            for (severity, count) in counts.findings(of: rule) { result[severity, default: 0] += count }
        }
        return result
    }
}
