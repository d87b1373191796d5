internal import Catalog
internal import Inventory

/// How many alarms look at each resource.
struct AlarmCounts: Sendable {
    typealias Place = ReferenceTable.Place

    private let census: AlarmCensus
    /// By resource, the numbers of the alarms.
    private var watching: [Place: [Int]] = [:]
    /// Alarms of which the inventory does not say what they look at, where they may look at resources of the type.
    private var unread: [Key: [Int]] = [:]

    private struct Key: Hashable, Sendable {
        var type: Int
        var scope: AlarmCensus.Scope
    }

    /// CloudFront's metrics, and so its alarms, are in this region.
    /// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html
    private static let globalRegion = "us-east-1"

    init(_ census: AlarmCensus) {
        self.census = census
        for (number, alarm) in census.alarms.enumerated() {
            var places: Set<Place> = []
            for case .found(let place) in alarm.links.joined() { places.insert(place) }
            for place in places { watching[place, default: []].append(number) }
            guard !alarm.watched.missing.isEmpty else { continue }
            let scope = census.scope(census.view(alarm.place), census.fields.slots)
            let unstated = alarm.watched.metrics.filter { $0.dimensions == nil }
            // A metric that is not stated at all may be of any type.
            let kinds =
                unstated.count == alarm.watched.missing.count
                ? unstated.flatMap(census.types.possible) : Array(census.types.kinds.values)
            for type in Set(kinds.map(\.type)) { unread[Key(type: type, scope: scope), default: []].append(number) }
        }
    }

    /// The alarms that look at a resource, by number.
    func alarms(at place: Place) -> [Int] { watching[place] ?? [] }

    /// Where the alarms of a resource are: in its account and region, but for what the world has only once.
    private func scope(_ view: ResourceView, _ kind: WatchableTypes.Kind) -> AlarmCensus.Scope {
        var scope = census.scope(view, kind.slots)
        if kind.isGlobal { scope.region = Self.globalRegion }
        return scope
    }

    /// What the inventory would have to say for the number to be known.
    func missing(_ view: ResourceView, _ kind: WatchableTypes.Kind) -> [String] {
        let scope = scope(view, kind)
        guard census.inventory.coverage.holds(type: census.type, account: scope.account, region: scope.region) else {
            return [census.inventory.catalog.types[census.type].collection]
        }
        return (unread[Key(type: kind.type, scope: scope)] ?? []).flatMap { number in
            let alarm = census.alarms[number]
            return alarm.watched.missing.map { "\(census.name(alarm.place)).\($0)" }
        }
    }

    /// Writes the number into the resources of all types that CloudWatch measures.
    func write() {
        let slots = census.types.kinds.mapValues { $0.slots["alarm_count"] }
        for (segmentIndex, segment) in census.inventory.segments.enumerated() {
            // Resources that follow each other mostly share account and region.
            var last: (account: Word, region: Word, type: UInt16, isKnown: Bool)?
            for (index, resource) in segment.resources.enumerated() {
                guard let slot = slots[Int(resource.type)], slot >= 0, let kind = census.types.kinds[Int(resource.type)]
                else { continue }
                let view = ResourceView(segment, resource)
                let (account, region) = (view.word(kind.slots["account"]), view.word(kind.slots["region"]))
                let isKnown: Bool
                if let last, last.account == account, last.region == region, last.type == resource.type {
                    isKnown = last.isKnown
                } else {
                    isKnown = missing(view, kind).isEmpty
                    last = (account, region, resource.type, isKnown)
                }
                guard isKnown else { continue }
                let count = watching.isEmpty ? 0 : alarms(at: Place(segment: segmentIndex, resource: index)).count
                view.set(slot, Word(Int64(count)))
            }
        }
    }
}
