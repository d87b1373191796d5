/// CEL's math extension (https://github.com/google/cel-go/blob/master/ext/README.md#math): extremes, rounding, signs,
/// bits.
enum MathFunctions {
    static let definitions: [FunctionDefinition] = [
        FunctionDefinition(
            .greatest, extremes, "The greatest of some numbers, or of the numbers of a list.",
            example: "math.greatest(1, 3.5, 2u) == 3.5",
            any: { (arguments) throws(EvaluationError) in try extreme(arguments, .greatest, .greater) }),
        FunctionDefinition(
            .least, extremes, "The least of some numbers, or of the numbers of a list.",
            example: "math.least([4, 2, 3]) == 2",
            any: { (arguments) throws(EvaluationError) in try extreme(arguments, .least, .less) }),
        rounding(.ceil, "The next whole number, upwards.", example: "math.ceil(1.2) == 2.0", .up),
        rounding(.floor, "The next whole number, downwards.", example: "math.floor(-1.2) == -2.0", .down),
        rounding(
            .round, "The nearest whole number; of two, the one further from zero.", example: "math.round(-1.5) == -2.0",
            .toNearestOrAwayFromZero),
        rounding(.trunc, "The number without its fraction.", example: "math.trunc(-1.3) == -1.0", .towardZero),
        FunctionDefinition(
            .abs, sameType, "The number without its sign.", example: "math.abs(-3) == 3",
            one: { (value) throws(EvaluationError) in try magnitude(value) }),
        FunctionDefinition(
            .sign, sameType, "-1, 0 or 1 as the number is below, at or above zero.", example: "math.sign(-4.2) == -1.0",
            one: sign),
        FunctionDefinition(
            .sqrt, numbers.map { .global($0, gives: .double) }, "The square root; not a number below zero.",
            example: "math.sqrt(81) == 9.0", one: squareRoot),
        test(.isNaN, "Whether it is not a number.", example: "math.isNaN(0.0 / 0.0)") { $0.isNaN },
        test(.isInf, "Whether it is infinite.", example: "math.isInf(1.0 / 0.0)") { $0.isInfinite },
        test(.isFinite, "Whether it is a number and not infinite.", example: "math.isFinite(1.2)") { $0.isFinite },
        bits(.bitAnd, "The bits that are set in both.", example: "math.bitAnd(3, 5) == 1", { $0 & $1 }),
        bits(.bitOr, "The bits that are set in one or both.", example: "math.bitOr(1u, 2u) == 3u", { $0 | $1 }),
        bits(.bitXor, "The bits that are set in exactly one.", example: "math.bitXor(3, 5) == 6", { $0 ^ $1 }),
        FunctionDefinition(
            .bitNot, [.global(.int, gives: .int), .global(.uint, gives: .uint)], "The opposite of each bit.",
            example: "math.bitNot(1) == -2", one: bitNot),
        shift(
            .bitShiftLeft, "The bits moved to the left; none is left after 64.", example: "math.bitShiftLeft(1, 3) == 8"
        ) {
            $0 << $1
        },
        shift(
            .bitShiftRight, "The bits moved to the right, zeros following whatever the sign; none is left after 64.",
            example: "math.bitShiftRight(1024, 2) == 256"
        ) { $0 >> $1 },
    ]

    private static let numbers: [ValueType] = [.int, .uint, .double]

    private static let sameType: [Overload] = numbers.map { .global($0, gives: $0) }

    /// Numbers of one type give that type, numbers of several whichever wins.
    private static let extremes: [Overload] =
        numbers.map { .variadic($0, gives: $0) } + numbers.map { .global(.list($0), gives: $0) }
        + [.variadic(.int, .uint, .double, gives: .dyn), .global(.list(.dyn), gives: .dyn)]

    // MARK: - Extremes

