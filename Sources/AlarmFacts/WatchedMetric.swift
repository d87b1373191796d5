internal import Inventory

/// One metric that an alarm looks at.
struct WatchedMetric: Sendable {
    /// Where the alarm says so: empty for its own fields, `metrics[0].`.
    var path: String
    /// Nil: not stated, as all that follows.
    var namespace: String?
    var name: String?
    var dimensions: [Dimension]?
    /// As the catalog or CloudWatch writes it.
    var statistic: String?
    /// Microseconds.
    var period: Int64?

    struct Dimension: Sendable {
        var name: String
        var value: String
    }
}

/// All that an alarm looks at.
struct WatchedMetrics: Sendable {
    var metrics: [WatchedMetric] = []
    /// Whether an expression stands between the metrics and the threshold.
    var hasExpression = false
    /// What the inventory would have to say for more to be known.
    var missing: [String] = []

    /// The fields of an alarm. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html
    init(of alarm: ResourceView, _ fields: AlarmFields) {
        let slots = fields.slots
        let name = alarm.word(slots["metric"])
        if name.isSet {
            let percentile = alarm.text(slots["extended_statistic"])
            add(
                WatchedMetric(
                    path: "", namespace: alarm.text(slots["namespace"]), name: alarm.text(slots["metric"]),
                    dimensions: Self.dimensions(alarm.word(slots["dimensions"]), in: alarm.segment),
                    statistic: percentile ?? fields.value("statistic", of: alarm),
                    period: Self.number(alarm.word(slots["period"]))))
            return
        }
        let list = alarm.word(slots["metrics"])
        guard !list.isAbsent else {
            missing = [name.isAbsent ? "metric" : "metrics"]
            return
        }
        for (index, entry) in alarm.entries(slots["metrics"]).enumerated() {
            func word(_ field: String) -> Word { entry.own(slots.entry("metrics", field)) }
            func text(_ field: String) -> String? { word(field).isSet ? alarm.segment.text(word(field)) : nil }
            let path = "metrics[\(index)]."
            if word("expression").isSet {
                hasExpression = true
            } else if let metric = text("metric") {
                add(
                    WatchedMetric(
                        path: path, namespace: text("namespace"), name: metric,
                        dimensions: Self.dimensions(word("dimensions"), in: alarm.segment),
                        statistic: text("statistic"), period: Self.number(word("period"))))
            } else {
                missing.append(path + "metric")
            }
        }
    }

    private mutating func add(_ metric: WatchedMetric) {
        metrics.append(metric)
        if metric.dimensions == nil { missing.append(metric.path + "dimensions") }
    }

    private static func number(_ word: Word) -> Int64? { word.isSet ? word.int : nil }

    /// Nil when the inventory does not say; none of them is what `null` says.
    private static func dimensions(_ map: Word, in segment: Segment) -> [WatchedMetric.Dimension]? {
        guard map.isSet else { return map.isNull ? [] : nil }
        return (0..<map.listCount).compactMap { pair in
            let value = segment.words[map.listFirst + pair * 2 + 1]
            guard value.isSet else { return nil }
            return WatchedMetric.Dimension(
                name: segment.text(segment.words[map.listFirst + pair * 2]), value: segment.text(value))
        }
    }
}
