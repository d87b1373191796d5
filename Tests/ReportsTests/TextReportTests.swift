import Diagnostics
import Findings
import Reports
import Testing

@Suite struct TextReportTests {
    private let plain = TextReport(palette: Palette(isEnabled: false), isQuiet: false)

    @Test func findings() throws {
        let second = place(of: "source: \"::/0\"")
        let evaluation = FakeEvaluation(
            rules: [.fake(), .fake("sg-idle", severity: .low, fix: "")],
            [
                .fake(evidence: [
                    Evidence(path: "ingress[0].source", value: "0.0.0.0/0", span: place(of: "source: 0.0.0.0/0")),
                    Evidence(path: "ingress[1].source", value: "::/0", span: second),
                    Evidence(path: "vpc", value: "default: none", span: nil),
                ]),
                .fake(
                    rule: 1, .fake("sg-2"), message: "sg-2 is idle\n\u{1B}[31m", at: "sg-2",
                    savings: .unpriced(reason: "no price of `ec2.instance m9.huge` in eu-west-1")),
                .fake(rule: 1, .fake("sg-3"), .insufficientData, missing: ["vpc"]),
            ])
        #expect(
            try rendered(plain, evaluation) == """
                lab.yaml:4:36: HIGH sg-ssh-open: web lets the internet reach tcp/22
                  4 |       - {protocol: tcp, ports: 22, source: 0.0.0.0/0}
                    |                                    ^^^^^^^^^^^^^^^^^
                  also lab.yaml:5:36: ::/0
                  also vpc: default: none
                  fix: Limit the entries.

                lab.yaml:6:9: LOW sg-idle: sg-2 is idle\\n\\u{1B}[31m
                  6 |   - id: sg-2
                    |         ^^^^
                  saves: unpriced (no price of `ec2.instance m9.huge` in eu-west-1)

                2 findings (1 high, 1 low): 2 rules, 3 resources, 1 verdict with insufficient data
                insufficient data: sg-idle (1); see them with --report json --verdicts all

                """)
    }

    @Test func moreEvidenceIsCounted() throws {
        let evidence = (0..<8).map { Evidence(path: "p\($0)", value: String(repeating: "v", count: 300), span: nil) }
        let text = try rendered(plain, FakeEvaluation(rules: [.fake()], [.fake(evidence: evidence)]))
        #expect(text.contains("  also p4: \(String(repeating: "v", count: 199))…\n  and 3 more\n  fix:"))
        #expect(!text.contains("p5"))
    }

    @Test func aCleanRunIsOneLine() throws {
        let evaluation = FakeEvaluation(rules: [.fake()], [.fake(.fake("sg-1"), .compliant)])
        #expect(
            try rendered(plain, evaluation) == "no findings: 1 rule, 1 resource, 0 verdicts with insufficient data\n")
    }

    @Test func quietIsTheSummary() throws {
        var evaluation = FakeEvaluation(rules: [.fake()], [.fake(), .fake(.fake("sg-2"))])
        (evaluation.savings, evaluation.savingFindings, evaluation.unpriced) = (Money(micros: 12_300_000), 3, 2)
        #expect(
            try rendered(TextReport(palette: Palette(isEnabled: false), isQuiet: true), evaluation) == """
                2 findings (2 high): 1 rule, 2 resources, 0 verdicts with insufficient data
                estimated monthly saving: USD 12.30 (2 findings unpriced)

                """)
    }

    @Test func savingsOfWhichNoneHasAPriceAreNotKnown() throws {
        var evaluation = FakeEvaluation(rules: [.fake()], [.fake()])
        (evaluation.savingFindings, evaluation.unpriced) = (1, 1)
        let text = try rendered(TextReport(palette: Palette(isEnabled: false), isQuiet: true), evaluation)
        #expect(text.hasSuffix("\nestimated monthly saving: not known (1 finding unpriced)\n"))
    }

    @Test func rulesWithMostMissingDataAreNamed() throws {
        let rules = (0..<7).map { RuleInfo.fake("r\($0)") }
        let judgements = (0..<7).flatMap { rule in
            (0...(rule % 3)).map { Judgement.fake(rule: rule, .fake("sg-\($0)"), .insufficientData) }
        }
        let text = try rendered(plain, FakeEvaluation(rules: rules, judgements))
        #expect(text.contains("insufficient data: r2 (3), r5 (3), r1 (2), r4 (2), r0 (1) and 2 more rules; see"))
    }

    @Test func colours() throws {
        let evaluation = FakeEvaluation(rules: [.fake()], [.fake()])
        let text = try rendered(TextReport(palette: Palette(isEnabled: true), isQuiet: false), evaluation)
        #expect(text.hasPrefix("\u{1B}[1mlab.yaml:4:36:\u{1B}[0m \u{1B}[1;31mHIGH\u{1B}[0m sg-ssh-open: "))
    }
}
