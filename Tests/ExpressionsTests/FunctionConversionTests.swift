import Expressions
import Testing
import SeededRandom

/// The suite's sections conversions/* and timestamps/*_conversions.
struct FunctionConversionTests {
    @Test(
        "numbers",
        arguments: [
            FunctionCall(.int, 1, gives: 1), .init(.int, .uint(.max >> 1), gives: .int(.max)),
            .init(.int, .uint(.max), fails: .range), .init(.int, -123.456, gives: -123), .init(.int, 1.9, gives: 1),
            .init(.int, -0.5, gives: 0), .init(.int, 36_028_797_018_963_968.0, gives: 36_028_797_018_963_968),
            .init(.int, 9_223_372_036_854_775_807.0, fails: .range), .init(.int, -0x1p63, fails: .range),
            .init(.int, -9_223_372_036_854_774_784.0, gives: -9_223_372_036_854_774_784),
            .init(.int, 1e99, fails: .range),
            .init(.int, .double(.nan), fails: .range), .init(.int, "987", gives: 987), .init(.int, "-12", gives: -12),
            .init(.int, "9223372036854775808", fails: .range), .init(.int, "1.0", fails: .conversion),
            .init(.int, " 1", fails: .conversion), .init(.int, "", fails: .conversion),
            .init(.int, "٣", fails: .conversion),
            .init(.int, .time("2004-09-16T23:59:59Z"), gives: 1_095_379_199),
            .init(.int, .time("1969-12-31T23:59:59.5Z"), gives: -1), .init(.int, true, fails: .noSuchOverload),
            .init(.int, .span("1s"), fails: .noSuchOverload), .init(.uint, 1729, gives: .uint(1729)),
            .init(.uint, -1, fails: .range), .init(.uint, 3.14159265, gives: .uint(3)),
            .init(.uint, -0.5, fails: .range),
            .init(.uint, 18_446_744_073_709_551_615.0, fails: .range), .init(.uint, 6.022e23, fails: .range),
            .init(.uint, "300", gives: .uint(300)), .init(.uint, "+1", fails: .conversion),
            .init(.uint, "-1", fails: .range),
            .init(.double, 1_000_000_000_000, gives: 1e12), .init(.double, .uint(123), gives: 123.0),
            .init(.double, "0", gives: 0.0), .init(.double, "-0.0", gives: -0.0), .init(.double, "123", gives: 123.0),
            .init(.double, "-987.654", gives: -987.654), .init(.double, "1.38e-23", gives: 1.38e-23),
            .init(.double, "-84.32e7", gives: -843_200_000.0), .init(.double, ".5", gives: 0.5),
            .init(.double, "NaN", gives: .double(.nan)), .init(.double, "Infinity", gives: .double(.infinity)),
            .init(.double, "-Infinity", gives: .double(-.infinity)), .init(.double, "1e999", fails: .range),
            .init(.double, "1e-999", gives: 0.0), .init(.double, "0x1p3", fails: .conversion),
            .init(.double, "", fails: .conversion), .init(.double, ".", fails: .conversion),
            .init(.double, "1e", fails: .conversion), .init(.double, " 1", fails: .conversion),
        ])
    func numbers(call: FunctionCall) { call.check() }

    @Test(
        "texts, bytes and truth",
        arguments: [
            FunctionCall(.string, 123, gives: "123"), .init(.string, .uint(9876), gives: "9876"),
            .init(.string, true, gives: "true"), .init(.string, 123.456, gives: "123.456"),
            .init(.string, -4.5e-3, gives: "-0.0045"), .init(.string, 1.0, gives: "1"),
            .init(.string, 1e6, gives: "1e+06"), .init(.string, 123_456.5, gives: "123456.5"),
            .init(.string, 100_000.0, gives: "100000"), .init(.string, 1e-5, gives: "1e-05"),
            .init(.string, 0.0001, gives: "0.0001"), .init(.string, 1.5e300, gives: "1.5e+300"),
            .init(.string, -0.0, gives: "-0"), .init(.string, .double(-.infinity), gives: "-Infinity"),
            .init(.string, .double(.nan), gives: "NaN"), .init(.string, .bytes([0xC3, 0xBF]), gives: "ÿ"),
            .init(.string, .bytes([0xC3]), fails: .conversion), .init(.string, "a", gives: "a"),
            .init(.string, .null, fails: .noSuchOverload), .init(.bytes, "ÿ", gives: .bytes([0xC3, 0xBF])),
            .init(.bytes, .bytes("abc"), gives: .bytes("abc")), .init(.bool, "1", gives: true),
            .init(.bool, "t", gives: true),
            .init(.bool, "TRUE", gives: true), .init(.bool, "True", gives: true), .init(.bool, "f", gives: false),
            .init(.bool, "0", gives: false), .init(.bool, "False", gives: false),
            .init(.bool, "TrUe", fails: .conversion),
            .init(.bool, "yes", fails: .conversion), .init(.bool, true, gives: true),
            .init(.bool, 1, fails: .noSuchOverload), .init(.dyn, [1, "one"], gives: [1, "one"]),
        ])
    func texts(call: FunctionCall) { call.check() }

    @Test(
        "types",
        arguments: [
            FunctionCall(.type, 0, gives: .type(.int)), .init(.type, .uint(0), gives: .type(.uint)),
            .init(.type, .null, gives: .type(TypeName("null_type"))), .init(.type, [1], gives: .type(TypeName("list"))),
            .init(.type, [1: 1], gives: .type(TypeName("map"))),
            .init(.type, .type(.int), gives: .type(TypeName("type"))),
            .init(.type, .time("2004-09-16T23:59:59Z"), gives: .type(TypeName("google.protobuf.Timestamp"))),
            .init(.type, .span("1s"), gives: .type(TypeName("google.protobuf.Duration"))),
            .init(.type, .none, gives: .type(TypeName("optional_type"))),
        ])
    func types(call: FunctionCall) { call.check() }

