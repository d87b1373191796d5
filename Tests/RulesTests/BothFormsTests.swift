import Catalog
import Diagnostics
import Engine
import Findings
import Inventory
import Rules
import Testing

/// Mappings and expressions are one language: every built-in rule, written in expressions, says the same of everything.
struct BothFormsTests {
    private static func rewritten(_ rule: Rule) throws -> Rule? {
        guard let text = try ExpressionForm.text(of: rule) else { return nil }
        return try Trial.rules(text).first
    }

    private static func said(_ judgement: Judgement, _ id: String) -> String {
        "\(judgement.resource.id) \(id) \(judgement.entry ?? "-") \(judgement.verdict.rawValue) "
            + judgement.missing.sorted().joined(separator: ",")
    }

    @Test("the tests of a rule come out the same", arguments: BuiltinRules.rules)
    func tests(rule: BuiltinRules.Named) throws {
        guard let other = try Self.rewritten(rule.rule) else { return }
        let outcomes = ExampleRun.run(rule.rule, catalog: Trial.catalog)
        let others = ExampleRun.run(other, catalog: Trial.catalog)
        #expect(outcomes.count == others.count)
        for (outcome, other) in zip(outcomes, others) {
            #expect(outcome.verdict == other.verdict, "\(outcome.example.name)")
            #expect(other.problems.isEmpty, "\(outcome.example.name)")
        }
    }

    @Test(
        "resources made up at random are judged the same",
        arguments: Trial.catalog.types.map(\.name).filter { type in BuiltinRules.rules.contains { $0.typeName == type } })
    func random(typeName: String) throws {
        let type = try #require(Trial.catalog.type(named: typeName))
        var random = RandomResource(seed: 7)
        let lines = (100..<160).map { "  - \(random.yaml(of: type, id: "\"123456789\($0)\""))\n" }
        let text = "inventory: 1\nas_of: 2026-07-01\n\(type.collection):\n\(lines.joined())"
        let inventory = try Trial.inventory([text])
        var pairs: [(Rule, Rule)] = []
        for rule in BuiltinRules.rules where rule.typeName == typeName {
            if let other = try Self.rewritten(rule.rule) { pairs.append((rule.rule, other)) }
        }
        let rules = pairs.map(\.0)
        let found = Trial.judgements(rules, inventory).map { Self.said($0, rules[$0.rule].id) }
        let others = Trial.judgements(pairs.map(\.1), inventory).map { Self.said($0, rules[$0.rule].id) }
        #expect(found.count == others.count)
        for (found, other) in zip(found, others) where found != other {
            Issue.record("as a mapping: \(found), as an expression: \(other)")
        }
    }

    @Test func nearlyAllRulesHaveOneText() throws {
        let rewritten = try BuiltinRules.rules.filter { try ExpressionForm.text(of: $0.rule) != nil }
        #expect(rewritten.count * 10 >= BuiltinRules.rules.count * 9, "\(rewritten.count) of \(BuiltinRules.rules.count)")
    }
}
