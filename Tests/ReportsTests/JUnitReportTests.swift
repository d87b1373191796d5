import Diagnostics
import Findings
import Reports
import Testing
import Triage

@Suite struct JUnitReportTests {
    private func read(
        _ evaluation: FakeEvaluation, threshold: FailThreshold = .severity(.low),
        _ change: (inout JUnitOptions) -> Void = { _ in }
    ) throws -> JUnitDocumentReader {
        let reader = try JUnitDocumentReader(junit(evaluation, threshold: threshold, change)[0])
        #expect(reader.addsUp)
        return reader
    }

    @Test func wholeReport() throws {
        var evaluation = FakeEvaluation(
            rules: [.fake(), .fake("sg-idle", severity: .low, maps: [])],
            [
                .fake(evidence: [Evidence(path: "ingress[0]", value: "0.0.0.0/0", span: place(of: "source"))]),
                .fake(rule: 1, .fake("sg-1"), .compliant),
                .fake(.fake("sg-2", account: nil), .insufficientData, at: "sg-2", missing: ["vpc"]),
                .fake(rule: 1, .fake("sg-2", account: nil), .notApplicable, at: "sg-2"),
            ])
        evaluation.asOf = "2022-10-21T02:00:00.5Z"
        #expect(
            try junit(evaluation)[0] == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="plumb" tests="3" failures="1" errors="1" skipped="0" time="0.000" \
                timestamp="2022-10-21T02:00:00">
                  <testsuite name="sg-ssh-open" tests="2" failures="1" errors="1" skipped="0" time="0.000" \
                timestamp="2022-10-21T02:00:00">
                    <properties>
                      <property name="title" value="SSH is open"/>
                      <property name="severity" value="high"/>
                      <property name="category" value="security"/>
                      <property name="resource" value="security_group"/>
                      <property name="cis-aws-5.0" value="5.3"/>
                    </properties>
                    <testcase classname="plumb.ec2.sg-ssh-open" name="594746470953/ap-northeast-2/sg-1" time="0.000" \
                file="lab.yaml" line="4">
                      <properties>
                        <property name="severity" value="high"/>
                        <property name="category" value="security"/>
                        <property name="fingerprint" value="\(evaluation.parts[0][0].fingerprint)"/>
                      </properties>
                      <failure type="HIGH" message="web lets the internet reach tcp/22">\
                web lets the internet reach tcp/22
                lab.yaml:4:36
                fix: Limit the entries.
                  ingress[0] = 0.0.0.0/0 at lab.yaml:4:36
                fingerprint: \(evaluation.parts[0][0].fingerprint)
                </failure>
                    </testcase>
                    <testcase classname="plumb.ec2.sg-ssh-open" name="-/ap-northeast-2/sg-2" time="0.000" \
                file="lab.yaml" line="6">
                      <properties>
                        <property name="severity" value="high"/>
                        <property name="category" value="security"/>
                        <property name="fingerprint" value="\(evaluation.parts[2][0].fingerprint)"/>
                      </properties>
                      <error type="insufficient_data" message="insufficient data: missing vpc">nobody knows
                lab.yaml:6:9
                missing: vpc
                fix: Limit the entries.
                fingerprint: \(evaluation.parts[2][0].fingerprint)
                </error>
                    </testcase>
                  </testsuite>
                  <testsuite name="sg-idle" tests="1" failures="0" errors="0" skipped="0" time="0.000" \
                timestamp="2022-10-21T02:00:00">
                    <properties>
                      <property name="title" value="SSH is open"/>
                      <property name="severity" value="low"/>
                      <property name="category" value="security"/>
                      <property name="resource" value="security_group"/>
                    </properties>
                    <testcase classname="plumb.ec2.sg-idle" name="594746470953/ap-northeast-2/sg-1" time="0.000" \
                file="lab.yaml" line="4"/>
                  </testsuite>
                </testsuites>

                """)
    }

    @Test func strictHasNoFilesOrCaseProperties() throws {
        let reader = try read(FakeEvaluation(rules: [.fake()], [.fake()])) { $0.flavour = .strict }
        #expect(reader.root.keys.sorted() == ["errors", "failures", "name", "tests", "time"])
        #expect(reader.cases[0].attributes.keys.sorted() == ["classname", "name", "time"])
        #expect(reader.cases[0].properties.isEmpty)
        #expect(reader.suites[0]["timestamp"] == nil)
    }

    @Test(arguments: [
        (Verdict.noncompliant, "medium", JUnitOptions.Below.pass, "system-out", "system-out"),
        (.noncompliant, "medium", .skipped, "skipped", "below the threshold: web lets the internet reach tcp/22"),
        (.noncompliant, "medium", .failure, "failure", "web lets the internet reach tcp/22"),
        (.noncompliant, "low", .pass, "failure", "web lets the internet reach tcp/22"),
        (.noncompliant, "never", .pass, "system-out", "system-out"),
        (.insufficientData, "never", .pass, "error", "insufficient data: nobody knows"),
        (.compliant, "low", .pass, "", ""),
    ])
    func outcomes(
        verdict: Verdict, threshold: String, below: JUnitOptions.Below, outcome: String, message: String
    ) throws {
        let evaluation = FakeEvaluation(rules: [.fake(severity: .low)], [.fake(.fake("sg-1"), verdict)])
        let reader = try read(evaluation, threshold: FailThreshold(name: threshold)!) { $0.below = below }
        let found = try #require(reader.cases.first)
        #expect(reader.cases.count == 1)
        #expect(found.outcome == outcome)
        #expect(found.message == (outcome == "system-out" ? "" : message))
        if outcome == "system-out" { #expect(found.text.hasPrefix("below the threshold, LOW: web lets")) }
    }

    @Test func entriesOfAResourceAreOneCase() throws {
        let evaluation = FakeEvaluation(
            rules: [.fake()],
            parts: [
                [
                    .fake(.fake("sg-1"), .compliant, entry: "ingress[0]"),
                    .fake(.fake("sg-1"), .noncompliant, entry: "ingress[1]", message: "one"),
                    .fake(.fake("sg-1"), .insufficientData, entry: "ingress[2]", missing: ["a", "b"]),
                    .fake(.fake("sg-1"), .noncompliant, entry: "ingress[3]", message: "two"),
                    .fake(.fake("sg-2"), .notApplicable, entry: "ingress[0]"),
                    .fake(.fake("sg-2"), .compliant, entry: "ingress[1]"),
                ]
            ])
        let reader = try read(evaluation)
        #expect(reader.cases.map(\.name) == ["sg-1", "sg-2"].map { "594746470953/ap-northeast-2/" + $0 })
        #expect(reader.cases.map(\.outcome) == ["failure", ""])
        #expect(reader.cases[0].message == "one (and 1 more)")
        #expect(reader.cases[0].text.contains("two\n"))
        #expect(reader.cases[0].text.contains("missing: a, b\n"))
        #expect(reader.cases[0].text.split(separator: "\n").filter { $0.hasPrefix("fix:") }.count == 1)
    }

    @Test func notApplicableOnlyWhereAskedFor() throws {
        let evaluation = FakeEvaluation(
            rules: [.fake()], [.fake(.fake("sg-1"), .notApplicable), .fake(.fake("sg-2"), .compliant)])
        #expect(try read(evaluation).cases.map(\.outcome) == [""])
        #expect(try read(evaluation) { $0.includesNotApplicable = true }.cases.map(\.outcome) == ["skipped", ""])
    }

    @Test func equalNamesAreNumbered() throws {
        let twice = ResourceInfo.fake("sg-1")
        let evaluation = FakeEvaluation(
            rules: [.fake(), .fake("other")],
            [
                .fake(twice), .fake(twice), .fake(rule: 1, twice), .fake(.fake("sg-1#2")), .fake(twice),
                // A control character and its visible form are the same once they are written.
                .fake(.fake("\u{1B}")), .fake(.fake("\\u{1B}")),
            ])
        for grouping in JUnitOptions.Grouping.allCases {
            let reader = try read(evaluation) { $0.grouping = grouping }
            let names = reader.cases.filter { $0.classname.hasSuffix("open") }.map { $0.name.split(separator: "/")[2] }
            #expect(names == ["sg-1", "sg-1#2", "sg-1#2#2", "sg-1#3", "\\u{1B}", "\\u{1B}#2"])
            #expect(Set(reader.cases.map { $0.classname + $0.name }).count == reader.cases.count)
        }
    }

    @Test func aResourceTwiceInARowIsTwoCases() throws {
        let one = ResourceInfo.fake("sg-1")
        let evaluation = FakeEvaluation(
            rules: [.fake()],
            parts: [
                [
                    .fake(one, entry: "ingress[0]"), .fake(one, entry: "ingress[1]"), .fake(one, entry: "ingress[0]"),
                ]
            ])
        #expect(try read(evaluation).cases.count == 2)
    }

    @Test func groupings() throws {
        let evaluation = FakeEvaluation(
            rules: [.fake("a"), .fake("b")],
            [
                .fake(.fake("sg-1", account: "1")), .fake(rule: 1, .fake("sg-1", account: "1"), .compliant),
                .fake(.fake("sg-2", account: nil), .compliant), .fake(rule: 1, .fake("sg-3", account: "1"), .compliant),
            ])
        #expect(try read(evaluation) { $0.grouping = .rule }.suiteNames == ["a", "b"])
        #expect(try read(evaluation) { $0.grouping = .account }.suiteNames == ["account 1", "account -"])
        let resources = try read(
            FakeEvaluation(rules: evaluation.rules, parts: [Array(evaluation.parts.joined())])
        ) { $0.grouping = .resource }
        #expect(
            resources.suiteNames
                == ["1", "-", "1"].enumerated().map {
                    "security_group \($0.element)/ap-northeast-2/sg-\($0.offset + 1)"
                })
        #expect(resources.suites.map { $0["tests"] } == ["2", "1", "1"])
    }

    @Test func passesOfFailedSuitesOnly() throws {
        let evaluation = FakeEvaluation(
            rules: [.fake("a"), .fake("b")],
            [
                .fake(.fake("sg-1", account: "1"), .compliant), .fake(rule: 1, .fake("sg-1", account: "1"), .compliant),
                .fake(.fake("sg-2", account: "2")), .fake(rule: 1, .fake("sg-2", account: "2"), .compliant),
            ])
        func classes(_ grouping: JUnitOptions.Grouping, _ passes: JUnitOptions.Passes) throws -> [String] {
            try read(FakeEvaluation(rules: evaluation.rules, parts: [Array(evaluation.parts.joined())])) {
                ($0.grouping, $0.passes) = (grouping, passes)
            }.cases.map { "\($0.classname.suffix(1))\($0.name.suffix(1))\($0.outcome.prefix(1))" }
        }
        #expect(try classes(.rule, .failedSuites) == ["a2f", "a1"])
        #expect(try classes(.resource, .failedSuites) == ["a2f", "b2"])
        #expect(try classes(.account, .failedSuites) == ["a2f", "b2"])
        #expect(try classes(.rule, .none) == ["a2f"])
        #expect(try classes(.resource, .all) == ["a1", "b1", "a2f", "b2"])
    }

    @Test func anEmptyRunIsStillADocument() throws {
        for flavour in JUnitOptions.Flavour.allCases {
            let reader = try read(FakeEvaluation(rules: [], parts: [])) { $0.flavour = flavour }
            #expect(reader.cases.map(\.name) == ["nothing to list"])
            #expect(reader.cases[0].text.hasPrefix("0 rules, 0 resources: 0 findings"))
        }
        let passed = FakeEvaluation(rules: [.fake()], [.fake(.fake("sg-1"), .compliant)])
        #expect(try read(passed) { $0.passes = .none }.cases.count == 1)
        #expect(
            try read(passed) { ($0.passes, $0.grouping) = (.failedSuites, .account) }.suiteNames == ["plumb.report"])
    }

    @Test func aJudgementThatGoesMissingIsNoticed() {
        let evaluation = FakeEvaluation(rules: [.fake()], [.fake(), .fake(.fake("sg-2"))])
        var summary = evaluation.summary
        summary.verdictsByRule[0].noncompliant += 1
        let report = JUnitReport(options: JUnitOptions(), threshold: .never)
        var output = MemoryOutput()
        #expect(throws: ReportError.inconsistent("2 of 3 problems are in the JUnit report")) {
            try report.write(evaluation, summary, to: &output, jobs: 1)
        }
        #expect(output.files == [[]])
    }
}
