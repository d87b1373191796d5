import Findings
import Testing

/// `admits` on random security groups and network ACLs, against sets of packets that are simply listed.
struct TrafficDifferentialTests {
    @Test("security groups", arguments: 1...6 as ClosedRange<UInt64>)
    func securityGroups(seed: UInt64) throws {
        var random = RandomTraffic(seed: seed)
        let lists = (0..<40).map { index in (0..<index % 6).map { _ in random.entry() } }
        try compare("security_group", lists, queries: (0..<20).map { _ in random.query() }, SmallTraffic.united)
    }

    @Test("network ACLs", arguments: 101...106 as ClosedRange<UInt64>)
    func networkACLs(seed: UInt64) throws {
        var random = RandomTraffic(seed: seed)
        let lists = (0..<40).map { index in
            let numbers = Array(1...index % 7 + 1).shuffled(using: &random.generator)
            return numbers.map { random.entry(number: $0 * 10) }
        }
        try compare("network_acl", lists, queries: (0..<20).map { _ in random.query() }, SmallTraffic.firstMatch)
    }

    private func compare(
        _ type: String, _ lists: [[SmallTraffic.Entry]], queries: [SmallTraffic.Query],
        _ passes: ([SmallTraffic.Entry], SmallTraffic.Packet) -> Int
    ) throws {
        let resources = lists.enumerated().map { index, entries in
            "  - {id: r-\(index), ingress: [\(entries.map(\.text).joined(separator: ", "))], egress: []}\n"
        }
        let inventory = try Trial.inventory(["inventory: 1\n\(type)s:\n\(resources.joined())"])
        let rules = try queries.enumerated().map { index, query in
            try #require(
                try Trial.rules(
                    Trial.ruleText(type, "flag: {ingress: {admits: \(query.text)}}").replacing(
                        "my-rule", with: "rule-\(100 + index)")
                ).first)
        }
        let judgements = Trial.judgements(rules, inventory)
        #expect(judgements.count == lists.count * queries.count)
        var outcomes: Set<Outcome> = []
        for (index, judgement) in judgements.enumerated() {
            let entries = lists[index / queries.count]
            let query = queries[index % queries.count]
            var memo: [SmallTraffic.Packet: Int] = [:]
            let expected = query.answer { packet in
                if let known = memo[packet] { return known }
                let level = passes(entries, packet)
                memo[packet] = level
                return level
            }
            outcomes.insert(expected)
            let found = Outcome(judgement.verdict)
            #expect(found == expected, "\(query.text) of \(entries.map(\.text))")
        }
        #expect(outcomes == [.yes, .no, .unknown], "the comparison says something")
    }
}
