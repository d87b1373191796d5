package import Findings
import Diagnostics

/// One `--report FORMAT[=FILE]` of the command line.
package struct ReportRequest: Sendable {
    /// The format asked for.
    package var kind: ReportKind
    /// The file to write; nil for standard output.
    package var path: String?

    /// Why the text is no report request.
    package typealias Refusal = ReportTarget.Refusal

    /// Reads `json`, `json=-` or `junit=out/report.xml`.
    package init(parsing text: String) throws(Refusal) {
        let target = try ReportTarget(parsing: text, among: ReportKind.all.map(\.name))
        guard let kind = ReportKind.named(target.format) else { preconditionFailure("no format \(target.format)") }
        (self.kind, path) = (kind, target.path)
    }

    /// Writes the report where it was asked for. A file appears under its name only when it is complete.
    package func write(
        _ evaluation: any Evaluation, _ summary: RunSummary, options: ReportOptions, jobs: Int
    ) throws(ReportError) {
        if let path {
            var options = options
            options.palette = Palette(isEnabled: false)
            var output = try FileOutput(path: path)
            try kind.make(options).write(evaluation, summary, to: &output, jobs: jobs)
            try output.finish()
        } else {
            var output = DescriptorOutput.standardOutput()
            try kind.make(options).write(evaluation, summary, to: &output, jobs: jobs)
            try output.finish()
        }
    }
}
