import Testing

/// Every operator of the match form on a value that meets it, one that does not, `null`, and a field that is absent.
struct OperatorTests {
    /// A test of a field, with values for and against.
    struct Row: Sendable {
        var type: String
        var field: String
        var test: String
        var holds: [String]
        var fails: [String]
        var onNull: Outcome? = .no
        var onAbsent: Outcome = .unknown
        /// What has to be stated for the field to be known.
        var missing: String

        init(
            _ type: String, _ field: String, _ test: String, holds: [String], fails: [String], onNull: Outcome? = .no,
            onAbsent: Outcome = .unknown, missing: String? = nil
        ) {
            (self.type, self.field, self.test, self.holds, self.fails) = (type, field, test, holds, fails)
            (self.onNull, self.onAbsent, self.missing) = (onNull, onAbsent, missing ?? field)
        }
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var row: Row
        /// YAML of the value; nil leaves the field out.
        var value: String?
        var expected: Outcome
        var testDescription: String { "\(row.field): \(row.test) on \(value ?? "nothing") is \(expected.rawValue)" }
    }

    static func cases(_ rows: [Row]) -> [Case] {
        rows.flatMap { row in
            row.holds.map { Case(row: row, value: $0, expected: .yes) }
                + row.fails.map { Case(row: row, value: $0, expected: .no) }
                + (row.onNull.map { [Case(row: row, value: "null", expected: $0)] } ?? [])
                + [Case(row: row, value: nil, expected: row.onAbsent)]
        }
    }

    static func check(_ test: Case) throws {
        let id = test.row.type == "bucket" ? "name" : "id"
        let value = test.value.map { ", \(test.row.field): \($0)" } ?? ""
        let result = try Trial.outcome(
            test.row.type, "{\(test.row.field): \(test.row.test)}", on: "{\(id): example-1\(value)}")
        #expect(result.outcome == test.expected)
        // What is missing is named, once, and only where something is.
        #expect(result.missing == (test.expected == .unknown ? [test.row.missing] : []))
        let negated = try Trial.outcome(
            test.row.type, "{\(test.row.field): {not: \(test.row.test)}}", on: "{\(id): example-1\(value)}")
        #expect(negated.outcome == test.expected.negated, "negated")
    }

    @Test("text", arguments: cases(OperatorRows.text))
    func text(test: Case) throws { try Self.check(test) }

    @Test("order and equality", arguments: cases(OperatorRows.ordered))
    func ordered(test: Case) throws { try Self.check(test) }

    @Test("networks", arguments: cases(OperatorRows.networks))
    func networks(test: Case) throws { try Self.check(test) }

    @Test("lists and maps", arguments: cases(OperatorRows.collections))
    func collections(test: Case) throws { try Self.check(test) }

    @Test("null, presence and connectives", arguments: cases(OperatorRows.presence))
    func presence(test: Case) throws { try Self.check(test) }
}
