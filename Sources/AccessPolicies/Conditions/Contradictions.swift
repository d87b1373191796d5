/// Conditions of one statement that no request can meet together.
enum Contradictions {
    /// Whether the conditions exclude each other, or one of them excludes every request.
    static func isImpossible(_ conditions: [Condition]) -> Bool { first(conditions) != nil }

    /// The first two conditions that exclude each other, by index; the same index twice for one that nothing meets.
    static func first(_ conditions: [Condition]) -> (Int, Int)? {
        for (index, condition) in conditions.enumerated() {
            guard let test = condition.test, let key = condition.meaning?.name else { continue }
            if condition.values.isEmpty, !test.isNegated, !test.holdsWithoutKey { return (index, index) }
            for other in 0..<index where conditions[other].meaning?.name == key {
                guard let otherTest = conditions[other].test else { continue }
                if exclude(condition, test, conditions[other], otherTest) { return (other, index) }
            }
        }
        return nil
    }

    private static func exclude(
        _ left: Condition, _ test: ConditionOperator, _ right: Condition, _ otherTest: ConditionOperator
    ) -> Bool {
        if test.comparison == .null || otherTest.comparison == .null {
            return excludeByNull(left, test, right, otherTest)
        }
        // A key with several values may meet both.
        guard test.quantifier == nil, otherTest.quantifier == nil, !test.ifExists || !otherTest.ifExists else {
            return false
        }
        guard test.comparison == otherTest.comparison,
            test.comparison == .stringEquals || test.comparison == .bool
        else { return false }
        guard !values(left).contains("${"), !values(right).contains("${") else { return false }
        switch (test.isNegated, otherTest.isNegated) {
        case (false, false): return !test.ifExists && !otherTest.ifExists && set(left).isDisjoint(with: set(right))
        case (false, true): return !test.ifExists && set(left).isSubset(of: set(right))
        case (true, false): return !otherTest.ifExists && set(right).isSubset(of: set(left))
        case (true, true): return false
        }
    }

    /// `Null: true` wants the key missing; another operator that needs it excludes that.
    private static func excludeByNull(
        _ left: Condition, _ test: ConditionOperator, _ right: Condition, _ otherTest: ConditionOperator
    ) -> Bool {
        let (null, other, otherTest) = test.comparison == .null ? (left, right, otherTest) : (right, left, test)
        let wanted = Set(null.values.map { $0.text.lowercased() })
        if otherTest.comparison == .null {
            return wanted.isDisjoint(with: Set(other.values.map { $0.text.lowercased() }))
        }
        return wanted == ["true"] && !otherTest.holdsWithoutKey
    }

    private static func set(_ condition: Condition) -> Set<String> {
        let isBool = condition.test?.comparison == .bool
        return Set(condition.values.map { isBool ? $0.text.lowercased() : $0.text })
    }

    private static func values(_ condition: Condition) -> String {
        condition.values.map(\.text).joined(separator: "\n")
    }
}
