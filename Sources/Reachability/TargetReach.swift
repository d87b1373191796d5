internal import Catalog
internal import Inventory
internal import Networks

/// Whether load balancers reach the targets they are to send traffic to.
struct TargetReach {
    let model: NetworkModel
    private var census: Census { model.census }

    /// A target that traffic of a load balancer cannot get to, and what stands in the way.
    struct Obstacle {
        /// The load balancer or target group's entry that names the target.
        var target: Clue
        var blocker: Clue
    }

    /// One target: an instance's interfaces or an address, and the port traffic is sent to.
    private struct Target {
        var name: String
        var interfaces: [Int]
        var service: ServiceSet
        var clue: Clue
    }

    /// The obstacles found, and whether there may be more.
    func obstacles(_ kind: NetworkKind, _ number: Int) -> (certain: [Obstacle], isOpen: Bool) {
        guard let balancers = model.interfaces.ofOwner[census.place(kind, number)], let first = balancers.first else {
            return ([], false)
        }
        let (targets, isOpen) = kind == .classicLoadBalancer ? instances(of: number) : targets(of: number)
        let set = model.interfaces.groupSets[model.interfaces.all[first].groupSet]
        let subnets = balancers.compactMap { model.interfaces.all[$0].subnet.number }
        let addresses = AddressSet.union(of: subnets.map { model.subnets.all[$0].addresses })
        var result: [Obstacle] = []
        var leavesOpen = isOpen || subnets.count < balancers.count
        for target in targets {
            switch obstacle(target, set, Set(subnets), addresses) {
            case .some(.some(let obstacle)): result.append(obstacle)
            case .some(.none): break
            case .none: leavesOpen = true
            }
        }
        return (result, leavesOpen)
    }

    // MARK: Targets

    private func targets(of number: Int) -> ([Target], isOpen: Bool) {
        let view = census.view(.loadBalancer, number)
        let slots = census.slots(.loadBalancer)
        guard view.word(slots["listeners"]).isSet else { return ([], view.word(slots["listeners"]).isAbsent) }
        var groups: [Int] = []
        var isOpen = false
        let slot = slots.entry("listeners", "target_groups")
        for listener in view.entries(slots["listeners"]) {
            let list = listener.own(slot)
            if list.isAbsent { isOpen = true }
            guard list.isSet else { continue }
            for at in 0..<list.listCount {
                let word = view.segment.words[list.listFirst + at]
                guard let group = census.link(word, to: .targetGroup, in: view.segment).number else {
                    isOpen = true
                    continue
                }
                if !groups.contains(group) { groups.append(group) }
            }
        }
        var targets: [Target] = []
        for group in groups {
            let (found, open) = self.targets(ofGroup: group)
            targets += found
            isOpen = isOpen || open
        }
        return (targets, isOpen)
    }

    private func targets(ofGroup group: Int) -> ([Target], isOpen: Bool) {
        let view = census.view(.targetGroup, group)
        let slots = census.slots(.targetGroup)
        let type = view.word(slots["target_type"])
        // instance, ip, lambda, alb: only instances have interfaces that the inventory names.
        guard type.isSet, type.bits == 0 else { return ([], type.isAbsent) }
        guard view.word(slots["targets"]).isSet else { return ([], view.word(slots["targets"]).isAbsent) }
        let common = view.word(slots["port"])
        var targets: [Target] = []
        var isOpen = false
        for (index, entry) in view.entries(slots["targets"]).enumerated() {
            let own = entry.own(slots.entry("targets", "port"))
            let id = entry.own(slots.entry("targets", "id"))
            let port = own.isSet ? own : common
            guard id.isSet, port.isSet, let number = UInt16(exactly: port.int),
                let instance = census.number(.instance, id: view.segment.text(id))
            else {
                isOpen = true
                continue
            }
            let name = census.id(.instance, instance)
            targets.append(
                Target(
                    name: name, interfaces: model.interfaces.ofInstance[instance].map(Int.init),
                    service: ServiceSet(.tcp, ports: [PortRange(number)]),
                    clue: Clue(
                        "target_groups.\(census.id(.targetGroup, group)).targets[\(index)]",
                        "sends to \(name) at tcp/\(number)", model.span(view, slots["targets"], index))))
        }
        return (targets, isOpen)
    }

    private func instances(of number: Int) -> ([Target], isOpen: Bool) {
        let view = census.view(.classicLoadBalancer, number)
        let slots = census.slots(.classicLoadBalancer)
        guard view.word(slots["listeners"]).isSet, view.word(slots["instances"]).isSet else {
            return ([], view.word(slots["listeners"]).isAbsent || view.word(slots["instances"]).isAbsent)
        }
        var targets: [Target] = []
        var isOpen = false
        for (index, listener) in view.entries(slots["listeners"]).enumerated() {
            let port = listener.own(slots.entry("listeners", "instance_port"))
            guard port.isSet, let number16 = UInt16(exactly: port.int) else {
                isOpen = true
                continue
            }
            for word in view.list(slots["instances"]) {
                guard let instance = census.link(word, to: .instance, in: view.segment).number else {
                    isOpen = true
                    continue
                }
                let name = census.id(.instance, instance)
                targets.append(
                    Target(
                        name: name, interfaces: model.interfaces.ofInstance[instance].map(Int.init),
                        service: ServiceSet(.tcp, ports: [PortRange(number16)]),
                        clue: Clue(
                            "classic_load_balancers.\(census.id(.classicLoadBalancer, number)).listeners[\(index)]",
                            "sends to \(name) at tcp/\(number16)", model.span(view, slots["listeners"], index))))
            }
        }
        return (targets, isOpen)
    }

