package import Findings

/// The report for programs, in a shape that is documented and versioned: fields may be added within a version, never
/// renamed or removed.
///
/// `version`, `tool`, `as_of`, `inputs`, `summary`, `findings`; with `--verdicts all` also `verdicts`, every judgement
/// in the form of the findings: `rule`, `resource`, `verdict`, `severity`, `entry`, `message`, `location`, `evidence`,
/// `missing`, `reach`, `fix`, `savings`, `fingerprint`. What is not known is `null`. Amounts are decimal strings.
package struct JSONReport: ReportFormat {
    /// The version of the shape.
    package static let version = 1

    /// How `--report` knows it.
    package static let kind = ReportKind(name: "json", summary: "for programs, one finding a line") { options in
        JSONReport(scope: options.scope)
    }

    private let scope: ReportOptions.Scope

    /// A report of the findings, or of every verdict besides.
    package init(scope: ReportOptions.Scope) { self.scope = scope }

    /// Writes the whole report; see `ReportFormat`.
    package func write(
        _ evaluation: any Evaluation, _ summary: RunSummary, to output: inout some ReportOutput, jobs: Int
    ) throws(ReportError) {
        var head = ByteSink()
        head += "{\n"
        append(summary, evaluation.rules, to: &head)
        try output.write(head)
        let rules = evaluation.rules.map(JSONRule.init)
        try writeList("findings", .findings, of: evaluation, rules, to: &output, jobs: jobs)
        if scope == .all { try writeList("verdicts", .all, of: evaluation, rules, to: &output, jobs: jobs) }
        var end = ByteSink()
        end += "\n}\n"
        try output.write(end)
    }

    /// `,` and the list under its name, one judgement a line.
    private func writeList(
        _ name: StaticString, _ selection: JudgementSelection, of evaluation: any Evaluation, _ rules: [JSONRule],
        to output: inout some ReportOutput, jobs: Int
    ) throws(ReportError) {
        var mark = ByteSink()
        mark += ",\n  \""
        mark += name
        mark += "\": ["
        try output.write(mark)
        var isFirst = true
        try renderInOrder(evaluation.partCount, jobs: jobs) { part in
            var list = JSONJudgements(rules: rules)
            for judgement in evaluation.judgements(inPart: part, selection) { list.append(judgement) }
            return list.sink
        } consume: { (sink) throws(ReportError) in
            guard !sink.isEmpty else { return }
            // Every judgement begins with the comma that parts it from the one before.
            try output.write(isFirst ? sink.bytes.dropFirst() : sink.bytes[...])
            isFirst = false
        }
        var end = ByteSink()
        end += isFirst ? "]" : "\n  ]"
        try output.write(end)
    }

    private func append(_ summary: RunSummary, _ rules: [RuleInfo], to sink: inout ByteSink) {
        sink += "  \"version\": "
        sink.append(Self.version)
        sink += ",\n  \"tool\": {\"name\": \"plumb\", \"version\": "
        sink.append(json: summary.version)
        sink += "},\n  \"as_of\": "
        sink.append(json: summary.asOf)
        sink += ",\n  \"inputs\": ["
        for (position, input) in summary.inputs.enumerated() {
            sink += position == 0 ? "\n    {\"path\": " : ",\n    {\"path\": "
            sink.append(json: input.path)
            sink += ", \"documents\": "
            sink.append(input.documents)
            sink += ", \"resources\": "
            sink.append(input.resources)
            sink += "}"
        }
        sink += summary.inputs.isEmpty ? "],\n" : "\n  ],\n"
        appendFigures(summary, rules, to: &sink)
    }

    private func appendFigures(_ summary: RunSummary, _ rules: [RuleInfo], to sink: inout ByteSink) {
        sink += "  \"summary\": {\n    \"resources\": "
        sink.append(summary.resources)
        sink += ",\n    \"rules\": "
        sink.append(summary.rules)
        sink += ",\n    \"findings\": {"
        let findings = summary.findings(by: rules)
        for (position, severity) in Severity.allCases.reversed().enumerated() {
            appendCount(severity.rawValue, findings[severity] ?? 0, isFirst: position == 0, to: &sink)
        }
        sink += "},\n    \"verdicts\": {"
        let verdicts = summary.verdicts
        for (position, verdict) in Verdict.allCases.enumerated() {
            appendCount(verdict.rawValue, verdicts[verdict], isFirst: position == 0, to: &sink)
        }
        sink += "},\n    \"monthly_savings\": {\"amount\": "
        sink.append(json: summary.monthlySavings.dollars)
        sink += ", \"currency\": \"USD\", \"findings\": "
        sink.append(summary.savingFindings)
        sink += ", \"unpriced\": "
        sink.append(summary.unpricedFindings)
        sink += "}\n  }"
    }

    private func appendCount(_ name: String, _ count: Int, isFirst: Bool, to sink: inout ByteSink) {
        if !isFirst { sink += ", " }
        sink.append(json: name)
        sink += ": "
        sink.append(count)
    }
}
