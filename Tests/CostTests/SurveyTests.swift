import Costing
import Engine
import Findings
import SeededRandom
import Testing

/// Sums over whole inventories: equal to what a naive sum gives, whatever the threads, the files and their order.
struct SurveyTests {
    private static let rules = """
        rules:
        \(Bill.rule("unused", on: "volume", flag: "{state: available}", savings: "monthly_cost"))
        \(Bill.rule("newer", on: "volume", flag: "{type: gp2}", savings: "'resource.monthly_cost - resource.cost_as({\"type\": \"gp3\"})'"))
        \(Bill.rule("idle", on: "elastic_ip", flag: "{instance: {exists: false}}", savings: "monthly_cost"))
        """

    /// A volume, and what it costs and saves in millionths of a dollar; nil without a price.
    private struct Volume {
        var text: String
        var team: String?
        var region: String
        var cost: Int?
        var saving: Int
    }

    private static func volume(_ number: Int, _ random: inout SeededGenerator) -> Volume {
        let region = ["us-east-1", "eu-west-1"].randomElement(using: &random)!
        let type = ["gp2", "gp3"].randomElement(using: &random)!
        let size = Bool.random(using: &random) || number % 3 == 0 ? Int.random(in: 1...2000, using: &random) : nil
        let isUnused = Bool.random(using: &random)
        let team = ["A", "B", nil].randomElement(using: &random)!
        let rate = region == "us-east-1" ? (gp2: 100_000, gp3: 80_000) : (gp2: 110_000, gp3: 88_000)
        let cost = size.map { $0 * (type == "gp2" ? rate.gp2 : rate.gp3) }
        let newer = size.map { type == "gp2" ? $0 * (rate.gp2 - rate.gp3) : 0 } ?? 0
        var text = "{id: vol-\(number), region: \(region), type: \(type), state: \(isUnused ? "available" : "in_use")"
        text += size.map { ", size: \($0)" } ?? ""
        text += ", tags: {\(team.map { "Team: \($0), Owner: \($0)@example.com" } ?? "")}}"
        return Volume(
            text: text, team: team, region: region, cost: cost, saving: isUnused ? cost ?? 0 : newer)
    }

    private static func text(_ volumes: some Sequence<Volume>) -> String {
        "inventory: 1\naccount: \"111122223333\"\nvolumes:\n" + volumes.map { "  - \($0.text)\n" }.joined()
    }

    @Test("sums are those of a naive sum", arguments: [1, 2, 3, 4] as [UInt64])
    func sums(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let volumes = (0..<1500).map { Self.volume($0, &random) }
        let rules = try Bill.rules(Self.rules)
        let run = Bill.run(try Bill.inventory([Self.text(volumes)]), rules)
        let breakdown = Bill.breakdown(run)
        #expect(breakdown.total.amount.micros == Self.cost(volumes))
        #expect(breakdown.total.priced == volumes.count { $0.cost != nil })
        #expect(breakdown.total.unpriced == volumes.count { $0.cost == nil })
        #expect(breakdown.saving.amount.micros == Self.saving(volumes))
        #expect(run.summary.monthlySavings == breakdown.saving.amount.money)
        for region in ["us-east-1", "eu-west-1"] {
            let wanted = Self.cost(volumes.filter { $0.region == region })
            #expect(breakdown.lines[1][.named(region)]?.amount.micros == wanted)
        }
        for team in ["A", "B", nil] {
            let own = volumes.filter { $0.team == team }
            let value: CostBreakdown.Value = team.map { .named($0) } ?? .none
            #expect(breakdown.lines[3][value]?.amount.micros == Self.cost(own))
            let owner: CostBreakdown.Value = team.map { .named("\($0)@example.com") } ?? .none
            #expect(breakdown.savingsByOwner[owner]?.amount.micros == Self.saving(own))
        }
        // Every dimension divides the whole, and savings never exceed it.
        for lines in breakdown.lines {
            var sum = CostBreakdown.Line()
            for line in lines.values { sum += line }
            #expect(sum == breakdown.total)
        }
        var owners = CostBreakdown.Saving()
        for saving in breakdown.savingsByOwner.values { owners += saving }
        #expect(owners == breakdown.saving)
        #expect(breakdown.saving.amount.micros <= breakdown.total.amount.micros)
        let gaps = breakdown.gaps.values.map(\.count)
        #expect(gaps.reduce(0, +) == breakdown.total.unpriced)
        try sameInAnyOrder(volumes, breakdown)
    }

    private static func cost(_ volumes: [Volume]) -> Int128 {
        var sum: Int128 = 0
        for volume in volumes { sum += Int128(volume.cost ?? 0) }
        return sum
    }

    private static func saving(_ volumes: [Volume]) -> Int128 {
        var sum: Int128 = 0
        for volume in volumes { sum += Int128(volume.saving) }
        return sum
    }

    private func sameInAnyOrder(_ volumes: [Volume], _ wanted: CostBreakdown) throws {
        let rules = try Bill.rules(Self.rules)
        let half = volumes.count / 2
        let splits = [
            [Self.text(volumes.reversed())], [Self.text(volumes[half...]), Self.text(volumes[..<half])],
            stride(from: 0, to: volumes.count, by: 400).map { Self.text(volumes[$0..<min($0 + 400, volumes.count)]) },
        ]
        for texts in splits {
            for jobs in [1, 2, 8] {
                let run = Bill.run(try Bill.inventory(texts, jobs: jobs), rules, jobs: jobs)
                let breakdown = Bill.breakdown(run, jobs: jobs)
                #expect(breakdown.total == wanted.total && breakdown.lines == wanted.lines)
                #expect(breakdown.saving == wanted.saving && breakdown.savingsByRule == wanted.savingsByRule)
                #expect(breakdown.savingsByOwner == wanted.savingsByOwner && breakdown.sources == wanted.sources)
                #expect(breakdown.gaps.mapValues(\.count) == wanted.gaps.mapValues(\.count))
            }
        }
    }

    @Test func tagsThatAreNotThereAndTagsThatNobodyKnows() throws {
        let breakdown = Bill.breakdown(
            Bill.run(
                try Bill.inventory([
                    """
                    inventory: 1
                    region: us-east-1
                    elastic_ips:
                      - {id: a, tags: {Team: web}}
                      - {id: b, tags: {}}
                      - {id: c, tags: null}
                      - {id: d}
                      - {id: e, tags: {Team: ""}}
                    """
                ])))
        let counts = breakdown.lines[3].mapValues(\.priced)
        let wanted: [CostBreakdown.Value: Int] = [.named("web"): 1, .none: 2, .unstated: 1, .named(""): 1]
        #expect(counts == wanted)
        // The account is not stated either.
        #expect(breakdown.lines[2] == [.unstated: breakdown.total])
    }
}
