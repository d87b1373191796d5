package import BucketAccess
package import Diagnostics
package import Reports

/// What was asked about a resource, to be reported.
package enum AccessReply: Sendable {
    /// Everything about it.
    case explanation(AccessExplanation)
    /// One question, or one for each action.
    case answers([AccessAnswer], AccessResource)
}

/// Writes who may do what with a resource.
package struct AccessReport: Sendable {
    /// What `--report` takes.
    package static let formats = ["text", "json"]

    /// Colours of the text, on a terminal.
    private let palette: Palette
    /// Of the program.
    private let version: String

    package init(version: String, palette: Palette) { (self.version, self.palette) = (version, palette) }

    /// Writes the report where it was asked for.
    package func write(_ reply: AccessReply, to target: ReportTarget) throws(ReportError) {
        // What goes to a file is not seen on a terminal.
        let palette = target.path == nil ? palette : Palette(isEnabled: false)
        var sink = ByteSink()
        switch (target.format, reply) {
        case ("json", _): AccessJSON(version: version).append(reply, to: &sink)
        case (_, .explanation(let explanation)): ExplanationText(palette: palette).append(explanation, to: &sink)
        case (_, .answers(let answers, let resource)):
            AnswerText(palette: palette).append(answers, about: resource, to: &sink)
        }
        try target.write(sink)
    }
}
