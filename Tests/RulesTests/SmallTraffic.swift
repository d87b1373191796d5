import Testing

/// Security groups and network ACLs in a world of eight address blocks a family, eight port ranges and five protocols, so
/// that what they admit can be listed as plain sets.
enum SmallTraffic {
    /// One kind of packet from one block: block 0–7 is IPv4, 8–15 IPv6; `port` is the number of a range, 0 without ports.
    struct Packet: Hashable {
        var transport: String
        var port: Int
        var block: Int
    }

    /// 132 is SCTP: it has ports, and no entry names it.
    static let transports = ["tcp", "udp", "132", "icmp", "47"]
    /// Between the numbers that entries and questions use, all ports are alike.
    static let portBounds = [(0, 21), (22, 22), (23, 79), (80, 80), (81, 442), (443, 443), (444, 1023), (1024, 65535)]

    static func ports(of transport: String) -> [Int] { ["tcp", "udp", "132"].contains(transport) ? Array(0..<8) : [0] }

    /// All blocks that a range of the family with this prefix length (0–3) and number holds.
    static func blocks(isIPv6: Bool, length: Int, number: Int) -> Set<Int> {
        let width = 8 >> length
        return Set((number * width..<(number + 1) * width).map { isIPv6 ? $0 + 8 : $0 })
    }

    static func cidr(isIPv6: Bool, length: Int, number: Int) -> String {
        let top = number << (8 - length)
        return isIPv6
            ? (top == 0 ? "::/\(length)" : String(top << 8, radix: 16) + "::/\(length)") : "\(top).0.0.0/\(length)"
    }

    /// The whole internet: 224.0.0.0/3 holds no host, and of IPv6 only 2000::/3 is given out.
    static let internet: Set<Int> = [0, 1, 2, 3, 4, 5, 6, 9]

    /// One entry. What is nil is not known; an unresolved prefix list may be any address.
    struct Entry {
        var text: String
        var transport: String
        var ports: Set<Int>?
        var blocks: Set<Int>
        var hasUnknownPeer = false
        var number = 0
        var allows = true

        /// 0: surely not, 1: perhaps, 2: surely.
        func matches(_ packet: Packet) -> Int {
            guard transport == "all" || transport == packet.transport else { return 0 }
            let address = blocks.contains(packet.block) ? 2 : hasUnknownPeer ? 1 : 0
            guard transport == "tcp" || transport == "udp" else { return address }
            return min(address, ports.map { $0.contains(packet.port) ? 2 : 0 } ?? 1)
        }
    }

    /// How surely each packet passes a list of entries that are united.
    static func united(_ entries: [Entry], _ packet: Packet) -> Int { entries.map { $0.matches(packet) }.max() ?? 0 }

    /// How surely each packet passes entries of which the first that matches decides.
    static func firstMatch(_ entries: [Entry], _ packet: Packet) -> Int {
        var mayPass = false
        var mayDrop = false
        for entry in entries.sorted(by: { $0.number < $1.number }) {
            let match = entry.matches(packet)
            if match > 0, entry.allows { mayPass = true }
            if match > 0, !entry.allows { mayDrop = true }
            if match == 2 { return mayPass ? mayDrop ? 1 : 2 : 0 }
        }
        return mayPass ? 1 : 0
    }

    /// What `admits` asks.
    struct Query {
        var text: String
        /// Nil: any one address.
        var blocks: Set<Int>?
        var transports: [String]
        var ports: Ports
        var families: [Bool]
        var share: Double

        enum Ports { case any, anyOf(Set<Int>), every, outside(Set<Int>) }

        func answer(_ passes: (Packet) -> Int) -> Outcome {
            holds(passes, 2) ? .yes : holds(passes, 1) ? .unknown : .no
        }

        private func holds(_ passes: (Packet) -> Int, _ level: Int) -> Bool {
            families.contains { isIPv6 in
                let family = Set(isIPv6 ? 8..<16 : 0..<8)
                let asked = blocks?.intersection(family) ?? family
                func isEnough(_ transport: String, _ port: Int) -> Bool {
                    let passing = asked.count { passes(Packet(transport: transport, port: port, block: $0)) >= level }
                    return blocks == nil
                        ? passing > 0 : !asked.isEmpty && Double(passing) >= share * Double(asked.count)
                }
                func isAdmitted(_ transport: String) -> Bool {
                    let all = SmallTraffic.ports(of: transport)
                    let hasPorts = all.count > 1
                    switch ports {
                    case .any: return all.contains { isEnough(transport, $0) }
                    case .anyOf(let wanted):
                        return hasPorts && all.contains { wanted.contains($0) && isEnough(transport, $0) }
                    case .outside(let spared):
                        return hasPorts && all.contains { !spared.contains($0) && isEnough(transport, $0) }
                    case .every: return hasPorts && all.allSatisfy { isEnough(transport, $0) }
                    }
                }
                return (transports.isEmpty ? SmallTraffic.transports : transports).contains(where: isAdmitted)
            }
        }
    }
}
