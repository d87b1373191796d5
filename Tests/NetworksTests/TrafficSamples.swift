import Networks
import SeededRandom

/// Random entries and questions inside the world of `NaiveTraffic`.
extension SeededGenerator {
    mutating func ports() -> PortRange {
        if once(in: 8) { return .all }
        let low = UInt16.random(in: 0...15, using: &self)
        return once(in: 4)
            ? PortRange(low: low, high: .max) : PortRange(low: low, high: .random(in: low...15, using: &self))
    }

    mutating func portList(upTo count: Int) -> [PortRange] {
        (0..<Int.random(in: 0...count, using: &self)).map { _ in ports() }
    }

    /// An entry; when `stated`, nothing about it is unknown.
    mutating func entry(stated: Bool) -> TrafficEntry {
        var addresses = SmallWorld.set(blocks: Int.random(in: 0...3, using: &self), using: &self)
        if once(in: 3),
            let wide = try? CIDR(pick(["0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "::/0", "9.255.255.224/27"]))
        {
            addresses = addresses.union(AddressSet(wide))
        }
        let transport = pick([.tcp, .tcp, .tcp, .udp, .icmp, .all, .sctp, NaiveTraffic.gre])
        let icmp = ICMPMatch(type: Int16.random(in: -1...1, using: &self), code: Int16.random(in: -1...1, using: &self))
        var entry = TrafficEntry(
            transport: transport, ports: portList(upTo: 3), icmp: once(in: 2) ? icmp : nil, addresses: addresses)
        guard !stated else { return entry }
        if once(in: 8) { entry.transport = nil }
        if once(in: 8) { entry.ports = nil }
        entry.hasUnresolvedPeers = once(in: 5)
        entry.unresolvedMayBePublic = once(in: 2)
        return entry
    }

    mutating func entries(upTo count: Int) -> [TrafficEntry] {
        let stated = once(in: 2)
        return (0..<Int.random(in: 0...count, using: &self)).map { _ in entry(stated: stated) }
    }

    /// Entries with some numbers equal, in no order.
    mutating func numberedEntries(upTo count: Int) -> [NumberedEntry] {
        entries(upTo: count).map {
            NumberedEntry(number: Int.random(in: 1...9, using: &self), allows: !once(in: 3), entry: $0)
        }
    }

    mutating func query() -> TrafficQuery {
        let cover = SmallWorld.set(blocks: Int.random(in: 1...3, using: &self), using: &self)
        let ports: PortQuery = pick([
            .any, .any, .anyOf(portList(upTo: 2)), .anyOf([ports()]), .every, .outside(portList(upTo: 3)),
        ])
        let protocols: [IPProtocol] = pick([
            [], [], [.tcp], [.tcp], [.udp, .icmp], [.all], [.icmp], [.sctp], [NaiveTraffic.gre, .tcp],
        ])
        return TrafficQuery(
            addresses: once(in: 4) ? .any : .cover(cover), protocols: protocols, ports: ports,
            families: pick([[.ipv4], [.ipv4, .ipv6], [.ipv4, .ipv6], [.ipv6]]), share: pick([1, 1, 1, 0.5, 0.25]))
    }
}
