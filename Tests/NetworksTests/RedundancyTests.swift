import Networks
import Testing
import SeededRandom

private func entry(_ transport: IPProtocol, _ ports: String, from texts: String...) throws -> TrafficEntry {
    let peers = AddressSet(cidrs: try texts.map { text in try CIDR(text) })
    return TrafficEntry(transport: transport, ports: [try PortRange(ports)], addresses: peers)
}

/// What is found, in a form that can be compared.
private struct Finding: Equatable {
    var index: Int
    var coveredBy: [Int]
    var isDuplicate = false

    static func all(in entries: [TrafficEntry]) -> [Finding] {
        Redundancy.redundant(in: entries).map {
            Finding(index: $0.index, coveredBy: $0.coveredBy, isDuplicate: $0.isDuplicate)
        }
    }
}

struct RedundancyTests {
    @Test func oneEntryCoversAnother() throws {
        let entries = [
            try entry(.tcp, "22", from: "10.1.0.0/16"), try entry(.udp, "22", from: "10.0.0.0/8"),
            try entry(.tcp, "20-30", from: "10.0.0.0/8"), try entry(.all, "1", from: "10.0.0.0/7"),
        ]
        #expect(
            Finding.all(in: entries) == [
                Finding(index: 0, coveredBy: [2]), Finding(index: 1, coveredBy: [3]), Finding(index: 2, coveredBy: [3]),
            ])
        #expect(Finding.all(in: Array(entries[..<2])).isEmpty && Finding.all(in: []).isEmpty)
    }

    @Test func severalEntriesCoverOneTogether() throws {
        let entries = [
            try entry(.tcp, "22-23", from: "0.0.0.0/1"), try entry(.udp, "22", from: "0.0.0.0/0"),
            try entry(.tcp, "22", from: "0.0.0.0/0"), try entry(.tcp, "22", from: "128.0.0.0/1"),
        ]
        #expect(
            Finding.all(in: entries) == [
                Finding(index: 2, coveredBy: [0, 3]), Finding(index: 3, coveredBy: [2]),
            ])
    }

    @Test func duplicatesAreNamedHoweverTheyAreWritten() throws {
        let entries = [
            try entry(.all, "all", from: "10.0.0.0/8"), try entry(.sctp, "22", from: "10.0.0.0/9"),
            try entry(.sctp, "80", from: "10.0.0.0/10", "10.64.0.0/10"), try entry(.tcp, "22", from: "192.0.2.1/32"),
        ]
        // The wider entry covers them, too; but they say the same.
        #expect(
            Finding.all(in: entries) == [
                Finding(index: 1, coveredBy: [2], isDuplicate: true),
                Finding(index: 2, coveredBy: [1], isDuplicate: true),
            ])
        #expect(
            Finding.all(in: Array(repeating: entries[3], count: 3)).map(\.coveredBy) == [[1], [0], [0]])
    }

    @Test func whatIsNotKnownIsNotCovered() throws {
        let wide = try entry(.all, "all", from: "0.0.0.0/0")
        var group = try entry(.tcp, "22", from: "10.0.0.0/8")
        group.hasUnresolvedPeers = true
        // The known part of an entry covers all the same.
        let inside = try entry(.tcp, "22", from: "10.1.0.0/16")
        #expect(Finding.all(in: [wide, group, inside]) == [Finding(index: 2, coveredBy: [0])])
        #expect(Finding.all(in: [group, inside]) == [Finding(index: 1, coveredBy: [0])])
        var noPorts = inside
        noPorts.ports = nil
        var noProtocol = inside
        noProtocol.transport = nil
        // Taken at its widest when it is to be covered, as nothing when it covers.
        #expect(Finding.all(in: [noPorts, noProtocol, inside]).isEmpty)
        #expect(
            Finding.all(in: [noPorts, noProtocol, wide]) == [
                Finding(index: 0, coveredBy: [2]), Finding(index: 1, coveredBy: [2]),
            ])
        #expect(Finding.all(in: [noPorts, try entry(.tcp, "all", from: "10.1.0.0/16")]).map(\.isDuplicate) == [true])
    }

    @Test func anEntryThatAdmitsNothingIsNotRedundant() throws {
        let wide = try entry(.all, "all", from: "0.0.0.0/0")
        let noPorts = TrafficEntry(transport: .tcp, ports: [], addresses: wide.addresses)
        let noPeers = TrafficEntry(transport: .tcp, ports: [.all], addresses: AddressSet())
        #expect(Finding.all(in: [wide, noPorts, noPorts, noPeers]).isEmpty)
    }

    @Test(arguments: 0..<4)
    func redundancyAgreesWithTheNaiveModel(seed: UInt64) {
        var random = SeededGenerator(seed: 500 + seed)
        for _ in 0..<100 {
            var entries = random.entries(upTo: 7)
            if let copy = entries.randomElement(using: &random), random.once(in: 3) { entries.append(copy) }
            let stated = entries.map { NaiveSet($0) }
            var expected: [Finding] = []
            for index in entries.indices where !entries[index].hasUnresolvedPeers {
                let widest = NaiveSet(entries[index], atLeast: 1)
                let others = entries.indices.filter { $0 != index }
                let together = others.reduce(NaiveSet.nothing) { $0.combined(stated[$1], |) }
                guard !widest.isEmpty, together.contains(widest) else { continue }
                let same = others.first { stated[$0] == widest }
                let one = same ?? others.first { stated[$0].contains(widest) }
                let overlapping = others.filter { stated[$0].overlaps(widest) }
                expected.append(
                    Finding(index: index, coveredBy: one.map { [$0] } ?? overlapping, isDuplicate: same != nil))
            }
            #expect(Finding.all(in: entries) == expected, "\(entries)")
        }
    }

    @Test func aRedundantEntryCanGo() {
        var random = SeededGenerator(seed: 52)
        for _ in 0..<150 {
            let entries = random.entries(upTo: 7)
            let admitted = AdmittedTraffic(unionOf: entries)
            for finding in Redundancy.redundant(in: entries) {
                var rest = entries
                rest.remove(at: finding.index)
                #expect(AdmittedTraffic(unionOf: rest) == admitted)
                let cover = AdmittedTraffic(unionOf: finding.coveredBy.map { entries[$0] })
                #expect(cover.union(AdmittedTraffic(unionOf: [entries[finding.index]])).possible == cover.possible)
            }
            // Which entries are redundant does not depend on their order.
            let order = entries.indices.shuffled(using: &random)
            let shuffled = Redundancy.redundant(in: order.map { entries[$0] }).map { order[$0.index] }
            #expect(shuffled.sorted() == Redundancy.redundant(in: entries).map(\.index))
        }
    }

    @Test func fiveThousandEntries() throws {
        var random = SeededGenerator(seed: 53)
        let peer = { (index: Int, length: Int) in
            AddressSet(CIDR(IPAddress(family: .ipv4, value: UInt128(index) << 9), prefixLength: length))
        }
        var entries = (0..<5_000).map { index in
            TrafficEntry(
                transport: random.pick([.tcp, .udp, .all]), ports: [PortRange(random.pick([22, 80, 443]))],
                addresses: peer(index, Int.random(in: 24...32, using: &random)))
        }
        #expect(Redundancy.redundant(in: entries).isEmpty)
        entries += entries[..<100]
        #expect(Redundancy.redundant(in: entries).map(\.index) == Array(0..<100) + Array(5_000..<5_100))
        #expect(Finding.all(in: entries).filter(\.isDuplicate).count == 200)
    }
}

