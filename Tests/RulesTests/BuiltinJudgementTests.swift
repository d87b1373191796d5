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
    /// Rules about what is not there, or about how much or whether there is anything, so that no one place can be shown.
    static let aboutNothing = [
        "ec2-too-many-group-entries", "sg-egress-not-stated", "sg-unattached", "vpc-default-used",
    ]

    @Test("findings point into their resource and say why", arguments: BuiltinRules.rules)
    func evidence(rule: BuiltinRules.Named) throws {
        for example in rule.rule.examples where example.expect == .noncompliant {
            for finding in Self.findings(rule.rule, example) {
                guard case .resource(let given) = example.subject else { continue }
                // What rests on a fact points at what decides about it, in whichever resource that stands; those of examples
                // are made of pieces from other places of the file.
                let span = example.document.span(given)
                let isInside = finding.span.start >= span.start && finding.span.end <= span.end
                #expect(isInside || Self.readsFacts(rule.rule) && finding.span.file === span.file, "\(example.name)")
                let evidence = finding.evidence + (finding.reach?.evidence ?? [])
                #expect(!evidence.isEmpty || Self.aboutNothing.contains(rule.rule.id), "\(example.name)")
                #expect(finding.fingerprint.count == 32)
            }
        }
    }

    private static func readsFacts(_ rule: Rule) -> Bool {
        let shape = Trial.catalog.shape(of: Trial.catalog.types[rule.resourceType])
        return rule.fieldsRead.contains { shape.field($0)?.isFact == true }
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
