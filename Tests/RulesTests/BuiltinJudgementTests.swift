import Catalog
import Diagnostics
import Documents
import Engine
import Findings
import Inventory
import Rules
import Testing

/// What the judgements of built-in rules tell besides the verdict.
struct BuiltinJudgementTests {
    @Test("findings point into their resource and say why", arguments: BuiltinRules.rules)
    func evidence(rule: BuiltinRules.Named) throws {
        for example in rule.rule.examples where example.expect == .noncompliant {
            for finding in Self.findings(rule.rule, example) {
                guard case .resource(let given) = example.subject else { continue }
                let span = example.document.span(given)
                #expect(finding.span.start >= span.start && finding.span.end <= span.end, "\(example.name)")
                #expect(!finding.evidence.isEmpty || rule.rule.id == "sg-egress-not-stated", "\(example.name)")
                #expect(finding.fingerprint.count == 32)
            }
        }
    }

    @Test("missing fields are named", arguments: BuiltinRules.rules)
    func missing(rule: BuiltinRules.Named) throws {
        for example in rule.rule.examples where example.expect == .insufficientData {
            let unknown = Self.judgements(rule.rule, example).filter { $0.verdict == .insufficientData }
            #expect(!unknown.isEmpty)
            for judgement in unknown { #expect(!judgement.missing.isEmpty, "\(example.name)") }
        }
    }

    static func findings(_ rule: Rule, _ example: RuleExample) -> [Judgement] {
        judgements(rule, example).filter { $0.verdict == .noncompliant }
    }

    /// As `plumb test` runs an example.
    static func judgements(_ rule: Rule, _ example: RuleExample) -> [Judgement] {
        let inventory = ExampleRun.inventory(of: example, type: rule.resourceType, catalog: Trial.catalog).inventory
        return ExampleRun.judgements(of: example.boundRule?.rule ?? rule, on: inventory, example)
    }
}
