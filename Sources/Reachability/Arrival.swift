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
        let admitted = group.map { groups.admitted(by: $0, isIngress: true) }
        let exposures = exposures
        var seen: Set<Int64> = []
        var mayArrive = kind == .instance && interfaces.incompleteInstances.contains(census.number(place))
        let indices = interfaces(of: place)
        for index in indices where !interfaces.all[index].isDown {
            // Interfaces in one situation are alike.
            let situation = exposures.situationOf[index]
            guard seen.insert(Int64(group == nil ? exposures.arrivingOf[index] : situation)).inserted else { continue }
            let open = exposures.open[Int(situation)]
            let arriving = admitted.map { open.intersection($0) } ?? exposures.arriving[Int(exposures.arrivingOf[index])]
            if arriving.certain.overlaps(traffic) { return .yes }
            mayArrive = mayArrive || arriving.possible.overlaps(traffic)
        }
        if mayArrive { return .unknown }
        guard kind == .securityGroup || kind == .networkACL else { return .no }
        return census.isStated(.networkInterface, around: census.view(place)) ? .no : .unknown
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
        let exposures = exposures
        let admitted = group.map { groups.admitted(by: $0, isIngress: true) }
        func arriving(_ index: Int) -> AdmittedTraffic {
            admitted.map { exposures.open[Int(exposures.situationOf[index])].intersection($0) }
                ?? exposures.arriving[Int(exposures.arrivingOf[index])]
        }
        let finder = PathFinder(self)
        func path(_ index: Int) -> Path {
            finder.path(from: origin, to: index, services: services, throughGroup: group)
        }
        if origin.interfaces.isEmpty {
            let up = indices.filter { !interfaces.all[$0].isDown }
            for candidates in [up, indices] {
                if let index = candidates.first(where: { arriving($0).certain.overlaps(asked) }) { return path(index) }
            }
            for candidates in [up, indices] {
                if let index = candidates.first(where: { arriving($0).possible.overlaps(asked) }) { return path(index) }
            }
        }
        // Few paths are worth the walk: resources of one kind are mostly stopped by the same thing.
        let paths = indices.prefix(16).map(path)
        return paths.first { $0.verdict == .passes } ?? paths.first { $0.verdict == .undecided }
            ?? paths.enumerated().max { ($0.element.steps.count, $1.offset) < ($1.element.steps.count, $0.offset) }?.element
    }

    /// Why there is no path to a resource that has no interface.
    package func absence(of place: ReferenceTable.Place) -> String {
        census.isStated(.networkInterface, around: census.view(place))
            ? "attached to nothing" : "the inventory does not hold `network_interfaces`"
    }
}
