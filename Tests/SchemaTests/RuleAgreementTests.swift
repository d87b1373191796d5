import Catalog
import Diagnostics
import Rules
import Testing

/// Tests of every form on fields of every type: what the reader of rules takes fits the schema.
///
/// The reader refuses more than a schema can: what does not exist (`$port` without a parameter), what decides nothing, and
/// constants whose notation the editor no longer sees.
struct RuleAgreementTests {
    /// `%` is the test.
    static let places = [
        ("instance", "{type: %}"), ("instance", "{vcpus: %}"), ("instance", "{private_ip: %}"),
        ("instance", "{tags: %}"), ("instance", "{metadata_options: %}"), ("instance", "{monitoring: %}"),
        ("instance", "{ebs_optimized: %}"), ("instance", "{monthly_cost: %}"), ("instance", "{launched: %}"),
        ("instance", "%"), ("instance", "{all: [%, {id: i-1}]}"), ("instance", "{network_interfaces: %}"),
        ("security_group", "{ingress: %}"), ("security_group", "{ingress: {some: %}}"),
        ("security_group", "{ingress: {admits: %}}"), ("security_group", "{ingress: {some: {ports: %}}}"),
        ("security_group", "{egress: {admits: %}}"), ("security_group", "{ingress: {some: {ports: {some: %}}}}"),
        ("security_group", "{ingress: {some: {source: {every: %}}}}"),
        ("security_group", "{ingress: {every: {protocol: %}}}"), ("vpc", "{cidr: %}"), ("vpc", "{state: %}"),
        ("snapshot", "{full_size: %}"), ("bucket", "{policy: %}"), ("bucket", "{versioning: %}"),
        ("bucket", "{encryption: {blocked_types: %}}"), ("bucket", "{encryption: {kms_key: {not: %}}}"),
        ("reserved_instance", "{duration: %}"),
    ]

    static let tests = [
        "null", "true", "False", "\"true\"", "5", "-1", "\"5\"", "5.5", "12.30", "$0.005", "text", "\"\"", "90d",
        "5MB", "64 GiB", "2026-01-31", "2026-01-31T12:00:00Z", "10.0.0.0/8", "10.0.0.1", "\"::/0\"", "internet",
        "sg-1", "enabled", "available", "running", "tcp", "ICMP", "all", "22", "80-90", "none", "cidr", "[]", "[null]",
        "[a, b]", "[1, 2]", "[true]", "[enabled, disabled]", "[tcp, 17]", "[22, 80-90]", "[10.0.0.0/8, internet]",
        "[90d, 12h]", "[\"$a\"]", "{}", "$int", "$text", "$texts", "$cidr", "$cidrs", "$age", "$flag", "$port",
        "[$int]", "{not: null}", "{not: 5}", "{not: text}", "{not: {exists: true}}", "{any: [null, 5]}",
        "{any: [null, text]}", "{all: [{exists: true}, {not: null}]}", "{any: []}", "{any: 5}", "{exists: true}",
        "{exists: yes}", "{exists: null}", "{stated: false}", "{stated: 1}", "{above: 5}", "{above: $int}",
        "{above: 5MB}", "{at_least: 1.5}", "{at_most: 90d}", "{below: 2026-01-31}", "{below: $age}", "{above: null}",
        "{above: [5]}", "{older_than: 90d}", "{older_than: $age}", "{younger_than: -30d}", "{older_than: 90}",
        "{in: 5}", "{in: [5, 6]}", "{in: [a]}", "{in: $texts}", "{in: []}", "{in: [10.0.0.0/8]}", "{in: [tcp]}",
        "{in: [enabled]}", "{startsWith: a}", "{startsWith: 5}", "{endsWith: $text}", "{contains: a}",
        "{containsIgnoringCase: true}", "{contains: 10.0.0.0/8}", "{contains: {public: true}}", "{contains: sse_c}",
        "{size: 5}", "{size: {above: 1}}", "{size: $int}", "{size: null}", "{size: [1, 2]}", "{size: {stated: true}}",
        "{empty: true}", "{empty: \"true\"}", "{empty: $flag}", "{some: {id: a}}", "{some: a}", "{every: {not: a}}",
        "{none: {description: null}}", "{some: {public: true}}", "{some: [a, b]}", "{none: null}", "{some: {}}",
        "{has_keys: [Owner]}", "{has_keys: Owner}", "{has_keys: $texts}", "{has_keys: []}", "{key: {Owner: null}}",
        "{key: {Owner: {startsWith: a}, Cost: [a, b]}}", "{key: Owner}", "{within: 10.0.0.0/8}", "{covers: internet}",
        "{overlaps: $cidr}", "{within: $cidrs}", "{covers: 22}", "{covers: $port}", "{overlaps: 20-30}",
        "{within: [22]}", "{prefix_length: {below: 8}}", "{prefix_length: 8}", "{public: true}",
        "{public: {not: true}}",
        "{kind: cidr}", "{kind: [cidr, prefix_list]}", "{kind: {in: [security_group]}}", "{kind: group}",
        "{http_tokens: required}", "{http_tokens: {stated: true}, exists: true}", "{hop_limit: {above: 1}}",
        "{protocol: tcp}", "{protocol: [tcp, udp], ports: {some: {covers: 22}}}",
        "{any: [{protocol: 6}, {ports: null}]}",
        "{vcpus: 5}", "{tags: {key: {Owner: a}}, not: {vcpus: 2}}", "{unknown: 5}", "{source: internet}",
        "{destination: internet}", "{source: any, port: every}", "{source: [10.0.0.0/8, \"::/0\"], protocol: all}",
        "{source: $cidrs, port: $port, protocol: tcp}", "{source: internet, port: {outside: [80, 443]}}",
        "{source: internet, port: [20-21, 22], protocol: [tcp, 17], family: ipv4, share: 0.5}",
        "{source: internet, family: [ipv4, ipv6], share: 1}", "{source: internet, share: 2}", "{source: sg-1}",
        "{source: internet, port: all, protocol: \"6\"}", "{source: internet, port: {outside: 22}}", "{source: null}",
    ]

