import Diagnostics
import Findings

/// The figures at the end of the text report.
struct TextSummary {
    /// Rules named among those that lack data.
    private static let ruleLimit = 5

    let palette: Palette

    func append(_ summary: RunSummary, _ rules: [RuleInfo], to sink: inout ByteSink) {
        let findings = summary.findings(by: rules)
        let total = findings.values.reduce(0, +)
        if total == 0 {
            sink.append(palette.paint("no findings", .help))
        } else {
            sink.append(palette.paint(counted(total, "finding"), .strong))
            let parts = Severity.allCases.reversed().compactMap { severity in
                findings[severity].flatMap { $0 == 0 ? nil : "\($0) \(severity.rawValue)" }
            }
            sink.append(" (" + parts.joined(separator: ", ") + ")")
        }
        sink.append(": \(counted(summary.rules, "rule")), \(counted(summary.resources, "resource")), ")
        let insufficient = summary.verdicts.insufficientData
        sink.append("\(counted(insufficient, "verdict")) with insufficient data\n")
        if insufficient > 0 { appendRulesWithoutData(summary, rules, to: &sink) }
        if summary.savingFindings > 0 { appendSavings(summary, to: &sink) }
    }

    /// A rule that could not judge is as important as one that did, and would not be seen otherwise.
    private func appendRulesWithoutData(_ summary: RunSummary, _ rules: [RuleInfo], to sink: inout ByteSink) {
        // Equal counts stay in the order of the rules: the sort is by both.
        let lacking = zip(rules, summary.verdictsByRule).enumerated()
            .filter { $0.element.1.insufficientData > 0 }
            .sorted { ($1.element.1.insufficientData, $0.offset) < ($0.element.1.insufficientData, $1.offset) }
        sink += "insufficient data:"
        for (position, rule) in lacking.prefix(Self.ruleLimit).enumerated() {
            sink += position == 0 ? " " : ", "
            sink.append("\(VisibleText.escaping(rule.element.0.id)) (\(rule.element.1.insufficientData))")
        }
        let more = lacking.count - Self.ruleLimit
        if more > 0 { sink.append(" and \(counted(more, "more rule"))") }
        sink += "; see them with --report json --verdicts all\n"
    }

    private func appendSavings(_ summary: RunSummary, to sink: inout ByteSink) {
        // What has no price is not zero.
        let isKnown = summary.unpricedFindings < summary.savingFindings
        let amount = isKnown ? "USD \(summary.monthlySavings.dollars)" : "not known"
        sink.append("estimated monthly saving: \(amount)")
        if summary.unpricedFindings > 0 { sink.append(" (\(counted(summary.unpricedFindings, "finding")) unpriced)") }
        sink += "\n"
    }
}

/// `1 rule`, `2 rules`.
private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
}
