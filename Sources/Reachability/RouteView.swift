internal import Inventory
internal import Networks

/// What kind of way a route leads to, as seen by traffic that wants to come in.
enum Door: Hashable, Sendable {
    /// An internet gateway: traffic comes in to public addresses.
    case internet
    /// The VPC itself, a peering, a private or transit gateway: traffic comes in to private addresses.
    case inside
    /// An appliance or firewall endpoint in between, which may pass traffic on.
    case appliance
    /// A way out only: NAT, egress-only gateways, gateway endpoints.
    case outward
    /// Nothing: the target is gone.
    case dead
}

/// One route with its addresses resolved.
struct Route: Sendable {
    /// Which of several routes for the very same addresses counts: the first kind
    /// (https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html).
    enum Priority: Int, Sendable { case local, stated, prefixList, propagated }

    /// Position among the routes of the table.
    var entry: Int
    /// Nil for a prefix list that the inventory does not hold.
    var destination: CIDR?
    var door: Door
    /// Whether it is certain that the target is there.
    var isCertain: Bool
    var priority = Priority.stated
    /// Who is behind the door, where that is less than all of the destination.
    var behind: AddressSet?
}

/// Where a route table sends packets, by address: the longest prefix that matches decides
/// (https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html).
///
/// A connection needs its replies routed back, so the addresses that a table sends to a door are those that can come in
/// through it.
struct RouteView: Sendable {
    /// Longest prefix first.
    let routes: [Route]
    /// Remote addresses that certainly come in through an internet gateway, and those that may.
    let internet: AddressSet
    let mayInternet: AddressSet
    /// Remote addresses that certainly come in to the private address, and those that may.
    let inside: AddressSet
    let mayInside: AddressSet

    /// Whether the table says its routes.
    let isStated: Bool

    /// A table that does not say its routes.
    static let unknown = RouteView()

    private init() {
        (isStated, routes, internet, inside) = (false, [], AddressSet(), AddressSet())
        (mayInternet, mayInside) = (.all, .all)
    }

    init(_ routes: [Route]) {
        func order(_ route: Route) -> (Int, Int, Int) {
            (-(route.destination?.prefixLength ?? -1), route.priority.rawValue, route.entry)
        }
        self.routes = routes.sorted { order($0) < order($1) }
        isStated = true
        var claimed = AddressSet()
        var sets: [Door: (certain: AddressSet, possible: AddressSet)] = [:]
        func add(_ route: Route, certain: AddressSet, possible: AddressSet) {
            let known = sets[route.door] ?? (AddressSet(), AddressSet())
            sets[route.door] = (
                known.certain.union(route.behind?.intersection(certain) ?? certain),
                known.possible.union(route.behind?.intersection(possible) ?? possible)
            )
        }
        // Routes for the very same addresses, of one kind: AWS chooses one of them, nobody knows which.
        var rivals: [CIDR: [Route]] = [:]
        for route in routes {
            guard let destination = route.destination else { continue }
            let known = rivals[destination]
            if let first = known?.first, first.priority.rawValue < route.priority.rawValue { continue }
            rivals[destination] =
                known?.first.map { $0.priority == route.priority } == true ? known! + [route] : [route]
        }
        for route in self.routes {
            guard let destination = route.destination, let alike = rivals.removeValue(forKey: destination) else {
                continue
            }
            let fresh = AddressSet(destination).subtracting(claimed)
            claimed = claimed.union(fresh)
            let isCertain = alike.allSatisfy { $0.isCertain && $0.door == alike[0].door }
            for route in alike { add(route, certain: isCertain ? fresh : AddressSet(), possible: fresh) }
        }
        // A list that nobody resolved may take any address away from its route, and lead it somewhere else.
        for route in routes where route.destination == nil {
            // Behind two private ways there are not the same addresses.
            let leadsElsewhere = !route.isCertain || route.door == .inside
            for door in sets.keys where door != route.door || leadsElsewhere { sets[door]?.certain = AddressSet() }
            add(route, certain: AddressSet(), possible: .all)
        }
        // An appliance may pass on what it is sent, to either kind of address.
        let passed = sets[.appliance]?.possible ?? AddressSet()
        internet = sets[.internet]?.certain ?? AddressSet()
        mayInternet = (sets[.internet]?.possible ?? AddressSet()).union(passed)
        inside = sets[.inside]?.certain ?? AddressSet()
        mayInside = (sets[.inside]?.possible ?? AddressSet()).union(passed)
    }

    /// The route that decides about an address, and the addresses it decides about; no route where only the local one of
    /// the VPC, which may not be listed, can.
    func decision(about address: IPAddress) -> (route: Route?, addresses: AddressSet) {
        var earlier: [AddressSet] = []
        for route in routes {
            guard let destination = route.destination.map({ AddressSet($0) }) else { continue }
            if destination.contains(address) { return (route, destination.subtracting(.union(of: earlier))) }
            earlier.append(destination)
        }
        return (nil, AddressSet.all.subtracting(.union(of: earlier)))
    }

    /// The route that decides about an address; nil when none matches, so that the packet is dropped.
    func route(of address: IPAddress) -> Route? {
        routes.first { $0.destination.map { AddressSet($0).contains(address) } ?? false }
    }

    /// What the table leaves of a range to the local route of the VPC, which it need not list: it may route a subnet, or
    /// all of the range, through something in between
    /// (https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html#route-tables-appliance-routing).
    func local(_ range: CIDR) -> AddressSet {
        let whole = AddressSet(range)
        var left = whole
        for route in routes where route.priority != .local {
            guard let destination = route.destination else { continue }
            if destination.prefixLength >= range.prefixLength, destination.family == range.family {
                left = left.subtracting(AddressSet(destination))
            }
        }
        return left
    }

    /// Whether nothing that is not stated may take addresses away from the local route.
    var isLocalCertain: Bool { isStated && routes.allSatisfy { $0.destination != nil } }

    /// Whether it lists the local route, which every table of AWS does.
    var listsLocalRoute: Bool { routes.contains { $0.priority == .local } }
}
