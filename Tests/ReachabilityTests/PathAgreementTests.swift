import Inventory
import Networks
import Testing

@testable import Reachability
import SeededRandom

/// A path says what `arriving` says, and the entries that it names decide about a packet.
struct PathAgreementTests {
    static let questions = [
        "tcp/22 from internet", "tcp/443 from 8.8.8.8", "udp/53 from 10.1.0.0/16", "icmp/8 from anywhere",
        "tcp from 10.0.2.0/24",
        "tcp/22 from 2a00::1", "all from 20.30.0.0/16",
    ]

    @Test("verdicts", arguments: 0..<60 as Range<UInt64>)
    func verdicts(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let naive = RandomNetwork(seed: seed).network
        let hidden = seed % 2 == 0 ? [] : Set(Completion.hideable(naive).filter { _ in random.once(in: 6) })
        let network = try Network(NetworkText(network: naive, hidden: hidden).text)
        for interface in naive.interfaces {
            let place = try network.place("network_interface", interface.id)
            let arriving = network.model.arriving(at: place)
            for question in Self.questions {
                // Questions about the internet are not about the networks around.
                let index = network.model.interfaces(of: place)[0]
                let asked = network.model.fromOutside(try Packet(question).traffic, at: index)
                let path = try #require(try network.path("network_interface", interface.id, question))
                let expected: Path.Verdict =
                    arriving.certain.overlaps(asked) ? .passes : arriving.possible.overlaps(asked) ? .undecided : .stops
                #expect(path.verdict == expected, "\(question) at \(interface.id): \(path.summary)")
                #expect(path.arrives.certain == arriving.certain.intersection(asked))
                #expect((path.blocker == nil) == (expected != .stops))
                #expect(
                    expected != .undecided || !path.missing.isEmpty || hasAppliance(naive),
                    "\(question): nothing is missing")
                try check(path, asked, network)
            }
        }
    }

    /// Lists and appliances leave it open, whatever is stated.
    private func hasAppliance(_ naive: NaiveNetwork) -> Bool {
        naive.tables.contains { $0.routes.contains { $0.kind == "network_interface" } }
    }

    /// The entries named are there, and admit or deny some of what is asked as the step says.
    private func check(_ path: Path, _ asked: TrafficSet, _ network: Network) throws {
        for step in path.steps {
            guard let entry = step.entry, step.kind != .gateway, step.kind != .route else { continue }
            let parts = entry.split(whereSeparator: { ".[]".contains($0) }).map(String.init)
            let index = try #require(Int(parts[3]))
            let isIngress = parts[2] == "ingress"
            let model = network.model
            if step.kind == .securityGroup {
                let group = model.census.number(try network.place("security_group", parts[1]))
                let named = try #require(model.groups.entries(of: group, isIngress: true))[index]
                #expect(AdmittedTraffic(unionOf: [named]).possible.overlaps(asked), "\(entry): \(step.detail)")
                #expect(step.verdict != .stops)
            } else {
                let list = model.census.number(try network.place("network_acl", parts[1]))
                let entries = try #require(Contradictions(model).entries(of: list, isIngress: isIngress))
                #expect(entries[index].allows == (step.verdict != .stops), "\(entry): \(step.detail)")
                let spoken = AdmittedTraffic(unionOf: [entries[index].entry]).possible
                #expect(isIngress ? spoken.overlaps(asked) : !spoken.isEmpty)
            }
        }
    }
}
