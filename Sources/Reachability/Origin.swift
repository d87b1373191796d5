package import Networks

/// Where traffic comes from.
package struct Origin: Sendable {
    /// As people call it: `internet`, `10.0.0.0/8`, `i-1`.
    package var name: String
    /// The addresses it may have.
    package var addresses: AddressSet
    /// Interfaces of the inventory that it sends through, whose own groups and ACLs it has to pass; none for addresses.
    var interfaces: [Int] = []
    /// Number of the VPC that it is in, where that is known.
    var vpc: Int?
    /// Whether it is outside of every VPC, also where its addresses, as public IPv6 ones, are those of some VPC.
    var isOutside = false

    /// A set of addresses.
    package init(name: String, addresses: AddressSet) { (self.name, self.addresses) = (name, addresses) }

    /// The addresses that a question about traffic asks for.
    package init(_ query: TrafficQuery) {
        switch query.addresses {
        case .any: self.init(name: "any", addresses: .all)
        case .cover(let set): self.init(name: query.isInternet ? "internet" : set.description, addresses: set)
        }
    }

    /// Everybody who is not in a private network.
    package static let internet = Origin(name: "internet", addresses: .internet)
}
