internal import Catalog
internal import Diagnostics
internal import Documents
internal import Metrics

/// Points that come one by one with their times, in any order; CloudWatch's own answers are not sorted
/// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html).
struct TimedPoints {
    /// Microseconds; nil where it follows from the times.
    var period: Int64?
    /// For messages.
    var subject: String
    var asOf: Timestamp?
    /// Whether the points come from a table, which can have a column for what is missing.
    var subjectIsTable = false
    private(set) var diagnostics: [Diagnostic] = []
    private var points: [(time: Int64, value: SourceSpan)] = []

    /// A series reaches no further than this many periods: 69 days of seconds, 11 years of minutes.
    static let limit = 6_000_000

    init(period: Int64?, subject: String, asOf: Timestamp?) {
        (self.period, self.subject, self.asOf) = (period, subject, asOf)
    }

    var isEmpty: Bool { points.isEmpty }

    /// Times of points that are said to be missing: CloudWatch was asked for them.
    private var gaps: [Int64] = []

    mutating func addMissing(_ time: Int64) { gaps.append(time) }

    /// From the first to the last time that was spoken of; nil without any.
    var extent: ClosedRange<Int64>? {
        let times = points.map(\.time) + gaps
        guard let first = times.min(), let last = times.max() else { return nil }
        return first...last
    }

    mutating func add(_ time: Int64, value: SourceSpan) { points.append((time, value)) }

    static func isNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool { ScalarForms.double(text) != nil }

    /// Brings the points into the order of their times, at the distance of the period, into `packer`; nil after reporting an
    /// error. `spans`: where the value at an index stands.
    mutating func place(into packer: inout PointPacker) -> (start: Int64, period: Int64, spans: [Int: SourceSpan])? {
        guard !points.isEmpty else { return (0, period ?? Series.day, [:]) }
        // Stable, so that of equal times the first written comes first.
        let sorted = points.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
            .map(\.element)
        guard let period = period ?? distance(sorted) else { return nil }
        let start = sorted[0].time
        if let asOf, start > asOf.micros {
            report("the series begins after the inventory's `as_of`, \(asOf.text)", sorted[0].value)
            return nil
        }
        guard (sorted.last!.time - start) / period < Self.limit else {
            report(
                "the points of `\(subject)` reach over \((sorted.last!.time - start) / period) periods, more than the limit of \(Self.limit)",
                sorted.last!.value)
            return nil
        }
        var spans: [Int: SourceSpan] = [:]
        for (index, point) in sorted.enumerated() {
            let offset = point.time - start
            guard offset % period == 0 else {
                report(
                    "the point at \(Timestamp(micros: point.time).text) lies between the periods of \(Units.text(ofDuration: period)) that begin at \(Timestamp(micros: start).text)",
                    point.value)
                continue
            }
            if index > 0, sorted[index - 1].time == point.time {
                guard !isSame(sorted[index - 1].value, point.value) else { continue }
                diagnostics.append(
                    Diagnostic(
                        .error, "`\(subject)` has two values at \(Timestamp(micros: point.time).text)", at: point.value,
                        note: Diagnostic.Note("the other one is here", at: sorted[index - 1].value)))
                continue
            }
            while packer.count < Int(offset / period) { packer.appendMissing() }
            let bytes = point.value.file.bytes[point.value.start..<point.value.end]
            spans[packer.count] = point.value
            if !packer.append(UnsafeBufferPointer(rebasing: bytes)) { packer.appendMissing() }
        }
        guard diagnostics.isEmpty else {
            packer = PointPacker()
            return nil
        }
        return (start, period, spans)
    }

    /// The period that follows from the times: the least distance between two.
    private mutating func distance(_ sorted: [(time: Int64, value: SourceSpan)]) -> Int64? {
        var least = Int64.max
        for (one, next) in zip(sorted, sorted.dropFirst()) where next.time > one.time {
            least = min(least, next.time - one.time)
        }
        if least < .max { return least }
        report(
            "the period of `\(subject)` does not follow from a single point", sorted[0].value,
            help: subjectIsTable
                ? "add a column `period`, in seconds" : "name the file or its folder after it, as `Period=3600`")
        return nil
    }

    private func isSame(_ a: SourceSpan, _ b: SourceSpan) -> Bool {
        ScalarForms.double(UnsafeBufferPointer(rebasing: a.file.bytes[a.start..<a.end]))
            == ScalarForms.double(UnsafeBufferPointer(rebasing: b.file.bytes[b.start..<b.end]))
    }

    private mutating func report(_ message: String, _ span: SourceSpan, help: String? = nil) {
        diagnostics.append(Diagnostic(.error, message, at: span, help: help))
    }
}
