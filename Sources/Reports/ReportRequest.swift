package import Findings
import Diagnostics

/// One `--report FORMAT[=FILE]` of the command line.
package struct ReportRequest: Sendable {
    /// The format asked for.
    package var kind: ReportKind
    /// The file to write; nil for standard output.
    package var path: String?

    /// Why the text is no report request: one sentence, and the way out.
    package struct Refusal: Error, Sendable {
        /// What is wrong.
        package var message: String
        /// What to write instead.
        package var help: String?
    }

    /// Reads `json`, `json=-` or `junit=out/report.xml`.
    package init(parsing text: String) throws(Refusal) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let kind = ReportKind.named(parts[0]) else {
            let help = Suggestion.help(for: parts[0], among: ReportKind.all.map(\.name))
            throw Refusal(message: "unknown report format `\(parts[0])`", help: help)
        }
        if parts.count == 2, parts[1].isEmpty {
            throw Refusal(message: "the file name after `\(parts[0])=` is missing", help: nil)
        }
        self.kind = kind
        path = parts.count == 2 && parts[1] != "-" ? parts[1] : nil
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
