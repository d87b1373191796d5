internal import Catalog
internal import Costing
internal import Expressions
internal import Findings
internal import Inventory

/// What resources cost: as the inventory states, else by the prices of the run.
extension InventoryRecord {
    /// The field that states it.
    static let costField = "monthly_cost"

    /// What the inventory states; nil where it is silent.
    private var statedCost: Money? {
        let shape = graph.catalog.shapes[graph.catalog.types[Int(resource.type)].shape]
        guard let field = shape.field(Self.costField), field.isPriced, case .own(let slot) = field.slot else {
            return nil
        }
        let word = segment.words[Int(resource.slots) + slot]
        return word.isSet ? Money(micros: word.int) : nil
    }

    /// What the resource costs a month.
    var cost: Cost {
        if let statedCost { return .stated(statedCost) }
        return graph.pricer.cost(ofType: Int(resource.type), in: RuleContext(graph, self, now: nil))
    }

    /// What it would cost with some fields changed. A stated cost changes as the list price does, so that a discount stays.
    func cost(changed: [String: Value]) -> Cost {
        let type = Int(resource.type)
        let context = ChangedContext(base: RuleContext(graph, self, now: nil), record: self, changes: changed)
        let after = graph.pricer.cost(ofType: type, in: context)
        guard let statedCost, let afterAmount = after.amount else { return after }
        let before = graph.pricer.cost(ofType: type, in: RuleContext(graph, self, now: nil))
        guard let beforeAmount = before.amount else { return before }
        guard beforeAmount.micros > 0 else { return after }
        let product = Int128(statedCost.micros) * Int128(afterAmount.micros)
        let (quotient, remainder) = product.quotientAndRemainder(dividingBy: Int128(beforeAmount.micros))
        let isUp = remainder * 2 >= Int128(beforeAmount.micros)
        return .stated(Money(micros: Int64(clamping: quotient + (isUp ? 1 : 0))))
    }
}

extension Cost {
    /// As expressions see it.
    var value: Value {
        switch self {
        case .unpriced(let gap):
            .unknown(
                UnknownFields(gap.unstated.isEmpty ? [InventoryRecord.costField] : gap.unstated, reason: gap.reason))
        default: .double(Double(amount?.micros ?? 0) / 1_000_000)
        }
    }

    /// As evidence shows it: the amount, the books that it is from and of when their figures are. Nil where the inventory
    /// states it.
    var evidence: String? {
        guard case .priced(let figure) = self else { return nil }
        guard !figure.parts.isEmpty else { return figure.amount.dollars }
        var remarks = figure.books
        // What stands in brackets behind a date is for `plumb prices show`.
        var dates: [String] = []
        for date in figure.parts.map({ String($0.date.prefix { $0 != "(" }) }) {
            let date = date.last == " " ? String(date.dropLast()) : date
            if !dates.contains(date) { dates.append(date) }
        }
        remarks.append("figures of \(dates.joined(separator: ", "))")
        remarks += figure.assumptions.map { "supposing that \($0)" }
        return "\(figure.amount.dollars) (\(remarks.joined(separator: "; ")))"
    }
}

/// What expressions find around a resource that has some of its fields changed.
private struct ChangedContext: EvaluationContext {
    let base: RuleContext
    let record: InventoryRecord
    let changes: [String: Value]

    var resource: Value? { .record(ChangedRecord(record: record, changes: changes)) }
    var nullMatchesNothing: Bool { base.nullMatchesNothing }
    func variable(_ name: String) -> Value? { base.variable(name) }
    func followed(_ reference: Value, type: String) -> Value { base.followed(reference, type: type) }
    func admits(_ record: any Record, field: String, _ query: Literal) -> Value {
        base.admits(record, field: field, query)
    }
}

/// A resource with other values in some of its fields.
private struct ChangedRecord: Record {
    let record: InventoryRecord
    let changes: [String: Value]
    var typeName: String { record.typeName }
    var fieldNames: [String] { record.fieldNames }
    var identity: RecordIdentity { record.identity }
    var text: String { record.text }
    func field(_ name: String) -> Value? { changes[name] ?? record.field(name) }
}
