internal import Networks

/// Conversions between types, and the type of a value
/// (https://github.com/google/cel-spec/blob/master/doc/langdef.md#list-of-standard-definitions).
enum Conversions {
    static let definitions: [FunctionDefinition] = [
        FunctionDefinition(
            .int,
            [
                .global(.int, gives: .int), .global(.uint, gives: .int), .global(.double, gives: .int),
                .global(.string, gives: .int), .global(.timestamp, gives: .int),
            ], "A whole number from a number (cut towards zero), a text, or a timestamp (seconds since 1970).",
            example: "int('42') == 42 && int(-7.9) == -7", one: int),
        FunctionDefinition(
            .uint,
            [
                .global(.uint, gives: .uint), .global(.int, gives: .uint), .global(.double, gives: .uint),
                .global(.string, gives: .uint),
            ], "A whole number from 0 on, from a number (cut towards zero) or a text.", example: "uint(3.9) == 3u",
            one: uint),
        FunctionDefinition(
            .double,
            [
                .global(.double, gives: .double), .global(.int, gives: .double), .global(.uint, gives: .double),
                .global(.string, gives: .double),
            ], "A floating-point number from a number or a text; `NaN` and `Infinity` are such texts.",
            example: "double('2.5e3') == 2500.0", one: double),
        FunctionDefinition(
            .string,
            [
                ValueType.string, .bool, .int, .uint, .double, .bytes, .timestamp, .duration, .ip, .cidr, .portRange,
                .protocol, .peer,
            ].map { .global($0, gives: .string) }, "The text of a value; bytes must be UTF-8.",
            example: "string(duration('90m')) == '5400s'", one: string),
        FunctionDefinition(
            .bytes, [.global(.bytes, gives: .bytes), .global(.string, gives: .bytes)], "The UTF-8 bytes of a text.",
            example: "bytes('é').size() == 2", one: bytes),
        FunctionDefinition(
            .bool, [.global(.bool, gives: .bool), .global(.string, gives: .bool)],
            "A truth value from `true`, `True`, `TRUE`, `t`, `1` and their opposites.", example: "bool('TRUE')",
            one: bool),
        FunctionDefinition(
            .timestamp,
            [
                .global(.timestamp, gives: .timestamp), .global(.string, gives: .timestamp),
                .global(.int, gives: .timestamp),
            ], "A point in time from RFC 3339 text, or from seconds since 1970.",
            example: "timestamp('2024-02-29T12:00:00+09:00') < timestamp(1709200000)", one: timestamp),
        FunctionDefinition(
            .duration, [.global(.duration, gives: .duration), .global(.string, gives: .duration)],
            "A length of time from numbers with the units h, m, s, ms, us and ns.",
            example: "duration('1h30m') == duration('5400s')", one: duration),
        FunctionDefinition(
            .dyn, [.global(.parameter("A"), gives: .dyn)], "The value itself, its type known only when it is used.",
            example: "dyn(1) == 1.0", one: { $0 }),
        FunctionDefinition(
            .type, [.global(.parameter("A"), gives: .type(.parameter("A")))], "The type of a value.",
            example: "type('a') == string", one: { .type($0.typeName) }),
    ]

    private static func int(_ value: Value) throws(EvaluationError) -> Value? {
        switch value {
        case .int: return value
        case .uint(let uint):
            guard let int = Int64(exactly: uint) else { throw range(value, .int) }
            return .int(int)
        case .double(let double):
            // Both ends are excluded: -2^63 and 2^63 are what numbers beyond the range were rounded to.
            guard double > -0x1p63, double < 0x1p63 else { throw range(value, .int) }
            return .int(Int64(double))
        case .string(let text):
            guard let int = Int64(text) else { throw unreadable(text, .int, isWhole: isWhole(text)) }
            return .int(int)
        case .timestamp(let instant): return .int(Int64(instant.seconds))
        default: return nil
        }
    }

