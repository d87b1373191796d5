import Networks
import SeededRandom

/// A set of traffic as a list of its members: for each packet of `NaiveTraffic`'s world, who sends it.
struct NaiveSet: Equatable {
    /// Some of `NaiveTraffic.members`: a bit for each.
    typealias Senders = UInt128

    /// By packet.
    var rows: [Senders]

    static let packets = NaiveTraffic.packets
    static let members = NaiveTraffic.members
    static let nothing = NaiveSet { _ in 0 }
    static let everybody = senders { _ in true }

    init(_ senders: (Int) -> Senders) { rows = NaiveSet.packets.indices.map(senders) }

    /// What an entry speaks of: 2 certainly, 1 at its widest.
    init(_ entry: TrafficEntry, atLeast level: Int = 2) {
        let matching = NaiveTraffic.Matching(entry)
        let peers = NaiveSet.senders { matching.byMember[$0] >= level }
        self.init { matching.byPacket[NaiveSet.packets[$0], default: 0] >= level ? peers : 0 }
    }

    init(unionOf entries: [TrafficEntry]) {
        self = entries.reduce(.nothing) { $0.combined(NaiveSet($1), |) }
    }

    /// What became of the packets.
    init(_ outcome: NaiveTraffic.Outcome, atLeast level: Int) {
        self.init { packet in
            let outcomes = outcome.byPacket[NaiveSet.packets[packet], default: []]
            return NaiveSet.senders { outcomes[$0] >= level }
        }
    }

    /// The members of a set that is to be tested, read from its storage.
    init(_ set: TrafficSet) {
        var known: [AddressSet: Senders] = [:]
        rows = NaiveSet.packets.map { packet in
            let place = NaiveSet.place(packet)
            guard let part = set.parts.first(where: { $0.services.contains(place) }) else { return 0 }
            if let row = known[part.addresses] { return row }
            let row = NaiveSet.senders(part.addresses)
            known[part.addresses] = row
            return row
        }
    }

    static func senders(_ isSender: (Int) -> Bool) -> Senders {
        members.indices.reduce(0) { isSender($1) ? $0 | 1 << $1 : $0 }
    }

    static func senders(_ set: AddressSet) -> Senders { senders { set.contains(members[$0]) } }

    /// Where a packet stands on the axis of services, computed as `ServiceSet` says.
    static func place(_ packet: NaiveTraffic.Packet) -> UInt32 {
        let first = UInt32(packet.transport.rawValue) << 16
        switch packet {
        case .bare: return first
        case .port(_, let port): return first | UInt32(port)
        case .message(_, let message): return first | UInt32(message.type) << 8 | UInt32(message.code)
        }
    }

    func combined(_ other: NaiveSet, _ combine: (Senders, Senders) -> Senders) -> NaiveSet {
        NaiveSet { combine(rows[$0], other.rows[$0]) }
    }

    func subtracting(_ other: NaiveSet) -> NaiveSet { combined(other) { $0 & ~$1 } }

    var isEmpty: Bool { rows.allSatisfy { $0 == 0 } }

    func contains(_ other: NaiveSet) -> Bool { other.subtracting(self).isEmpty }

    func overlaps(_ other: NaiveSet) -> Bool { !combined(other, &).isEmpty }
}

extension SeededGenerator {
    /// A set of traffic with its naive counterpart, made of a few entries.
    mutating func traffic() -> (set: TrafficSet, naive: NaiveSet) {
        let entries = (0..<Int.random(in: 0...4, using: &self)).map { _ in entry(stated: true) }
        let set = TrafficSet.union(of: entries.map { TrafficSet($0) })
        let naive = NaiveSet(unionOf: entries)
        return once(in: 4)
            ? (TrafficSet.all.subtracting(set), NaiveSet { ~naive.rows[$0] & NaiveSet.everybody }) : (set, naive)
    }

    /// Services, and which of the packets of `NaiveSet` they hold.
    mutating func services() -> (set: ServiceSet, naive: [Bool]) {
        let everywhere = (0..<Int.random(in: 0...3, using: &self)).map { _ in
            var entry = entry(stated: true)
            entry.addresses = .all
            return entry
        }
        let set = everywhere.reduce(ServiceSet()) {
            $0.union(ServiceSet($1.transport ?? .all, ports: $1.ports, icmp: $1.icmp))
        }
        return (set, NaiveSet(unionOf: everywhere).rows.map { $0 != 0 })
    }
}
