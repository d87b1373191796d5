import Catalog
import Findings
import Testing

/// Ages are measured from the inventory's `as_of`, or from the time the command line gives; without one they are unknown.
struct AgeTests {
    static let snapshot = "{id: snap-1, started: 2026-06-01T00:00:00Z}"

    @Test("without as_of", arguments: ["{older_than: 1d}", "{younger_than: 1d}", "{not: {older_than: 1d}}"])
    func noTime(test: String) throws {
        let result = try Trial.outcome("snapshot", "{started: \(test)}", on: Self.snapshot, asOf: nil)
        #expect(result.outcome == .unknown)
        #expect(result.missing == ["as_of"])
    }

    @Test func aMissingFieldIsNamedBeforeTheTime() throws {
        let result = try Trial.outcome("snapshot", "{started: {older_than: 1d}}", on: "{id: snap-1}", asOf: nil)
        #expect(result.outcome == .unknown)
        #expect(result.missing == ["started"])
    }

    @Test func nullHasNoAgeWhateverTheTime() throws {
        for asOf in [nil, "2026-07-01T00:00:00Z"] {
            for test in ["{older_than: 1d}", "{younger_than: 1d}"] {
                let result = try Trial.outcome(
                    "snapshot", "{started: \(test)}", on: "{id: snap-1, started: null}", asOf: asOf)
                #expect(result.outcome == .no)
            }
        }
    }

    @Test(
        "the border belongs to neither",
        arguments: [
            ("2026-06-01T23:59:59Z", Outcome.no, Outcome.yes), ("2026-06-02", .no, .no),
            ("2026-06-02T00:00:01Z", .yes, .no),
        ])
    func border(asOf: String, older: Outcome, younger: Outcome) throws {
        #expect(
            try Trial.outcome("snapshot", "{started: {older_than: 1d}}", on: Self.snapshot, asOf: asOf).outcome == older
        )
        #expect(
            try Trial.outcome("snapshot", "{started: {younger_than: 1d}}", on: Self.snapshot, asOf: asOf).outcome
                == younger)
    }

    @Test func everyDocumentHasItsOwnTime() throws {
        let rules = try Trial.rules(Trial.ruleText("snapshot", "flag: {started: {older_than: 30d}}"))
        let document = { (asOf: String, id: String) in
            "inventory: 1\n\(asOf)snapshots: [{id: \(id), started: 2026-06-01}]\n"
        }
        let text = [
            document("as_of: 2026-06-10\n", "snap-1"), document("as_of: 2026-08-10\n", "snap-2"),
            document("", "snap-3"),
        ]
        let inventory = try Trial.inventory([text.joined(separator: "---\n")])
        #expect(Trial.judgements(rules, inventory).map(\.verdict) == [.compliant, .noncompliant, .insufficientData])
        let time = try #require(Timestamp("2026-12-01"))
        #expect(
            Trial.judgements(rules, inventory, asOf: time).map(\.verdict) == [
                .noncompliant, .noncompliant, .noncompliant,
            ])
    }

    @Test func inAnEntryTheTimeIsMissingToo() throws {
        let resource = "{id: vol-1, attachments: [{instance: i-1, attached: 2026-06-01}]}"
        let result = try Trial.outcome(
            "volume", "{attachments: {some: {attached: {older_than: 1d}}}}", on: resource, asOf: nil)
        #expect(result.outcome == .unknown)
        #expect(result.missing == ["as_of"])
    }
}
