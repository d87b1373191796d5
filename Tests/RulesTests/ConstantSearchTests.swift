import Diagnostics
import Expressions
import Findings
import Rules
import Testing
import SeededRandom

/// A condition is refused as constant exactly when a part of it comes out the same on every resource there can be, as the
/// engine sees it: of random conditions, each part is judged on all combinations of values.
struct ConstantSearchTests {
    /// A condition with its parts.
    private indirect enum Tree {
        case leaf(String)
        case not(Tree)
        case joined(String, Tree, Tree)

        var text: String {
            switch self {
            case .leaf(let text): text
            case .not(let inner): "!(\(inner.text))"
            case .joined(let sign, let left, let right): "(\(left.text)) \(sign) (\(right.text))"
            }
        }

        var parts: [Tree] {
            switch self {
            case .leaf: [self]
            case .not(let inner): [self] + inner.parts
            case .joined(_, let left, let right): [self] + left.parts + right.parts
            }
        }
    }

    private static let tenancies = ["default", "dedicated", "host"]

    private static func leaf(_ generator: inout SeededGenerator) -> String {
        let order = generator.pick(["<", "<=", ">", ">="])
        let equality = generator.pick(["==", "!="])
        let number = Int.random(in: 1...3, using: &generator)
        let name = generator.pick(tenancies)
        switch Int.random(in: 0..<9, using: &generator) {
        case 0, 1: return "resource.vcpus \(order) \(number)"
        case 2: return "resource.vcpus \(equality) \(generator.pick(["null", "\(number)"]))"
        case 3, 4: return "resource.tenancy \(equality) \"\(name)\""
        case 5: return "resource.tenancy \(equality) null"
        case 6:
            let other = generator.pick(tenancies.filter { $0 != name })
            return "resource.tenancy in [\"\(name)\", \"\(other)\"]"
        case 7: return "size(resource.tags) \(generator.pick([order, equality])) \(number / 3)"
        default:
            return generator.pick(["resource.ebs_optimized", "resource.ebs_optimized == false", "has(resource.vcpus)"])
        }
    }

    private static func tree(_ depth: Int, _ generator: inout SeededGenerator) -> Tree {
        if depth == 0 || generator.once(in: 5) { return .leaf(leaf(&generator)) }
        if generator.once(in: 5) { return .not(tree(depth - 1, &generator)) }
        return .joined(
            generator.pick(["&&", "||"]), tree(depth - 1, &generator), tree(depth - 1, &generator))
    }

    private static func checked(_ text: String) throws -> Expression {
        var environment = Environment()
        RuleEnvironment.extend(&environment, catalog: Trial.catalog, resource: "instance")
        let file = SourceFile(path: "condition", text: text.utf8)
        var checker = Checker(environment) { SourceSpan(file: file, start: Int($0.start), end: Int($0.end)) }
        let expression = checker.check(try #require(Parser.parse(text).syntax, "\(text)"))
        try #require(checker.errors.isEmpty, "\(text)")
        return expression
    }

    @Test func whatIsRefusedIsConstantAndWhatIsConstantIsRefused() throws {
        var generator = SeededGenerator(seed: 20)
        let trees = (0..<200).map { _ in Self.tree(3, &generator) }
        let parts = trees.map { tree in tree.parts.map(\.text) }
        // Outside the rule reader nothing is refused.
        let template = try #require(try Trial.rules(Trial.ruleText("instance", "flag: {vcpus: 1}")).first)
        var rules: [Rule] = []
        for text in Set(parts.joined()).sorted() {
            var rule = template
            rule.id = text
            rule.conditions = [try Self.checked(text)]
            rules.append(rule)
        }
        var resources = "inventory: 1\ninstances:\n"
        var count = 0
        for tenancy in ["null"] + Self.tenancies {
            for vcpus in ["null", "0", "1", "2", "3", "4"] {
                for tags in ["null", "{}", "{a: b}", "{a: b, c: d}"] {
                    for isOptimized in ["null", "true", "false"] {
                        count += 1
                        resources += "  - {id: i-\(count), tenancy: \(tenancy), vcpus: \(vcpus), tags: \(tags), "
                        resources += "ebs_optimized: \(isOptimized)}\n"
                    }
                }
            }
        }
        var outcomes: [String: Set<Verdict>] = [:]
        let judgements = Trial.judgements(rules, try Trial.inventory([resources]))
        try #require(judgements.count == rules.count * count)
        for (index, judgement) in judgements.enumerated() {
            outcomes[rules[index % rules.count].id, default: []].insert(judgement.verdict)
        }
        var refused = 0
        for (tree, parts) in zip(trees, parts) {
            let constant = parts.filter { outcomes[$0]?.count == 1 }
            let complaints = Trial.complaints(about: Trial.ruleText("instance", "flag: '\(tree.text)'"))
            #expect(complaints.isEmpty == constant.isEmpty, "\(tree.text)\n\(complaints)\(constant)")
            if !complaints.isEmpty { refused += 1 }
        }
        #expect(refused > 20 && refused < 150)
    }
}