    @Test(
        "timestamps",
        arguments: [
            ("2009-02-13T23:31:30Z", "2009-02-13T23:31:30Z"), ("2009-02-13T23:31:30.5Z", "2009-02-13T23:31:30.5Z"),
            ("2009-02-13T23:31:30.000000001Z", "2009-02-13T23:31:30.000000001Z"),
            ("2009-02-13t23:31:30.1234567891z", "2009-02-13T23:31:30.123456789Z"),
            ("1972-01-01T10:00:20.021-05:00", "1972-01-01T15:00:20.021Z"),
            ("2000-01-01T00:00:00+09:30", "1999-12-31T14:30:00Z"), ("2000-02-29T00:00:00Z", "2000-02-29T00:00:00Z"),
            ("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z"),
            ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"), ("10000-01-01T00:00:00Z", nil),
            ("0000-12-31T23:59:59Z", nil), ("0001-01-01T00:00:00+00:01", nil), ("9999-12-31T23:59:59-00:01", nil),
            ("1900-02-29T00:00:00Z", nil), ("2000-13-01T00:00:00Z", nil), ("2000-01-01T24:00:00Z", nil),
            ("2000-01-01T00:60:00Z", nil), ("2000-01-01T00:00:60Z", nil), ("2000-01-01T00:00:00", nil),
            ("2000-01-01 00:00:00Z", nil), ("2000-01-01", nil), ("2000-01-01T00:00:00.Z", nil), ("", nil),
            ("2000-01-01T00:00:00Zx", nil), ("2000-01-01T00:00:00+24:00", nil), ("2000-1-01T00:00:00Z", nil),
        ] as [(String, String?)])
    func timestamps(text: String, printed: String?) {
        let result = call(.timestamp, [.string(text)]).flatMap { call(.string, [$0]) }
        if let printed {
            #expect((try? result.get())?.text == Value.string(printed).text)
        } else {
            #expect(throws: EvaluationError.self) { try result.get() }
        }
    }

    @Test(
        "durations",
        arguments: [
            ("3600s", "3600s"), ("1h2m3.5s", "3723.5s"), ("-1.5h", "-5400s"), ("1us", "0.000001s"),
            ("1µs", "0.000001s"),
            ("1\u{3BC}s", "0.000001s"), ("15ns", "0.000000015s"), ("2ms", "0.002s"), ("0", "0s"), ("-0", "0s"),
            ("0s", "0s"),
            ("+5s", "5s"), (".5s", "0.5s"), ("1.s", "1s"), ("1m1m", "120s"), ("0.0000000019s", "0.000000001s"),
            ("1h45m47s", "6347s"), ("315576000000s", "315576000000s"), ("-315576000000s", "-315576000000s"),
            ("315576000000.000000001s", nil), ("320000000000s", nil), ("-320000000000s", nil),
            ("99999999999999999999999999999999999999999999h", nil), ("", nil), ("1", nil), ("s", nil), (".s", nil),
            ("1x", nil), ("1 s", nil), ("--1s", nil), ("1d", nil), ("00", nil), ("1s2", nil),
        ] as [(String, String?)])
    func durations(text: String, printed: String?) {
        let result = call(.duration, [.string(text)]).flatMap { call(.string, [$0]) }
        if let printed {
            #expect((try? result.get())?.text == Value.string(printed).text)
        } else {
            #expect(throws: EvaluationError.self) { try result.get() }
        }
    }

    @Test(
        "seconds since 1970",
        arguments: [
            FunctionCall(.timestamp, 0, gives: .time("1970-01-01T00:00:00Z")),
            .init(.timestamp, -1, gives: .time("1969-12-31T23:59:59Z")),
            .init(.timestamp, 253_402_300_800, fails: .range), .init(.timestamp, -62_135_596_801, fails: .range),
            .init(.timestamp, .int(.max), fails: .range), .init(.timestamp, 1.5, fails: .noSuchOverload),
        ])
    func seconds(call: FunctionCall) { call.check() }

    @Test func everyDoubleReadsBackFromItsText() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<5_000 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            let back = call(.string, [.double(value)]).flatMap { call(.double, [$0]) }
            #expect((try? back.get())?.isIdentical(to: .double(value)) == true, "\(value)")
            #expect(Double(Value.double(value).text) == value)
        }
    }

    @Test(
        "values as expressions write them",
        arguments: [
            (.null, "null"), (true, "true"), (-1, "-1"), (.uint(1), "1u"), (1.0, "1.0"), (1.5e30, "1.5e+30"),
            (1_500_000.0, "1500000.0"), (.double(.nan), "double(\"NaN\")"), ("a\"b\\\n\u{1}é", #""a\"b\\\n\x01é""#),
            (.bytes([0x61, 0xFF, 0x22, 0x0A]), #"b"a\xff\"\n""#), ([1, 2.0, []], "[1, 2.0, []]"),
            (["a": 1, 2: true], #"{"a": 1, 2: true}"#), (.type(.int), "int"), (.span("60s"), #"duration("60s")"#),
            (.time("2026-01-02T03:04:05Z"), #"timestamp("2026-01-02T03:04:05Z")"#), (.none, "optional.none()"),
            (.some("x"), #"optional.of("x")"#),
        ] as [(Value, String)])
    func text(value: Value, text: String) { #expect(value.text == text) }
}