    private static func uint(_ value: Value) throws(EvaluationError) -> Value? {
        switch value {
        case .uint: return value
        case .int(let int):
            guard let uint = UInt64(exactly: int) else { throw range(value, .uint) }
            return .uint(uint)
        case .double(let double):
            guard double >= 0, double < 0x1p64 else { throw range(value, .uint) }
            return .uint(UInt64(double))
        case .string(let text):
            guard text.utf8.first != UInt8(ascii: "+"), text.utf8.first != UInt8(ascii: "-"), let uint = UInt64(text)
            else { throw unreadable(text, .uint, isWhole: isWhole(text)) }
            return .uint(uint)
        default: return nil
        }
    }

    private static func double(_ value: Value) throws(EvaluationError) -> Value? {
        switch value {
        case .double: return value
        case .int(let int): return .double(Double(int))
        case .uint(let uint): return .double(Double(uint))
        case .string(let text):
            guard let double = DoubleText.read(text) else { throw unreadable(text, .double) }
            guard double.isFinite || DoubleText.isSpecial(text) else { throw unreadable(text, .double, isWhole: true) }
            return .double(double)
        default: return nil
        }
    }

    private static func string(_ value: Value) throws(EvaluationError) -> Value? {
        switch value {
        case .string: return value
        case .bool(let bool): return .string(bool ? "true" : "false")
        case .int(let int): return .string(String(int))
        case .uint(let uint): return .string(String(uint))
        case .double(let double): return .string(DoubleText.shortest(double))
        case .bytes(let bytes):
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw EvaluationError(.conversion, "type conversion error: the bytes are not UTF-8 (invalid UTF-8)")
            }
            return .string(text)
        case .timestamp(let instant): return .string(instant.text)
        case .duration(let span): return .string(span.text)
        case .ip(let address): return .string(address.description)
        case .cidr(let range): return .string(range.text)
        case .portRange(let range): return .string(range.description)
        case .protocol(let number): return .string(number.description)
        case .peer(let peer): return .string(peer.id)
        default: return nil
        }
    }

    private static func bytes(_ value: Value) -> Value? {
        switch value {
        case .bytes: value
        case .string(let text): .bytes(Array(text.utf8))
        default: nil
        }
    }

    private static func bool(_ value: Value) throws(EvaluationError) -> Value? {
        guard case .string(let text) = value else {
            if case .bool = value { return value }
            return nil
        }
        switch text {
        case "1", "t", "T", "true", "TRUE", "True": return .bool(true)
        case "0", "f", "F", "false", "FALSE", "False": return .bool(false)
        default: throw unreadable(text, .bool)
        }
    }

    private static func timestamp(_ value: Value) throws(EvaluationError) -> Value? {
        switch value {
        case .timestamp: return value
        case .string(let text): return .timestamp(try Instant(rfc3339: text))
        case .int(let seconds):
            guard let instant = Instant(nanoseconds: Int128(seconds) * 1_000_000_000) else {
                throw range(value, .timestamp)
            }
            return .timestamp(instant)
        default: return nil
        }
    }

    private static func duration(_ value: Value) throws(EvaluationError) -> Value? {
        switch value {
        case .duration: return value
        case .string(let text): return .duration(try TimeSpan(parsing: text))
        default: return nil
        }
    }

    private static func range(_ value: Value, _ function: Function) -> EvaluationError {
        EvaluationError(.range, "range error: \(value.text) is out of the range of \(function.rawValue)")
    }

    private static func unreadable(_ text: String, _ function: Function, isWhole: Bool = false) -> EvaluationError {
        isWhole
            ? range(.string(text), function)
            : EvaluationError(
                .conversion, "type conversion error: \(Value.string(text).text) is no \(function.rawValue)")
    }

    /// Whether it is a whole number, however large.
    private static func isWhole(_ text: String) -> Bool {
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        return !digits.isEmpty && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
