import Metrics
import Testing

@Suite("Series reckoned with")
struct SeriesArithmeticTests {
    private static let hour = Series.day / 24
    private let none = Double.nan

    private func series(_ points: [Double], _ statistic: Statistic = .sum, period: Int64 = hour, start: Int64 = 0)
        -> Series
    {
        Series(statistic: statistic, period: period, start: start, points: points)
    }

    /// Text, since NaN is not equal to itself.
    private func text(_ points: [Double]?) -> String {
        points.map { $0.map { $0.isNaN ? "-" : "\($0)" }.joined(separator: " ") } ?? "nil"
    }

    @Test func ratesAreSumsBySecond() {
        let rate = series([3600, none, 7200]).rate
        #expect(text(rate?.points) == "1.0 - 2.0")
        // The rate of a day is the mean of the hours', not their sum.
        #expect(text(rate?.daily?.points) == "1.5")
        #expect(text(series([300, 600], period: 300_000_000).rate?.points) == "1.0 2.0")
    }

    @Test("nothing else has a rate", arguments: [Statistic.average, .maximum, .minimum, .percentile(99)])
    func noRate(statistic: Statistic) {
        #expect(series([1], statistic).rate == nil)
    }

    @Test func sharesAreMissingWhereThereIsNothingToShare() {
        let share = series([1, 0, 5, none, 2]).divided(by: series([2, 4, 0, 3, none]))
        #expect(text(share?.points) == "0.5 0.0 - - -")
    }

    @Test func sharesFollowTimesAndNotPlaces() {
        let late = series([10, 10, 10], start: Self.hour)
        #expect(text(series([1, 2, 3]).divided(by: late)?.points) == "- 0.2 0.3")
        #expect(series([1]).divided(by: series([1], period: Series.day)) == nil)
        #expect(series([1]).divided(by: series([1], start: 1)) == nil)
    }

    @Test func sharesOfHoursDoNotMakeOneOfADay() {
        let share = series([1, 1]).divided(by: series([2, 4]))
        #expect(share?.daily == nil)
        let daily = series([1], period: Series.day).divided(by: series([4], period: Series.day))
        #expect(text(daily?.daily?.points) == "0.25")
    }

    /// Three days: one whole, one of 21 hours, one of 22.
    private var days: Series {
        let whole = [Double](repeating: 1, count: 24)
        let of21 = [Double](repeating: 1, count: 21) + [none, none, none]
        let of22 = [none, none] + [Double](repeating: 1, count: 22)
        return series(whole + of21 + of22)
    }

    @Test(
        "days with too few points are missing",
        arguments: [
            (0.0, "24.0 21.0 22.0"), (0.875, "24.0 21.0 22.0"), (0.9, "24.0 - 22.0"), (0.92, "24.0 - -"),
            (1, "24.0 - -"),
        ])
    func wholeDays(part: Double, expected: String) {
        #expect(text(days.daily(covering: part)?.points) == expected)
    }

    @Test func aDayOfOnePointIsWhole() {
        #expect(text(series([5, none], period: Series.day).daily(covering: 1)?.points) == "5.0 -")
    }
}
