internal import Diagnostics
internal import Inventory
internal import Networks

// Network ACLs on a path: whether the traffic and its replies pass, and the entry that decides.

extension PathFinder {
    /// Past the ACL of the target's subnet; false where it stops everything.
    func passLists(_ interface: Interface, _ walk: inout Walk) -> Bool {
        guard let number = interface.subnet.number else { return true }
        let subnet = model.subnets.all[number]
        let near = model.way.near(subnet)
        // Neighbours do not pass the ACL.
        if !walk.traffic.possible.isEmpty, near.certain.contains(walk.traffic.possible) { return true }
        let list = model.way.accessList(of: subnet)
        let id = subnet.accessList.number.map { census.id(.networkACL, $0) } ?? "network ACL"
        if walk.isAlone {
            let isNear = Witness(walk.traffic).map { subnet.addresses.contains($0.address) } ?? false
            walk.keep(isNear ? near.certain : TrafficSet.all.subtracting(near.certain))
            if isNear { return true }
        }
        for (kind, filter) in [(Path.Kind.networkACL, list.inbound), (.reply, list.answered)] {
            let verdict = walk.pass(filter.union(near))
            // Where only neighbours come through, the list has decided about nothing that goes on.
            guard let witness = Witness(verdict == .stops ? walk.before : walk.traffic, outside: near.certain) else {
                continue
            }
            var step = Path.Step(kind, id: id, verdict, detail: "", subnet: census.id(.subnet, number))
            if let list = subnet.accessList.number {
                let decided = decide(&step, list, witness, isReply: kind == .reply)
                if kind == .networkACL { walk.keep(decided) }
            } else {
                step.detail = "is not known"
            }
            // Replies are only told where they do not get through.
            let isKnown = subnet.accessList.number != nil
            if kind == .networkACL || verdict != .passes && isKnown { walk.path.steps.append(step) }
            if verdict == .stops { return false }
        }
        return true
    }

    /// Names the entry of the ACL that decides about the packet, or about its replies; the traffic it decides about.
    private func decide(_ step: inout Path.Step, _ list: Int, _ witness: Witness, isReply: Bool) -> TrafficSet {
        let packet = isReply ? reply(to: witness, list) : witness.traffic
        guard let decision = decision(of: list, isIngress: !isReply, about: packet, perhaps: step.verdict == .undecided)
        else {
            step.detail = isReply ? "no entry lets the replies out" : "no entry lets it in"
            step.span = model.span(census.place(.networkACL, list))
            return .all
        }
        step.detail = decision.text
        if isReply, step.verdict == .stops { step.detail += " drops the replies" }
        (step.entry, step.span) = (decision.path, decision.span)
        return decision.traffic
    }

    /// An entry of an ACL that decides about a packet.
    struct ListDecision {
        /// `#100 allow tcp/443 from 0.0.0.0/0`
        var text: String
        var path: String
        var span: SourceSpan?
        /// What it speaks of and no earlier entry does.
        var traffic: TrafficSet
    }

    /// The first entry that speaks of the packet; `perhaps`: or may do so, as far as it is stated.
    func decision(of list: Int, isIngress: Bool, about packet: TrafficSet, perhaps: Bool) -> ListDecision? {
        let view = census.view(.networkACL, list)
        let name = isIngress ? "ingress" : "egress"
        let slot = census.slots(.networkACL)[name]
        let entries = model.acls.entries(view, slot, isIngress: isIngress, model.peers)
        let order = entries.indices.sorted { (entries[$0].number, $0) < (entries[$1].number, $1) }
        guard let index = order.first(where: { Self.speaks(entries[$0].entry, of: packet, perhaps: perhaps) }) else {
            return nil
        }
        let entry = entries[index]
        let earlier = order.prefix { $0 != index }.map { TrafficSet(entries[$0].entry) }
        return ListDecision(
            text:
                "#\(entry.number) \(entry.allows ? "allow" : "deny") \(Self.text(entry.entry, isIngress ? "from" : "to"))",
            path: "network_acls.\(census.id(.networkACL, list)).\(name)[\(index)]",
            span: model.span(view, slot, index), traffic: TrafficSet(entry.entry).subtracting(.union(of: earlier)))
    }

    /// Whether an entry speaks of some of the traffic; `perhaps`: or may do so, as far as it is stated.
    static func speaks(_ entry: TrafficEntry, of traffic: TrafficSet, perhaps: Bool) -> Bool {
        guard entry.hasUnresolvedPeers || entry.addresses.overlaps(traffic.addresses) else { return false }
        let own = AdmittedTraffic(unionOf: CollectionOfOne(entry))
        return (perhaps ? own.possible : own.certain).overlaps(traffic)
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
}
