internal import Catalog
internal import Inventory
internal import Networks

/// Every place of an inventory where traffic arrives, and who is behind it.
struct Interfaces: Sendable {
    private(set) var all: [Interface] = []
    private(set) var groupSets: [GroupSet] = []
    /// Per group: the interfaces that carry it, in input order.
    private(set) var ofGroup: [[Int32]] = []
    /// Per subnet: the interfaces in it.
    private(set) var ofSubnet: [[Int32]] = []
    private(set) var ofOwner: [ReferenceTable.Place: [Int]] = [:]
    /// Per instance: its interfaces.
    private(set) var ofInstance: [[Int32]] = []
    /// Instances with interfaces that the inventory does not hold.
    private(set) var incompleteInstances: Set<Int> = []
    /// VPCs with interfaces or instances that do not say which groups they carry; nil where the VPC is not known either.
    private var vpcsWithoutGroups: Set<Int?> = []
    /// Whether there are interfaces or instances whose subnet is not known.
    private(set) var hasUnknownSubnet = false

    init(_ census: Census, _ subnets: Subnets) {
        var collector = InterfaceCollector(census, subnets)
        collector.addNetworkInterfaces()
        collector.addInstances()
        collector.addLoadBalancers()
        collector.addClassicLoadBalancers()
        collector.addDatabases(.database)
        collector.addDatabases(.redshiftCluster)
        (all, groupSets, ofOwner) = (collector.all, collector.groupSets, collector.ofOwner)
        (ofInstance, incompleteInstances) = (collector.ofInstance, collector.incompleteInstances)
        ofGroup = Array(repeating: [], count: census.count(.securityGroup))
        ofSubnet = Array(repeating: [], count: census.count(.subnet))
        for (index, interface) in all.enumerated() {
            let set = groupSets[interface.groupSet]
            for group in set.groups { ofGroup[group].append(Int32(index)) }
            if let subnet = interface.subnet.number { ofSubnet[subnet].append(Int32(index)) }
            // Those of services are among the interfaces, where these are stated.
            guard [.networkInterface, .instance].contains(census.kind(interface.owner)) else { continue }
            if set.isUnstated {
                vpcsWithoutGroups.insert(interface.subnet.number.flatMap { subnets.all[$0].vpc.number })
            }
            if interface.subnet.number == nil { hasUnknownSubnet = true }
        }
    }

    /// Whether an interface may carry a group of the VPC without saying so.
    func mayCarryUnnamed(groupOf vpc: Link) -> Bool {
        guard let vpc = vpc.number, !vpcsWithoutGroups.contains(nil) else { return !vpcsWithoutGroups.isEmpty }
        return vpcsWithoutGroups.contains(vpc)
    }
}
