import Catalog
import Findings
import Rules
import Testing

@testable import Engine

/// The kernel and the general evaluator give the same verdicts: the one is fast, the other the meaning.
struct KernelTests {
    @Test("built-in rules", arguments: DifferentialTests.rounds)
    func sameVerdictsOfBuiltinRules(round: DifferentialTests.Round) throws {
        let rules = BuiltinRules.rules.filter { $0.typeName == round.type }.map(\.rule)
        try compare(rules, round)
    }

    /// What users write: each line a condition on an instance, of which the kernel takes the whole or parts.
    static let conditions = [
        "resource.vcpus > 2 && resource.vcpus <= 64",
        "resource.vcpus * 2 - 1 >= resource.vcpus + 3",
        "resource.vcpus / (resource.vcpus - 2) > 1",
        "resource.vcpus % 3 == 1 || resource.vcpus % (resource.vcpus - 4) == 0",
        "now - resource.launched > duration(\"90d\")",
        "resource.launched < now - \"30d\"",
        "resource.launched + \"10d\" > resource.created",
        "resource.created <= resource.launched",
        "resource.name == resource.image",
        "resource.name != resource.type",
        "resource.type.startsWith(\"t\") ? resource.ebs_optimized == true : resource.state == \"running\"",
        "resource.name.matches(\"^[a-m].*[0-9]$\")",
        "resource.type.matches(\"(t|m)[0-9]\\\\.\") && !resource.name.contains(\"prod\")",
        "resource.tags[\"Owner\"] == \"x\" || resource.tags.Name.startsWith(\"w\")",
        "size(resource.tags) > 1 && size(resource.name) < 12",
        "resource.security_groups.exists(g, g.startsWith(\"sg-1\"))",
        "resource.security_groups.all(g, size(g) > 3) && resource.security_groups.size() > 1",
        "has(resource.public_ip) && !resource.public_ip.isPublic()",
        "resource.private_ip.within(\"10.0.0.0/8\") || resource.private_ip == \"192.168.1.1\"",
        "resource.state in [\"running\", \"stopped\"] && resource.monthly_cost > 10",
        "resource.monthly_cost * 12.0 > 1000.0",
        "stated(resource.monitoring) && resource.metadata_options.http_tokens != \"required\"",
        "resource.metadata_options.hop_limit > 1 || resource.metadata_options == null",
        "resource.name == null ? resource.key_pair == null : resource.name.endsWith(\"1\")",
        "resource.security_groups.map(g, size(g)).exists(n, n > 5) || resource.name + \"x\" == \"webx\"",
        "resource.tags.exists(k, k == \"Owner\") && resource.tags.all(k, v, v != \"\")",
        "resource.?name.orValue(\"none\") == \"none\"",
    ]

    @Test("conditions in CEL", arguments: conditions, [UInt64(1), 2, 3])
    func sameVerdicts(of condition: String, seed: UInt64) throws {
        let rules = try Trial.rules(Trial.ruleText("instance", "flag: |-\n  \(condition)"))
        try compare(rules, DifferentialTests.Round(type: "instance", seed: seed, asOf: seed == 3 ? nil : "2026-07-01"))
    }

    private func compare(_ rules: [Rule], _ round: DifferentialTests.Round) throws {
        let type = try #require(Trial.catalog.type(named: round.type))
        var random = RandomResource(seed: round.seed &+ 77)
        let lines = (100..<160).map { "  - \(random.yaml(of: type, id: "\"123456789\($0)\""))\n" }
        let head = round.asOf.map { "as_of: \($0)\n" } ?? ""
        let inventory = try Trial.inventory(["inventory: 1\n\(head)\(type.collection):\n\(lines.joined())"])
        func verdicts(usesKernel: Bool) -> [String] {
            let run = RuleRun(inventory: inventory, rules: rules, jobs: 1, version: "test", usesKernel: usesKernel)
            return (0..<run.partCount).flatMap { run.judgements(inPart: $0, .all) }.map {
                "\($0.resource.id) \(rules[$0.rule].id) \($0.entry ?? "-") \($0.verdict.rawValue)"
            }
        }
        let (fast, slow) = (verdicts(usesKernel: true), verdicts(usesKernel: false))
        #expect(fast.count == slow.count)
        for (fast, slow) in zip(fast, slow) where fast != slow {
            Issue.record("kernel: \(fast), general evaluator: \(slow)")
        }
    }
}
