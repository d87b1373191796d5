import Expressions
import Testing
import SeededRandom

/// The suite's sections comparisons/*, and what lies between its lines.
struct FunctionComparisonTests {
    private static let big = Value.int(.max)

    @Test(
        "equality",
        arguments: [
            FunctionCall(.equals, 1, 1, gives: true), .init(.equals, -1, 1, gives: false),
            .init(.equals, 1, .uint(1), gives: true), .init(.equals, 1, 1.0, gives: true),
            .init(.equals, .uint(1), 1.0, gives: true), .init(.equals, -1, .uint(.max), gives: false),
            .init(.equals, 1, 1.5, gives: false), .init(.equals, .uint(1), 120, gives: false),
            .init(.equals, 0.0, -0.0, gives: true), .init(.equals, .double(.nan), .double(.nan), gives: false),
            .init(.equals, .uint(1), .double(.nan), gives: false), .init(.differs, 1, .double(.nan), gives: true),
            .init(.equals, [1.0, .uint(2), 3], [.uint(1), 2, .uint(3)], gives: true),
            .init(.equals, [], [], gives: true),
            .init(.equals, [1, 2], [2, 1], gives: false), .init(.equals, [1], [1, 1], gives: false),
            .init(.equals, [[1]], [[1.0]], gives: true), .init(.equals, [.double(.nan)], [.double(.nan)], gives: false),
            .init(.equals, ["a": "b", "c": "d"], ["c": "d", "a": "b"], gives: true),
            .init(.equals, [1: "x"], [.uint(1): "x"], gives: true), .init(.equals, ["a": 1], ["a": 2], gives: false),
            .init(.equals, ["a": 1], ["b": 1], gives: false), .init(.equals, ["a": .null], ["b": .null], gives: false),
            .init(.equals, .null, .null, gives: true), .init(.equals, false, .null, gives: false),
            .init(.equals, 2.1, .null, gives: false), .init(.equals, "1", 1, gives: false),
            .init(.equals, .bytes("a"), "a", gives: false), .init(.equals, true, 1, gives: false),
            .init(.equals, "abc", "abc", gives: true), .init(.equals, "abc", "abd", gives: false),
            // One letter to Swift, different code points to CEL.
            .init(.equals, "\u{E9}", "e\u{301}", gives: false), .init(.isIn, "\u{E9}", ["e\u{301}": 1], gives: false),
            .init(.equals, .bytes([255]), .bytes([255]), gives: true),
            .init(.equals, .type(.int), .type(.int), gives: true),
            .init(.equals, .type(.int), .type(.uint), gives: false), .init(.equals, .none, .none, gives: true),
            .init(.equals, .none, .some(1), gives: false), .init(.equals, .some(1), .some(1.0), gives: true),
            .init(.differs, .some(1), .some(2), gives: true), .init(.differs, "a", "a", gives: false),
            .init(.equals, 1, fails: .noSuchOverload),
        ])
    func equality(call: FunctionCall) { call.check() }

    @Test(
        "order",
        arguments: [
            FunctionCall(.less, 0, 0, gives: false), .init(.less, -1, .uint(0), gives: true),
            .init(.less, 1, .uint(9_223_372_036_854_775_808), gives: true),
            .init(.greater, .uint(9_223_372_036_854_775_808), 1, gives: true),
            .init(.lessOrEqual, .uint(1), .int(.min), gives: false), .init(.greater, 2.0, 1, gives: true),
            .init(.less, .uint(.max), -1.0, gives: false), .init(.greaterOrEqual, 9.80665, 9.80665, gives: true),
            .init(.less, big, 9_223_372_036_854_775_808.0, gives: false),
            .init(.greaterOrEqual, big, 9_223_372_036_854_775_808.0, gives: true),
            .init(.lessOrEqual, big, 9_223_372_036_854_775_808.0, gives: true),
            .init(.greaterOrEqual, big, 9_223_372_036_854_777_857.0, gives: false),
            .init(.greater, .int(.min), -9_223_372_036_854_777_857.0, gives: true),
            .init(.less, .int(.min), -9_223_372_036_854_775_809.0, gives: false),
            .init(.greater, .uint(.max), 18_446_744_073_709_590_000.0, gives: false),
            .init(.greater, 18_446_744_073_709_555_712.0, .uint(.max), gives: true),
            .init(.less, .double(.nan), 1.0, gives: false), .init(.greaterOrEqual, .double(.nan), 1, gives: false),
            .init(.lessOrEqual, .double(.nan), .double(.nan), gives: false),
            .init(.less, 1, .double(.infinity), gives: true),
            .init(.less, .double(-.infinity), .int(.min), gives: true),
            .init(.less, false, true, gives: true), .init(.less, true, false, gives: false),
            .init(.greater, true, true, gives: false), .init(.lessOrEqual, false, true, gives: true),
            .init(.less, "", "a", gives: true), .init(.greater, "abc", "aBc", gives: true),
            .init(.greater, "", "", gives: false), .init(.less, "ab", "abc", gives: true),
            .init(.greaterOrEqual, "abc", "abd", gives: false),
            // By code points: U+FFFD comes before U+1F600, though its UTF-16 does not.
            .init(.less, "\u{FFFD}", "\u{1F600}", gives: true), .init(.less, "e\u{301}", "\u{E9}", gives: true),
            .init(.less, .bytes("a"), .bytes("b"), gives: true),
            .init(.greater, .bytes([0]), .bytes(" "), gives: false),
            .init(.less, .time("2009-02-13T23:00:00Z"), .time("2009-02-13T23:00:00.000000001Z"), gives: true),
            .init(.greaterOrEqual, .span("120s"), .span("200s"), gives: false),
            .init(.less, .null, .null, fails: .noSuchOverload), .init(.less, [1], [0], fails: .noSuchOverload),
            .init(.greater, "foo", 1024, fails: .noSuchOverload),
            .init(.less, [0: "a"], [1: "b"], fails: .noSuchOverload),
            .init(.less, true, 1, fails: .noSuchOverload),
        ])
    func order(call: FunctionCall) { call.check() }

