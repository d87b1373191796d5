internal import Networks

/// Sets of addresses and of ports, which the match form names too; docs/rule-language.md says what they mean.
///
/// A range, an address, a set of addresses, a peer or a list of them is a set of addresses; a range of ports or a number is
/// a set of ports, and of a list of those one is enough. Nothing is within, covers or overlaps the empty set. Of a security
/// group no address is asserted; what a prefix list holds is not known here, so the answer is unknown.
enum AddressRelations {
    static let definitions: [FunctionDefinition] = [
        relation(
            .within, "Whether every address or port is one of the other's.",
            example: "cidr('10.1.0.0/16').within(cidr('10.0.0.0/8'))", { $1.contains($0) }, { $1.contains($0) }),
        relation(
            .covers, "Whether every address or port of the other is in this.",
            example: "cidr('10.0.0.0/8').covers(ip('10.1.2.3'))", { $0.contains($1) }, { $0.contains($1) }),
        relation(
            .overlaps, "Whether both have an address or port in common.",
            example: "cidr('10.0.0.0/8').overlaps(cidr('10.1.0.0/16'))", { $0.overlaps($1) }, { $0.overlaps($1) }),
        FunctionDefinition(
            .isPublic, [ValueType.ip, .cidr, .peer].map { .member($0, gives: .bool) },
            "Whether it holds at least one public unicast address.",
            example: "ip('8.8.8.8').isPublic() && !cidr('10.0.0.0/8').isPublic()",
            one: { answer(Addresses($0)) { $0.overlaps(.internet) } }),
        FunctionDefinition(
            .kind, [.member(.peer, gives: .peerKind)], "What a peer names: `cidr`, `security_group` or `prefix_list`.",
            example: "resource.ingress.all(entry, entry.source.all(peer, peer.kind() != 'prefix_list'))",
            one: { value in
                switch value {
                case .cidr, .ip, .addresses: .string("cidr")
                case .peer(let peer): .string(peer.kind.rawValue)
                default: nil
                }
            }),
    ]

    private static let addresses: [ValueType] = [.ip, .cidr, .peer]

    private static func relation(
        _ function: Function, _ summary: String, example: String,
        _ holdsOfAddresses: @escaping @Sendable (AddressSet, AddressSet) -> Bool,
        _ holdsOfPorts: @escaping @Sendable (PortRange, PortRange) -> Bool
    ) -> FunctionDefinition {
        let sets = addresses + addresses.map { .list($0) }
        let ports: [ValueType] = [.portRange, .int, .list(.portRange), .list(.int)]
        let overloads =
            addresses.flatMap { left in sets.map { Overload.member(left, $0, gives: .bool) } }
            + ports.map { .member(.portRange, $0, gives: .bool) }
        return FunctionDefinition(
            function, overloads, summary, example: example,
            two: { left, right in
                if let left = portRange(left), let right = portRanges(right) {
                    return .bool(right.contains { holdsOfPorts(left, $0) })
                }
                guard let right = Addresses(right) else { return nil }
                return answer(Addresses(left)) { left in
                    answer(right) { !left.isEmpty && !$0.isEmpty && holdsOfAddresses(left, $0) }
                }
            })
    }

    private static func portRange(_ value: Value) -> PortRange? {
        switch value {
        case .portRange(let range): range
        case .int(let int): UInt16(exactly: int).map { PortRange($0) }
        default: nil
        }
    }

    private static func portRanges(_ value: Value) -> [PortRange]? {
        guard case .list(let elements) = value else { return portRange(value).map { [$0] } }
        let ranges = elements.compactMap(portRange)
        return ranges.count == elements.count ? ranges : nil
    }

    // MARK: - Addresses

    /// A value as a set of addresses.
    private enum Addresses {
        case known(AddressSet)
        /// No address is asserted.
        case unasserted
        case unknown(UnknownFields)

        init?(_ value: Value) {
            switch value {
            case .ip(let address): self = .known(AddressSet(address))
            case .cidr(let range): self = .known(AddressSet(range.range))
            case .addresses(let set): self = .known(set)
            case .peer(let peer) where peer.kind == .securityGroup: self = .unasserted
            case .peer(let peer) where peer.addresses != nil: self = peer.addresses.map { .known($0) } ?? .unasserted
            case .peer(let peer): self = .unknown(UnknownFields(["the addresses of \(peer.id)"]))
            case .list(let elements): self.init(elements)
            default: return nil
            }
        }

        /// The union.
        private init?(_ elements: [Value]) {
            var sets: [AddressSet] = []
            var missing: UnknownFields?
            for element in elements {
                switch Addresses(element) {
                case .known(let set): sets.append(set)
                case .unasserted: break
                case .unknown(let fields): missing = missing?.merged(with: fields) ?? fields
                case nil: return nil
                }
            }
            self = missing.map { .unknown($0) } ?? .known(AddressSet.union(of: sets))
        }
    }

    private static func answer(_ addresses: Addresses?, _ holds: (AddressSet) -> Bool) -> Value? {
        answer(addresses) { .bool(holds($0)) }
    }

    private static func answer(_ addresses: Addresses?, _ answer: (AddressSet) -> Value?) -> Value? {
        switch addresses {
        case .known(let set): answer(set)
        case .unasserted: .bool(false)
        case .unknown(let fields): .unknown(fields)
        case nil: nil
        }
    }
}
