internal import Networks

/// Sets of addresses and of ports, which the match form names too; docs/rule-language.md says what they mean.
///
/// A range, an address, a set of addresses or a peer is a set of addresses; a range of ports or a number a set of ports.
/// Nothing is within, covers or overlaps the empty set. What a group or prefix list holds is not known here: the answer is
/// unknown.
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
            one: { value in
                switch Addresses(value) {
                case .known(let set): .bool(set.overlaps(.internet))
                case .named(let peer): unknown(peer)
                case nil: nil
                }
            }),
        FunctionDefinition(
            .kind, [.member(.peer, gives: .string)], "What a peer names: `cidr`, `security_group` or `prefix_list`.",
            example: "resource.ingress.all(entry, entry.source.all(peer, peer.kind() != 'prefix_list'))",
            one: { value in
                switch Addresses(value) {
                case .known: .string("cidr")
                case .named(let peer): .string(peer.kind.rawValue)
                case nil: nil
                }
            }),
    ]

    private static let addresses: [ValueType] = [.ip, .cidr, .peer]
    private static let ports: [ValueType] = [.portRange, .int]

    private static func relation(
        _ function: Function, _ summary: String, example: String,
        _ holdsOfAddresses: @escaping @Sendable (AddressSet, AddressSet) -> Bool,
        _ holdsOfPorts: @escaping @Sendable (PortRange, PortRange) -> Bool
    ) -> FunctionDefinition {
        let overloads =
            addresses.flatMap { left in addresses.map { Overload.member(left, $0, gives: .bool) } }
            + [.member(.portRange, .portRange, gives: .bool), .member(.portRange, .int, gives: .bool)]
        return FunctionDefinition(
            function, overloads, summary, example: example,
            two: { left, right in
                if let left = portRange(left), let right = portRange(right) { return .bool(holdsOfPorts(left, right)) }
                switch (Addresses(left), Addresses(right)) {
                case (.known(let left), .known(let right)):
                    return .bool(!left.isEmpty && !right.isEmpty && holdsOfAddresses(left, right))
                case (.named(let peer), .some), (.known, .named(let peer)): return unknown(peer)
                case (nil, _), (_, nil): return nil
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

    private static func unknown(_ peer: PeerName) -> Value { .unknown(UnknownFields(["the addresses of \(peer.id)"])) }

    /// A value as a set of addresses.
    private enum Addresses {
        case known(AddressSet)
        case named(PeerName)

        init?(_ value: Value) {
            switch value {
            case .ip(let address): self = .known(AddressSet(address))
            case .cidr(let range): self = .known(AddressSet(range.range))
            case .addresses(let set): self = .known(set)
            case .peer(let peer): self = .named(peer)
            default: return nil
            }
        }
    }
}
