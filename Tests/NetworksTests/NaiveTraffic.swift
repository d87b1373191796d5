import Networks

/// Traffic answered packet by packet and address by address, with none of the library's cutting and merging.
///
/// The world is so small that every case can be listed: the 64 addresses of `SmallWorld` and a few that stand for the
/// rest, ports 0–15 and 40000 for the rest, the protocols that entries name and two that none names.
enum NaiveTraffic {
    /// One kind of packet.
    enum Packet: Hashable {
        case bare(IPProtocol)
        case port(IPProtocol, UInt16)
        case message(IPProtocol, ICMPMatch)

        var transport: IPProtocol {
            switch self {
            case .bare(let transport), .port(let transport, _), .message(let transport, _): transport
            }
        }
    }

    static let gre = IPProtocol(rawValue: 47) ?? .all
    static let unnamed = IPProtocol(rawValue: 200) ?? .all
    /// udplite and 200 are never named by an entry: one protocol with ports, one without.
    static let protocols: [IPProtocol] = [.icmp, .tcp, .udp, gre, .sctp, .udplite, unnamed]
    static let packets = protocols.flatMap(packets)

    static func packets(of transport: IPProtocol) -> [Packet] {
        if transport.isICMP {
            return (0..<9).map { .message(transport, ICMPMatch(type: Int16($0 / 3), code: Int16($0 % 3))) }
        }
        guard transport.hasPorts else { return [.bare(transport)] }
        return (0...15).map { .port(transport, $0) } + [.port(transport, 40000)]
    }

    /// Public and private addresses outside of `SmallWorld`, in both halves of IPv4 and in IPv6.
    static let members =
        (0..<SmallWorld.size).map(SmallWorld.address)
        + ["10.200.0.0", "50.0.0.1", "200.0.0.1", "192.168.0.1", "2600::1", "fd00::1"].compactMap { IPAddress($0) }

    /// How surely an entry matches: 0 not, 1 perhaps, 2 certainly.
    struct Matching {
        let byPacket: [Packet: Int]
        let byMember: [Int]
        let isUnresolved: Bool

        init(_ entry: TrafficEntry) {
            byPacket = Dictionary(uniqueKeysWithValues: packets.map { ($0, NaiveTraffic.matching(entry, $0)) })
            byMember = members.map { member in
                if entry.addresses.contains(member) { return 2 }
                let mayBe = entry.unresolvedMayBePublic || !AddressSet.internet.contains(member)
                return entry.hasUnresolvedPeers && mayBe ? 1 : 0
            }
            isUnresolved = entry.hasUnresolvedPeers
        }

        func callAsFunction(_ packet: Packet, _ member: Int) -> Int {
            min(byPacket[packet, default: 0], byMember[member])
        }
    }

    static func matching(_ entry: TrafficEntry, _ packet: Packet) -> Int {
        guard let transport = entry.transport else { return 1 }
        guard transport == .all || transport == packet.transport else { return 0 }
        switch packet {
        case .bare: return 2
        case .message(_, let message):
            guard transport != .all, let icmp = entry.icmp else { return 2 }
            return [-1, message.type].contains(icmp.type) && [-1, message.code].contains(icmp.code) ? 2 : 0
        case .port(_, let port):
            guard transport == .tcp || transport == .udp else { return 2 }
            guard let ports = entry.ports else { return 1 }
            return ports.contains { $0.low <= port && port <= $0.high } ? 2 : 0
        }
    }

    /// What can become of a packet from a member: 0 surely dropped, 1 perhaps passed, 2 surely passed.
    struct Outcome {
        /// By packet, by member.
        var byPacket: [Packet: [Int]] = [:]
        /// Whether somebody, wherever they are, surely passes: a peer whose addresses, and so family, are not known.
        var somebodyPasses: [Packet: Bool] = [:]
    }

    static func outcome(unionOf entries: [TrafficEntry]) -> Outcome {
        let matchings = entries.map(Matching.init)
        var outcome = Outcome()
        for packet in packets {
            outcome.byPacket[packet] = members.indices.map { member in matchings.map { $0(packet, member) }.max() ?? 0 }
            outcome.somebodyPasses[packet] = matchings.contains { $0.isUnresolved && $0.byPacket[packet] == 2 }
        }
        return outcome
    }

