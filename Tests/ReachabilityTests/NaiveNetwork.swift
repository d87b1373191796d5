import Networks
import Synchronization

/// A network and its packets, one by one, as the pages of AWS tell of them and as slowly as they read; it shares nothing
/// with the model but the reading of addresses.
struct NaiveNetwork {
    struct VPC {
        var id: String
        var cidr: [String]
        var ipv6: [String]
    }

    struct Subnet {
        var id: String
        var cidr: String
        var ipv6: [String]
        var vpc: String
        var table: String
        var acl: String
        /// Block public access: nil leaves it to the account.
        var block: String?
    }

    struct Route {
        var destination: String
        /// As in the inventory: `internet_gateway` and so on.
        var kind: String
        var target: String
        var isBlackhole = false
        var isPropagated = false
    }

    struct Table {
        var id: String
        var vpc: String
        var isMain: Bool
        var routes: [Route]
    }

    struct Peering {
        var id: String
        var isActive: Bool
        /// Of the other VPC.
        var cidr: [String]
    }

    struct Entry {
        var number = 0
        var allows = true
        /// `all`, `tcp`, `udp`, `icmp`, `icmpv6`, `47`.
        var transport: String
        var ports: ClosedRange<Int>?
        var icmpType: Int?
        /// Ranges, prefix lists, groups.
        var peers: [String]
    }

    struct ACL {
        var id: String
        var vpc: String
        var isDefault: Bool
        var ingress: [Entry]
        var egress: [Entry]
    }

    struct Group {
        var id: String
        var vpc: String
        var ingress: [Entry]
    }

    struct Interface {
        var id: String
        var subnet: String
        var privateIP: String
        var isPublic: Bool
        var ipv6: [String]
        var groups: [String]
        var instance: String?
    }

    struct Packet: Hashable, CustomStringConvertible {
        var source: String
        var transport: String
        /// Port, or ICMP type.
        var number: Int
        var description: String { "\(transport)/\(number) from \(source)" }
    }

    var vpcs: [VPC] = []
    var subnets: [Subnet] = []
    var tables: [Table] = []
    var gateways: [(id: String, vpcs: [String])] = []
    var peerings: [Peering] = []
    var acls: [ACL] = []
    var groups: [Group] = []
    var lists: [(id: String, entries: [String])] = []
    var interfaces: [Interface] = []
    /// What an account says of block public access.
    var accountBlock: String?
    /// Whether appliances pass on what they are sent.
    var appliancesForward = false

    // MARK: Addresses

    private struct Range {
        var isIPv6: Bool
        var value: UInt128
        var shift: UInt128
    }

    private static let read = Mutex<[String: Range]>([:])

    private static func range(_ text: String) -> Range {
        read.withLock { known in
            if let range = known[text] { return range }
            let parts = text.split(separator: "/").map(String.init)
            let base = IPAddress(parts[0])!
            let length = parts.count > 1 ? Int(parts[1])! : base.family.bits
            let range = Range(
                isIPv6: base.family == .ipv6, value: base.value, shift: UInt128(base.family.bits - length))
            known[text] = range
            return range
        }
    }

    static func holds(_ range: String, _ address: String) -> Bool {
        let (range, address) = (Self.range(range), Self.range(address))
        return range.isIPv6 == address.isIPv6
            && (range.shift >= 128 || range.value >> range.shift == address.value >> range.shift)
    }

    static func length(_ range: String) -> Int { Int(range.split(separator: "/")[1]) ?? 0 }

    static let privateRanges = [
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10", "fc00::/7", "fe80::/10",
    ]

    static func isPrivate(_ address: String) -> Bool { privateRanges.contains { holds($0, address) } }

    // MARK: Filters

    /// https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html: a group as a peer is its members'
    /// private addresses.
    func addresses(of peer: String) -> [String] {
        if peer.hasPrefix("sg-") {
            return interfaces.filter { $0.groups.contains(peer) }.flatMap { [$0.privateIP] + $0.ipv6 }
        }
        if peer.hasPrefix("pl-") { return lists.first { $0.id == peer }?.entries ?? [] }
        return [peer]
    }

    func matches(_ entry: Entry, _ packet: Packet) -> Bool {
        guard entry.transport == "all" || entry.transport == packet.transport else { return false }
        if entry.transport == "tcp" || entry.transport == "udp" {
            guard let ports = entry.ports, ports.contains(packet.number) else { return false }
        }
        if entry.transport.hasPrefix("icmp"), let type = entry.icmpType, type != -1, type != packet.number {
            return false
        }
        return entry.peers.flatMap(addresses).contains { Self.holds($0, packet.source) }
    }

