internal import Expressions

/// Reads a condition as a formula, and decides formulas.
struct ConditionFormulaBuilder {
    private(set) var operands: [ConditionOperand] = []
    private var indices: [String: Int] = [:]
    /// Names for the binders around the part at hand, from the outside in.
    var binders: [String]

    /// States that a formula is tried in, times its size.
    private static let limit = 100_000

    init(binders: [String]) { self.binders = binders }

    /// Equal expressions have equal keys.
    func key(_ expression: Expression) -> String { path(expression) ?? expression.syntax(outer: binders).text }

    /// The names of a chain of fields, which operands mostly are; nil for other expressions.
    private func path(_ expression: Expression) -> String? {
        switch expression.kind {
        case .resource: "resource"
        case .field(let record, let name): path(record).map { "\($0).\(name)" }
        default: nil
        }
    }

    // MARK: Reading

    mutating func formula(_ expression: Expression) -> ConditionFormula {
        switch expression.kind {
        case .literal(.bool(let value)): return .constant(value)
        case .conditional(let condition, let yes, let no):
            return .choose(formula(condition), formula(yes), formula(no))
        case .call(let function, let arguments):
            switch function {
            case .and: return .and(arguments.map { formula($0) })
            case .or: return .or(arguments.map { formula($0) })
            case .not: return .not(formula(arguments[0]))
            case .has: return test(arguments[0], .isPresent)
            default: return (arguments.count == 2 ? relation(function, arguments) : nil) ?? opaque(expression)
            }
        default: return opaque(expression)
        }
    }

    /// A condition whose inside is not looked at: true, false or null.
    private mutating func opaque(_ expression: Expression) -> ConditionFormula {
        var truth = expression
        truth.type = .bool
        return test(truth, .isAmong([.bool(true)]))
    }

    private mutating func test(_ expression: Expression, _ test: OperandTest) -> ConditionFormula {
        .test(index(of: expression), test)
    }

    private mutating func index(of expression: Expression) -> Int {
        let key = key(expression)
        if let known = indices[key] { return known }
        indices[key] = operands.count
        operands.append(ConditionOperand(expression))
        return operands.count - 1
    }

    private mutating func relation(_ function: Function, _ arguments: [Expression]) -> ConditionFormula? {
        if let left = Self.literal(arguments[0]), let right = Self.literal(arguments[1]) {
            guard case .bool(let value)? = try? FunctionLibrary.standard[function]?.body([left.value, right.value])
            else { return nil }
            return .constant(value)
        }
        if function == .isIn, Self.elements(arguments[1])?.isEmpty == true { return .constant(false) }
        guard Self.literal(arguments[0]) == nil else { return nil }
        if function == .equals, case .null? = Self.literal(arguments[1]) {
            return .not(test(arguments[0], .isPresent))
        }
        let constants: [Literal]? =
            function == .isIn ? Self.elements(arguments[1]) : Self.literal(arguments[1]).map { [$0] }
        guard let constants else { return nil }
        let index = index(of: arguments[0])
        let points = constants.compactMap { operands[index].point($0) }
        guard points.count == constants.count else { return nil }
        switch function {
        case .equals, .isIn: return .test(index, .isAmong(points))
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            // Texts have an order, too, but it is not looked into.
            if case .text? = points.first { return nil }
            return .test(index, .order(function, points[0]))
        default: return nil
        }
    }

    /// A constant of the rule's text; a parameter's value is its user's.
    static func literal(_ expression: Expression) -> Literal? {
        if case .literal(let literal) = expression.kind { return literal }
        return nil
    }

    /// The constants of a list that holds nothing else.
    static func elements(_ expression: Expression) -> [Literal]? {
        switch expression.kind {
        case .literal(.list(let elements)): return elements
        case .list(let elements):
            let literals = elements.compactMap { $0.isOptional ? nil : literal($0.value) }
            return literals.count == elements.count ? literals : nil
        default: return nil
        }
    }

    // MARK: Deciding

    /// The truth value that the formula has whatever the values of its operands; nil when it depends on them, or on
    /// too many of them.
    func constant(_ formula: ConditionFormula) -> Bool? {
        var points: [Int: Set<OperandPoint>] = [:]
        formula.forEachTest { operand, test in
            switch test {
            case .isPresent: points[operand, default: []].formUnion([])
            case .isAmong(let values): points[operand, default: []].formUnion(values)
            case .order(_, let value): points[operand, default: []].insert(value)
            }
        }
        let cells = points.keys.sorted().map { ($0, operands[$0].cells(between: points[$0] ?? [])) }
        var states = formula.size
        for (_, values) in cells {
            states = states.multipliedReportingOverflow(by: values.count).partialValue
            if states > Self.limit { return nil }
        }
        var state: [Int: OperandCell] = [:]
        var result: Bool?
        /// False when two states differ.
        func visit(_ depth: Int) -> Bool {
            guard depth < cells.count else {
                let holds = formula.holds(state)
                if result == nil { result = holds }
                return result == holds
            }
            for cell in cells[depth].1 {
                state[cells[depth].0] = cell
                if !visit(depth + 1) { return false }
            }
            return true
        }
        return visit(0) ? result : nil
    }
}
