import Diagnostics
import Findings

/// The tests of rules for programs, one test a line: `version`, `tool`, `summary`, `tests`. Fields may be added within a
/// version, never renamed or removed.
struct JSONTestReport {
    /// The version of the shape.
    private static let version = 1

    func render(_ run: TestRun) -> ByteSink {
        var sink = ByteSink()
        sink += "{\n  \"version\": "
        sink.append(Self.version)
        sink += ",\n  \"tool\": {\"name\": \"plumb\", \"version\": "
        sink.append(json: run.version)
        sink += "},\n  \"summary\": {\"tests\": "
        sink.append(run.total)
        for outcome in TestRun.Outcome.allCases {
            sink.append(", \"\(outcome.rawValue)\": \(run.count(outcome))")
        }
        sink += ", \"rules_without_tests\": "
        sink.append(json: run.untested)
        if let coverage = run.coverage {
            sink.append(", \"coverage\": {\"branches\": \(coverage.branches), \"decided\": \(coverage.decided)}")
        }
        sink += "},\n  \"tests\": ["
        var isFirst = true
        for suite in run.suites {
            for testCase in suite.cases {
                sink.append(isFirst ? "\n    " : ",\n    ")
                append(testCase, rule: suite.rule.id, to: &sink)
                isFirst = false
            }
        }
        sink.append(isFirst ? "]\n}\n" : "\n  ]\n}\n")
        return sink
    }

    private func append(_ testCase: TestRun.Case, rule: String, to sink: inout ByteSink) {
        sink += "{\"rule\": "
        sink.append(json: rule)
        sink += ", \"name\": "
        sink.append(json: testCase.name)
        sink += ", \"outcome\": "
        sink.append(json: testCase.outcome.rawValue)
        sink += ", \"location\": "
        append(testCase.span, to: &sink)
        sink += ", \"problems\": ["
        for (position, problem) in testCase.problems.enumerated() {
            if position > 0 { sink += ", " }
            sink += "{\"message\": "
            sink.append(json: problem.message)
            sink += ", \"location\": "
            append(problem.span, to: &sink)
            sink += ", \"help\": "
            sink.append(json: problem.help)
            sink += "}"
        }
        sink += "]}"
    }

    private func append(_ span: SourceSpan?, to sink: inout ByteSink) {
        guard let span else {
            sink += "null"
            return
        }
        let start = span.file.position(of: span.start)
        sink += "{\"file\": "
        sink.append(json: span.file.path)
        sink.append(", \"line\": \(start.line), \"column\": \(start.column)}")
    }
}
