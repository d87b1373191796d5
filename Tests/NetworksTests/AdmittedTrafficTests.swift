import Networks
import Testing
import SeededRandom

private func numbered(_ entries: [(allows: Bool, entry: TrafficEntry)]) -> [NumberedEntry] {
    entries.enumerated().map { NumberedEntry(number: $0.offset, allows: $0.element.allows, entry: $0.element.entry) }
}

struct AdmittedTrafficTests {
    @Test func unstatedEntriesAdmitPerhaps() throws {
        let office = try addresses("192.0.2.0/24")
        let ssh = TrafficEntry(transport: .tcp, ports: [PortRange(22)], addresses: office)
        let noPorts = TrafficEntry(transport: .udp, addresses: office)
        let group = TrafficEntry(transport: .icmp, addresses: AddressSet(), hasUnresolvedPeers: true)
        let known = AdmittedTraffic(unionOf: [ssh])
        #expect(try known.isKnown && known.certain == traffic("tcp 22", from: "192.0.2.0/24"))
        let admitted = AdmittedTraffic(unionOf: [ssh, noPorts, group])
        #expect(admitted.certain == known.certain && !admitted.isKnown)
        let perhaps = try traffic("udp", from: "192.0.2.0/24")
            .union(TrafficSet(addresses: .notInternet, services: ServiceSet(.icmp)))
        #expect(admitted.possible == known.certain.union(perhaps))
        let noProtocol = TrafficEntry(transport: nil, ports: [PortRange(22)], addresses: office)
        #expect(AdmittedTraffic(unionOf: [noProtocol]).possible == TrafficSet(addresses: office, services: .all))
        #expect(AdmittedTraffic(unionOf: []) == .none)
    }

