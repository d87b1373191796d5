import SeededRandom

/// A naive network written as an inventory, some of it left unsaid.
struct NetworkText {
    var network: NaiveNetwork
    /// What is not written: `subnet-1.route_table`, `rtb-1.routes`.
    var hidden: Set<String> = []
    /// Whether tables and ACLs name their subnets, instead of the other way round.
    var isByTable = false
    /// Another order of everything that has no order.
    var shuffling: SeededGenerator?

    /// The text without header, collection by collection.
    var collections: [String] { mutating { $0.write() } }
    var text: String { collections.joined() }

    private func mutating<T>(_ body: (inout NetworkText) -> T) -> T {
        var copy = self
        return body(&copy)
    }

    private mutating func shuffled<T>(_ values: [T]) -> [T] {
        guard var generator = shuffling else { return values }
        let result = values.shuffled(using: &generator)
        shuffling = generator
        return result
    }

    private func quoted(_ texts: [String]) -> String { "[" + texts.map { "\"\($0)\"" }.joined(separator: ", ") + "]" }

    /// `{id: a, b: c}` without what is hidden or nil.
    private func record(_ id: String, _ fields: [(String, String?)]) -> String {
        let shown = fields.filter { $0.1 != nil && !hidden.contains("\(id).\($0.0)") }.map { "\($0.0): \($0.1!)" }
        return "  - {" + (["id: \(id)"] + shown).joined(separator: ", ") + "}\n"
    }

    private mutating func collection(_ name: String, _ records: [String]) -> String {
        records.isEmpty ? "\(name): []\n" : "\(name):\n" + shuffled(records).joined()
    }

    private mutating func write() -> [String] {
        let network = network
        var parts = [
            collection(
                "vpcs", network.vpcs.map { record($0.id, [("cidr", quoted($0.cidr)), ("ipv6_cidr", quoted($0.ipv6))]) }),
            collection("internet_gateways", network.gateways.map { record($0.id, [("vpcs", quoted($0.vpcs))]) }),
            collection("prefix_lists", lists(network)), collection("subnets", subnets(network)),
            collection("vpc_peering_connections", network.peerings.map(peering)),
        ]
        var tables: [String] = []
        for table in network.tables { tables.append(self.table(table, network)) }
        parts.append(collection("route_tables", tables))
        var acls: [String] = []
        for acl in network.acls { acls.append(self.acl(acl, network)) }
        parts.append(collection("network_acls", acls))
        var groups: [String] = []
        for group in network.groups {
            let ingress = shuffled(group.ingress).map { entry($0, "source", isNumbered: false) }.joined(separator: ", ")
            groups.append(record(group.id, [("vpc", group.vpc), ("ingress", "[\(ingress)]"), ("egress", "[]")]))
        }
        parts.append(collection("security_groups", groups))
        parts.append(collection("network_interfaces", network.interfaces.map(interface)))
        let instances = Set(network.interfaces.compactMap(\.instance)).sorted()
        parts.append(collection("instances", instances.map { record($0, [("state", "running")]) }))
        if let block = network.accountBlock {
            let mode = "{mode: \(block), exclusions_allowed: false}"
            parts.append(
                "accounts:\n  - {id: \"111122223333\", vpc_block_public_access: \(mode)}\n")
        }
        return shuffled(parts)
    }

    private func lists(_ network: NaiveNetwork) -> [String] {
        network.lists.map { list in
            record(list.id, [("entries", "[" + list.entries.map { "{cidr: \"\($0)\"}" }.joined(separator: ", ") + "]")])
        }
    }

    private func subnets(_ network: NaiveNetwork) -> [String] {
        network.subnets.map { subnet in
            record(
                subnet.id,
                [
                    ("vpc", subnet.vpc), ("cidr", subnet.cidr), ("ipv6_cidr", quoted(subnet.ipv6)),
                    ("route_table", isByTable ? nil : subnet.table), ("network_acl", isByTable ? nil : subnet.acl),
                    ("internet_gateway_block", subnet.block.map { "\"\($0)\"" }),
                ])
        }
    }

    private func peering(_ peering: NaiveNetwork.Peering) -> String {
        record(
            peering.id,
            [
                ("state", peering.isActive ? "active" : "deleted"), ("requester", "{vpc: vpc-1, cidr: [10.0.0.0/16]}"),
                ("accepter", "{vpc: vpc-2, cidr: \(quoted(peering.cidr)), ipv6_cidr: []}"),
            ])
    }

    private mutating func table(_ table: NaiveNetwork.Table, _ network: NaiveNetwork) -> String {
        let routes = shuffled(table.routes).map { route in
            let isSure = route.kind != "internet_gateway"
            let state = route.isBlackhole ? ", state: blackhole" : isSure ? ", state: active" : ""
            let origin = route.isPropagated ? ", origin: enable_vgw_route_propagation" : ""
            return
                "{destination: \"\(route.destination)\", target: \(route.target), target_kind: \(route.kind)\(state)\(origin)}"
        }
        // The main table need not name the subnets that use it.
        let named = network.subnets.filter { $0.table == table.id && !table.isMain }.map(\.id)
        return record(
            table.id,
            [
                ("vpc", table.vpc), ("main", "\(table.isMain)"), ("subnets", isByTable ? quoted(named) : nil),
                ("routes", "[" + routes.joined(separator: ", ") + "]"),
            ])
    }

    private mutating func acl(_ acl: NaiveNetwork.ACL, _ network: NaiveNetwork) -> String {
        // Equal numbers stay in their order; the order decides about them.
        let ingress = acl.ingress.map { entry($0, "source", isNumbered: true) }.joined(separator: ", ")
        let egress = acl.egress.map { entry($0, "destination", isNumbered: true) }.joined(separator: ", ")
        let named = network.subnets.filter { $0.acl == acl.id && !acl.isDefault }.map(\.id)
        return record(
            acl.id,
            [
                ("vpc", acl.vpc), ("default", "\(acl.isDefault)"), ("subnets", isByTable ? quoted(named) : nil),
                ("ingress", "[\(ingress)]"), ("egress", "[\(egress)]"),
            ])
    }

    private func entry(_ entry: NaiveNetwork.Entry, _ peers: String, isNumbered: Bool) -> String {
        var fields = isNumbered ? ["number: \(entry.number)", "action: \(entry.allows ? "allow" : "deny")"] : []
        fields.append("protocol: \(entry.transport)")
        if let ports = entry.ports { fields.append("ports: \(ports.lowerBound)-\(ports.upperBound)") }
        if let type = entry.icmpType { fields.append("icmp_type: \(type), icmp_code: -1") }
        fields.append("\(peers): \(quoted(entry.peers))")
        return "{" + fields.joined(separator: ", ") + "}"
    }

    private func interface(_ interface: NaiveNetwork.Interface) -> String {
        record(
            interface.id,
            [
                ("subnet", interface.subnet), ("private_ip", interface.privateIP),
                ("public_ip", interface.isPublic ? "203.0.113.9" : "null"), ("ipv6_addresses", quoted(interface.ipv6)),
                ("security_groups", quoted(interface.groups)),
                ("attachment", interface.instance.map { "{instance: \($0)}" } ?? "null"), ("status", "in_use"),
            ])
    }
}
