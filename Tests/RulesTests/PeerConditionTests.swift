import Findings
import Rules
import Testing

@testable import Engine

/// Conditions on peers and addresses: the verdict of the kernel and that of the general evaluator, on one group each.
struct PeerConditionTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var condition: String
        /// The ids of the groups that it holds for; others not.
        var holds: [String]
        var unknown: [String] = []
        var testDescription: String { condition }
    }

    private static let inventory = """
        inventory: 1
        as_of: 2026-01-31T12:00:00Z
        prefix_lists:
          - {id: pl-1, entries: [{cidr: 10.0.0.0/8}]}
          - {id: pl-2, entries: [{cidr: 0.0.0.0/1}, {cidr: 128.0.0.0/1}]}
        security_groups:
          - {id: range, ingress: [{protocol: tcp, ports: 22, source: 10.0.0.0/8}]}
          - {id: group, ingress: [{protocol: tcp, ports: 22, source: sg-1}]}
          - {id: list, ingress: [{protocol: tcp, ports: 22, source: pl-1}]}
          - {id: halves, ingress: [{protocol: tcp, ports: 22, source: pl-2}]}
          - {id: stranger, ingress: [{protocol: tcp, ports: 22, source: pl-9}]}
        """

    /// `$` is the source.
    static let rows = [
        Row(condition: "$.kind() == \"cidr\"", holds: ["range"]),
        Row(condition: "$.kind() == \"security_group\"", holds: ["group"]),
        Row(condition: "$.kind() == \"prefix_list\"", holds: ["list", "halves", "stranger"]),
        Row(condition: "$.kind() in [\"cidr\", \"prefix_list\"]", holds: ["range", "list", "halves", "stranger"]),
        Row(condition: "$.kind().startsWith(\"prefix\")", holds: ["list", "halves", "stranger"]),
        Row(condition: "$ == \"10.0.0.0/8\"", holds: ["range", "list"], unknown: ["stranger"]),
        Row(
            condition: "$ in [\"10.0.0.0/8\", \"0.0.0.0/0\"]", holds: ["range", "list", "halves"], unknown: ["stranger"]
        ),
        Row(condition: "$.prefixLength() == 8", holds: ["range"]),
        Row(condition: "$.prefixLength() == null", holds: ["group", "list", "halves", "stranger"]),
        Row(condition: "$.isPublic()", holds: ["halves"], unknown: ["stranger"]),
        Row(condition: "$.within(\"10.0.0.0/7\")", holds: ["range", "list"], unknown: ["stranger"]),
        Row(condition: "$.covers(\"192.0.2.0/24\")", holds: ["halves"], unknown: ["stranger"]),
        Row(condition: "string($) == \"pl-1\"", holds: ["list"]),
        Row(condition: "optional.of($.kind()).or(optional.none()).value() == \"cidr\"", holds: ["range"]),
    ]

    @Test(arguments: rows, [true, false])
    func verdicts(row: Row, usesKernel: Bool) throws {
        let condition = row.condition.replacing("$", with: "s")
        let rules = try Trial.rules(
            Trial.ruleText(
                "security_group", "flag: |-\n  resource.ingress.exists(e, e.source.exists(s, \(condition)))"))
        let run = RuleRun(
            inventory: try Trial.inventory([Self.inventory]), rules: rules, jobs: 1, version: "test",
            usesKernel: usesKernel)
        let judgements = (0..<run.partCount).flatMap { run.judgements(inPart: $0, .all) }
        #expect(judgements.filter { $0.verdict == .noncompliant }.map(\.resource.id) == row.holds)
        #expect(judgements.filter { $0.verdict == .insufficientData }.map(\.resource.id) == row.unknown)
    }

    @Test(
        arguments: [
            "resource.private_ip == \"10.0.0.7\"", "resource.private_ip in [\"10.0.0.9\", \"10.0.0.7\"]",
            "resource.private_ip != \"10.0.0.8\"", "params.address == resource.private_ip",
        ], [true, false])
    func addressesEqualTheirTexts(condition: String, usesKernel: Bool) throws {
        let rules = try Trial.rules(
            Trial.ruleText(
                "instance",
                "params: {address: {type: cidr, default: 10.0.0.7, meaning: An address}}\nflag: |-\n  \(condition) && (params.address == params.address)"
            ))
        let inventory = try Trial.inventory(["inventory: 1\ninstances: [{id: i-1, private_ip: 10.0.0.7}]\n"])
        let run = RuleRun(inventory: inventory, rules: rules, jobs: 1, version: "test", usesKernel: usesKernel)
        let verdicts = (0..<run.partCount).flatMap { run.judgements(inPart: $0, .all) }.map(\.verdict)
        #expect(verdicts == [.noncompliant])
    }
}
