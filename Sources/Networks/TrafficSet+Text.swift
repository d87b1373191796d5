extension TrafficSet: CustomStringConvertible {
    /// The traffic by addresses: all services that the same addresses reach stand together, in the order of the first.
    ///
    /// This is what a person would write: `tcp 22, tcp 443 from 0.0.0.0/0` is one group and two parts.
    package var groups: [(services: ServiceSet, addresses: AddressSet)] {
        var places: [AddressSet: Int] = [:]
        var groups: [(ranges: ContiguousArray<ServiceSet.Range>, addresses: AddressSet)] = []
        for part in parts {
            if let place = places[part.addresses] {
                // Parts that touch differ in addresses, so the ranges of a group do not touch.
                groups[place].ranges.append(part.services)
            } else {
                places[part.addresses] = groups.count
                groups.append(([part.services], part.addresses))
            }
        }
        return groups.map { (ServiceSet(sorted: $0.ranges), $0.addresses) }
    }

    /// `tcp 22, tcp 443 from 0.0.0.0/0; udp 53 from 10.0.0.0/8`; `nothing`; `everything`.
    package var description: String {
        if isEmpty { return "nothing" }
        if self == .all { return "everything" }
        return groups.map { "\($0.services) from \($0.addresses)" }.joined(separator: "; ")
    }
}
