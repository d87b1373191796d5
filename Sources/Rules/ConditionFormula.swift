internal import Expressions

/// A condition as a formula of tests on operands. Of an operand nothing is known but its type, so that what holds for
/// every value of every operand holds whatever the inventory says.
indirect enum ConditionFormula {
    case constant(Bool)
    /// A test on the operand of this index.
    case test(Int, OperandTest)
    case not(ConditionFormula)
    case and([ConditionFormula])
    case or([ConditionFormula])
    case choose(ConditionFormula, ConditionFormula, ConditionFormula)

    /// Indices of the operands that it tests.
    var operands: Set<Int> {
        switch self {
        case .constant: []
        case .test(let operand, _): [operand]
        case .not(let inner): inner.operands
        case .and(let parts), .or(let parts): parts.reduce(into: []) { $0.formUnion($1.operands) }
        case .choose(let test, let yes, let no): test.operands.union(yes.operands).union(no.operands)
        }
    }

    /// The number of tests.
    var size: Int {
        switch self {
        case .constant, .test: 1
        case .not(let inner): inner.size
        case .and(let parts), .or(let parts): parts.reduce(0) { $0 + $1.size }
        case .choose(let test, let yes, let no): test.size + yes.size + no.size
        }
    }

    func forEachTest(_ body: (Int, OperandTest) -> Void) {
        switch self {
        case .constant: break
        case .test(let operand, let test): body(operand, test)
        case .not(let inner): inner.forEachTest(body)
        case .and(let parts), .or(let parts): for part in parts { part.forEachTest(body) }
        case .choose(let test, let yes, let no): for part in [test, yes, no] { part.forEachTest(body) }
        }
    }

    /// Whether it holds where each operand has a value of this cell.
    func holds(_ cells: [Int: OperandCell]) -> Bool {
        switch self {
        case .constant(let value): value
        case .test(let operand, let test): cells[operand].map { test.holds(for: $0) } ?? false
        case .not(let inner): !inner.holds(cells)
        case .and(let parts): parts.allSatisfy { $0.holds(cells) }
        case .or(let parts): parts.contains { $0.holds(cells) }
        case .choose(let test, let yes, let no): test.holds(cells) ? yes.holds(cells) : no.holds(cells)
        }
    }
}

/// What stands on the left of tests, with the values that it may have.
struct ConditionOperand {
    enum Domain: Equatable {
        /// Whole numbers from `lower` on, or values with others between any two of them.
        case ordered(isWhole: Bool, lower: Int64)
        case doubles
        case names([String])
        /// Values that are only equal or different.
        case texts
        case bools
    }

    var expression: Expression
    var domain: Domain
    var mayBeNull: Bool

    init(_ expression: Expression) {
        self.expression = expression
        mayBeNull = true
        switch expression.type {
        case .int:
            domain = .ordered(isWhole: true, lower: .min)
            // A list that is not there has no elements; a text that is not there has no length.
            guard case .call(.size, let arguments) = expression.kind else { return }
            switch arguments[0].type {
            case .list, .map: (domain, mayBeNull) = (.ordered(isWhole: true, lower: 0), false)
            default: domain = .ordered(isWhole: true, lower: 0)
            }
        case .byteSize: domain = .ordered(isWhole: true, lower: .min)
        case .timestamp, .duration, .usd: domain = .ordered(isWhole: false, lower: .min)
        case .double: domain = .doubles
        case .string, .reference, .protocol, .portRange: domain = .texts
        case .enumeration(let names): domain = .names(names)
        case .bool: domain = .bools
        // Of the others only whether they are null.
        default: domain = .texts
        }
    }

    /// The constant as a value of the operand; nil when it is of another type.
    func point(_ literal: Literal) -> OperandPoint? {
        switch (literal, domain) {
        case (.int(let value), .ordered), (.bytes(let value), .ordered), (.timestamp(let value), .ordered),
            (.duration(let value), .ordered), (.usd(let value), .ordered):
            .number(value)
        case (.double(let value), .doubles) where !value.isNaN: .double(value)
        case (.string(let text), .texts) where expression.type != .dyn: .text(text)
        case (.protocol, .texts), (.portRange, .texts): .text(literal.text)
        case (.enumeration(_, let name), .names): .text(name)
        case (.bool(let value), .bools): .bool(value)
        default: nil
        }
    }

    /// The operand's values in cells, such that each test comes out the same for all values of a cell.
    func cells(between points: Set<OperandPoint>) -> [OperandCell] {
        var cells: [OperandCell] = mayBeNull ? [.null] : []
        switch domain {
        case .bools: cells += [.value(.bool(false)), .value(.bool(true))]
        case .names(let names): cells += names.map { .value(.text($0)) }
        case .texts: cells += points.map { .value($0) } + [.other]
        // What is no number is neither equal to a number nor above or below one.
        case .doubles: cells += [.other] + steps(points)
        case .ordered(let isWhole, let lower):
            cells += steps(points).filter { Self.isInhabited($0, isWhole: isWhole, lower: lower) }
        }
        return cells
    }

    private static func isInhabited(_ cell: OperandCell, isWhole: Bool, lower: Int64) -> Bool {
        func number(_ point: OperandPoint?) -> Int64? { if case .number(let value)? = point { value } else { nil } }
        switch cell {
        case .value(let point): return number(point).map { $0 >= lower } ?? true
        case .between(let low, let high):
            let (low, high) = (number(low), number(high))
            guard low != .max, high != .min else { return false }
            let most = high.map { $0 - 1 } ?? .max
            // Between two fractions there is always another.
            return isWhole ? max(low.map { $0 + 1 } ?? lower, lower) <= most : most >= lower
        default: return true
        }
    }

    private func steps(_ points: Set<OperandPoint>) -> [OperandCell] {
        let sorted = points.sorted()
        guard let first = sorted.first, let last = sorted.last else { return [.other] }
        var cells: [OperandCell] = [.between(nil, first)]
        for (point, next) in zip(sorted, sorted.dropFirst()) { cells += [.value(point), .between(point, next)] }
        return cells + [.value(last), .between(last, nil)]
    }
}

/// A constant that an operand is compared with.
enum OperandPoint: Hashable, Comparable {
    case number(Int64)
    case double(Double)
    case text(String)
    case bool(Bool)

    static func < (a: Self, b: Self) -> Bool {
        switch (a, b) {
        case (.number(let a), .number(let b)): a < b
        case (.double(let a), .double(let b)): a < b
        case (.text(let a), .text(let b)): a < b
        default: false
        }
    }
}

/// Values of an operand that no test tells apart.
enum OperandCell {
    case null
    case value(OperandPoint)
    /// What lies between two numbers, or beyond one.
    case between(OperandPoint?, OperandPoint?)
    /// Any value that is none of the constants.
    case other
}

/// What is asked of an operand.
enum OperandTest {
    case isPresent
    case isAmong([OperandPoint])
    /// `<`, `<=`, `>` or `>=`.
    case order(Function, OperandPoint)

    func holds(for cell: OperandCell) -> Bool {
        switch (self, cell) {
        case (.isPresent, .null): return false
        case (.isPresent, _): return true
        case (.isAmong(let points), .value(let value)): return points.contains(value)
        case (.order(let function, let point), .value(let value)):
            switch function {
            case .less: return value < point
            case .lessOrEqual: return value <= point
            case .greater: return value > point
            default: return value >= point
            }
        case (.order(let function, let point), .between(let low, let high)):
            return function == .less || function == .lessOrEqual
                ? high.map { $0 <= point } ?? false : low.map { $0 >= point } ?? false
        default: return false
        }
    }
}
