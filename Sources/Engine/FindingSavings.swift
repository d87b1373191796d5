internal import Catalog
internal import Costing
internal import Expressions
internal import Findings
internal import Inventory
internal import Rules

/// What following a finding would save: the rule's amount, no less than nothing and no more than the resource costs.
extension Kernel {
    /// `list`: position of the entry's list among the rule's, whose entry the kernel has entered; nil for the resource. Nil
    /// for rules that do not speak of savings.
    func savings(of rule: Rule, list: Int?, elements: [FieldType]) -> Savings? {
        guard rule.savings.indices.contains(list ?? 0), let record else { return nil }
        let expression = rule.savings[list ?? 0]
        let cost = record.cost
        if case .field(let owner, InventoryRecord.costField) = expression.kind, case .resource = owner.kind {
            return Self.savings(cost, atMost: cost)
        }
        switch evaluate(expression, elements: elements) {
        case .success(.double(let dollars)):
            guard let micros = Int64(exactly: (dollars * 1_000_000).rounded(.toNearestOrEven)) else {
                return .unpriced(reason: "the amount of the rule is beyond all prices")
            }
            return Self.savings(.stated(Money(micros: micros)), atMost: cost)
        case .success(.unknown(let fields)):
            return .unpriced(reason: fields.reason ?? CostGap(unstated: fields.paths).reason)
        case .success: return .unpriced(reason: "the amount of the rule is none for this resource")
        case .failure(let error): return .unpriced(reason: error.message)
        }
    }

    private static func savings(_ amount: Cost, atMost cost: Cost) -> Savings {
        switch amount {
        case .unpriced(let gap): .unpriced(reason: gap.reason)
        default: .monthly(max(.zero, min(amount.amount ?? .zero, cost.amount ?? Money(micros: .max))))
        }
    }
}

extension JudgementWriter {
    /// What the finding would save, and what says so of the resource's cost where prices give that.
    func savings(_ compiled: CompiledRule, _ resource: ResourceRecord, _ entry: EntryPlace?)
        -> (savings: Savings?, evidence: Evidence?)
    {
        guard compiled.hasSavings else { return (nil, nil) }
        if let entry { kernel.enter(entry.record) }
        let savings = RuleRun.savings(compiled, program, resource, entry, kernel)
        guard case .monthly(let money)? = savings, money > .zero, let text = kernel.record?.cost.evidence else {
            return (savings, nil)
        }
        return (savings, Evidence(path: InventoryRecord.costField, value: Self.oneLine(text), span: nil))
    }

    /// What the resource costs by the prices, for messages.
    var pricedText: String? { kernel.record?.cost.amount?.exact }

    /// An amount of money in dollars; nil for other values.
    static func dollars(_ value: Result<Value, EvaluationError>, of expression: Expression) -> String? {
        guard isMoney(expression), case .success(.double(let dollars)) = value else { return nil }
        return Int64(exactly: (dollars * 1_000_000).rounded(.toNearestOrEven)).map { Money(micros: $0).exact }
    }

    /// Whether an expression gives dollars: a field, what `cost_as` gives, their sums and parts.
    private static func isMoney(_ expression: Expression) -> Bool {
        if expression.type == .usd { return true }
        guard case .call(let function, let arguments) = expression.kind, arguments.count == 2 else { return false }
        switch function {
        case .add, .subtract: return arguments.allSatisfy(isMoney)
        case .multiply: return arguments.count(where: isMoney) == 1
        case .divide: return isMoney(arguments[0]) && !isMoney(arguments[1])
        default: return false
        }
    }
}
