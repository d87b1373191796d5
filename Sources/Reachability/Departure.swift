internal import Catalog
internal import Inventory
internal import Networks

// The source's side of a path: out of the interfaces that the source sends through, past their groups, the ACL of their
// subnet and its routes.

extension PathFinder {
    /// What one interface lets out to a target, and the steps that say so.
    private struct Departure {
        var certain = ServiceSet()
        var possible = ServiceSet()
        var steps: [Path.Step] = []
        /// What the entries named in the steps let out.
        var decided = ServiceSet.all
    }

    /// Narrows the traffic down to what leaves the source; false where nothing does.
    func leave(_ origin: Origin, _ walk: inout Walk, to interface: Interface) -> Bool {
        guard !origin.interfaces.isEmpty else { return true }
        let asked = walk.traffic.possible.services
        var services = (certain: ServiceSet(), possible: ServiceSet())
        var shown: Departure?
        for index in origin.interfaces {
            let departure = departure(from: model.interfaces.all[index], to: interface, asked)
            services.certain = services.certain.union(departure.certain)
            services.possible = services.possible.union(departure.possible)
            if shown == nil || shown!.possible.isEmpty { shown = departure }
        }
        let verdict = walk.pass(
            AdmittedTraffic(
                certain: TrafficSet(addresses: .all, services: services.certain),
                possible: TrafficSet(addresses: .all, services: services.possible)))
        if services.certain != services.possible, let name = unknownAddress(of: interface) {
            walk.path.missing.append(name)
        }
        if let shown {
            walk.path.steps += shown.steps
            if verdict != .stops { walk.keep(TrafficSet(addresses: .all, services: shown.decided)) }
        }
        return verdict != .stops
    }

    /// What is not known of the address that traffic to an interface goes to; nil where it is known.
    private func unknownAddress(of interface: Interface) -> String? {
        let id = census.id(interface.owner)
        switch census.kind(interface.owner) {
        case .networkInterface?, .instance?:
            let kind = census.kind(interface.owner) ?? .instance
            return addresses(of: interface) == nil ? "\(census.collection(kind)).\(id).private_ip" : nil
        default: return "which address of its subnet \(id) has"
        }
    }

    private func departure(from source: Interface, to interface: Interface, _ asked: ServiceSet) -> Departure {
        var result = Departure()
        let destinations = addresses(of: interface)
        let subnet = subnetID(source)
        let routed = model.way.routed(to: source)
        guard routed.possible.overlaps(destinations ?? .all) else {
            let table = source.subnet.number.flatMap { model.subnets.all[$0].routeTable.number }
            let place = table.map { census.place(.routeTable, $0) } ?? source.owner
            result.steps.append(
                Path.Step(
                    .route, id: census.id(place), .stops, detail: "has no route to it", span: model.span(place),
                    subnet: subnet))
            return result
        }
        let towards = TrafficSet(addresses: destinations ?? .all, services: asked)
        let set = model.interfaces.groupSets[source.groupSet]
        var out = model.groups.admitted(by: set, isIngress: false).intersection(AdmittedTraffic(towards))
        let verdict = Self.verdict(out)
        if verdict == .stops {
            let group = set.groups.first
            result.steps.append(
                Path.Step(
                    .securityGroup, id: group.map { census.id(.securityGroup, $0) } ?? census.id(source.owner), .stops,
                    detail: "no egress entry lets it out",
                    span: model.span(group.map { census.place(.securityGroup, $0) } ?? source.owner), subnet: subnet))
            return result
        }
        if let witness = Witness(out),
            let (step, decided) = groupEntry(set.groups, isIngress: false, about: witness.traffic, verdict, subnet)
        {
            result.steps.append(step)
            result.decided = decided.services(from: destinations ?? .all)
        }
        if source.subnet != interface.subnet, let number = source.subnet.number {
            guard passOut(of: number, &out, &result) else { return result }
        }
        result.possible = out.possible.services
        // Where an address or a route is not known, nothing is certain.
        guard let destinations, routed.certain.overlaps(destinations) else { return result }
        result.certain = out.certain.services
        guard let kind = census.kind(interface.owner), kind != .networkInterface, kind != .instance else {
            return result
        }
        // Somewhere in its subnet: all of that has to be let out to, or a group that it carries.
        let certain = out.certain.parts.filter { $0.addresses.contains(destinations) }.map { ServiceSet($0.services) }
        let named = admitted(by: set, naming: interface).intersection(out.certain.services)
        result.certain = certain.reduce(named) { $0.union($1) }
        return result
    }

    /// The services that egress entries of some groups let out to the groups that an interface carries.
    private func admitted(by set: GroupSet, naming interface: Interface) -> ServiceSet {
        let carried = model.interfaces.groupSets[interface.groupSet].groups.map { census.id(.securityGroup, $0) }
        let slot = census.slots(.securityGroup)["egress"]
        guard let layout = census.inventory.catalog.shape(named: "security_group.egress").flatMap(TrafficLayout.init)
        else {
            return ServiceSet()
        }
        var services = ServiceSet()
        for group in set.groups {
            let view = census.view(.securityGroup, group)
            for entry in view.entries(slot)
            where !Set(layout.groupNames(entry.shared, view.segment.tables)).isDisjoint(with: carried) {
                var traffic = layout.entry(entry.shared, view.segment.tables, model.peers)
                (traffic.addresses, traffic.hasUnresolvedPeers) = (.all, false)
                services = services.union(TrafficSet(traffic).services)
            }
        }
        return services
    }

    /// Out of a subnet, and the replies back in; false where its ACL stops everything.
    private func passOut(of subnet: Int, _ out: inout AdmittedTraffic, _ result: inout Departure) -> Bool {
        let list = model.way.accessList(of: model.subnets.all[subnet])
        let before = out
        out = out.intersection(list.outbound).intersection(list.outboundAnswered)
        let verdict = Self.verdict(out)
        let number = model.subnets.all[subnet].accessList.number
        let isLetOut = !before.intersection(list.outbound).possible.isEmpty
        var step = Path.Step(
            .networkACL, id: number.map { census.id(.networkACL, $0) } ?? "network ACL", verdict,
            detail: number == nil ? "is not known" : isLetOut ? "lets the replies in nowhere" : "no entry lets it out",
            span: number.map { model.span(census.place(.networkACL, $0)) }, subnet: census.id(.subnet, subnet))
        // Where the replies are what is stopped, the entry that lets it out decides nothing.
        if let number, verdict != .stops || !isLetOut, let witness = Witness(verdict == .stops ? before : out),
            let decision = decision(
                of: number, isIngress: false, about: witness.traffic, perhaps: verdict == .undecided)
        {
            (step.detail, step.entry, step.span) = (decision.text, decision.path, decision.span)
            result.decided = result.decided.intersection(decision.traffic.services)
        }
        result.steps.append(step)
        return verdict != .stops
    }

    private static func verdict(_ traffic: AdmittedTraffic) -> Path.Verdict {
        if !traffic.certain.isEmpty { return .passes }
        return traffic.possible.isEmpty ? .stops : .undecided
    }
}
