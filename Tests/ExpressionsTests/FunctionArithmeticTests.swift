import Expressions
import Testing

/// The suite's sections integer_math, fp_math, lists, timestamps/*_arithmetic and *_range.
struct FunctionArithmeticTests {
    @Test(
        "integers",
        arguments: [
            FunctionCall(.add, 40, 2, gives: 42), .init(.add, -4, -2, gives: -6), .init(.subtract, 42, -22, gives: 64),
            .init(.multiply, -5, 8, gives: -40), .init(.divide, 42, 2, gives: 21), .init(.divide, -20, 2, gives: -10),
            .init(.divide, -7, 2, gives: -3), .init(.remainder, 47, 5, gives: 2), .init(.remainder, 43, -5, gives: 3),
            .init(.remainder, -42, -5, gives: -2), .init(.remainder, -3, 5, gives: -3), .init(.negate, 42, gives: -42),
            .init(.negate, 0, gives: 0), .init(.divide, 15, 0, fails: .divisionByZero),
            .init(.remainder, 34, 0, fails: .divisionByZero), .init(.add, .int(.max), 1, fails: .overflow),
            .init(.subtract, .int(.min), 1, fails: .overflow), .init(.negate, .int(.min), fails: .overflow),
            .init(.divide, .int(.min), -1, fails: .overflow), .init(.remainder, .int(.min), -1, fails: .overflow),
            .init(.multiply, 5_000_000_000, 5_000_000_000, fails: .overflow),
            .init(.subtract, 1, -9_223_372_036_854_775_807, fails: .overflow),
            .init(.add, .uint(2), .uint(3), gives: .uint(5)), .init(.subtract, .uint(42), .uint(12), gives: .uint(30)),
            .init(.multiply, .uint(40), .uint(2), gives: .uint(80)),
            .init(.divide, .uint(61), .uint(2), gives: .uint(30)),
            .init(.remainder, .uint(7), .uint(4), gives: .uint(3)),
            .init(.add, .uint(.max), .uint(1), fails: .overflow),
            .init(.subtract, .uint(0), .uint(1), fails: .overflow),
            .init(.multiply, .uint(5_000_000_000), .uint(5_000_000_000), fails: .overflow),
            .init(.divide, .uint(1), .uint(0), fails: .divisionByZero),
            .init(.remainder, .uint(1), .uint(0), fails: .divisionByZero),
            .init(.negate, .uint(1), fails: .noSuchOverload),
            .init(.add, 1, .uint(1), fails: .noSuchOverload), .init(.add, 1, 1.0, fails: .noSuchOverload),
            .init(.negate, false, fails: .noSuchOverload), .init(.add, 1, fails: .noSuchOverload),
        ])
    func integers(call: FunctionCall) { call.check() }

    @Test(
        "doubles",
        arguments: [
            FunctionCall(.add, 4.25, 15.25, gives: 19.5), .init(.subtract, 42.875, -22.0, gives: 64.875),
            .init(.multiply, 42.5, 0.2, gives: 8.5), .init(.divide, -8.875, -0.0625, gives: 142.0),
            .init(.negate, -1.25, gives: 1.25), .init(.negate, 0.0, gives: -0.0),
            .init(.divide, 15.75, 0.0, gives: .double(.infinity)), .init(.divide, 0.0, 0.0, gives: .double(.nan)),
            .init(.multiply, 2.0, 8.988466e+307, gives: .double(.infinity)),
            .init(.divide, .double(.leastNonzeroMagnitude), 2.0, gives: 0.0),
            .init(.remainder, 47.5, 5.5, fails: .noSuchOverload),
        ])
    func doubles(call: FunctionCall) { call.check() }

    @Test(
        "texts, bytes and lists",
        arguments: [
            FunctionCall(.add, "he", "llo", gives: "hello"), .init(.add, "", "", gives: ""),
            .init(.add, "¢", "ÿ", gives: "¢ÿ"), .init(.add, .bytes(""), .bytes([255, 1]), gives: .bytes([255, 1])),
            .init(.add, [0, 1], [3], gives: [0, 1, 3]), .init(.add, [1, 2], [], gives: [1, 2]),
            .init(.add, "a", .bytes("b"), fails: .noSuchOverload),
            .init(.add, ["a": 1], ["b": 2], fails: .noSuchOverload),
        ])
    func collections(call: FunctionCall) { call.check() }

