internal import Catalog
internal import Diagnostics
internal import Inventory
internal import Networks

/// Follows traffic from a source to an interface, and names at each step the entry that decides.
struct PathFinder {
    let model: NetworkModel
    private var census: Census { model.census }

    init(_ model: NetworkModel) { self.model = model }

    /// The traffic being followed.
    private struct Walk {
        var path = Path()
        var traffic: AdmittedTraffic
        /// What passed before the step that stopped it.
        var before: AdmittedTraffic

        init(_ traffic: AdmittedTraffic) { (self.traffic, before) = (traffic, traffic) }

        /// Narrows the traffic down; whether some of it may go on.
        mutating func pass(_ filter: AdmittedTraffic) -> Path.Verdict {
            before = traffic
            traffic = traffic.intersection(filter)
            if !traffic.certain.isEmpty { return .passes }
            return traffic.possible.isEmpty ? .stops : .undecided
        }
    }

    /// A packet that shows which entries decide.
    private struct Witness {
        var address: IPAddress
        var service: UInt32

        init?(_ traffic: AdmittedTraffic) {
            guard let part = traffic.certain.parts.first ?? traffic.possible.parts.first,
                let family = AddressFamily.allCases.first(where: { !part.addresses[$0].isEmpty }),
                let range = part.addresses[family].first
            else { return nil }
            address = IPAddress(family: family, value: range.lowerBound)
            service = part.services.lowerBound
        }

        var traffic: TrafficSet {
            TrafficSet(addresses: AddressSet(address), services: ServiceSet(service...service))
        }
    }

    // MARK: Paths

    /// The path of traffic to one interface; `group`: through the entries of that group alone.
    func path(
        from origin: Origin, to index: Int, services: ServiceSet, throughGroup group: Int? = nil
    ) -> Path {
        let interface = model.interfaces.all[index]
        let asked = TrafficSet(addresses: origin.addresses, services: services)
        var walk = Walk(AdmittedTraffic(asked))
        walk.path.steps.append(Path.Step(.source, id: origin.name, .passes, detail: ""))
        for step in [
            { leave(origin, &walk, to: interface) }, { arrive(interface, &walk) }, { passLists(interface, &walk) },
            { passGroups(interface, group, &walk) }, { meetListener(interface, &walk) },
        ] where !step() {
            return finished(walk, interface)
        }
        walk.path.steps.append(
            Path.Step(
                .target, id: targetName(interface), walk.traffic.certain.isEmpty ? .undecided : .passes,
                detail: "", span: model.span(interface.owner), subnet: subnetID(interface)))
        return finished(walk, interface)
    }

    private func finished(_ walk: Walk, _ interface: Interface) -> Path {
        var path = walk.path
        path.arrives = path.blocker == nil ? walk.traffic : .none
        if path.verdict == .undecided { path.missing = unknowns(of: interface) }
        if interface.isDown {
            path.isDown =
                interface.instance.map { "\(census.id(.instance, $0)) does not run" }
                ?? "\(census.id(interface.owner)) is attached to nothing"
        }
        return path
    }

    private func targetName(_ interface: Interface) -> String {
        interface.instance.map { census.id(.instance, $0) } ?? census.id(interface.owner)
    }

    private func subnetID(_ interface: Interface) -> String? {
        interface.subnet.number.map { census.id(.subnet, $0) }
    }

    // MARK: The source's side

