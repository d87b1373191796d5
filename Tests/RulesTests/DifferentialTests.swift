import Catalog
import Diagnostics
import Documents
import Findings
import Rules
import Testing

/// The engine against an evaluator that is too simple to be wrong in the same way, on resources made up at random.
struct DifferentialTests {
    struct Round: CustomTestStringConvertible, Sendable {
        var type: String
        var seed: UInt64
        var asOf: String?
        var testDescription: String { "\(type), seed \(seed), as of \(asOf ?? "an unknown time")" }
    }

    static let rounds = Trial.catalog.types.map(\.name).filter { type in
        BuiltinRules.rules.contains { $0.typeName == type }
    }.flatMap { type in
        [
            Round(type: type, seed: 1, asOf: "2026-07-01"), Round(type: type, seed: 2, asOf: nil),
        ]
    }

    @Test("the same verdicts for", arguments: rounds)
    func sameVerdicts(round: Round) throws {
        let type = try #require(Trial.catalog.type(named: round.type))
        var random = RandomResource(seed: round.seed)
        let lines = (100..<140).map { "  - \(random.yaml(of: type, id: "\"123456789\($0)\""))\n" }
        let head = round.asOf.map { "as_of: \($0)\n" } ?? ""
        let text = "inventory: 1\n\(head)\(type.collection):\n\(lines.joined())"
        let rules = BuiltinRules.rules.filter { $0.typeName == round.type && Self.isSimple($0.rule) }.map(\.rule)
        let judgements = Trial.judgements(rules, try Trial.inventory([text]))
        let found = judgements.map {
            "\($0.resource.id) \(rules[$0.rule].id) \($0.entry ?? "-") \($0.verdict.rawValue)"
        }
        let expected = try Self.naive(text, type, rules, now: round.asOf.flatMap { Timestamp($0)?.micros })
        #expect(found.count == expected.count)
        for (found, expected) in zip(found, expected) where found != expected {
            Issue.record("engine: \(found), reference: \(expected)")
        }
        // Every verdict occurs, so the comparison says something.
        if rules.count > 5, round.asOf != nil { #expect(Set(judgements.map(\.verdict)).count >= 3) }
    }

    /// Whether the reference understands a rule: conditions in the match form, no traffic and no facts.
    private static func isSimple(_ rule: Rule) -> Bool {
        let text = rule.sourceSpan.file.text(rule.sourceSpan.start..<rule.sourceSpan.end)
        let shape = Trial.catalog.shape(of: Trial.catalog.types[rule.resourceType])
        if rule.fieldsRead.contains(where: { shape.field($0)?.isFact == true }) { return false }
        return !text.contains("admits:") && !text.contains(/\n *(when|flag|require): *[^ {\n]/)
    }

    private static func naive(_ text: String, _ type: ResourceType, _ rules: [Rule], now: Int64?) throws -> [String] {
        let (inventory, problems) = YAMLReader.read(Trial.file(text))
        try #require(!problems.hasErrors)
        let list = try #require(inventory.roots.first.flatMap { inventory.value(of: type.collection, in: $0) })
        var naive: [NaiveRule] = []
        for rule in rules {
            let source = rule.sourceSpan.file.text(rule.sourceSpan.start..<rule.sourceSpan.end)
            let (document, problems) = YAMLReader.read(Trial.file("- " + source.replacing("\n  ", with: "\n") + "\n"))
            try #require(!problems.hasErrors)
            let node = try #require(document.roots.first.flatMap { document.items($0).first })
            naive.append(NaiveRule(node, in: document, now: now))
        }
        return inventory.items(list).flatMap { item in
            let resource = NaiveValue(item, FieldType(.record, detail: type.shape), in: inventory)
            let id = inventory.pairs(item).first.map { inventory.text($0.value) } ?? ""
            return zip(rules, naive).flatMap { rule, naive in
                naive.verdicts(of: resource).map { "\(id) \(rule.id) \($0.entry ?? "-") \($0.verdict.rawValue)" }
            }
        }
    }
}
