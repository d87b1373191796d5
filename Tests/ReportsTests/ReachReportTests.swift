import Diagnostics
import Findings
import Foundation
import Reports
import Testing
import Triage

/// Findings of one rule that have two severities, in every report.
struct ReachReportTests {
    static let effective = Reach(
        effect: .effective, reason: "internet → igw-1 → acl-1 entry 100 → i-0abc",
        evidence: [
            Evidence(path: "ingress[0]", value: "allow all", span: place(of: "sg-2")),
            Evidence(path: "routes[0]", value: "0.0.0.0/0 → igw-1", span: nil),
        ])
    static let latent = Reach(effect: .latent, reason: "attached to nothing")
    static let undetermined = Reach(
        effect: .undetermined, reason: "the inventory does not hold network_interfaces")

    /// One finding of each effect, on a resource of its own.
    static let each = FakeEvaluation(
        rules: [.fake(severity: .high, latent: .low)],
        [
            .fake(.fake("sg-1"), reach: effective), .fake(.fake("sg-2"), reach: latent),
            .fake(.fake("sg-3"), reach: undetermined),
        ])

    /// Resources with entries that have different effects, and one that lacks data besides.
    static let entries = FakeEvaluation(
        rules: [.fake(severity: .high, latent: .low)],
        parts: [
            [
                .fake(.fake("sg-1"), entry: "ingress[0]", message: "one", reach: latent),
                .fake(.fake("sg-1"), entry: "ingress[1]", message: "two", reach: effective),
                .fake(.fake("sg-1"), .compliant, entry: "ingress[2]"),
            ],
            [
                .fake(.fake("sg-2"), entry: "ingress[0]", message: "three", reach: latent),
                .fake(.fake("sg-2"), entry: "ingress[1]", message: "four", reach: latent),
            ],
            [
                .fake(.fake("sg-3"), entry: "ingress[0]", message: "five", reach: latent),
                .fake(.fake("sg-3"), .insufficientData, entry: "ingress[1]", missing: ["a"]),
            ],
            [.fake(.fake("sg-4"), .compliant, entry: "ingress[0]")],
        ])

    // MARK: Text

