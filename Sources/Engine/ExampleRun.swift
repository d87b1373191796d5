package import Catalog
package import Diagnostics
internal import Documents
package import Findings
package import Inventory
package import Rules

/// Runs the tests of a rule.
package enum ExampleRun {
    /// What came of one test; without problems it passed.
    package struct Outcome: Sendable {
        package var rule: Rule
        package var example: RuleExample
        package var problems: [Diagnostic]
        /// The worst verdict; nil where what is given is wrong, so that the test could not run.
        package var verdict: Verdict?
    }

    /// Runs every test of a rule.
    package static func run(_ rule: Rule, catalog: Catalog) -> [Outcome] {
        rule.examples.map { example in
            let (inventory, problems) = inventory(of: example, type: rule.resourceType, catalog: catalog)
            if problems.hasErrors { return Outcome(rule: rule, example: example, problems: problems, verdict: nil) }
            let judgements = judgements(of: example.boundRule?.rule ?? rule, on: inventory, example)
            let judge = ExampleJudge(rule: rule.id, example: example.name, judgements: judgements)
            return Outcome(
                rule: rule, example: example, problems: example.demands.flatMap(judge.problems),
                verdict: worst(judgements.map(\.verdict)))
        }
    }

    /// What a test gives, and what is wrong with that.
    package static func inventory(
        of example: RuleExample, type: Int, catalog: Catalog
    ) -> (inventory: Inventory, problems: [Diagnostic]) {
        let scope = Scope(
            account: example.account ?? "123456789012", region: example.region ?? "eu-west-1",
            asOf: example.asOf.flatMap { Timestamp($0) })
        var resource: (NodeID, Int)?
        if case .resource(let node) = example.subject { resource = (node, type) }
        let (inventory, diagnostics) = ExampleInventory.load(
            resource: resource, collections: example.collections, in: example.document, scope: scope, catalog: catalog)
        return (inventory, diagnostics)
    }

    /// The rule's judgements on the one resource given, or on all of its type.
    package static func judgements(of rule: Rule, on inventory: Inventory, _ example: RuleExample) -> [Judgement] {
        let run = RuleRun(inventory: inventory, rules: [rule], jobs: 1, version: "test")
        let parts =
            if case .resource = example.subject { 0..<min(1, run.partCount) } else { 0..<run.partCount }
        return parts.flatMap { run.judgements(inPart: $0, .all) }
    }

    /// Noncompliant before insufficient data before compliant before not applicable.
    package static func worst(_ verdicts: [Verdict]) -> Verdict? {
        [.noncompliant, .insufficientData, .compliant, .notApplicable].first { verdicts.contains($0) }
    }
}
