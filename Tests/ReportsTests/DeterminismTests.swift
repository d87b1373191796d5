import Diagnostics
import Findings
import Reports
import Testing
import Triage

@Suite struct DeterminismTests {
    /// Four rules on 3 000 resources in parts of very unequal size, with names that come again.
    private var evaluation: FakeEvaluation {
        let rules = [
            RuleInfo.fake("a", severity: .critical), .fake("b", severity: .low), .fake("c", severity: .medium),
            .fake("d"),
        ]
        var parts: [[Judgement]] = [[]]
        for index in 0..<3000 {
            let resource = ResourceInfo.fake("sg-\(index % 2900)", account: index % 5 == 0 ? nil : "00\(index / 1000)")
            parts[parts.count - 1] += [
                .fake(rule: 0, resource, index % 3 == 0 ? .noncompliant : .compliant),
                .fake(rule: 1, resource, index % 4 == 0 ? .noncompliant : .notApplicable, entry: "ingress[0]"),
                .fake(
                    rule: 1, resource, index % 7 == 0 ? .insufficientData : .compliant, entry: "ingress[1]",
                    missing: ["x"]),
                .fake(rule: 2, resource, .compliant),
                .fake(rule: 3, resource, index % 11 == 0 ? .insufficientData : .notApplicable),
            ]
            if index * index % 97 == 0 { parts.append([]) }
        }
        return FakeEvaluation(rules: rules, parts: parts)
    }

    @Test func sameBytesForAnyNumberOfJobs() throws {
        let evaluation = evaluation
        var formats: [any ReportFormat] = [
            TextReport(palette: Palette(isEnabled: false), isQuiet: false), JSONReport(scope: .all),
        ]
        for grouping in JUnitOptions.Grouping.allCases {
            for passes in JUnitOptions.Passes.allCases {
                var options = JUnitOptions()
                options.grouping = grouping
                options.passes = passes
                options.passLimit = 6000
                options.fileLimit = 60_000
                formats.append(JUnitReport(options: options, threshold: .severity(.medium)))
            }
        }
        for format in formats {
            var outputs: [[[UInt8]]] = []
            for jobs in [1, 2, 8] {
                var output = MemoryOutput(canContinueInNextFile: true)
                try format.write(evaluation, evaluation.summary, to: &output, jobs: jobs)
                outputs.append(output.files)
            }
            #expect(outputs[0] == outputs[1])
            #expect(outputs[0] == outputs[2])
        }
    }
}
