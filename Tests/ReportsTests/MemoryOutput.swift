import Diagnostics
import Findings
import Reports
import Triage

/// Keeps a report in memory, one array a file.
struct MemoryOutput: ReportOutput {
    var files: [[UInt8]] = [[]]
    var canContinueInNextFile = false

    mutating func write(_ bytes: UnsafeRawBufferPointer) throws(ReportError) { files[files.count - 1] += bytes }
    mutating func startNextFile() throws(ReportError) { files.append([]) }

    var texts: [String] { files.map { String(decoding: $0, as: UTF8.self) } }
}

/// The report as text.
func rendered(_ format: any ReportFormat, _ evaluation: FakeEvaluation, jobs: Int = 1) throws -> String {
    var output = MemoryOutput()
    try format.write(evaluation, evaluation.summary, to: &output, jobs: jobs)
    return output.texts[0]
}

/// The JUnit report as its files.
func junit(
    _ evaluation: FakeEvaluation, threshold: FailThreshold = .severity(.low), splits: Bool = false, jobs: Int = 1,
    _ change: (inout JUnitOptions) -> Void = { _ in }
) throws -> [String] {
    var options = JUnitOptions()
    change(&options)
    var output = MemoryOutput(canContinueInNextFile: splits)
    let report = JUnitReport(options: options, threshold: threshold)
    try report.write(evaluation, evaluation.summary, to: &output, jobs: jobs)
    return output.texts
}