    // MARK: Obstacles

    /// What stands between a load balancer and a target: an obstacle, none, or (nil) what is not known.
    private func obstacle(_ target: Target, _ balancer: GroupSet, _ subnets: Set<Int>, _ addresses: AddressSet)
        -> Obstacle??
    {
        var isOpen = false
        guard !target.interfaces.isEmpty else { return nil }
        var found: Obstacle?
        for index in target.interfaces {
            let interface = model.interfaces.all[index]
            let set = model.interfaces.groupSets[interface.groupSet]
            let own = PathFinder(model).addresses(of: interface) ?? .all
            let steps: [(Certainty, () -> Clue)] = [
                (
                    admits(balancer, isIngress: false, target.service, own, peers: set),
                    { groupClue(balancer, "lets no \(target.service) out to \(target.name)") }
                ),
                (
                    passesList(interface, subnets, addresses, target.service),
                    {
                        let list = interface.subnet.number.flatMap { model.subnets.all[$0].accessList.number } ?? 0
                        return Clue(
                            "network_acls.\(census.id(.networkACL, list))",
                            "lets no \(target.service) through from the load balancer",
                            model.span(census.place(.networkACL, list)))
                    }
                ),
                (
                    admits(set, isIngress: true, target.service, addresses, peers: balancer),
                    { groupClue(set, "admits no \(target.service) from the load balancer") }
                ),
            ]
            if let blocked = steps.first(where: { $0.0 == .no }) {
                found = found ?? Obstacle(target: target.clue, blocker: blocked.1())
            } else if steps.allSatisfy({ $0.0 == .yes }) {
                return .some(nil)
            } else {
                isOpen = true
            }
        }
        return isOpen ? nil : .some(found)
    }

    private func groupClue(_ set: GroupSet, _ text: String) -> Clue {
        guard let group = set.groups.first else { return Clue("security_groups", text, nil) }
        return Clue(
            "security_groups.\(census.id(.securityGroup, group))", text, model.span(census.place(.securityGroup, group)))
    }

    private func passesList(_ interface: Interface, _ subnets: Set<Int>, _ addresses: AddressSet, _ service: ServiceSet)
        -> Certainty
    {
        guard let number = interface.subnet.number else { return .maybe }
        if subnets.contains(number) { return .yes }
        let list = model.way.accessList(of: model.subnets.all[number])
        let passed = list.inbound.intersection(list.answered)
        if passed.certain.addresses(reaching: service).overlaps(addresses) { return .yes }
        return passed.possible.addresses(reaching: service).overlaps(addresses) ? .maybe : .no
    }

    /// Whether groups admit a service from or to addresses, or from or to members of the peer's groups.
    private func admits(
        _ set: GroupSet, isIngress: Bool, _ service: ServiceSet, _ addresses: AddressSet, peers: GroupSet
    ) -> Certainty {
        if set.admitsEverything { return .yes }
        let layoutName = isIngress ? "ingress" : "egress"
        guard
            let layout = census.inventory.catalog.shape(named: "security_group.\(layoutName)").flatMap(TrafficLayout.init)
        else { return .maybe }
        let peerNames = Set(peers.groups.map { census.id(.securityGroup, $0) })
        var result: Certainty = set.isComplete ? .no : .maybe
        for group in set.groups {
            let view = census.view(.securityGroup, group)
            let slot = census.slots(.securityGroup)[layoutName]
            if view.word(slot).isAbsent { result = .maybe }
            for entry in view.entries(slot) {
                let traffic = layout.entry(entry.shared, view.segment.tables, model.peers)
                let names = layout.groupNames(entry.shared, view.segment.tables)
                var widest = traffic
                widest.addresses = .all
                widest.hasUnresolvedPeers = false
                let scope = AdmittedTraffic(unionOf: CollectionOfOne(widest))
                guard scope.possible.services.overlaps(service) else { continue }
                let isCertain = scope.certain.services.overlaps(service)
                if traffic.addresses.overlaps(addresses) || !peerNames.isDisjoint(with: names) {
                    if isCertain { return .yes }
                    result = .maybe
                } else if traffic.unresolvedMayBePublic || traffic.hasUnresolvedPeers && !peers.isComplete {
                    // A list that nobody resolved, or a group that the peer may carry.
                    result = .maybe
                }
            }
        }
        return result
    }
}

extension Contradictions {
    func hasUnreachableTargets(_ kind: NetworkKind, _ number: Int) -> Certainty {
        guard kind == .loadBalancer || kind == .classicLoadBalancer else { return .no }
        let (certain, isOpen) = TargetReach(model: model).obstacles(kind, number)
        return certain.isEmpty ? (isOpen ? .maybe : .no) : .yes
    }
}
