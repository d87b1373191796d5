internal import Catalog
internal import Inventory
internal import Metrics

/// The points that an alarm looks at, as far as the inventory has them.
struct AlarmReadings: Sendable {
    var conditions: AlarmConditions
    /// One a period of the alarm, the newest last, NaN where data is missing: the evaluation range when the inventory was
    /// collected.
    var points: [Double]
    /// Whether the series has a point at all, the evaluation range or earlier.
    var hasData: Bool
    /// `instances.i-1.metrics.CPUUtilization`
    var path: String
    var unit: MetricUnit?
}

/// Reads the series that an alarm looks at.
struct AlarmReader: Sendable {
    typealias Place = ReferenceTable.Place

    /// Readings, or what the inventory would have to say for there to be some.
    enum Result: Sendable {
        case read(AlarmReadings)
        case unknown([String])
    }

    let census: AlarmCensus

    /// As far back as an alarm may look.
    /// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
    private static let longestRange = 7 * Series.day

    func read(_ alarm: AlarmCensus.Alarm) -> Result {
        let view = census.view(alarm.place)
        let watched = alarm.watched
        guard watched.missing.isEmpty else { return .unknown(watched.missing) }
        guard !watched.hasExpression, watched.metrics.count == 1, let metric = watched.metrics.first else {
            return .unknown(["metrics (what the expression comes to)"])
        }
        let (conditions, missing) = conditions(of: view, metric)
        guard let conditions else { return .unknown(missing) }
        guard let period = metric.period, period > 0,
            Int64(conditions.evaluationPeriods) <= Self.longestRange / period
        else {
            return .unknown([metric.path + "period"])
        }
        guard let statistic = metric.statistic.flatMap({ Statistic($0) }) else {
            return .unknown([metric.path + "statistic"])
        }
        guard let name = metric.name, let resource = resource(alarm, metric) else {
            return .unknown(["a series of \(metric.name ?? "the metric") with the alarm's dimensions"])
        }
        guard let now = view.segment.scope.asOf?.micros else { return .unknown(["as_of"]) }
        let path = "\(census.name(resource)).metrics.\(name)"
        guard let series = series(name, statistic, of: resource) else {
            return .unknown(["\(path) (\(statistic.name))"])
        }
        guard var points = series.points(every: period, count: conditions.evaluationRange, endingAt: now) else {
            return .unknown(["\(path) (a point every \(Units.text(ofDuration: period)) or oftener)"])
        }
        let end = series.time(series.points.count)
        guard end > now - Int64(conditions.evaluationRange) * period else {
            return .unknown(["\(path) (after \(Timestamp(micros: end).text))"])
        }
        // An alarm with a unit sees no points that have another.
        // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
        let wanted = view.text(census.fields["unit"]).flatMap { MetricUnit(rawValue: $0) }
        let isOfOtherUnit = wanted != nil && series.unit != nil && wanted != series.unit
        if isOfOtherUnit { points = points.map { _ in .nan } }
        return .read(
            AlarmReadings(
                conditions: conditions, points: points, hasData: !isOfOtherUnit && series.count > 0, path: path,
                unit: series.unit))
    }

    /// The state that the alarm comes to; nil where that depends on its former one and the inventory does not say it.
    func state(_ readings: AlarmReadings, of alarm: AlarmCensus.Alarm) -> AlarmState? {
        let former = census.fields.value("state", of: census.view(alarm.place)).flatMap { AlarmState(rawValue: $0) }
        let states = Set(
            (former.map { [$0] } ?? AlarmState.allCases).map {
                readings.conditions.state(of: readings.points, previous: $0)
            })
        return states.count == 1 ? states.first : nil
    }

    // MARK: Parts

    private func conditions(of alarm: ResourceView, _ metric: WatchedMetric) -> (AlarmConditions?, missing: [String]) {
        let fields = census.fields
        guard let operatorName = fields.value("comparison_operator", of: alarm) else {
            return (nil, ["comparison_operator"])
        }
        guard let comparison = ThresholdComparison(rawValue: operatorName) else {
            return (nil, ["metrics (the band of an anomaly detector)"])
        }
        let (threshold, periods) = (alarm.word(fields["threshold"]), alarm.word(fields["evaluation_periods"]))
        guard threshold.isSet else { return (nil, ["threshold"]) }
        guard periods.isSet else { return (nil, ["evaluation_periods"]) }
        let needed = alarm.word(fields["datapoints_to_alarm"])
        guard var missing = fields.value("treat_missing_data", of: alarm).flatMap({ MissingData(rawValue: $0) }) else {
            return (nil, ["treat_missing_data"])
        }
        // Alarms on DynamoDB ignore missing data where they do not say otherwise.
        // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
        if missing == .missing, metric.namespace == "AWS/DynamoDB" { missing = .ignore }
        let conditions = AlarmConditions(
            comparison, threshold: threshold.double, evaluationPeriods: Int(periods.int),
            datapointsToAlarm: needed.isSet ? Int(needed.int) : nil, missing: missing)
        let wanted =
            (1...Int64(AlarmConditions.mostPeriods)).contains(periods.int)
            ? "datapoints_to_alarm (from 1 to evaluation_periods, which is \(periods.int))"
            : "evaluation_periods (from 1 to \(AlarmConditions.mostPeriods))"
        return (conditions, [wanted])
    }

    /// The resource whose series the metric is.
    private func resource(_ alarm: AlarmCensus.Alarm, _ metric: WatchedMetric) -> Place? {
        guard let owner = census.types.owner(of: metric), case .found(let place) = alarm.links[0][owner] else {
            return nil
        }
        return place
    }

    private func series(_ name: String, _ statistic: Statistic, of place: Place) -> Series? {
        let view = census.view(place)
        guard let kind = census.types.kinds[Int(view.record.type)] else { return nil }
        let stored = census.inventory.series(
            of: view.record, in: view.segment, list: view.word(kind.slots["metrics"]), named: name)
        return stored.first { $0.record.statistic == statistic }?.series
    }
}
