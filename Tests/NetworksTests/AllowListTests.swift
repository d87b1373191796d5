import Networks
import Testing
import SeededRandom

private func tcp(_ port: UInt16, from texts: String...) throws -> TrafficEntry {
    let peers = AddressSet(cidrs: try texts.map { text in try CIDR(text) })
    return TrafficEntry(transport: .tcp, ports: [PortRange(port)], addresses: peers)
}

private let ssh = TrafficQuery(addresses: .cover(.internet), protocols: [.tcp], ports: .anyOf([PortRange(22)]))
private let groupPeer = TrafficEntry(transport: .all, addresses: AddressSet(), hasUnresolvedPeers: true)

struct AllowListTests {
    @Test(
        "blocks that together are the internet",
        arguments: [
            ["0.0.0.0/0"], ["1.0.0.0/0"], ["::/0"], ["0:0:0:0:0:0:0:0/0"], ["0::0/0"], ["2000::/3"],
            ["0.0.0.0/1", "128.0.0.0/1"], ["0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/2", "192.0.0.0/2"],
            ["10.0.0.0/8", "::/1"], ["0.0.0.0/1", "128.0.0.0/2", "192.0.0.0/3"],
        ])
    func open(blocks: [String]) throws {
        let entries = try blocks.map { try tcp(22, from: $0) }
        #expect(ssh.answer(unionOf: entries) == .yes)
        // The same blocks as the peers of one entry.
        let one = TrafficEntry(
            transport: IPProtocol("6"), ports: [try PortRange("20-25")],
            addresses: AddressSet(cidrs: try blocks.map { text in try CIDR(text) }))
        #expect(ssh.answer(unionOf: [one]) == .yes)
        #expect(ssh.contribution(of: one).whole)
    }

    @Test(
        "blocks that are not the internet",
        arguments: [
            ["10.0.0.0/8"], ["0.0.0.0/1"], ["0.0.0.0/1", "192.0.0.0/2"], ["8.8.8.8/32"], ["fc00::/7"], ["::/3"],
            ["0.0.0.0/1", "8000::/1"],
        ])
    func closed(blocks: [String]) throws {
        #expect(ssh.answer(unionOf: try blocks.map { try tcp(22, from: $0) }) == .no)
    }

    @Test func aPortSplitFromItsHalfOfTheAddressesIsNotOpen() throws {
        let entries = [try tcp(22, from: "0.0.0.0/1"), try tcp(23, from: "128.0.0.0/1")]
        var both = ssh
        both.ports = .anyOf([PortRange(low: 22, high: 23)])
        #expect(both.answer(unionOf: entries) == .no)
        #expect(both.answer(unionOf: entries + [try tcp(23, from: "0.0.0.0/1")]) == .yes)
    }

    @Test func otherProtocolsAreNotTcp() throws {
        let everywhere = try addresses("0.0.0.0/0")
        let udp = TrafficEntry(transport: .udp, ports: [PortRange(22)], addresses: everywhere)
        let icmp = TrafficEntry(
            transport: .icmp, ports: [.all], icmp: ICMPMatch(type: 22, code: -1), addresses: everywhere)
        let anyProtocol = TrafficQuery(addresses: .cover(.internet), ports: .anyOf([PortRange(22)]))
        #expect(ssh.answer(unionOf: [udp, icmp]) == .no)
        #expect(anyProtocol.answer(unionOf: [icmp]) == .no)
        #expect(anyProtocol.answer(unionOf: [udp]) == .yes)
        #expect(TrafficQuery(addresses: .cover(.internet)).answer(unionOf: [icmp]) == .yes)
    }

    @Test func entriesForEveryProtocolIgnoreTheirPorts() throws {
        let all = TrafficEntry(transport: .all, ports: [PortRange(443)], addresses: try addresses("0.0.0.0/0"))
        #expect(ssh.answer(unionOf: [all]) == .yes)
        let everyProtocol = TrafficQuery(addresses: .cover(.internet), protocols: [.all])
        #expect(everyProtocol.answer(unionOf: [all]) == .yes)
        let tcpAndUDP = [IPProtocol.tcp, .udp].map {
            TrafficEntry(transport: $0, ports: [.all], addresses: all.addresses)
        }
        #expect(everyProtocol.answer(unionOf: tcpAndUDP) == .no)
        let everyPort = TrafficQuery(addresses: .cover(.internet), protocols: [.tcp], ports: .every)
        #expect(everyPort.answer(unionOf: tcpAndUDP) == .yes)
        #expect(everyPort.answer(unionOf: [try tcp(22, from: "0.0.0.0/0")]) == .no)
    }

