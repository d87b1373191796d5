import Diagnostics
import Foundation
import Reports
import Testing

@Suite struct ReportRequestTests {
    @Test func formatsAndFiles() throws {
        #expect(try ReportRequest(parsing: "json").kind.name == "json")
        #expect(try ReportRequest(parsing: "json").path == nil)
        #expect(try ReportRequest(parsing: "json=-").path == nil)
        #expect(try ReportRequest(parsing: "junit=out/a=b.xml").path == "out/a=b.xml")
        #expect(ReportKind.all.map(\.name) == ["text", "json", "junit"])
    }

    @Test func mistakesAreExplained() {
        let refusal = #expect(throws: ReportRequest.Refusal.self) { try ReportRequest(parsing: "jnuit=x") }
        #expect(refusal?.message == "unknown report format `jnuit`")
        #expect(refusal?.help == "did you mean `junit`?")
        let empty = #expect(throws: ReportRequest.Refusal.self) { try ReportRequest(parsing: "junit=") }
        #expect(empty?.message == "the file name after `junit=` is missing")
    }

    @Test func filesHaveNoColours() throws {
        let path = NSTemporaryDirectory() + "/request-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        var options = ReportOptions()
        options.palette.isEnabled = true
        let evaluation = FakeEvaluation(rules: [.fake()], [.fake()])
        try ReportRequest(parsing: "text=" + path).write(evaluation, evaluation.summary, options: options, jobs: 2)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.hasPrefix("lab.yaml:4:36: HIGH sg-ssh-open: "))
    }
}
