package import Findings
package import Triage

/// The report for continuous integration: every rule on every resource is a test case.
///
/// Cases are rendered in the order of the evaluation, spooled, and written behind the totals that suites and documents
/// have to state first.
package struct JUnitReport: ReportFormat {
    /// How `--report` knows it.
    package static let kind = ReportKind(name: "junit", summary: "JUnit XML, for CI servers") { options in
        JUnitReport(options: options.junit, threshold: options.threshold)
    }

    private let options: JUnitOptions
    private let threshold: FailThreshold

    /// A report in which findings that reach the threshold fail.
    package init(options: JUnitOptions, threshold: FailThreshold) {
        (self.options, self.threshold) = (options, threshold)
    }

    /// Writes the whole report; see `ReportFormat`.
    package func write(
        _ evaluation: any Evaluation, _ summary: RunSummary, to output: inout some ReportOutput, jobs: Int
    ) throws(ReportError) {
        let plan = JUnitPlan(evaluation, summary, options, threshold)
        let spool = Spool()
        var suites = JUnitSuites(spool: spool)
        var problems = 0
        try renderInOrder(plan.steps.count, jobs: jobs) { step in
            let step = plan.steps[step]
            return JUnitPart(evaluation.judgements(inPart: step.part, step.selection), plan)
        } consume: { (part) throws(ReportError) in
            problems += part.problems
            for chunk in part.chunks { try suites.add(chunk) }
        }
        guard problems == plan.listing.problems else {
            throw .inconsistent("\(problems) of \(plan.listing.problems) problems are in the JUnit report")
        }
        if options.passes == .failedSuites, options.grouping != .resource { suites.dropPassesOfSuitesWithoutFailure() }
        for chunk in remarks(plan, summary, isEmpty: suites.isEmpty) { try suites.add(chunk) }
        let limit = output.canContinueInNextFile ? options.fileLimit : nil
        let documents = JUnitDocument.documents(of: suites.all, limit: limit, head: plan.head)
        for (index, document) in documents.enumerated() {
            if index > 0 { try output.startNextFile() }
            try document.write(
                number: index + 1, head: plan.head, isStrict: options.flavour == .strict, spool: spool, to: &output)
        }
        output.replaceContinuations(beginningWith: JUnitSuiteHead.continuationMark)
    }

    /// Cases about the report itself. Consumers take an empty file for a mistake, and a limit that nobody hears of
    /// looks like fewer checks.
    private func remarks(_ plan: JUnitPlan, _ summary: RunSummary, isEmpty: Bool) -> [JUnitChunk] {
        var chunk = JUnitChunk(suite: .report, isQuiet: false)
        if !plan.listing.leftOut.isEmpty {
            let total = plan.listing.leftOut.reduce(0) { $0 + $1.verdicts }
            var text = "\(total) passing verdicts are not listed, for a limit of \(options.passLimit):\n"
            for (rule, verdicts) in plan.listing.leftOut { text += "\(plan.rules[rule].id): \(verdicts)\n" }
            append("passing cases left out", text, to: &chunk)
        }
        if isEmpty {
            let verdicts = summary.verdicts
            append(
                "nothing to list",
                "\(summary.rules) rules, \(summary.resources) resources: \(verdicts.noncompliant) findings, "
                    + "\(verdicts.insufficientData) verdicts with insufficient data\n", to: &chunk)
        }
        return chunk.tally.tests > 0 ? [chunk] : []
    }

    private func append(_ name: StaticString, _ text: String, to chunk: inout JUnitChunk) {
        chunk.sink += "    <testcase classname=\"plumb.report\" name=\""
        chunk.sink += name
        chunk.sink += "\" time=\"0.000\">\n      <system-out>"
        chunk.sink.append(xml: clipped(text, to: JUnitText.fieldLimit))
        chunk.sink += "</system-out>\n    </testcase>\n"
        chunk.tally.add(.passBelowThreshold)
    }
}
