internal import Catalog
internal import Diagnostics
internal import Inventory
internal import Networks

/// Follows traffic from a source to an interface, and names at each step the entry that decides.
struct PathFinder {
    let model: NetworkModel
    var census: Census { model.census }

    init(_ model: NetworkModel) { self.model = model }

    // MARK: Paths

    /// The path of traffic to one interface; `group`: through the entries of that group alone; `isAlone`: only of traffic
    /// about which the same entries decide as about its first packet.
    func path(
        from origin: Origin, to index: Int, services: ServiceSet, throughGroup group: Int? = nil, isAlone: Bool = false
    ) -> Path {
        let interface = model.interfaces.all[index]
        let asked = TrafficSet(addresses: origin.addresses, services: services)
        var walk = Walk(AdmittedTraffic(asked), isAlone: isAlone)
        let sender = origin.interfaces.first.map { model.interfaces.all[$0] }
        walk.path.steps.append(
            Path.Step(.source, id: origin.name, .passes, detail: "", subnet: sender.flatMap(subnetID)))
        for step in [
            { leave(origin, &walk, to: interface) }, { arrive(from: origin, interface, &walk) },
            { passLists(interface, &walk) },
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
        path.targetSubnet = subnetID(interface)
        path.missing = path.verdict == .undecided ? path.missing + model.unknowns(of: interface) : []
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

    func subnetID(_ interface: Interface) -> String? {
        interface.subnet.number.map { census.id(.subnet, $0) }
    }

    // MARK: Gateways, addresses, routes

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

    private func arrive(from origin: Origin, _ interface: Interface, _ walk: inout Walk) -> Bool {
        guard !isLocalElsewhere(origin, interface, &walk) else { return false }
        let (certain, possible) = model.way.routed(to: interface)
        let verdict = walk.pass(
            AdmittedTraffic(
                certain: TrafficSet(addresses: certain, services: .all),
                possible: TrafficSet(addresses: possible, services: .all)))
        guard verdict != .stops else {
            walk.path.steps.append(whyNotRouted(interface, walk.before))
            return false
        }
        guard let number = interface.subnet.number, let witness = Witness(walk.traffic) else { return true }
        guard let table = model.subnets.all[number].routeTable.number else {
            if verdict == .undecided {
                walk.path.steps.append(
                    Path.Step(.route, id: "route table", .undecided, detail: "is not known"))
            }
            return true
        }
        let (found, addresses) = model.routes.views[table].decision(about: witness.address)
        walk.keep(TrafficSet(addresses: addresses, services: .all))
        guard let route = found else { return true }
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

    /// Whether the source is elsewhere, and its addresses are this VPC's own: no route leads there and back.
    private func isLocalElsewhere(_ origin: Origin, _ interface: Interface, _ walk: inout Walk) -> Bool {
        guard origin.isOutside || origin.vpc != nil, let number = interface.subnet.number else { return false }
        let vpc = model.subnets.all[number].vpc.number
        if let from = origin.vpc, vpc == nil || from == vpc { return false }
        let own = (vpc.map { model.subnets.addresses(ofVPC: $0) } ?? AddressSet()).union(
            model.subnets.all[number].addresses)
        let others = TrafficSet(addresses: AddressSet.all.subtracting(own), services: .all)
        guard walk.pass(AdmittedTraffic(others)) == .stops, let vpc else { return walk.traffic.possible.isEmpty }
        walk.path.steps.append(
            Path.Step(
                .route, id: census.id(.vpc, vpc), .stops, detail: "has these addresses itself",
                span: model.span(census.place(.vpc, vpc))))
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
            if RouteView.notOnInternet.contains(asked), let witness = Witness(traffic),
                view.route(of: witness.address)?.door == .internet
            {
                return Path.Step(
                    .route, id: census.id(.routeTable, table), .stops,
                    detail: "has no route back but to an internet gateway, which carries no private addresses",
                    span: model.span(census.place(.routeTable, table)), subnet: id)
            }
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

    // MARK: Groups and listeners

    private func passGroups(_ interface: Interface, _ group: Int?, _ walk: inout Walk) -> Bool {
        let set = model.interfaces.groupSets[interface.groupSet]
        let admitted =
            group.map(model.admitted(byGroup:))
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
        if let (step, decided) = groupEntry(groups, isIngress: true, about: witness.traffic, verdict, subnet) {
            walk.path.steps.append(step)
            walk.keep(decided)
            return true
        }
        walk.path.steps.append(
            Path.Step(
                .securityGroup, id: groups.first.map { census.id(.securityGroup, $0) } ?? "security groups", verdict,
                detail: verdict == .undecided ? "is not known" : "", subnet: subnet))
        return true
    }

    /// The first entry of some groups that admits a packet, or may do so where the verdict is open, as a step; and the
    /// traffic it speaks of.
    func groupEntry(
        _ groups: [Int], isIngress: Bool, about packet: TrafficSet, _ verdict: Path.Verdict, _ subnet: String?
    ) -> (Path.Step, TrafficSet)? {
        let list = isIngress ? "ingress" : "egress"
        for group in groups {
            guard let entries = model.entries(ofGroup: group, isIngress: isIngress),
                let index = entries.firstIndex(where: {
                    Self.speaks($0, of: packet, perhaps: verdict == .undecided)
                })
            else { continue }
            let view = census.view(.securityGroup, group)
            let id = census.id(.securityGroup, group)
            let step = Path.Step(
                .securityGroup, id: id, verdict, detail: Self.text(entries[index], isIngress ? "from" : "to"),
                entry: "security_groups.\(id).\(list)[\(index)]",
                span: model.span(view, census.slots(.securityGroup)[list], index), subnet: subnet)
            return (step, TrafficSet(entries[index]))
        }
        return nil
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

    /// `tcp/443 from 0.0.0.0/0`
    static func text(_ entry: TrafficEntry, _ preposition: String) -> String {
        var result = entry.transport?.description ?? "unknown"
        if let transport = entry.transport, transport.honoursPorts, let ports = entry.ports {
            result += "/" + ports.map(\.description).joined(separator: ",")
        }
        guard entry.hasUnresolvedPeers else { return "\(result) \(preposition) \(entry.addresses)" }
        let known = entry.addresses.isEmpty ? "" : "\(entry.addresses) and "
        return "\(result) \(preposition) \(known)peers whose addresses are not known"
    }
}