    @Test(
        "times",
        arguments: [
            FunctionCall(
                .add, .time("2009-02-13T23:00:00Z"), .span("240s"), gives: .time("2009-02-13T23:04:00Z")),
            .init(.add, .span("240s"), .time("2009-02-13T23:00:00Z"), gives: .time("2009-02-13T23:04:00Z")),
            .init(.add, .span("600s"), .span("50s"), gives: .span("650s")),
            .init(
                .add, .time("0001-01-01T00:00:01.999999999Z"), .span("999999999ns"),
                gives: .time("0001-01-01T00:00:02.999999998Z")),
            .init(.subtract, .time("2009-02-13T23:10:00Z"), .span("600s"), gives: .time("2009-02-13T23:00:00Z")),
            .init(
                .subtract, .time("2009-02-13T23:31:00Z"), .time("2009-02-13T23:29:00Z"), gives: .span("120s")),
            .init(.subtract, .span("900s"), .span("42s"), gives: .span("858s")),
            .init(
                .subtract, .time("9999-12-31T23:59:59Z"), .time("0001-01-01T00:00:00Z"), gives: .span("315537897599s")),
            .init(.add, .time("0001-01-01T00:00:00Z"), .span("-1ns"), fails: .range),
            .init(.add, .time("9999-12-31T23:59:59Z"), .span("1s"), fails: .range),
            .init(.add, .time("9999-12-31T23:59:59.999999999Z"), .span("1ns"), fails: .range),
            .init(.subtract, .time("0001-01-01T00:00:00Z"), .span("1s"), fails: .range),
            .init(.add, .span("200000000000s"), .span("200000000000s"), fails: .range),
            .init(.subtract, .span("-200000000000s"), .span("200000000000s"), fails: .range),
            .init(.subtract, .span("1s"), .time("2009-02-13T23:29:00Z"), fails: .noSuchOverload),
            .init(.add, .time("2009-02-13T23:29:00Z"), .time("2009-02-13T23:29:00Z"), fails: .noSuchOverload),
        ])
    func times(call: FunctionCall) { call.check() }

    @Test(
        "elements and keys",
        arguments: [
            FunctionCall(.valueAt, [7, 8, 9], 0, gives: 7), .init(.valueAt, [7, 8, 9], 0.0, gives: 7),
            .init(.valueAt, [7, 8, 9], .uint(2), gives: 9), .init(.valueAt, [1, 2, 3], 3, fails: .index),
            .init(.valueAt, [1, 2, 3], -1, fails: .index), .init(.valueAt, [1, 2, 3], .uint(.max), fails: .index),
            .init(.valueAt, [1, 2, 3], 0.1, fails: .invalidArgument), .init(.valueAt, [1], "", fails: .invalidArgument),
            .init(.valueAt, ["a": 1], "a", gives: 1), .init(.valueAt, ["a": 1], "b", fails: .noSuchKey),
            .init(.valueAt, [1: "x"], .uint(1), gives: "x"), .init(.valueAt, [1: "x"], 1.0, gives: "x"),
            .init(.valueAt, [1: "x"], 1.5, fails: .noSuchKey), .init(.valueAt, [true: "x"], true, gives: "x"),
            .init(.valueAt, .some([5]), 0, gives: .some(5)), .init(.valueAt, .none, 0, gives: .none),
            .init(.valueAt, "abc", 0, fails: .noSuchOverload), .init(.optionalValueAt, [1], 0, gives: .some(1)),
            .init(.optionalValueAt, [], 0, gives: .none), .init(.optionalValueAt, ["a": 1], "a", gives: .some(1)),
            .init(.optionalValueAt, ["a": 1], "b", gives: .none),
            .init(.optionalValueAt, .some(["a": 1]), "a", gives: .some(1)), .init(.isIn, 7, [], gives: false),
            .init(.isIn, 3.0, [5, 4, 3], gives: true), .init(.isIn, .uint(3), [5.0, 3.0], gives: true),
            .init(.isIn, "alpha", ["alpha", 1], gives: true),
            .init(.isIn, "key", [3: 3.0, "key": .uint(2)], gives: true),
            .init(.isIn, 3.0, [3: 1], gives: true), .init(.isIn, [1], [[1]], gives: true),
            .init(.isIn, "a", "abc", fails: .noSuchOverload), .init(.size, [], gives: 0),
            .init(.size, [1: 1], gives: 1),
            .init(.size, "πέντε", gives: 5), .init(.size, "e\u{301}", gives: 2), .init(.size, .bytes("é"), gives: 2),
            .init(.size, 5, fails: .noSuchOverload), .init(.hasKeys, ["a": 1, "b": 2], ["b", "a"], gives: true),
            .init(.hasKeys, ["a": 1], ["b"], gives: false), .init(.hasKeys, ["a": 1], [], gives: true),
        ])
    func elements(call: FunctionCall) { call.check() }

    @Test func resultsAreBounded() {
        let text = Value.string(String(repeating: "x", count: 6_000_000))
        let list = Value.list(Array(repeating: 1, count: 600_000))
        FunctionCall(.add, text, text, fails: .costLimit).check()
        FunctionCall(.add, list, list, fails: .costLimit).check()
        FunctionCall(.join, [text, text], fails: .costLimit).check()
        let shorter = Value.string(String(repeating: "x", count: 1_000_001))
        FunctionCall(.replace, shorter, "x", "0123456789", fails: .costLimit).check()
        FunctionCall(.split, shorter, "", fails: .costLimit).check()
    }
}
