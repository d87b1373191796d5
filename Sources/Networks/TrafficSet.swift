/// A set of traffic: pairs of a remote address and a service, exact whatever entries it was made of.
///
/// It is stored along the axis of services (see `ServiceSet`): sorted disjoint ranges, each with the addresses that all
/// of its services have. Neighbouring ranges with the same addresses are one, so equal sets have equal storage.
package struct TrafficSet: Hashable, Sendable {
    /// Services that are neighbours on the axis and have the same addresses.
    package struct Part: Hashable, Sendable {
        /// The services, see `ServiceSet`.
        package let services: ServiceSet.Range
        /// The addresses of each of them; not empty.
        package let addresses: AddressSet
    }

    /// Sorted by service, disjoint; where two touch, their addresses differ.
    package private(set) var parts: ContiguousArray<Part> = []

    /// No traffic.
    package init() {}

    /// All traffic.
    package static let all = TrafficSet(addresses: .all, services: .all)

    /// Every one of the services from every one of the addresses.
    package init(addresses: AddressSet, services: ServiceSet) {
        guard !addresses.isEmpty else { return }
        parts.reserveCapacity(services.ranges.count)
        for range in services.ranges { parts.append(Part(services: range, addresses: addresses)) }
    }

    /// The traffic that an entry certainly speaks of: its known addresses on its services.
    ///
    /// An entry without a stated protocol, or for tcp or udp without stated ports, is certain of nothing.
    package init(_ entry: TrafficEntry) {
        guard let transport = entry.transport, !transport.honoursPorts || entry.ports != nil else {
            self.init()
            return
        }
        self.init(
            addresses: entry.addresses, services: ServiceSet(transport, ports: entry.ports, icmp: entry.icmp))
    }

    /// The traffic that an entry may speak of: what is not stated is taken at its widest.
    init(widest entry: TrafficEntry) {
        self.init(
            addresses: entry.possibleAddresses,
            services: ServiceSet(entry.transport ?? .all, ports: entry.ports, icmp: entry.icmp))
    }

    /// One part, whose addresses must not be empty.
    init(_ part: Part) { parts = [part] }

    /// Adds addresses to services that lie beyond all others so far; nothing where there are none.
    mutating func append(_ services: ServiceSet.Range, _ addresses: AddressSet) {
        guard !addresses.isEmpty else { return }
        if let last = parts.last, last.services.upperBound + 1 == services.lowerBound, last.addresses == addresses {
            let joined = last.services.lowerBound...services.upperBound
            parts[parts.count - 1] = Part(services: joined, addresses: addresses)
        } else {
            parts.append(Part(services: services, addresses: addresses))
        }
    }

    /// Calls the body with each piece of a part that lies among the services, in order, until it returns false.
    func forEachPart(of services: ServiceSet, _ body: (ServiceSet.Range, AddressSet) -> Bool) {
        var i = 0
        var j = 0
        while i < parts.count, j < services.ranges.count {
            let (own, other) = (parts[i].services, services.ranges[j])
            if own.overlaps(other), !body(own.clamped(to: other), parts[i].addresses) { return }
            if own.upperBound < other.upperBound { i += 1 } else { j += 1 }
        }
    }
}

extension TrafficEntry {
    /// Whether nothing about the entry is left open: it speaks of the same traffic at its widest as for certain.
    var isStated: Bool {
        guard let transport, !hasUnresolvedPeers else { return false }
        return !transport.honoursPorts || ports != nil
    }
}