    /// Out of the interfaces that the source sends through: their groups and, out of the subnet, its ACL.
    private func leave(_ origin: Origin, _ walk: inout Walk, to interface: Interface) -> Bool {
        guard !origin.interfaces.isEmpty else { return true }
        let destinations = addresses(of: interface)
        var services = (certain: ServiceSet(), possible: ServiceSet())
        var blocked: Path.Step?
        for index in origin.interfaces {
            let source = model.interfaces.all[index]
            let set = model.interfaces.groupSets[source.groupSet]
            let admitted = model.groups.admitted(by: set, isIngress: false)
            var out = admitted.intersection(addresses: destinations ?? .all)
            if out.possible.isEmpty {
                let names = set.groups.map { census.id(.securityGroup, $0) }
                blocked = Path.Step(
                    .securityGroup, id: names.first ?? census.id(source.owner), .stops,
                    detail: "no egress entry lets it out",
                    span: set.groups.first.map {
                        model.span(census.place(.securityGroup, $0))
                    })
                continue
            }
            if let number = source.subnet.number, source.subnet != interface.subnet {
                let list = model.way.accessList(of: model.subnets.all[number])
                out = out.intersection(list.outbound).intersection(list.outboundAnswered)
                if out.possible.isEmpty {
                    blocked = Path.Step(
                        .networkACL,
                        id: model.subnets.all[number].accessList.number.map { census.id(.networkACL, $0) }
                            ?? "network ACL", .stops, detail: "does not let it out, or not its replies in",
                        subnet: census.id(.subnet, number))
                }
            }
            let certain = destinations == nil ? ServiceSet() : out.certain.services(from: destinations ?? .all)
            services.certain = services.certain.union(certain)
            services.possible = services.possible.union(out.possible.services(from: destinations ?? .all))
        }
        let filter = AdmittedTraffic(
            certain: TrafficSet(addresses: .all, services: services.certain),
            possible: TrafficSet(addresses: .all, services: services.possible))
        let verdict = walk.pass(filter)
        if verdict == .stops, let blocked { walk.path.steps.append(blocked) }
        return verdict != .stops
    }

    /// The private addresses of an interface; nil when they are not stated.
    func addresses(of interface: Interface) -> AddressSet? {
        let view = census.view(interface.owner)
        guard let kind = census.kind(interface.owner), kind == .networkInterface || kind == .instance else {
            return interface.subnet.number.map { model.subnets.all[$0].addresses }
        }
        let slots = census.slots(kind)
        let first = view.word(slots["private_ip"])
        let words =
            (first.isSet ? [first] : []) + view.list(slots["private_ips"]) + view.list(slots["ipv6_addresses"])
        if words.isEmpty { return nil }
        return AddressSet(cidrs: words.map { view.segment.tables.cidrs[Int($0.bits)] })
    }

    // MARK: Gateways, addresses, routes

    private func arrive(_ interface: Interface, _ walk: inout Walk) -> Bool {
        let (certain, possible) = model.way.routed(to: interface)
        let verdict = walk.pass(
            AdmittedTraffic(
                certain: TrafficSet(addresses: certain, services: .all),
                possible: TrafficSet(addresses: possible, services: .all)))
        guard verdict != .stops else {
            walk.path.steps.append(whyNotRouted(interface, walk.before))
            return false
        }
        guard let number = interface.subnet.number, let table = model.subnets.all[number].routeTable.number,
            let witness = Witness(walk.traffic), let route = model.routes.views[table].route(of: witness.address)
        else { return true }
        let view = census.view(.routeTable, table)
        let slots = census.slots(.routeTable)
        let entry = view.entries(slots["routes"])[route.entry]
        let target = entry.own(slots.entry("routes", "target"))
        if route.door != .inside || !model.subnets.all[number].addresses.contains(witness.address) {
            walk.path.steps.append(
                Path.Step(
                    route.door == .inside ? .route : .gateway,
                    id: target.isSet ? view.segment.text(target) : "gateway", verdict,
                    detail: "\(census.id(.routeTable, table)) routes \(route.destination?.description ?? "it")",
                    entry: "route_tables.\(census.id(.routeTable, table)).routes[\(route.entry)]",
                    span: model.span(view, slots["routes"], route.entry), subnet: nil))
        }
        return true
    }

