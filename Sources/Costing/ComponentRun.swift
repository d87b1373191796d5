internal import Expressions
internal import Findings
internal import Prices

/// One resource's way through its model. What is unknown of any component is told, not only of the first.
struct ComponentRun {
    private let context: any EvaluationContext
    private let book: PriceBook
    private let gaps: PriceGaps
    private var figure = CostFigure()
    private var unstated = UnknownFields([])
    private var gap: CostGap?

    init(_ context: any EvaluationContext, book: PriceBook, gaps: PriceGaps) {
        (self.context, self.book, self.gaps) = (context, book, gaps)
    }

    mutating func cost(_ model: CostModel) -> Cost {
        if let condition = model.costsNothing, holds(condition) { return .priced(figure) }
        if let exception = model.unpriced.first(where: { $0.when.map(holds) ?? true }) {
            return .unpriced(CostGap(reason: exception.text))
        }
        for component in model.components { add(component) }
        if !unstated.paths.isEmpty { return .unpriced(CostGap(unstated: unstated.paths)) }
        if let gap { return .unpriced(gap) }
        if figure.amount > .zero {
            figure.assumptions = model.assumptions.filter { $0.when.map(holds) ?? true }.map(\.text)
        }
        return .priced(figure)
    }

    private mutating func add(_ component: CostModel.Component) {
        if let condition = component.when {
            switch value(of: condition) {
            case .bool(true): break
            case .unknown(let fields): return note(fields)
            default: return
            }
        }
        let wanted = need(component.billed)
        // Nothing of something costs nothing, whether it has a price or not.
        guard let wanted, wanted.quantity.numerator > 0, let region else { return }
        if let price = book.price(component.item, key: wanted.key, region: region) {
            return add(component, price, wanted)
        }
        if let instead = component.instead, let other = need(instead),
            let price = book.price(component.item, key: other.key, region: region)
        {
            return add(component, price, other)
        }
        gap = gap ?? CostGap(reason: gaps.reason(component.item, key: wanted.key, region: region, in: book))
    }

    private mutating func add(_ component: CostModel.Component, _ price: Price, _ wanted: Need) {
        guard let micros = price.monthly(wanted.quantity) else {
            let name = Self.name(component.item, wanted.key)
            gap = gap ?? CostGap(reason: "the prices of `\(name)` do not go as far as what it has")
            return
        }
        figure.amount = figure.amount + Money(micros: micros)
        figure.parts.append(
            CostFigure.Part(
                name: component.name, item: component.item, key: wanted.key, amount: Money(micros: micros),
                book: price.book, date: price.date))
    }

    private static func name(_ item: String, _ key: String?) -> String { key.map { "\(item) \($0)" } ?? item }

    // MARK: What is needed

    /// What a component takes of the price book.
    private struct Need {
        var key: String?
        var quantity: Quantity
    }

    /// Nil after noting what is not stated.
    private mutating func need(_ billed: CostModel.Billed) -> Need? {
        var key: String?
        if let expression = billed.key {
            switch value(of: expression) {
            case .string(let text): key = text
            case .unknown(let fields): note(fields)
            default: note(unreadable: expression)
            }
        }
        var quantity = Quantity.one
        if let expression = billed.quantity {
            switch value(of: expression) {
            case .int(let count) where count < 0:
                let fields = Self.fields(of: expression).map { "`\($0)`" }
                gap =
                    gap
                    ?? CostGap(reason: "what the inventory states as \(fields.joined(separator: ", ")) is below zero")
                return nil
            case .int(let count): quantity = billed.isInBytes ? Quantity(count, over: 1 << 30) : Quantity(count)
            case .unknown(let fields):
                note(fields)
                return nil
            default:
                note(unreadable: expression)
                return nil
            }
        }
        return billed.key == nil || key != nil ? Need(key: key, quantity: quantity) : nil
    }

    private var region: String? {
        mutating get {
            guard case .record(let record)? = context.resource else { return nil }
            switch record.field("region") {
            case .string(let name)?: return name
            case .unknown(let fields)?: note(fields)
            default: note(UnknownFields(["region"]))
            }
            return nil
        }
    }

    private mutating func note(_ fields: UnknownFields) { unstated = unstated.merged(with: fields) }

    /// Null, or an error such as an overflow: the fields that it comes from say too little.
    private mutating func note(unreadable expression: Expression) { note(UnknownFields(Self.fields(of: expression))) }

    private static func fields(of expression: Expression) -> [String] {
        if case .field(let record, let name) = expression.kind, case .resource = record.kind { return [name] }
        return expression.parts.flatMap { fields(of: $0) }
    }

    // MARK: Expressions

    private func value(of expression: Expression) -> Value {
        var evaluator = Evaluator(context)
        do {
            return try evaluator.value(of: expression)
        } catch {
            return .null
        }
    }

    private func holds(_ condition: Expression) -> Bool {
        if case .bool(true) = value(of: condition) { return true }
        return false
    }
}
