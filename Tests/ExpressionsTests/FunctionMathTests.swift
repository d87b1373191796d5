import Expressions
import Testing
import SeededRandom

/// The suite's sections math_ext/*, encoders_ext and optionals.
struct FunctionMathTests {
    @Test(
        "extremes",
        arguments: [
            FunctionCall(.greatest, -5, gives: -5), .init(.greatest, 3, -3, gives: 3),
            .init(.greatest, .uint(5), -7, gives: .uint(5)),
            .init(.greatest, 1, 1.797693e308, gives: 1.797693e308), .init(.greatest, 1, 1.0, 1.0, gives: 1),
            .init(.greatest, 5.4, 10, .uint(3), -5.0, .int(.max), gives: .int(.max)),
            .init(.greatest, [5.4, 10, .uint(3), -5.0, 3.5], gives: 10),
            .init(.greatest, .uint(.max), .int(.max), gives: .uint(.max)),
            .init(.greatest, [], fails: .invalidArgument), .init(.greatest, "a", fails: .noSuchOverload),
            .init(.greatest, 1, "a", fails: .noSuchOverload), .init(.greatest, ["a"], fails: .noSuchOverload),
            .init(.greatest, fails: .noSuchOverload), .init(.greatest, [1], 2, fails: .noSuchOverload),
            .init(.greatest, .double(.nan), 1.0, gives: 1.0), .init(.greatest, 1.0, .double(.nan), gives: 1.0),
            .init(.least, 5, -7, gives: -7), .init(.least, 1, .int(.min), gives: .int(.min)),
            .init(.least, .uint(18), 1.5, gives: 1.5), .init(.least, -1.5, -2.5, -3.5, gives: -3.5),
            .init(.least, [5.4, .uint(10), .uint(3), .uint(1), 3.5], gives: .uint(1)),
            .init(.least, true, fails: .noSuchOverload),
        ])
    func extremes(call: FunctionCall) { call.check() }

    @Test(
        "rounding and signs",
        arguments: [
            FunctionCall(.ceil, 1.2, gives: 2.0), .init(.ceil, -1.2, gives: -1.0), .init(.floor, 1.2, gives: 1.0),
            .init(.floor, -1.2, gives: -2.0), .init(.round, 1.5, gives: 2.0), .init(.round, -1.5, gives: -2.0),
            .init(.round, 2.5, gives: 3.0), .init(.round, -1.4, gives: -1.0),
            .init(.round, .double(.nan), gives: .double(.nan)),
            .init(.trunc, -1.9, gives: -1.0), .init(.trunc, .double(.infinity), gives: .double(.infinity)),
            .init(.ceil, 1, fails: .noSuchOverload), .init(.abs, -11, gives: 11), .init(.abs, -1.5, gives: 1.5),
            .init(.abs, .uint(3), gives: .uint(3)), .init(.abs, .int(.min), fails: .overflow),
            .init(.abs, "", fails: .noSuchOverload),
            .init(.sign, -11, gives: -1), .init(.sign, 0, gives: 0), .init(.sign, .uint(100), gives: .uint(1)),
            .init(.sign, -32.0, gives: -1.0), .init(.sign, 0.0, gives: 0.0),
            .init(.sign, .double(.nan), gives: .double(.nan)),
            .init(.sign, true, fails: .noSuchOverload), .init(.sqrt, 81, gives: 9.0),
            .init(.sqrt, .uint(49), gives: 7.0),
            .init(.sqrt, 82.5, gives: .double(82.5.squareRoot())), .init(.sqrt, -15.34, gives: .double(.nan)),
            .init(.isNaN, .double(.nan), gives: true), .init(.isNaN, 1.0, gives: false),
            .init(.isInf, .double(-.infinity), gives: true), .init(.isInf, .double(.nan), gives: false),
            .init(.isFinite, 1.2, gives: true), .init(.isFinite, .double(.nan), gives: false),
            .init(.isFinite, true, fails: .noSuchOverload),
        ])
    func rounding(call: FunctionCall) { call.check() }

