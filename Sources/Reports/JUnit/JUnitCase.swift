import Diagnostics
import Findings
import Triage

/// How a test case ends.
enum JUnitOutcome: Sendable {
    case failure
    /// No verdict, for want of data; an `error`.
    case insufficientData
    case passBelowThreshold
    case skippedBelowThreshold
    case pass
    case notApplicable

    /// Whether the case has nothing to tell but that it is there.
    var isQuiet: Bool { self == .pass || self == .notApplicable }
}

/// One rule on one resource, with the verdicts on all entries of it.
struct JUnitCase {
    var rule: Int
    var judgements: ArraySlice<Judgement>

    var resource: ResourceInfo { judgements.first!.resource }

    /// The verdicts worth telling of, the most severe first.
    var problems: [Judgement] {
        let problems = judgements.filter { $0.verdict == .noncompliant || $0.verdict == .insufficientData }
        guard problems.contains(where: { $0.severity != problems[0].severity }) else { return problems }
        return Severity.allCases.reversed().flatMap { severity in problems.filter { $0.severity == severity } }
    }

    /// That of the worst finding; without one the rule's.
    var severity: Severity {
        judgements.lazy.filter { $0.verdict == .noncompliant }.map(\.severity).max() ?? judgements.first!.severity
    }

    /// The worst of the entries decides: a finding that fails, then missing data, then a finding below the threshold.
    func outcome(threshold: FailThreshold, below: JUnitOptions.Below) -> JUnitOutcome {
        let hasFinding = judgements.contains { $0.verdict == .noncompliant }
        if hasFinding, below == .failure || threshold.isReached(by: severity) { return .failure }
        if judgements.contains(where: { $0.verdict == .insufficientData }) { return .insufficientData }
        if hasFinding { return below == .skipped ? .skippedBelowThreshold : .passBelowThreshold }
        return judgements.contains { $0.verdict == .compliant } ? .pass : .notApplicable
    }

    /// Cuts judgements in input order into cases. Verdicts on a whole resource are a case each; those on entries belong
    /// together until the rule, the resource or the file changes or the first entry comes again, which means a second
    /// resource of the same name.
    static func cases(of judgements: [Judgement]) -> [JUnitCase] {
        var result: [JUnitCase] = []
        var start = 0
        while start < judgements.count {
            let rest = judgements[(start + 1)...]
            let end = rest.firstIndex { !belongTogether(judgements[start], $0) } ?? judgements.count
            result.append(JUnitCase(rule: judgements[start].rule, judgements: judgements[start..<end]))
            start = end
        }
        return result
    }

    private static func belongTogether(_ first: Judgement, _ next: Judgement) -> Bool {
        guard let entry = first.entry, let nextEntry = next.entry else { return false }
        return first.rule == next.rule && entry != nextEntry && isSameResource(first, next)
    }

    /// Whether two judgements that follow each other are about one resource.
    static func isSameResource(_ a: Judgement, _ b: Judgement) -> Bool {
        a.span.file === b.span.file && a.resource == b.resource
    }
}
