internal import Catalog
internal import Inventory
internal import Networks

/// The route tables of an inventory.
struct RouteTables: Sendable {
    private(set) var views: [RouteView] = []
    /// The tables of subnets that do not name their own.
    private(set) var associations = Associations()

    init(_ census: Census, _ peers: PeerAddresses) {
        guard census.count(.routeTable) > 0 else { return }
        let slots = census.slots(.routeTable)
        let reader = RouteReader(census, peers)
        for number in 0..<census.count(.routeTable) {
            let table = census.view(.routeTable, number)
            let vpc = census.link(table.word(slots["vpc"]), to: .vpc, in: table.segment)
            views.append(
                table.word(slots["routes"]).isAbsent ? .unknown : RouteView(reader.routes(of: table)))
            associations.add(
                number, table, census, vpc: vpc, isDefault: table.word(slots["main"]), table.word(slots["subnets"]))
        }
    }
}

/// Reads the routes of tables.
private struct RouteReader {
    private let census: Census
    private let peers: PeerAddresses
    private let slots: FieldSlots
    private let destination: Int
    private let target: Int
    private let kind: Int
    private let state: Int
    private let origin: Int
    private let kinds: [String]
    /// Internet gateways with a table of their own that leads incoming traffic through something else first
    /// (https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html).
    private var guarded: Set<String> = []

    init(_ census: Census, _ peers: PeerAddresses) {
        (self.census, self.peers) = (census, peers)
        slots = census.slots(.routeTable)
        (destination, target) = (slots.entry("routes", "destination"), slots.entry("routes", "target"))
        (kind, state) = (slots.entry("routes", "target_kind"), slots.entry("routes", "state"))
        origin = slots.entry("routes", "origin")
        let field = census.inventory.catalog.shape(named: "route_table.routes")?.field("target_kind")
        kinds = field.map { census.inventory.catalog.enumerations[$0.type.detail].names } ?? []
        for number in 0..<census.count(.routeTable) {
            let table = census.view(.routeTable, number)
            let isDetour = table.entries(slots["routes"]).contains { name($0) != "local" }
            guard isDetour || table.word(slots["routes"]).isAbsent else { continue }
            for word in table.list(slots["gateways"]) { guarded.insert(table.segment.text(word)) }
        }
    }

    private func name(_ entry: Entry) -> String {
        let word = entry.own(kind)
        return word.isSet && Int(word.bits) < kinds.count ? kinds[Int(word.bits)] : ""
    }

    func routes(of table: ResourceView) -> [Route] {
        var routes: [Route] = []
        for (index, entry) in table.entries(slots["routes"]).enumerated() {
            let name = name(entry)
            let (door, isCertain) = door(name, entry, table)
            let word = entry.own(destination)
            guard word.isSet else { continue }
            for block in blocks(word, table.segment, isOutward: door == .outward) {
                var route = Route(entry: index, destination: block, door: door, isCertain: isCertain)
                route.priority = priority(name, entry, word)
                if door == .inside, name != "local" { route.behind = behind(name, entry, table, block) }
                routes.append(route)
            }
        }
        return routes
    }

    private func priority(_ name: String, _ entry: Entry, _ destination: Word) -> Route.Priority {
        if name == "local" { return .local }
        if PeerWord.kind(destination) == .prefixList { return .prefixList }
        let origin = entry.own(origin)
        // create_route_table, create_route, enable_vgw_route_propagation, advertisement
        return origin.isSet && origin.bits >= 2 ? .propagated : .stated
    }

    /// The address ranges a route is for; nil stands for those of a list that the inventory does not hold. A list that AWS
    /// keeps, behind a gateway endpoint, takes a service's addresses and is left out.
    private func blocks(_ word: Word, _ segment: Segment, isOutward: Bool) -> [CIDR?] {
        switch PeerWord.kind(word) {
        case .cidr: return [segment.tables.cidrs[PeerWord.index(word)]]
        case .securityGroup: return []
        case .prefixList:
            let name = segment.tables.symbols[PeerWord.index(word)]
            if let set = peers.addresses(ofPrefixList: name) { return set.cidrs }
            return isOutward || peers.isManagedByAWS(name) ? [] : [nil]
        }
    }

    // MARK: Doors

