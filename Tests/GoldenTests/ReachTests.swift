import Foundation
import Testing

/// `plumb reach` on an inventory of its own and on the company's.
///
/// What is written to standard output is compared with `Fixtures/reach/NAME.FORMAT`.
struct ReachTests {
    struct Case: CustomTestStringConvertible {
        var name: String
        var arguments: String
        var code: Int32 = 0
        var inventory = "inventory.yaml"
        var testDescription: String { name }

        static let all = [
            Case(name: "listing", arguments: ""),
            Case(name: "listing-port", arguments: "--from 8.8.8.8 --port 22"),
            Case(name: "listing-private", arguments: "--from vpc-1"),
            Case(name: "listing-from-instance", arguments: "--from i-web"),
            Case(name: "listing-nothing", arguments: "--from 172.16.0.1"),
            Case(name: "ways", arguments: "--to i-web"),
            Case(name: "blocked", arguments: "--to i-web --port 3389"),
            Case(name: "blocked-private", arguments: "--to db_instance/shop --port 5432"),
            Case(name: "blocked-egress", arguments: "--from i-web --to i-stopped"),
            Case(name: "blocked-listener", arguments: "--to load_balancer/shop --port 80"),
            Case(name: "blocked-other-vpc", arguments: "--from vpc-2 --to i-web"),
            Case(name: "unknown", arguments: "--to i-lab"),
            Case(name: "unknown-peer", arguments: "--to i-partner"),
            Case(name: "unknown-subnet", arguments: "--to wandering"),
            Case(name: "unknown-address", arguments: "--from i-web --to wandering"),
            Case(name: "unknown-source", arguments: "--from partners --to i-web --port 443"),
            Case(name: "stopped", arguments: "--to i-stopped --port 22"),
            Case(name: "unattached", arguments: "--to sg-idle"),
            Case(name: "no-members", arguments: "--from sg-idle --to i-web"),
            Case(name: "group", arguments: "--to sg-open --port 443"),
            Case(name: "inside", arguments: "--from i-web --to db_instance/shop"),
            Case(name: "several", arguments: "--from offices,10.0.1.0/24 --to i-web --port 22 --protocol all"),
            Case(
                name: "company", arguments: "--to i-0b20web-1 --from 0.0.0.0/0", inventory: "inventory-examples/company"
            ),
            Case(name: "company-listing", arguments: "", inventory: "inventory-examples/company"),
        ]
    }

    static func scratch() throws -> Scratch {
        let scratch = try Scratch()
        try scratch.link("inventory-examples")
        try FileManager.default.copyItem(
            at: GoldenCase.fixtures.appendingPathComponent("reach/inventory.yaml"),
            to: scratch.url.appendingPathComponent("inventory.yaml"))
        return scratch
    }

    private func run(_ line: String, in scratch: Scratch) throws -> Plumb.Outcome {
        try Plumb.run(["reach"] + line.split(separator: " ").map(String.init), in: scratch)
    }

    @Test("answers", arguments: Case.all, ["text", "json", "svg"])
    func answers(test: Case, format: String) throws {
        let scratch = try Self.scratch()
        let line = "\(test.inventory) \(test.arguments) --report \(format)"
        let outcome = try run(line, in: scratch)
        #expect(outcome.code == test.code && outcome.complaintText == "")
        let file = GoldenCase.fixtures.appendingPathComponent("reach/\(test.name).\(format)")
        try Golden.compare(file, Normalizer(directory: scratch.url)(outcome.output))
        // The answer is the same for any number of threads, and a file holds what a pipe does.
        for jobs in [1, 2, 8] {
            let again = try run("\(line)=report.out --jobs \(jobs)", in: scratch)
            #expect(again.code == test.code && again.outputText == "")
            let written = try Data(contentsOf: scratch.url.appendingPathComponent("report.out"))
            #expect(written == outcome.output, "\(jobs) jobs: \(Golden.difference(outcome.output, written))")
        }
        if format == "json" { _ = try JSONSerialization.jsonObject(with: outcome.output) }
    }

