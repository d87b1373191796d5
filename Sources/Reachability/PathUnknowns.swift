internal import Catalog
internal import Inventory
internal import Networks

// What keeps a path from being told.

extension PathFinder {
    /// What the inventory would have to say about the surroundings of an interface.
    func unknowns(of interface: Interface) -> [String] {
        var result: [String] = []
        let owner = census.view(interface.owner)
        let type = census.inventory.catalog.types[Int(owner.record.type)]
        let path = "\(type.collection).\(census.id(interface.owner))"
        func name(_ link: Link, _ kind: NetworkKind, _ field: String, of view: ResourceView, _ path: String) {
            guard link.isOpen else { return }
            let slot =
                FieldSlots(
                    census.inventory.catalog.types[Int(view.record.type)].name, in: census.inventory.catalog)?[field]
                ?? -1
            let id = view.text(slot) ?? ""
            result.append(link == .missing && !id.isEmpty ? "\(census.collection(kind)).\(id)" : "\(path).\(field)")
        }
        if interface.subnet.isOpen {
            if let id = owner.text(FieldSlots(type.name, in: census.inventory.catalog)?["subnet"] ?? -1) {
                result.append("\(census.collection(.subnet)).\(id)")
            } else {
                result.append(
                    "\(path).\(type.name.hasPrefix("network") || type.name == "instance" ? "subnet" : "subnets")")
            }
        }
        if let number = interface.subnet.number {
            let subnet = model.subnets.all[number]
            let view = census.view(.subnet, number)
            let path = "subnets.\(census.id(.subnet, number))"
            name(subnet.routeTable, .routeTable, "route_table", of: view, path)
            name(subnet.accessList, .networkACL, "network_acl", of: view, path)
        }
        if interface.publicIPv4 == .maybe { result.append("\(path).public_ip") }
        if interface.publicIPv6 == .maybe { result.append("\(path).ipv6_addresses") }
        let set = model.interfaces.groupSets[interface.groupSet]
        if !set.isComplete {
            let slots = FieldSlots(type.name, in: census.inventory.catalog)
            let missing = owner.list(slots?["security_groups"] ?? -1).filter {
                census.link($0, to: .securityGroup, in: owner.segment).number == nil
            }.map { "security_groups.\(owner.segment.text($0))" }
            result += missing.isEmpty ? ["\(path).security_groups"] : missing
        }
        for group in set.groups { result += unknowns(ofGroup: group) }
        return result + model.unknowns(around: interface)
    }

    /// What the entries of a group leave open.
    func unknowns(ofGroup group: Int) -> [String] {
        let id = census.id(.securityGroup, group)
        guard let entries = model.groups.entries(of: group, isIngress: true) else {
            return ["security_groups.\(id).ingress"]
        }
        var names: [String] = []
        for (index, entry) in entries.enumerated() {
            if entry.hasUnresolvedPeers {
                let peers = model.groups.unresolvedPeers(of: group, entry: index)
                names += peers.isEmpty ? ["security_groups.\(id).ingress[\(index)]"] : peers
            }
            if entry.transport.map({ $0.honoursPorts && entry.ports == nil }) ?? true {
                names.append("security_groups.\(id).ingress[\(index)]")
            }
        }
        return names
    }
}
