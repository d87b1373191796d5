internal import Catalog
internal import Inventory
internal import Networks

/// Every place of an inventory where traffic arrives, and who is behind it.
struct Interfaces: Sendable {
    private(set) var all: [Interface] = []
    private(set) var groupSets: [GroupSet] = []
    /// Per group: the interfaces that carry it, in input order.
    private(set) var ofGroup = Incidence(count: 0) { _ in }
    /// Per subnet: the interfaces in it.
    private(set) var ofSubnet = Incidence(count: 0) { _ in }
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
        for interface in all {
            // Those of services are among the interfaces, where these are stated.
            guard [.networkInterface, .instance].contains(census.kind(interface.owner)) else { continue }
            if groupSets[interface.groupSet].isUnstated {
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
