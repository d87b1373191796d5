import Foundation
import Testing

/// `plumb cost` on an inventory of its own and on the company's.
///
/// What is written to standard output is compared with `Fixtures/cost/NAME.FORMAT`.
struct CostTests {
    struct Case: CustomTestStringConvertible {
        var name: String
        var arguments: String
        var testDescription: String { name }

        static let all = [
            Case(name: "all", arguments: "inventory.yaml --rules rules.yaml"),
            Case(
                name: "tags",
                arguments: "inventory.yaml --by tag:CostCenter --by region --owner-tag CostCenter --unpriced"),
            Case(name: "contract", arguments: "inventory.yaml --prices contract.yaml --only ebs-volume-unattached"),
            Case(name: "company", arguments: "inventory-examples/company"),
        ]
    }

    static func scratch() throws -> Scratch {
        let scratch = try Scratch()
        try scratch.link("inventory-examples")
        for name in ["inventory.yaml", "rules.yaml", "contract.yaml"] {
            try FileManager.default.copyItem(
                at: GoldenCase.fixtures.appendingPathComponent("cost/\(name)"),
                to: scratch.url.appendingPathComponent(name))
        }
        return scratch
    }

    private func run(_ line: String, in scratch: Scratch, _ command: String = "cost") throws -> Plumb.Outcome {
        try Plumb.run([command] + line.split(separator: " ").map(String.init), in: scratch)
    }

    @Test("costs", arguments: Case.all, ["text", "json", "csv"])
    func costs(test: Case, format: String) throws {
        let scratch = try Self.scratch()
        let line = "\(test.arguments) --report \(format)"
        let outcome = try run(line, in: scratch)
        #expect(outcome.code == 0 && outcome.complaintText == "")
        let file = GoldenCase.fixtures.appendingPathComponent("cost/\(test.name).\(format)")
        try Golden.compare(file, Normalizer(directory: scratch.url)(outcome.output))
        // The same for any number of threads, and a file holds what a pipe does.
        for jobs in [1, 2, 8] {
            let again = try run("\(line)=report.out --jobs \(jobs)", in: scratch)
            #expect(again.code == 0 && again.outputText == "")
            let written = try Data(contentsOf: scratch.url.appendingPathComponent("report.out"))
            #expect(written == outcome.output, "\(jobs) jobs: \(Golden.difference(outcome.output, written))")
        }
    }

    // MARK: Read back

