internal import Inventory
internal import Networks

/// The way from outside to an interface: routes, public addresses and network ACLs.
struct Way: Sendable {
    /// Addresses, as far as certain and as far as possible.
    typealias Addresses = (certain: AddressSet, possible: AddressSet)

    let subnets: Subnets
    let routes: RouteTables
    let acls: AccessLists

    /// The remote addresses that are routed to and from an interface, and back.
    func routed(to interface: Interface) -> Addresses {
        guard let number = interface.subnet.number else { return spoken(by: interface, (AddressSet(), .all)) }
        let subnet = subnets.all[number]
        var result: Addresses = (AddressSet(), .all)
        let view = subnet.routeTable.number.map { routes.views[$0] }
        if let view {
            let internet = throughInternet(interface, subnet, view)
            result = (view.inside.union(internet.certain), view.mayInside.union(internet.possible))
        }
        // Every route table has the local route of its VPC, listed or not.
        let ranges = subnet.vpc.number.map { subnets.rangesOfVPC[$0] } ?? []
        let local = AddressSet.union(of: ranges.map { view?.local($0) ?? AddressSet($0) } + [subnet.addresses])
        // A table that is not known, or not all of it, may lead other subnets of the VPC through something in between.
        result.certain = result.certain.union(view?.isLocalCertain == true ? local : subnet.addresses)
        result.possible = result.possible.union(local)
        let isVPCUnstated = subnet.vpc.number.map { subnets.vpcsWithoutRange.contains($0) } ?? subnet.vpc.isOpen
        if isVPCUnstated, view?.listsLocalRoute != true || subnet.hasUnstatedRange {
            result.possible = result.possible.union(Self.unstatedRange)
        }
        return spoken(by: interface, result)
    }

    /// Public addresses that come in by private ways: from the VPC, a peered one, one's own premises.
    func publicAddressesInside(_ interface: Interface) -> AddressSet {
        guard let number = interface.subnet.number else { return AddressSet() }
        let subnet = subnets.all[number]
        let ranges = subnet.vpc.number.map { subnets.rangesOfVPC[$0] } ?? []
        let local = AddressSet(cidrs: ranges).union(subnet.addresses)
        let inside = subnet.routeTable.number.map { routes.views[$0].inside } ?? AddressSet()
        return local.union(inside).intersection(.internet)
    }

    /// What a VPC or subnet may have that does not state its range: private addresses.
    static let unstatedRange = AddressSet.notInternet.only(.ipv4)

    /// Only the families that the interface has an address of.
    private func spoken(by interface: Interface, _ addresses: Addresses) -> Addresses {
        var result: Addresses = (AddressSet(), AddressSet())
        for (family, has) in [(AddressFamily.ipv4, interface.hasIPv4), (.ipv6, interface.hasIPv6)] where has != .no {
            result.possible = result.possible.union(addresses.possible.only(family))
            if has == .yes { result.certain = result.certain.union(addresses.certain.only(family)) }
        }
        return result
    }

    private func throughInternet(_ interface: Interface, _ subnet: Subnet, _ view: RouteView) -> Addresses {
        guard subnet.blocksInternet != .yes, !interface.refusesInternet else { return (AddressSet(), AddressSet()) }
        var result: Addresses = (AddressSet(), AddressSet())
        for (family, hasAddress) in [(AddressFamily.ipv4, interface.publicIPv4), (.ipv6, interface.publicIPv6)]
        where hasAddress != .no {
            result.possible = result.possible.union(view.mayInternet.only(family))
            if hasAddress == .yes, subnet.blocksInternet == .no {
                result.certain = result.certain.union(view.internet.only(family))
            }
        }
        return result
    }

    func accessList(of subnet: Subnet) -> AccessList {
        subnet.accessList.number.map { acls.lists[$0] } ?? .unknown
    }

    /// Traffic between neighbours in a subnet, which passes neither route table nor ACL
    /// (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html).
    func near(_ subnet: Subnet) -> AdmittedTraffic {
        let certain = TrafficSet(addresses: subnet.addresses, services: .all)
        guard subnet.hasUnstatedRange else { return AdmittedTraffic(certain) }
        let possible = subnet.addresses.union(Self.unstatedRange)
        return AdmittedTraffic(certain: certain, possible: TrafficSet(addresses: possible, services: .all))
    }

    /// What arrives at an interface's groups.
    func open(to interface: Interface) -> AdmittedTraffic {
        let (certain, possible) = routed(to: interface)
        let routed = AdmittedTraffic(
            certain: TrafficSet(addresses: certain, services: .all),
            possible: certain == possible
                ? TrafficSet(addresses: certain, services: .all) : TrafficSet(addresses: possible, services: .all))
        guard let number = interface.subnet.number else { return routed }
        let subnet = subnets.all[number]
        let list = accessList(of: subnet)
        return routed.intersection(list.inbound.intersection(list.answered).union(near(subnet)))
    }
}