    @Test("pictures are XML", arguments: Case.all)
    func pictures(test: Case) throws {
        let scratch = try Self.scratch()
        guard try Plumb.shell("xmllint --version", in: scratch).code == 0 else {
            return print("left out: reading pictures with xmllint")
        }
        let picture = try run("\(test.inventory) \(test.arguments) --report svg=picture.svg", in: scratch)
        #expect(picture.code == test.code)
        let outcome = try Plumb.shell("xmllint --noout picture.svg", in: scratch)
        #expect(outcome.code == 0 && outcome.complaintText == "")
        let text = try String(contentsOf: scratch.url.appendingPathComponent("picture.svg"), encoding: .utf8)
        #expect(!text.contains("<script") && !text.contains("href"))
    }

    @Test(
        "--expect decides the exit code",
        arguments: [
            ("--to i-web --port 443", "reachable", 0), ("--to i-web --port 443", "blocked", 1),
            ("--to i-web --port 3389", "reachable", 1), ("--to i-web --port 3389", "blocked", 0),
            ("--to i-lab", "reachable", 3), ("--to i-lab", "blocked", 3),
            ("--to i-stopped", "blocked", 1), ("--to sg-idle", "blocked", 0),
            ("--from any", "reachable", 0), ("--from any", "blocked", 1),
            ("--from 172.16.0.1", "blocked", 3), ("--from sg-idle", "blocked", 0), ("--from sg-idle", "reachable", 1),
        ] as [(String, String, Int32)])
    func expectation(question: String, expected: String, code: Int32) throws {
        let outcome = try run("inventory.yaml \(question) --expect \(expected)", in: Self.scratch())
        #expect(outcome.code == code && outcome.outputText != "" && outcome.complaintText == "")
    }

    @Test(
        "wrong questions are refused in one sentence",
        arguments: [
            ("--to i-wbe", "the inventory holds nothing called `i-wbe`; did you mean `i-web`?"),
            ("--from sg-wbe", "the inventory holds nothing called `sg-wbe`; did you mean `sg-web`?"),
            ("--from intrenet", "the inventory holds nothing called `intrenet`; did you mean `internet`?"),
            ("--from office", "the inventory holds nothing called `office`; did you mean `offices`?"),
            ("--to 8.8.8.8", "the inventory holds nothing called `8.8.8.8`"),
            (
                "--to shop",
                "`shop` is the id of resources of several types; write `load_balancer/shop` or `db_instance/shop`"
            ),
            (
                "--to db_instance/shpo",
                "the inventory holds nothing called `db_instance/shpo`; did you mean `db_instance/shop`?"
            ),
            ("--from 10.0.0.0/33", "`10.0.0.0/33` is no address and no range of addresses"),
            ("--from 300.1.1.1", "`300.1.1.1` is no address and no range of addresses"),
            (
                "--from 10.0.0.1/8",
                "`10.0.0.1/8` has bits set beyond its prefix; write `10.0.0.0/8` for the range, or the address alone"
            ),
            ("--from internet,", "the name of an end is missing"),
            ("--port 70000", "`70000` is no port and no range of ports, such as 22 or 8000-8100"),
            ("--port 90-80", "`90-80` is no port and no range of ports, such as 22 or 8000-8100"),
            ("--protocol tpc", "`tpc` is no protocol, such as tcp, udp, icmp, all or a number"),
            ("--port 8 --protocol icmp", "icmp has no ports that AWS looks at; leave --port out"),
        ])
    func refusals(question: String, message: String) throws {
        let outcome = try run("inventory.yaml \(question)", in: Self.scratch())
        #expect(outcome.code == 2 && outcome.outputText == "")
        #expect(outcome.complaintText == "error: \(message)\n")
    }

