import Diagnostics
import Findings
import Foundation
import Testing
import Triage

@testable import Reports

@Suite struct JUnitLimitsTests {
    @Test func longTextIsCut() throws {
        let huge = String(repeating: "<é\u{1B}\n", count: 250_000)
        let evaluation = FakeEvaluation(
            rules: [.fake(fix: huge)],
            [
                .fake(
                    .fake(huge), message: huge,
                    evidence: (0..<40).map { Evidence(path: "p\($0)", value: huge, span: nil) })
            ])
        let text = try junit(evaluation)[0]
        #expect(text.utf8.count < 40_000)
        let reader = try JUnitDocumentReader(text)
        let found = reader.cases[0]
        #expect(found.message.unicodeScalars.count <= 200 * 6)
        #expect(!found.message.contains("\n"))
        #expect(found.text.hasSuffix(" more lines\n"))
        let body = try #require(text.firstMatch(of: /(?s)<failure [^>]*>(.*)<\/failure>/)).1
        #expect(body.utf8.count <= JUnitText.limit)
    }

    @Test func evidenceIsCounted() throws {
        let evidence = (0..<23).map { Evidence(path: "p\($0)", value: "v", span: nil) }
        let reader = try JUnitDocumentReader(junit(FakeEvaluation(rules: [.fake()], [.fake(evidence: evidence)]))[0])
        #expect(reader.cases[0].text.contains("  p19 = v\n  … 3 more values\nfingerprint"))
    }

    @Test func messagesAreOneShortLine() throws {
        let message = "first\nsecond\t" + String(repeating: "é", count: 300)
        let evaluation = FakeEvaluation(
            rules: [.fake()],
            parts: [(0..<1234).map { .fake(entry: "ingress[\($0)]", message: message) }])
        let found = try #require(JUnitDocumentReader(junit(evaluation)[0]).cases.first)
        #expect(found.message.hasPrefix("first second é"))
        #expect(found.message.hasSuffix("é… (and 1233 more)"))
        #expect(found.message.unicodeScalars.count == 200)
        #expect(found.properties["fingerprint"]?.split(separator: " ").count == 20)
        #expect(found.text.utf8.count <= JUnitText.limit)
    }

    @Test func passesHaveALimit() throws {
        let rules = [RuleInfo.fake("a"), .fake("b"), .fake("c")]
        var judgements: [Judgement] = []
        for index in 0..<100 {
            let verdicts: [Verdict] = [
                index < 60 ? .compliant : .notApplicable, index == 3 ? .noncompliant : .compliant,
                index < 40 ? .compliant : .notApplicable,
            ]
            judgements += verdicts.enumerated().map { .fake(rule: $0.offset, .fake("sg-\(index)"), $0.element) }
        }
        let evaluation = FakeEvaluation(rules: rules, judgements)
        for grouping in JUnitOptions.Grouping.allCases {
            let reader = try JUnitDocumentReader(
                junit(evaluation) { ($0.passLimit, $0.grouping) = (100, grouping) }[0])
            #expect(reader.addsUp)
            let counts = Dictionary(grouping: reader.cases, by: \.classname).mapValues(\.count)
            #expect(counts == ["plumb.ec2.a": 60, "plumb.ec2.b": 1, "plumb.ec2.c": 40, "plumb.report": 1])
            let remark = try #require(reader.cases.last)
            #expect(remark.name == "passing cases left out")
            #expect(remark.text == "99 passing verdicts are not listed, for a limit of 100:\nb: 99\n")
        }
    }

    @Test func largeReportsAreSplit() throws {
        var judgements: [Judgement] = []
        for index in 0..<1000 { judgements.append(.fake(rule: index % 2, .fake("sg-\(index / 2)"))) }
        let evaluation = FakeEvaluation(rules: [.fake("a"), .fake("b")], judgements)
        for grouping in JUnitOptions.Grouping.allCases {
            let whole = try JUnitDocumentReader(junit(evaluation) { $0.grouping = grouping }[0])
            #expect(whole.cases.count == 1000)
            let files = try junit(evaluation, splits: true) { ($0.fileLimit, $0.grouping) = (20_000, grouping) }
            #expect(files.count > 20)
            var cases: [String] = []
            for (index, file) in files.enumerated() {
                #expect(file.utf8.count <= 20_000)
                let reader = try JUnitDocumentReader(file)
                #expect(reader.addsUp)
                #expect(reader.root["name"] == (index == 0 ? "plumb" : "plumb (part \(index + 1))"))
                cases += reader.cases.map { $0.classname + $0.name }
                if index > 0 { #expect(file.hasPrefix("\(JUnitSuiteHead.continuationMark)")) }
            }
            #expect(cases == whole.cases.map { $0.classname + $0.name })
        }
    }

    @Test func filesOfAnEarlierLongerReportGo() throws {
        let directory = NSTemporaryDirectory() + "/split-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        var options = ReportOptions()
        options.junit.fileLimit = 20_000
        let request = try ReportRequest(parsing: "junit=\(directory)/TEST-plumb.xml")
        for (count, files) in [(100, 4), (40, 2), (2, 1), (70, 3)] {
            let evaluation = FakeEvaluation(rules: [.fake()], (0..<count).map { .fake(.fake("sg-\($0)")) })
            try request.write(evaluation, evaluation.summary, options: options, jobs: 2)
            let names = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
            #expect(names.count == files)
            let cases = try names.map { name in
                try JUnitDocumentReader(String(contentsOfFile: "\(directory)/\(name)", encoding: .utf8)).cases.count
            }
            #expect(cases.reduce(0, +) == count)
        }
    }

    @Test func aHundredThousandFailures() throws {
        let parts = (0..<50).map { part in
            (0..<2000).map { Judgement.fake(.fake("sg-\(part)-\($0)"), message: "open") }
        }
        let evaluation = FakeEvaluation(rules: [.fake()], parts: parts)
        var output = MemoryOutput(canContinueInNextFile: true)
        let report = JUnitReport(options: JUnitOptions(), threshold: .severity(.low))
        try report.write(evaluation, evaluation.summary, to: &output, jobs: 2)
        #expect(output.files.count > 1)
        #expect(output.files.allSatisfy { $0.count <= 25_000_000 })
        let tests = try output.texts.map { text in
            try #require(text.firstMatch(of: /tests="(\d+)"/).flatMap { Int($0.1) })
        }
        #expect(tests.reduce(0, +) == 100_000)
    }

    @Test func spooledBytesComeBackFromMemoryAndFile() throws {
        let spool = Spool(memoryLimit: 1000)
        var expected: [UInt8] = []
        for index in 0..<500 {
            let piece = Array("\(index);".utf8)
            expected += piece
            try spool.append(piece[...])
        }
        #expect(spool.count == expected.count)
        for range in [0..<10, 990..<1010, 0..<expected.count, 5..<5, expected.count - 3..<expected.count] {
            var output = MemoryOutput()
            try spool.copy(range, to: &output)
            #expect(output.files[0] == Array(expected[range]))
        }
    }
}
