import Catalog
import Diagnostics
import Findings
import Inventory
import Rules
import Testing
import SeededRandom

/// Ways to write the same thing: none of them may change a verdict.
struct InvarianceTests {
    struct Round: CustomTestStringConvertible, Sendable {
        var type: String
        var seed: UInt64
        var testDescription: String { "\(type), seed \(seed)" }

        static let all = ["security_group", "network_acl"].flatMap { type in (1...4).map { Round(type: type, seed: $0) }
        }
    }

    /// A resource as lists of entries, so that they can be written differently.
    private struct Resource {
        var id: String
        var entries: [SmallTraffic.Entry]
        var text: String {
            "  - {id: \(id), name: web, ingress: [\(entries.map(\.text).joined(separator: ", "))], egress: []}\n"
        }
    }

    private static func resources(_ round: Round, _ random: inout RandomTraffic) -> [Resource] {
        (0..<30).map { index in
            let numbers = Array(1...index % 5 + 1).shuffled(using: &random.generator)
            let isACL = round.type == "network_acl"
            return Resource(id: "r-\(index)", entries: numbers.map { random.entry(number: isACL ? $0 * 10 : nil) })
        }
    }

    /// Rule and resource to verdicts; those of entries sorted, since entries may move.
    private static func verdicts(_ round: Round, _ texts: [String], _ rules: [Rule]) throws -> [String: [String]] {
        let bodies = texts.map { text in
            "inventory: 1\n\(round.type)s:\n"
                + (round.type == "network_acl" ? text.replacing("name: web, ", with: "default: false, ") : text)
        }
        var result: [String: [String]] = [:]
        for judgement in Trial.judgements(rules, try Trial.inventory(bodies)) {
            result["\(rules[judgement.rule].id) \(judgement.resource.id)", default: []].append(
                judgement.verdict.rawValue)
        }
        return result.mapValues { $0.sorted() }
    }

    private static func rules(_ round: Round) -> [Rule] {
        BuiltinRules.rules.filter { $0.typeName == round.type }.map(\.rule)
    }

    /// The rules that ask about the traffic as a whole, whichever entries admit it.
    private static func trafficRules(_ round: Round) -> [Rule] {
        rules(round).filter { rule in
            rule.forEach.isEmpty
                && rule.sourceSpan.file.text(rule.sourceSpan.start..<rule.sourceSpan.end).contains("admits:")
        }
    }

