internal import AlarmFacts
internal import BucketAccess
internal import Catalog
package import Costing
package import Diagnostics
internal import Expressions
package import Inventory
internal import Networks
package import Prices
package import Reachability
internal import ResourcePolicies
internal import Synchronization

/// The resources of an inventory by id, who refers to whom, and its networks.
package final class InventoryGraph: Sendable {
    package let inventory: Inventory
    let catalog: Catalog
    /// What can reach what.
    package let network: NetworkModel
    /// Who may do what with buckets; nil when the catalog has none.
    let buckets: BucketModel?
    /// Where facts come from: of several that know a fact the first answers.
    private let sources: [any FactSource]
    private let source: ReferenceSource
    /// What resources cost.
    package let pricer: Pricer
    private let attachments = Mutex<[Name: [Place]]?>(nil)
    private let lists = Mutex<[Int: Value]>([:])
    private let segmentNumbers: [ObjectIdentifier: Int]

    typealias Place = ReferenceTable.Place

    /// What a reference says: a type and an id.
    private struct Name: Hashable, Sendable {
        var type: Int
        var id: String
    }

    /// `jobs`: threads to work out facts with. `prices`: what resources cost by; nil for the bundled book.
    package init(_ inventory: Inventory, jobs: Int = 1, prices: PriceBook? = nil) {
        self.inventory = inventory
        catalog = inventory.catalog
        pricer = Pricer(inventory.catalog, prices)
        source = ReferenceSource(inventory)
        network = NetworkModel(inventory, source, jobs: jobs)
        buckets = BucketModel(inventory, jobs: jobs)
        let policies = PolicyModel(inventory, jobs: jobs)
        // Alarms know one fact of resources of which others know the rest.
        let all: [(any FactSource)?] = [AlarmModel(inventory, source), buckets, policies, network]
        sources = all.compactMap(\.self)
        segmentNumbers = Dictionary(
            inventory.segments.enumerated().map { (ObjectIdentifier($0.element), $0.offset) },
            uniquingKeysWith: { a, _ in a })
    }

    /// The resources by id, built when somebody first follows a reference.
    var references: ReferenceTable { source.table }

    /// The addresses behind names of prefix lists and groups.
    var peers: PeerAddresses { network.peers }

    /// Where a resource is among those of the inventory.
    func place(of resource: ResourceRecord, in segment: Segment) -> Place {
        // Resources lie in the order of their words.
        var (low, high) = (0, segment.resources.count)
        while low < high {
            let middle = (low + high) / 2
            if segment.resources[middle].slots < resource.slots { low = middle + 1 } else { high = middle }
        }
        return Place(segment: segmentNumbers[ObjectIdentifier(segment)] ?? 0, resource: low)
    }

    func text(of segment: Segment) -> ValueText { ValueText(catalog: catalog, segment: segment) }

    private func record(_ place: Place) -> InventoryRecord {
        let segment = inventory.segments[place.segment]
        let resource = segment.resources[place.resource]
        let collection = catalog.types[Int(resource.type)].collection
        return InventoryRecord(
            self, segment, resource, path: "\(collection).\(inventory.id(of: resource, in: segment))")
    }

    // MARK: Facts

    /// Writes the facts of all resources into their slots; before any thread reads them.
    func deriveFacts() { for source in sources { source.deriveFacts() } }

    /// The policies of the inventory that cannot be read, each with the first mistake in it.
    package var unreadablePolicies: [Diagnostic] { sources.flatMap(\.unreadable) }

    private func source(of fact: String, _ place: Place) -> (any FactSource)? {
        sources.first { $0.holds(fact, at: place) }
    }

    /// Buckets, if the resource is one of them.
    func buckets(with place: Place) -> BucketModel? { buckets.flatMap { $0.holds(place) ? $0 : nil } }

    /// The value of a fact that has no word of its own; nil for names that are none.
    func value(ofFact name: String, at place: Place) -> FactValue? { source(of: name, place)?.value(name, at: place) }

    /// What the inventory would have to say for a fact to be known.
    func missing(ofFact name: String, at place: Place) -> [String] {
        source(of: name, place)?.missing(name, at: place) ?? []
    }

    /// The things that a fact rests on.
    func clues(ofFact name: String, at place: Place) -> [Clue] { source(of: name, place)?.clues(name, at: place) ?? [] }

    // MARK: Following references

    /// The resource of the type with this id, as one of `account` and `region` sees it: its own region's first, then its
    /// account's; `unknown` when the inventory holds none, or several elsewhere.
    func resource(type: String, id: String, seenFrom account: String?, _ region: String?) -> Value {
        guard let typeIndex = catalog.typeNames.index(of: type) else { return .null }
        var places: [Place] = []
        var text = id
        text.withUTF8 { references.forEach(type: typeIndex, id: $0) { places.append($0) } }
        let unknown = Value.unknown(UnknownFields(["\(catalog.types[typeIndex].collection).\(id)"]))
        if places.count < 2 { return places.first.map { .record(record($0)) } ?? unknown }
        let records = places.map(record)
        let near = records.filter { $0.scopeText("account") == account && $0.scopeText("region") == region }
        if let one = near.first { return .record(one) }
        let own = records.filter { $0.scopeText("account") == account }
        return own.count == 1 ? .record(own[0]) : unknown
    }

    /// All resources of a type, for `inventory.COLLECTION`; unknown where no document says that there are none.
    func resources(ofType type: Int) -> Value {
        if let known = lists.withLock({ $0[type] }) { return known }
        var records: [Value] = []
        for segment in inventory.segments {
            for resource in segment.resources where Int(resource.type) == type {
                let id = inventory.id(of: resource, in: segment)
                records.append(
                    .record(
                        InventoryRecord(self, segment, resource, path: "\(catalog.types[type].collection).\(id)")))
            }
        }
        let list =
            records.isEmpty && !inventory.coverage.holds(type: type)
            ? Value.unknown(UnknownFields([catalog.types[type].collection])) : .list(records)
        lists.withLock { $0[type] = list }
        return list
    }

    // MARK: Attachments

    /// The resources that refer to this one, in input order.
    func attached(to target: InventoryRecord) -> Value {
        let name = Name(
            type: Int(target.resource.type), id: inventory.id(of: target.resource, in: target.segment))
        let places = attachmentIndex()[name] ?? []
        return .list(places.map { .record(AnyResource(record: record($0))) })
    }

    private func attachmentIndex() -> [Name: [Place]] {
        attachments.withLock { index in
            if let index { return index }
            var built: [Name: [Place]] = [:]
            for (segmentIndex, segment) in inventory.segments.enumerated() {
                for (resourceIndex, resource) in segment.resources.enumerated() {
                    let place = Place(segment: segmentIndex, resource: resourceIndex)
                    let record = InventoryRecord(self, segment, resource, path: "")
                    for name in Set(references(of: record)) { built[name, default: []].append(place) }
                }
            }
            index = built
            return built
        }
    }

    /// What the fields of a record, and of the records in it, refer to; peers that are security groups included.
    private func references(of record: InventoryRecord) -> [Name] {
        var result: [Name] = []
        for field in catalog.shapes[record.shape].fields {
            let word = record.word(field.slot)
            guard word.isSet, [.reference, .record, .peer].contains(field.type.kind) else { continue }
            let isShared = if case .shared = field.slot { true } else { false }
            collect(record.value(word, field.type, isShared: isShared, path: ""), field.type, &result)
        }
        return result
    }

    private func collect(_ value: Value, _ type: FieldType, _ result: inout [Name]) {
        switch value {
        case .list(let elements): for element in elements { collect(element, type.element, &result) }
        case .record(let record as InventoryRecord): result += references(of: record)
        case .string(let id) where type.kind == .reference: result.append(Name(type: type.detail, id: id))
        case .peer(let peer) where peer.kind == .securityGroup:
            if let group = catalog.typeNames.index(of: "security_group") {
                result.append(Name(type: group, id: peer.id))
            }
        default: break
        }
    }
}

/// A resource of any type: what all have in common, and which type it is of.
struct AnyResource: Record {
    let record: InventoryRecord
    var typeName: String { "resource" }
    var fieldNames: [String] { record.fieldNames }
    var identity: RecordIdentity { record.identity }
    var text: String { record.text }
    /// `type` is the resource's, not a field of that name such as the kind of an instance or volume.
    func field(_ name: String) -> Value? { name == "type" ? .string(record.typeName) : record.field(name) }
}

extension InventoryRecord {
    /// The account or region that the resource says it is of.
    func scopeText(_ name: String) -> String? {
        let shape = graph.catalog.shapes[graph.catalog.types[Int(resource.type)].shape]
        guard case .own(let slot)? = shape.field(name)?.slot else { return nil }
        let word = segment.words[Int(resource.slots) + slot]
        return word.isSet ? segment.text(word) : nil
    }
}
