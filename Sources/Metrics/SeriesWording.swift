internal import Calendar

/// What is said of a series where it does not do.
extension NamedSeries {
    /// For a sentence: `Average of metrics.CPUUtilization, 14 points`.
    package var text: String { "\(series.statistic.name) of \(path), \(series.count) points" }

    /// Why there is no figure.
    package var empty: String { "\(path) (no points\(windowText))" }

    /// Why a series is not covered: `metrics.CPUUtilization (points of 8 of 14 periods in the 14d before 2026-11-29, 57 %; 90 % are asked for)`.
    package func uncovered(_ part: Double) -> String {
        let (known, all) = (series.count, series.points.count)
        if all == 0, series.window != nil {
            return "\(path) (no period of \(Self.text(ofDuration: series.period)) begins\(windowText))"
        }
        let share = all == 0 ? 0 : Int(Double(known) * 100 / Double(all))
        return
            "\(path) (points of \(known) of \(all) periods\(windowText), \(share) %; \(Self.percent(part)) % are asked for)"
    }

    /// Why gaps are not filled: `metrics.RequestCount (collected of 2 of 7 days in …)`.
    package var uncollected: String {
        "\(path) (CloudWatch was asked for \(series.collected.count) of \(series.points.count) periods\(windowText))"
    }

    /// Why there is no value a day.
    package var notDaily: String {
        series.period > Series.day
            ? "\(path) (its period is longer than a day)"
            : "\(path) (\(series.statistic.name) of several periods of a day does not make one of the day)"
    }

    private var windowText: String {
        guard let window = series.window else { return "" }
        let length = Self.text(ofDuration: window.upperBound - window.lowerBound)
        return " in the \(length) before \(Self.text(ofTime: window.upperBound))"
    }

    private static func percent(_ part: Double) -> String {
        let percent = part * 100
        return percent == percent.rounded() ? String(Int(percent)) : String(percent)
    }

    /// `14d`, `36h`, `5m`, `90s`.
    private static func text(ofDuration micros: Int64) -> String {
        for (unit, size) in [("d", Series.day), ("h", 3_600_000_000), ("m", 60_000_000)] as [(String, Int64)]
        where micros != 0 && micros % size == 0 { return "\(micros / size)\(unit)" }
        return "\(micros / 1_000_000)s"
    }

    /// The day, and the time of the day unless it is midnight.
    private static func text(ofTime micros: Int64) -> String {
        let seconds = micros / 1_000_000 - (micros % 1_000_000 < 0 ? 1 : 0)
        let days = seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0)
        let rest = Int(seconds - days * 86_400)
        let date = CivilDate(daysSince1970: Int(days))
        func pad(_ value: Int, _ width: Int = 2) -> String {
            String(repeating: "0", count: Swift.max(0, width - String(value).count)) + String(value)
        }
        let day = "\(pad(date.year, 4))-\(pad(date.month))-\(pad(date.day))"
        return rest == 0 ? day : "\(day)T\(pad(rest / 3600)):\(pad(rest / 60 % 60)):\(pad(rest % 60))Z"
    }
}
