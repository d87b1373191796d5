internal import Catalog
package import Inventory
package import Networks

extension NetworkModel {
    /// Whether some of the traffic arrives at something that answers behind the resource: a group, an ACL, an instance, an
    /// interface, a load balancer, a database. Nil for resources that traffic does not pass.
    package func arrives(_ traffic: TrafficSet, at place: ReferenceTable.Place) -> Answer? {
        guard let kind = census.kind(place), Self.passable.contains(kind) else { return nil }
        // Where nobody looked for interfaces there are none to find.
        if interfaces.all.isEmpty, !census.statesInterfaces { return .unknown }
        let group = kind == .securityGroup ? census.number(place) : nil
        let indices = interfaces(of: place)
        // A database is in one of its subnets.
        if kind == .database || kind == .redshiftCluster, indices.count > 1 {
            let arriving = arriving(at: place)
            let asked = indices.reduce(traffic) { fromOutside($0, at: $1) }
            if arriving.certain.overlaps(asked) { return .yes }
            return arriving.possible.overlaps(asked) ? .unknown : .no
        }
        let admitted = group.map(admitted(byGroup:))
        let exposures = exposures
        var seen: Set<Int64> = []
        var mayArrive = kind == .instance && interfaces.incompleteInstances.contains(census.number(place))
        for index in indices where !interfaces.all[index].isDown {
            // Interfaces in one situation, with the same groups, are alike.
            guard seen.insert(Int64(exposures.arrivingOf[index])).inserted else { continue }
            let arriving = admitted.map { open(to: index).intersection($0) } ?? arriving(at: index)
            let asked = fromOutside(traffic, at: index)
            if arriving.certain.overlaps(asked) { return .yes }
            mayArrive = mayArrive || arriving.possible.overlaps(asked)
        }
        if mayArrive { return .unknown }
        if let group { return knowsBearers(of: group) ? .no : .unknown }
        guard kind == .networkACL else { return .no }
        return census.isStated(.networkInterface, around: census.view(place)) ? .no : .unknown
    }

    /// Traffic without that from the public addresses that an interface's own networks have, as every VPC with IPv6 has
    /// some: who asks about the internet does not ask about neighbours. All of it where it is about nobody else.
    func fromOutside(_ traffic: TrafficSet, at index: Int) -> TrafficSet {
        let own = way.publicAddressesInside(interfaces.all[index])
        guard !own.isEmpty else { return traffic }
        let outside = traffic.subtracting(TrafficSet(addresses: own, services: .all))
        return outside.isEmpty ? traffic : outside
    }

    private static let passable: Set<NetworkKind> = [
        .securityGroup, .networkACL, .networkInterface, .instance, .loadBalancer, .classicLoadBalancer, .database,
        .redshiftCluster,
    ]

    /// The path that tells most about traffic from a source to a resource: an open one where there is one, else the one
    /// that gets furthest. Nil when the resource has no interface.
    package func path(from origin: Origin, to place: ReferenceTable.Place, services: ServiceSet) -> Path? {
        let indices = interfaces(of: place)
        let group = census.kind(place) == .securityGroup ? census.number(place) : nil
        let asked = TrafficSet(addresses: origin.addresses, services: services)
        let admitted = group.map(admitted(byGroup:))
        func arriving(_ index: Int) -> AdmittedTraffic {
            admitted.map { open(to: index).intersection($0) } ?? self.arriving(at: index)
        }
        let finder = PathFinder(self)
        let kind = census.kind(place)
        let isInOne = (kind == .database || kind == .redshiftCluster) && indices.count > 1
        func path(_ index: Int) -> Path {
            var origin = origin
            if origin.interfaces.isEmpty { origin.addresses = fromOutside(asked, at: index).addresses }
            var path = finder.path(from: origin, to: index, services: services, throughGroup: group)
            guard isInOne, path.verdict == .passes else { return path }
            // A database is in one of its subnets, perhaps not in this one.
            path.arrives.certain = path.arrives.certain.intersection(self.arriving(at: place).certain)
            if path.verdict != .passes { path.missing = [subnetsPath(of: place)] }
            return path
        }
        if origin.interfaces.isEmpty {
            // Interfaces in one situation, with the same groups, are alike.
            let up = distinct(indices.filter { !interfaces.all[$0].isDown })
            let all = distinct(indices)
            for candidates in [up, all] {
                if let index = candidates.first(where: { arriving($0).certain.overlaps(fromOutside(asked, at: $0)) }) {
                    return path(index)
                }
            }
            for candidates in [up, all] {
                if let index = candidates.first(where: { arriving($0).possible.overlaps(fromOutside(asked, at: $0)) }) {
                    return path(index)
                }
            }
        }
        // Few paths are worth the walk: resources of one kind are mostly stopped by the same thing.
        let paths = indices.prefix(16).map(path)
        return paths.first { $0.verdict == .passes } ?? paths.first { $0.verdict == .undecided }
            ?? paths.enumerated().max { ($0.element.steps.count, $1.offset) < ($1.element.steps.count, $0.offset) }?
            .element
    }

    /// The first interface of each kind that traffic does not tell apart.
    private func distinct(_ indices: [Int]) -> [Int] {
        let exposures = exposures
        var seen: Set<Int32> = []
        return indices.filter { seen.insert(exposures.arrivingOf[$0]).inserted }
    }

    private func subnetsPath(of place: Place) -> String {
        let type = census.inventory.catalog.types[Int(census.view(place).record.type)]
        return "\(type.collection).\(census.id(place)).subnets"
    }

    /// Why something may arrive at a resource although every path to it that is known is stopped.
    package func doubt(about place: ReferenceTable.Place) -> String { Path.doubt(missing("exposure", at: place)) }

    /// Why there is no path to a resource that has no interface.
    package func absence(of place: ReferenceTable.Place) -> String {
        census.isStated(.networkInterface, around: census.view(place))
            ? "attached to nothing" : "the inventory does not hold `network_interfaces`"
    }
}
