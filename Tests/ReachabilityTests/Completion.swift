import SeededRandom

/// What a network may be of which an inventory says only a part.
enum Completion {
    /// What may be left out, as `NetworkText` calls it.
    static func hideable(_ network: NaiveNetwork) -> [String] {
        network.subnets.flatMap { ["\($0.id).route_table", "\($0.id).network_acl"] }
            + network.tables.map { "\($0.id).routes" }
            + network.acls.flatMap { ["\($0.id).ingress", "\($0.id).egress"] }
            + network.groups.map { "\($0.id).ingress" } + network.gateways.map { "\($0.id).vpcs" }
            + network.lists.map { "\($0.id).entries" }
            + network.interfaces.flatMap {
                ["\($0.id).public_ip", "\($0.id).ipv6_addresses", "\($0.id).security_groups", "\($0.id).subnet"]
            }
    }

    /// The network with what is hidden chosen anew.
    static func of(_ network: NaiveNetwork, hidden: Set<String>, _ random: inout SeededGenerator) -> NaiveNetwork {
        var result = network
        // Parts of another network of the kind stand in for those that are not said.
        let other = RandomNetwork(seed: random.next()).network
        func choose(_ name: String, _ body: () -> Void) { if hidden.contains(name) { body() } }
        let pick = random.next()
        var dice = SeededGenerator(seed: pick)
        for index in result.subnets.indices {
            let id = result.subnets[index].id
            choose("\(id).route_table") { result.subnets[index].table = dice.pick(["rtb-1", "rtb-2"]) }
            choose("\(id).network_acl") { result.subnets[index].acl = dice.pick(["acl-1", "acl-2"]) }
        }
        for index in result.tables.indices {
            choose("\(result.tables[index].id).routes") { result.tables[index].routes = other.tables[index].routes }
        }
        for index in result.acls.indices {
            let id = result.acls[index].id
            choose("\(id).ingress") { result.acls[index].ingress = other.acls[index].ingress }
            choose("\(id).egress") { result.acls[index].egress = other.acls[index].egress }
        }
        for index in result.groups.indices {
            choose("\(result.groups[index].id).ingress") { result.groups[index].ingress = other.groups[index].ingress }
        }
        for index in result.gateways.indices {
            choose("\(result.gateways[index].id).vpcs") {
                result.gateways[index].vpcs = dice.pick([[], ["vpc-1"], ["vpc-2"]])
            }
        }
        for index in result.lists.indices {
            choose("\(result.lists[index].id).entries") { result.lists[index].entries = other.lists[index].entries }
        }
        for index in result.interfaces.indices { complete(&result.interfaces[index], network, hidden, &dice) }
        result.appliancesForward = dice.once(in: 2)
        return result
    }

    private static func complete(
        _ interface: inout NaiveNetwork.Interface, _ network: NaiveNetwork, _ hidden: Set<String>,
        _ dice: inout SeededGenerator
    ) {
        let id = interface.id
        if hidden.contains("\(id).subnet") { interface.subnet = dice.pick(network.subnets.map(\.id)) }
        if hidden.contains("\(id).public_ip") { interface.isPublic = dice.once(in: 2) }
        if hidden.contains("\(id).security_groups") {
            interface.groups = network.groups.map(\.id).filter { _ in dice.once(in: 2) }
        }
        if hidden.contains("\(id).ipv6_addresses") {
            // A subnet without IPv6 has no such addresses to give.
            let subnet = network.subnets.first { $0.id == interface.subnet }!
            interface.ipv6 = subnet.ipv6.isEmpty || dice.once(in: 2) ? [] : ["2600:1f00:0:10\(subnet.id.suffix(1))::99"]
        }
    }
}