    @Test func text() throws {
        let report = TextReport(palette: Palette(isEnabled: false), isQuiet: false)
        let source = """
              4 |       - {protocol: tcp, ports: 22, source: 0.0.0.0/0}
                |                                    ^^^^^^^^^^^^^^^^^
            """
        #expect(
            try rendered(report, Self.each) == """
                lab.yaml:4:36: HIGH sg-ssh-open: web lets the internet reach tcp/22
                \(source)
                  effective: internet → igw-1 → acl-1 entry 100 → i-0abc
                  also lab.yaml:6:9: allow all
                  also routes[0]: 0.0.0.0/0 → igw-1
                  fix: Limit the entries.

                lab.yaml:4:36: LOW sg-ssh-open: web lets the internet reach tcp/22
                \(source)
                  latent: attached to nothing
                  fix: Limit the entries.

                lab.yaml:4:36: HIGH sg-ssh-open: web lets the internet reach tcp/22
                \(source)
                  not told whether it is effective: the inventory does not hold network_interfaces
                  fix: Limit the entries.

                3 findings (2 high, 1 low): 1 rule, 3 resources, 0 verdicts with insufficient data

                """)
    }

    @Test func textCountsMoreEvidence() throws {
        let evidence = (0..<8).map { Evidence(path: "p\($0)", value: "v\u{1B}", span: nil) }
        let reach = Reach(effect: .effective, reason: "internet\n→ i-1", evidence: evidence)
        let text = try rendered(
            TextReport(palette: Palette(isEnabled: false), isQuiet: false),
            FakeEvaluation(rules: [.fake()], [.fake(reach: reach)]))
        #expect(text.contains("  effective: internet\\n→ i-1\n  also p0: v\\u{1B}\n"))
        #expect(text.contains("  also p4: v\\u{1B}\n  and 3 more\n  fix:"))
    }

    // MARK: JSON

    @Test func json() throws {
        let text = try rendered(JSONReport(scope: .findings), Self.each)
        #expect(text.contains("\"findings\": {\"critical\": 0, \"high\": 2, \"medium\": 0, \"low\": 1, \"info\": 0}"))
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let findings = try #require(object?["findings"] as? [[String: Any]])
        #expect(findings.map { $0["severity"] as? String } == ["high", "low", "high"])
        #expect(findings.map { ($0["rule"] as? [String: Any])?["severity"] as? String } == ["high", "high", "high"])
        let reaches = findings.map { $0["reach"] as? [String: Any] }
        #expect(reaches.map { $0?["effect"] as? String } == ["effective", "latent", "undetermined"])
        #expect(reaches[1]?["reason"] as? String == "attached to nothing")
        #expect((reaches[1]?["evidence"] as? [Any])?.isEmpty == true)
        let evidence = try #require(reaches[0]?["evidence"] as? [[String: Any]])
        #expect(evidence.map { $0["path"] as? String } == ["ingress[0]", "routes[0]"])
        #expect((evidence[0]["location"] as? [String: Any])?["line"] as? Int == 6)
        #expect(evidence[1]["location"] is NSNull)
    }

    // MARK: JUnit

    private func read(
        _ evaluation: FakeEvaluation, threshold: FailThreshold = .severity(.medium),
        _ change: (inout JUnitOptions) -> Void = { _ in }
    ) throws -> JUnitDocumentReader {
        let reader = try JUnitDocumentReader(junit(evaluation, threshold: threshold, change)[0])
        #expect(reader.addsUp)
        return reader
    }

    /// A finding below the threshold does not fail, though its rule's severity would.
    @Test(arguments: [
        (JUnitOptions.Below.pass, "medium", ["failure", "system-out", "failure"]),
        (.skipped, "medium", ["failure", "skipped", "failure"]),
        (.failure, "medium", ["failure", "failure", "failure"]),
        (.pass, "low", ["failure", "failure", "failure"]),
        (.pass, "critical", ["system-out", "system-out", "system-out"]),
        (.skipped, "never", ["skipped", "skipped", "skipped"]),
    ])
    func thresholds(below: JUnitOptions.Below, threshold: String, outcomes: [String]) throws {
        for grouping in JUnitOptions.Grouping.allCases {
            let reader = try read(Self.each, threshold: FailThreshold(name: threshold)!) {
                ($0.below, $0.grouping) = (below, grouping)
            }
            #expect(reader.cases.map(\.outcome) == outcomes)
            #expect(reader.root["failures"] == String(outcomes.count { $0 == "failure" }))
            #expect(reader.cases.map { $0.properties["severity"] } == ["high", "low", "high"])
            #expect(reader.cases.map { $0.properties["effect"] } == ["effective", "latent", "undetermined"])
        }
    }

    @Test func junitTextsSayWhy() throws {
        let reader = try read(Self.each) { $0.below = .skipped }
        #expect(reader.cases.map(\.type) == ["HIGH", "LOW", "HIGH"])
        #expect(
            reader.cases[0].text == """
                web lets the internet reach tcp/22
                lab.yaml:4:36
                effective: internet → igw-1 → acl-1 entry 100 → i-0abc
                fix: Limit the entries.
                  ingress[0] = allow all at lab.yaml:6:9
                  routes[0] = 0.0.0.0/0 → igw-1
                fingerprint: \(Self.each.parts[0][0].fingerprint)

                """)
        #expect(reader.cases[1].text.contains("\nlatent: attached to nothing\nfix:"))
        #expect(reader.cases[2].text.contains("\nnot told whether it is effective: the inventory does not hold"))
    }

    /// The head of a suite is about the rule.
    @Test func aSuiteKeepsTheSeverityOfItsRule() throws {
        let latentOnly = FakeEvaluation(
            rules: [.fake(severity: .high, latent: .low)], [.fake(.fake("sg-1"), reach: Self.latent)])
        let text = try junit(latentOnly)[0]
        #expect(text.contains("      <property name=\"severity\" value=\"high\"/>\n      <property name=\"category\""))
        #expect(try read(latentOnly).cases[0].properties["severity"] == "low")
    }

    /// The worst entry decides about the case and stands at its head.
    @Test func aCaseTakesTheWorstOfItsFindings() throws {
        let reader = try read(Self.entries)
        #expect(reader.cases.map(\.outcome) == ["failure", "system-out", "error", ""])
        #expect(reader.cases[0].type == "HIGH")
        #expect(reader.cases[0].message == "two (and 1 more)")
        #expect(reader.cases[0].properties["severity"] == "high")
        #expect(reader.cases[0].properties["effect"] == "effective latent")
        let lines = reader.cases[0].text.split(separator: "\n").map(String.init)
        #expect(lines.first == "two")
        let second = try #require(lines.firstIndex(of: "one"))
        #expect(lines[(second + 2)...].prefix(2) == ["severity: low", "latent: attached to nothing"])
        #expect(lines.count { $0.hasPrefix("severity:") } == 1)
        #expect(reader.cases[1].text.hasPrefix("below the threshold, LOW: three\n"))
        #expect(reader.cases[1].properties["severity"] == "low")
        #expect(reader.suites[0]["failures"] == "1")
        #expect(reader.suites[0]["errors"] == "1")
    }

    /// Whether a suite fails is settled before its cases are rendered, by the same severities.
    @Test func passesOfFailedSuites() throws {
        let latentOnly = FakeEvaluation(
            rules: [.fake(severity: .high, latent: .low)],
            [.fake(.fake("sg-1"), reach: Self.latent), .fake(.fake("sg-2"), .compliant)])
        let both = FakeEvaluation(
            rules: latentOnly.rules, parts: latentOnly.parts + [[.fake(.fake("sg-3"), reach: Self.effective)]])
        for grouping in JUnitOptions.Grouping.allCases {
            func count(_ evaluation: FakeEvaluation, _ threshold: Severity) throws -> Int {
                try read(evaluation, threshold: .severity(threshold)) {
                    ($0.passes, $0.grouping) = (.failedSuites, grouping)
                }.cases.count
            }
            // The passing resource is a suite of its own where suites are resources.
            let passes = grouping == .resource ? 0 : 1
            #expect(try count(latentOnly, .medium) == 1)
            #expect(try count(latentOnly, .low) == 1 + passes)
            #expect(try count(both, .medium) == 2 + passes)
            #expect(try count(both, .critical) == 2)
        }
    }

    @Test func strictReportsHaveNoEffectProperty() throws {
        let reader = try read(Self.each) { $0.flavour = .strict }
        #expect(reader.cases.filter { !$0.properties.isEmpty }.count == 0)
        #expect(reader.cases[0].text.contains("effective: internet"))
    }
}
