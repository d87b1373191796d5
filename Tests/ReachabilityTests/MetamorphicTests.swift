import Networks
import Testing

@testable import Reachability
import SeededRandom

/// Changes to the text of an inventory that change nothing of what it says.
struct MetamorphicTests {
    static let seeds = 0..<25 as Range<UInt64>

    /// What is said of everything: what arrives, the facts, the verdicts of paths.
    static func statement(_ network: Network, _ naive: NaiveNetwork, rename: (String) -> String = { $0 }) throws
        -> [String]
    {
        var lines: [String] = []
        for spot in NaiveComparisonTests.spots(naive) {
            let id = rename(spot.id)
            lines.append("\(spot.id) \(try network.arriving(spot.type, id))")
            for question in PathAgreementTests.questions {
                let path = try network.path(spot.type, id, question)
                lines.append("\(spot.id) \(question) \(path.map { "\($0.verdict)" } ?? "-")")
                lines.append("\(spot.id) \(question) \(try network.effect(spot.type, id, question))")
            }
        }
        let facts = [
            "security_group": ["attached", "duplicate_entries", "subsumed_entries", "entries_behind_acl"],
            "network_acl": ["shadowed_entries", "drops_replies"], "subnet": ["internet_route"], "vpc": ["used"],
            "network_interface": ["groups_admit_nothing"],
        ]
        let ids = [
            "security_group": naive.groups.map(\.id), "network_acl": naive.acls.map(\.id),
            "subnet": naive.subnets.map(\.id),
            "vpc": naive.vpcs.map(\.id), "network_interface": naive.interfaces.map(\.id),
        ]
        for (type, names) in facts {
            for id in ids[type]! {
                for name in names { lines.append("\(id) \(name) \(try network.fact(type, rename(id), name))") }
            }
        }
        return lines.sorted()
    }

    @Test("another order of everything that has none", arguments: seeds)
    func order(seed: UInt64) throws {
        let naive = RandomNetwork(seed: seed).network
        let before = try Self.statement(Network(NetworkText(network: naive).text), naive)
        for shuffle in 1...3 as ClosedRange<UInt64> {
            let text = NetworkText(network: naive, shuffling: SeededGenerator(seed: shuffle)).text
            #expect(try Self.statement(Network(text), naive) == before)
        }
    }

    @Test("several files, several documents", arguments: seeds)
    func files(seed: UInt64) throws {
        let naive = RandomNetwork(seed: seed).network
        let collections = NetworkText(network: naive).collections
        let before = try Self.statement(Network(collections.joined()), naive)
        let files = try Network(files: collections.map { Network.header + $0 })
        #expect(try Self.statement(files, naive) == before)
        let documents = collections.map { Network.header + $0 }.joined(separator: "---\n")
        #expect(try Self.statement(Network(files: [documents]), naive) == before)
    }

    @Test("numbers of threads", arguments: seeds)
    func threads(seed: UInt64) throws {
        let naive = RandomNetwork(seed: seed).network
        let text = NetworkText(network: naive).text
        let one = try Self.statement(Network(text, jobs: 1), naive)
        for jobs in [2, 8] { #expect(try Self.statement(Network(text, jobs: jobs), naive) == one) }
    }

    @Test("tables that name subnets, subnets that name tables", arguments: seeds)
    func association(seed: UInt64) throws {
        let naive = RandomNetwork(seed: seed).network
        let bySubnet = try Self.statement(Network(NetworkText(network: naive).text), naive)
        #expect(try Self.statement(Network(NetworkText(network: naive, isByTable: true).text), naive) == bySubnet)
    }

    @Test("protocols by number", arguments: seeds)
    func numbers(seed: UInt64) throws {
        let naive = RandomNetwork(seed: seed).network
        let text = NetworkText(network: naive).text
        let numbers = [("tcp", "6"), ("udp", "\"17\""), ("icmpv6", "58"), ("icmp,", "1,"), ("all", "\"-1\"")]
        let renamed = numbers.reduce(text) { $0.replacing("protocol: \($1.0)", with: "protocol: \($1.1)") }
        #expect(renamed != text)
        #expect(try Self.statement(Network(renamed), naive) == Self.statement(Network(text), naive))
    }

    @Test("other ids", arguments: seeds)
    func ids(seed: UInt64) throws {
        let naive = RandomNetwork(seed: seed).network
        let text = NetworkText(network: naive).text
        let pattern = try Regex("\\b(vpc|subnet|rtb|acl|sg|eni|pl|igw|pcx|i)-(?=[0-9])")
        let renamed = text.replacing(pattern) { "\(text[$0.range])0f" }
        func rename(_ id: String) -> String { id.replacing("-", with: "-0f") }
        #expect(try Self.statement(Network(renamed), naive, rename: rename) == Self.statement(Network(text), naive))
    }

    /// Of what arrives alone: an entry in two halves is two entries, and one more is needless.
    @Test("ranges in two halves, entries that add nothing", arguments: seeds)
    func halves(seed: UInt64) throws {
        let naive = RandomNetwork(seed: seed).network
        var (split, padded) = (naive, naive)
        for index in split.groups.indices {
            split.groups[index].ingress = split.groups[index].ingress.map { entry in
                var entry = entry
                entry.peers = entry.peers.flatMap(Self.halves)
                return entry
            }
            guard var first = padded.groups[index].ingress.first else { continue }
            first.peers = first.peers.filter { !$0.contains("/") } + first.peers.flatMap(Self.halves).suffix(1)
            padded.groups[index].ingress.append(first)
        }
        for index in split.tables.indices {
            split.tables[index].routes = split.tables[index].routes.flatMap { route in
                // Half of another route's range would be another matter, and a prefix below /8 as well.
                guard route.destination == "20.30.0.0/16" else { return [route] }
                return Self.halves(route.destination).map { half in
                    var route = route
                    route.destination = half
                    return route
                }
            }
        }
        let before = try Network(NetworkText(network: naive).text)
        for other in [split, padded] {
            let after = try Network(NetworkText(network: other).text)
            for spot in NaiveComparisonTests.spots(naive) {
                #expect(try after.arriving(spot.type, spot.id) == before.arriving(spot.type, spot.id), "\(spot)")
            }
        }
    }

    private static func halves(_ range: String) -> [String] {
        guard range.contains("/"), let cidr = try? CIDR(range), cidr.prefixLength < cidr.family.bits else {
            return [range]
        }
        let length = cidr.prefixLength + 1
        let middle = IPAddress(family: cidr.family, value: cidr.low + (cidr.high - cidr.low) / 2 + 1)
        return ["\(CIDR(cidr.base, prefixLength: length))", "\(CIDR(middle, prefixLength: length))"]
    }
}
