import SeededRandom

/// Small networks at random, full of ranges that meet; the same seed gives the same one.
struct RandomNetwork {
    private(set) var network = NaiveNetwork()
    private var random: SeededGenerator

    /// Addresses that packets come from: of the internet, of the VPC, of a peered one, of one's own premises.
    static let sources = [
        "8.8.8.8", "200.1.2.3", "10.0.1.9", "10.0.2.7", "10.0.3.3", "10.1.0.5", "192.168.7.7", "20.30.40.50",
        "2600:1f00:0:101::9", "2600:1f00:0:102::9", "2a00::1", "fd12::1",
    ]
    static let services: [(String, Int)] = [
        ("tcp", 22), ("tcp", 443), ("tcp", 1024), ("tcp", 65535), ("udp", 53), ("icmp", 8), ("icmpv6", 128), ("47", 0),
    ]

    static func packets(_ network: NaiveNetwork) -> [NaiveNetwork.Packet] {
        (sources + network.interfaces.map(\.privateIP)).flatMap { source in
            services.map { NaiveNetwork.Packet(source: source, transport: $0.0, number: $0.1) }
        }
    }

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        network.vpcs = [
            NaiveNetwork.VPC(id: "vpc-1", cidr: ["10.0.0.0/16"], ipv6: ["2600:1f00:0:100::/56"]),
            NaiveNetwork.VPC(id: "vpc-2", cidr: ["10.1.0.0/16"], ipv6: []),
        ]
        network.lists = [
            ("pl-1", [random.pick(ranges), random.pick(ranges)]),
            ("pl-2", random.once(in: 3) ? [] : [random.pick(ranges)]),
        ]
        network.gateways = [
            ("igw-1", [random.once(in: 6) ? "vpc-2" : "vpc-1"]), ("igw-2", random.once(in: 2) ? [] : ["vpc-2"]),
        ]
        network.peerings = [
            NaiveNetwork.Peering(id: "pcx-1", isActive: !random.once(in: 4), cidr: ["10.1.0.0/16"])
        ]
        network.tables = (1...2).map { number in
            NaiveNetwork.Table(id: "rtb-\(number)", vpc: "vpc-1", isMain: number == 1, routes: routes())
        }
        network.acls = (1...2).map { number in
            NaiveNetwork.ACL(
                id: "acl-\(number)", vpc: "vpc-1", isDefault: number == 1, ingress: aclEntries(), egress: aclEntries())
        }
        network.subnets = (1...3).map { number in
            NaiveNetwork.Subnet(
                id: "subnet-\(number)", cidr: "10.0.\(number).0/24",
                ipv6: number == 3 ? [] : ["2600:1f00:0:10\(number)::/64"], vpc: "vpc-1",
                table: "rtb-\(Int.random(in: 1...2, using: &random))",
                acl: "acl-\(Int.random(in: 1...2, using: &random))",
                block: random.once(in: 6) ? random.pick(["off", "block_ingress", "block_bidirectional"]) : nil)
        }
        network.groups = (1...3).map { number in
            NaiveNetwork.Group(
                id: "sg-\(number)", vpc: "vpc-1",
                ingress: (0..<Int.random(in: 0...4, using: &random)).map { _ in entry(isGroup: true) })
        }
        network.interfaces = (1...4).map { number in
            let subnet = network.subnets[Int.random(in: 0..<3, using: &random)]
            let at = subnet.id.suffix(1)
            let ipv6 = subnet.ipv6.isEmpty || random.once(in: 2) ? [] : ["2600:1f00:0:10\(at)::\(number)"]
            let groups = ["sg-1", "sg-2", "sg-3"].filter { _ in !random.once(in: 3) }
            return NaiveNetwork.Interface(
                id: "eni-\(number)", subnet: subnet.id, privateIP: "10.0.\(at).1\(number)",
                isPublic: !random.once(in: 4),
                ipv6: ipv6, groups: groups, instance: number < 4 ? "i-\(min(number, 2))" : nil)
        }
        if random.once(in: 8) { network.accountBlock = "block_ingress" }
        // An account that may make exceptions leaves it open what it blocks; here every subnet says its own.
        if network.accountBlock != nil {
            for index in network.subnets.indices where random.once(in: 2) { network.subnets[index].block = "off" }
        }
    }

    // MARK: Parts

    private var ranges: [String] {
        [
            "0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "8.0.0.0/8", "200.1.0.0/16", "10.0.0.0/8", "10.0.2.0/24",
            "10.1.0.0/16", "192.168.0.0/16", "20.30.0.0/16", "::/0", "2600:1f00:0:101::/64", "2a00::/12", "fd00::/8",
        ]
    }

    private mutating func routes() -> [NaiveNetwork.Route] {
        var routes: [NaiveNetwork.Route] = []
        if random.once(in: 2) {
            routes.append(NaiveNetwork.Route(destination: "10.0.0.0/16", kind: "local", target: "local"))
        }
        var known: Set<String> = []
        for destination in ["0.0.0.0/0", "::/0"] where !random.once(in: 3) {
            routes.append(NaiveNetwork.Route(destination: destination, kind: "internet_gateway", target: "igw-1"))
            known.insert("\(destination) false")
        }
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let destination = random.once(in: 6) ? random.pick(["pl-1", "pl-2"]) : random.pick(ranges)
            let (kind, target) = random.pick([
                ("internet_gateway", "igw-1"), ("internet_gateway", "igw-1"), ("internet_gateway", "igw-2"),
                ("vpc_peering_connection", "pcx-1"), ("transit_gateway", "tgw-1"), ("virtual_private_gateway", "vgw-1"),
                ("nat_gateway", "nat-1"), ("egress_only_internet_gateway", "eigw-1"), ("network_interface", "eni-9"),
            ])
            var route = NaiveNetwork.Route(destination: destination, kind: kind, target: target)
            route.isBlackhole = random.once(in: 8)
            route.isPropagated = kind == "virtual_private_gateway" && random.once(in: 2)
            // AWS takes one static route for a destination, and a propagated one beside it.
            guard known.insert("\(destination) \(route.isPropagated)").inserted else { continue }
            // Of lists that meet, nobody knows which counts: one list a table.
            if destination.hasPrefix("pl-"), !known.insert("list").inserted { continue }
            routes.append(route)
        }
        return routes
    }

    private mutating func aclEntries() -> [NaiveNetwork.Entry] {
        var entries = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            var entry = entry(isGroup: false)
            entry.number = Int.random(in: 1...4, using: &random) * 100
            entry.allows = !random.once(in: 3)
            return entry
        }
        if !random.once(in: 5) {
            entries.append(NaiveNetwork.Entry(number: 1000, transport: "all", peers: ["0.0.0.0/0"]))
            entries.append(NaiveNetwork.Entry(number: 1001, transport: "all", peers: ["::/0"]))
        }
        return entries.shuffled(using: &random)
    }

    private mutating func entry(isGroup: Bool) -> NaiveNetwork.Entry {
        let transport = random.pick(["all", "tcp", "tcp", "tcp", "udp", "icmp", "icmpv6", "47"])
        var entry = NaiveNetwork.Entry(transport: transport, peers: [])
        if transport == "tcp" || transport == "udp" {
            entry.ports = random.pick([22...22, 443...443, 0...65535, 0...1023, 1024...65535, 32768...60999, 53...53])
        }
        if transport.hasPrefix("icmp") { entry.icmpType = random.pick([nil, -1, 8, 0, 128]) }
        let peers =
            isGroup ? ranges + ["0.0.0.0/0", "0.0.0.0/0", "::/0", "pl-1", "pl-2", "sg-1", "sg-2", "sg-3"] : ranges
        entry.peers = [random.pick(peers)]
        if isGroup, random.once(in: 3) { entry.peers.append(random.pick(peers)) }
        return entry
    }
}
