// What is read off a set of traffic.

extension TrafficSet {
    /// The addresses that reach some service.
    package var addresses: AddressSet { AddressSet.union(of: parts.lazy.map(\.addresses)) }

    /// The services that some address reaches.
    package var services: ServiceSet {
        var ranges: ContiguousArray<ServiceSet.Range> = []
        for part in parts { ServiceSet.Sorted.append(part.services, to: &ranges) }
        return ServiceSet(sorted: ranges)
    }

    /// The addresses that reach at least one of the services.
    package func addresses(reaching services: ServiceSet) -> AddressSet {
        var sets: [AddressSet] = []
        forEachPart(of: services) { _, addresses in
            sets.append(addresses)
            return true
        }
        return AddressSet.union(of: sets)
    }

    /// The addresses that reach every one of the services; all addresses when there are none to reach.
    package func addresses(reachingAll services: ServiceSet) -> AddressSet {
        var common = AddressSet.all
        var reached = 0
        forEachPart(of: services) { range, addresses in
            common = common.intersection(addresses)
            reached += range.count
            return !common.isEmpty
        }
        // A service that is in no part has no addresses.
        return common.isEmpty || reached == services.count ? common : AddressSet()
    }

    /// The services that at least one of the addresses reaches.
    package func services(from addresses: AddressSet) -> ServiceSet {
        var ranges: ContiguousArray<ServiceSet.Range> = []
        for part in parts where part.addresses.overlaps(addresses) {
            ServiceSet.Sorted.append(part.services, to: &ranges)
        }
        return ServiceSet(sorted: ranges)
    }

    /// How many pairs of an address of the family and a service there are; 2^128 − 1 where they are that many or more.
    package func count(of family: AddressFamily) -> UInt128 {
        var count: UInt128 = 0
        for part in parts {
            let (pairs, overflow) = part.addresses.count(of: family)
                .multipliedReportingOverflow(by: UInt128(part.services.count))
            let (sum, sumOverflow) = count.addingReportingOverflow(pairs)
            if overflow || sumOverflow { return .max }
            count = sum
        }
        return count
    }

    /// The inbound traffic whose replies get out, when this set is what a network ACL lets out.
    ///
    /// Network ACLs are stateless: a reply passes only if an outbound entry lets it
    /// (https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html). A reply of tcp or udp goes to the
    /// port that the client happened to choose from `ephemeral`: any port of the protocol can be asked from an address
    /// to which one such port at least is let out. Replies of other protocols have no port of their own to go to: all
    /// of the protocol can be asked from an address to which something of it is let out, as one ICMP type answers
    /// another (RFC 792).
    package func returnPath(ephemeral: PortRange = PortRange(low: 1024, high: .max)) -> TrafficSet {
        // Of protocols that are not divided a set holds all or nothing: the way back is the way out.
        let undivided = ServiceSet.divided.reduce(ServiceSet.all) { $0.subtracting(ServiceSet($1)) }
        let divided = ServiceSet.divided.map { transport in
            let replies = ServiceSet(transport, ports: [ephemeral])
            return TrafficSet(addresses: addresses(reaching: replies), services: ServiceSet(transport))
        }
        return TrafficSet.union(of: divided + [intersection(services: undivided)])
    }
}
