extension Series {
    /// The points that an alarm of a longer period sees: one for each of `count` periods up to `now`, the newest last, NaN
    /// where the series has no point. Nil where `period` is no multiple of the series' own, or where its statistic cannot
    /// be put together from several points.
    ///
    /// `period`, `now`: microseconds. The latest periods end with the last point that is over by `now`, for CloudWatch moves
    /// what it looks at on by a minute at a time, not by a period
    /// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html).
    package func points(every period: Int64, count: Int, endingAt now: Int64) -> [Double]? {
        guard period > 0, period % self.period == 0 else { return nil }
        let each = Int(period / self.period)
        // One more, for the first period of the window may have begun before it.
        let from = now - Int64(count * each + 1) * self.period
        let recent = over(from..<now, now: now).points.suffix(count * each)
        var result: [Double] = []
        result.reserveCapacity(count)
        var end = recent.endIndex
        while end > recent.startIndex {
            let start = max(end - each, recent.startIndex)
            let known = recent[start..<end].filter { !$0.isNaN }
            if known.isEmpty {
                result.append(.nan)
            } else {
                guard let value = each == 1 ? known[0] : statistic.combined(known) else { return nil }
                result.append(value)
            }
            end = start
        }
        return result.reversed()
    }
}
