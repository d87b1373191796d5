internal import Metrics

/// What rules ask of CloudWatch's series. A rule names the statistic, the window and the coverage that it needs; the
/// comparison of a mean with a maximum, or with whatever points there happen to be, cannot be written.
enum MetricFunctions {
    private static let cpu = "resource.metrics.CPUUtilization.average()"

    static let definitions: [FunctionDefinition] =
        [
            statistic(.average, .average, "The averages of the periods."),
            statistic(.sum, .sum, "The sums of the periods."),
            statistic(.minimum, .minimum, "The least measurements of the periods."),
            statistic(.maximum, .maximum, "The greatest measurements of the periods."),
            statistic(.sampleCount, .sampleCount, "The numbers of measurements in the periods."),
            FunctionDefinition(
                .stat, [.member(.metric, .string, gives: .series)],
                "The statistic of that name, such as `p99`; what was not collected is unknown.",
                example: "resource.metrics.CPUUtilization.stat('Average').points() == 14",
                two: { (metric, name) throws(EvaluationError) in
                    guard case .metric(let metric) = metric, case .string(let name) = name else { return nil }
                    guard let statistic = Statistic(name) else {
                        throw EvaluationError(.conversion, "`\(name)` is no statistic of CloudWatch")
                    }
                    return chosen(statistic, metric)
                }),
        ] + parts + figures + dayCounts + [alarmState]

    // MARK: Alarms

    /// `series.alarm_state("greater_than_threshold", 80.0, 3, 5, "missing")`.
    private static let alarmState = FunctionDefinition(
        .alarmState, [.member(.series, .string, .double, .int, .int, .string, gives: .string)],
        "What a CloudWatch alarm with this comparison, threshold, points to alarm, periods and treatment of missing data is in: `ok`, `alarm` or `insufficient_data`.",
        example: "\(cpu).alarm_state('greater_than_threshold', 8.0, 3, 5, 'missing') == 'alarm'",
        any: { (values) throws(EvaluationError) in
            guard values.count == 6, case .series(let named) = values[0], case .string(let comparison) = values[1],
                case .double(let threshold) = values[2], case .int(let needed) = values[3],
                case .int(let periods) = values[4], case .string(let missing) = values[5]
            else { return nil }
            guard let comparison = ThresholdComparison(rawValue: comparison) else {
                throw EvaluationError(.invalidArgument, "`\(comparison)` is no comparison of an alarm")
            }
            guard let missing = MissingData(rawValue: missing) else {
                throw EvaluationError(.invalidArgument, "`\(missing)` is no treatment of missing data")
            }
            guard
                let conditions = AlarmConditions(
                    comparison, threshold: threshold, evaluationPeriods: Int(periods), datapointsToAlarm: Int(needed),
                    missing: missing)
            else {
                throw EvaluationError(
                    .invalidArgument, "an alarm on \(needed) of \(periods) points is none that CloudWatch has")
            }
            return .string(conditions.state(of: named.series.points, previous: nil).rawValue)
        })

    // MARK: The statistic

    private static func statistic(_ function: Function, _ statistic: Statistic, _ summary: String) -> FunctionDefinition
    {
        let example =
            function == .average
            ? "\(cpu).points() == 14" : "!stated(resource.metrics.CPUUtilization.\(function.rawValue)())"
        return FunctionDefinition(function, [.member(.metric, gives: .series)], summary, example: example) { value in
            guard case .metric(let metric) = value else { return nil }
            return chosen(statistic, metric)
        }
    }

    private static func chosen(_ statistic: Statistic, _ metric: Metric) -> Value {
        metric.series(statistic).map { .series($0) } ?? .unknown(UnknownFields([metric.lacks(statistic)]))
    }

    // MARK: The part that counts

    /// The part of a window that must have been collected, before its gaps are taken for silence.
    private static let collectedEnough = 0.9