    @Test(
        "resources that are no end of a path are told by their type",
        arguments: [
            ("--from load_balancer/shop", "load_balancer, which --from does not take"),
            ("--from acl-1", "network_acl, which --from does not take"),
            ("--to vpc-1", "vpc, which --to does not take"),
            ("--to pl-1", "prefix_list, which --to does not take"),
            ("--to rtb-public", "route_table, which --to does not take"),
        ])
    func otherTypes(question: String, message: String) throws {
        let outcome = try run("inventory.yaml \(question)", in: Self.scratch())
        #expect(outcome.code == 2 && outcome.complaintText.contains(message))
    }

    @Test(
        "ends have several names",
        arguments: [
            ("--from pl-1 --to i-web", "--from offices --to instance/i-web"),
            ("--from offices --to i-web", "--from prefix_list/pl-1 --to i-web"),
            ("--from 10.0.0.0/24 --to i-web", "--from subnet-a --to i-web"),
            ("--from 10.0.0.10 --to eni-db", "--from sg-web --to network_interface/eni-db"),
            ("--from 10.0.0.10 --from 10.0.1.0/24 --to i-web", "--from 10.0.1.0/24,10.0.0.10 --to i-web"),
            ("--to i-web --port 80 --port 443", "--to i-web --port 80,443 --protocol 6"),
            ("--to i-web --protocol tcp", "--to i-web --port 0-65535 --protocol TCP"),
        ])
    func names(one: String, other: String) throws {
        let scratch = try Self.scratch()
        let answers = try [one, other].map { line in
            let outcome = try run("inventory.yaml \(line) --report json", in: scratch)
            #expect(outcome.code == 0)
            var report = try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
            // The question is told in the words it was asked in.
            report["question"] = nil
            let text = try JSONSerialization.data(withJSONObject: report, options: .sortedKeys)
            return String(decoding: text, as: UTF8.self).replacingOccurrences(
                of: "\"detail\":\"\",\"entry\":null,\"id\":\"[^\"]*\",\"kind\":\"source\"", with: "",
                options: .regularExpression)
        }
        #expect(answers[0] == answers[1])
    }

    @Test("an unreadable file makes the run incomplete")
    func unreadable() throws {
        let outcome = try run(
            "inventory.yaml missing.yaml --to i-web --port 443 --expect reachable", in: Self.scratch())
        #expect(outcome.code == 3 && outcome.complaintText.contains("cannot read `missing.yaml`"))
        #expect(outcome.outputText.contains("reachable: tcp 443"))
    }

    @Test("colours are for the terminal only")
    func colors() throws {
        let scratch = try Self.scratch()
        let line = "inventory.yaml --to i-web --color always --report text --report"
        #expect(try run("\(line) json=report.json", in: scratch).outputText.contains("\u{1B}["))
        _ = try run("inventory.yaml --to i-web --color always --report text=report.txt", in: scratch)
        let file = try String(contentsOf: scratch.url.appendingPathComponent("report.txt"), encoding: .utf8)
        #expect(!file.contains("\u{1B}"))
    }

    @Test("control characters of the inventory are escaped", arguments: ["text", "json", "svg"])
    func controls(format: String) throws {
        let outcome = try run("inventory.yaml --to i-partner --report \(format)", in: Self.scratch())
        #expect(outcome.code == 0 && !outcome.output.contains(0x1B))
    }

    @Test("a reader that has seen enough is no fault", arguments: ["text", "json", "svg"])
    func closedPipe(format: String) throws {
        let scratch = try Self.scratch()
        let line =
            "{ \"$PLUMB\" reach inventory-examples/company --from any --report \(format); echo $? > code; } | head -n 1"
        let outcome = try Plumb.shell(line, in: scratch)
        #expect(outcome.outputText.split(separator: "\n").count == 1 && outcome.complaintText == "")
        #expect(try String(contentsOf: scratch.url.appendingPathComponent("code"), encoding: .utf8) == "0\n")
    }

    @Test("a full disk makes the run incomplete", .enabled(if: StreamTests.hasFullDevice), arguments: ["text", "svg"])
    func fullDisk(format: String) throws {
        let line = "\"$PLUMB\" reach inventory.yaml --report \(format) > /dev/full"
        #expect(try Plumb.shell(line, in: Self.scratch()).code == 3)
    }
}
