internal import Catalog
internal import Expressions
internal import Inventory
internal import Networks

/// What a list of traffic entries admits, where the general evaluator asks: of resources that a rule came to by following
/// references. The kernel's own lists are answered by `TrafficMemo`.
struct TrafficAnswer {
    private let graph: InventoryGraph

    init(_ graph: InventoryGraph) { self.graph = graph }

    /// Whether the entries of a record's field admit the traffic; `unknown` names what would be needed to tell.
    func answer(_ query: TrafficQuery, _ record: InventoryRecord, field name: String) -> Value {
        let path = record.path.isEmpty ? name : "\(record.path).\(name)"
        let unknown = Value.unknown(UnknownFields([path]))
        guard let field = graph.catalog.shapes[record.shape].field(name), let order = field.traffic,
            let layout = TrafficLayout(graph.catalog.shapes[field.type.detail])
        else { return .bool(false) }
        let list = record.word(field.slot)
        if list.isAbsent { return unknown }
        guard list.isSet else { return .bool(false) }
        let tables = record.segment.tables
        let entries = EntryList(list, in: record.segment.words)
        let records = (0..<entries.count).map { entries[$0].shared }
        let answer: Answer
        switch order {
        case .allowList:
            answer = query.answer(unionOf: records.map { layout.entry($0, tables, graph.prefixLists) })
        case .firstMatch:
            let numbers = records.map { layout.number($0, tables) }
            if numbers.contains(nil) { return unknown }
            let numbered = zip(numbers, records).map { number, record in
                NumberedEntry(
                    number: number ?? 0, allows: layout.allows(record, tables),
                    entry: layout.entry(record, tables, graph.prefixLists))
            }
            answer = query.answer(firstMatchOf: numbered.sorted { $0.number < $1.number })
        }
        switch answer {
        case .no: return .bool(false)
        case .yes: return .bool(true)
        case .unknown: return unknown
        }
    }
}