    private func expectSame(
        _ round: Round, _ rules: [Rule], _ resources: [Resource], _ changed: [String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let before = try Self.verdicts(round, [resources.map(\.text).joined()], rules)
        let after = try Self.verdicts(round, changed, rules)
        #expect(before.count == rules.count * resources.count, sourceLocation: sourceLocation)
        for (key, verdicts) in before where after[key] != verdicts {
            Issue.record("\(key): \(verdicts) became \(after[key] ?? [])", sourceLocation: sourceLocation)
        }
    }

    @Test("entries in another order", arguments: Round.all)
    func permutedEntries(round: Round) throws {
        var random = RandomTraffic(seed: round.seed)
        let resources = Self.resources(round, &random)
        for _ in 0..<3 {
            let changed = resources.map {
                Resource(id: $0.id, entries: $0.entries.shuffled(using: &random.generator)).text
            }
            try expectSame(round, Self.rules(round), resources, [changed.joined()])
        }
    }

    @Test("protocols by number", arguments: Round.all)
    func protocolNumbers(round: Round) throws {
        var random = RandomTraffic(seed: round.seed &+ 100)
        let resources = Self.resources(round, &random)
        var text = resources.map(\.text).joined()
        for (name, number) in [("tcp", "6"), ("udp", "\"17\""), ("icmp", "1"), ("all", "\"-1\"")] {
            text = text.replacing("protocol: \(name),", with: "protocol: \(number),")
        }
        try expectSame(round, Self.rules(round), resources, [text])
    }

    @Test("ranges of addresses cut in two", arguments: Round.all)
    func splitRanges(round: Round) throws {
        var random = RandomTraffic(seed: round.seed &+ 200)
        let resources = Self.resources(round, &random)
        var text = resources.map(\.text).joined()
        for isIPv6 in [false, true] {
            for (length, numbers) in [(2, 0..<4), (1, 0..<2), (0, 0..<1)] {
                for number in numbers {
                    let whole = SmallTraffic.cidr(isIPv6: isIPv6, length: length, number: number)
                    let halves = [0, 1].map {
                        SmallTraffic.cidr(isIPv6: isIPv6, length: length + 1, number: number * 2 + $0)
                    }
                    text = text.replacing("\"\(whole)\"", with: halves.map { "\"\($0)\"" }.joined(separator: ", "))
                }
            }
        }
        try expectSame(round, Self.trafficRules(round), resources, [text])
    }

    @Test(
        "an entry for each range of ports and for each peer",
        arguments: Round.all.filter { $0.type == "security_group" })
    func splitEntries(round: Round) throws {
        var random = RandomTraffic(seed: round.seed &+ 300)
        let resources = Self.resources(round, &random)
        let changed = resources.map { resource in
            let entries = resource.entries.flatMap { entry in
                let peers = Self.items("source", entry.text)
                let ports: [String?] = entry.text.contains("ports:") ? Self.items("ports", entry.text) : [nil]
                return ports.flatMap { port in
                    peers.map { "{protocol: \(entry.transport)\(port.map { ", ports: \($0)" } ?? ""), source: \($0)}" }
                }
            }
            return "  - {id: \(resource.id), name: web, ingress: [\(entries.joined(separator: ", "))], egress: []}\n"
        }
        try expectSame(round, Self.trafficRules(round), resources, [changed.joined()])
    }

    private static func items(_ field: String, _ text: String) -> [String] {
        let list = text.split(separator: "\(field): [").dropFirst().first?.prefix { $0 != "]" } ?? ""
        return list.split(separator: ", ").map(String.init)
    }

    @Test("an entry that another one includes", arguments: Round.all.filter { $0.type == "security_group" })
    func subsumedEntry(round: Round) throws {
        var random = RandomTraffic(seed: round.seed &+ 400)
        let resources = Self.resources(round, &random)
        let changed = resources.map { resource in
            let twin = random.generator.pick(resource.entries)
            let part = "{protocol: \(twin.transport), ports: 443, source: \(Self.items("source", twin.text)[0])}"
            let isIncluded = twin.ports?.contains(5) == true || !["tcp", "udp"].contains(twin.transport)
            let text = isIncluded ? part : twin.text
            let at = Int.random(in: 0...resource.entries.count, using: &random.generator)
            var entries = resource.entries.map(\.text)
            entries.insert(text, at: at)
            return "  - {id: \(resource.id), name: web, ingress: [\(entries.joined(separator: ", "))], egress: []}\n"
        }
        try expectSame(round, Self.trafficRules(round), resources, [changed.joined()])
    }

    @Test("resources in another order and over several files", arguments: Round.all)
    func splitInventory(round: Round) throws {
        var random = RandomTraffic(seed: round.seed &+ 500)
        let resources = Self.resources(round, &random)
        let shuffled = resources.shuffled(using: &random.generator).map(\.text)
        let files = stride(from: 0, to: shuffled.count, by: 7).map {
            shuffled[$0..<min($0 + 7, shuffled.count)].joined()
        }
        try expectSame(round, Self.rules(round), resources, files)
    }

    @Test(
        "buckets and instances in another order and over several files",
        arguments: ["bucket", "instance", "volume", "account"])
    func splitOthers(name: String) throws {
        let type = try #require(Trial.catalog.type(named: name))
        var random = RandomResource(seed: 9)
        let lines = (100..<130).map { "  - \(random.yaml(of: type, id: "\"123456789\($0)\""))\n" }
        let rules = BuiltinRules.rules.filter { $0.typeName == name }.map(\.rule)
        func verdicts(_ files: [[String]]) throws -> [String] {
            let texts = files.map { "inventory: 1\nas_of: 2026-07-01\n\(type.collection):\n\($0.joined())" }
            return Trial.judgements(rules, try Trial.inventory(texts)).map {
                "\($0.resource.id) \(rules[$0.rule].id) \($0.entry ?? "") \($0.verdict) \($0.message) \($0.fingerprint)"
            }.sorted()
        }
        let shuffled = lines.shuffled(using: &random.generator)
        #expect(
            try verdicts([lines])
                == verdicts([Array(shuffled[..<10]), Array(shuffled[10..<11]), Array(shuffled[11...])]))
    }
}
