internal import Catalog
package import Inventory
internal import Metrics
internal import Synchronization

/// What comes of the CloudWatch alarms of an inventory, and how many alarms look at each resource.
///
/// Built once, shared by all rules. Nothing is looked at before somebody asks for a fact.
package final class AlarmModel: FactSource {
    typealias Place = ReferenceTable.Place

    private let inventory: Inventory
    private let references: ReferenceSource
    private let made = Mutex<Parts?>(nil)
    private let isDerived = Mutex(false)
    /// By index in the catalog, whether the type has facts of this model.
    private let kinds: [Kind?]

    private enum Kind { case alarm, watchable }

    struct Parts: Sendable {
        var census: AlarmCensus
        var counts: AlarmCounts
        var actions: AlarmActions
        var reader: AlarmReader
    }

    /// Nil when the catalog has no alarms.
    package init?(_ inventory: Inventory, _ references: ReferenceSource) {
        guard inventory.catalog.typeNames.index(of: "alarm") != nil else { return nil }
        (self.inventory, self.references) = (inventory, references)
        kinds = inventory.catalog.types.map { type in
            type.name == "alarm" ? .alarm : type.metrics == nil ? nil : .watchable
        }
    }

    var parts: Parts? {
        made.withLock { made in
            if let made { return made }
            guard let census = AlarmCensus(inventory, references) else { return nil }
            let parts = Parts(
                census: census, counts: AlarmCounts(census), actions: AlarmActions(census),
                reader: AlarmReader(census: census))
            made = parts
            return parts
        }
    }

    private func kind(_ place: Place) -> Kind? {
        kinds[Int(inventory.segments[place.segment].resources[place.resource].type)]
    }

    /// Whether the resource is an alarm.
    package func holds(_ place: ReferenceTable.Place) -> Bool { kind(place) == .alarm }

    /// Whether the fact is one of alarms, or the number of alarms of another resource.
    package func holds(_ fact: String, at place: ReferenceTable.Place) -> Bool {
        switch kind(place) {
        case .alarm: true
        case .watchable: fact == "alarm_count"
        case nil: false
        }
    }

    // MARK: Facts

    package func deriveFacts() {
        isDerived.withLock { isDerived in
            guard !isDerived else { return }
            if let parts { write(parts) }
            isDerived = true
        }
    }

    private func write(_ parts: Parts) {
        let fields = parts.census.fields
        let flags = ["notifies", "target_gone", "has_data"].map { fields.slots.flag($0) }
        for alarm in parts.census.alarms {
            let view = parts.census.view(alarm.place)
            view.set(flags[0], parts.actions.notifies(view))
            view.set(flags[1], alarm.isTargetGone)
            guard case .read(let readings) = parts.reader.read(alarm) else { continue }
            view.set(flags[2], readings.hasData)
            if let state = parts.reader.state(readings, of: alarm), let word = fields.word("would_be", state.rawValue) {
                view.set(fields["would_be"], word)
            }
        }
        parts.counts.write()
    }

    func alarm(at place: Place, _ parts: Parts) -> AlarmCensus.Alarm? {
        parts.census.numbers[place].map { parts.census.alarms[$0] }
    }
}

extension AlarmCensus.Alarm {
    /// Whether a metric is of a resource that is not there; nil where the inventory does not say. An alarm on a metric that
    /// belongs to no resource of the catalog has none that can be gone.
    var isTargetGone: Bool? {
        var isKnown = watched.missing.isEmpty
        for link in links.joined() {
            switch link {
            case .found: break
            case .gone: return true
            case .unknown: isKnown = false
            }
        }
        return isKnown ? false : nil
    }
}
