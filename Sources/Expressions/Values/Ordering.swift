/// How two values stand to each other.
package enum Comparison: Sendable {
    case less, equal, greater
    /// One of them is not a number.
    case unordered

    init(_ order: Int) { self = order < 0 ? .less : order == 0 ? .equal : .greater }

    init<T: Comparable>(_ left: T, _ right: T) { self = left < right ? .less : left == right ? .equal : .greater }

    /// Of doubles: IEEE 754, where NaN is neither below nor above nor equal.
    init(_ left: Double, _ right: Double) {
        self = left < right ? .less : left > right ? .greater : left == right ? .equal : .unordered
    }

    fileprivate var reversed: Comparison {
        switch self {
        case .less: .greater
        case .greater: .less
        case .equal, .unordered: self
        }
    }
}

extension Value {
    /// How this stands to another value; nil when no order is defined between the two: CEL's `<` and its like
    /// (https://github.com/google/cel-spec/blob/master/doc/langdef.md#equality-and-ordering).
    ///
    /// Text is ordered by code points, bytes by value, `false` before `true`.
    package func compare(to other: Value) -> Comparison? {
        switch (self, other) {
        case (.bool(let left), .bool(let right)): Comparison(left ? 1 : 0, right ? 1 : 0)
        case (.string(let left), .string(let right)):
            Comparison(left.withBytes { left in right.withBytes { left.order(comparedTo: $0) } })
        case (.bytes(let left), .bytes(let right)):
            Comparison(left.withUnsafeBufferPointer { left in right.withUnsafeBufferPointer(left.order) })
        case (.timestamp(let left), .timestamp(let right)): Comparison(left, right)
        case (.duration(let left), .duration(let right)): Comparison(left, right)
        default: comparedNumbers(with: other)
        }
    }

    /// How two numbers of any types stand to each other; nil when one is no number.
    ///
    /// Integers of both types are compared exactly. An integer meets a double as the double nearest to it, as CEL's
    /// conformance suite wants it (`dyn(9223372036854775807) >= 9223372036854775808.0`) and its implementations do.
    func comparedNumbers(with other: Value) -> Comparison? {
        switch (self, other) {
        case (.int(let left), .int(let right)): Comparison(left, right)
        case (.uint(let left), .uint(let right)): Comparison(left, right)
        case (.double(let left), .double(let right)): Comparison(left, right)
        case (.int(let left), .double(let right)): Comparison(Double(left), right)
        case (.uint(let left), .double(let right)): Comparison(Double(left), right)
        case (.int(let left), .uint(let right)): left < 0 ? .less : Comparison(UInt64(left), right)
        case (.double, .int), (.double, .uint), (.uint, .int): other.comparedNumbers(with: self)?.reversed
        default: nil
        }
    }
}