    @Test func aPeerGroupNeverStandsForTheInternet() throws {
        let entries = [groupPeer, try tcp(22, from: "10.0.0.0/8"), try tcp(22, from: "0.0.0.0/0")]
        #expect(ssh.answer(unionOf: [groupPeer]) == .no)
        #expect(ssh.answer(unionOf: entries) == .yes)
        // A reference to the group itself, though first, is not what opens it.
        #expect(ssh.contributors(in: entries) == [2])
        var office = ssh
        office.addresses = .cover(try addresses("10.1.0.0/16"))
        #expect(office.answer(unionOf: [groupPeer]) == .unknown)
        #expect(TrafficQuery(addresses: .any).answer(unionOf: [groupPeer]) == .yes)
    }

    @Test func whatIsNotStatedMakesItUnknown() throws {
        let everywhere = try addresses("0.0.0.0/0")
        let noProtocol = TrafficEntry(transport: nil, ports: [PortRange(80)], addresses: everywhere)
        let noPorts = TrafficEntry(transport: .tcp, addresses: everywhere)
        let unlisted = TrafficEntry(
            transport: .tcp, ports: [PortRange(22)], addresses: AddressSet(), hasUnresolvedPeers: true,
            unresolvedMayBePublic: true)
        for entry in [noProtocol, noPorts, unlisted] {
            #expect(ssh.contribution(of: entry).undecided)
            #expect(ssh.answer(unionOf: [entry]) == .unknown)
            #expect(ssh.answer(unionOf: [entry, try tcp(22, from: "0.0.0.0/0")]) == .yes)
        }
        #expect(ssh.answer(unionOf: [TrafficEntry(transport: .udp, addresses: everywhere)]) == .no)
        #expect(ssh.answer(unionOf: [TrafficEntry(transport: .tcp, addresses: try addresses("10.0.0.0/8"))]) == .no)
    }

    @Test func aShareIsEnoughWhenAsked() throws {
        var half = ssh
        half.share = 0.4
        #expect(half.answer(unionOf: [try tcp(22, from: "0.0.0.0/1")]) == .yes)
        #expect(half.answer(unionOf: [try tcp(22, from: "0.0.0.0/3"), try tcp(22, from: "64.0.0.0/3")]) == .no)
        #expect(ssh.isInternet && half.isInternet && !TrafficQuery(addresses: .any).isInternet)
    }

    @Test func portsOutsideAList() throws {
        let web = TrafficQuery(
            addresses: .cover(.internet), protocols: [.tcp], ports: .outside([PortRange(80), PortRange(443)]))
        let entries = [try tcp(80, from: "0.0.0.0/0"), try tcp(443, from: "0.0.0.0/0")]
        #expect(web.answer(unionOf: entries) == .no)
        #expect(web.answer(unionOf: entries + [try tcp(444, from: "::/0")]) == .yes)
    }

    @Test(arguments: 0..<8)
    func agreesWithTheNaiveModel(seed: UInt64) {
        var random = SeededGenerator(seed: 100 + seed)
        for _ in 0..<30 {
            let entries = random.entries(upTo: 5)
            let outcome = NaiveTraffic.outcome(unionOf: entries)
            for _ in 0..<6 {
                let query = random.query()
                let answer = query.answer(unionOf: entries)
                #expect(answer == NaiveTraffic.answer(query, outcome), "\(query) of \(entries)")
                let contributions = entries.map(query.contribution)
                if contributions.contains(where: \.whole) { #expect(answer == .yes) }
                // Entries that neither are relevant nor undecided can go.
                let taking = zip(entries, contributions).filter { $1.isRelevant || $1.undecided }.map(\.0)
                #expect(query.answer(unionOf: taking) == answer)
                if answer == .yes {
                    #expect(query.answer(unionOf: query.contributors(in: entries).map { entries[$0] }) == .yes)
                }
            }
        }
    }

    @Test func rewritingAListDoesNotChangeItsAnswer() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<400 {
            let entries = random.entries(upTo: 6)
            let query = random.query()
            let answer = query.answer(unionOf: entries)
            #expect(query.answer(unionOf: entries.shuffled(using: &random)) == answer)
            #expect(query.answer(unionOf: entries.flatMap(halves)) == answer)
            guard var subsumed = entries.randomElement(using: &random) else { continue }
            subsumed.addresses = subsumed.addresses.intersection(SmallWorld.set(blocks: 3, using: &random))
            #expect(query.answer(unionOf: entries + [subsumed]) == answer)
            // One more entry never closes what was open.
            if answer == .yes { #expect(query.answer(unionOf: entries + [random.entry(stated: false)]) == .yes) }
        }
    }
}

/// The entry as two that together match what it matches: each block of its peers cut in two.
func halves(_ entry: TrafficEntry) -> [TrafficEntry] {
    let blocks = entry.addresses.cidrs.flatMap { block in
        guard block.prefixLength < block.family.bits else { return [block] }
        return [block.low, block.high].map {
            CIDR(IPAddress(family: block.family, value: $0), prefixLength: block.prefixLength + 1)
        }
    }
    return [0, 1].map { parity in
        var half = entry
        half.addresses = AddressSet(cidrs: blocks.indices.filter { $0 % 2 == parity }.map { blocks[$0] })
        return half
    }
}
