/// How the JUnit report is laid out. There is no single standard; the defaults suit the consumers listed in the
/// documentation of the report.
package struct JUnitOptions: Sendable {
    /// What a test suite stands for.
    package enum Grouping: String, CaseIterable, Sendable {
        case rule, resource, account
    }

    /// Which elements and attributes may appear.
    package enum Flavour: String, CaseIterable, Sendable {
        /// With `file`, `line` and properties on test cases, which most consumers show.
        case extended
        /// Only what the schema of Jenkins' xUnit plugin allows (junit-10.xsd).
        case strict
    }

    /// What becomes of findings below the threshold. They are never left out.
    package enum Below: String, CaseIterable, Sendable {
        /// A case that passes and tells of the finding in its `system-out`.
        case pass
        case skipped
        case failure
    }

    /// Which compliant cases are listed.
    package enum Passes: String, CaseIterable, Sendable {
        case all
        /// Those of suites in which something fails.
        case failedSuites = "failed-suites"
        case none
    }

    /// What suites stand for (`--junit-group`).
    package var grouping = Grouping.rule
    /// Which elements and attributes may appear (`--junit-flavour`).
    package var flavour = Flavour.extended
    /// What becomes of findings below the threshold (`--junit-below`).
    package var below = Below.pass
    /// Which compliant cases are listed (`--junit-passes`).
    package var passes = Passes.all
    /// At most this many compliant verdicts are listed. A rule is listed wholly or not at all, since a cut list would
    /// change with every resource that is added.
    package var passLimit = 10_000
    /// Whether not applicable cases are listed, as skipped; they count against `passLimit`.
    package var includesNotApplicable = false
    /// A file ends before it has more bytes than this, where the report may go on in another; GitLab refuses 30 MB.
    package var fileLimit = 25_000_000

    /// The defaults.
    package init() {}
}
