internal import Catalog
internal import Inventory
internal import Networks

/// Every place of an inventory where traffic arrives, and who is behind it.
struct Interfaces: Sendable {
    fileprivate(set) var all: [Interface] = []
    fileprivate(set) var groupSets: [GroupSet] = []
    /// Per group: the interfaces that carry it, in input order.
    private(set) var ofGroup = Incidence(count: 0) { _ in }
    /// Per subnet: the interfaces in it.
    private(set) var ofSubnet = Incidence(count: 0) { _ in }
    fileprivate(set) var ofOwner: [ReferenceTable.Place: [Int]] = [:]
    /// Per instance: its interfaces.
    fileprivate(set) var ofInstance: [[Int32]] = []
    /// Instances with interfaces that the inventory does not hold.
    fileprivate(set) var incompleteInstances: Set<Int> = []

    init(_ census: Census, _ subnets: Subnets) {
        var collector = InterfaceCollector(census, subnets)
        collector.addNetworkInterfaces()
        collector.addInstances()
        collector.addLoadBalancers()
        collector.addClassicLoadBalancers()
        collector.addDatabases(.database)
        collector.addDatabases(.redshiftCluster)
        self = collector.interfaces
        let (all, groupSets) = (all, groupSets)
        ofGroup = Incidence(count: census.count(.securityGroup)) { add in
            for (index, interface) in all.enumerated() {
                for group in groupSets[interface.groupSet].groups { add(group, Int32(index)) }
            }
        }
        ofSubnet = Incidence(count: census.count(.subnet)) { add in
            for (index, interface) in all.enumerated() {
                if let subnet = interface.subnet.number { add(subnet, Int32(index)) }
            }
        }
    }

    fileprivate init(instances: Int) { ofInstance = Array(repeating: [], count: instances) }
}

/// Finds the interfaces of an inventory, kind by kind.
private struct InterfaceCollector {
    let census: Census
    let subnets: Subnets
    var interfaces: Interfaces
    private var setIndex: [GroupSet: Int] = [:]
    /// Interfaces and instances that have an Elastic IP.
    private var elastic: Set<ReferenceTable.Place> = []
    private let firstState: [Int: Bool]

    init(_ census: Census, _ subnets: Subnets) {
        (self.census, self.subnets) = (census, subnets)
        interfaces = Interfaces(instances: census.count(.instance))
        // Neither a stopped nor a terminated instance answers; `running` and `pending` are the first two values.
        var running: [Int: Bool] = [:]
        for number in 0..<census.count(.instance) {
            let state = census.view(.instance, number).word(census.slots(.instance)["state"])
            if state.isSet { running[number] = state.bits < 2 }
        }
        firstState = running
        for number in 0..<census.count(.elasticIP) {
            let view = census.view(.elasticIP, number)
            let slots = census.slots(.elasticIP)
            for (field, kind) in [("network_interface", NetworkKind.networkInterface), ("instance", .instance)] {
                if let target = census.link(view.word(slots[field]), to: kind, in: view.segment).number {
                    elastic.insert(census.place(kind, target))
                }
            }
        }
    }

    // MARK: Parts

    private mutating func groupSet(_ view: ResourceView, _ slot: Int, admitsEverythingIfNone: Bool = false) -> Int {
        let word = view.word(slot)
        var set = GroupSet(groups: [], isComplete: !word.isAbsent)
        for element in view.list(slot) {
            let link = census.link(element, to: .securityGroup, in: view.segment)
            if let group = link.number { set.groups.append(group) } else { set.isComplete = false }
        }
        set.groups = Set(set.groups).sorted()
        if admitsEverythingIfNone, set.groups.isEmpty, set.isComplete { set.admitsEverything = true }
        if let known = setIndex[set] { return known }
        interfaces.groupSets.append(set)
        setIndex[set] = interfaces.groupSets.count - 1
        return interfaces.groupSets.count - 1
    }

    private func ipv6(_ view: ResourceView, _ slot: Int, _ subnet: Link) -> Certainty {
        let word = view.word(slot)
        guard word.isSet else {
            if word.isNull { return .no }
            if let number = subnet.number, subnets.all[number].lacksIPv6 { return .no }
            return .maybe
        }
        // An address that is only for the VPC, as fd00::1, is none that the internet can name.
        return Certainty(
            view.list(slot).contains { word in
                AddressSet.internet.contains(view.segment.tables.cidrs[Int(word.bits)].base)
            })
    }

