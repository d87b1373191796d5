internal import Networks

extension Value {
    /// Whether both are the same value: CEL's `==`
    /// (https://github.com/google/cel-spec/blob/master/doc/langdef.md#equality-and-ordering).
    ///
    /// Numbers are compared whatever their types, see `Comparison`; `NaN` equals nothing. Lists and maps are compared
    /// deeply. Values of different kinds are unequal. Records are the same when they are the same record of the same
    /// inventory. What is unknown equals nothing: whoever may hold such values asks first.
    ///
    /// Throws when the values hold more than `Limit.comparisons` parts: a list that holds one list many times, and that
    /// again, is small in memory only.
    package func isEqual(to other: Value) throws(EvaluationError) -> Bool {
        var budget = Limit.comparisons
        return try isEqual(to: other, &budget)
    }

    /// What `==` gives when one is a prefix list of which nobody knows what it holds, and the other a range.
    func unknownEquality(with other: Value) -> Value? {
        switch (self, other) {
        case (.peer(let peer), .cidr), (.peer(let peer), .addresses), (.cidr, .peer(let peer)),
            (.addresses, .peer(let peer)):
            guard peer.kind == .prefixList, peer.addresses == nil else { return nil }
            return .unknown(UnknownFields(["the addresses of \(peer.id)"]))
        default: return nil
        }
    }

    private func isEqual(to other: Value, _ budget: inout Int) throws(EvaluationError) -> Bool {
        switch (self, other) {
        case (.null, .null): return true
        case (.bool(let left), .bool(let right)): return left == right
        case (.string(let left), .string(let right)): return left.isExactly(right)
        case (.bytes(let left), .bytes(let right)): return left == right
        case (.type(let left), .type(let right)): return left == right
        case (.timestamp(let left), .timestamp(let right)): return left == right
        case (.duration(let left), .duration(let right)): return left == right
        case (.list(let left), .list(let right)): return try Self.areEqual(left, right, &budget)
        case (.map(let left), .map(let right)): return try Self.areEqual(left, right, &budget)
        case (.optional(let left), .optional(let right)):
            guard let left, let right else { return left == nil && right == nil }
            return try left.isEqual(to: right, &budget)
        case (.ip(let left), .ip(let right)): return left == right
        case (.cidr(let left), .cidr(let right)): return left == right
        case (.addresses(let left), .addresses(let right)): return left == right
        case (.portRange(let left), .portRange(let right)): return left == right
        case (.protocol(let left), .protocol(let right)): return left == right
        case (.peer(let left), .peer(let right)): return left == right
        // A prefix list is the range that it holds alone.
        case (.peer(let peer), .cidr(let range)), (.cidr(let range), .peer(let peer)):
            return peer.addresses == AddressSet(range.range)
        case (.peer(let peer), .addresses(let set)), (.addresses(let set), .peer(let peer)):
            return peer.addresses == set
        case (.record(let left), .record(let right)): return left.identity == right.identity
        default: return comparedNumbers(with: other) == .equal
        }
    }

    private static func areEqual(
        _ left: [Value], _ right: [Value], _ budget: inout Int
    ) throws(EvaluationError) -> Bool {
        guard left.count == right.count else { return false }
        try spend(left.count, &budget)
        for (left, right) in zip(left, right) {
            guard try left.isEqual(to: right, &budget) else { return false }
        }
        return true
    }

    private static func areEqual(
        _ left: MapValue, _ right: MapValue, _ budget: inout Int
    ) throws(EvaluationError) -> Bool {
        guard left.count == right.count else { return false }
        try spend(left.count, &budget)
        for entry in left.entries {
            guard let value = right[entry.key], try entry.value.isEqual(to: value, &budget) else { return false }
        }
        return true
    }

    private static func spend(_ parts: Int, _ budget: inout Int) throws(EvaluationError) {
        budget -= parts
        guard budget >= 0 else {
            throw EvaluationError(.costLimit, "the values compared have more than \(Limit.comparisons) parts")
        }
    }
}
