package import Diagnostics

/// Writes what came of tests in the formats of the other reports.
package struct TestReport: Sendable {
    /// Colours of the text, on a terminal.
    package var palette = Palette(isEnabled: false)
    /// Which elements and attributes JUnit may use.
    package var flavour = JUnitOptions.Flavour.extended

    /// The defaults.
    package init() {}

    /// Writes the report where it was asked for. A file appears under its name only when it is complete.
    package func write(_ run: TestRun, _ request: ReportRequest) throws(ReportError) {
        if let path = request.path {
            var plain = self
            plain.palette = Palette(isEnabled: false)
            var output = try FileOutput(path: path)
            try output.write(plain.render(run, request.kind))
            try output.finish()
        } else {
            var output = DescriptorOutput.standardOutput()
            try output.write(render(run, request.kind))
            try output.finish()
        }
    }

    /// The report in the format of this kind.
    package func render(_ run: TestRun, _ kind: ReportKind) -> ByteSink {
        switch kind.name {
        case JUnitReport.kind.name: JUnitTestReport(isStrict: flavour == .strict).render(run)
        case JSONReport.kind.name: JSONTestReport().render(run)
        default: text(run)
        }
    }

    /// Everything that did not pass, with its place, and the figures.
    private func text(_ run: TestRun) -> ByteSink {
        let renderer = DiagnosticRenderer(palette: palette)
        var sink = ByteSink()
        for testCase in run.suites.flatMap(\.cases) where testCase.outcome != .passed {
            sink.append(renderer.render(testCase.problems))
        }
        if !run.untested.isEmpty {
            sink.append("rules without tests: \(run.untested.joined(separator: ", "))\n")
        }
        if let coverage = run.coverage {
            // One by one: the renderer of all would count, not show, what is beyond its limit.
            for gap in coverage.gaps { sink.append(renderer.render(gap)) }
            sink.append(coverage.summary + "\n")
        }
        sink.append("\(run.count(.passed)) passed, \(run.total - run.count(.passed)) failed\n")
        return sink
    }
}
