/// Traffic that a list of entries treats alike for every address: one protocol and a piece of its ports or messages.
///
/// Cutting the 256 protocols and their 65536 ports at the ends of the ranges that entries name leaves few slots; every
/// exact answer is a walk over them.
struct TrafficSlot: Hashable {
    /// What of the protocol's packets is meant.
    enum Part: Hashable {
        /// All of them: no entry tells them apart.
        case whole
        /// Those to a port of the range, which lies inside or outside each entry's ranges as a whole.
        case ports(PortRange)
        /// One ICMP message that stands for others which no entry tells apart.
        case messages(ICMPMatch)
    }

    /// A single protocol, never `all`.
    let transport: IPProtocol
    let part: Part

    /// The slots of a protocol, together all of its traffic, for entries and the ends of further port ranges.
    static func slots(
        of transport: IPProtocol, cutBy entries: some Sequence<TrafficEntry>, and ranges: [PortRange] = []
    ) -> [TrafficSlot] {
        if transport.isICMP {
            let matches = entries.lazy.filter { $0.transport == transport }.compactMap(\.icmp)
            return ICMPMatch.cells(cutBy: matches).map { TrafficSlot(transport: transport, part: .messages($0)) }
        }
        guard transport.hasPorts else { return [TrafficSlot(transport: transport, part: .whole)] }
        var cuts = ranges
        if transport.honoursPorts {
            for entry in entries where entry.transport == transport { cuts += entry.ports ?? [] }
        }
        return PortRange.pieces(cutBy: cuts).map { TrafficSlot(transport: transport, part: .ports($0)) }
    }

    /// The protocols that entries name, and one that none names, which stands for all others; sorted.
    static func elementaryProtocols(of entries: some Sequence<TrafficEntry>) -> [IPProtocol] {
        let named = Set(entries.lazy.compactMap(\.transport).filter { $0 != .all })
        // From 253 down: RFC 3692 sets 253 and 254 aside for experiments, so nobody is misled by the stand-in.
        let other = (0...253).reversed().lazy.compactMap { IPProtocol(rawValue: $0) }.first { !named.contains($0) }
        return named.sorted() + (other.map { [$0] } ?? [])
    }
}

extension TrafficQuery {
    /// What is asked, a group for each protocol: the slots whose traffic the port condition speaks of.
    ///
    /// With `.all` asked, the question is put to every protocol, those without ports exempt from the port condition.
    func slotGroups(cutBy entries: some Collection<TrafficEntry>) -> [[TrafficSlot]] {
        let asked: [IPProtocol]
        if asksEveryProtocol {
            asked = TrafficSlot.elementaryProtocols(of: entries)
        } else if ports != .any {
            asked = protocols.isEmpty ? IPProtocol.portCarrying : protocols.filter(\.hasPorts)
        } else {
            asked = protocols.isEmpty ? TrafficSlot.elementaryProtocols(of: entries) : protocols
        }
        return asked.map { transport in
            TrafficSlot.slots(of: transport, cutBy: entries, and: ports.ranges).filter { slot in
                guard case .ports(let piece) = slot.part else { return true }
                return ports.asks(about: piece)
            }
        }
    }

    /// The answer, from whether each slot's admitted addresses suffice: for some family, every protocol or one of those
    /// asked, and every port or one of those asked.
    func answer(over groups: [[TrafficSlot]], sufficing: (TrafficSlot) -> Sufficiency) -> Answer {
        let start = Sufficiency(certain: families.isEmpty ? [] : .all, possible: families.isEmpty ? [] : .all)
        var overall = asksEveryProtocol ? start : Sufficiency()
        for group in groups {
            var ofGroup = ports == .every ? start : Sufficiency()
            for slot in group {
                ofGroup = ports == .every ? ofGroup.and(sufficing(slot)) : ofGroup.or(sufficing(slot))
                if ports != .every, !asksEveryProtocol, !ofGroup.certain.isEmpty { return .yes }
                if ports == .every, ofGroup.possible.isEmpty { break }
            }
            overall = asksEveryProtocol ? overall.and(ofGroup) : overall.or(ofGroup)
        }
        if !overall.certain.isEmpty { return .yes }
        return overall.possible.isEmpty ? .no : .unknown
    }
}

/// In which families a slot admits enough of the addresses asked for.
struct Sufficiency {
    /// A set of address families.
    struct Families: OptionSet {
        let rawValue: UInt8
        static let all = Families(rawValue: 3)

        init(rawValue: UInt8) { self.rawValue = rawValue }
        init(_ family: AddressFamily) { rawValue = 1 << family.rawValue }
    }

    /// Enough whatever is not stated.
    var certain: Families = []
    /// Enough if what is not stated turns out so; holds all of `certain`.
    var possible: Families = []

    func and(_ other: Self) -> Self {
        Self(certain: certain.intersection(other.certain), possible: possible.intersection(other.possible))
    }

    func or(_ other: Self) -> Self {
        Self(certain: certain.union(other.certain), possible: possible.union(other.possible))
    }
}
