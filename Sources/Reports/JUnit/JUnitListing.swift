import Findings

/// Which rules a report looks at, and which of them list their passing cases. It is settled from the figures of the run
/// before anything is rendered, so that it depends on nothing but the input.
struct JUnitListing: Sendable {
    /// By index of the rule: whether cases without a problem are listed.
    private(set) var listsQuiet: [Bool]
    /// By index of the rule: whether there is a finding or missing data.
    private let hasProblems: [Bool]
    /// Rules whose quiet verdicts did not fit, and how many those are.
    private(set) var leftOut: [(rule: Int, verdicts: Int)] = []
    /// Findings and verdicts with insufficient data that the report has to tell of.
    let problems: Int

    init(_ rules: [RuleInfo], _ summary: RunSummary, _ options: JUnitOptions, fails: (Severity) -> Bool) {
        var room = options.passLimit
        listsQuiet = Array(repeating: false, count: rules.count)
        let counts = summary.verdictsByRule
        hasProblems = counts.map { $0.noncompliant + $0.insufficientData > 0 }
        problems = counts.reduce(0) { $0 + $1.noncompliant + $1.insufficientData }
        for (index, (rule, count)) in zip(rules, counts).enumerated() {
            switch options.passes {
            case .none: continue
            case .failedSuites:
                let fails = count.insufficientData > 0 || count.findings(of: rule).contains { fails($0.severity) }
                // A suite of another kind may fail by another rule.
                if options.grouping == .rule, !fails { continue }
            case .all: break
            }
            let quiet = count.compliant + (options.includesNotApplicable ? count.notApplicable : 0)
            if quiet <= room {
                listsQuiet[index] = quiet > 0
                room -= quiet
            } else {
                leftOut.append((index, quiet))
            }
        }
    }

    /// The rules that have something to tell, in their order.
    var visited: [Int] { listsQuiet.indices.filter { listsQuiet[$0] || hasProblems[$0] } }
}
