import Diagnostics

/// A `FORMAT[=FILE]` of the command line: which report is wanted, and where.
package struct ReportTarget: Sendable {
    /// One of the formats that the command has.
    package var format: String
    /// The file to write; nil for standard output.
    package var path: String?

    /// Why the text names no report: one sentence, and the way out.
    package struct Refusal: Error, Sendable {
        /// What is wrong.
        package var message: String
        /// What to write instead.
        package var help: String?
    }

    /// Reads `json`, `json=-` or `junit=out/report.xml`.
    package init(parsing text: String, among formats: [String]) throws(Refusal) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard formats.contains(parts[0]) else {
            let help = Suggestion.help(for: parts[0], among: formats)
            throw Refusal(message: "unknown report format `\(parts[0])`", help: help)
        }
        if parts.count == 2, parts[1].isEmpty {
            throw Refusal(message: "the file name after `\(parts[0])=` is missing", help: nil)
        }
        format = parts[0]
        path = parts.count == 2 && parts[1] != "-" ? parts[1] : nil
    }

    /// Writes a report that is put together already. A file appears under its name only when it is complete.
    package func write(_ report: ByteSink) throws(ReportError) {
        if let path {
            var output = try FileOutput(path: path)
            try output.write(report)
            try output.finish()
        } else {
            var output = DescriptorOutput.standardOutput()
            try output.write(report)
            try output.finish()
        }
    }
}
