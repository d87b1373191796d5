package import Findings

/// One way to write the judgements of a run.
package protocol ReportFormat: Sendable {
    /// Writes the whole report. Parts of the evaluation are rendered by `jobs` threads; the bytes are the same for any
    /// number of them, and only a few parts stand in memory at a time.
    func write(
        _ evaluation: any Evaluation, _ summary: RunSummary, to output: inout some ReportOutput, jobs: Int
    ) throws(ReportError)
}
