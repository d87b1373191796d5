import Networks
import Testing
import SeededRandom

/// Traffic by notation, for tests whose texts are known to be right.
func traffic(_ service: String, from texts: String...) throws -> TrafficSet {
    let peers = AddressSet(cidrs: try texts.map { text in try CIDR(text) })
    return TrafficSet(addresses: peers, services: try services(service))
}

struct TrafficSetTests {
    @Test func whatPeopleWouldWrite() throws {
        let set = TrafficSet.union(of: [
            try traffic("tcp 443", from: "0.0.0.0/0"), try traffic("udp 53", from: "10.0.0.0/8"),
            try traffic("tcp 22", from: "128.0.0.0/1"), try traffic("tcp 22", from: "0.0.0.0/1"),
        ])
        #expect(set.description == "tcp 22, tcp 443 from 0.0.0.0/0; udp 53 from 10.0.0.0/8")
        #expect(set.parts.map(\.services) == [0x6_0016...0x6_0016, 0x6_01bb...0x6_01bb, 0x11_0035...0x11_0035])
        #expect(set.groups.map(\.addresses) == [try addresses("0.0.0.0/0"), try addresses("10.0.0.0/8")])
        #expect(TrafficSet().description == "nothing" && TrafficSet.all.description == "everything")
        #expect(TrafficSet().groups.isEmpty && TrafficSet.all.groups.count == 1)
        let private10 = try addresses("10.0.0.0/8")
        #expect(TrafficSet.all.intersection(addresses: private10).description == "all from 10.0.0.0/8")
    }

    @Test func neighboursWithTheSameAddressesAreOne() throws {
        let low = try traffic("tcp 0-1023", from: "10.0.0.0/8")
        let high = try traffic("tcp 1024-65535", from: "10.0.0.0/9", "10.128.0.0/9")
        #expect(try low.union(high) == traffic("tcp", from: "10.0.0.0/8"))
        // Protocols 6 and 7 are neighbours on the axis, too.
        #expect(try low.union(high).union(traffic("7", from: "10.0.0.0/8")).parts.count == 1)
        #expect(TrafficSet.all.subtracting(low).union(low) == .all)
        #expect(TrafficSet(addresses: AddressSet(), services: .all) == TrafficSet())
        #expect(TrafficSet(addresses: .all, services: ServiceSet()) == TrafficSet())
    }

    @Test func whoReachesWhat() throws {
        let set = try traffic("tcp 22-80", from: "10.0.0.0/8").union(
            try traffic("tcp 80-90", from: "10.0.0.0/9", "::/0"))
        #expect(try set.addresses == addresses("10.0.0.0/8", "::/0"))
        #expect(try set.services == services("tcp 22-90"))
        #expect(try set.addresses(reaching: services("tcp 80", "udp 53")) == addresses("10.0.0.0/8", "::/0"))
        #expect(try set.addresses(reaching: services("tcp 81")) == addresses("10.0.0.0/9", "::/0"))
        #expect(try set.addresses(reachingAll: services("tcp 22-90")) == addresses("10.0.0.0/9"))
        #expect(try set.addresses(reachingAll: services("tcp 22-91")).isEmpty)
        #expect(try set.addresses(reachingAll: services("tcp 22", "udp 53")).isEmpty)
        #expect(set.addresses(reachingAll: ServiceSet()) == .all && set.addresses(reaching: ServiceSet()).isEmpty)
        #expect(try set.services(from: addresses("10.200.0.0/16", "8.8.8.8")) == services("tcp 22-80"))
        #expect(try set.services(from: addresses("::1")) == services("tcp 80-90"))
        #expect(set.services(from: AddressSet()).isEmpty)
    }

    @Test func counts() throws {
        let set = try traffic("tcp 80-89", from: "10.0.0.0/8").union(try traffic("tcp 85-86", from: "::/124"))
        #expect(set.count(of: .ipv4) == 10 << 24 && set.count(of: .ipv6) == 2 * 16)
        #expect(TrafficSet.all.count(of: .ipv4) == 1 << 56)
        #expect(TrafficSet.all.count(of: .ipv6) == .max && TrafficSet().count(of: .ipv6) == 0)
        // 2^104 times 2^24 is one more than there is room for; two such halves do not fit either.
        #expect(try traffic("all", from: "::/24").count(of: .ipv6) == .max)
        #expect(try traffic("all", from: "::/25").count(of: .ipv6) == 1 << 127)
        let halves = try traffic("tcp", from: "::/16").union(try traffic("udp", from: "8000::/16", "::/17"))
        #expect(halves.count(of: .ipv6) == .max)
    }

