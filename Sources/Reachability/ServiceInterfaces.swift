internal import Catalog
internal import Inventory
internal import Networks

/// The interfaces that services make for themselves: of load balancers and databases, one in each of their subnets.
extension InterfaceCollector {
    /// What the services of one resource have in common.
    private struct Shared {
        var place: ReferenceTable.Place
        var groupSet: Int
        /// Whether it has public addresses, by family.
        var publicIPv4: Certainty
        var publicIPv6: Certainty
        var hasIPv6: Certainty
        var listening: Listening
    }

    mutating func addLoadBalancers() {
        guard census.count(.loadBalancer) > 0 else { return }
        let slots = census.slots(.loadBalancer)
        for number in 0..<census.count(.loadBalancer) {
            let view = census.view(.loadBalancer, number)
            // application, network, gateway: a gateway load balancer is reached through its endpoints alone.
            let type = view.word(slots["type"])
            if type.isSet, type.bits == 2 { continue }
            let set = groupSet(view, slots["security_groups"], admitsEverythingIfNone: type.isSet && type.bits == 1)
            // ipv4, dualstack, dualstack_without_public_ipv4
            let stack = view.word(slots["ip_address_type"])
            let isPublic = scheme(view.word(slots["scheme"]))
            // Whether IPv6 comes in through internet gateways is an attribute of its own, which is set for internal ones
            // unless somebody changes it
            // (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html).
            let denies = view.word(slots["deny_all_internet_gateway_traffic"])
            let hasIPv6 = stack.isSet ? Certainty(stack.bits > 0) : .maybe
            let opensIPv6 = denies.isSet ? Certainty(denies.bits == 0) : isPublic
            addPerSubnet(
                view, slots,
                Shared(
                    place: census.place(.loadBalancer, number), groupSet: set,
                    publicIPv4: stack.isSet && stack.bits == 2 ? .no : isPublic, publicIPv6: opensIPv6,
                    hasIPv6: hasIPv6, listening: listeners(of: view, slots)))
        }
    }

    mutating func addClassicLoadBalancers() {
        guard census.count(.classicLoadBalancer) > 0 else { return }
        let slots = census.slots(.classicLoadBalancer)
        for number in 0..<census.count(.classicLoadBalancer) {
            let view = census.view(.classicLoadBalancer, number)
            addPerSubnet(
                view, slots,
                Shared(
                    place: census.place(.classicLoadBalancer, number),
                    groupSet: groupSet(view, slots["security_groups"]),
                    publicIPv4: scheme(view.word(slots["scheme"])), publicIPv6: .no, hasIPv6: .no,
                    listening: listeners(of: view, slots)))
        }
    }

    mutating func addDatabases(_ kind: NetworkKind) {
        guard census.count(kind) > 0 else { return }
        let slots = census.slots(kind)
        for number in 0..<census.count(kind) {
            let view = census.view(kind, number)
            let accessible = view.word(slots["publicly_accessible"])
            let port = view.word(slots["port"])
            let listening: Listening =
                if port.isSet, let number = UInt16(exactly: port.int) {
                    Listening(ServiceSet(.tcp, ports: [PortRange(number)]))
                } else if port.isNull {
                    Listening(ServiceSet())
                } else {
                    Listening(certain: ServiceSet(), possible: ServiceSet(.tcp))
                }
            // `dual` and `dualstack` are the second values.
            let stack = view.word(slots[kind == .database ? "network_type" : "ip_address_type"])
            addPerSubnet(
                view, slots,
                Shared(
                    place: census.place(kind, number), groupSet: groupSet(view, slots["security_groups"]),
                    publicIPv4: accessible.isAbsent ? .maybe : Certainty(accessible.isSet && accessible.bits != 0),
                    publicIPv6: .no, hasIPv6: stack.isSet ? Certainty(stack.bits == 1) : .maybe, listening: listening))
        }
    }

    /// `internet_facing` is the first value of both enumerations.
    private func scheme(_ word: Word) -> Certainty { word.isSet ? Certainty(word.bits == 0) : .maybe }

    /// What the listeners of a load balancer listen to. An application load balancer speaks TCP, a network load balancer
    /// also UDP (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html).
    private func listeners(of view: ResourceView, _ slots: FieldSlots) -> Listening {
        let any = ServiceSet(.tcp).union(ServiceSet(.udp))
        guard !view.word(slots["listeners"]).isAbsent else { return Listening(certain: ServiceSet(), possible: any) }
        let catalog = census.inventory.catalog
        let type = catalog.types[Int(view.record.type)]
        let shape = catalog.shape(named: "\(type.name).listeners")
        let names = shape?.field("protocol").map { catalog.enumerations[$0.type.detail].names } ?? []
        var result = Listening(ServiceSet())
        for listener in view.entries(slots["listeners"]) {
            let port = listener.own(slots.entry("listeners", "port"))
            let word = listener.own(slots.entry("listeners", "protocol"))
            let number = port.isSet ? UInt16(exactly: port.int) : nil
            let name = word.isSet && Int(word.bits) < names.count ? names[Int(word.bits)] : ""
            var services = ServiceSet()
            if !["udp", "quic", "geneve"].contains(name) {
                services = services.union(ServiceSet(.tcp, ports: number.map { [PortRange($0)] }))
            }
            if ["udp", "tcp_udp", "quic", "tcp_quic", ""].contains(name) {
                services = services.union(ServiceSet(.udp, ports: number.map { [PortRange($0)] }))
            }
            result.possible = result.possible.union(services)
            if number != nil, name != "" { result.certain = result.certain.union(services) }
        }
        return result
    }

    private mutating func addPerSubnet(_ view: ResourceView, _ slots: FieldSlots, _ shared: Shared) {
        let stated = view.list(slots["subnets"]).map { census.link($0, to: .subnet, in: view.segment) }
        for subnet in stated.isEmpty ? [.unstated] : stated {
            let hasIPv6 = lacks(.ipv6, subnet) ? .no : shared.hasIPv6
            add(
                Interface(
                    owner: shared.place, subnet: subnet, groupSet: shared.groupSet, publicIPv4: shared.publicIPv4,
                    publicIPv6: min(shared.publicIPv6, hasIPv6), hasIPv4: Certainty(!lacks(.ipv4, subnet)),
                    hasIPv6: hasIPv6, listening: shared.listening))
        }
    }
}

extension Listening {
    /// Services that are known.
    init(_ services: ServiceSet) { self.init(certain: services, possible: services) }
}
