import Testing

/// A small public network that everything gets through to, of which tests change parts.
enum Lab {
    private static let parts: [(collection: String, records: String)] = [
        ("vpcs", "[{id: vpc-1, cidr: [10.0.0.0/16], ipv6_cidr: []}]"),
        (
            "subnets",
            "[{id: subnet-1, vpc: vpc-1, cidr: 10.0.1.0/24, ipv6_cidr: [], route_table: rtb-1, network_acl: acl-1}]"
        ),
        ("route_tables", table(internet)),
        ("internet_gateways", "[{id: igw-1, vpcs: [vpc-1]}]"),
        ("network_acls", acl(ingress: [allowAll], egress: [allowAllOut])),
        ("security_groups", "[\(group(ssh))]"),
        ("network_interfaces", "[\(interface())]"),
        ("instances", "[{id: i-1, state: running}]"),
        ("accounts", "[]"),
    ]

    static let internet = "{destination: 0.0.0.0/0, target: igw-1, target_kind: internet_gateway}"
    static let allowAll = "{number: 100, action: allow, protocol: all, source: [0.0.0.0/0, \"::/0\"]}"
    static let allowAllOut = "{number: 100, action: allow, protocol: all, destination: [0.0.0.0/0, \"::/0\"]}"
    static let ssh = "{protocol: tcp, ports: 22, source: 0.0.0.0/0}"

    static func table(_ routes: String...) -> String {
        "[{id: rtb-1, vpc: vpc-1, main: true, routes: [\(routes.joined(separator: ", "))]}]"
    }

    /// A route; the id tells the kind of its target.
    static func route(_ destination: String, _ target: String, _ more: String = "") -> String {
        let kinds = [
            "igw": "internet_gateway", "nat": "nat_gateway", "eigw": "egress_only_internet_gateway",
            "pcx": "vpc_peering_connection",
            "tgw": "transit_gateway", "vgw": "virtual_private_gateway", "eni": "network_interface",
            "vpce": "vpc_endpoint",
            "local": "local", "i": "instance",
        ]
        let kind = kinds[String(target.prefix { $0 != "-" })]!
        return
            "{destination: \"\(destination)\", target: \(target), target_kind: \(kind)\(more.isEmpty ? "" : ", " + more)}"
    }

    static func acl(ingress: [String], egress: [String]) -> String {
        "[{id: acl-1, vpc: vpc-1, ingress: [\(ingress.joined(separator: ", "))], "
            + "egress: [\(egress.joined(separator: ", "))]}]"
    }

    static func group(_ entries: String..., id: String = "sg-1", egress: String = "") -> String {
        "{id: \(id), vpc: vpc-1, ingress: [\(entries.joined(separator: ", "))], egress: [\(egress)]}"
    }

    /// An interface with a public address, attached to a running instance; `fields` are written after the others.
    static func interface(
        _ id: String = "eni-1", subnet: String = "subnet-1", ip: String = "10.0.1.10",
        isPublic: String? = "public_ip: 203.0.113.9", groups: String? = "security_groups: [sg-1]",
        ipv6: String? = "ipv6_addresses: []", attachment: String = "status: in_use, attachment: {instance: i-1}"
    ) -> String {
        let fields = ["id: \(id)", "subnet: \(subnet)", "private_ip: \(ip)", isPublic, ipv6, groups, attachment]
        return "{" + fields.compactMap(\.self).joined(separator: ", ") + "}"
    }

    /// The collections with some of them written anew; an empty text leaves one out.
    static func text(_ changes: [String: String] = [:]) -> String {
        let known = Set(parts.map(\.collection))
        let base = parts.map { ($0.collection, changes[$0.collection] ?? $0.records) }
        let added = changes.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return (base + added).filter { $0.1 != "" }.map { "\($0.0): \($0.1)\n" }.joined()
    }

    static func network(_ changes: [String: String] = [:]) throws -> Network { try Network(text(changes)) }
}

/// A change to the laboratory, and what becomes of it.
struct LabCase: CustomStringConvertible, Sendable {
    var description: String
    var changes: [String: String]
    var expected: [String]

    init(_ name: String, _ changes: [String: String], _ expected: String...) {
        (description, self.changes, self.expected) = (name, changes, expected)
    }
}
