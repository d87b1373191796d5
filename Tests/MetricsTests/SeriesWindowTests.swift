import Metrics
import SeededRandom
import Testing

private let hour: Int64 = 3_600_000_000
private let day = Series.day
/// 2026-01-31T00:00:00Z
private let midnight: Int64 = 1_769_817_600_000_000

@Suite("Windows over a series")
struct SeriesWindowTests {
    private func series(_ points: [Double], every period: Int64 = hour, from start: Int64) -> Series {
        Series(statistic: .average, period: period, start: start, points: points)
    }

    @Test("a window of whole days ends at the last midnight, others at the moment itself")
    func ends() {
        #expect(Series.window(14 * day, endingAt: midnight) == midnight - 14 * day..<midnight)
        #expect(Series.window(14 * day, endingAt: midnight + 1) == midnight - 14 * day..<midnight)
        #expect(Series.window(day, endingAt: midnight - 1) == midnight - 2 * day..<midnight - day)
        #expect(Series.window(36 * hour, endingAt: midnight + hour) == midnight - 35 * hour..<midnight + hour)
        #expect(Series.window(day, endingAt: -1) == -2 * day..<(-day))
    }

    @Test("fourteen days of daily points are fourteen, of hourly ones 336")
    func counts() {
        let window = Series.window(14 * day, endingAt: midnight + 7 * hour)
        let daily = series(Array(repeating: 1, count: 30), every: day, from: midnight - 20 * day)
        #expect(daily.over(window, now: midnight + 7 * hour).points.count == 14)
        let hourly = series(Array(repeating: 1, count: 24 * 30), from: midnight - 20 * day)
        #expect(hourly.over(window, now: midnight + 7 * hour).points.count == 336)
        #expect(hourly.over(window, now: midnight + 7 * hour).coverage == 1)
    }

    @Test("a period that is not over is not counted")
    func unfinished() {
        let points = series([1, 2, 3], from: midnight)
        let now = midnight + 2 * hour + hour / 2
        let last = points.over(Series.window(5 * hour / 2, endingAt: now), now: now)
        #expect(last.points == [1, 2])
    }

    @Test("what the series does not reach is missing, on both sides")
    func missing() {
        let points = series([1, 2, .nan, 4], every: day, from: midnight - 6 * day)
        let over = points.over(Series.window(10 * day, endingAt: midnight), now: midnight)
        #expect(over.points.count == 10)
        #expect(over.count == 3)
        #expect(over.coverage == 0.3)
        // A gap is silence; what nobody asked for stays missing.
        #expect(over.filled(with: 0).points.map { $0.isNaN ? -1 : $0 } == [-1, -1, -1, -1, 1, 2, 0, 4, -1, -1])
        #expect(over.collectedShare == 0.4)
    }

    @Test("a period that does not divide the window: the periods that begin in it")
    func odd() {
        // Every seven hours from 1:00 on, over the day before midnight: 1, 8, 15, 22 o'clock; the last one ends at 5:00.
        let points = series((0..<20).map(Double.init), every: 7 * hour, from: midnight - day + hour)
        let window = Series.window(day, endingAt: midnight + 12 * hour)
        #expect(points.over(window, now: midnight + 12 * hour).points == [0, 1, 2, 3])
        #expect(points.over(window, now: midnight + 4 * hour).points == [0, 1, 2])
        // A period longer than the window may begin in it, or not.
        let weekly = series([5, 6], every: 7 * day, from: midnight - 10 * day)
        #expect(weekly.over(Series.window(day, endingAt: midnight), now: midnight).points.isEmpty)
        #expect(weekly.over(Series.window(4 * day, endingAt: midnight), now: midnight + 9 * day).points == [6])
    }