    @Test func theFirstMatchDecides() throws {
        let everywhere = try addresses("0.0.0.0/0")
        let ssh = TrafficEntry(transport: .tcp, ports: [PortRange(22)], addresses: everywhere)
        let all = TrafficEntry(transport: .all, addresses: everywhere)
        let admitted = AdmittedTraffic(firstMatchOf: numbered([(false, ssh), (true, all), (true, ssh)]))
        #expect(admitted.isKnown)
        #expect(admitted.certain.description == "all but tcp 22 from 0.0.0.0/0")
        #expect(AdmittedTraffic(firstMatchOf: numbered([(true, all), (false, ssh)])).certain == TrafficSet(all))
        // The number decides, not the place; what no entry matches is denied.
        let swapped = [
            NumberedEntry(number: 200, allows: true, entry: all), NumberedEntry(number: 100, allows: false, entry: all),
        ]
        #expect(AdmittedTraffic(firstMatchOf: swapped) == .none && AdmittedTraffic(firstMatchOf: []) == .none)
        #expect(
            AdmittedTraffic(firstMatchOf: swapped + [NumberedEntry(number: 1, allows: true, entry: ssh)])
                == AdmittedTraffic(unionOf: [ssh]))
    }

    @Test func anUnstatedDenyMayOrMayNotMatch() throws {
        let everywhere = try addresses("0.0.0.0/0")
        let deny = TrafficEntry(transport: .tcp, addresses: try addresses("10.0.0.0/8"))
        let all = TrafficEntry(transport: .all, addresses: everywhere)
        let admitted = AdmittedTraffic(firstMatchOf: numbered([(false, deny), (true, all)]))
        #expect(admitted.possible == TrafficSet(all))
        #expect(try admitted.possible.subtracting(admitted.certain) == traffic("tcp", from: "10.0.0.0/8"))
        // What may be allowed here and certainly is later passes either way.
        #expect(AdmittedTraffic(firstMatchOf: numbered([(true, deny), (true, all)])).isKnown)
        #expect(AdmittedTraffic(firstMatchOf: numbered([(true, all), (false, deny)])).isKnown)
    }

    @Test(arguments: 0..<4)
    func listsAgreeWithTheNaiveModel(seed: UInt64) {
        var random = SeededGenerator(seed: 400 + seed)
        for _ in 0..<30 {
            let list = random.numberedEntries(upTo: 6)
            for (admitted, outcome) in [
                (AdmittedTraffic(firstMatchOf: list), NaiveTraffic.outcome(firstMatchOf: list)),
                (AdmittedTraffic(unionOf: list.map(\.entry)), NaiveTraffic.outcome(unionOf: list.map(\.entry))),
            ] {
                #expect(NaiveSet(admitted.certain) == NaiveSet(outcome, atLeast: 2), "\(list)")
                #expect(NaiveSet(admitted.possible) == NaiveSet(outcome, atLeast: 1), "\(list)")
                #expect(admitted.possible.contains(admitted.certain))
            }
        }
    }

    @Test(arguments: 0..<4)
    func answersAgreeWithThoseAboutTheLists(seed: UInt64) {
        var random = SeededGenerator(seed: 410 + seed)
        for _ in 0..<60 {
            let list = random.numberedEntries(upTo: 6)
            let entries = list.map(\.entry)
            let (union, walk) = (AdmittedTraffic(unionOf: entries), AdmittedTraffic(firstMatchOf: list))
            for _ in 0..<6 {
                let query = random.query()
                let pairs = [
                    (query.answer(union), query.answer(unionOf: entries)),
                    (query.answer(walk), query.answer(firstMatchOf: list)),
                ]
                for (ofSet, ofList) in pairs {
                    // Sets do not know that a peer without known addresses has one: unknown is said where yes could be.
                    let mayDiffer = query.addresses == .any && entries.contains(where: \.hasUnresolvedPeers)
                    #expect(ofSet == ofList || mayDiffer && ofSet == .unknown, "\(query) of \(list)")
                }
            }
        }
    }

    @Test func combinationsAreThoseOfTheLimits() {
        var random = SeededGenerator(seed: 42)
        for _ in 0..<100 {
            let (left, right) = (random.entries(upTo: 4), random.entries(upTo: 4))
            let (a, b) = (AdmittedTraffic(unionOf: left), AdmittedTraffic(unionOf: right))
            #expect(a.union(b) == AdmittedTraffic(unionOf: left + right))
            let both = a.intersection(b)
            #expect(both.certain == a.certain.intersection(b.certain))
            #expect(both.possible == a.possible.intersection(b.possible))
            let (services, peers) = (random.services().set, random.entry(stated: true).addresses)
            let scope = AdmittedTraffic(TrafficSet(addresses: peers, services: services))
            #expect(a.intersection(addresses: peers).intersection(services: services) == a.intersection(scope))
            #expect(a.intersection(.everything) == a && a.union(.none) == a && a.intersection(.none) == .none)
            #expect(a.union(.unknown).possible == .all && a.union(.unknown).certain == a.certain)
            #expect(a.intersection(.unknown) == AdmittedTraffic(certain: TrafficSet(), possible: a.possible))
        }
    }

    @Test func splittingAndRepeatingEntriesChangesNoList() {
        var random = SeededGenerator(seed: 43)
        for _ in 0..<100 {
            let list = random.numberedEntries(upTo: 6)
            let admitted = AdmittedTraffic(firstMatchOf: list)
            let split = list.flatMap { numbered in
                halves(numbered.entry).map {
                    NumberedEntry(number: numbered.number, allows: numbered.allows, entry: $0)
                }
            }
            #expect(AdmittedTraffic(firstMatchOf: split) == admitted)
            #expect(
                AdmittedTraffic(
                    firstMatchOf: list + list.map { NumberedEntry(number: 10, allows: false, entry: $0.entry) })
                    == admitted)
            let shadowed = Set(NumberedEntry.shadowed(in: list))
            #expect(
                AdmittedTraffic(firstMatchOf: list.indices.filter { !shadowed.contains($0) }.map { list[$0] })
                    == admitted)
            let allows = list.map { NumberedEntry(number: $0.number, allows: true, entry: $0.entry) }
            #expect(AdmittedTraffic(firstMatchOf: allows) == AdmittedTraffic(unionOf: list.map(\.entry)))
        }
    }

    @Test func theServicesAskedAbout() throws {
        func asked(_ protocols: [IPProtocol], _ ports: PortQuery) -> String {
            TrafficQuery(addresses: .any, protocols: protocols, ports: ports).services.description
        }
        let web = [PortRange(80), PortRange(443)]
        #expect(asked([], .any) == "all" && asked([.all, .tcp], .any) == "all")
        #expect(asked([.tcp, .icmp], .any) == "icmp, tcp" && asked([.icmp], .anyOf(web)) == "nothing")
        #expect(asked([], .anyOf(web)) == "tcp 80, tcp 443, udp 80, udp 443, dccp, sctp, udplite")
        #expect(asked([.tcp, .icmp], .outside(web)) == "tcp 0-79, tcp 81-442, tcp 444-65535")
        #expect(asked([.sctp], .outside([.all])) == "nothing" && asked([.sctp], .outside(web)) == "sctp")
        #expect(asked([.tcp], .every) == "tcp" && asked([], .anyOf([])) == "nothing")
        #expect(asked([.all], .anyOf([.all])) == "all")
        #expect(asked([.all], .outside([PortRange(22)])) == "all but tcp 22, udp 22")
    }

    @Test func everyProtocolMayBeAdmittedOnPortsOfDifferentFamilies() throws {
        // Every protocol is open to IPv6; that tcp port 0 is open to IPv4 alone does not matter.
        let list = numbered([
            (false, TrafficEntry(transport: .tcp, ports: [PortRange(0)], addresses: try addresses("::/0"))),
            (true, TrafficEntry(transport: .tcp, ports: [PortRange(0)], addresses: try addresses("0.0.0.0/0"))),
            (true, TrafficEntry(transport: .all, addresses: try addresses("::/0"))),
        ])
        var query = TrafficQuery(addresses: .cover(.internet), protocols: [.all])
        #expect(query.answer(firstMatchOf: list) == .yes)
        #expect(query.answer(AdmittedTraffic(firstMatchOf: list)) == .yes)
        query.ports = .every
        #expect(query.answer(firstMatchOf: list) == .no)
        #expect(query.answer(AdmittedTraffic(firstMatchOf: list)) == .no)
    }

    @Test func overlapsAreFoundOnWhatIsAsked() throws {
        let set = try traffic("tcp 22", from: "9.255.255.255", "::/0").union(try traffic("icmp", from: "10.0.0.0/8"))
        var query = TrafficQuery(addresses: .cover(.internet), protocols: [.tcp], ports: .anyOf([PortRange(22)]))
        #expect(query.overlaps(set) && query.answer(AdmittedTraffic(set)) == .yes)
        query.families = [.ipv4]
        // One address is not the internet, but it is of it.
        #expect(query.overlaps(set) && query.answer(AdmittedTraffic(set)) == .no)
        query.ports = .anyOf([PortRange(23)])
        #expect(!query.overlaps(set) && query.answer(.unknown) == .unknown && query.answer(.everything) == .yes)
        query = TrafficQuery(addresses: .cover(.internet), protocols: [.icmp])
        #expect(!query.overlaps(set) && query.answer(.none) == .no)
        query.addresses = .any
        #expect(query.overlaps(set) && query.answer(AdmittedTraffic(set)) == .yes)
        query.families = []
        #expect(!query.overlaps(set) && query.answer(.everything) == .no)
    }

    @Test func overlapsAgreeWithIntersections() {
        var random = SeededGenerator(seed: 44)
        for _ in 0..<200 {
            let (query, set) = (random.query(), random.traffic().set)
            let asked: AddressSet = if case .cover(let cover) = query.addresses { cover } else { .all }
            let families = query.families.map(asked.only)
            let scope = TrafficSet(addresses: AddressSet.union(of: families), services: query.services)
            #expect(query.overlaps(set) == set.overlaps(scope))
            if query.answer(AdmittedTraffic(set)) == .yes { #expect(query.overlaps(set)) }
        }
    }
}
