/// One entry of a security group or network ACL: which packets it speaks of, as far as that is known.
package struct TrafficEntry: Hashable, Sendable {
    /// The protocol; nil when the inventory does not state it.
    package var transport: IPProtocol?
    /// The destination ports, in any order; nil when the inventory does not state them.
    ///
    /// They matter for protocols that honour ports (tcp and udp). An entry for every protocol, or for one without
    /// ports, admits every port whatever is given here. An empty list admits none.
    package var ports: [PortRange]?
    /// The ICMP messages, for an entry of one of the ICMPs; nil means every message.
    package var icmp: ICMPMatch?
    /// The addresses of its peers, as far as they are known.
    package var addresses: AddressSet
    /// Whether some peer's addresses are not known: a security group (its members'), or a prefix list nobody listed.
    package var hasUnresolvedPeers: Bool
    /// Whether an unresolved peer may hold public addresses; false for security groups: a peer group stands for the
    /// private addresses of its members (AWS, "Security group rules").
    package var unresolvedMayBePublic: Bool
    /// Whether the unresolved peers are few addresses of AWS services, as a prefix list that AWS keeps holds: some of the
    /// internet, never a large part of it.
    package var unresolvedAreFew = false

    /// An entry of known peers, unless said otherwise.
    package init(
        transport: IPProtocol?, ports: [PortRange]? = nil, icmp: ICMPMatch? = nil, addresses: AddressSet,
        hasUnresolvedPeers: Bool = false, unresolvedMayBePublic: Bool = false
    ) {
        self.transport = transport
        self.ports = ports
        self.icmp = icmp
        self.addresses = addresses
        self.hasUnresolvedPeers = hasUnresolvedPeers
        self.unresolvedMayBePublic = unresolvedMayBePublic
    }
}

/// How surely an entry speaks of some traffic.
enum Admission: Comparable {
    case none
    /// It depends on what the inventory does not state.
    case possible
    case certain
}

extension TrafficEntry {
    /// Every address the peers may have: the known ones, and those an unresolved peer may hold.
    var possibleAddresses: AddressSet {
        guard hasUnresolvedPeers else { return addresses }
        return unresolvedMayBePublic ? .all : addresses.union(.notInternet)
    }

    /// Whether the entry speaks of the traffic of a slot, the addresses aside.
    func admission(of slot: TrafficSlot) -> Admission {
        // An entry whose protocol is not stated may be for every protocol, where ports do not matter.
        guard let transport else { return .possible }
        guard transport.matches(slot.transport) else { return .none }
        switch slot.part {
        case .whole: return .certain
        case .messages(let cell):
            return transport == .all || (icmp ?? .any).covers(cell) ? .certain : .none
        case .ports(let piece):
            guard transport.honoursPorts else { return .certain }
            guard let ports else { return .possible }
            return ports.contains { $0.contains(piece) } ? .certain : .none
        }
    }
}
