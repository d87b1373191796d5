internal import Inventory
internal import Networks

/// Who uses groups and VPCs.
struct Attachments {
    private let model: NetworkModel
    private let census: Census
    /// Groups that something refers to which has no interface of its own in the inventory.
    private var named: Set<Int> = []
    /// VPCs that something other than their own parts refers to.
    private var usedVPCs: Set<Int> = []

    /// What carries groups, beside interfaces: a function or template has no interface while it is idle.
    static let kinds: [NetworkKind] = [
        .networkInterface, .instance, .loadBalancer, .classicLoadBalancer, .database, .redshiftCluster, .function,
        .endpoint, .launchTemplate,
    ]

    init(_ model: NetworkModel) {
        self.model = model
        census = model.census
        for kind in [NetworkKind.function, .endpoint, .launchTemplate, .loadBalancer, .redshiftCluster, .database]
        where census.count(kind) > 0 {
            let slots = census.slots(kind)
            for number in 0..<census.count(kind) {
                let view = census.view(kind, number)
                var words = view.list(slots["security_groups"])
                if kind == .launchTemplate {
                    let list = slots.entry("network_interfaces", "security_groups")
                    for entry in view.entries(slots["network_interfaces"]) where entry.own(list).isSet {
                        let groups = entry.own(list)
                        words += (0..<groups.listCount).map { view.segment.words[groups.listFirst + $0] }
                    }
                }
                for word in words {
                    if let group = census.link(word, to: .securityGroup, in: view.segment).number {
                        named.insert(group)
                    }
                }
                if let vpc = census.link(view.word(slots["vpc"]), to: .vpc, in: view.segment).number {
                    usedVPCs.insert(vpc)
                }
            }
        }
        for kind in [NetworkKind.networkInterface, .instance] where census.count(kind) > 0 {
            let slots = census.slots(kind)
            for number in 0..<census.count(kind) {
                let view = census.view(kind, number)
                if let vpc = census.link(view.word(slots["vpc"]), to: .vpc, in: view.segment).number {
                    usedVPCs.insert(vpc)
                }
            }
        }
        for interface in model.interfaces.all {
            if let subnet = interface.subnet.number, let vpc = model.subnets.all[subnet].vpc.number {
                usedVPCs.insert(vpc)
            }
        }
    }

    /// Whether anything carries the group. That nothing does is certain where the interfaces are stated.
    func isAttached(_ group: Int) -> Certainty {
        if !model.interfaces.ofGroup[group].isEmpty || named.contains(group) { return .yes }
        return model.knowsBearers(of: group) ? .no : .maybe
    }

    /// The collections of things that carry groups which the inventory does not state where the group is.
    static func notLookedAt(_ group: Int, _ census: Census) -> [String] {
        let view = census.view(.securityGroup, group)
        return kinds.filter { !census.isStated($0, around: view) }.map(census.collection)
    }

    /// Whether anything is in the VPC.
    func isUsed(vpc: Int) -> Certainty {
        if usedVPCs.contains(vpc) { return .yes }
        if model.interfaces.hasUnknownSubnet { return .maybe }
        return census.isStated(.networkInterface, around: census.view(.vpc, vpc)) ? .no : .maybe
    }

    /// How many entries the groups of an instance have together; absent where one is not known.
    func entryCount(of instance: Int, _ view: ResourceView, _ slots: FieldSlots) -> Word {
        if model.interfaces.incompleteInstances.contains(instance) { return .absent }
        let interfaces = model.interfaces.ofInstance[instance]
        let sets = Set(interfaces.map { model.interfaces.all[Int($0)].groupSet }).map { model.interfaces.groupSets[$0] }
        guard sets.allSatisfy(\.isComplete) else { return .absent }
        let groupSlots = census.slots(.securityGroup)
        var count = 0
        for group in Set(sets.flatMap(\.groups)) {
            let view = census.view(.securityGroup, group)
            for list in ["ingress", "egress"] {
                let word = view.word(groupSlots[list])
                if word.isAbsent { return .absent }
                if word.isSet { count += word.listCount }
            }
        }
        return Word(Int64(count))
    }
}
