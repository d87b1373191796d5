/// An IP protocol number, or every protocol.
///
/// Source: IANA Protocol Numbers, https://www.iana.org/assignments/protocol-numbers/; "all" is how the EC2 API reads -1
/// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html).
package struct IPProtocol: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    /// 0–255 as assigned by IANA; 256 stands for every protocol.
    package let rawValue: UInt16

    /// A protocol from its number; nil above 256.
    package init?(rawValue: UInt16) {
        guard rawValue <= 256 else { return nil }
        self.rawValue = rawValue
    }

    private init(number: UInt16) { rawValue = number }

    /// Internet Control Message Protocol for IPv4.
    package static let icmp = IPProtocol(number: 1)
    /// Transmission Control Protocol.
    package static let tcp = IPProtocol(number: 6)
    /// User Datagram Protocol.
    package static let udp = IPProtocol(number: 17)
    /// Datagram Congestion Control Protocol.
    package static let dccp = IPProtocol(number: 33)
    /// Internet Control Message Protocol for IPv6.
    package static let icmpv6 = IPProtocol(number: 58)
    /// Stream Control Transmission Protocol.
    package static let sctp = IPProtocol(number: 132)
    /// UDP-Lite.
    package static let udplite = IPProtocol(number: 136)
    /// Every protocol; -1 in the EC2 API.
    package static let all = IPProtocol(number: 256)

    /// The protocols whose packets carry ports.
    static let portCarrying = [tcp, udp, sctp, dccp, udplite]

    /// Whether packets of the protocol carry ports: tcp, udp, sctp, dccp, udplite. False for `all`.
    package var hasPorts: Bool { IPProtocol.portCarrying.contains(self) }

    /// Whether AWS looks at the ports of an entry for this protocol: tcp and udp only.
    ///
    /// For every other number except the two ICMPs, EC2 opens all ports whatever range an entry gives
    /// (API_IpPermission), so an entry for sctp port 22 admits every sctp port.
    package var honoursPorts: Bool { self == .tcp || self == .udp }

    /// Whether entries for the protocol speak of message types and codes in the place of ports.
    package var isICMP: Bool { self == .icmp || self == .icmpv6 }

    /// Whether an entry for this protocol speaks of the other: they are the same, or this one is `all`.
    package func matches(_ other: IPProtocol) -> Bool { self == other || self == .all }

    /// By number, `all` last.
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// Reads an IANA keyword in any case, a number 0–255, or `all` or `-1`; nil when it is none of them.
    package init?(parsing bytes: UnsafeBufferPointer<UInt8>) {
        if let number = Ascii.number(bytes) {
            guard number <= 255 else { return nil }
            self.init(number: UInt16(number))
        } else if Ascii.matches(bytes, "all") || Ascii.matches(bytes, "-1") {
            self = .all
        } else if let keyword = IPProtocol.keywords.first(where: { Ascii.matches(bytes, $0.name) }) {
            self.init(number: keyword.number)
        } else {
            return nil
        }
    }

    /// Reads a protocol as `init(parsing:)` does.
    package init?(_ text: String) {
        var text = text
        guard let parsed = text.withUTF8({ IPProtocol(parsing: $0) }) else { return nil }
        self = parsed
    }

    /// The keyword where there is one, else the number; what `init(_:)` reads back.
    package var description: String {
        if self == .all { return "all" }
        return IPProtocol.keywords.first { $0.number == rawValue }.map { "\($0.name)" } ?? "\(rawValue)"
    }
}

extension IPProtocol {
    /// Every keyword that `init(_:)` reads, in lower case, the commonest first; beside them it reads numbers and -1.
    package static var names: [String] { keywords.map { "\($0.name)" } + ["all"] }

    /// Keywords in lower case, the commonest first because the list is searched in order.
    ///
    /// Where a number has several, the one to print comes first: AWS says `icmpv6`, IANA `IPv6-ICMP`.
    private static let keywords: [(name: StaticString, number: UInt16)] = [
        ("tcp", 6), ("udp", 17), ("icmp", 1), ("icmpv6", 58), ("ipv6-icmp", 58),
        ("hopopt", 0), ("igmp", 2), ("ggp", 3), ("ipv4", 4), ("ipencap", 4), ("ipip", 4), ("st", 5), ("cbt", 7),
        ("egp", 8), ("igp", 9), ("pup", 12), ("hmp", 20), ("xns-idp", 22), ("rdp", 27), ("iso-tp4", 29), ("dccp", 33),
        ("xtp", 36), ("ddp", 37), ("ipv6", 41), ("sdrp", 42), ("ipv6-route", 43), ("ipv6-frag", 44), ("idrp", 45),
        ("rsvp", 46), ("gre", 47), ("dsr", 48), ("esp", 50), ("ah", 51), ("skip", 57), ("ipv6-nonxt", 59),
        ("ipv6-opts", 60), ("eigrp", 88), ("ospf", 89), ("ospfigp", 89), ("etherip", 97), ("encap", 98), ("pim", 103),
        ("ipcomp", 108), ("vrrp", 112), ("l2tp", 115), ("isis", 124), ("sctp", 132), ("fc", 133),
        ("mobility-header", 135), ("udplite", 136), ("mpls-in-ip", 137), ("manet", 138), ("hip", 139), ("shim6", 140),
    ]
}
