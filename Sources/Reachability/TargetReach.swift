internal import Catalog
internal import Inventory
internal import Networks

/// Whether load balancers reach the targets they are to send traffic to.
struct TargetReach {
    let model: NetworkModel
    var census: Census { model.census }

    /// A target that traffic of a load balancer cannot get to, and what stands in the way.
    struct Obstacle {
        /// The load balancer or target group's entry that names the target.
        var target: Clue
        var blocker: Clue
    }

    /// One target: an instance's interfaces or an address, and the port traffic is sent to.
    struct Target {
        var name: String
        var interfaces: [Int]
        var service: ServiceSet
        var clue: Clue
    }

    /// The load balancer: where its nodes are, as far as that is known, and what groups they carry.
    private struct Sender {
        var groups: GroupSet
        var subnets: Set<Int>
        var addresses: Range
    }

    /// Where one side is: any of some addresses, all of which must be met where it is not known which.
    private struct Range {
        var addresses: AddressSet
        var isKnown: Bool

        static let any = AddressSet.all.only(.ipv4)

        init(_ addresses: AddressSet, isKnown: Bool) { (self.addresses, self.isKnown) = (addresses, isKnown) }

        /// Whether traffic of some addresses is for this side.
        func isMet(by other: AddressSet) -> Certainty {
            guard other.overlaps(addresses) else { return .no }
            return isKnown || other.contains(addresses) ? .yes : .maybe
        }
    }

    /// The obstacles found, and whether there may be more.
    func obstacles(_ kind: NetworkKind, _ number: Int) -> (certain: [Obstacle], isOpen: Bool) {
        guard let balancers = model.interfaces.ofOwner[census.place(kind, number)], let first = balancers.first else {
            return ([], false)
        }
        let (targets, isOpen) = kind == .classicLoadBalancer ? instances(of: number) : targets(of: number)
        let set = model.interfaces.groupSets[model.interfaces.all[first].groupSet]
        let subnets = balancers.compactMap { model.interfaces.all[$0].subnet.number }
        let isKnown = subnets.count == balancers.count && !subnets.contains { model.subnets.all[$0].hasUnstatedRange }
        let sender = Sender(
            groups: set, subnets: Set(subnets),
            addresses: Range(
                isKnown ? AddressSet.union(of: subnets.map { model.subnets.all[$0].addresses }) : Range.any,
                isKnown: isKnown))
        var result: [Obstacle] = []
        var leavesOpen = isOpen
        for target in targets {
            switch obstacle(target, sender) {
            case .some(.some(let obstacle)): result.append(obstacle)
            case .some(.none): break
            case .none: leavesOpen = true
            }
        }
        return (result, leavesOpen)
    }

    // MARK: Obstacles

    /// What stands between a load balancer and a target: an obstacle, none, or (nil) what is not known.
    private func obstacle(_ target: Target, _ sender: Sender) -> Obstacle?? {
        var isOpen = false
        guard !target.interfaces.isEmpty else { return nil }
        var found: Obstacle?
        for index in target.interfaces {
            let interface = model.interfaces.all[index]
            let set = model.interfaces.groupSets[interface.groupSet]
            let stated = PathFinder(model).addresses(of: interface)
            let own = Range(stated ?? Range.any, isKnown: stated != nil)
            let steps: [(Certainty, () -> Clue)] = [
                (
                    admits(sender.groups, isIngress: false, target.service, own, peers: set),
                    { groupClue(sender.groups, "lets no \(target.service) out to \(target.name)") }
                ),
                (
                    leavesList(sender, interface, own, target.service),
                    {
                        listClue(
                            sender.subnets.sorted().compactMap { model.subnets.all[$0].accessList.number }.first,
                            "lets no \(target.service) out to \(target.name), or no replies in")
                    }
                ),
                (
                    passesList(interface, sender, target.service),
                    {
                        listClue(
                            interface.subnet.number.flatMap { model.subnets.all[$0].accessList.number },
                            "lets no \(target.service) through from the load balancer")
                    }
                ),
                (
                    admits(set, isIngress: true, target.service, sender.addresses, peers: sender.groups),
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
            "security_groups.\(census.id(.securityGroup, group))", text, model.span(census.place(.securityGroup, group))
        )
    }

    private func listClue(_ list: Int?, _ text: String) -> Clue {
        guard let list else { return Clue("network_acls", text, nil) }
        return Clue(
            "network_acls.\(census.id(.networkACL, list))", text, model.span(census.place(.networkACL, list)))
    }

    /// Whether the ACL of a target's subnet lets the traffic in and the replies out.
    private func passesList(_ interface: Interface, _ sender: Sender, _ service: ServiceSet) -> Certainty {
        guard let number = interface.subnet.number else { return .maybe }
        if sender.subnets.contains(number) { return .yes }
        let list = model.way.accessList(of: model.subnets.all[number])
        let passed = list.inbound.intersection(list.answered)
        let certain = sender.addresses.isMet(by: passed.certain.addresses(reaching: service))
        return max(certain, min(.maybe, sender.addresses.isMet(by: passed.possible.addresses(reaching: service))))
    }

    /// Whether the ACL of one of the load balancer's subnets lets the traffic out and the replies in.
    private func leavesList(_ sender: Sender, _ interface: Interface, _ own: Range, _ service: ServiceSet) -> Certainty
    {
        if let number = interface.subnet.number, sender.subnets.contains(number) { return .yes }
        var result: Certainty = sender.addresses.isKnown ? .no : .maybe
        for number in sender.subnets {
            let list = model.way.accessList(of: model.subnets.all[number])
            let passed = list.outbound.intersection(list.outboundAnswered)
            result = max(
                result, own.isMet(by: passed.certain.addresses(reaching: service)),
                min(.maybe, own.isMet(by: passed.possible.addresses(reaching: service))))
        }
        return result
    }

    /// Whether groups admit a service from or to addresses, or from or to members of the peer's groups.
    private func admits(
        _ set: GroupSet, isIngress: Bool, _ service: ServiceSet, _ addresses: Range, peers: GroupSet
    ) -> Certainty {
        if set.admitsEverything { return .yes }
        let layoutName = isIngress ? "ingress" : "egress"
        guard
            let layout = census.inventory.catalog.shape(named: "security_group.\(layoutName)").flatMap(
                TrafficLayout.init)
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
                let isMet = peerNames.isDisjoint(with: names) ? addresses.isMet(by: traffic.addresses) : .yes
                if isMet == .yes, isCertain { return .yes }
                if isMet != .no {
                    result = .maybe
                } else if traffic.unresolvedMayBePublic || !names.isEmpty && !peers.isComplete {
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