struct ShadowingTests {
    @Test func theEarlierEntriesAreNamedInOrder() throws {
        func numbered(_ number: Int, _ allows: Bool, _ entry: TrafficEntry) -> NumberedEntry {
            NumberedEntry(number: number, allows: allows, entry: entry)
        }
        let entries = [
            numbered(40, true, try entry(.tcp, "22", from: "10.0.0.0/8")),
            numbered(30, false, try entry(.tcp, "all", from: "10.0.0.0/9")),
            numbered(20, true, try entry(.tcp, "22-80", from: "10.128.0.0/9")),
            numbered(10, true, try entry(.udp, "22", from: "10.0.0.0/8")),
            numbered(50, true, try entry(.tcp, "81", from: "10.0.0.0/8")),
        ]
        let found = Redundancy.shadowing(in: entries)
        #expect(found.map(\.index) == [0] && found.map(\.by) == [[2, 1]])
        #expect(Redundancy.shadowing(in: []).isEmpty)
    }

    @Test(arguments: 0..<4)
    func shadowingAgreesWithTheNaiveModel(seed: UInt64) {
        var random = SeededGenerator(seed: 510 + seed)
        for _ in 0..<100 {
            let entries = random.numberedEntries(upTo: 7)
            let walk = entries.indices.sorted { (entries[$0].number, $0) < (entries[$1].number, $1) }
            let found = Redundancy.shadowing(in: entries)
            #expect(found.map(\.index) == NaiveTraffic.shadowed(in: entries), "\(entries)")
            for (index, by) in found {
                let widest = NaiveSet(entries[index].entry, atLeast: 1)
                let earlier = walk.prefix { $0 != index }
                #expect(by == earlier.filter { NaiveSet(entries[$0].entry).overlaps(widest) })
                // They alone shadow it.
                let sublist = (by + [index]).map { entries[$0] }
                #expect(NumberedEntry.shadowed(in: sublist).contains(by.count))
            }
        }
    }
}
