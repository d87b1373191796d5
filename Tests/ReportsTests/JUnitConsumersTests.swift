import Diagnostics
import Findings
import Foundation
import Reports
import Testing
import Triage

/// What tools of other people make of the reports. Neither the schema nor the Python library is part of the
/// repository; where one is missing the test says so.
@Suite struct JUnitConsumersTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().standardizedFileURL

    private static let odd = "\0\u{1B}[31m\u{FFFE}]]> <a href='x'>&amp;\"\r\n\tשלום\u{202E}😀"

    /// Every outcome, and text that breaks parsers.
    private static let evaluation = FakeEvaluation(
        rules: [.fake(), .fake("sg-idle", severity: .low, fix: odd, maps: [(odd, [odd])])],
        [
            .fake(message: odd, evidence: [Evidence(path: odd, value: odd, span: nil)]),
            .fake(rule: 1, .fake(odd, account: nil, name: odd), message: odd),
            .fake(.fake("sg-3"), .insufficientData, missing: [odd, "vpc"]),
            .fake(.fake("sg-3"), .insufficientData, missing: ["vpc"]),
            .fake(rule: 1, .fake("sg-4"), .compliant),
            .fake(rule: 1, .fake("sg-5"), .notApplicable),
        ])

    /// Runs a program; its exit code and what it said. Nil where it cannot be run.
    private func run(_ arguments: [String]) -> (code: Int32, output: String)? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        guard (try? process.run()) != nil else { return nil }
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        // 127: `env` did not find the program.
        return process.terminationStatus == 127
            ? nil : (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    /// Writes the report in every layout, and hands over each path with what the report has to hold.
    private func eachReport(_ flavour: JUnitOptions.Flavour, _ body: (String) throws -> Void) throws {
        let path = NSTemporaryDirectory() + "/junit-" + UUID().uuidString + ".xml"
        defer { try? FileManager.default.removeItem(atPath: path) }
        for grouping in JUnitOptions.Grouping.allCases {
            for below in JUnitOptions.Below.allCases {
                for evaluation in [Self.evaluation, FakeEvaluation(rules: [], parts: [])] {
                    let text = try junit(evaluation, threshold: .severity(.medium)) {
                        ($0.flavour, $0.grouping, $0.below) = (flavour, grouping, below)
                        $0.includesNotApplicable = true
                    }
                    try Data(text[0].utf8).write(to: URL(fileURLWithPath: path))
                    try body(path)
                }
            }
        }
    }

    /// Writes the report of tests, and hands over its path.
    private func testReport(_ flavour: JUnitOptions.Flavour, _ body: (String) throws -> Void) throws {
        let path = NSTemporaryDirectory() + "/junit-" + UUID().uuidString + ".xml"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(TestReportTests.text("junit", flavour).utf8).write(to: URL(fileURLWithPath: path))
        try body(path)
    }

    @Test func strictReportsFitTheSchema() throws {
        let schema = Self.root.appendingPathComponent("../shared/schemas/junit-10.xsd").standardizedFileURL.path
        guard FileManager.default.fileExists(atPath: schema), run(["xmllint", "--version"]) != nil else {
            print("left out: validation of strict JUnit reports; needs xmllint and \(schema)")
            return
        }
        for each in [eachReport, testReport] {
            try each(.strict) { path in
                let result = try #require(run(["xmllint", "--noout", "--schema", schema, path]))
                #expect(result.code == 0, "\(result.output)")
            }
        }
    }

    @Test func extendedReportsAreWellFormed() throws {
        guard run(["xmllint", "--version"]) != nil else {
            print("left out: reading JUnit reports with xmllint")
            return
        }
        try eachReport(.extended) { path in
            let result = try #require(run(["xmllint", "--noout", path]))
            #expect(result.code == 0, "\(result.output)")
        }
    }

    @Test func junitparserCountsTheSame() throws {
        let own = Self.root.appendingPathComponent(".build/venv/bin/python3").path
        let python = FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
        guard let probe = run([python, "-c", "import junitparser"]), probe.code == 0 else {
            print("left out: reading JUnit reports back with junitparser")
            return
        }
        let script = """
            import sys
            from junitparser import JUnitXml
            xml = JUnitXml.fromfile(sys.argv[1])
            stated = (xml.tests, xml.failures, xml.errors)
            xml.update_statistics()
            assert stated == (xml.tests, xml.failures, xml.errors), stated
            names = [(case.classname, case.name) for suite in xml for case in suite]
            assert len(set(names)) == len(names) == xml.tests > 0, names
            assert all(case.time == 0 for suite in xml for case in suite)
            print(xml.tests, xml.failures, xml.errors, xml.skipped)
            """
        for flavour in JUnitOptions.Flavour.allCases {
            var outputs: Set<String> = []
            try eachReport(flavour) { path in
                let result = try #require(run([python, "-c", script, path]))
                #expect(result.code == 0, "\(result.output)")
                outputs.insert(result.output.trimmingCharacters(in: .whitespacesAndNewlines))
            }
            #expect(outputs == ["6 1 2 1", "6 1 2 2", "6 2 2 1", "1 0 0 0"])
            try testReport(flavour) { path in
                let result = try #require(run([python, "-c", script, path]))
                #expect(result.output == "3 1 1 0\n")
            }
        }
    }
}