    /// The parameters that tests use, each declared where it is used.
    static let parameters = [
        "int": "{type: int, default: 22, meaning: m}", "text": "{type: string, default: a, meaning: m}",
        "texts": "{type: list<string>, default: [enabled, running], meaning: m}",
        "cidr": "{type: cidr, default: 10.0.0.0/8, meaning: m}",
        "cidrs": "{type: list<cidr>, default: [internet, \"::/0\"], meaning: m}",
        "age": "{type: duration, default: 90d, meaning: m}", "flag": "{type: bool, default: true, meaning: m}",
        "port": "{type: port_range, default: 20-22, meaning: m}",
    ]

    @Test func whatTheReaderTakesFits() throws {
        var cases: [(name: String, text: String, isTaken: Bool)] = []
        for (type, place) in Self.places {
            for test in Self.tests {
                let condition = place.replacing("%", with: test)
                let text = Self.rule(type, condition)
                var rules = RuleSet()
                rules.add(SourceFile(path: "rules.yaml", text: text.utf8), catalog: Repository.catalog)
                cases.append(("\(type): \(condition)", text, !rules.diagnostics.hasErrors))
            }
        }
        guard
            let outcomes = try Validator.validate(cases.map { .text($0.text) }, against: Repository.ruleSchema)
        else { return }
        var (taken, refused, seen) = (0, 0, 0)
        for (test, outcome) in zip(cases, outcomes) {
            if test.isTaken {
                taken += 1
                #expect(outcome.errors.isEmpty, "the reader takes \(test.name): \(outcome.errors)")
            } else {
                refused += 1
                if !outcome.errors.isEmpty { seen += 1 }
            }
        }
        #expect(taken > 400)
        // What it lets pass are parameters of the wrong type, and texts that are no expressions.
        #expect(Double(seen) > 0.93 * Double(refused), "\(seen) of \(refused)")
    }

    private static func rule(_ type: String, _ condition: String) -> String {
        let declarations = parameters.filter { name, _ in
            condition.split { !($0.isLetter || $0 == "$") }.contains { $0 == "$\(name)" }
        }
        let params = declarations.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        return """
            rules:
              - id: x
                title: T
                resource: \(type)
                category: security
                severity: low
                flag: \(condition)
                message: M
                fix: F
            """ + (params.isEmpty ? "" : "\n    params: {\(params)}") + "\n"
    }
}