    private static let parts: [FunctionDefinition] = [
        FunctionDefinition(
            .last, [.member(.series, .duration, gives: .series)],
            "The points of this time before `as_of`; whole days end at the last midnight UTC, and what is missing is missing.",
            example: "\(cpu).last('7d').points() == 7",
            any: { (values) throws(EvaluationError) in
                // `now` stands before what was written.
                guard values.count == 3, case .timestamp(let now) = values[0], case .series(var named) = values[1],
                    case .duration(let length) = values[2]
                else { return nil }
                guard length.nanoseconds > 0 else {
                    throw EvaluationError(.invalidArgument, "a window is longer than nothing")
                }
                let micros = Int64(clamping: now.nanoseconds / 1000)
                let window = Series.window(Int64(clamping: length.nanoseconds / 1000), endingAt: micros)
                named.series = named.series.over(window, now: micros)
                return .series(named)
            }),
        FunctionDefinition(
            .covering, [.member(.series, .double, gives: .series)],
            "The series, if there are points of at least this part of its periods, 0 to 1; else unknown.",
            example: "\(cpu).last('14d').covering(0.9).points() == 14",
            two: { (series, part) throws(EvaluationError) in
                guard case .series(let named) = series, case .double(let part) = part else { return nil }
                guard (0...1).contains(part) else {
                    throw EvaluationError(.invalidArgument, "a part is between 0 and 1")
                }
                return named.series.coverage >= part ? series : .unknown(UnknownFields([named.uncovered(part)]))
            }),
        FunctionDefinition(
            .fill, [.member(.series, .double, gives: .series)],
            "The series with this value in its gaps, for metrics that exist only while something happens; unknown where less than nine tenths of its periods were collected.",
            example: "\(cpu).last('15d').fill(0.0).points() == 14",
            two: { series, value in
                guard case .series(var named) = series, case .double(let value) = value else { return nil }
                // What nobody asked CloudWatch for is no gap.
                guard named.series.collectedShare >= collectedEnough else {
                    return .unknown(UnknownFields([named.uncollected]))
                }
                named.series = named.series.filled(with: value)
                return .series(named)
            }),
        FunctionDefinition(
            .plus, [.member(.series, .series, gives: .series)],
            "Both series added, point by point, where both have one; their periods must be the same.",
            example: "\(cpu).plus(\(cpu)).max() == 2.0 * \(cpu).max()",
            two: { one, other in
                guard case .series(let one) = one, case .series(let other) = other else { return nil }
                guard let sum = one.series.adding(other.series) else {
                    return .unknown(UnknownFields(["\(one.path) and \(other.path) (their periods differ)"]))
                }
                return .series(NamedSeries(path: "\(one.path) + \(other.path)", series: sum))
            }),
        FunctionDefinition(
            .daily, [.member(.series, gives: .series)],
            "One point a day UTC: the mean of averages, the sum of sums, the least minimum, the greatest maximum.",
            example: "\(cpu).daily().points() == 14",
            one: { value in
                guard case .series(let named) = value else { return nil }
                guard let daily = named.series.daily else { return .unknown(UnknownFields([named.notDaily])) }
                return .series(NamedSeries(path: named.path, series: daily))
            }),
    ]

    // MARK: What comes of it

    private static let figures: [FunctionDefinition] = [
        figure(.max, "The greatest point.", example: "\(cpu).max() == 9.5") { $0.known.max() },
        figure(.min, "The least point.", example: "\(cpu).min() == 3.0") { $0.known.min() },
        figure(.mean, "The mean of the points.", example: "\(cpu).mean() == 6.25") { $0.mean },
        figure(.total, "The sum of the points.", example: "\(cpu).total() == 87.5") { $0.total },
        figure(.trend, "Change a day of the line that fits the points best.", example: "\(cpu).trend() == 0.5") {
            $0.trend
        },
        FunctionDefinition(
            .percentile, [.member(.series, .double, gives: .double)],
            "The least point that this part of the points, in percent, does not exceed.",
            example: "\(cpu).percentile(50.0) == 6.0",
            two: { (series, part) throws(EvaluationError) in
                guard case .series(let named) = series, case .double(let part) = part else { return nil }
                guard (0...100).contains(part) else {
                    throw EvaluationError(.invalidArgument, "a percentile is between 0 and 100")
                }
                return value(named.series.percentile(part), named)
            }),
        FunctionDefinition(
            .points, [.member(.series, gives: .int)], "Number of points that are there.",
            example: "\(cpu).points() == 14",
            one: { value in
                guard case .series(let named) = value else { return nil }
                return .int(Int64(named.series.count))
            }),
        FunctionDefinition(
            .gaps, [.member(.series, gives: .int)],
            "Number of periods of which there is no point; of the days of a daily series, those that nothing is known of.",
            example: "\(cpu).last('20d').gaps() == 6",
            one: { value in
                guard case .series(let named) = value else { return nil }
                if named.series.points.isEmpty { return .unknown(UnknownFields([named.empty])) }
                return .int(Int64(named.series.points.count - named.series.count))
            }),
        FunctionDefinition(
            .coverage, [.member(.series, gives: .double)], "The part of the periods of which there is a point, 0 to 1.",
            example: "\(cpu).last('28d').coverage() == 0.5",
            one: { value in
                guard case .series(let named) = value else { return nil }
                return .double(named.series.coverage)
            }),
    ]

