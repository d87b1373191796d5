internal import Catalog
internal import Inventory
internal import Networks

/// What load balancers send traffic to.
extension TargetReach {
    func targets(of number: Int) -> ([Target], isOpen: Bool) {
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
        // instance, ip, lambda, alb: functions are called, not sent packets.
        guard type.isSet, type.bits != 2 else { return ([], type.isAbsent) }
        guard view.word(slots["targets"]).isSet else { return ([], view.word(slots["targets"]).isAbsent) }
        guard type.bits == 0 || type.bits == 1 else { return ([], view.word(slots["targets"]).listCount > 0) }
        let common = view.word(slots["port"])
        let transport = Self.transport(view.word(slots["protocol"]), of: census.inventory.catalog)
        var targets: [Target] = []
        var isOpen = false
        for (index, entry) in view.entries(slots["targets"]).enumerated() {
            let own = entry.own(slots.entry("targets", "port"))
            let id = entry.own(slots.entry("targets", "id"))
            let port = own.isSet ? own : common
            guard id.isSet, port.isSet, let number = UInt16(exactly: port.int), let transport,
                let interfaces = type.bits == 0 ? interfaces(ofInstance: id, view) : interfaces(at: id, view)
            else {
                isOpen = true
                continue
            }
            let name = view.segment.text(id)
            targets.append(
                Target(
                    name: name, interfaces: interfaces, service: ServiceSet(transport, ports: [PortRange(number)]),
                    clue: Clue(
                        "target_groups.\(census.id(.targetGroup, group)).targets[\(index)]",
                        "sends to \(name) at \(transport)/\(number)", model.span(view, slots["targets"], index))))
        }
        return (targets, isOpen)
    }

    /// The transport protocol that targets get, nil where it is not known: health checks of UDP targets are no help to
    /// traffic that does not arrive.
    private static func transport(_ word: Word, of catalog: Catalog) -> IPProtocol? {
        if word.isNull { return nil }
        let field = catalog.type(named: "target_group").flatMap { catalog.shape(of: $0).field("protocol") }
        let names = field.map { catalog.enumerations[$0.type.detail].names } ?? []
        // Every target group but those of network load balancers is for TCP.
        guard word.isSet, Int(word.bits) < names.count else { return .tcp }
        return ["udp", "quic", "geneve"].contains(names[Int(word.bits)]) ? .udp : .tcp
    }

    private func interfaces(ofInstance id: Word, _ view: ResourceView) -> [Int]? {
        census.link(id, to: .instance, in: view.segment).number.map { model.interfaces.ofInstance[$0].map(Int.init) }
    }

    /// The interfaces with an address, in the VPC of the target group where that is known.
    private func interfaces(at id: Word, _ view: ResourceView) -> [Int]? {
        guard let address = IPAddress(view.segment.text(id)) else { return nil }
        let vpc = census.link(view.word(census.slots(.targetGroup)["vpc"]), to: .vpc, in: view.segment).number
        let found = model.addressIndex.interfaces(at: address).filter { index in
            let own = model.interfaces.all[index].subnet.number.flatMap { model.subnets.all[$0].vpc.number }
            return vpc == nil || own == nil || vpc == own
        }
        return found.isEmpty ? nil : found
    }

    func instances(of number: Int) -> ([Target], isOpen: Bool) {
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
}
