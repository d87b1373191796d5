import Diagnostics
import Engine
import Expressions
import Findings
import Rules
import Testing

/// The key `latent`: what it gives a rule, and how its users change it.
struct LatentSeverityTests {
    static let body = """
        latent: info
        flag: {default: true}
        """

    private func read(
        files: [String] = [], arguments: [String] = [], body: String = body
    ) -> (rules: [Rule], complaints: String) {
        ParameterOverrideTests.read(
            files: files, arguments: arguments, rules: Trial.ruleText("security_group", body))
    }

    @Test func withoutTheKeyThereIsNone() throws {
        let rule = try #require(Trial.rules(Trial.ruleText("security_group", "flag: {default: true}")).first)
        #expect(rule.latentSeverity == nil)
        #expect(RuleInfo(rule, catalog: Trial.catalog).latentSeverity == nil)
    }

    /// It declares a parameter that no condition has to read.
    @Test func theKeyDeclaresAParameter() throws {
        let (rules, complaints) = read()
        #expect(complaints == "")
        let rule = try #require(rules.first)
        #expect(rule.severity == .low)
        #expect(rule.latentSeverity == .info)
        #expect(RuleInfo(rule, catalog: Trial.catalog).latentSeverity == .info)
        let parameter = try #require(rule.parameters.first)
        #expect(rule.parameters.count == 1)
        #expect(parameter.name == "latent")
        #expect(parameter.type == .string)
        #expect(parameter.bounds.text == "one of info, low, medium, high, critical")
    }

    /// Files and arguments, the last of which wins.
    static let values: [(files: [String], arguments: [String], severity: Severity)] = [
        (["my-rule: {latent: high}"], [], .high), ([], ["my-rule.latent=critical"], .critical),
        (["my-rule: {latent: high}"], ["my-rule.latent=low"], .low),
    ]

    @Test(arguments: values)
    func valuesFromOutside(files: [String], arguments: [String], severity: Severity) throws {
        let (rules, complaints) = read(files: files, arguments: arguments)
        #expect(complaints == "")
        #expect(rules.first?.latentSeverity == severity)
        #expect(rules.first?.severity == .low)
    }

    @Test func aTestsOwnValueWins() throws {
        let tests =
            "tests: [{name: a, params: {latent: high}, given: {id: sg-1, default: false}, expect: compliant}]"
        let (rules, complaints) = read(arguments: ["my-rule.latent=medium"], body: Self.body + "\n" + tests)
        #expect(complaints == "")
        let rule = try #require(rules.first)
        #expect(rule.latentSeverity == .medium)
        #expect(rule.examples.first?.boundRule?.rule.latentSeverity == .high)
    }

    @Test func aWrongValueIsTold() {
        #expect(
            read(arguments: ["my-rule.latent=hihg"]).complaints == """
                --param:1:16: error: `hihg` is not one of the values allowed
                  1 | my-rule.latent=hihg
                    |                ^^^^
                rules.yaml:9:13: note: the rule says so here
                  help: did you mean `high`?

                """)
    }

    /// What is wrong with the key has been told; the value is not to blame.
    @Test func aWrongKeyIsToldOnce() {
        let complaints = read(arguments: ["my-rule.latent=high"], body: "latent: lwo\nflag: {default: true}").complaints
        #expect(complaints.split(separator: "\n").count { $0.contains("error:") } == 1)
    }

    /// Without the key the name is free.
    @Test func aParameterMayBeCalledSo() throws {
        let body = """
            params: {latent: {type: int, default: 4, meaning: m}}
            flag: {ingress: {size: {above: $latent}}}
            """
        let (rules, complaints) = read(arguments: ["my-rule.latent=7"], body: body)
        #expect(complaints == "")
        #expect(rules.first?.latentSeverity == nil)
        #expect(rules.first?.parameters.first?.value.text == "7")
    }

    /// The figures of a run are those of its judgements, whatever their effect.
    @Test func whatIsCountedIsWhatIsTold() throws {
        let text = Trial.ruleText(
            "security_group",
            """
            latent: info
            for_each: [ingress, egress]
            flag: "it.protocol == 'tcp'"
            """)
        let entry = "{protocol: tcp, ports: 22, source: 0.0.0.0/0}"
        let inventory = try Trial.inventory([
            """
            inventory: 1
            security_groups:
              - {id: sg-1, ingress: [\(entry), \(entry)], egress: []}
              - {id: sg-2, ingress: [\(entry)], egress: []}
              - {id: sg-3, egress: []}
            """
        ])
        let run = RuleRun(inventory: inventory, rules: try Trial.rules(text), jobs: 1, version: "test")
        let findings = (0..<run.partCount).flatMap { run.judgements(inPart: $0, .findings) }
        let counts = try #require(run.summary.verdictsByRule.first)
        #expect(findings.count == 3 && counts.noncompliant == 3)
        #expect(counts.latent == findings.count { $0.reach?.effect == .latent })
        #expect(counts.total == 4)
        let severities = Dictionary(grouping: findings, by: \.severity).mapValues(\.count)
        #expect(run.summary.findings(by: run.rules) == severities)
    }

    @Test func listingsSayBoth() throws {
        let rules = read(arguments: ["my-rule.latent=medium"]).rules
        let listing = RuleListing(catalog: Trial.catalog)
        #expect(listing.table(rules).contains("my-rule  low (latent: medium)  security"))
        #expect(listing.markdown(rules).contains("| `my-rule` | low (latent: medium) | security |"))
        let explanation = listing.explanation(of: try #require(rules.first))
        #expect(explanation.contains("  severity   low (latent: medium)\n"))
        #expect(
            explanation.contains(
                """
                  parameter  latent: string = medium (info in the rule)
                             one of info, low, medium, high, critical
                             Severity of a finding that no path makes effective now

                """))
    }
}
