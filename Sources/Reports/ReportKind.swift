/// A report format as the command line names it. A new format is one file with its `kind`, and one line in `all`.
package struct ReportKind: Sendable {
    /// What `--report` takes.
    package var name: String
    /// One line for the help.
    package var summary: String
    /// The format, set up with the options of the command line.
    package var make: @Sendable (ReportOptions) -> any ReportFormat

    /// A format of this name.
    package init(name: String, summary: String, make: @escaping @Sendable (ReportOptions) -> any ReportFormat) {
        (self.name, self.summary, self.make) = (name, summary, make)
    }

    /// Every format, in the order of the help.
    package static let all: [ReportKind] = [
        TextReport.kind,
        JSONReport.kind,
        JUnitReport.kind,
    ]

    /// The format of this name.
    package static func named(_ name: String) -> ReportKind? { all.first { $0.name == name } }
}
