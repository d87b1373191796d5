/// What is asked of the ports of a protocol.
package enum PortQuery: Hashable, Sendable {
    /// Some port; also met by protocols without ports, and by any ICMP message.
    case any
    /// Some port of the ranges.
    case anyOf([PortRange])
    /// Each of the ports 0–65535.
    case every
    /// Some port that lies in none of the ranges.
    case outside([PortRange])
}

/// What is asked of the addresses.
package enum AddressQuery: Hashable, Sendable {
    /// At least one address, or a peer whose addresses are not known.
    case any
    /// The set is covered, as far as `TrafficQuery.share` demands.
    case cover(AddressSet)
}

/// A question about what a list of entries lets through, such as "can the whole internet reach tcp port 22?".
///
/// It holds when there are a family among `families`, a protocol among `protocols` and a port that meets `ports` (with
/// `.every`: for each port) such that the addresses admitted for them cover at least `share` of the asked addresses of
/// that family, of which there must be some.
package struct TrafficQuery: Hashable, Sendable {
    /// Whose traffic must be admitted.
    package var addresses: AddressQuery
    /// The protocols asked about: one of them must be admitted.
    ///
    /// None given: any protocol; where a port condition is set, any that has ports. With `.all` among them, every
    /// protocol must be admitted, which only entries for every protocol achieve in a security group.
    package var protocols: [IPProtocol]
    /// The ports asked about. Any condition but `.any` can only be met by protocols with ports, never by an ICMP entry.
    package var ports: PortQuery
    /// The families asked about: one of them must suffice. None given: nothing does.
    package var families: [AddressFamily]
    /// The part of the addresses that must be covered: 0 < share ≤ 1, where 1 demands every single one.
    package var share: Double

    /// A question; without details about any protocol and port, either family, the whole of the addresses.
    package init(
        addresses: AddressQuery, protocols: [IPProtocol] = [], ports: PortQuery = .any,
        families: [AddressFamily] = AddressFamily.allCases, share: Double = 1
    ) {
        precondition(share > 0 && share <= 1, "a share lies above 0 and at most at 1")
        self.addresses = addresses
        self.protocols = protocols
        self.ports = ports
        self.families = families
        self.share = share
    }

    /// Whether it asks about the whole of `AddressSet.internet`, or the part of it that `share` says.
    package var isInternet: Bool { addresses == .cover(.internet) }

    /// Whether every protocol must be admitted.
    package var asksEveryProtocol: Bool { protocols.contains(.all) }
}

extension PortQuery {
    /// The ranges whose ends tell ports apart that this condition treats differently.
    var ranges: [PortRange] {
        switch self {
        case .any, .every: []
        case .anyOf(let ranges), .outside(let ranges): ranges
        }
    }

    /// Whether the condition speaks of the ports of a piece, which `ranges` must not cut.
    func asks(about piece: PortRange) -> Bool {
        switch self {
        case .any, .every: true
        case .anyOf(let ranges): ranges.contains { $0.overlaps(piece) }
        case .outside(let ranges): !ranges.contains { $0.overlaps(piece) }
        }
    }

    /// Whether the condition speaks of some of the ports; ports need not be cut at its ranges.
    func asks(aboutSomeOf ports: [PortRange]) -> Bool {
        switch self {
        case .any, .every: !ports.isEmpty
        case .anyOf(let ranges): ports.contains { port in ranges.contains { $0.overlaps(port) } }
        case .outside(let ranges): ports.contains { !$0.isCovered(by: ranges) }
        }
    }

    /// Whether the ports are enough to meet the condition.
    func isMet(by ports: [PortRange]) -> Bool {
        self == .every ? PortRange.isWhole(ports) : asks(aboutSomeOf: ports)
    }
}

extension TrafficQuery {
    /// The asked addresses of the families asked about; all of them when any address will do.
    var target: AddressSet {
        let whole: AddressSet
        switch addresses {
        case .any: whole = .all
        case .cover(let set): whole = set
        }
        switch (families.contains(.ipv4), families.contains(.ipv6)) {
        case (true, true): return whole
        case (true, false): return whole.only(.ipv4)
        case (false, true): return whole.only(.ipv6)
        case (false, false): return AddressSet()
        }
    }

    /// The families of which the admitted addresses hold enough of the target.
    func sufficient(_ admitted: AddressSet, of target: AddressSet) -> Sufficiency.Families {
        var families: Sufficiency.Families = []
        for family in AddressFamily.allCases where !target[family].isEmpty {
            if isSufficient(admitted, of: target, family) { families.insert(.init(family)) }
        }
        return families
    }

    func isSufficient(_ admitted: AddressSet, of target: AddressSet, _ family: AddressFamily) -> Bool {
        if addresses == .any { return !admitted[family].isEmpty }
        // A Double cannot tell all of 2^32 addresses from all but a few of 2^128, so a whole is compared exactly.
        if share == 1 { return admitted.contains(target, family) }
        return admitted.share(of: target, family) >= share
    }
}
