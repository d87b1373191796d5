package import Findings

/// How the process ends. The meaning of a code never changes with options.
package enum ExitCode: Int32, Sendable {
    /// Nothing at or above the threshold.
    case success = 0
    /// Findings at or above the threshold.
    case findings = 1
    /// The command line, a rule file or an inventory is wrong.
    case wrongInput = 2
    /// A file could not be read or written, or something failed inside.
    case incomplete = 3
}

/// The exit code of a run that evaluated and reported. An incomplete one says so even where it has findings, since
/// what it did not see may be worse than what it saw. `savings`: from which possible saving on it fails, whatever the
/// findings' severity.
package func exitCode(
    _ summary: RunSummary, rules: [RuleInfo], threshold: FailThreshold, savings: SavingsThreshold? = nil,
    isIncomplete: Bool
) -> ExitCode {
    if isIncomplete { return .incomplete }
    if let savings, savings.isReached(by: summary.monthlySavings) { return .findings }
    let fails = zip(rules, summary.verdictsByRule).contains { rule, verdicts in
        verdicts.findings(of: rule).contains { threshold.isReached(by: $0.severity) }
    }
    return fails ? .findings : .success
}
