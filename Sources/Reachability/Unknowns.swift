internal import Catalog
internal import Inventory
internal import Networks

/// What an inventory leaves open about the surroundings of an interface, by name.
extension NetworkModel {
    /// What the tables, ACLs, gateways and listeners around it do not say.
    func unknowns(around interface: Interface) -> [String] {
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
