import Networks
import Testing
import SeededRandom

private func numbered(
    _ number: Int, allow allows: Bool = true, _ transport: IPProtocol = .all, _ ports: PortRange = .all,
    from texts: String...
) throws -> NumberedEntry {
    let peers = AddressSet(cidrs: try texts.map { text in try CIDR(text) })
    return NumberedEntry(
        number: number, allows: allows, entry: TrafficEntry(transport: transport, ports: [ports], addresses: peers))
}

private let ssh = TrafficQuery(addresses: .cover(.internet), protocols: [.tcp], ports: .anyOf([PortRange(22)]))

struct FirstMatchListTests {
    @Test func twoAllowedHalvesAreOpen() throws {
        let entries = [
            try numbered(100, .tcp, PortRange(22), from: "0.0.0.0/1"), try numbered(110, from: "128.0.0.0/1"),
        ]
        #expect(ssh.answer(firstMatchOf: entries) == .yes)
        #expect(ssh.deciders(in: entries) == [0, 1])
        #expect(ssh.answer(firstMatchOf: [entries[0]]) == .no)
    }

    @Test func twoDeniedHalvesBeforeAllowAllAreClosed() throws {
        let entries = [
            try numbered(300, from: "0.0.0.0/0"), try numbered(100, allow: false, from: "0.0.0.0/1"),
            try numbered(200, allow: false, .tcp, PortRange(22), from: "128.0.0.0/1"),
        ]
        #expect(ssh.answer(firstMatchOf: entries) == .no)
        var https = ssh
        https.ports = .anyOf([PortRange(443)])
        https.share = 0.3
        #expect(https.answer(firstMatchOf: entries) == .yes)
        #expect(https.deciders(in: entries) == [0])
        #expect(ssh.deciders(in: entries) == [])
    }

    @Test func theNumberDecidesNotThePlace() throws {
        let deny = try numbered(100, allow: false, .tcp, PortRange(22), from: "0.0.0.0/0")
        let allow = try numbered(200, from: "0.0.0.0/0")
        #expect(ssh.answer(firstMatchOf: [allow, deny]) == .no)
        var first = allow
        first.number = 50
        #expect(ssh.answer(firstMatchOf: [deny, first]) == .yes)
        #expect(ssh.answer(firstMatchOf: []) == .no)
    }

    @Test func sparingOneAddressOfTheInternetClosesTheWholeOfIt() throws {
        let entries = [
            try numbered(1, allow: false, from: "8.8.8.8/32"), try numbered(2, from: "0.0.0.0/0"),
        ]
        #expect(ssh.answer(firstMatchOf: entries) == .no)
        var most = ssh
        most.share = 0.999
        #expect(most.answer(firstMatchOf: entries) == .yes)
        // A private exception leaves the internet whole.
        let spared = [try numbered(1, allow: false, from: "10.0.0.0/8"), try numbered(2, from: "0.0.0.0/0")]
        #expect(ssh.answer(firstMatchOf: spared) == .yes)
    }

    @Test func deniedProtocolsLeaveTheOthersOpen() throws {
        let entries = [
            try numbered(1, allow: false, .tcp, from: "0.0.0.0/0"),
            try numbered(2, allow: false, .udp, from: "0.0.0.0/0"),
            try numbered(3, from: "0.0.0.0/0"),
        ]
        #expect(ssh.answer(firstMatchOf: entries) == .no)
        #expect(TrafficQuery(addresses: .cover(.internet)).answer(firstMatchOf: entries) == .yes)
        #expect(TrafficQuery(addresses: .cover(.internet), protocols: [.all]).answer(firstMatchOf: entries) == .no)
        #expect(TrafficQuery(addresses: .cover(.internet), protocols: [.icmp]).answer(firstMatchOf: entries) == .yes)
    }

    @Test func anUnstatedDenyMakesItUnknown() throws {
        var deny = try numbered(1, allow: false, from: "0.0.0.0/0")
        deny.entry.transport = nil
        let allow = try numbered(2, from: "0.0.0.0/0")
        #expect(ssh.answer(firstMatchOf: [deny, allow]) == .unknown)
        #expect(ssh.answer(firstMatchOf: [deny]) == .no)
        deny.number = 3
        #expect(ssh.answer(firstMatchOf: [deny, allow]) == .yes)
    }