    private static func isPublic(_ words: [Word]) -> Certainty {
        if words.contains(where: { $0.isSet }) { return .yes }
        return words.contains { $0.isAbsent } ? .maybe : .no
    }

    private mutating func add(_ interface: Interface) {
        interfaces.all.append(interface)
        let index = interfaces.all.count - 1
        interfaces.ofOwner[interface.owner, default: []].append(index)
        if let instance = interface.instance { interfaces.ofInstance[instance].append(Int32(index)) }
    }

    // MARK: Kinds

    mutating func addNetworkInterfaces() {
        guard census.count(.networkInterface) > 0 else { return }
        let slots = census.slots(.networkInterface)
        let instanceSlots = census.slots(.instance)
        for number in 0..<census.count(.networkInterface) {
            let place = census.place(.networkInterface, number)
            let view = census.view(place)
            let subnet = census.link(view.word(slots["subnet"]), to: .subnet, in: view.segment)
            let instance = census.link(view.word(slots["attachment.instance"]), to: .instance, in: view.segment).number
            var ipv4 = publicIPv4(view, slots, place)
            if ipv4 == .maybe, let instance {
                // What the instance says of its first interface is said of its only one.
                let view = census.view(.instance, instance)
                let stated = view.word(instanceSlots["public_ip"])
                if !stated.isAbsent, view.list(instanceSlots["network_interfaces"]).count <= 1 {
                    ipv4 = Certainty(stated.isSet)
                }
            }
            let status = view.word(slots["status"])
            let denies = view.word(slots["deny_all_internet_gateway_traffic"])
            add(
                Interface(
                    owner: place, subnet: subnet, groupSet: groupSet(view, slots["security_groups"]), publicIPv4: ipv4,
                    publicIPv6: ipv6(view, slots["ipv6_addresses"], subnet),
                    refusesInternet: denies.isSet && denies.bits != 0, services: nil, instance: instance,
                    // 0 is `available`, which is: attached to nothing.
                    isDown: status.isSet && status.bits == 0 || instance.map { firstState[$0] == false } ?? false))
        }
    }

    private func publicIPv4(_ view: ResourceView, _ slots: FieldSlots, _ place: ReferenceTable.Place) -> Certainty {
        if elastic.contains(place) || view.word(slots["elastic_ip"]).isSet { return .yes }
        let all = view.word(slots["public_ips"])
        if all.isSet { return Certainty(all.listCount > 0 || view.word(slots["public_ip"]).isSet) }
        return Self.isPublic([view.word(slots["public_ip"])])
    }

    /// An instance whose interfaces the inventory does not hold is taken for its first one, which its own fields describe.
    mutating func addInstances() {
        guard census.count(.instance) > 0 else { return }
        let slots = census.slots(.instance)
        for number in 0..<census.count(.instance) {
            let view = census.view(.instance, number)
            let named = view.list(slots["network_interfaces"]).map {
                census.link($0, to: .networkInterface, in: view.segment)
            }
            for link in named {
                // The interface may not say what it is attached to.
                guard let interface = link.number else { continue }
                let index = interface
                guard interfaces.all[index].instance == nil else { continue }
                interfaces.all[index].instance = number
                interfaces.all[index].isDown = interfaces.all[index].isDown || firstState[number] == false
                interfaces.ofInstance[number].append(Int32(index))
            }
            if !interfaces.ofInstance[number].isEmpty {
                if named.contains(where: { $0.number == nil }) { interfaces.incompleteInstances.insert(number) }
                continue
            }
            if named.count > 1 { interfaces.incompleteInstances.insert(number) }
            let place = census.place(.instance, number)
            let subnet = census.link(view.word(slots["subnet"]), to: .subnet, in: view.segment)
            let ipv4 = elastic.contains(place) ? Certainty.yes : Self.isPublic([view.word(slots["public_ip"])])
            add(
                Interface(
                    owner: place, subnet: subnet, groupSet: groupSet(view, slots["security_groups"]),
                    publicIPv4: ipv4, publicIPv6: ipv6(view, slots["ipv6_addresses"], subnet), instance: number,
                    isDown: firstState[number] == false))
        }
    }

