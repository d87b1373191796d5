internal import Catalog
internal import Inventory

/// The resource types that networks are made of.
package enum NetworkKind: Int, CaseIterable, Sendable {
    case account, vpc, subnet, routeTable, networkACL, securityGroup, internetGateway, elasticIP, networkInterface
    case instance, loadBalancer, classicLoadBalancer, targetGroup, database, redshiftCluster, function, endpoint
    case launchTemplate, natGateway, peering, dhcpOptions

    /// As the catalog calls the type.
    package var typeName: String {
        switch self {
        case .account: "account"
        case .vpc: "vpc"
        case .subnet: "subnet"
        case .routeTable: "route_table"
        case .networkACL: "network_acl"
        case .securityGroup: "security_group"
        case .internetGateway: "internet_gateway"
        case .elasticIP: "elastic_ip"
        case .networkInterface: "network_interface"
        case .instance: "instance"
        case .loadBalancer: "load_balancer"
        case .classicLoadBalancer: "classic_load_balancer"
        case .targetGroup: "target_group"
        case .database: "db_instance"
        case .redshiftCluster: "redshift_cluster"
        case .function: "lambda_function"
        case .endpoint: "vpc_endpoint"
        case .launchTemplate: "launch_template"
        case .natGateway: "nat_gateway"
        case .peering: "vpc_peering_connection"
        case .dhcpOptions: "dhcp_options"
        }
    }
}

/// What a reference comes to, in four bytes: the number of the resource among those of its type, or why there is none.
struct Link: Hashable, Sendable {
    private let code: Int32

    init(_ number: Int) { code = Int32(number) }
    private init(code: Int32) { self.code = code }

    /// The inventory says that there is none.
    static let none = Link(code: -1)
    /// The inventory does not say.
    static let unstated = Link(code: -2)
    /// It names a resource that the inventory does not hold, or holds several times.
    static let missing = Link(code: -3)

    /// The number of the resource; nil where none is known.
    var number: Int? { code >= 0 ? Int(code) : nil }
    /// Whether there may be a resource that is not known.
    var isOpen: Bool { code < -1 }
}

/// The network resources of an inventory, numbered by type in input order, and the references between them.
struct Census: Sendable {
    typealias Place = ReferenceTable.Place

    let inventory: Inventory
    let references: ReferenceSource
    private let places: [[Place]]
    /// Per segment and resource: its number among those of its type.
    private let numbers: [[Int32]]
    private let slots: [FieldSlots?]
    private let types: [Int]

    init(_ inventory: Inventory, _ references: ReferenceSource) {
        (self.inventory, self.references) = (inventory, references)
        let catalog = inventory.catalog
        types = NetworkKind.allCases.map { catalog.typeNames.index(of: $0.typeName) ?? -1 }
        slots = NetworkKind.allCases.map { FieldSlots($0.typeName, in: catalog) }
        var kindOfType = [Int](repeating: -1, count: catalog.types.count)
        for (kind, type) in types.enumerated() where type >= 0 { kindOfType[type] = kind }
        var places = [[Place]](repeating: [], count: NetworkKind.allCases.count)
        var numbers: [[Int32]] = []
        numbers.reserveCapacity(inventory.segments.count)
        for (segmentIndex, segment) in inventory.segments.enumerated() {
            var ofSegment = [Int32](repeating: -1, count: segment.resources.count)
            for (index, resource) in segment.resources.enumerated() {
                let kind = kindOfType[Int(resource.type)]
                guard kind >= 0 else { continue }
                ofSegment[index] = Int32(places[kind].count)
                places[kind].append(Place(segment: segmentIndex, resource: index))
            }
            numbers.append(ofSegment)
        }
        (self.places, self.numbers) = (places, numbers)
        let interface = types[NetworkKind.networkInterface.rawValue]
        statesInterfaces = interface >= 0 && inventory.coverage.holds(type: interface)
    }

