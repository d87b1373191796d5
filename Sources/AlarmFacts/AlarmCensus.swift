internal import Catalog
internal import Inventory

/// The alarms of an inventory, and the resources whose metrics they look at.
struct AlarmCensus: Sendable {
    typealias Place = ReferenceTable.Place

    /// What a name in an alarm comes to.
    enum Link: Sendable {
        case found(Place)
        /// The inventory has all of that type, and not this one.
        case gone(String)
        /// `instances.i-1`, of which the inventory says nothing.
        case unknown(String)
    }

    /// An alarm with what it looks at.
    struct Alarm: Sendable {
        var place: Place
        var watched: WatchedMetrics
        /// For each metric the resources that its dimensions name.
        var links: [[Link]]
    }

    let inventory: Inventory
    let type: Int
    let fields: AlarmFields
    let types: WatchableTypes
    private let references: ReferenceSource
    private(set) var alarms: [Alarm] = []
    /// The number of each alarm.
    private(set) var numbers: [Place: Int] = [:]

    /// Nil when the catalog has no alarms.
    init?(_ inventory: Inventory, _ references: ReferenceSource) {
        let catalog = inventory.catalog
        guard let type = catalog.typeNames.index(of: "alarm"), let fields = AlarmFields(catalog) else { return nil }
        (self.inventory, self.references, self.type, self.fields) = (inventory, references, type, fields)
        types = WatchableTypes(catalog)
        for (segmentIndex, segment) in inventory.segments.enumerated() {
            for (index, resource) in segment.resources.enumerated() where Int(resource.type) == type {
                let place = Place(segment: segmentIndex, resource: index)
                let view = ResourceView(segment, resource)
                let watched = WatchedMetrics(of: view, fields)
                numbers[place] = alarms.count
                let links = watched.metrics.map { metric in
                    types.named(by: metric).map { link($0.kind, $0.id, seenFrom: scope(view, fields.slots)) }
                }
                alarms.append(Alarm(place: place, watched: watched, links: links))
            }
        }
    }

    // MARK: Parts

    /// The account and region of a resource, as it or its document says.
    struct Scope: Hashable, Sendable {
        var account: String?
        var region: String?
    }

    func view(_ place: Place) -> ResourceView {
        let segment = inventory.segments[place.segment]
        return ResourceView(segment, segment.resources[place.resource])
    }

    func scope(_ view: ResourceView, _ slots: FieldSlots) -> Scope {
        Scope(account: view.text(slots["account"]), region: view.text(slots["region"]))
    }

    /// `instances.i-1`
    func name(_ place: Place) -> String {
        let view = view(place)
        let collection = inventory.catalog.types[Int(view.record.type)].collection
        return "\(collection).\(inventory.id(of: view.record, in: view.segment))"
    }

    // MARK: Links

    private func link(_ kind: WatchableTypes.Kind, _ id: String, seenFrom scope: Scope) -> Link {
        guard kind.isNamedByID else {
            return .unknown(
                "\(inventory.catalog.types[kind.type].collection) (which has the \(kind.metrics.dimension) \(id))")
        }
        return find(kind.type, id, scope, regionless: kind.isGlobal) { self.scope($0, kind.slots) }
    }

    /// The resource of a type, by its id within account and region.
    func find(
        _ type: Int, _ id: String, _ scope: Scope, regionless: Bool = false, scopeOf: (ResourceView) -> Scope
    ) -> Link {
        var found: [Place] = []
        var text = id
        text.withUTF8 { references.table.forEach(type: type, id: $0) { found.append($0) } }
        found = found.filter { place in
            let own = scopeOf(view(place))
            return own.account == scope.account && (regionless || own.region == scope.region)
        }
        let name = "\(inventory.catalog.types[type].collection).\(id)"
        if found.count == 1 { return .found(found[0]) }
        let isStated =
            regionless
            ? inventory.coverage.holds(type: type)
            : inventory.coverage.holds(type: type, account: scope.account, region: scope.region)
        return found.isEmpty && isStated ? .gone(name) : .unknown(name)
    }
}