    private func door(_ kind: String, _ entry: Entry, _ table: ResourceView) -> (Door, isCertain: Bool) {
        let state = entry.own(state)
        // 0 is `active`; a `blackhole` or `filtered` route drops its packets.
        if state.isSet, state.bits != 0 { return (.dead, true) }
        switch kind {
        case "internet_gateway": return internetDoor(entry, table, isActive: state.isSet)
        case "local": return (.inside, true)
        case "vpc_peering_connection":
            let word = entry.own(target)
            guard let peering = census.link(word, to: .peering, in: table.segment).number else {
                return (.inside, state.isSet)
            }
            let stated = census.view(.peering, peering).word(census.slots(.peering)["state"])
            // Traffic passes when it is `active`, the third of its states.
            return stated.isSet ? (stated.bits == 2 ? .inside : .dead, true) : (.inside, state.isSet)
        case "transit_gateway", "virtual_private_gateway", "core_network", "local_gateway", "carrier_gateway",
            "odb_network":
            return (.inside, state.isSet)
        case "network_interface", "instance": return (.appliance, true)
        case "vpc_endpoint":
            // A gateway endpoint is the target of a prefix list; a firewall endpoint that of address ranges.
            return PeerWord.kind(entry.own(destination)) == .prefixList ? (.outward, true) : (.appliance, true)
        default: return (.outward, true)
        }
    }

    /// An internet gateway leads somewhere if it is attached to the VPC of the table
    /// (https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html).
    private func internetDoor(_ entry: Entry, _ table: ResourceView, isActive: Bool) -> (Door, isCertain: Bool) {
        let word = entry.own(target)
        let isGuarded = word.isSet && guarded.contains(table.segment.text(word))
        let gateway = word.isSet ? census.link(word, to: .internetGateway, in: table.segment) : .unstated
        guard let number = gateway.number else {
            // AWS says that the route is active, or the inventory that there is no such gateway.
            if gateway == .missing, !isActive, census.isStated(.internetGateway, around: table) { return (.dead, true) }
            return (.internet, isActive && !isGuarded)
        }
        let attached = census.view(.internetGateway, number)
        let vpcs = attached.word(census.slots(.internetGateway)["vpcs"])
        let vpc = table.word(slots["vpc"])
        if vpcs.isAbsent || vpc.isAbsent && (vpcs.isNull || vpcs.listCount > 0) {
            return (.internet, isActive && !isGuarded)
        }
        // Ids of VPCs are unlike everywhere, so they may be compared where the inventory does not hold the VPC.
        let own = vpc.isSet ? table.segment.text(vpc) : ""
        let names = attached.list(census.slots(.internetGateway)["vpcs"]).map { attached.segment.text($0) }
        return names.contains(own) ? (.internet, !isGuarded) : (.dead, true)
    }

    /// Who comes in by a private way. A peering brings its other VPC and nobody behind it
    /// (https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html#vpc-peering-limitations). A default route to
    /// any of them is for what leaves: the internet comes in to public addresses, through internet gateways alone. Nobody
    /// has a public range of his own that is wider than the widest that were ever given away
    /// (https://www.iana.org/assignments/ipv4-address-space/).
    private func behind(_ kind: String, _ entry: Entry, _ table: ResourceView, _ block: CIDR?) -> AddressSet? {
        let isWide = block.map { $0.prefixLength < ($0.family == .ipv4 ? 8 : 16) } ?? false
        let widest: AddressSet = isWide ? .notInternet : .all
        guard kind == "vpc_peering_connection",
            let peering = census.link(entry.own(target), to: .peering, in: table.segment).number
        else { return isWide ? widest : nil }
        let view = census.view(.peering, peering)
        let peeringSlots = census.slots(.peering)
        func vpc(_ side: String) -> String? { view.text(peeringSlots["\(side).vpc"]) }
        guard let own = table.text(slots["vpc"]),
            let (_, other) = [("requester", "accepter"), ("accepter", "requester")]
                .first(where: { vpc($0.0) == own })
        else { return isWide ? widest : nil }
        var result = AddressSet()
        for (field, family) in [("cidr", AddressFamily.ipv4), ("ipv6_cidr", .ipv6)] {
            let word = view.word(peeringSlots["\(other).\(field)"])
            let ranges = view.list(peeringSlots["\(other).\(field)"]).map { view.segment.tables.cidrs[Int($0.bits)] }
            result = result.union(word.isAbsent ? widest.only(family) : AddressSet(cidrs: ranges))
        }
        return result
    }
}
