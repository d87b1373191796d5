internal import Metrics

/// Series reckoned with: rates, shares of another series, and how long something lasted.
enum MetricArithmetic {
    private static let cpu = "resource.metrics.CPUUtilization.average()"

    static let definitions: [FunctionDefinition] = [
        FunctionDefinition(
            .times, [.member(.series, .double, gives: .series)], "The series with every point multiplied by this.",
            example: "\(cpu).times(2.0).max() == 19.0",
            two: { series, factor in
                guard case .series(var named) = series, case .double(let factor) = factor else { return nil }
                named.series.points = named.series.points.map { $0 * factor }
                return .series(named)
            }),
        FunctionDefinition(
            .per, [.member(.series, .series, gives: .series)],
            "Each point divided by the other series' at that time; missing where there is none of it, or where it is 0.",
            example: "\(cpu).per(\(cpu)).max() == 1.0",
            two: { one, other in
                guard case .series(let one) = one, case .series(let other) = other else { return nil }
                guard let share = one.series.divided(by: other.series) else {
                    return .unknown(UnknownFields(["\(one.path) and \(other.path) (their periods differ)"]))
                }
                return .series(NamedSeries(path: "\(one.path) per \(other.path)", series: share))
            }),
        FunctionDefinition(
            .perSecond, [.member(.series, gives: .series)],
            "Sums as rates: each point divided by the seconds of its period. The shorter the periods, the truer the peaks.",
            example: "!stated(resource.metrics.CPUUtilization.sum().per_second())",
            one: { (series) throws(EvaluationError) in
                guard case .series(var named) = series else { return nil }
                guard let rate = named.series.rate else {
                    throw EvaluationError(
                        .invalidArgument, "\(named.series.statistic.name) is no sum, of which alone there is a rate")
                }
                named.series = rate
                return .series(named)
            }),
        FunctionDefinition(
            .wholeDays, [.member(.series, .double, gives: .series)],
            "As `daily`, of the days alone that have points of at least this part of their periods, 0 to 1.",
            example: "\(cpu).whole_days(0.9).points() == 14",
            two: { series, part in
                guard case .series(let named) = series, case .double(let part) = part else { return nil }
                guard let daily = named.series.daily(covering: part) else {
                    return .unknown(UnknownFields([named.notDaily]))
                }
                return .series(NamedSeries(path: named.path, series: daily))
            }),
        FunctionDefinition(
            .covered, [.member(.series, .double, gives: .bool)],
            "Whether there are points of this part of the periods, and one at least: true, or unknown with the reason.",
            example: "\(cpu).last('14d').covered(0.9)",
            two: { series, part in
                guard case .series(let named) = series, case .double(let part) = part else { return nil }
                if named.series.count == 0 { return .unknown(UnknownFields([named.empty])) }
                return named.series.coverage >= part ? .bool(true) : .unknown(UnknownFields([named.uncovered(part)]))
            }),
        FunctionDefinition(
            .latest, [.member(.series, gives: .double)], "The newest point that is there.",
            example: "\(cpu).latest() == 9.5",
            one: { series in
                guard case .series(let named) = series else { return nil }
                guard let point = named.series.points.last(where: { !$0.isNaN }) else {
                    return .unknown(UnknownFields([named.empty]))
                }
                return .double(point)
            }),
        lasting(.lastingAbove, "above", example: "\(cpu).lasting_above(9.0) == '1d'") { $0 > $1 },
        lasting(.lastingBelow, "below", example: "\(cpu).lasting_below(9.0) == '12d'") { $0 < $1 },
    ]

    private static func lasting(
        _ function: Function, _ word: String, example: String, _ holds: @escaping @Sendable (Double, Double) -> Bool
    ) -> FunctionDefinition {
        FunctionDefinition(
            function, [.member(.series, .double, gives: .duration)],
            "The longest time for which all points are \(word) this, one after the other and none missing.",
            example: example,
            two: { series, threshold in
                guard case .series(let named) = series, case .double(let threshold) = threshold else { return nil }
                let points = named.series.longestRun { holds($0, threshold) }
                return TimeSpan(nanoseconds: Int128(points) * Int128(named.series.period) * 1000).map { .duration($0) }
            })
    }
}
