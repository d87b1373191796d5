/// Values that repeat, each with the number of the distinct one.
package struct Numbering<Value: Hashable & Sendable>: Sendable {
    package private(set) var distinct: [Value] = []
    /// -1 for nil.
    package private(set) var numbers: [Int32] = []

    package init(_ values: [Value?]) {
        var known: [Value: Int32] = [:]
        numbers.reserveCapacity(values.count)
        for value in values {
            guard let value else {
                numbers.append(-1)
                continue
            }
            let number = known[value] ?? Int32(distinct.count)
            if Int(number) == distinct.count {
                known[value] = number
                distinct.append(value)
            }
            numbers.append(number)
        }
    }

    /// Where each of the distinct values stands first.
    package var firsts: [Int] {
        var result = [Int](repeating: -1, count: distinct.count)
        for (index, number) in numbers.enumerated() where number >= 0 && result[Int(number)] < 0 {
            result[Int(number)] = index
        }
        return result
    }
}
