import Metrics
import SeededRandom
import Testing

/// The points that an alarm sees of a series whose periods are shorter than its own.
struct AlarmPointTests {
    static let minute: Int64 = 60_000_000

    private func series(_ statistic: Statistic, _ points: [Double], start: Int64 = 0) -> Series {
        Series(statistic: statistic, period: Self.minute, start: start, points: points)
    }

    @Test("periods that do not fit give none", arguments: [0, -60, 30, 90, 61] as [Int64])
    func misfits(seconds: Int64) {
        #expect(series(.sum, [1, 2, 3]).points(every: seconds * 1_000_000, count: 1, endingAt: 3 * Self.minute) == nil)
    }

    @Test("percentiles of shorter periods cannot be put together, of the same can be taken") func percentiles() {
        let series = series(.percentile(99), [1, 2, 3, 4])
        #expect(series.points(every: 2 * Self.minute, count: 2, endingAt: 4 * Self.minute) == nil)
        #expect(series.points(every: Self.minute, count: 2, endingAt: 4 * Self.minute) == [3, 4])
    }

    @Test("random series agree with points looked up one by one", arguments: 0..<4)
    func agreesWithNaive(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<500 {
            let points = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                random.once(in: 3) ? Double.nan : Double(Int.random(in: 0...9, using: &random))
            }
            let start = Int64.random(in: -5...5, using: &random) * Self.minute
            let each = Int64.random(in: 1...4, using: &random)
            let count = Int.random(in: 1...6, using: &random)
            let now = Int64.random(in: -10...45, using: &random) * Self.minute + random.pick([0, 1, 59_999_999])
            let statistic = random.pick([Statistic.sum, .average, .maximum, .minimum, .sampleCount])
            let seen = try #require(
                series(statistic, points, start: start).points(
                    every: each * Self.minute, count: count, endingAt: now))
            // The last minute that is over by now, counted from the start of the series.
            let last = Int64((Double(now - start) / Double(Self.minute)).rounded(.down)) - 1
            for age in 0..<count {
                let end = last - Int64(age) * each
                let known = ((end - each + 1)...end).compactMap { index -> Double? in
                    guard points.indices.contains(Int(index)), !points[Int(index)].isNaN else { return nil }
                    return points[Int(index)]
                }
                let point = seen[count - 1 - age]
                if known.isEmpty {
                    #expect(point.isNaN)
                } else {
                    #expect(point == naive(statistic, known))
                }
            }
            #expect(seen.count == count)
        }
    }

    private func naive(_ statistic: Statistic, _ points: [Double]) -> Double? {
        switch statistic {
        case .sum, .sampleCount: points.reduce(0, +)
        case .average: points.reduce(0, +) / Double(points.count)
        case .maximum: points.max()
        case .minimum: points.min()
        default: nil
        }
    }
}
