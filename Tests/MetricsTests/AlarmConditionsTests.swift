import Metrics
import SeededRandom
import Testing

struct AlarmConditionsTests {
    @Test(
        "each comparison at its threshold",
        arguments: [
            (ThresholdComparison.greaterThanOrEqual, below: false, at: true, above: true),
            (.greaterThan, below: false, at: false, above: true),
            (.lessThan, below: true, at: false, above: false),
            (.lessThanOrEqual, below: true, at: true, above: false),
        ])
    func comparisons(comparison: ThresholdComparison, below: Bool, at: Bool, above: Bool) {
        #expect(comparison.isBreach(80.0.nextDown, of: 80) == below)
        #expect(comparison.isBreach(80, of: 80) == at)
        #expect(comparison.isBreach(80.0.nextUp, of: 80) == above)
        #expect(!comparison.isBreach(.nan, of: 80))
        #expect(comparison.isBreach(-0.0, of: 0) == at)
    }

    @Test(
        "conditions that AWS refuses",
        arguments: [
            (0, nil, 80.0), (-1, nil, 80), (3, 0, 80), (3, 4, 80), (8_641, nil, 80), (.max, 1, 80), (3, 3, .nan),
            (3, 3, .infinity),
        ] as [(Int, Int?, Double)])
    func refused(periods: Int, needed: Int?, threshold: Double) {
        #expect(
            AlarmConditions(
                .lessThan, threshold: threshold, evaluationPeriods: periods, datapointsToAlarm: needed) == nil)
    }

    @Test("without a number of points to breach all must")
    func allOfThem() throws {
        let conditions = try #require(AlarmConditions(.lessThan, threshold: 1, evaluationPeriods: 8_640))
        #expect(conditions.datapointsToAlarm == 8_640)
    }

    @Test("points before the evaluation range count for nothing")
    func range() throws {
        let conditions = try #require(
            AlarmConditions(.greaterThan, threshold: 1, evaluationPeriods: 1, datapointsToAlarm: 1))
        #expect(conditions.state(of: [2.0, .nan, .nan], previous: nil) == .alarm)
        #expect(conditions.state(of: [2.0, .nan, .nan, .nan], previous: nil) == .insufficientData)
    }

    @Test("no points at all are missing ones", arguments: MissingData.allCases)
    func empty(missing: MissingData) throws {
        let conditions = try #require(
            AlarmConditions(.greaterThan, threshold: 1, evaluationPeriods: 2, missing: missing))
        let none = conditions.state(of: [Double](), previous: .ok)
        #expect(none == conditions.state(of: [.nan, .nan, .nan, .nan], previous: .ok))
    }

    @Test("random series agree with the page read naively", arguments: 0..<8)
    func agreesWithNaive(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<2_000 {
            let periods = Int.random(in: 1...6, using: &random)
            let needed = Int.random(in: 1...periods, using: &random)
            let missing = random.pick(MissingData.allCases)
            let previous = random.pick([nil] + AlarmState.allCases.map { $0 as AlarmState? })
            let gaps = Int.random(in: 1...3, using: &random)
            let symbols = (0..<Int.random(in: 0...10, using: &random)).map { _ in
                random.once(in: gaps) ? "-" : random.pick(["0", "X"])
            }
            let conditions = try #require(
                AlarmConditions(
                    .lessThan, threshold: 10, evaluationPeriods: periods, datapointsToAlarm: needed, missing: missing))
            let points = symbols.map { $0 == "-" ? Double.nan : $0 == "X" ? 9 : 10 }
            #expect(
                conditions.state(of: points, previous: previous)
                    == naiveState(symbols, periods, needed, missing, previous),
                "\(needed) of \(periods), \(missing): \(symbols.joined(separator: " "))")
        }
    }

    /// The page, sentence by sentence: choose the points, fill in, count.
    private func naiveState(
        _ symbols: [String], _ periods: Int, _ needed: Int, _ missing: MissingData, _ previous: AlarmState?
    ) -> AlarmState {
        var range = symbols
        while range.count < periods + 2 { range.insert("-", at: 0) }
        range = Array(range[(range.count - periods - 2)...])
        let existing = range.filter { $0 != "-" }
        if existing.count >= periods {
            return existing.suffix(periods).filter { $0 == "X" }.count >= needed ? .alarm : .ok
        }
        let gaps = periods - existing.count
        func filled(with symbol: String) -> AlarmState {
            (existing + Array(repeating: symbol, count: gaps)).filter { $0 == "X" }.count >= needed ? .alarm : .ok
        }
        if missing == .breaching { return filled(with: "X") }
        if missing == .notBreaching || existing.contains("0") { return filled(with: "0") }
        if filled(with: "0") == .alarm { return .alarm }
        if missing == .ignore { return previous ?? .insufficientData }
        return range.dropLast(needed - 1).contains("X") ? .alarm : .insufficientData
    }
}
