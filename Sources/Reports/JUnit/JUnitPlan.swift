import Findings
import Triage

/// Everything about a JUnit report that is settled before the first case is rendered.
struct JUnitPlan: Sendable {
    let rules: [RuleInfo]
    let options: JUnitOptions
    let threshold: FailThreshold
    let listing: JUnitListing
    let head: JUnitSuiteHead
    /// Bytes after which a chunk takes no more cases.
    let chunkSize: Int
    /// The pieces of work in the order of the report.
    let steps: [Step]

    /// One part of the evaluation, of one rule or of all.
    struct Step: Sendable {
        var part: Int
        var selection: JudgementSelection
    }

    init(_ evaluation: any Evaluation, _ summary: RunSummary, _ options: JUnitOptions, _ threshold: FailThreshold) {
        rules = evaluation.rules
        (self.options, self.threshold) = (options, threshold)
        let listing = JUnitListing(rules, summary, options) { options.below == .failure || threshold.isReached(by: $0) }
        self.listing = listing
        head = JUnitSuiteHead(rules: rules, asOf: summary.asOf)
        chunkSize = min(128 * 1024, options.fileLimit / 8)
        let parts = 0..<evaluation.partCount
        switch options.grouping {
        case .rule:
            // Rule by rule, in the order of the suites, and past those that have nothing to tell.
            steps = listing.visited.flatMap { rule in parts.map { Step(part: $0, selection: .ofRule(rule)) } }
        case .resource, .account:
            let needsAll = listing.listsQuiet.contains(true) || summary.verdicts.insufficientData > 0
            steps = listing.visited.isEmpty ? [] : parts.map { Step(part: $0, selection: needsAll ? .all : .findings) }
        }
    }

    func outcome(of testCase: JUnitCase) -> JUnitOutcome {
        testCase.outcome(threshold: threshold, below: options.below)
    }

    /// Whether the case is to be seen.
    func lists(_ testCase: JUnitCase, _ outcome: JUnitOutcome) -> Bool {
        if !outcome.isQuiet { return true }
        if outcome == .notApplicable, !options.includesNotApplicable { return false }
        return listing.listsQuiet[testCase.rule]
    }
}
