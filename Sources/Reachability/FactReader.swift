internal import Diagnostics
package import Inventory
package import Networks

/// Why facts are as they are, and the facts that are worked out only when somebody reads them.
extension NetworkModel {
    typealias Place = ReferenceTable.Place

    // MARK: Values

    /// The value of a fact of a resource that has no word of its own; nil for names that are none.
    package func value(_ fact: String, at place: ReferenceTable.Place) -> FactValue? {
        let number = census.number(place)
        switch (census.kind(place), fact) {
        case (.securityGroup, "admitted"): return .text(admitted(byGroup: number).summary)
        case (.securityGroup, "public_ipv4_share"):
            return share(admitted(byGroup: number), .ipv4, number)
        case (.securityGroup, "public_ipv6_share"):
            return share(admitted(byGroup: number), .ipv6, number)
        case (.securityGroup, "not_looked_at"): return .texts(Attachments.notLookedAt(number, census))
        case (.networkACL, "admitted"): return .text(acls.lists[number].inbound.summary)
        case (.subnet, "admitted"):
            guard let list = subnets.all[number].accessList.number else {
                return .unknown(["subnets.\(census.id(place)).network_acl"])
            }
            return .text(acls.lists[list].inbound.intersection(acls.lists[list].answered).summary)
        case (.vpc, "availability_zones"): return zones(ofVPC: number)
        case (.vpc, "endpoint_services"): return services(ofVPC: number)
        case (_, "exposure"): return .text(arriving(at: place).summary)
        default: return nil
        }
    }

    /// The zones that the subnets of a VPC are in, each once, in input order.
    private func zones(ofVPC vpc: Int) -> FactValue {
        guard census.isStated(.subnet, around: census.view(.vpc, vpc)) else {
            return .unknown([census.collection(.subnet)])
        }
        var zones: [String] = []
        for number in subnets.ofVPC[vpc].map(Int.init) {
            let view = census.view(.subnet, number)
            guard let zone = view.text(census.slots(.subnet)["availability_zone"]) else {
                return .unknown(["subnets.\(census.id(.subnet, number)).availability_zone"])
            }
            if !zones.contains(zone) { zones.append(zone) }
        }
        return .texts(zones)
    }

    /// The services that a VPC has endpoints for, as `com.amazonaws.eu-west-1.ec2`.
    private func services(ofVPC vpc: Int) -> FactValue {
        guard census.isStated(.endpoint, around: census.view(.vpc, vpc)) else {
            return .unknown([census.collection(.endpoint)])
        }
        var services: [String] = []
        for number in endpointsOfVPC[vpc].map(Int.init) {
            guard let service = census.view(.endpoint, number).text(census.slots(.endpoint)["service_name"]) else {
                return .unknown(["vpc_endpoints.\(census.id(.endpoint, number)).service_name"])
            }
            services.append(service)
        }
        return .texts(services)
    }

    /// The share of the public address space that one entry of a group admits.
    package func share(of entry: TrafficEntry, _ family: AddressFamily) -> FactValue {
        entry.hasUnresolvedPeers && entry.unresolvedMayBePublic
            ? .unknown(["prefix_lists"]) : .number(entry.addresses.share(of: .internet, family))
    }

    private func share(_ traffic: AdmittedTraffic, _ family: AddressFamily, _ group: Int) -> FactValue {
        let share = traffic.certain.addresses.share(of: .internet, family)
        let most = traffic.possible.addresses.share(of: .internet, family)
        return share == most ? .number(share) : .unknown(unknowns(ofGroup: group))
    }

    // MARK: What is missing

