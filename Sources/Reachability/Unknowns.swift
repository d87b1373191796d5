internal import Catalog
internal import Inventory
internal import Networks

/// What an inventory leaves open about an interface and its surroundings, by name.
extension NetworkModel {
    /// What the inventory would have to say about the surroundings of an interface.
    func unknowns(of interface: Interface) -> [String] {
        var result: [String] = []
        let owner = census.view(interface.owner)
        let type = census.inventory.catalog.types[Int(owner.record.type)]
        let slots = FieldSlots(type.name, in: census.inventory.catalog)
        if interface.subnet.isOpen {
            if let id = owner.text(slots?["subnet"] ?? -1) {
                result.append("\(census.collection(.subnet)).\(id)")
            } else {
                let isOfOne = type.name.hasPrefix("network") || type.name == "instance"
                result.append(path(of: interface.owner, isOfOne ? "subnet" : "subnets"))
            }
        }
        if let number = interface.subnet.number {
            let subnet = subnets.all[number]
            result += name(of: subnet.routeTable, .routeTable, "route_table", ofSubnet: number)
            result += name(of: subnet.accessList, .networkACL, "network_acl", ofSubnet: number)
        }
        if interface.publicIPv4 == .maybe { result.append(path(of: interface.owner, "public_ip")) }
        if interface.publicIPv6 == .maybe { result.append(path(of: interface.owner, "ipv6_addresses")) }
        let set = interfaces.groupSets[interface.groupSet]
        if !set.isComplete {
            let missing = owner.list(slots?["security_groups"] ?? -1).filter {
                census.link($0, to: .securityGroup, in: owner.segment).number == nil
            }.map { "security_groups.\(owner.segment.text($0))" }
            result += missing.isEmpty ? [path(of: interface.owner, "security_groups")] : missing
        }
        for group in set.groups { result += unknowns(ofGroup: group) }
        return result + unknowns(around: interface)
    }

    /// What would have to be said for a link of a subnet to lead somewhere.
    private func name(of link: Link, _ kind: NetworkKind, _ field: String, ofSubnet number: Int) -> [String] {
        guard link.isOpen else { return [] }
        let id = census.view(.subnet, number).text(census.slots(.subnet)[field]) ?? ""
        return [
            link == .missing && !id.isEmpty
                ? "\(census.collection(kind)).\(id)" : path(of: census.place(.subnet, number), field)
        ]
    }

    /// What the entries of a group leave open.
    func unknowns(ofGroup group: Int) -> [String] {
        let id = census.id(.securityGroup, group)
        guard let entries = entries(ofGroup: group, isIngress: true) else {
            return ["security_groups.\(id).ingress"]
        }
        var names: [String] = []
        for (index, entry) in entries.enumerated() {
            if entry.hasUnresolvedPeers {
                let peers = groups.unresolvedPeers(of: group, entry: index)
                names += peers.isEmpty ? ["security_groups.\(id).ingress[\(index)]"] : peers
            }
            if entry.transport.map({ $0.honoursPorts && entry.ports == nil }) ?? true {
                names.append("security_groups.\(id).ingress[\(index)]")
            }
        }
        return names
    }

    /// What the tables, ACLs, gateways and listeners around it do not say.
    private func unknowns(around interface: Interface) -> [String] {
        var names: [String] = []
        let kind = census.kind(interface.owner)
        if let listening = interface.listening, listening.certain != listening.possible {
            names.append(
                path(of: interface.owner, kind == .database || kind == .redshiftCluster ? "port" : "listeners"))
        }
        guard let number = interface.subnet.number else { return names }
        let subnet = subnets.all[number]
        let place = census.place(.subnet, number)
        if subnet.hasUnstatedRange { names.append(path(of: place, "cidr")) }
        if let vpc = subnet.vpc.number {
            if subnets.vpcsWithoutRange.contains(vpc) { names.append(path(of: census.place(.vpc, vpc), "cidr")) }
        } else if subnet.vpc.isOpen {
            let view = census.view(place)
            let id = view.text(census.slots(.subnet)["vpc"])
            names.append(id.map { "\(census.collection(.vpc)).\($0)" } ?? path(of: place, "vpc"))
        }
        if subnet.blocksInternet == .maybe { names.append(path(of: place, "internet_gateway_block")) }
        if let table = subnet.routeTable.number { names += unknowns(ofTable: table) }
        if let list = subnet.accessList.number { names += unknowns(ofList: list) }
        return names
    }

    private func path(of place: Place, _ field: String) -> String {
        let type = census.inventory.catalog.types[Int(census.view(place).record.type)]
        return "\(type.collection).\(census.id(place)).\(field)"
    }

    private func unknowns(ofList list: Int) -> [String] {
        let slots = census.slots(.networkACL)
        return ["ingress", "egress"].filter { census.view(.networkACL, list).word(slots[$0]).isAbsent }
            .map { path(of: census.place(.networkACL, list), $0) }
    }

    private func unknowns(ofTable table: Int) -> [String] {
        let view = census.view(.routeTable, table)
        let slots = census.slots(.routeTable)
        let place = census.place(.routeTable, table)
        guard !view.word(slots["routes"]).isAbsent else { return [path(of: place, "routes")] }
        var names: [String] = []
        let entries = view.entries(slots["routes"])
        let (destination, target) = (slots.entry("routes", "destination"), slots.entry("routes", "target"))
        for route in routes.views[table].routes {
            let entry = entries[route.entry]
            if route.destination == nil {
                let list = view.segment.tables.symbols[PeerWord.index(entry.own(destination))]
                names.append("prefix_lists.\(list)")
            }
            guard route.door == .internet, !route.isCertain else {
                if !route.isCertain || route.door == .appliance {
                    names.append(path(of: place, "routes[\(route.entry)]"))
                }
                continue
            }
            let word = entry.own(target)
            let gateway = word.isSet ? census.link(word, to: .internetGateway, in: view.segment) : .unstated
            names.append(
                word.isSet
                    ? "internet_gateways.\(view.segment.text(word))\(gateway.number == nil ? "" : ".vpcs")"
                    : path(of: place, "routes[\(route.entry)].target"))
        }
        return names
    }
}