    @Test("JSON adds up", arguments: Case.all)
    func json(test: Case) throws {
        let scratch = try Self.scratch()
        let output = try run("\(test.arguments) --report json", in: scratch).output
        let report = try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any])
        let total = try #require(report["total"] as? [String: Any])
        let amount = try #require(Decimal(string: total["amount"] as? String ?? ""))
        for (name, rows) in try #require(report["by"] as? [String: [[String: Any]]]) {
            let amounts = rows.compactMap { ($0["amount"] as? String).flatMap { Decimal(string: $0) } }
            #expect(amounts.reduce(0, +) == amount, "\(name)")
            #expect(rows.compactMap { $0["priced"] as? Int }.reduce(0, +) == total["priced"] as? Int, "\(name)")
            #expect(rows.compactMap { $0["unpriced"] as? Int }.reduce(0, +) == total["unpriced"] as? Int, "\(name)")
            for row in rows where row["priced"] as? Int == 0 {
                #expect(row["amount"] is NSNull && row["share"] is NSNull)
            }
        }
        let gaps = try #require(report["unpriced"] as? [[String: Any]])
        #expect(gaps.compactMap { $0["count"] as? Int }.reduce(0, +) == total["unpriced"] as? Int)
    }

    @Test("CSV is read by others", arguments: Case.all)
    func csv(test: Case) throws {
        let scratch = try Self.scratch()
        _ = try run("\(test.arguments) --report csv=cost.csv", in: scratch)
        let script =
            "import csv; rows = list(csv.reader(open('cost.csv', newline=''), strict=True)); "
            + "assert {len(r) for r in rows} == {10}; assert not any(c[:1] in '=+-@' for r in rows for c in r if c); "
            + "print(len(rows))"
        let read = try Plumb.shell("python3 -c \"\(script)\"", in: scratch)
        #expect(read.code == 0, "\(read.complaintText)")
        let bytes = try Data(contentsOf: scratch.url.appendingPathComponent("cost.csv"))
        // Every line ends as RFC 4180 asks.
        #expect(bytes.count { $0 == 0x0A } == bytes.count { $0 == 0x0D } && bytes.suffix(2) == Data([0x0D, 0x0A]))
    }

    // MARK: Command lines

    @Test(
        "what is wrong with a command line",
        arguments: [
            ("inventory.yaml --by tpye", "did you mean `type`?"),
            ("inventory.yaml --by tag:", "nothing to divide the cost by"),
            ("inventory.yaml --report xml", "unknown report format `xml`"),
            ("inventory.yaml --report text=one --report json=one", "two reports go to `one`"),
            ("inventory.yaml --report text=out/one --report json=./out//one", "two reports go to `./out//one`"),
            ("inventory.yaml --jobs 0", "--jobs takes a number from 1 to 256"),
            ("inventory.yaml --prices rules.yaml", "rules.yaml:1:1: error"),
            ("inventory.yaml --only nothing", "`nothing` is no rule and no category"),
        ])
    func wrong(line: String, message: String) throws {
        let outcome = try run(line, in: try Self.scratch())
        #expect(outcome.code == 2 && outcome.outputText == "" && outcome.complaintText.contains(message))
    }

    @Test func filesThatCannotBeReadEndInThree() throws {
        let scratch = try Self.scratch()
        #expect(try run("inventory.yaml gone.yaml", in: scratch).code == 3)
        #expect(try run("inventory.yaml --report text=no/such/folder.txt", in: scratch).code == 3)
    }

    @Test func ofNothingThereIsNoCost() throws {
        let outcome = try run("gone.yaml", in: try Self.scratch())
        #expect(outcome.code == 3 && outcome.outputText == "")
        #expect(outcome.complaintText.hasPrefix("error: ") && outcome.complaintText.contains("`gone.yaml`"))
    }

    @Test(
        "a value that reads like none is in quotation marks",
        arguments: [
            ("(no tag)", "\"(no tag)\"", "\"\"\"(no tag)\"\"\""), ("(empty)", "\"(empty)\"", "\"\"\"(empty)\"\"\""),
            ("'\"(no tag)\"'", "\"\"(no tag)\"\"", "\"\"\"\"\"(no tag)\"\"\"\"\""),
            ("(no tags)", "(no tags)", "(no tags)"),
        ])
    func namesLikeNone(value: String, text: String, csv: String) throws {
        let scratch = try Self.scratch()
        try """
        inventory: 1
        region: us-east-1
        volumes:
          - {id: v-1, type: gp3, size: 10, state: in_use, monthly_cost: 3, tags: {Team: \(value)}}
          - {id: v-2, type: gp3, size: 10, state: in_use, monthly_cost: 2, tags: {}}
        """.write(to: scratch.url.appendingPathComponent("tags.yaml"), atomically: true, encoding: .utf8)
        let told = try run("tags.yaml --by tag:Team", in: scratch)
        #expect(told.outputText.contains("\n  \(text) ") && told.outputText.contains("\n  (no tag) "))
        let table = try run("tags.yaml --by tag:Team --report csv", in: scratch)
        #expect(table.outputText.contains("\ncost,tag:Team,\(csv),3.00,") || table.outputText.contains(",\(csv),3"))
        #expect(table.outputText.contains(",tag:Team,(no tag),2"))
    }

    @Test("savings that overlap are said to", arguments: [("", true), (" --only ebs-volume-unattached", false)])
    func overlaps(only: String, isTold: Bool) throws {
        let outcome = try run("inventory.yaml --rules rules.yaml\(only)", in: try Self.scratch())
        let line = "\n  several findings on one resource count once in the total\n"
        #expect(outcome.outputText.contains(line) == isTold, "\(outcome.outputText)")
    }

    @Test func oldPricesAreTold() throws {
        let outcome = try run("inventory.yaml --quiet --as-of 2031-01-01T00:00:00Z", in: try Self.scratch())
        #expect(
            outcome.code == 0 && outcome.complaintText.contains("warning: the bundled list prices are of 2026-11-22"))
        #expect(outcome.outputText.split(separator: "\n").count == 3)
    }

    // MARK: plumb check

    @Test(
        "--fail-on-savings",
        arguments: [("13.65", Int32(1)), ("13.650001", 0), ("$10", 1), ("0", 2), ("ten", 2), ("0.0000001", 2)])
    func threshold(amount: String, code: Int32) throws {
        // The unused volume costs 10.00 and the address 3.65; what has no price counts for nothing.
        let line =
            "inventory.yaml --only ebs-volume-unattached --only eip-unassociated --fail-on never --fail-on-savings"
        let outcome = try run("\(line) \(amount)", in: try Self.scratch(), "check")
        #expect(outcome.code == code, "\(outcome.complaintText)")
        if code == 1 { #expect(outcome.complaintText.contains("would save USD 13.65 a month")) }
    }

    @Test func findingsWithoutAPriceAreOutsideTheThreshold() throws {
        let scratch = try Self.scratch()
        try """
        inventory: 1
        region: xx-west-9
        volumes: [{id: v, type: gp2, size: 100, state: available, attachments: []}]
        """.write(to: scratch.url.appendingPathComponent("far.yaml"), atomically: true, encoding: .utf8)
        let line = "far.yaml --only ebs-volume-unattached --fail-on never --quiet"
        let outcome = try run("\(line) --fail-on-savings 5", in: scratch, "check")
        #expect(outcome.code == 0)
        #expect(outcome.outputText.contains("estimated monthly saving: not known (1 finding unpriced)"))
        #expect(outcome.complaintText == "note: --fail-on-savings does not count 1 finding that has no price\n")
        #expect(try run(line, in: scratch, "check").complaintText == "")
    }

    @Test func pricesOfACheckMayBeGiven() throws {
        let line =
            "inventory.yaml --rules rules.yaml --only newer-disks --fail-on never --prices contract.yaml --report json"
        let outcome = try run(line, in: try Self.scratch(), "check")
        let report = try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
        let savings = (report["summary"] as? [String: Any])?["monthly_savings"] as? [String: Any]
        #expect(savings?["amount"] as? String == "2.00" && savings?["unpriced"] as? Int == 1)
    }
}