    /// What the inventory would have to say for a fact to be known.
    package func missing(_ fact: String, at place: ReferenceTable.Place) -> [String] {
        let id = census.id(place)
        var names: [String] = []
        switch (census.kind(place), fact) {
        case (.securityGroup, "attached"), (.vpc, "used"): names = [census.collection(.networkInterface)]
        case (.securityGroup, "duplicate_entries"), (.securityGroup, "subsumed_entries"):
            names = ["ingress", "egress"].filter { census.view(place).word(census.slots(.securityGroup)[$0]).isAbsent }
        case (.securityGroup, "dangling_references"): names = [census.collection(.securityGroup)]
        case (.networkACL, "shadowed_entries"), (.networkACL, "drops_replies"):
            names = ["ingress", "egress"].filter { census.view(place).word(census.slots(.networkACL)[$0]).isAbsent }
        case (.subnet, _): names = ["subnets.\(id).route_table"]
        case (.loadBalancer, "unreachable_targets"): names = ["listeners", "target_groups"]
        case (.classicLoadBalancer, "unreachable_targets"): names = ["listeners", "instances"]
        case (.endpoint, _): names = ["type", "security_groups"]
        case (.instance, "dns_blocked"): names = ["vpcs.dhcp_options"] + unknowns(at: place)
        case (.securityGroup, _), (.networkACL, _):
            if !census.isStated(.networkInterface, around: census.view(place)) {
                names = [census.collection(.networkInterface)]
            }
            names += unknowns(at: place)
        default: names = unknowns(at: place)
        }
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    private func unknowns(at place: Place) -> [String] {
        let named = interfaces(of: place).prefix(8).flatMap { unknowns(of: interfaces.all[$0]) }
        guard census.kind(place) == .instance, interfaces.incompleteInstances.contains(census.number(place)) else {
            return named
        }
        let view = census.view(place)
        let missing = view.list(census.slots(.instance)["network_interfaces"]).filter {
            census.link($0, to: .networkInterface, in: view.segment).number == nil
        }
        return named + missing.map { "\(census.collection(.networkInterface)).\(view.segment.text($0))" }
    }

    // MARK: Clues

    /// The things that a fact rests on: never fewer than the two that contradict each other.
    package func clues(_ fact: String, at place: ReferenceTable.Place) -> [Clue] {
        let number = census.number(place)
        switch (census.kind(place), fact) {
        case (.securityGroup, "duplicate_entries"): return needless(in: number, isDuplicate: true)
        case (.securityGroup, "subsumed_entries"): return needless(in: number, isDuplicate: false)
        case (.securityGroup, "entries_behind_acl"): return behindACL(number)
        case (.securityGroup, "dangling_references"):
            return DanglingReferences(census).entries(of: number).map { list, index, names in
                entryClue(
                    .securityGroup, number, list, index, "names \(names.joined(separator: ", ")), which is not there")
            }
        case (.networkACL, "shadowed_entries"): return shadowed(in: number)
        case (.networkACL, "drops_replies"): return unanswered(in: number)
        case (.instance, "groups_admit_nothing"), (.networkInterface, "groups_admit_nothing"):
            return silentGroups(place)
        case (.instance, "dns_blocked"): return nameServers(number)
        case (.loadBalancer?, "unreachable_targets"), (.classicLoadBalancer?, "unreachable_targets"):
            guard let kind = census.kind(place) else { return [] }
            return TargetReach(model: self).obstacles(kind, number).certain.flatMap { [$0.target, $0.blocker] }
        case (.endpoint, "refuses_clients"):
            let view = census.view(place)
            return view.list(census.slots(.endpoint)["security_groups"]).compactMap { word in
                census.link(word, to: .securityGroup, in: view.segment).number.map {
                    clue(.securityGroup, $0, "admits no tcp/443")
                }
            }
        case (.subnet, "internet_route"):
            guard let table = subnets.all[number].routeTable.number else { return [] }
            let view = census.view(.routeTable, table)
            let slot = census.slots(.routeTable)["routes"]
            return routes.views[table].routes.filter { $0.door == .internet }.map { route in
                Clue(
                    "route_tables.\(census.id(.routeTable, table)).routes[\(route.entry)]",
                    "sends \(route.destination?.description ?? "it") to an internet gateway",
                    span(view, slot, route.entry))
            }
        default: return []
        }
    }

    /// What a path passes, for evidence: the routes and entries that let traffic through, or what stops it.
    package func clues(of path: Path) -> [Clue] {
        path.steps.filter { $0.kind != .source && $0.kind != .target }.map { step in
            Clue(step.entry ?? step.id, step.detail.isEmpty ? step.id : step.detail, step.span)
        }
    }

    private func clue(_ kind: NetworkKind, _ number: Int, _ text: String) -> Clue {
        let place = census.place(kind, number)
        return Clue("\(census.collection(kind)).\(census.id(place))", text, span(place))
    }

    /// Entries of a list, called as the resource's own rule calls them: `ingress[0]`.
    private func entryClue(_ kind: NetworkKind, _ number: Int, _ list: String, _ index: Int, _ text: String) -> Clue {
        let view = census.view(kind, number)
        return Clue("\(list)[\(index)]", text, span(view, census.slots(kind)[list], index))
    }

    private func needless(in group: Int, isDuplicate: Bool) -> [Clue] {
        var clues: [Clue] = []
        for (list, isIngress) in [("ingress", true), ("egress", false)] {
            let entries = entries(ofGroup: group, isIngress: isIngress) ?? []
            let preposition = isIngress ? "from" : "to"
            for found in Redundancy.redundant(in: entries) where found.isDuplicate == isDuplicate {
                for index in [found.index] + found.coveredBy.prefix(3) {
                    let clue = entryClue(
                        .securityGroup, group, list, index, PathFinder.text(entries[index], preposition))
                    if !clues.contains(where: { $0.path == clue.path }) { clues.append(clue) }
                }
            }
        }
        return clues
    }

    private func behindACL(_ group: Int) -> [Clue] {
        let entries = entries(ofGroup: group, isIngress: true) ?? []
        var clues = Contradictions(self).entriesBehindACL(group).certain.map { index in
            entryClue(.securityGroup, group, "ingress", index, PathFinder.text(entries[index], "from"))
        }
        let lists = Set(
            interfaces.ofGroup[group].compactMap { interfaces.all[Int($0)].subnet.number }
                .compactMap { subnets.all[$0].accessList.number }
        ).sorted()
        clues += lists.map { clue(.networkACL, $0, "lets nothing of that through") }
        return clues
    }

    private func shadowed(in list: Int) -> [Clue] {
        var clues: [Clue] = []
        let contradictions = Contradictions(self)
        for (name, isIngress) in [("ingress", true), ("egress", false)] {
            let entries = contradictions.entries(of: list, isIngress: isIngress) ?? []
            for found in Contradictions.shadowed(in: entries) {
                for index in [found.index] + found.by.prefix(3) {
                    let entry = entries[index]
                    let text =
                        "#\(entry.number) \(entry.allows ? "allow" : "deny") "
                        + PathFinder.text(entry.entry, isIngress ? "from" : "to")
                    let clue = entryClue(.networkACL, list, name, index, text)
                    if !clues.contains(where: { $0.path == clue.path }) { clues.append(clue) }
                }
            }
        }
        return clues
    }

    private func unanswered(in list: Int) -> [Clue] {
        let contradictions = Contradictions(self)
        var clues: [Clue] = []
        for (name, other, isIngress) in [("ingress", "egress", true), ("egress", "ingress", false)] {
            let entries = contradictions.entries(of: list, isIngress: isIngress) ?? []
            let opposite = contradictions.entries(of: list, isIngress: !isIngress) ?? []
            for index in contradictions.unanswered(in: list, isIngress: isIngress) ?? [] {
                clues.append(
                    entryClue(
                        .networkACL, list, name, index,
                        "#\(entries[index].number) allow \(PathFinder.text(entries[index].entry, isIngress ? "from" : "to"))"
                    ))
                // What decides about the replies: the first entry that speaks of them, or that none does.
                let replies = TrafficSet(
                    addresses: entries[index].entry.addresses,
                    services: ServiceSet(.tcp, ports: [PortRange(low: 1024, high: .max)]))
                let order = opposite.indices.sorted { (opposite[$0].number, $0) < (opposite[$1].number, $1) }
                if let decider = order.first(where: { TrafficSet(opposite[$0].entry).overlaps(replies) }) {
                    clues.append(
                        entryClue(
                            .networkACL, list, other, decider,
                            "#\(opposite[decider].number) \(opposite[decider].allows ? "allow" : "deny") "
                                + PathFinder.text(opposite[decider].entry, isIngress ? "to" : "from")))
                } else {
                    clues.append(clue(.networkACL, list, "no \(other) entry speaks of the replies"))
                }
            }
        }
        return clues
    }

    private func silentGroups(_ place: Place) -> [Clue] {
        let sets = interfaces(of: place).map { interfaces.groupSets[interfaces.all[$0].groupSet] }
        let groups = Set(sets.flatMap(\.groups)).sorted()
        return groups.map { group in
            clue(.securityGroup, group, "has no inbound entry")
        } + [
            Clue(
                "security_groups", "carries \(groups.map { census.id(.securityGroup, $0) }.joined(separator: ", "))",
                span(place))
        ]
    }

    private func nameServers(_ instance: Int) -> [Clue] {
        guard let first = interfaces.ofInstance[instance].first else { return [] }
        let interface = interfaces.all[Int(first)]
        var clues: [Clue] = []
        if let subnet = interface.subnet.number, let vpc = subnets.all[subnet].vpc.number {
            let view = census.view(.vpc, vpc)
            let link = census.link(view.word(census.slots(.vpc)["dhcp_options"]), to: .dhcpOptions, in: view.segment)
            let servers = (Contradictions(self).nameServers(of: interface) ?? []).map(\.description)
            if let options = link.number {
                clues.append(clue(.dhcpOptions, options, "name servers \(servers.joined(separator: ", "))"))
            }
            if let list = subnets.all[subnet].accessList.number {
                clues.append(clue(.networkACL, list, "filters what leaves"))
            }
        }
        for group in interfaces.groupSets[interface.groupSet].groups {
            clues.append(
                clue(
                    .securityGroup, group,
                    "lets out \(groups.admitted(by: group, isIngress: false).certain.summary("to"))"))
        }
        return clues
    }
}