    private static func extreme(
        _ arguments: [Value], _ function: Function, _ better: Comparison
    ) throws(EvaluationError) -> Value? {
        var candidates = arguments
        if arguments.count == 1, case .list(let elements) = arguments[0] {
            guard !elements.isEmpty else {
                throw EvaluationError(.invalidArgument, "\(function.rawValue): the list must not be empty")
            }
            candidates = elements
        }
        // The first of equals stays, and so does a number where it meets what is none.
        guard var best = candidates.first, isNumber(best) else { return nil }
        for candidate in candidates.dropFirst() {
            guard let comparison = candidate.comparedNumbers(with: best) else { return nil }
            if comparison == better || comparison == .unordered && isNaN(best) { best = candidate }
        }
        return best
    }

    private static func isNumber(_ value: Value) -> Bool { value.comparedNumbers(with: .int(0)) != nil }

    private static func isNaN(_ value: Value) -> Bool {
        if case .double(let double) = value { double.isNaN } else { false }
    }

    // MARK: - Numbers

    private static func rounding(
        _ function: Function, _ summary: String, example: String, _ rule: FloatingPointRoundingRule
    ) -> FunctionDefinition {
        FunctionDefinition(
            function, [.global(.double, gives: .double)], summary, example: example,
            one: { if case .double(let value) = $0 { .double(value.rounded(rule)) } else { nil } })
    }

    private static func test(
        _ function: Function, _ summary: String, example: String, _ holds: @escaping @Sendable (Double) -> Bool
    ) -> FunctionDefinition {
        FunctionDefinition(
            function, [.global(.double, gives: .bool)], summary, example: example,
            one: { if case .double(let value) = $0 { .bool(holds(value)) } else { nil } })
    }

    private static func magnitude(_ value: Value) throws(EvaluationError) -> Value? {
        switch value {
        case .int(let int):
            guard int != .min else {
                throw EvaluationError(.overflow, "the result of math.abs is out of the range of int")
            }
            return .int(int < 0 ? -int : int)
        case .uint: return value
        case .double(let double): return .double(double.magnitude)
        default: return nil
        }
    }

    private static func sign(_ value: Value) -> Value? {
        switch value {
        case .int(let int): .int(int.signum())
        case .uint(let uint): .uint(uint.signum())
        case .double(let double): double.isNaN ? value : .double(double > 0 ? 1 : double < 0 ? -1 : 0)
        default: nil
        }
    }

    private static func squareRoot(_ value: Value) -> Value? {
        switch value {
        case .int(let int): .double(Double(int).squareRoot())
        case .uint(let uint): .double(Double(uint).squareRoot())
        case .double(let double): .double(double.squareRoot())
        default: nil
        }
    }

    // MARK: - Bits

    private static func bits(
        _ function: Function, _ summary: String, example: String, _ join: @escaping @Sendable (UInt64, UInt64) -> UInt64
    ) -> FunctionDefinition {
        FunctionDefinition(
            function, [.global(.int, .int, gives: .int), .global(.uint, .uint, gives: .uint)], summary,
            example: example,
            two: { left, right in
                switch (left, right) {
                case (.int(let left), .int(let right)):
                    .int(Int64(bitPattern: join(UInt64(bitPattern: left), UInt64(bitPattern: right))))
                case (.uint(let left), .uint(let right)): .uint(join(left, right))
                default: nil
                }
            })
    }

    private static func bitNot(_ value: Value) -> Value? {
        switch value {
        case .int(let int): .int(~int)
        case .uint(let uint): .uint(~uint)
        default: nil
        }
    }

    /// Swift's own shift gives zero from 64 on, and that of unsigned numbers does not keep the sign.
    private static func shift(
        _ function: Function, _ summary: String, example: String, _ move: @escaping @Sendable (UInt64, Int64) -> UInt64
    ) -> FunctionDefinition {
        FunctionDefinition(
            function, [.global(.int, .int, gives: .int), .global(.uint, .int, gives: .uint)], summary, example: example,
            two: { (value, count) throws(EvaluationError) in
                guard case .int(let count) = count else { return nil }
                let result: Value
                switch value {
                case .int(let int): result = .int(Int64(bitPattern: move(UInt64(bitPattern: int), count)))
                case .uint(let uint): result = .uint(move(uint, count))
                default: return nil
                }
                guard count >= 0 else {
                    throw EvaluationError(.invalidArgument, "\(function.rawValue): negative offset \(count)")
                }
                return result
            })
    }
}
