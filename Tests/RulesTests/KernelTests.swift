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

    /// References: to what is there, to what is not, none, and unknown ones.
    static let following = [
        "resource.subnet.vpc.name == \"main\"",
        "resource.subnet.map_public_ip == true && resource.state == \"running\"",
        "resource.subnet.network_acl.ingress.exists(e, e.action == \"allow\" && e.number < 200)",
        "resource.subnet.network_acl.ingress.admits({\"source\": \"internet\", \"protocol\": \"tcp\", \"port\": 22})",
        "resource.vpc.name != \"main\" || resource.subnet.id == resource.name",
        "has(resource.subnet.network_acl) && size(resource.subnet.name) > 0",
        "resource.subnet.vpc.default == resource.subnet.map_public_ip",
        "resource.security_groups.exists(g, g.name == \"open\")",
        "resource.security_groups.all(g, g.vpc == resource.vpc)",
        "resource.attached_to.size() > 0 || inventory.subnets.exists(s, s.id == resource.subnet)",
        "resource.subnet.name == null",
    ]

    @Test("references", arguments: following)
    func sameVerdictsBehindReferences(condition: String) throws {
        let rules = try Trial.rules(Trial.ruleText("instance", "flag: |-\n  \(condition)"))
        let instances = [
            "{id: i-1, vpc: vpc-1, subnet: subnet-1, state: running, security_groups: [sg-1, sg-2], name: subnet-1}",
            "{id: i-2, vpc: vpc-2, subnet: subnet-2, state: stopped, security_groups: [sg-1]}",
            "{id: i-3, vpc: null, subnet: null, state: running, security_groups: []}", "{id: i-4}",
            "{id: i-5, vpc: vpc-9, subnet: subnet-9, state: running, security_groups: [sg-9]}",
            "{id: i-6, vpc: vpc-1, subnet: subnet-3, state: running, security_groups: [sg-2, sg-9]}",
        ]
        let network = """
            vpcs: [{id: vpc-1, name: main, default: false}, {id: vpc-2, default: true}]
            subnets:
              - {id: subnet-1, vpc: vpc-1, name: a, map_public_ip: true, network_acl: acl-1, cidr: 10.0.0.0/24}
              - {id: subnet-2, vpc: vpc-2, name: null, map_public_ip: false, network_acl: null}
              - {id: subnet-3, vpc: vpc-9, network_acl: acl-9}
            network_acls:
              - id: acl-1
                vpc: vpc-1
                ingress: [{number: 100, action: allow, protocol: all, source: 0.0.0.0/0}]
                egress: []
            security_groups:
              - {id: sg-1, name: open, vpc: vpc-1, ingress: [], egress: []}
              - {id: sg-2, name: shut, vpc: vpc-1, ingress: [], egress: []}

            """
        let inventory = try Trial.inventory([
            "inventory: 1\ninstances:\n" + instances.map { "  - \($0)\n" }.joined(), "inventory: 1\n" + network,
        ])
        func verdicts(usesKernel: Bool) -> [String] {
            let run = RuleRun(inventory: inventory, rules: rules, jobs: 1, version: "test", usesKernel: usesKernel)
            return (0..<run.partCount).flatMap { run.judgements(inPart: $0, .all) }.map {
                "\($0.resource.id) \($0.verdict.rawValue) \($0.missing)"
            }
        }
        #expect(verdicts(usesKernel: true) == verdicts(usesKernel: false))
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
