import Diagnostics
import Findings
import Reports
import Testing

/// What came of tests, in every format.
struct TestReportTests {
    static let odd = "\0\u{1B}[31m\u{FFFE}]]> <a href='x'>&amp;\"\r\n\tשלום\u{202E}😀"

    static func problem(_ message: String, help: String? = nil) -> Diagnostic {
        Diagnostic(.error, message, at: place(of: "source: 0.0.0.0/0"), help: help)
    }

    /// Every outcome, two tests of one name, a rule without tests, and text that breaks parsers.
    static let run = TestRun(
        version: "1.2.3",
        suites: [
            TestRun.Suite(
                rule: .fake(),
                cases: [
                    TestRun.Case(name: "twice", outcome: .passed, span: place(of: "sg-1"), problems: []),
                    TestRun.Case(
                        name: "twice", outcome: .failed, span: place(of: "sg-2"),
                        problems: [problem("says compliant", help: "mend it"), problem("names nothing")]),
                ]),
            TestRun.Suite(
                rule: .fake("sg-idle", fix: odd),
                cases: [TestRun.Case(name: odd, outcome: .wrong, span: place(of: "sg-2"), problems: [problem(odd)])]),
            TestRun.Suite(rule: .fake("sg-untested"), cases: []),
        ], untested: ["sg-untested"])

    static func text(_ name: String, _ flavour: JUnitOptions.Flavour = .extended) throws -> String {
        var report = TestReport()
        report.flavour = flavour
        return String(decoding: report.render(run, try #require(ReportKind.named(name))).bytes, as: UTF8.self)
    }

    @Test func junitHoldsEveryTest() throws {
        let reader = try JUnitDocumentReader(try Self.text("junit"))
        #expect(reader.addsUp)
        #expect(reader.suiteNames == ["sg-ssh-open", "sg-idle"])
        #expect(reader.cases.map(\.outcome) == ["", "failure", "error"])
        #expect(
            reader.cases.map(\.classname) == [
                "plumb.test.ec2.sg-ssh-open", "plumb.test.ec2.sg-ssh-open", "plumb.test.ec2.sg-idle",
            ])
        #expect(reader.cases[1].name == "twice#2")
        #expect(reader.cases[1].message == "names nothing")
        #expect(reader.cases[1].attributes["line"] == "6")
        #expect(
            reader.cases[1].text == """
                lab.yaml:4:36: error: names nothing
                  4 |       - {protocol: tcp, ports: 22, source: 0.0.0.0/0}
                    |                                    ^^^^^^^^^^^^^^^^^
                lab.yaml:4:36: error: says compliant
                  4 |       - {protocol: tcp, ports: 22, source: 0.0.0.0/0}
                    |                                    ^^^^^^^^^^^^^^^^^
                  help: mend it

                """)
    }

    @Test func strictJUnitHasNoPlaces() throws {
        let text = try Self.text("junit", .strict)
        #expect(!text.contains(" line=") && !text.contains(" file="))
        #expect(try JUnitDocumentReader(text).cases.count == 3)
    }

    @Test func jsonHoldsEveryTest() throws {
        let text = try Self.text("json")
        #expect(
            text.contains(
                "\"summary\": {\"tests\": 3, \"passed\": 1, \"failed\": 1, \"wrong\": 1, \"rules_without_tests\": [\"sg-untested\"]}"
            ))
        #expect(
            text.contains(
                "{\"rule\": \"sg-ssh-open\", \"name\": \"twice\", \"outcome\": \"passed\", \"location\": {\"file\": \"lab.yaml\", \"line\": 2, \"column\": 9}, \"problems\": []},\n"
            ))
    }

    @Test func textClosesWithTheFigures() throws {
        let text = try Self.text("text")
        #expect(text.hasSuffix("rules without tests: sg-untested\n1 passed, 2 failed\n"))
        #expect(text.hasPrefix("lab.yaml:4:36: error: names nothing\n"))
    }
}
