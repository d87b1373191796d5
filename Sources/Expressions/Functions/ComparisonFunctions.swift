/// Logic and comparison
/// (https://github.com/google/cel-spec/blob/master/doc/langdef.md#list-of-standard-definitions).
///
/// The evaluator decides `&&` and `||` itself, as they need not know both operands; the bodies here are for two truth
/// values.
enum ComparisonFunctions {
    static let definitions: [FunctionDefinition] = [
        FunctionDefinition(
            .and, [.global(.bool, .bool, gives: .bool)], "Whether both hold; false when one is, whatever the other.",
            example: "true && !false", two: { logic($0, $1) { $0 && $1 } }),
        FunctionDefinition(
            .or, [.global(.bool, .bool, gives: .bool)], "Whether one holds; true when one is, whatever the other.",
            example: "false || true", two: { logic($0, $1) { $0 || $1 } }),
        FunctionDefinition(
            .not, [.global(.bool, gives: .bool)], "The opposite truth value.", example: "!false",
            one: { if case .bool(let value) = $0 { .bool(!value) } else { nil } }),
        FunctionDefinition(
            .equals, [.global(.parameter("A"), .parameter("A"), gives: .bool)],
            "Whether both are the same value; numbers are compared whatever their types.", example: "[1, 2] == [1, 2]",
            two: { (left, right) throws(EvaluationError) in
                if let unknown = left.unknownEquality(with: right) { return unknown }
                return .bool(try left.isEqual(to: right))
            }),
        FunctionDefinition(
            .differs, [.global(.parameter("A"), .parameter("A"), gives: .bool)], "Whether the values are not the same.",
            example: "'a' != 'b'",
            two: { (left, right) throws(EvaluationError) in
                if let unknown = left.unknownEquality(with: right) { return unknown }
                return .bool(!(try left.isEqual(to: right)))
            }),
        order(.less, "Whether the first comes before the second.", example: "1 < 2") { $0 == .less },
        order(.lessOrEqual, "Whether the first does not come after the second.", example: "2 <= 2") {
            $0 == .less || $0 == .equal
        },
        order(.greater, "Whether the first comes after the second.", example: "'b' > 'a'") { $0 == .greater },
        order(.greaterOrEqual, "Whether the first does not come before the second.", example: "2.5 >= 2.5") {
            $0 == .greater || $0 == .equal
        },
    ]

    /// Numbers of different types have an order, too; everything else only among its own.
    private static let ordered: [Overload] = {
        let numbers: [ValueType] = [.int, .uint, .double]
        let others: [ValueType] = [.bool, .string, .bytes, .timestamp, .duration, .byteSize, .usd]
        return numbers.flatMap { left in numbers.map { .global(left, $0, gives: .bool) } }
            + others.map { .global($0, $0, gives: .bool) }
    }()

    private static func logic(_ left: Value, _ right: Value, _ join: (Bool, Bool) -> Bool) -> Value? {
        guard case .bool(let left) = left, case .bool(let right) = right else { return nil }
        return .bool(join(left, right))
    }

    private static func order(
        _ function: Function, _ summary: String, example: String, _ holds: @escaping @Sendable (Comparison) -> Bool
    ) -> FunctionDefinition {
        FunctionDefinition(
            function, ordered, summary, example: example,
            two: { left, right in left.compare(to: right).map { .bool(holds($0)) } })
    }
}
