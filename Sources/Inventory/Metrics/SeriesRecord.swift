package import Metrics

/// A series as it is stored: its head, and where its points lie in the bytes of its store.
package struct SeriesRecord: Sendable {
    /// Name of the metric, a text of the segment or file.
    package var name: Word
    package var statistic: Statistic
    package var unit: MetricUnit?
    /// Microseconds.
    package var period: Int64
    /// Microseconds since 1970.
    package var start: Int64
    package var points: PackedPoints
    /// What CloudWatch was asked for, where that reaches beyond the points: the times of the first period and behind the last,
    /// microseconds.
    package var extent: Range<Int64>?
    /// Where it stands, byte offsets.
    package var source: Range<UInt32>

    /// The series with its points as numbers.
    package func series(_ bytes: ContiguousArray<UInt8>) -> Series {
        var values: [Double] = []
        var start = start
        if let extent {
            // Whole periods before the first point, and behind the last.
            if points.count == 0 { start = extent.lowerBound }
            let before = max(0, (start - extent.lowerBound) / period)
            start -= before * period
            values = [Double](repeating: .nan, count: Int(before))
            bytes.withUnsafeBytes { points.unpack($0, into: &values) }
            let all = (extent.upperBound - start) / period
            if all > values.count { values += repeatElement(.nan, count: Int(all) - values.count) }
        } else {
            bytes.withUnsafeBytes { points.unpack($0, into: &values) }
        }
        return Series(statistic: statistic, unit: unit, period: period, start: start, points: values)
    }
}

/// Series of one file, and the bytes of their points.
package struct SeriesStore: Sendable {
    package var records: ContiguousArray<SeriesRecord> = []
    package var bytes: ContiguousArray<UInt8> = []

    package init() {}

    /// A copy without room to grow.
    var trimmed: SeriesStore {
        var result = SeriesStore()
        result.records = ContiguousArray(records.lazy.map { $0 })
        result.bytes = ContiguousArray(bytes.lazy.map { $0 })
        return result
    }
}
