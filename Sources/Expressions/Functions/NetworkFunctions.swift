internal import Networks

/// CEL's network extension
/// (https://github.com/google/cel-go/blob/master/ext/network.go, https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-ip-address-library).
///
/// Address and range are read more strictly than in inventories: no zones, no ranges without a length, and no IPv4-mapped
/// address in its dotted form; written in groups alone, an IPv4-mapped address is the IPv4 address that it stands for.
enum NetworkFunctions {
    static let definitions: [FunctionDefinition] = [
        FunctionDefinition(
            .ip, [.global(.string, gives: .ip), .member(.cidr, gives: .ip)],
            "The address that a text writes, or that a range was written with.",
            example: "ip('2001:DB8::1') == ip('2001:db8::1') && cidr('10.0.0.5/8').ip() == ip('10.0.0.5')",
            one: { (value) throws(EvaluationError) in
                switch value {
                case .string(let text): .ip(try address(text))
                case .cidr(let range): .ip(range.address)
                default: nil
                }
            }),
        FunctionDefinition(
            .isIP, [.global(.string, gives: .bool)], "Whether a text writes an address.",
            example: "isIP('192.0.2.1') && !isIP('192.0.2.256')",
            one: { if case .string(let text) = $0 { .bool((try? address(text)) != nil) } else { nil } }),
        FunctionDefinition(
            .isCanonical, [.global(.string, gives: .bool)],
            "Whether a text writes an address in the one canonical form (RFC 5952).",
            example: "ip.isCanonical('2001:db8::1') && !ip.isCanonical('2001:DB8::1')",
            one: { (value) throws(EvaluationError) in
                guard case .string(let text) = value else { return nil }
                return .bool(try address(text).description.isExactly(text))
            }),
        FunctionDefinition(
            .family, [.member(.ip, gives: .int)], "The version of the Internet Protocol: 4 or 6.",
            example: "ip('::1').family() == 6",
            one: { if case .ip(let address) = $0 { .int(address.family == .ipv4 ? 4 : 6) } else { nil } }),
        test(.isUnspecified, "Whether it is 0.0.0.0 or ::.", example: "ip('::').isUnspecified()") { $0.isUnspecified },
        test(.isLoopback, "Whether it is in 127.0.0.0/8, or ::1.", example: "ip('127.0.0.1').isLoopback()") {
            $0.isLoopback
        },
        test(
            .isLinkLocalUnicast, "Whether it is in 169.254.0.0/16 or fe80::/10.",
            example: "ip('169.254.169.254').isLinkLocalUnicast()"
        ) { $0.isLinkLocalUnicast },
        test(
            .isLinkLocalMulticast, "Whether it is in 224.0.0.0/24 or ff02::/16.",
            example: "ip('224.0.0.251').isLinkLocalMulticast()"
        ) { $0.isLinkLocalMulticast },
        test(
            .isGlobalUnicast,
            "Whether it names one host beyond this one and its link; true of private addresses, see `isPublic`.",
            example: "ip('192.168.0.1').isGlobalUnicast()"
        ) { $0.isGlobalUnicast },
        FunctionDefinition(
            .cidr, [.global(.string, gives: .cidr)], "The address range that a text writes; host bits are kept.",
            example: "string(cidr('10.0.0.5/8')) == '10.0.0.5/8'",
            one: { (value) throws(EvaluationError) in
                if case .string(let text) = value { .cidr(try range(text)) } else { nil }
            }),
        FunctionDefinition(
            .isCIDR, [.global(.string, gives: .bool)], "Whether a text writes an address range.",
            example: "isCIDR('10.0.0.0/8') && !isCIDR('10.0.0.0')",
            one: { if case .string(let text) = $0 { .bool((try? range(text)) != nil) } else { nil } }),
        FunctionDefinition(
            .containsIP, [.member(.cidr, .ip, gives: .bool), .member(.cidr, .string, gives: .bool)],
            "Whether a range holds an address.", example: "cidr('10.0.0.0/8').containsIP('10.1.2.3')",
            two: { (outer, inner) throws(EvaluationError) in
                guard case .cidr(let outer) = outer, let inner = try address(inner) else { return nil }
                return .bool(outer.contains(NetworkAddress(address: inner, prefixLength: inner.family.bits)))
            }),
        FunctionDefinition(
            .containsCIDR, [.member(.cidr, .cidr, gives: .bool), .member(.cidr, .string, gives: .bool)],
            "Whether a range holds every address of another.",
            example: "cidr('10.0.0.0/8').containsCIDR('10.1.0.0/16')",
            two: { (outer, inner) throws(EvaluationError) in
                guard case .cidr(let outer) = outer, let inner = try range(inner) else { return nil }
                return .bool(outer.contains(inner))
            }),
        FunctionDefinition(
            .masked, [.member(.cidr, gives: .cidr)], "The range without host bits.",
            example: "cidr('10.0.0.5/8').masked() == cidr('10.0.0.0/8')",
            one: { if case .cidr(let range) = $0 { .cidr(NetworkAddress(range.range)) } else { nil } }),
        FunctionDefinition(
            .prefixLength, [.member(.cidr, gives: .int), .member(.peer, gives: .nullable(.int))],
            "The number after the slash; null for a peer that is no range.",
            example: "cidr('10.0.0.0/8').prefixLength() == 8",
            one: {
                switch $0 {
                case .cidr(let range): .int(Int64(range.prefixLength))
                case .peer: .null
                default: nil
                }
            }),
    ]