    @Test(
        "bits",
        arguments: [
            FunctionCall(.bitAnd, 1, 3, gives: 1), .init(.bitAnd, -3, -5, gives: -7),
            .init(.bitAnd, .uint(3), .uint(2), gives: .uint(2)),
            .init(.bitAnd, .uint(2), "", fails: .noSuchOverload), .init(.bitAnd, 1, .uint(1), fails: .noSuchOverload),
            .init(.bitOr, 4, -2, gives: -2), .init(.bitOr, .uint(1), .uint(4), gives: .uint(5)),
            .init(.bitXor, 4, -2, gives: -6),
            .init(.bitXor, .uint(1), .uint(3), gives: .uint(2)), .init(.bitNot, 1, gives: -2),
            .init(.bitNot, .uint(0), gives: .uint(.max)), .init(.bitNot, "", fails: .noSuchOverload),
            .init(.bitShiftLeft, 1, 2, gives: 4), .init(.bitShiftLeft, -1, 2, gives: -4),
            .init(.bitShiftLeft, -1, 200, gives: 0),
            .init(.bitShiftLeft, .uint(1), 64, gives: .uint(0)), .init(.bitShiftLeft, 1, 63, gives: .int(.min)),
            .init(.bitShiftLeft, .uint(1), -1, fails: .invalidArgument),
            .init(.bitShiftLeft, 4.3, 1, fails: .noSuchOverload),
            .init(.bitShiftRight, 1024, 2, gives: 256),
            .init(.bitShiftRight, -1024, 3, gives: 2_305_843_009_213_693_824),
            .init(.bitShiftRight, -1024, 64, gives: 0), .init(.bitShiftRight, .uint(1024), 200, gives: .uint(0)),
            .init(.bitShiftRight, 1, -1, fails: .invalidArgument),
            .init(.bitShiftRight, 1, .uint(1), fails: .noSuchOverload),
        ])
    func bits(call: FunctionCall) { call.check() }

    @Test(
        "Base 64",
        arguments: [
            FunctionCall(.base64Encode, .bytes("hello"), gives: "aGVsbG8="),
            .init(.base64Encode, .bytes(""), gives: ""),
            .init(.base64Encode, .bytes([0xFB, 0xFF]), gives: "+/8="),
            .init(.base64Decode, "aGVsbG8=", gives: .bytes("hello")),
            .init(.base64Decode, "aGVsbG8", gives: .bytes("hello")), .init(.base64Decode, "YQ==", gives: .bytes("a")),
            .init(.base64Decode, "YQ", gives: .bytes("a")), .init(.base64Decode, "", gives: .bytes("")),
            .init(.base64Decode, "YQ=", fails: .invalidArgument), .init(.base64Decode, "Y", fails: .invalidArgument),
            .init(.base64Decode, "Y===", fails: .invalidArgument),
            .init(.base64Decode, "a-_b", fails: .invalidArgument),
            .init(.base64Decode, "YQ==YQ==", fails: .invalidArgument),
            .init(.base64Encode, "a", fails: .noSuchOverload),
        ])
    func base64(call: FunctionCall) { call.check() }

    @Test func base64ReadsBackWhatItWrote() {
        var random = SeededGenerator(seed: 64)
        for _ in 0..<500 {
            let bytes = Value.bytes(
                (0..<Int.random(in: 0..<100, using: &random)).map { _ in UInt8.random(in: 0 ... .max, using: &random) })
            #expect(
                (try? call(.base64Encode, [bytes]).flatMap { call(.base64Decode, [$0]) }.get())?.isIdentical(to: bytes)
                    == true)
        }
    }

    @Test(
        "optionals",
        arguments: [
            FunctionCall(.optionalOf, 1, gives: .some(1)), .init(.optionalOf, .null, gives: .some(.null)),
            .init(.optionalNone, gives: .none), .init(.optionalOfNonZero, 0, gives: .none),
            .init(.optionalOfNonZero, "", gives: .none), .init(.optionalOfNonZero, [], gives: .none),
            .init(.optionalOfNonZero, .null, gives: .none), .init(.optionalOfNonZero, false, gives: .none),
            .init(.optionalOfNonZero, .span("0s"), gives: .none), .init(.optionalOfNonZero, "x", gives: .some("x")),
            .init(.hasValue, .none, gives: false), .init(.hasValue, .some(.null), gives: true),
            .init(.hasValue, 1, fails: .noSuchOverload), .init(.value, .some(3), gives: 3),
            .init(.value, .none, fails: .invalidArgument),
            .init(.or_, .none, .some(2), gives: .some(2)), .init(.or_, .some(1), .some(2), gives: .some(1)),
            .init(.or_, .some(1), 2, fails: .noSuchOverload), .init(.orValue, .none, 2, gives: 2),
            .init(.orValue, .some(1), 2, gives: 1),
            .init(.optionalUnwrap, [.some(1), .none, .some("x")], gives: [1, "x"]), .init(.unwrapOpt, [], gives: []),
            .init(.unwrapOpt, [1], fails: .noSuchOverload),
        ])
    func optionals(call: FunctionCall) { call.check() }
}