    @Test func whatIsContainedComesBackAsItIs() throws {
        let set = try traffic("tcp 22-80", from: "10.0.0.0/8").union(try traffic("udp", from: "::/0"))
        #expect(try set.intersection(addresses: addresses("10.0.0.0/7", "::/0")) == set)
        #expect(try set.intersection(services: services("tcp", "udp")) == set)
        #expect(set.intersection(.all) == set && TrafficSet.all.intersection(set) == set)
        #expect(try set.intersection(services: services("tcp 80-90")) == traffic("tcp 80", from: "10.0.0.0/8"))
        #expect(try set.intersection(addresses: addresses("::/1")) == traffic("udp", from: "::/1"))
        #expect(set.intersection(addresses: AddressSet()).isEmpty && set.intersection(services: ServiceSet()).isEmpty)
    }

    @Test("an entry is certain of what it states", arguments: [IPProtocol.tcp, .udp, .icmp, .sctp, .all])
    func certainty(transport: IPProtocol) throws {
        let peers = try addresses("10.0.0.0/8")
        var entry = TrafficEntry(transport: transport, addresses: peers, hasUnresolvedPeers: true)
        let whole = TrafficSet(addresses: peers, services: ServiceSet(transport))
        #expect(TrafficSet(entry) == (transport.honoursPorts ? TrafficSet() : whole))
        entry.ports = [.all]
        #expect(TrafficSet(entry) == whole)
        entry.transport = nil
        #expect(TrafficSet(entry).isEmpty)
    }

    // https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html
    @Test(
        "the way back of what is let out",
        arguments: [
            ("tcp 1024-65535", "tcp"), ("tcp 443", ""), ("tcp 1024", "tcp"), ("tcp 0-1023", ""), ("tcp", "tcp"),
            ("udp 32768-60999", "udp"), ("icmp 0/-1", "icmp"), ("icmp 0/0", "icmp"), ("icmpv6 129/0", "icmpv6"),
            ("gre", "gre"), ("sctp", "sctp"), ("all", "all"),
        ])
    func waysBack(out: String, back: String) throws {
        let home = try addresses("192.0.2.0/24")
        let expected = back.isEmpty ? TrafficSet() : try traffic(back, from: "192.0.2.0/24")
        #expect(try traffic(out, from: "192.0.2.0/24").returnPath() == expected)
        #expect(TrafficSet(addresses: home, services: try services(out)).returnPath().parts.count <= 1)
    }

    @Test func theWayBackIsWhereSomeEphemeralPortIsOpen() throws {
        let out = try traffic("tcp 49152-65535", from: "0.0.0.0/1").union(try traffic("tcp 443", from: "0.0.0.0/0"))
        #expect(try out.returnPath() == traffic("tcp", from: "0.0.0.0/1"))
        #expect(out.returnPath(ephemeral: PortRange(low: 1024, high: 5000)).isEmpty)
        #expect(try out.returnPath(ephemeral: PortRange(443)) == traffic("tcp", from: "0.0.0.0/0"))
        #expect(TrafficSet.all.returnPath() == .all && TrafficSet().returnPath().isEmpty)
    }

    @Test func tenThousandEntries() {
        var random = SeededGenerator(seed: 30)
        let peers = (0..<10_000).map { index in
            CIDR(
                IPAddress(family: .ipv4, value: UInt128(index) << 9),
                prefixLength: Int.random(in: 24...32, using: &random))
        }
        let entries = peers.map { peer in
            TrafficEntry(
                transport: random.pick([.tcp, .tcp, .tcp, .udp, .all]), ports: [PortRange(random.pick([22, 80, 443]))],
                addresses: AddressSet(peer))
        }
        let set = TrafficSet.union(of: entries.map { TrafficSet($0) })
        #expect(set.addresses == AddressSet(cidrs: peers))
        #expect(TrafficSet.union(of: entries.shuffled(using: &random).map { TrafficSet($0) }) == set)
        #expect(
            set.addresses(reachingAll: .all)
                == AddressSet.union(of: entries.filter { $0.transport == .all }.map(\.addresses)))
    }
}
