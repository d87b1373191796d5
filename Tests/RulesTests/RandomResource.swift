import Catalog
import Expressions
import Rules
import SeededRandom

/// Resources made up from the catalog: any field may be absent or null, and the values are those the built-in rules ask
/// about, with their neighbours.
struct RandomResource {
    var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// What the rules compare with.
    private static let constants: (texts: [String], numbers: [Int64], days: [Int64]) = {
        var texts: Set<String> = []
        var numbers: Set<Int64> = []
        var days: Set<Int64> = []
        func take(_ literal: Literal) {
            switch literal {
            case .string(let text): texts.insert(text)
            case .int(let number): numbers.insert(number)
            case .duration(let micros): days.insert(micros / 86_400_000_000)
            case .list(let elements): elements.forEach(take)
            default: break
            }
        }
        func visit(_ expression: Expression) {
            switch expression.kind {
            case .literal(let literal), .parameter(_, let literal): take(literal)
            case .field: break
            default: expression.parts.forEach(visit)
            }
        }
        for rule in BuiltinRules.rules { ((rule.rule.when.map { [$0] } ?? []) + rule.rule.conditions).forEach(visit) }
        return (texts.sorted(), numbers.filter { $0 < 100_000 }.sorted(), days.filter { $0 < 5000 }.sorted())
    }()

    /// A flow mapping with all of the type's own fields that chance grants.
    mutating func yaml(of type: ResourceType, id: String) -> String {
        let shape = Trial.catalog.shape(of: type)
        let idName = shape.fields[type.idField].name
        return "{\(idName): \(id)" + fields(shape, except: [idName, "account", "region"]).map { ", " + $0 }.joined()
            + "}"
    }

    private mutating func fields(_ shape: Shape, except names: [String]) -> [String] {
        shape.fields.filter { !names.contains($0.name) && !$0.isFact && $0.type.kind != .metrics }.compactMap { field in
            if !field.isRequired {
                if generator.once(in: 4) { return nil }
                if generator.once(in: 8) { return "\(field.name): null" }
            }
            return "\(field.name): \(value(field.type))"
        }
    }

    private mutating func value(_ type: FieldType) -> String {
        guard type.isList else { return scalar(type) }
        let count = generator.pick([0, 1, 1, 2, 3])
        return "[" + (0..<count).map { _ in scalar(type.element) }.joined(separator: ", ") + "]"
    }

    private mutating func scalar(_ type: FieldType) -> String {
        switch type.kind {
        case .string, .arn, .region, .reference: return quoted(text())
        case .accountID: return "\"123456789012\""
        case .int, .bytes:
            return String(max(0, generator.pick(Self.constants.numbers) + Int64.random(in: -1...1, using: &generator)))
        case .double, .usd: return "\(Int.random(in: 0...9, using: &generator)).50"
        case .bool: return generator.pick(["true", "false"])
        case .timestamp: return time()
        case .duration: return "\(generator.pick(Self.constants.days))d"
        case .ip: return quoted(generator.pick(["10.0.0.7", "8.8.4.4", "2600::7", "fd00::7"]))
        case .cidr: return quoted(generator.pick(["10.0.0.0/16", "8.8.4.0/24", "0.0.0.0/0", "2600::/32"]))
        case .portRange: return generator.pick(["22", "80", "443-443", "8000-8100", "0-65535", "1-65535", "all"])
        case .protocol: return generator.pick(["tcp", "udp", "icmp", "icmpv6", "all", "\"-1\"", "6", "17", "47"])
        case .peer: return quoted(peer())
        case .policy, .traffic: return "{Statement: []}"
        case .map, .metrics: return map()
        case .enumeration: return quoted(generator.pick(Trial.catalog.enumerations[type.detail].names))
        case .record: return "{" + fields(Trial.catalog.shapes[type.detail], except: []).joined(separator: ", ") + "}"
        }
    }

    private mutating func text() -> String {
        let known = generator.pick(Self.constants.texts)
        return generator.pick([known, known, known + "x", known.uppercased(), "", "other"])
    }

    private mutating func peer() -> String {
        generator.pick([
            "0.0.0.0/0", "::/0", "10.0.0.0/8", "8.0.0.0/7", "104.16.0.0/13", "8.8.4.0/24", "8.8.4.4/32", "8.8.4.4",
            "10.0.0.7/32",
            "203.0.113.7/32", "2600::/32", "2600::7/128", "2600::/48", "fd00::/8", "fd00::7/128", "sg-1", "pl-1",
        ])
    }

    /// Around the ages that rules ask for, before and after 2026-07-01.
    private mutating func time() -> String {
        let now = Timestamp("2026-07-01")?.micros ?? 0
        let days = generator.pick(Self.constants.days) * generator.pick([1, 1, -1])
        let seconds = generator.pick([0, 1, -1, 3600] as [Int64])
        return Timestamp(micros: now - days * 86_400_000_000 + seconds * 1_000_000).text
    }

    private mutating func map() -> String {
        let keys = ["Owner", "CostCenter", "Purpose", "Name"].filter { _ in generator.once(in: 3) }
        return "{" + keys.map { "\($0): \(generator.pick(["access-logs", "web", "\"\""]))" }.joined(separator: ", ")
            + "}"
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
