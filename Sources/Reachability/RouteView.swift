internal import Catalog
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
    /// Position among the routes of the table.
    var entry: Int
    /// Nil for a prefix list that the inventory does not hold.
    var destination: CIDR?
    var door: Door
    /// Whether it is certain that the target is there.
    var isCertain: Bool
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

    init(_ routes: [Route]) {
        self.routes = routes.sorted { a, b in
            let (left, right) = (a.destination?.prefixLength ?? -1, b.destination?.prefixLength ?? -1)
            return (right, a.entry) < (left, b.entry)
        }
        var claimed = AddressSet()
        var sets: [Door: (certain: AddressSet, possible: AddressSet)] = [:]
        func add(_ door: Door, certain: AddressSet, possible: AddressSet) {
            let known = sets[door] ?? (AddressSet(), AddressSet())
            sets[door] = (known.certain.union(certain), known.possible.union(possible))
        }
        for route in self.routes {
            guard let destination = route.destination else { continue }
            let fresh = AddressSet(destination).subtracting(claimed)
            claimed = claimed.union(fresh)
            add(route.door, certain: route.isCertain ? fresh : AddressSet(), possible: fresh)
        }
        // A list that nobody resolved may take any address away from its route, and lead it somewhere else.
        for route in routes where route.destination == nil {
            for door in sets.keys where door != route.door { sets[door]?.certain = AddressSet() }
            add(route.door, certain: AddressSet(), possible: .all)
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
}

/// The route tables of an inventory.
struct RouteTables: Sendable {
    private(set) var views: [RouteView] = []
    /// Per VPC: its main table.
    private(set) var mainOfVPC: [Int: Int] = [:]
    /// Per subnet: the table associated with it by name.
    private(set) var ofSubnet: [Int: Int] = [:]
    /// Internet gateways whose incoming traffic a table routes, so that something stands between them and the subnets.
    private(set) var routedGateways: Set<String> = []

    init(_ census: Census, _ peers: PeerAddresses) {
        guard census.count(.routeTable) > 0 else { return }
        let slots = census.slots(.routeTable)
        for number in 0..<census.count(.routeTable) {
            let table = census.view(.routeTable, number)
            let vpc = census.link(table.word(slots["vpc"]), to: .vpc, in: table.segment)
            views.append(RouteView(Self.routes(of: table, slots, census, peers, vpc)))
            let main = table.word(slots["main"])
            if main.isSet, main.bits != 0, let vpc = vpc.number { mainOfVPC[vpc] = number }
            for word in table.list(slots["subnets"]) {
                if let subnet = census.link(word, to: .subnet, in: table.segment).number { ofSubnet[subnet] = number }
            }
            for word in table.list(slots["gateways"]) { routedGateways.insert(table.segment.text(word)) }
        }
    }

    private static func routes(
        of table: ResourceView, _ slots: FieldSlots, _ census: Census, _ peers: PeerAddresses, _ vpc: Link
    ) -> [Route] {
        let destination = slots.entry("routes", "destination")
        let kind = slots.entry("routes", "target_kind")
        let kinds = census.inventory.catalog.shape(named: "route_table.routes")?.field("target_kind")
        let names = kinds.map { census.inventory.catalog.enumerations[$0.type.detail].names } ?? []
        var routes: [Route] = []
        for (index, entry) in table.entries(slots["routes"]).enumerated() {
            let target = entry.own(kind)
            let name = target.isSet && Int(target.bits) < names.count ? names[Int(target.bits)] : ""
            let (door, isCertain) = door(name, entry, table, slots, census, vpc)
            let word = entry.own(destination)
            guard word.isSet else { continue }
            for block in blocks(word, table.segment, peers, isOutward: door == .outward) {
                routes.append(Route(entry: index, destination: block, door: door, isCertain: isCertain))
            }
        }
        return routes
    }

    /// The address ranges a route is for; nil stands for those of a list that the inventory does not hold. A list that AWS
    /// keeps, behind a gateway endpoint, takes a service's addresses and is left out.
    private static func blocks(_ word: Word, _ segment: Segment, _ peers: PeerAddresses, isOutward: Bool) -> [CIDR?] {
        switch PeerWord.kind(word) {
        case .cidr: return [segment.tables.cidrs[PeerWord.index(word)]]
        case .securityGroup: return []
        case .prefixList:
            let name = segment.tables.symbols[PeerWord.index(word)]
            if let set = peers.addresses(ofPrefixList: name) { return set.cidrs }
            return isOutward || peers.isManagedByAWS(name) ? [] : [nil]
        }
    }

    private static func door(
        _ kind: String, _ entry: Entry, _ table: ResourceView, _ slots: FieldSlots, _ census: Census, _ vpc: Link
    ) -> (Door, isCertain: Bool) {
        let state = entry.own(slots.entry("routes", "state"))
        // 0 is `active`; a `blackhole` or `filtered` route drops its packets.
        if state.isSet, state.bits != 0 { return (.dead, true) }
        switch kind {
        case "internet_gateway":
            let target = entry.own(slots.entry("routes", "target"))
            let gateway = target.isSet ? census.link(target, to: .internetGateway, in: table.segment) : .unstated
            guard let number = gateway.number else {
                if gateway == .missing, census.isStated(.internetGateway, around: table) { return (.dead, true) }
                return (.internet, state.isSet)
            }
            let attached = census.view(.internetGateway, number)
            let vpcs = attached.word(census.slots(.internetGateway)["vpcs"])
            guard vpcs.isSet else { return (.internet, state.isSet) }
            let links = attached.list(census.slots(.internetGateway)["vpcs"]).map {
                census.link($0, to: .vpc, in: attached.segment)
            }
            if links.contains(vpc), vpc.number != nil { return (.internet, true) }
            return links.contains(where: \.isOpen) || vpc.isOpen ? (.internet, state.isSet) : (.dead, true)
        case "local", "vpc_peering_connection", "transit_gateway", "virtual_private_gateway", "core_network",
            "local_gateway", "carrier_gateway", "odb_network":
            return (.inside, true)
        case "network_interface", "instance": return (.appliance, true)
        case "vpc_endpoint":
            let destination = entry.own(slots.entry("routes", "destination"))
            // A gateway endpoint is the target of a prefix list; a firewall endpoint that of address ranges.
            return PeerWord.kind(destination) == .prefixList ? (.outward, true) : (.appliance, true)
        default: return (.outward, true)
        }
    }
}