    private func whyNotRouted(_ interface: Interface, _ traffic: AdmittedTraffic) -> Path.Step {
        let owner = census.id(interface.owner)
        guard let number = interface.subnet.number else {
            return Path.Step(.address, id: owner, .stops, detail: "is in no subnet", span: model.span(interface.owner))
        }
        let subnet = model.subnets.all[number]
        let id = census.id(.subnet, number)
        let asked = traffic.possible.addresses
        if let table = subnet.routeTable.number {
            let view = model.routes.views[table]
            let families = AddressFamily.allCases.filter { asked.only($0).overlaps(view.mayInternet) }
            if !families.isEmpty {
                if subnet.blocksInternet == .yes {
                    return Path.Step(
                        .gateway, id: id, .stops, detail: "block public access is on",
                        span: model.span(census.place(.subnet, number)))
                }
                let names = families.map { $0 == .ipv4 ? "IPv4" : "IPv6" }.joined(separator: " or ")
                return Path.Step(
                    .address, id: owner, .stops,
                    detail: interface.refusesInternet
                        ? "refuses traffic of internet gateways" : "has no public \(names) address",
                    span: model.span(interface.owner), subnet: id)
            }
            let name = census.id(.routeTable, table)
            if let witness = Witness(traffic), let route = view.route(of: witness.address) {
                let table = census.view(.routeTable, table)
                let slots = census.slots(.routeTable)
                return Path.Step(
                    .route, id: name, .stops,
                    detail: route.door == .dead
                        ? "the route for \(route.destination?.description ?? "it") leads nowhere"
                        : "the route for \(route.destination?.description ?? "it") is a way out only",
                    entry: "route_tables.\(name).routes[\(route.entry)]",
                    span: model.span(table, slots["routes"], route.entry), subnet: id)
            }
            let isPublic = asked.overlaps(.internet)
            return Path.Step(
                .route, id: name, .stops,
                detail: isPublic ? "has no route to an internet gateway" : "has no route back",
                span: model.span(census.place(.routeTable, table)), subnet: id)
        }
        return Path.Step(.route, id: id, .stops, detail: "has no route back", subnet: id)
    }

    // MARK: Network ACLs

    private func passLists(_ interface: Interface, _ walk: inout Walk) -> Bool {
        guard let number = interface.subnet.number else { return true }
        let subnet = model.subnets.all[number]
        let near = model.way.near(subnet)
        // Neighbours do not pass the ACL.
        if !walk.traffic.possible.isEmpty, near.certain.contains(walk.traffic.possible) { return true }
        let list = model.way.accessList(of: subnet)
        let id = subnet.accessList.number.map { census.id(.networkACL, $0) } ?? "network ACL"
        for (kind, filter) in [(Path.Kind.networkACL, list.inbound), (.reply, list.answered)] {
            let verdict = walk.pass(filter.union(near))
            let packet = verdict == .stops ? walk.before : Self.without(near.certain, walk.traffic)
            // Nothing but neighbours is left.
            if packet.possible.isEmpty { continue }
            var step = Path.Step(kind, id: id, verdict, detail: "", subnet: census.id(.subnet, number))
            if let list = subnet.accessList.number, let witness = Witness(packet) {
                decide(&step, list, witness, isReply: kind == .reply)
            }
            // Replies are only told where they do not get through.
            if kind == .networkACL || verdict != .passes { walk.path.steps.append(step) }
            if verdict == .stops { return false }
        }
        return true
    }

    /// The traffic that does pass the ACL.
    private static func without(_ near: TrafficSet, _ traffic: AdmittedTraffic) -> AdmittedTraffic {
        AdmittedTraffic(certain: traffic.certain.subtracting(near), possible: traffic.possible.subtracting(near))
    }

    /// Names the entry of the ACL that decides about the packet, or about its replies.
    private func decide(_ step: inout Path.Step, _ list: Int, _ witness: Witness, isReply: Bool) {
        let view = census.view(.networkACL, list)
        let name = isReply ? "egress" : "ingress"
        let slot = census.slots(.networkACL)[name]
        let entries = model.acls.entries(view, slot, isIngress: !isReply, model.peers)
        let packet = isReply ? reply(to: witness, list) : witness.traffic
        let order = entries.indices.sorted { (entries[$0].number, $0) < (entries[$1].number, $1) }
        guard let index = order.first(where: { TrafficSet(entries[$0].entry).overlaps(packet) }) else {
            step.detail = isReply ? "no entry lets the replies out" : "no entry lets it in"
            step.span = model.span(census.place(.networkACL, list))
            return
        }
        let entry = entries[index]
        step.detail =
            "#\(entry.number) \(entry.allows ? "allow" : "deny") \(Self.text(entry.entry, isReply ? "to" : "from"))"
        if isReply, step.verdict == .stops { step.detail += " drops the replies" }
        step.entry = "network_acls.\(step.id).\(name)[\(index)]"
        step.span = model.span(view, slot, index)
    }

