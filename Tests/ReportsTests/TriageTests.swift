import Findings
import Testing
import Triage

@Suite struct TriageTests {
    @Test func thresholdsReadBack() {
        for name in FailThreshold.names { #expect(FailThreshold(name: name)?.name == name) }
        #expect(FailThreshold.names == ["info", "low", "medium", "high", "critical", "never"])
        #expect(FailThreshold(name: "HIGH") == nil)
        #expect(FailThreshold(name: "") == nil)
    }

    @Test func thresholdsAreInclusive() {
        #expect(FailThreshold.severity(.medium).isReached(by: .medium))
        #expect(FailThreshold.severity(.medium).isReached(by: .critical))
        #expect(!FailThreshold.severity(.medium).isReached(by: .low))
        #expect(!FailThreshold.never.isReached(by: .critical))
    }

    @Test(arguments: [
        (Verdict.noncompliant, "low", false, ExitCode.findings), (.noncompliant, "critical", false, .success),
        (.noncompliant, "never", false, .success), (.compliant, "info", false, .success),
        (.insufficientData, "info", false, .success), (.compliant, "info", true, .incomplete),
        (.noncompliant, "low", true, .incomplete),
    ])
    func exitCodes(verdict: Verdict, threshold: String, isIncomplete: Bool, expected: ExitCode) {
        let evaluation = FakeEvaluation(rules: [.fake()], [.fake(.fake("sg-1"), verdict)])
        let code = exitCode(
            evaluation.summary, rules: evaluation.rules, threshold: FailThreshold(name: threshold)!,
            isIncomplete: isIncomplete)
        #expect(code == expected)
    }

    /// A finding counts by its own severity, not by its rule's.
    @Test(arguments: [
        ([Effect.latent], "medium", ExitCode.success), ([.latent], "low", .findings), ([.effective], "high", .findings),
        ([.undetermined], "high", .findings), ([.latent, .effective], "high", .findings),
        ([.latent, .latent], "high", .success), ([], "info", .success),
    ])
    func latentFindings(effects: [Effect], threshold: String, expected: ExitCode) {
        let evaluation = FakeEvaluation(
            rules: [.fake(severity: .high, latent: .low)],
            effects.map { .fake(reach: Reach(effect: $0, reason: "so it is")) })
        let code = exitCode(
            evaluation.summary, rules: evaluation.rules, threshold: FailThreshold(name: threshold)!,
            isIncomplete: false)
        #expect(code == expected)
    }

    /// Without a severity for latent findings they have the rule's.
    @Test func latentFindingsOfARuleWithoutTheKey() {
        let evaluation = FakeEvaluation(
            rules: [.fake()], [.fake(reach: Reach(effect: .latent, reason: "attached to nothing"))])
        #expect(evaluation.summary.findings(by: evaluation.rules) == [.high: 1])
        #expect(evaluation.parts[0][0].severity == .high)
    }

    @Test func findingsAreCountedByTheirSeverity() {
        let latent = Reach(effect: .latent, reason: "attached to nothing")
        let evaluation = FakeEvaluation(
            rules: [.fake(latent: .low), .fake("b", severity: .low)],
            [
                .fake(reach: Reach(effect: .effective, reason: "internet → i-1")), .fake(.fake("sg-2"), reach: latent),
                .fake(.fake("sg-3"), reach: latent), .fake(.fake("sg-4"), .compliant), .fake(rule: 1, .fake("sg-4")),
                .fake(rule: 1, .fake("sg-5"), .insufficientData),
            ])
        let summary = evaluation.summary
        #expect(summary.findings(by: evaluation.rules) == [.high: 1, .low: 3])
        #expect(summary.verdicts.latent == 2)
        #expect(summary.verdicts.noncompliant == 4)
        #expect(summary.verdicts.total == 6)
    }

    @Test func codesAreTheDocumentedOnes() {
        #expect([ExitCode.success, .findings, .wrongInput, .incomplete].map(\.rawValue) == [0, 1, 2, 3])
    }
}