    private static func test(
        _ function: Function, _ summary: String, example: String, _ holds: @escaping @Sendable (IPAddress) -> Bool
    ) -> FunctionDefinition {
        FunctionDefinition(
            function, [.member(.ip, gives: .bool)], summary, example: example,
            one: { if case .ip(let address) = $0 { .bool(holds(address)) } else { nil } })
    }

    // MARK: - Reading

    private static func address(_ value: Value) throws(EvaluationError) -> IPAddress? {
        switch value {
        case .ip(let address): address
        case .string(let text): try address(text)
        default: nil
        }
    }

    private static func range(_ value: Value) throws(EvaluationError) -> NetworkAddress? {
        switch value {
        case .cidr(let range): range
        case .string(let text): try range(text)
        default: nil
        }
    }

    private static func address(_ text: String) throws(EvaluationError) -> IPAddress {
        let name = Value.string(text).text
        if text.utf8.contains(UInt8(ascii: "%")) {
            throw EvaluationError(.invalidArgument, "IP Address \(name) with zone value is not allowed")
        }
        guard let address = IPAddress(text) else {
            throw EvaluationError(.invalidArgument, "IP Address \(name) parse error during conversion from string")
        }
        if isMapped(address, text), text.utf8.contains(UInt8(ascii: ".")) {
            throw EvaluationError(.invalidArgument, "IPv4-mapped IPv6 address \(name) is not allowed")
        }
        return address
    }

    private static func range(_ text: String) throws(EvaluationError) -> NetworkAddress {
        let name = Value.string(text).text
        func unreadable() -> EvaluationError {
            EvaluationError(.invalidArgument, "network address \(name) parse error during conversion from string")
        }
        guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { throw unreadable() }
        let address = String(text[..<slash])
        let length = text[text.utf8.index(after: slash)...]
        guard let base = IPAddress(address) else { throw unreadable() }
        if isMapped(base, address) {
            throw EvaluationError(.invalidArgument, "IPv4-mapped IPv6 address \(name) is not allowed")
        }
        // A sign or a leading zero is nothing that all readers agree on.
        guard let bits = Int(length), String(bits) == length, (0...base.family.bits).contains(bits) else {
            throw unreadable()
        }
        return NetworkAddress(address: base, prefixLength: bits)
    }

    /// Whether an address that reads as IPv4 was written as an IPv6 one.
    private static func isMapped(_ address: IPAddress, _ text: String) -> Bool {
        address.family == .ipv4 && text.utf8.contains(UInt8(ascii: ":"))
    }
}

extension NetworkAddress {
    /// Whether every address of the other range is in this one.
    fileprivate func contains(_ other: NetworkAddress) -> Bool {
        address.family == other.address.family && prefixLength <= other.prefixLength
            && range == CIDR(other.address, prefixLength: prefixLength)
    }
}

// As Go's net/netip and with it CEL's network extension understand the words (https://pkg.go.dev/net/netip#Addr).
extension IPAddress {
    fileprivate var isUnspecified: Bool { value == 0 }

    fileprivate var isLoopback: Bool { family == .ipv4 ? value >> 24 == 127 : value == 1 }

    fileprivate var isLinkLocalUnicast: Bool { family == .ipv4 ? value >> 16 == 0xA9FE : value >> 118 == 0xFE80 >> 6 }

    fileprivate var isMulticast: Bool { family == .ipv4 ? value >> 28 == 0xE : value >> 120 == 0xFF }

    /// In IPv6 whatever the four flags that follow the first byte.
    fileprivate var isLinkLocalMulticast: Bool {
        family == .ipv4 ? value >> 8 == 0xE0_0000 : value >> 112 & 0xFF0F == 0xFF02
    }

    fileprivate var isGlobalUnicast: Bool {
        !isUnspecified && !isLoopback && !isLinkLocalUnicast && !isMulticast && self != .broadcast
    }

    private static let broadcast = IPAddress(family: .ipv4, value: 0xFFFF_FFFF)
}