    mutating func addLoadBalancers() {
        guard census.count(.loadBalancer) > 0 else { return }
        let slots = census.slots(.loadBalancer)
        for number in 0..<census.count(.loadBalancer) {
            let view = census.view(.loadBalancer, number)
            // application, network, gateway: a gateway load balancer is reached through its endpoints alone.
            let type = view.word(slots["type"])
            if type.isSet, type.bits == 2 { continue }
            let stack = view.word(slots["ip_address_type"])
            let set = groupSet(
                view, slots["security_groups"], admitsEverythingIfNone: type.isSet && type.bits == 1)
            addPerSubnet(
                census.place(.loadBalancer, number), view, slots, set,
                isPublic: scheme(view.word(slots["scheme"])), hasIPv6: stack.isSet ? Certainty(stack.bits > 0) : .maybe,
                lacksIPv4: stack.isSet && stack.bits == 2, services: listeners(of: view, slots))
        }
    }

    mutating func addClassicLoadBalancers() {
        guard census.count(.classicLoadBalancer) > 0 else { return }
        let slots = census.slots(.classicLoadBalancer)
        for number in 0..<census.count(.classicLoadBalancer) {
            let view = census.view(.classicLoadBalancer, number)
            addPerSubnet(
                census.place(.classicLoadBalancer, number), view, slots, groupSet(view, slots["security_groups"]),
                isPublic: scheme(view.word(slots["scheme"])), hasIPv6: .no, lacksIPv4: false,
                services: listeners(of: view, slots))
        }
    }

    mutating func addDatabases(_ kind: NetworkKind) {
        guard census.count(kind) > 0 else { return }
        let slots = census.slots(kind)
        for number in 0..<census.count(kind) {
            let view = census.view(kind, number)
            let accessible = view.word(slots["publicly_accessible"])
            let port = view.word(slots["port"])
            let services: ServiceSet? =
                port.isSet ? UInt16(exactly: port.int).map { ServiceSet(.tcp, ports: [PortRange($0)]) } : nil
            addPerSubnet(
                census.place(kind, number), view, slots, groupSet(view, slots["security_groups"]),
                isPublic: accessible.isAbsent ? .maybe : Certainty(accessible.isSet && accessible.bits != 0),
                hasIPv6: .no, lacksIPv4: false, services: services)
        }
    }

    /// `internet_facing` is the first value of both enumerations.
    private func scheme(_ word: Word) -> Certainty { word.isSet ? Certainty(word.bits == 0) : .maybe }

    /// What the listeners of a load balancer listen to; nil when they are not stated.
    private func listeners(of view: ResourceView, _ slots: FieldSlots) -> ServiceSet? {
        guard !view.word(slots["listeners"]).isAbsent else { return nil }
        let catalog = census.inventory.catalog
        let type = catalog.types[Int(view.record.type)]
        let shape = catalog.shape(named: "\(type.name).listeners")
        let names = shape?.field("protocol").map { catalog.enumerations[$0.type.detail].names } ?? []
        var services = ServiceSet()
        for listener in view.entries(slots["listeners"]) {
            let port = listener.own(slots.entry("listeners", "port"))
            let word = listener.own(slots.entry("listeners", "protocol"))
            let ports = port.isSet ? UInt16(exactly: port.int).map { [PortRange($0)] } : nil
            let name = word.isSet && Int(word.bits) < names.count ? names[Int(word.bits)] : ""
            if !["udp", "quic"].contains(name) { services = services.union(ServiceSet(.tcp, ports: ports)) }
            if ["udp", "tcp_udp", "quic", "tcp_quic", ""].contains(name) {
                services = services.union(ServiceSet(.udp, ports: ports))
            }
        }
        return services
    }

    private mutating func addPerSubnet(
        _ place: ReferenceTable.Place, _ view: ResourceView, _ slots: FieldSlots, _ set: Int, isPublic: Certainty,
        hasIPv6: Certainty, lacksIPv4: Bool, services: ServiceSet?
    ) {
        let stated = view.list(slots["subnets"]).map { census.link($0, to: .subnet, in: view.segment) }
        for subnet in stated.isEmpty ? [.unstated] : stated {
            var ipv6 = hasIPv6.rawValue < isPublic.rawValue ? hasIPv6 : isPublic
            if let number = subnet.number, subnets.all[number].lacksIPv6 { ipv6 = .no }
            add(
                Interface(
                    owner: place, subnet: subnet, groupSet: set, publicIPv4: lacksIPv4 ? .no : isPublic,
                    publicIPv6: ipv6, services: services))
        }
    }
}