    func count(_ kind: NetworkKind) -> Int { places[kind.rawValue].count }
    func place(_ kind: NetworkKind, _ number: Int) -> Place { places[kind.rawValue][number] }
    func number(_ place: Place) -> Int { Int(numbers[place.segment][place.resource]) }

    /// The kind of the resource at a place; nil for types that networks are not made of.
    func kind(_ place: Place) -> NetworkKind? {
        let type = Int(inventory.segments[place.segment].resources[place.resource].type)
        return types.firstIndex(of: type).flatMap { NetworkKind(rawValue: $0) }
    }

    /// The slots of the type's fields. Kinds that the catalog lacks have no resources, so nobody asks.
    func slots(_ kind: NetworkKind) -> FieldSlots {
        guard let slots = slots[kind.rawValue] else { preconditionFailure("no type \(kind.typeName)") }
        return slots
    }

    func view(_ place: Place) -> ResourceView {
        let segment = inventory.segments[place.segment]
        return ResourceView(segment, segment.resources[place.resource])
    }

    func view(_ kind: NetworkKind, _ number: Int) -> ResourceView { view(place(kind, number)) }

    func id(_ place: Place) -> String {
        let view = view(place)
        return inventory.id(of: view.record, in: view.segment)
    }

    func id(_ kind: NetworkKind, _ number: Int) -> String { id(place(kind, number)) }

    // MARK: References

    /// What a reference in `word` comes to.
    func link(_ word: Word, to kind: NetworkKind, in segment: Segment) -> Link {
        guard word.isSet else { return word.isAbsent ? .unstated : .none }
        var found: [Place] = []
        segment.withText(word) { id in references.table.forEach(type: types[kind.rawValue], id: id) { found.append($0) }
        }
        if found.count > 1 { found = nearest(found, to: segment.scope) }
        return found.count == 1 ? Link(number(found[0])) : .missing
    }

    /// Of resources with one id those of the same account and region, else those of the same account; all of them where
    /// there are neither.
    private func nearest(_ places: [Place], to own: Scope) -> [Place] {
        let scopes = places.map { scope(view($0)) }
        let sameAccount = places.indices.filter { scopes[$0].account == own.account }
        let sameRegion = sameAccount.filter { scopes[$0].region == own.region }
        let chosen = sameRegion.isEmpty ? sameAccount : sameRegion
        return chosen.isEmpty ? places : chosen.map { places[$0] }
    }

    /// The number of the only resource of the kind with this id.
    func number(_ kind: NetworkKind, id: String) -> Int? {
        guard types[kind.rawValue] >= 0 else { return nil }
        var found: [Place] = []
        var id = id
        id.withUTF8 { references.table.forEach(type: types[kind.rawValue], id: $0) { found.append($0) } }
        return found.count == 1 ? number(found[0]) : nil
    }

    // MARK: Coverage

    /// The account and region of a resource, as it or its document says.
    func scope(_ view: ResourceView) -> (account: String?, region: String?) {
        let type = inventory.catalog.types[Int(view.record.type)]
        let shape = inventory.catalog.shapes[type.shape]
        func text(_ name: String) -> String? {
            guard case .own(let slot)? = shape.field(name)?.slot else { return nil }
            return view.text(slot)
        }
        return (text("account"), text("region"))
    }

    /// Whether the inventory states the resources of the kind where this resource is: an empty list does.
    /// `inAccount`: of another account in the same region.
    func isStated(_ kind: NetworkKind, around view: ResourceView, inAccount other: String? = nil) -> Bool {
        let (own, region) = scope(view)
        let account = other ?? own
        return types[kind.rawValue] >= 0
            && inventory.coverage.holds(type: types[kind.rawValue], account: account, region: region)
    }

    /// Whether the inventory states the interfaces of any account and region.
    let statesInterfaces: Bool

    /// The key under which inventories hold resources of the kind: `network_interfaces`.
    func collection(_ kind: NetworkKind) -> String {
        types[kind.rawValue] >= 0 ? inventory.catalog.types[types[kind.rawValue]].collection : kind.typeName + "s"
    }
}
