internal import Catalog
internal import Inventory
internal import Networks

/// Finds the interfaces of an inventory, kind by kind.
struct InterfaceCollector {
    let census: Census
    let subnets: Subnets
    private(set) var all: [Interface] = []
    private(set) var groupSets: [GroupSet] = []
    private(set) var ofOwner: [ReferenceTable.Place: [Int]] = [:]
    private(set) var ofInstance: [[Int32]] = []
    private(set) var incompleteInstances: Set<Int> = []
    private var setIndex: [GroupSet: Int] = [:]
    /// Interfaces and instances that have an Elastic IP.
    private var elastic: Set<ReferenceTable.Place> = []
    private let isRunning: [Int: Bool]

    init(_ census: Census, _ subnets: Subnets) {
        (self.census, self.subnets) = (census, subnets)
        ofInstance = Array(repeating: [], count: census.count(.instance))
        // Neither a stopped nor a terminated instance answers; `running` and `pending` are the first two values.
        var running: [Int: Bool] = [:]
        for number in 0..<census.count(.instance) {
            let state = census.view(.instance, number).word(census.slots(.instance)["state"])
            if state.isSet { running[number] = state.bits < 2 }
        }
        isRunning = running
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

    mutating func groupSet(_ view: ResourceView, _ slot: Int, admitsEverythingIfNone: Bool = false) -> Int {
        let word = view.word(slot)
        var set = GroupSet(groups: [], isComplete: !word.isAbsent, isUnstated: word.isAbsent)
        for element in view.list(slot) {
            let link = census.link(element, to: .securityGroup, in: view.segment)
            if let group = link.number { set.groups.append(group) } else { set.isComplete = false }
        }
        set.groups = Set(set.groups).sorted()
        if admitsEverythingIfNone, set.groups.isEmpty, set.isComplete { set.admitsEverything = true }
        if let known = setIndex[set] { return known }
        groupSets.append(set)
        setIndex[set] = groupSets.count - 1
        return groupSets.count - 1
    }

    mutating func add(_ interface: Interface) {
        all.append(interface)
        let index = all.count - 1
        ofOwner[interface.owner, default: []].append(index)
        if let instance = interface.instance { ofInstance[instance].append(Int32(index)) }
    }

    func lacks(_ family: AddressFamily, _ subnet: Link) -> Bool {
        guard let number = subnet.number else { return false }
        return family == .ipv4 ? subnets.all[number].lacksIPv4 : subnets.all[number].lacksIPv6
    }

    /// Whether there is an IPv6 address, and whether it is one that the internet can name, as fd00::1 is not.
    private func ipv6(_ view: ResourceView, _ slot: Int, _ subnet: Link) -> (has: Certainty, isPublic: Certainty) {
        let word = view.word(slot)
        guard word.isSet else {
            return word.isNull || lacks(.ipv6, subnet) ? (.no, .no) : (.maybe, .maybe)
        }
        let isPublic = view.list(slot).contains { word in
            AddressSet.internet.contains(view.segment.tables.cidrs[Int(word.bits)].base)
        }
        return (Certainty(word.listCount > 0), Certainty(isPublic))
    }

    private static func isPublic(_ words: [Word]) -> Certainty {
        if words.contains(where: { $0.isSet }) { return .yes }
        return words.contains { $0.isAbsent } ? .maybe : .no
    }

    // MARK: Interfaces and instances

    mutating func addNetworkInterfaces() {
        guard census.count(.networkInterface) > 0 else { return }
        let slots = census.slots(.networkInterface)
        for number in 0..<census.count(.networkInterface) {
            let place = census.place(.networkInterface, number)
            let view = census.view(place)
            let subnet = census.link(view.word(slots["subnet"]), to: .subnet, in: view.segment)
            let instance = census.link(view.word(slots["attachment.instance"]), to: .instance, in: view.segment).number
            let (hasIPv6, publicIPv6) = ipv6(view, slots["ipv6_addresses"], subnet)
            let status = view.word(slots["status"])
            let denies = view.word(slots["deny_all_internet_gateway_traffic"])
            add(
                Interface(
                    owner: place, subnet: subnet, groupSet: groupSet(view, slots["security_groups"]),
                    publicIPv4: publicIPv4(view, slots, place), publicIPv6: publicIPv6,
                    refusesInternet: denies.isSet && denies.bits != 0,
                    hasIPv4: Certainty(!lacks(.ipv4, subnet)), hasIPv6: hasIPv6, instance: instance,
                    // 0 is `available`, which is: attached to nothing.
                    isDown: status.isSet && status.bits == 0 || instance.map { isRunning[$0] == false } ?? false))
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
                // The interface may not say what it is attached to; what it says counts.
                guard let index = link.number, all[index].instance == nil else { continue }
                all[index].instance = number
                all[index].isDown = all[index].isDown || isRunning[number] == false
                ofInstance[number].append(Int32(index))
            }
            if !ofInstance[number].isEmpty {
                if named.contains(where: { $0.number == nil }) { incompleteInstances.insert(number) }
                describeFirst(of: number, view.word(slots["public_ip"]))
                continue
            }
            if named.count > 1 { incompleteInstances.insert(number) }
            let place = census.place(.instance, number)
            let subnet = census.link(view.word(slots["subnet"]), to: .subnet, in: view.segment)
            let (hasIPv6, publicIPv6) = ipv6(view, slots["ipv6_addresses"], subnet)
            add(
                Interface(
                    owner: place, subnet: subnet, groupSet: groupSet(view, slots["security_groups"]),
                    publicIPv4: elastic.contains(place) ? .yes : Self.isPublic([view.word(slots["public_ip"])]),
                    publicIPv6: publicIPv6, hasIPv4: Certainty(!lacks(.ipv4, subnet)), hasIPv6: hasIPv6,
                    instance: number, isDown: isRunning[number] == false))
        }
    }

    /// What an instance says of its public address it says of its first interface: the only one, or device 0.
    private mutating func describeFirst(of instance: Int, _ publicIP: Word) {
        let slot = census.slots(.networkInterface)["attachment.device_index"]
        let indices = ofInstance[instance].map(Int.init)
        let first = indices.filter { index in
            let device = census.view(all[index].owner).word(slot)
            return device.isSet ? device.int == 0 : indices.count == 1 && !incompleteInstances.contains(instance)
        }
        guard first.count == 1, all[first[0]].publicIPv4 == .maybe else { return }
        if elastic.contains(census.place(.instance, instance)) {
            all[first[0]].publicIPv4 = .yes
        } else if !publicIP.isAbsent {
            all[first[0]].publicIPv4 = Certainty(publicIP.isSet)
        }
    }
}
