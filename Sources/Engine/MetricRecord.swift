internal import Catalog
internal import Expressions
internal import Inventory
internal import Metrics

/// The metrics of a resource: a field for each, whatever its name. One that was not collected is unknown.
struct MetricRecord: Record {
    private let owner: InventoryRecord
    /// The list of series that stand in the resource itself.
    private let word: Word

    init(_ owner: InventoryRecord, _ word: Word) { (self.owner, self.word) = (owner, word) }

    private var prefix: String { owner.path.isEmpty ? "metrics" : "\(owner.path).metrics" }

    var typeName: String { owner.typeName + ".metrics" }
    var fieldNames: [String] { [] }
    var identity: RecordIdentity { owner.identity }
    var text: String { prefix }

    func field(_ name: String) -> Value? {
        let found = owner.graph.inventory.series(of: owner.resource, in: owner.segment, list: word, named: name)
        guard !found.isEmpty else { return .unknown(UnknownFields(["\(prefix).\(name)"])) }
        return .metric(
            Metric(path: "\(prefix).\(name)", statistics: found.map(\.record.statistic)) { found[$0].series })
    }
}
