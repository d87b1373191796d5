package import Catalog
package import Diagnostics
package import Findings
internal import Inventory
package import Rules

/// Runs the tests of a rule.
package enum ExampleRun {
    /// What came of one test; without problems it passed.
    package struct Outcome: Sendable {
        package var rule: Rule
        package var example: RuleExample
        package var problems: [Diagnostic]
        package var verdict: Verdict?
    }

    /// Runs every test of a rule.
    package static func run(_ rule: Rule, catalog: Catalog) -> [Outcome] {
        rule.examples.map { example in
            let (verdict, problems) = run(example.boundRule?.rule ?? rule, example, catalog)
            return Outcome(rule: rule, example: example, problems: problems, verdict: verdict)
        }
    }

    private static func run(_ rule: Rule, _ example: RuleExample, _ catalog: Catalog) -> (Verdict?, [Diagnostic]) {
        let scope = Scope(
            account: example.account ?? "123456789012", region: example.region ?? "eu-west-1",
            asOf: example.asOf.flatMap { Timestamp($0) })
        let (inventory, diagnostics) = ExampleInventory.load(
            given: example.given, type: rule.resourceType, with: example.with, in: example.document, scope: scope,
            catalog: catalog)
        if diagnostics.hasErrors { return (nil, diagnostics) }
        let run = RuleRun(inventory: inventory, rules: [rule], jobs: 1, version: "test")
        let judgements = run.partCount > 0 ? run.judgements(inPart: 0, .all) : []
        let verdict = worst(judgements.map(\.verdict))
        var problems: [Diagnostic] = []
        if verdict != example.expect {
            let missing = judgements.flatMap(\.missing)
            problems.append(
                Diagnostic(
                    .error,
                    "`\(rule.id)` says \(verdict?.rawValue ?? "nothing"), the test \"\(example.name)\" expects \(example.expect.rawValue)",
                    at: example.expectSpan,
                    help: missing.isEmpty
                        ? nil : "the test does not state \(missing.map { "`\($0)`" }.joined(separator: ", "))"))
        }
        let findings = judgements.filter { $0.verdict == .noncompliant }
        if let entry = example.entry {
            let named = findings.flatMap { ($0.entry.map { [$0] } ?? []) + $0.evidence.map(\.path) }
            if !named.contains(entry) {
                problems.append(
                    Diagnostic(
                        .error, "the finding of \"\(example.name)\" does not name `\(entry)`", at: example.span,
                        help: named.isEmpty ? nil : "it names \(named.map { "`\($0)`" }.joined(separator: ", "))"))
            }
        }
        if let message = example.message, !findings.contains(where: { $0.message.contains(message) }) {
            problems.append(
                Diagnostic(
                    .error, "no finding of \"\(example.name)\" says \"\(message)\"", at: example.span,
                    help: findings.first.map { "it says \"\($0.message)\"" }))
        }
        return (verdict, problems)
    }

    /// Noncompliant before insufficient data before compliant before not applicable.
    package static func worst(_ verdicts: [Verdict]) -> Verdict? {
        [.noncompliant, .insufficientData, .compliant, .notApplicable].first { verdicts.contains($0) }
    }
}