    @Test func shadowedEntries() throws {
        let entries = [
            try numbered(1, .tcp, PortRange(low: 0, high: 999), from: "10.0.0.0/9"),
            try numbered(2, .tcp, PortRange(low: 0, high: 999), from: "10.128.0.0/9"),
            try numbered(3, allow: false, .tcp, PortRange(22), from: "10.3.0.0/16", "10.200.0.0/16"),
            try numbered(4, .tcp, PortRange(low: 999, high: 1000), from: "10.0.0.0/8"),
            try numbered(5, .udp, PortRange(22), from: "10.0.0.0/8"),
            try numbered(6, from: "0.0.0.0/0"),
            try numbered(7, allow: false, from: "10.0.0.0/8"),
        ]
        #expect(NumberedEntry.shadowed(in: entries) == [2, 6])
    }

    @Test(arguments: 0..<8)
    func agreesWithTheNaiveModel(seed: UInt64) {
        var random = SeededGenerator(seed: 200 + seed)
        for _ in 0..<25 {
            let entries = random.numberedEntries(upTo: 6)
            #expect(NumberedEntry.shadowed(in: entries) == NaiveTraffic.shadowed(in: entries), "\(entries)")
            for _ in 0..<4 {
                let query = random.query()
                let naive = NaiveTraffic.answer(query, NaiveTraffic.outcome(firstMatchOf: entries))
                #expect(query.answer(firstMatchOf: entries) == naive, "\(query) of \(entries)")
            }
        }
    }

    @Test func rewritingAListDoesNotChangeItsAnswer() {
        var random = SeededGenerator(seed: 8)
        for _ in 0..<300 {
            let entries = random.numberedEntries(upTo: 6)
            let query = random.query()
            let answer = query.answer(firstMatchOf: entries)
            let split = entries.flatMap { numbered in
                halves(numbered.entry).map {
                    NumberedEntry(number: numbered.number, allows: numbered.allows, entry: $0)
                }
            }
            // A peer that is not known would be counted twice, with two chances to match.
            if !entries.contains(where: \.entry.hasUnresolvedPeers) {
                #expect(query.answer(firstMatchOf: split) == answer)
            }
            let shadowed = Set(NumberedEntry.shadowed(in: entries))
            let live = entries.indices.filter { !shadowed.contains($0) }.map { entries[$0] }
            #expect(query.answer(firstMatchOf: live) == answer)
            var last = NumberedEntry(number: 10, allows: false, entry: random.entry(stated: false))
            #expect(query.answer(firstMatchOf: entries + [last]) == answer)
            guard let copy = entries.randomElement(using: &random) else { continue }
            last.entry = copy.entry
            last.allows = true
            // What repeats a fully stated entry later is never reached.
            if copy.entry.transport != nil, copy.entry.ports != nil, !copy.entry.hasUnresolvedPeers {
                #expect(query.answer(firstMatchOf: entries + [last]) == answer)
            }
        }
    }

    @Test func withoutDeniesTheOrderIsNothing() {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<300 {
            let entries = random.entries(upTo: 5)
            let query = random.query()
            let list = entries.enumerated().map { NumberedEntry(number: $0.offset, allows: true, entry: $0.element) }
            #expect(query.answer(firstMatchOf: list) == query.answer(unionOf: entries))
        }
    }

    @Test func decidersAloneAdmitAsMuchWhenNothingIsDenied() {
        var random = SeededGenerator(seed: 10)
        for _ in 0..<300 {
            let list = random.entries(upTo: 5).enumerated().map {
                NumberedEntry(number: $0.offset, allows: true, entry: $0.element)
            }
            let query = random.query()
            guard query.answer(firstMatchOf: list) == .yes else { continue }
            let deciding = query.deciders(in: list).map { list[$0] }
            #expect(query.answer(firstMatchOf: deciding) == .yes)
        }
    }
}
