import Diagnostics
import Findings

/// The tests of rules as JUnit: a suite a rule, a case a test; in the forms of `JUnitReport`.
struct JUnitTestReport {
    let isStrict: Bool

    func render(_ run: TestRun) -> ByteSink {
        let head = JUnitSuiteHead(rules: run.suites.map(\.rule), asOf: nil)
        var names = JUnitNames()
        var suites = ByteSink()
        var total = JUnitTally()
        for (index, suite) in run.suites.enumerated() where !suite.cases.isEmpty {
            let tally = Self.tally(suite.cases)
            head.append(.rule(index), tally, to: &suites)
            for testCase in suite.cases { append(testCase, of: suite.rule, &names, to: &suites) }
            head.appendEnd(of: .rule(index), to: &suites)
            total += tally
        }
        var sink = ByteSink()
        head.appendDocumentStart(1, total, isStrict: isStrict, to: &sink)
        sink.append(suites)
        head.appendDocumentEnd(to: &sink)
        return sink
    }

    private static func tally(_ cases: [TestRun.Case]) -> JUnitTally {
        JUnitTally(
            tests: cases.count, failures: cases.count { $0.outcome == .failed },
            errors: cases.count { $0.outcome == .wrong })
    }

    private func append(
        _ testCase: TestRun.Case, of rule: RuleInfo, _ names: inout JUnitNames, to sink: inout ByteSink
    ) {
        var name = ByteSink()
        name += "classname=\"plumb.test."
        name.append(xmlAttribute: rule.service)
        name += "."
        name.append(xmlAttribute: rule.id)
        name += "\" name=\""
        name.append(xmlAttribute: clipped(testCase.name, to: 1000))
        var hash = JUnitNames.Hash()
        hash.add(name.bytes)
        // Consumers drop or merge cases of one name.
        if let number = names.take(hash) { name.append("#\(number)") }
        sink += "    <testcase "
        sink.append(name)
        sink += "\" time=\"0.000\""
        if !isStrict {
            sink += " file=\""
            sink.append(xmlAttribute: testCase.span.file.path)
            sink += "\" line=\""
            sink.append(testCase.span.file.position(of: testCase.span.start).line)
            sink += "\""
        }
        switch testCase.outcome {
        case .passed: sink += "/>\n"
        case .failed: appendProblems("failure", testCase, to: &sink)
        case .wrong: appendProblems("error", testCase, to: &sink)
        }
    }

    private func appendProblems(_ tag: StaticString, _ testCase: TestRun.Case, to sink: inout ByteSink) {
        sink += ">\n      <"
        sink += tag
        sink += " type=\""
        sink.append(testCase.outcome.rawValue)
        sink += "\" message=\""
        // The one that the text begins with, too.
        let message = testCase.problems.sortedByPosition().first?.message ?? ""
        sink.append(xmlAttribute: clipped(onOneLine(message), to: JUnitText.headlineLimit))
        sink += "\">"
        let renderer = DiagnosticRenderer(palette: Palette(isEnabled: false))
        sink.append(xml: clipped(renderer.render(testCase.problems), to: JUnitText.limit))
        sink += "</"
        sink += tag
        sink += ">\n    </testcase>\n"
    }
}
