/// The totals that suites and documents state of their cases.
struct JUnitTally: Equatable, Sendable {
    var tests = 0
    var failures = 0
    var errors = 0
    var skipped = 0

    /// Whether consumers show the suite as failed.
    var hasFailed: Bool { failures > 0 || errors > 0 }

    mutating func add(_ outcome: JUnitOutcome) {
        tests += 1
        switch outcome {
        case .failure: failures += 1
        case .insufficientData: errors += 1
        case .skippedBelowThreshold, .notApplicable: skipped += 1
        case .passBelowThreshold, .pass: break
        }
    }

    static func += (a: inout JUnitTally, b: JUnitTally) {
        a.tests += b.tests
        a.failures += b.failures
        a.errors += b.errors
        a.skipped += b.skipped
    }
}
