/// What a metric alarm has found.
///
/// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
package enum AlarmState: String, CaseIterable, Sendable {
    case ok
    case alarm
    case insufficientData = "insufficient_data"
}

/// What a period without data counts as; `missing` where an alarm does not say.
///
/// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
package enum MissingData: String, CaseIterable, Sendable {
    case missing
    case ignore
    case breaching
    case notBreaching = "not_breaching"
}

/// When a metric alarm with a fixed threshold goes off: `datapointsToAlarm` (M) of the latest `evaluationPeriods` (N)
/// points must breach it.
package struct AlarmConditions: Hashable, Sendable {
    package let comparison: ThresholdComparison
    /// In the unit of the metric.
    package let threshold: Double
    /// N, 1...`mostPeriods`.
    package let evaluationPeriods: Int
    /// M, 1...N.
    package let datapointsToAlarm: Int
    package let missing: MissingData

    /// A day of ten-second periods. Alarms with periods of an hour or more look back seven days, others one.
    /// Source: EvaluationPeriods of
    /// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
    package static let mostPeriods = 8_640

    /// nil when AWS refuses such an alarm: without periods, with too many, with more points to breach than periods, with
    /// a threshold that is no finite number.
    ///
    /// `datapointsToAlarm`: nil for all of the periods.
    package init?(
        _ comparison: ThresholdComparison, threshold: Double, evaluationPeriods: Int, datapointsToAlarm: Int? = nil,
        missing: MissingData = .missing
    ) {
        guard threshold.isFinite, (1...Self.mostPeriods).contains(evaluationPeriods) else { return nil }
        let needed = datapointsToAlarm ?? evaluationPeriods
        guard (1...evaluationPeriods).contains(needed) else { return nil }
        self.comparison = comparison
        self.threshold = threshold
        self.evaluationPeriods = evaluationPeriods
        self.datapointsToAlarm = needed
        self.missing = missing
    }

    /// How many of the latest points are looked at: two more than N, for the case that some are missing.
    ///
    /// AWS says that it takes more than N, and that how many depends on period and resolution; the one figure it gives
    /// is 5 where N is 3.
    package var evaluationRange: Int { evaluationPeriods + 2 }
}

extension AlarmConditions {
    /// What the points that decide come to: the latest N that exist, of as many as are looked at.
    package struct Tally: Hashable, Sendable {
        /// Points beyond the threshold.
        package var breaching = 0
        /// Points that are not.
        package var within = 0
        /// How long ago the oldest point beyond the threshold was, in periods; the newest point has 1. Zero without one.
        package var oldestBreach = 0
        /// At most N.
        package var count: Int { breaching + within }
    }

    /// `points`: one a period, the newest last, NaN where data is missing; the last `evaluationRange` are taken.
    package func tally(of points: some BidirectionalCollection<Double>) -> Tally {
        var tally = Tally()
        for (age, point) in zip(1..., points.suffix(evaluationRange).reversed()) where !point.isNaN {
            if comparison.isBreach(point, of: threshold) {
                tally.breaching += 1
                tally.oldestBreach = age
            } else {
                tally.within += 1
            }
            if tally.count == evaluationPeriods { break }
        }
        return tally
    }

    /// The state that the alarm comes to.
    ///
    /// `points`: one a period, the newest last, NaN where data is missing. The last `evaluationRange` are taken; where
    /// there are fewer, those before the first are missing. `previous`: the state until now, which `ignore` keeps; nil
    /// for a new alarm, which has insufficient data.
    ///
    /// The latest N points that exist decide; only where there are fewer, missing ones are made up for. Source:
    /// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
    package func state(of points: some BidirectionalCollection<Double>, previous: AlarmState?) -> AlarmState {
        let tally = tally(of: points)
        let absent = evaluationPeriods - tally.count
        if tally.breaching >= datapointsToAlarm { return .alarm }
        if absent == 0 { return .ok }
        switch missing {
        case .breaching: return tally.breaching + absent >= datapointsToAlarm ? .alarm : .ok
        case .notBreaching: return .ok
        case .missing, .ignore:
            // One point within the threshold is enough to be well.
            if tally.within > 0 { return .ok }
            if missing == .ignore { return previous ?? .insufficientData }
            // "Premature alarm state": breaches alone, too few, of which the oldest is so old that by now M points should
            // have come. Before that the page only says that it is no alarm; an earlier edition said which state it is.
            return tally.oldestBreach >= datapointsToAlarm ? .alarm : .insufficientData
        }
    }
}