    /// https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html: the lowest number that matches decides.
    func passes(_ entries: [Entry], _ packet: Packet) -> Bool {
        let order = entries.enumerated().sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }
        return order.first { matches($0.element, packet) }?.element.allows ?? false
    }

    /// https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html: a client chooses some port above 1023.
    func answers(_ entries: [Entry], _ packet: Packet) -> Bool {
        let numbers =
            switch packet.transport {
            case "tcp", "udp": [1024, 1025, 32767, 32768, 49151, 49152, 60999, 61000, 65534, 65535]
            case "icmp", "icmpv6": [0, 3, 8, 128, 129, 200]
            default: [packet.number]
            }
        return numbers.contains { number in
            passes(entries, Packet(source: packet.source, transport: packet.transport, number: number))
        }
    }

    // MARK: The way in

    func subnet(of interface: Interface) -> Subnet { subnets.first { $0.id == interface.subnet }! }

    /// Whether a packet gets as far as the groups of an interface.
    func gets(_ packet: Packet, to interface: Interface) -> Bool {
        let isIPv6 = packet.source.contains(":")
        if isIPv6, interface.ipv6.isEmpty { return false }
        let subnet = subnet(of: interface)
        // Neighbours pass neither routes nor ACLs.
        if ([subnet.cidr] + subnet.ipv6).contains(where: { Self.holds($0, packet.source) }) { return true }
        guard isRouted(packet, interface, subnet, isIPv6) else { return false }
        let acl = acls.first { $0.id == subnet.acl }!
        return passes(acl.ingress, packet) && answers(acl.egress, packet)
    }

    /// https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
    private func isRouted(_ packet: Packet, _ interface: Interface, _ subnet: Subnet, _ isIPv6: Bool) -> Bool {
        let vpc = vpcs.first { $0.id == subnet.vpc }!
        let table = tables.first { $0.id == subnet.table }!
        var ways: [(length: Int, priority: Int, route: Route)] = []
        for route in table.routes {
            let isList = route.destination.hasPrefix("pl-")
            for range in addresses(of: route.destination) where Self.holds(range, packet.source) {
                let priority = route.kind == "local" ? 0 : isList ? 2 : route.isPropagated ? 3 : 1
                ways.append((Self.length(range), priority, route))
            }
        }
        for range in vpc.cidr + vpc.ipv6 where Self.holds(range, packet.source) {
            // The local route, which a table may replace by one for the same range.
            ways.append((Self.length(range), 9, Route(destination: range, kind: "local", target: "local")))
        }
        guard let (length, _, route) = ways.min(by: { (-$0.length, $0.priority) < (-$1.length, $1.priority) }) else {
            return false
        }
        if route.isBlackhole { return false }
        switch route.kind {
        case "local": return true
        case "internet_gateway":
            // Nobody on the internet has a private address.
            return !Self.isPrivate(packet.source) && comesIn(through: route.target, interface, subnet, isIPv6)
        case "vpc_peering_connection":
            // A peering reaches the other VPC and nothing behind it.
            let peering = peerings.first { $0.id == route.target }!
            return peering.isActive && peering.cidr.contains { Self.holds($0, packet.source) }
        case "transit_gateway", "virtual_private_gateway":
            // A default route is for what goes out; the internet comes in to public addresses.
            return length >= (isIPv6 ? 16 : 8) || Self.isPrivate(packet.source)
        case "network_interface": return appliancesForward
        default: return false
        }
    }

    /// https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html, and
    /// https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html
    private func comesIn(through gateway: String, _ interface: Interface, _ subnet: Subnet, _ isIPv6: Bool) -> Bool {
        guard gateways.first(where: { $0.id == gateway })?.vpcs.contains(subnet.vpc) == true,
            (subnet.block ?? accountBlock ?? "off") == "off"
        else { return false }
        return isIPv6 ? interface.ipv6.contains { !Self.isPrivate($0) } : interface.isPublic
    }

    // MARK: What arrives

    func admits(_ group: String, _ packet: Packet) -> Bool {
        groups.first { $0.id == group }!.ingress.contains { matches($0, packet) }
    }

    func arrives(_ packet: Packet, at interface: Interface) -> Bool {
        gets(packet, to: interface) && interface.groups.contains { admits($0, packet) }
    }

    func arrives(_ packet: Packet, atInstance id: String) -> Bool {
        interfaces.contains { $0.instance == id && arrives(packet, at: $0) }
    }

    func arrives(_ packet: Packet, throughGroup id: String) -> Bool {
        interfaces.contains { $0.groups.contains(id) && gets(packet, to: $0) && admits(id, packet) }
    }

    func arrives(_ packet: Packet, throughACL id: String) -> Bool {
        let acl = acls.first { $0.id == id }!
        return interfaces.contains {
            subnet(of: $0).acl == id && arrives(packet, at: $0) && passes(acl.ingress, packet)
        }
    }
}
