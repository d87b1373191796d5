/// The points of one statistic of one metric, at even distances. What is missing is NaN, never zero.
package struct Series: Sendable {
    package var statistic: Statistic
    package var unit: MetricUnit?
    /// Microseconds between two points, and that each of them sums up; above 0.
    package var period: Int64
    /// Time of the first point, microseconds since 1970: the beginning of its period.
    package var start: Int64
    package var points: [Double]
    /// The points that CloudWatch was asked for: a gap among them is its silence, what lies beside them nobody asked for.
    package var collected: Range<Int>
    /// The stretch that was asked for, `lowerBound` included; nil: all that is there.
    package var window: Range<Int64>?

    package init(
        statistic: Statistic, unit: MetricUnit? = nil, period: Int64, start: Int64, points: [Double],
        window: Range<Int64>? = nil
    ) {
        (self.statistic, self.unit, self.period, self.start) = (statistic, unit, period, start)
        (self.points, self.window) = (points, window)
        collected = points.indices
    }

    /// The part of the periods that CloudWatch was asked for, 0 to 1.
    package var collectedShare: Double { points.isEmpty ? 0 : Double(collected.count) / Double(points.count) }

    package static let day: Int64 = 86_400_000_000

    /// The points that are there.
    package var known: some Sequence<Double> { points.lazy.filter { !$0.isNaN } }

    /// Number of points that are there.
    package var count: Int { points.count { !$0.isNaN } }

    /// The part of the periods of which there is a point, 0 to 1; 0 where the window is shorter than a period.
    package var coverage: Double { points.isEmpty ? 0 : Double(count) / Double(points.count) }

    /// Time of the point at `index`.
    package func time(_ index: Int) -> Int64 { start + Int64(index) * period }

    // MARK: Windows

    /// The window of this length that ends at `now`. One of whole days ends at the last midnight UTC, so that every day in it
    /// is whole whatever the hour of collection; other windows end at `now` itself.
    package static func window(_ length: Int64, endingAt now: Int64) -> Range<Int64> {
        var end = now
        if length % day == 0 {
            let rest = now % day
            end = now - (rest < 0 ? rest + day : rest)
        }
        return end - max(length, 0)..<end
    }

    /// The series over a window: a point for each period that begins in it (from its beginning on, before its end, as
    /// GetMetricData has it) and is over by `now`; what the series does not reach is missing
    /// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html).
    package func over(_ window: Range<Int64>, now: Int64) -> Series {
        var result = self
        result.window = window
        // Periods are counted from the series' own first point.
        let first = Self.ceiling(window.lowerBound - start, period)
        let end = min(Self.ceiling(window.upperBound - start, period), Self.floor(now - start, period))
        result.start = start + first * period
        guard end > first else {
            (result.points, result.collected) = ([], 0..<0)
            return result
        }
        result.collected = Self.clamped(collected, by: -first, to: Int(end - first))
        // Missing ones at either side, the rest as it is.
        let count = Int64(points.count)
        let (from, to) = (min(max(first, 0), count), min(max(end, 0), count))
        var points: [Double] = []
        points.reserveCapacity(Int(end - first))
        if first < 0 { points += repeatElement(.nan, count: Int(min(end, 0) - first)) }
        if from < to { points += self.points[Int(from)..<Int(to)] }
        let rest = Int(end - first) - points.count
        if rest > 0 { points += repeatElement(.nan, count: rest) }
        result.points = points
        return result
    }

    private static func floor(_ value: Int64, _ divisor: Int64) -> Int64 {
        value / divisor - (value % divisor < 0 ? 1 : 0)
    }

    private static func ceiling(_ value: Int64, _ divisor: Int64) -> Int64 {
        value / divisor + (value % divisor > 0 ? 1 : 0)
    }

    /// A range of indices moved, and limited to those below `count`.
    private static func clamped(_ range: Range<Int>, by shift: Int64, to count: Int) -> Range<Int> {
        let lower = min(max(Int64(range.lowerBound) + shift, 0), Int64(count))
        let upper = min(max(Int64(range.upperBound) + shift, lower), Int64(count))
        return Int(lower)..<Int(upper)
    }

    /// The series with this value in its gaps: for metrics that CloudWatch only has points of when something happened, such as
    /// a load balancer's RequestCount. What it was not asked for stays missing.
    package func filled(with value: Double) -> Series {
        var result = self
        for index in collected where result.points[index].isNaN { result.points[index] = value }
        return result
    }

    // MARK: Statistics over the points

    /// The sum of the points; nil without any.
    package var total: Double? { count == 0 ? nil : known.reduce(0, +) }

    /// The mean of the points; nil without any.
    package var mean: Double? { total.map { $0 / Double(count) } }

    /// Point by point the sum of both, where both have one; nil where their periods differ or lie askew.
    package func adding(_ other: Series) -> Series? {
        guard period == other.period, (start - other.start) % period == 0 else { return nil }
        var result = self
        let shift = Int((start - other.start) / period)
        result.collected = collected.clamped(to: Self.clamped(other.collected, by: Int64(-shift), to: points.count))
        for index in points.indices {
            let there = index + shift
            result.points[index] = other.points.indices.contains(there) ? points[index] + other.points[there] : .nan
        }
        return result
    }

    /// Point by point this series' part of the other, where both have a point and the other's is not 0; nil where their
    /// periods differ or lie askew. Shares of several periods do not make one of a day, so `daily` comes before.
    package func divided(by other: Series) -> Series? {
        guard period == other.period, (start - other.start) % period == 0 else { return nil }
        var result = self
        (result.statistic, result.unit) = (.other("the ratio"), nil)
        let shift = Int((start - other.start) / period)
        result.collected = collected.clamped(to: Self.clamped(other.collected, by: Int64(-shift), to: points.count))
        for index in points.indices {
            let there = index + shift
            let divisor = other.points.indices.contains(there) ? other.points[there] : .nan
            result.points[index] = divisor == 0 ? .nan : points[index] / divisor
        }
        return result
    }

    /// Sums a second: each point divided by the seconds of its period; nil where points are no sums. Rates are averages, so
    /// that those of a day are their mean.
    package var rate: Series? {
        guard statistic == .sum || statistic == .sampleCount else { return nil }
        var result = self
        (result.statistic, result.unit) = (.average, nil)
        let seconds = Double(period) / 1_000_000
        result.points = points.map { $0 / seconds }
        return result
    }

    /// The least value that at least `part` percent of the points do not exceed (nearest rank); nil without points.
    package func percentile(_ part: Double) -> Double? {
        let sorted = known.sorted()
        guard !sorted.isEmpty else { return nil }
        let rank = Int((part / 100 * Double(sorted.count)).rounded(.up))
        return sorted[min(max(rank, 1), sorted.count) - 1]
    }

    /// Change a day of the line that fits the points best (least squares); nil with fewer than two points.
    package var trend: Double? {
        var (n, sumX, sumY, sumXX, sumXY) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for (index, point) in points.enumerated() where !point.isNaN {
            let x = Double(Int64(index) * period) / Double(Self.day)
            n += 1
            sumX += x
            sumY += point
            sumXX += x * x
            sumXY += x * point
        }
        let spread = n * sumXX - sumX * sumX
        guard n >= 2, spread > 0 else { return nil }
        return (n * sumXY - sumX * sumY) / spread
    }

    /// The series with one point for each day UTC, combined by its own statistic; a day without points is missing. Nil where
    /// the points of a day cannot be combined (percentiles more often than daily) or are more than a day apart.
    package var daily: Series? {
        if period > Self.day { return nil }
        var result = self
        result.period = Self.day
        let firstDay = Self.floor(start, Self.day)
        let end =
            window.map { Self.ceiling($0.upperBound, Self.day) } ?? Self.floor(time(max(points.count - 1, 0)), Self.day)
            + 1
        result.start = firstDay * Self.day
        guard !points.isEmpty, end > firstDay else {
            (result.points, result.collected) = ([], 0..<0)
            return result
        }
        if collected.isEmpty {
            result.collected = 0..<0
        } else {
            let days = [collected.lowerBound, collected.upperBound - 1].map {
                Int(Self.floor(time($0), Self.day) - firstDay)
            }
            result.collected = days[0]..<min(days[1] + 1, Int(end - firstDay))
        }
        var days: [Double] = []
        var index = 0
        for day in firstDay..<end {
            let from = index
            while index < points.count, time(index) < (day + 1) * Self.day { index += 1 }
            let inDay = points[from..<index].lazy.filter { !$0.isNaN }
            if inDay.isEmpty {
                days.append(.nan)
            } else {
                guard let value = statistic.combined(inDay) else { return nil }
                days.append(value)
            }
        }
        result.points = days
        return result
    }

    /// As `daily`, with the days missing that have points of less than `part` of their periods: the sum of half a day's points
    /// is not the day's.
    package func daily(covering part: Double) -> Series? {
        guard var result = daily else { return nil }
        var counts = [Int](repeating: 0, count: result.points.count)
        for index in points.indices where !points[index].isNaN {
            let day = Int(Self.floor(time(index) - result.start, Self.day))
            if counts.indices.contains(day) { counts[day] += 1 }
        }
        let whole = Double(Self.day) / Double(period)
        for day in counts.indices where Double(counts[day]) < part * whole { result.points[day] = .nan }
        return result
    }

    /// Most points one after the other for which `holds`; a missing one ends a run.
    package func longestRun(where holds: (Double) -> Bool) -> Int {
        var (longest, run) = (0, 0)
        for point in points {
            run = !point.isNaN && holds(point) ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
