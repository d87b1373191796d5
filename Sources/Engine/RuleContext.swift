package import Expressions
internal import Catalog
package import Inventory
internal import Networks

/// What an expression of a rule finds around it: the resource under judgement, the inventory and the time.
package struct RuleContext: EvaluationContext {
    let graph: InventoryGraph
    let record: InventoryRecord?
    /// Time of the inventory, microseconds since 1970; nil: not stated.
    let now: Int64?
    /// Names beside those of rules: the bindings of `plumb eval`.
    var bindings: [String: Value] = [:]

    init(_ graph: InventoryGraph, _ record: InventoryRecord?, now: Int64?) {
        (self.graph, self.record, self.now) = (graph, record, now)
    }

    /// The context of a resource of the graph's inventory, with further names.
    package init(
        _ graph: InventoryGraph, _ resource: (segment: Segment, record: ResourceRecord)?, now: Int64?,
        bindings: [String: Value]
    ) {
        self.init(graph, resource.map { InventoryRecord(graph, $0.segment, $0.record, path: "") }, now: now)
        self.bindings = bindings
    }

    package var resource: Value? { record.map { .record($0) } }
    package var nullMatchesNothing: Bool { true }

    package func variable(_ name: String) -> Value? {
        if let value = bindings[name] { return value }
        switch name {
        case "now":
            guard let now, let instant = Instant(nanoseconds: Int128(now) * 1000) else {
                return .unknown(UnknownFields(["as_of"]))
            }
            return .timestamp(instant)
        case "inventory": return .record(WholeInventory(graph: graph))
        default: return nil
        }
    }

    package func followed(_ reference: Value, type: String) -> Value {
        guard case .string(let id) = reference else { return reference }
        return graph.resource(
            type: type, id: id, seenFrom: record?.scopeText("account"), record?.scopeText("region"))
    }

    package func admits(_ record: any Record, field: String, _ query: Literal) -> Value {
        guard let record = record as? InventoryRecord, case .traffic(let question) = query else { return .bool(false) }
        return TrafficAnswer(graph).answer(question, record, field: field)
    }

    package func cost(of record: any Record, changed: [String: Value]) -> Value {
        guard let resource = record as? InventoryRecord ?? (record as? AnyResource)?.record, resource.isResource else {
            return .unknown(UnknownFields([InventoryRecord.costField]))
        }
        return resource.cost(changed: changed).value
    }
}

/// `inventory`: a list of resources for each collection.
private struct WholeInventory: Record {
    let graph: InventoryGraph
    var typeName: String { "inventory" }
    var fieldNames: [String] { graph.catalog.collections.names }
    var identity: RecordIdentity { RecordIdentity(container: ObjectIdentifier(graph), offset: 0) }
    var text: String { "\(graph.inventory.resourceCount) resources" }
    func field(_ name: String) -> Value? {
        graph.catalog.collections.index(of: name).map { graph.resources(ofType: $0) }
    }
}