    private static func figure(
        _ function: Function, _ summary: String, example: String, _ compute: @escaping @Sendable (Series) -> Double?
    ) -> FunctionDefinition {
        FunctionDefinition(function, [.member(.series, gives: .double)], summary, example: example) { input in
            guard case .series(let named) = input else { return nil }
            return value(compute(named.series), named)
        }
    }

    private static func value(_ number: Double?, _ named: NamedSeries) -> Value {
        number.map { .double($0) } ?? .unknown(UnknownFields([named.empty]))
    }

    // MARK: Days and runs

    private static let dayCounts: [FunctionDefinition] = [
        days(.countDaysBelow, .daysBelow, "below", count: 13) { $0 < $1 },
        days(.countDaysAtMost, .daysAtMost, "at most", count: 14) { $0 <= $1 },
        days(.countDaysAbove, .daysAbove, "above", count: 0) { $0 > $1 },
        days(.countDaysAtLeast, .daysAtLeast, "at least", count: 1) { $0 >= $1 },
        [
            run(.longestAbove, "above", example: "\(cpu).longest_above(9.0) == 1") { $0 > $1 },
            run(.longestBelow, "below", example: "\(cpu).longest_below(9.0) == 12") { $0 < $1 },
        ],
    ].flatMap(\.self)

    /// The number of days whose value compares so, and the days themselves.
    private static func days(
        _ counting: Function, _ listing: Function, _ word: String, count: Int,
        _ holds: @escaping @Sendable (Double, Double) -> Bool
    ) -> [FunctionDefinition] {
        @Sendable func midnights(_ series: Value, _ threshold: Value) -> Result<[Int64], NotDaily>? {
            guard case .series(let named) = series, case .double(let threshold) = threshold else { return nil }
            guard let daily = named.series.daily else { return .failure(NotDaily(reason: named.notDaily)) }
            return .success(
                daily.points.indices.filter { !daily.points[$0].isNaN && holds(daily.points[$0], threshold) }
                    .map(daily.time))
        }
        return [
            FunctionDefinition(
                counting, [.member(.series, .double, gives: .int)],
                "Number of days UTC whose value is \(word) this; days without points do not count.",
                example: "\(cpu).\(counting.rawValue)(9.5) == \(count)",
                two: { series, threshold in
                    switch midnights(series, threshold) {
                    case nil: nil
                    case .failure(let problem): .unknown(UnknownFields([problem.reason]))
                    case .success(let days): .int(Int64(days.count))
                    }
                }),
            FunctionDefinition(
                listing, [.member(.series, .double, gives: .list(.timestamp))],
                "The days UTC, as their midnights, whose value is \(word) this.",
                example: "size(\(cpu).\(listing.rawValue)(9.5)) == \(count)",
                two: { series, threshold in
                    switch midnights(series, threshold) {
                    case nil: nil
                    case .failure(let problem): .unknown(UnknownFields([problem.reason]))
                    case .success(let days):
                        .list(days.compactMap { Instant(nanoseconds: Int128($0) * 1000).map { .timestamp($0) } })
                    }
                }),
        ]
    }

    private struct NotDaily: Error { var reason: String }

    private static func run(
        _ function: Function, _ word: String, example: String, _ holds: @escaping @Sendable (Double, Double) -> Bool
    ) -> FunctionDefinition {
        FunctionDefinition(
            function, [.member(.series, .double, gives: .int)],
            "Most points one after the other that are \(word) this: a lasting excess, not a momentary one.",
            example: example,
            two: { series, threshold in
                guard case .series(let named) = series, case .double(let threshold) = threshold else { return nil }
                return .int(Int64(named.series.longestRun { holds($0, threshold) }))
            })
    }
}