    @Test(
        "logic",
        arguments: [
            FunctionCall(.not, false, gives: true), .init(.not, 1, fails: .noSuchOverload),
            .init(.and, true, false, gives: false), .init(.or, true, false, gives: true),
            .init(.and, true, "x", fails: .noSuchOverload),
        ])
    func logic(call: FunctionCall) { call.check() }

    @Test func numbersOfAllTypesCompareAsExactArithmeticSays() {
        var random = SeededGenerator(seed: 11)
        let corners: [Double] = [
            0, 1, -1, 0.5, 0x1p52, 0x1p53, 0x1p62, 0x1p63, 0x1p64, -0x1p53, -0x1p63, 0x1.fffffffffffffp62,
            0x1.0000000000001p63, 1e300, -1e300, .infinity, -.infinity,
        ]
        func number() -> Value {
            let near = Int64(truncatingIfNeeded: random.next()) >> Int64.random(in: 0..<64, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: return .int(near)
            case 1: return .uint(UInt64(bitPattern: near))
            case 2: return .double(Double(near) + (random.once(in: 2) ? 0.5 : 0))
            case 3: return .double(random.pick(corners))
            default: return .int(random.pick([.min, .min + 1, .max, .max - 1, 1 << 53, (1 << 53) + 1]))
            }
        }
        for _ in 0..<20_000 {
            let (left, right) = (number(), number())
            let (a, b) = Naive.pair(left, right)
            #expect((try? left.isEqual(to: right)) == (a == b), "\(left.text) == \(right.text)")
            #expect(call(.less, [left, right]).isTrue == (a < b), "\(left.text) < \(right.text)")
            #expect(call(.lessOrEqual, [left, right]).isTrue == (a <= b), "\(left.text) <= \(right.text)")
            #expect(call(.greater, [left, right]).isTrue == (a > b), "\(left.text) > \(right.text)")
        }
    }

    @Test func sharedPartsDoNotMakeAComparisonEndless() {
        var left: Value = [1]
        for _ in 0..<64 { left = [left, left] }
        #expect(throws: EvaluationError.self) { try left.isEqual(to: left) }
    }
}

/// Numbers as multiples of 1/4 (no test number is finer) in 128 bits; doubles beyond that are cut to ±2^120, infinities to ±2^121.
private enum Naive {
    static func pair(_ left: Value, _ right: Value) -> (Int128, Int128) {
        // An integer meets a double as the nearest double, ties to the even one.
        var isMixed = false
        if case .double = left { isMixed = true }
        if case .double = right { isMixed = true }
        return (quarters(left, rounds: isMixed), quarters(right, rounds: isMixed))
    }

    private static func quarters(_ value: Value, rounds: Bool) -> Int128 {
        switch value {
        case .int(let int): 4 * (rounds ? rounded(Int128(int)) : Int128(int))
        case .uint(let uint): 4 * (rounds ? rounded(Int128(uint)) : Int128(uint))
        case .double(let double) where double.isInfinite: double < 0 ? -(1 << 121) : 1 << 121
        case .double(let double): Int128(max(-0x1p120, min(0x1p120, double * 4)))
        default: 0
        }
    }

    /// To 53 significant bits.
    private static func rounded(_ integer: Int128) -> Int128 {
        let excess = max(0, 128 - integer.magnitude.leadingZeroBitCount - 53)
        guard excess > 0 else { return integer }
        let step = UInt128(1) << UInt128(excess)
        var (quotient, rest) = integer.magnitude.quotientAndRemainder(dividingBy: step)
        if rest > step / 2 || rest == step / 2 && quotient % 2 == 1 { quotient += 1 }
        return Int128(quotient * step) * (integer < 0 ? -1 : 1)
    }
}

extension Result<Value, EvaluationError> {
    var isTrue: Bool { if case .success(.bool(true)) = self { true } else { false } }
}