    static func outcome(firstMatchOf entries: [NumberedEntry]) -> Outcome {
        let walk = entries.sorted { $0.number < $1.number }
        let matchings = walk.map { Matching($0.entry) }
        var outcome = Outcome()
        for packet in packets {
            // The ways a packet can end when entries that may match are taken both ways.
            func ends(_ member: Int, upTo count: Int) -> (pass: Bool, drop: Bool) {
                var ends = (pass: false, drop: false)
                for index in 0..<count {
                    let matching = matchings[index](packet, member)
                    if matching > 0, walk[index].allows { ends.pass = true }
                    if matching > 0, !walk[index].allows { ends.drop = true }
                    if matching == 2 { return ends }
                }
                if count == walk.count { ends.drop = true }
                return ends
            }
            outcome.byPacket[packet] = members.indices.map { member in
                let ends = ends(member, upTo: walk.count)
                return ends.pass ? (ends.drop ? 1 : 2) : 0
            }
            outcome.somebodyPasses[packet] = walk.indices.contains { index in
                walk[index].allows && matchings[index].isUnresolved && matchings[index].byPacket[packet] == 2
                    && members.indices.allSatisfy { member in
                        index == 0 || !dropsBefore(index, member)
                    }
            }
            func dropsBefore(_ index: Int, _ member: Int) -> Bool {
                for earlier in 0..<index {
                    let matching = matchings[earlier](packet, member)
                    if matching > 0, !walk[earlier].allows { return true }
                    if matching == 2 { return false }
                }
                return false
            }
        }
        return outcome
    }

    static func answer(_ query: TrafficQuery, _ outcome: Outcome) -> Answer {
        if holds(query, outcome, atLeast: 2) { return .yes }
        return holds(query, outcome, atLeast: 1) ? .unknown : .no
    }

    private static func holds(_ query: TrafficQuery, _ outcome: Outcome, atLeast level: Int) -> Bool {
        // Somebody of a family that is not known answers only who asks about both.
        let isAnybody = AddressFamily.allCases.allSatisfy(query.families.contains)
        return query.families.contains { family in
            func isEnough(_ packet: Packet) -> Bool {
                let inFamily = members.indices.filter { members[$0].family == family }
                guard case .cover(let cover) = query.addresses else {
                    return isAnybody && outcome.somebodyPasses[packet] == true
                        || inFamily.contains { outcome.byPacket[packet]?[$0] ?? 0 >= level }
                }
                let asked = inFamily.filter { cover.contains(members[$0]) }
                let passing = asked.filter { outcome.byPacket[packet]?[$0] ?? 0 >= level }
                return !asked.isEmpty && Double(passing.count) / Double(asked.count) >= query.share
            }
            func isAdmitted(_ transport: IPProtocol) -> Bool {
                let packets = packets(of: transport)
                if !transport.hasPorts, query.ports != .any {
                    return query.protocols.contains(.all) && packets.contains(where: isEnough)
                }
                let isAsked: (Packet) -> Bool = { packet in
                    guard case .port(_, let port) = packet else { return true }
                    switch query.ports {
                    case .any, .every: return true
                    case .anyOf(let ranges): return ranges.contains { $0.contains(port) }
                    case .outside(let ranges): return !ranges.contains { $0.contains(port) }
                    }
                }
                let asked = packets.filter(isAsked)
                return query.ports == .every ? asked.allSatisfy(isEnough) : asked.contains(where: isEnough)
            }
            if query.protocols.contains(.all) { return protocols.allSatisfy(isAdmitted) }
            return (query.protocols.isEmpty ? protocols : query.protocols).contains(where: isAdmitted)
        }
    }

    /// The entries all of whose packets an earlier entry surely matches.
    static func shadowed(in entries: [NumberedEntry]) -> [Int] {
        let order = entries.indices.sorted { (entries[$0].number, $0) < (entries[$1].number, $1) }
        let matchings = entries.map { Matching($0.entry) }
        return entries.indices.filter { index in
            let earlier = order.prefix { $0 != index }
            let reach = packets.filter { matchings[index].byPacket[$0, default: 0] > 0 }
            let places = members.indices.filter { matchings[index].byMember[$0] > 0 }
            return !reach.isEmpty && !places.isEmpty
                && reach.allSatisfy { packet in
                    places.allSatisfy { place in earlier.contains { matchings[$0](packet, place) == 2 } }
                }
        }
    }
}
