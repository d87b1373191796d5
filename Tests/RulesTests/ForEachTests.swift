import Diagnostics
import Findings
import Testing

/// Rules that judge the entries of lists: one verdict an entry, and what absent, null and empty lists come to.
struct ForEachTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var resource: String
        var expected: [String]
        var testDescription: String { name }
    }

    private static let cases = [
        Case(
            name: "no list is stated", resource: "",
            expected: ["insufficient_data - ingress", "insufficient_data - egress"]),
        Case(name: "one list is stated", resource: ", ingress: []", expected: ["insufficient_data - egress"]),
        Case(name: "nothing to find fault with", resource: ", ingress: [], egress: []", expected: ["compliant -"]),
        Case(name: "known to have none", resource: ", ingress: null, egress: null", expected: ["compliant -"]),
        Case(name: "null beside absent", resource: ", ingress: null", expected: ["insufficient_data - egress"]),
        Case(
            name: "each entry by itself",
            resource: ", ingress: [{protocol: tcp, source: 10.0.0.0/8, description: a}, "
                + "{protocol: tcp, source: 10.0.0.0/8, description: \"\"}], egress: [{protocol: all, destination: 0.0.0.0/0, description: b}]",
            expected: ["compliant ingress[0]", "noncompliant ingress[1]", "compliant egress[0]"]),
        Case(
            name: "an entry that does not say",
            resource: ", ingress: [{protocol: tcp, source: 10.0.0.0/8}], egress: []",
            expected: ["insufficient_data ingress[0] ingress[0].description"]),
        Case(
            name: "a single entry stands for a list of one",
            resource: ", egress: [], ingress: {protocol: tcp, source: 10.0.0.0/8, description: \"\"}",
            expected: ["noncompliant ingress[0]"]),
        Case(
            name: "equal entries are judged each",
            resource: ", egress: [], ingress: [&e {protocol: tcp, source: 10.0.0.0/8, description: \"\"}, *e]",
            expected: ["noncompliant ingress[0]", "noncompliant ingress[1]"]),
    ]

    @Test("two lists", arguments: cases)
    func twoLists(test: Case) throws {
        let judgements = try Trial.judgements(
            "security_group", "for_each: [ingress, egress]\nflag: {description: \"\"}", on: "{id: sg-1\(test.resource)}"
        )
        #expect(judgements.map(Self.text) == test.expected)
        let findings = judgements.filter { $0.verdict == .noncompliant }
        #expect(Set(findings.map(\.fingerprint)).count == findings.count, "fingerprints tell entries apart")
    }

    private static func text(_ judgement: Judgement) -> String {
        let missing = judgement.missing.map { " \($0)" }.joined()
        return "\(judgement.verdict.rawValue) \(judgement.entry ?? "-")\(missing)"
    }

    @Test func whenIsAskedOfTheResource() throws {
        let body = "when: {default: true}\nfor_each: [ingress]\nflag: {protocol: all}"
        let entries = "ingress: [{protocol: all, source: 10.0.0.0/8}, {protocol: tcp, source: 10.0.0.0/8}]"
        func verdicts(_ start: String) throws -> [Verdict] {
            try Trial.judgements("security_group", body, on: "{id: sg-1, \(start)\(entries)}").map(\.verdict)
        }
        #expect(try verdicts("default: true, ") == [.noncompliant, .compliant])
        #expect(try verdicts("default: false, ") == [.notApplicable])
        #expect(try verdicts("") == [.insufficientData])
    }

    @Test func theEntryIsThePlaceAndTheWordInTheMessage() throws {
        let rules = try Trial.rules(
            Trial.ruleText("security_group", "for_each: [ingress]\nflag: {protocol: all}")
                .replacing(
                    "\"{{ resource }}\"", with: "\"{{ resource }}: {{ it }}, {{ it.protocol }}, {{ it.source }}\""))
        let text = """
            inventory: 1
            security_groups:
              - id: sg-1
                name: web
                ingress:
                  - {protocol: tcp, ports: 22, source: 10.0.0.0/8}
                  - {protocol: "-1", source: [sg-1, 10.0.0.0/8]}
            """
        let findings = Trial.judgements(rules, try Trial.inventory([text])).filter { $0.verdict == .noncompliant }
        let finding = try #require(findings.first)
        #expect(findings.count == 1)
        #expect(finding.message == "sg-1 (web): all from sg-1, 10.0.0.0/8, all, sg-1, 10.0.0.0/8")
        #expect(finding.entry == "ingress[1]")
        #expect(finding.span.text == "{protocol: \"-1\", source: [sg-1, 10.0.0.0/8]}")
        #expect(finding.evidence.map(\.path) == ["ingress[1].protocol"])
    }

    @Test func twinsOfAnEntryHaveFingerprintsOfTheirOwn() throws {
        let entry = "{protocol: all, source: 10.0.0.0/8}"
        func fingerprints(_ entries: [String]) throws -> [String] {
            let resource = "{id: sg-1, ingress: [\(entries.joined(separator: ", "))]}"
            return try Trial.judgements("security_group", "for_each: [ingress]\nflag: {protocol: all}", on: resource)
                .map(\.fingerprint)
        }
        let three = try fingerprints([entry, entry, entry])
        #expect(Set(three).count == 3)
        // An entry keeps its fingerprint when others come and go before it.
        #expect(try fingerprints(["{protocol: tcp, ports: 22, source: 10.0.0.0/8}", entry]).last == three.first)
        #expect(try fingerprints(["{source: 10.0.0.0/8, protocol: \"-1\"}"]) == [three[0]], "however it is written")
    }
}
