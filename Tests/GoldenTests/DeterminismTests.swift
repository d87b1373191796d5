import Foundation
import Testing

/// The same input gives the same bytes, whatever the number of threads and however often.
struct DeterminismTests {
    struct Form: CustomTestStringConvertible {
        var name: String
        var arguments: [String]
        var testDescription: String { name }

        static let all = [
            Form(name: "text", arguments: []),
            Form(name: "JSON of all verdicts", arguments: ["--report", "json", "--verdicts", "all"]),
            Form(name: "JUnit", arguments: ["--report", "junit", "--junit-include-na"]),
            Form(name: "JUnit by resource", arguments: ["--report", "junit", "--junit-group", "resource"]),
        ]
    }

    @Test("threads do not show", arguments: Form.all)
    func threads(form: Form) throws {
        let scratch = try Scratch()
        try scratch.link("inventory-examples")
        let runs = try ["1", "2", "8"].map {
            try Plumb.run(["check", "inventory-examples/company", "--jobs", $0] + form.arguments, in: scratch)
        }
        #expect(runs[0].code == 1 && !runs[0].output.isEmpty)
        for run in runs.dropFirst() {
            #expect(run.output == runs[0].output, "\(Golden.difference(runs[0].output, run.output))")
            #expect(run.complaints == runs[0].complaints && run.code == runs[0].code)
        }
    }

    @Test("threads do not show in a large file, which is read in pieces", arguments: Form.all.dropFirst().prefix(2))
    func largeFile(form: Form) throws {
        let scratch = try Scratch()
        try scratch.write(Self.inventory(groups: 0..<3500), to: "inventory.yaml")
        let runs = try ["1", "8"].map {
            try Plumb.run(["check", "inventory.yaml", "--jobs", $0] + Self.twoRules + form.arguments, in: scratch)
        }
        #expect(runs[0].code == 1)
        #expect(try Data(contentsOf: scratch.url.appendingPathComponent("inventory.yaml")).count > 600_000)
        for run in runs.dropFirst() {
            #expect(run.output == runs[0].output, "\(Golden.difference(runs[0].output, run.output))")
        }
    }

    private static let twoRules = [
        "--only", "sg-ssh-open-to-internet", "--only", "sg-ingress-from-single-public-address",
    ]

    @Test func aSplitInventoryGivesTheSameFindings() throws {
        let scratch = try Scratch()
        try scratch.write(Self.inventory(groups: 0..<60), to: "whole/all.yaml")
        for part in 0..<6 {
            try scratch.write(Self.inventory(groups: part * 10..<part * 10 + 10), to: "parts/\(part)/some.yaml")
        }
        let whole = try Self.identities(in: "whole", scratch)
        let parts = try Self.identities(in: "parts", scratch)
        #expect(!whole.isEmpty)
        #expect(whole == parts)
    }

    /// Rule, resource, message and fingerprint of each finding: everything but the place.
    private static func identities(in path: String, _ scratch: Scratch) throws -> [String] {
        let outcome = try Plumb.run(["check", path, "--report", "json"], in: scratch)
        #expect(outcome.code == 1)
        let report = try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
        let findings = try #require(report["findings"] as? [[String: Any]])
        return try findings.map { finding in
            let rule = try #require(finding["rule"] as? [String: Any])
            let resource = try #require(finding["resource"] as? [String: Any])
            let parts = [rule["id"], resource["id"], finding["message"], finding["fingerprint"]]
            return try parts.map { try #require($0 as? String) }.joined(separator: " | ")
        }
    }

    /// Groups with entries that are open, half open, private, or a peer's.
    static func inventory(groups: Range<Int>) -> String {
        let sources = ["0.0.0.0/0", "[0.0.0.0/1, 128.0.0.0/1]", "10.0.0.0/8", "8.8.4.4/32", "sg-1", "\"::/0\""]
        var text = "inventory: 1\naccount: \"123456789012\"\nregion: eu-west-1\nsecurity_groups:\n"
        for group in groups {
            text += "  - id: sg-\(group)\n    name: group-\(group)\n    ingress:\n"
            text += "      - {protocol: tcp, ports: 22, source: \(sources[group % 6])}\n"
            text +=
                "      - {protocol: udp, ports: \(group % 100)-200, source: \(sources[group % 5])}\n    egress: []\n"
        }
        return text
    }
}