    @Test("as choosing the points one by one has it", arguments: 0..<400 as Range<UInt64>)
    func naive(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let period = [1, 60, 300, 3600, 5 * 3600, 86_400, 100_000].randomElement(using: &random)! * Int64(1_000_000)
        let start = midnight - Int64.random(in: 0...200, using: &random) * 900_000_000
        let points = (0..<Int.random(in: 0...60, using: &random)).map { _ in
            Bool.random(using: &random) ? Double.nan : Double(Int.random(in: 0...9, using: &random))
        }
        let series = series(points, every: period, from: start)
        let now = midnight + Int64.random(in: -50...50, using: &random) * 1_800_000_000
        let window = Series.window(Int64.random(in: 1...40, using: &random) * 3 * hour, endingAt: now)
        // Every period of the grid, as far as the window reaches, with its point or none.
        var expected: [Double] = []
        var number = (window.lowerBound - start) / period - 2
        while start + number * period < window.upperBound {
            let time = start + number * period
            if window.contains(time), time + period <= now {
                expected.append(points.indices.contains(Int(number)) ? points[Int(number)] : .nan)
            }
            number += 1
        }
        let over = series.over(window, now: now)
        #expect(over.points.map { $0.isNaN ? -1 : $0 } == expected.map { $0.isNaN ? -1 : $0 })
        // A window of a window is that window.
        let again = over.over(window, now: now)
        #expect(again.points.map { $0.isNaN ? -1 : $0 } == expected.map { $0.isNaN ? -1 : $0 } || expected.isEmpty)
    }
}

@Suite("What comes of the points")
struct SeriesFigureTests {
    private func series(
        _ points: [Double], _ statistic: Statistic = .average, every period: Int64 = day, from start: Int64 = midnight
    ) -> Series {
        Series(statistic: statistic, period: period, start: start, points: points)
    }

    @Test("figures of missing points are none")
    func none() {
        for series in [series([]), series([.nan, .nan])] {
            #expect(series.mean == nil)
            #expect(series.total == nil)
            #expect(series.known.max() == nil)
            #expect(series.percentile(99) == nil)
            #expect(series.trend == nil)
        }
        #expect(series([]).coverage == 0)
    }

    @Test(
        "percentiles are of the nearest rank",
        arguments: [(0, 1), (1, 1), (10, 1), (10.1, 2), (50, 5), (99, 10), (100, 10)] as [(Double, Double)])
    func percentile(part: Double, expected: Double) {
        #expect(series([10, 3, 1, 2, .nan, 4, 5, 6, 7, 8, 9]).percentile(part) == expected)
    }

    @Test("a trend is a change a day, whatever the period and the gaps")
    func trend() throws {
        #expect(series([1, 3, .nan, 7]).trend == 2)
        let hourly = try #require(series([10, 9, 8], every: hour).trend)
        #expect(abs(hourly + 24) < 1e-9)
        #expect(series([4]).trend == nil)
    }

    @Test(
        "the value of a day, by statistic",
        arguments: [
            (.average, 2.5), (.sum, 60), (.sampleCount, 60), (.minimum, 1), (.maximum, 4), (.percentile(99), nil),
        ] as [(Statistic, Double?)])
    func daily(statistic: Statistic, expected: Double?) {
        let points = (0..<24).map { Double($0 % 4 + 1) }
        #expect(series(points, statistic, every: hour).daily?.points == expected.map { [$0] })
    }

    @Test("days are those of UTC, and one without points is missing")
    func days() throws {
        // From 22:00 on, hourly: two hours of the first day, a whole day of gaps, an hour of the third.
        let points: [Double] = [5, 7] + Array(repeating: .nan, count: 24) + [3]
        let daily = try #require(series(points, .sum, every: hour, from: midnight - 2 * hour).daily)
        #expect(daily.points.map { $0.isNaN ? -1 : $0 } == [12, -1, 3])
        #expect(daily.start == midnight - day)
        #expect(series([1], every: 2 * day).daily == nil)
        #expect(series([], every: hour).daily?.points == [])
    }

    @Test("a missing point ends a run")
    func runs() {
        #expect(series([9, 9, .nan, 9, 1, 9, 9, 9]).longestRun { $0 > 5 } == 3)
        #expect(series([9, .nan, 9]).longestRun { $0 > 5 } == 1)
        #expect(series([]).longestRun { _ in true } == 0)
    }

    @Test("two series are added where both have a point")
    func adding() {
        let sum = series([1, 2, 3]).adding(series([10, .nan, 30], from: midnight + day))
        #expect(sum?.points.map { $0.isNaN ? -1 : $0 } == [-1, 12, -1])
        #expect(series([1]).adding(series([1], every: hour)) == nil)
        #expect(series([1], every: hour).adding(series([1], every: hour, from: midnight + 1)) == nil)
    }
}
