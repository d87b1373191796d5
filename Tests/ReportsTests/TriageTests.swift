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

    @Test func codesAreTheDocumentedOnes() {
        #expect([ExitCode.success, .findings, .wrongInput, .incomplete].map(\.rawValue) == [0, 1, 2, 3])
    }
}
