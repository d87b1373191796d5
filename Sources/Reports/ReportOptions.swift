package import Diagnostics
import Findings
package import Triage

/// What the command line says about reports; each format takes from it what concerns it.
package struct ReportOptions: Sendable {
    /// Which judgements a format lists that can list more than findings.
    package enum Scope: String, CaseIterable, Sendable {
        case findings
        case all
    }

    /// Colours of the text report, on a terminal.
    package var palette = Palette(isEnabled: false)
    /// Whether the text report is its summary only.
    package var isQuiet = false
    /// Whether the JSON report lists every verdict besides the findings (`--verdicts all`).
    package var scope = Scope.findings
    /// From which severity on JUnit cases fail.
    package var threshold = FailThreshold.severity(.low)
    /// Everything else about JUnit.
    package var junit = JUnitOptions()

    /// The defaults.
    package init() {}
}
