internal import Catalog
internal import Expressions
internal import Inventory
internal import Networks
internal import Reachability

/// What a list of traffic entries admits, where the general evaluator asks: of resources that a rule came to by following
/// references. The kernel's own lists are answered by `TrafficMemo`.
struct TrafficAnswer {
    private let graph: InventoryGraph

    init(_ graph: InventoryGraph) { self.graph = graph }

    /// Whether the entries of a record's field admit the traffic; `unknown` names what would be needed to tell.
    func answer(_ query: TrafficQuery, _ record: InventoryRecord, field name: String) -> Value {
        let path = record.path.isEmpty ? name : "\(record.path).\(name)"
        let unknown = Value.unknown(UnknownFields([path]))
        if let field = graph.catalog.shapes[record.shape].field(name), field.type.kind == .traffic {
            return answer(query, record, fact: field)
        }
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
            answer = query.answer(unionOf: records.map { layout.entry($0, tables, graph.peers) })
        case .firstMatch:
            let numbers = records.map { layout.number($0, tables) }
            if numbers.contains(nil) { return unknown }
            let numbered = zip(numbers, records).map { number, record in
                NumberedEntry(
                    number: number ?? 0, allows: layout.allows(record, tables),
                    entry: layout.entry(record, tables, graph.peers))
            }
            answer = query.answer(firstMatchOf: numbered.sorted { $0.number < $1.number })
        }
        switch answer {
        case .no: return .bool(false)
        case .yes: return .bool(true)
        case .unknown: return unknown
        }
    }

    /// Whether what can arrive at the resource holds the traffic.
    private func answer(_ query: TrafficQuery, _ record: InventoryRecord, fact: Field) -> Value {
        let place = graph.place(of: record.resource, in: record.segment)
        switch query.answer(graph.network.arriving(at: place)) {
        case .no: return .bool(false)
        case .yes: return .bool(true)
        case .unknown: return .unknown(UnknownFields(graph.network.missing(fact.name, at: place)))
        }
    }
}
