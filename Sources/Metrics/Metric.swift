/// One metric of a resource, with a series for each statistic that was collected of it.
package struct Metric: Sendable {
    /// Where it stands: `metrics.CPUUtilization`.
    package var path: String
    package var statistics: [Statistic]
    /// Makes the series of a statistic that is among `statistics`.
    private let make: @Sendable (Int) -> Series

    package init(path: String, statistics: [Statistic], _ make: @escaping @Sendable (Int) -> Series) {
        (self.path, self.statistics, self.make) = (path, statistics, make)
    }

    /// The series of a statistic; nil where it was not collected.
    package func series(_ statistic: Statistic) -> NamedSeries? {
        statistics.firstIndex(of: statistic).map { NamedSeries(path: path, series: make($0)) }
    }

    /// Why a statistic is not there: `metrics.CPUUtilization (no Maximum; it has Average)`.
    package func lacks(_ statistic: Statistic) -> String {
        "\(path) (no \(statistic.name); it has \(statistics.map(\.name).joined(separator: ", ")))"
    }
}

/// A series and where it stands.
package struct NamedSeries: Sendable {
    package var path: String
    package var series: Series
    package init(path: String, series: Series) { (self.path, self.series) = (path, series) }
}
