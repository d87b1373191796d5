import Metrics
import Testing

/// The cases of https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html, written as
/// there: `0` within the threshold, `X` beyond it, `-` missing; the newest last.
struct AlarmPageTests {
    /// What a row says of one treatment; `kept` is the state the alarm had.
    enum Outcome: Sendable { case ok, alarm, insufficientData, kept }

    struct Row: Sendable, CustomTestStringConvertible {
        var needed: Int
        var points: String
        /// missing, ignore, breaching, not breaching
        var outcomes: [Outcome]

        init(_ needed: Int, _ points: String, _ outcomes: Outcome...) {
            (self.needed, self.points, self.outcomes) = (needed, points, outcomes)
        }

        var testDescription: String { "\(needed) of 3: \(points)" }
    }

    static let tables = [
        Row(3, "0 - X - X", .ok, .ok, .ok, .ok),
        Row(3, "0 - - - -", .ok, .ok, .ok, .ok),
        Row(3, "- - - - -", .insufficientData, .kept, .alarm, .ok),
        Row(3, "0 X X - X", .alarm, .alarm, .alarm, .alarm),
        Row(3, "- - X - -", .alarm, .kept, .alarm, .ok),
        Row(2, "0 - X - X", .alarm, .alarm, .alarm, .alarm),
        Row(2, "0 0 X 0 X", .alarm, .alarm, .alarm, .alarm),
        Row(2, "0 - X - -", .ok, .ok, .alarm, .ok),
        Row(2, "- - - - 0", .ok, .ok, .alarm, .ok),
        Row(2, "- - - X -", .alarm, .kept, .alarm, .ok),
    ]

    /// Rows of an earlier edition of the tables (doc_source/AlarmThatSendsEmail.md of awsdocs/amazon-cloudwatch-user-guide).
    static let earlierRows = [
        Row(3, "- - - - X", .insufficientData, .kept, .alarm, .ok),
        Row(3, "X - - - -", .alarm, .kept, .alarm, .ok),
        Row(2, "- - - - X", .insufficientData, .kept, .alarm, .ok),
    ]

    @Test("the tables of the page", arguments: tables + earlierRows, MissingData.allCases)
    func agreesWithTables(row: Row, missing: MissingData) throws {
        let outcome = row.outcomes[try #require(MissingData.allCases.firstIndex(of: missing))]
        for previous in AlarmState.allCases {
            let expected: AlarmState =
                switch outcome {
                case .ok: .ok
                case .alarm: .alarm
                case .insufficientData: .insufficientData
                case .kept: previous
                }
            #expect(try state(of: row.points, row.needed, missing, previous: previous) == expected)
        }
    }

    @Test(
        "no alarm comes too early where data is sparse",
        arguments: [
            ("- - - - X", false), ("- - - X -", false), ("- - - X 0", false), ("- - X - 0", false), ("- - X - -", true),
            ("- - X X -", true), ("- X - - X", true), ("- X - - 0", false),
        ])
    func premature(points: String, isAlarm: Bool) throws {
        #expect((try state(of: points, 3, .missing, previous: .ok) == .alarm) == isAlarm)
    }

    @Test("a new alarm that ignores missing data has insufficient data")
    func newAlarm() throws {
        #expect(try state(of: "- - - - -", 3, .ignore, previous: nil) == .insufficientData)
        #expect(try state(of: "- - - - 0", 3, .ignore, previous: nil) == .ok)
    }

    /// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html: three of three above 3.
    @Test("the figure of the page on evaluation")
    func figure() throws {
        let values = [2.0, 1, 4, 5, 4, 2, 1, 2, 4, 2]
        let conditions = try #require(AlarmConditions(.greaterThan, threshold: 3, evaluationPeriods: 3))
        let states = values.indices.map { conditions.state(of: values[...$0], previous: nil) }
        #expect(states == [.ok, .ok, .ok, .ok, .alarm, .ok, .ok, .ok, .ok, .ok])
    }

    private func state(
        of points: String, _ needed: Int, _ missing: MissingData, previous: AlarmState?
    ) throws -> AlarmState {
        let conditions = try #require(
            AlarmConditions(
                .greaterThan, threshold: 1, evaluationPeriods: 3, datapointsToAlarm: needed, missing: missing))
        let values = points.split(separator: " ").map { ["0": 0.5, "X": 1.5, "-": Double.nan][$0] }
        return conditions.state(of: try values.map { try #require($0) }, previous: previous)
    }
}