    /// A packet that answers: to an ephemeral port, the first that is let out where there is one.
    private func reply(to witness: Witness, _ list: Int) -> TrafficSet {
        let transport = IPProtocol(rawValue: UInt16(witness.service >> 16)) ?? .tcp
        let address = AddressSet(witness.address)
        let ephemeral =
            transport.honoursPorts
            ? ServiceSet(transport, ports: [PortRange(low: 1024, high: .max)]) : ServiceSet(transport)
        let admitted = model.acls.lists[list].outbound.possible.services(from: address).intersection(ephemeral)
        let first = (admitted.isEmpty ? ephemeral : admitted).ranges[0].lowerBound
        return TrafficSet(addresses: address, services: ServiceSet(first...first))
    }

    /// `tcp/443 from 0.0.0.0/0`
    static func text(_ entry: TrafficEntry, _ preposition: String) -> String {
        var result = entry.transport?.description ?? "unknown"
        if let transport = entry.transport, transport.honoursPorts, let ports = entry.ports {
            result += "/" + ports.map(\.description).joined(separator: ",")
        }
        return "\(result) \(preposition) \(entry.addresses)"
    }

    // MARK: Groups and listeners

    private func passGroups(_ interface: Interface, _ group: Int?, _ walk: inout Walk) -> Bool {
        let set = model.interfaces.groupSets[interface.groupSet]
        let admitted =
            group.map { model.groups.admitted(by: $0, isIngress: true) }
            ?? model.groups.admitted(by: set, isIngress: true)
        let verdict = walk.pass(admitted)
        let groups = group.map { [$0] } ?? set.groups
        let subnet = subnetID(interface)
        if set.admitsEverything { return true }
        if verdict == .stops {
            let names = groups.map { census.id(.securityGroup, $0) }
            walk.path.steps.append(
                Path.Step(
                    .securityGroup, id: names.first ?? census.id(interface.owner), .stops,
                    detail: names.isEmpty
                        ? "has no security group"
                        : names.count == 1
                            ? "no entry admits it" : "nor \(names.dropFirst().joined(separator: ", ")) admits it",
                    span: model.span(groups.first.map { census.place(.securityGroup, $0) } ?? interface.owner),
                    subnet: subnet))
            return false
        }
        guard let witness = Witness(walk.traffic) else { return true }
        for group in groups {
            guard let entries = model.groups.entries(of: group, isIngress: true),
                let index = entries.firstIndex(where: { TrafficSet($0).overlaps(witness.traffic) })
            else { continue }
            let view = census.view(.securityGroup, group)
            let id = census.id(.securityGroup, group)
            walk.path.steps.append(
                Path.Step(
                    .securityGroup, id: id, verdict, detail: Self.text(entries[index], "from"),
                    entry: "security_groups.\(id).ingress[\(index)]",
                    span: model.span(view, census.slots(.securityGroup)["ingress"], index), subnet: subnet))
            return true
        }
        walk.path.steps.append(
            Path.Step(
                .securityGroup, id: groups.first.map { census.id(.securityGroup, $0) } ?? "security groups", verdict,
                detail: "", subnet: subnet))
        return true
    }

    private func meetListener(_ interface: Interface, _ walk: inout Walk) -> Bool {
        guard let listening = interface.listening else { return true }
        guard walk.pass(listening.traffic) == .stops else { return true }
        let services = listening.possible
        walk.path.steps.append(
            Path.Step(
                .listener, id: census.id(interface.owner), .stops,
                detail: services.isEmpty ? "has no listener" : "listens to \(services) only",
                span: model.span(interface.owner), subnet: subnetID(interface)))
        return false
    }

    // MARK: What is not known

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
        return entries.enumerated().compactMap { index, entry in
            entry.hasUnresolvedPeers || entry.transport.map { $0.honoursPorts && entry.ports == nil } ?? true
                ? "security_groups.\(id).ingress[\(index)]" : nil
        }
    }
}
