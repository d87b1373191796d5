/// The arithmetic operators
/// (https://github.com/google/cel-spec/blob/master/doc/langdef.md#list-of-standard-definitions); what leaves the range of
/// its type is an error (#overflow), whereas doubles follow IEEE 754.
enum Arithmetic {
    static let definitions: [FunctionDefinition] = [
        FunctionDefinition(
            .add,
            numbers + [
                .global(.string, .string, gives: .string), .global(.bytes, .bytes, gives: .bytes),
                .global(
                    .list(.parameter("A")), .list(.parameter("A")), gives: .list(.parameter("A"))),
                .global(.timestamp, .duration, gives: .timestamp), .global(.duration, .timestamp, gives: .timestamp),
                .global(.duration, .duration, gives: .duration),
            ],
            "The sum of numbers or times; texts, bytes or lists one after the other.",
            example: "'he' + 'llo' == 'hello'",
            two: add),
        FunctionDefinition(
            .subtract,
            numbers + [
                .global(.timestamp, .timestamp, gives: .duration), .global(.timestamp, .duration, gives: .timestamp),
                .global(.duration, .duration, gives: .duration),
            ], "The difference of numbers or times.", example: "5 - 7 == -2", two: subtract),
        FunctionDefinition(
            .multiply, numbers, "The product of two numbers of one type.", example: "6 * 7 == 42", two: multiply),
        FunctionDefinition(
            .divide, numbers, "The quotient of two numbers of one type; of whole numbers, cut towards zero.",
            example: "-7 / 2 == -3", two: divide),
        FunctionDefinition(
            .remainder, [.global(.int, .int, gives: .int), .global(.uint, .uint, gives: .uint)],
            "What is left after a division of whole numbers; it has the sign of the first.", example: "-7 % 2 == -1",
            two: remainder),
        FunctionDefinition(
            .negate, [.global(.int, gives: .int), .global(.double, gives: .double)], "The number with the other sign.",
            example: "-(2 - 5) == 3", one: negate),
    ]

    private static let numbers: [Overload] = [
        .global(.int, .int, gives: .int), .global(.uint, .uint, gives: .uint),
        .global(.double, .double, gives: .double),
    ]

    private static func add(_ left: Value, _ right: Value) throws(EvaluationError) -> Value? {
        switch (left, right) {
        case (.int(let left), .int(let right)): return .int(try exact(left.addingReportingOverflow(right), .add))
        case (.uint(let left), .uint(let right)): return .uint(try exact(left.addingReportingOverflow(right), .add))
        case (.double(let left), .double(let right)): return .double(left + right)
        case (.string(let left), .string(let right)):
            try Limit.check(bytes: left.utf8.count + right.utf8.count, .add)
            return .string(left + right)
        case (.bytes(let left), .bytes(let right)):
            try Limit.check(bytes: left.count + right.count, .add)
            return .bytes(left + right)
        case (.list(let left), .list(let right)):
            try Limit.check(elements: left.count + right.count, .add)
            return .list(left + right)
        case (.timestamp(let time), .duration(let span)), (.duration(let span), .timestamp(let time)):
            return try timestamp(time.nanoseconds + span.nanoseconds)
        case (.duration(let left), .duration(let right)): return try duration(left.nanoseconds + right.nanoseconds)
        default: return nil
        }
    }

    private static func subtract(_ left: Value, _ right: Value) throws(EvaluationError) -> Value? {
        switch (left, right) {
        case (.int(let left), .int(let right)):
            return .int(try exact(left.subtractingReportingOverflow(right), .subtract))
        case (.uint(let left), .uint(let right)):
            return .uint(try exact(left.subtractingReportingOverflow(right), .subtract))
        case (.double(let left), .double(let right)): return .double(left - right)
        case (.timestamp(let left), .timestamp(let right)): return try duration(left.nanoseconds - right.nanoseconds)
        case (.timestamp(let time), .duration(let span)): return try timestamp(time.nanoseconds - span.nanoseconds)
        case (.duration(let left), .duration(let right)): return try duration(left.nanoseconds - right.nanoseconds)
        default: return nil
        }
    }

    private static func multiply(_ left: Value, _ right: Value) throws(EvaluationError) -> Value? {
        switch (left, right) {
        case (.int(let left), .int(let right)):
            return .int(try exact(left.multipliedReportingOverflow(by: right), .multiply))
        case (.uint(let left), .uint(let right)):
            return .uint(try exact(left.multipliedReportingOverflow(by: right), .multiply))
        case (.double(let left), .double(let right)): return .double(left * right)
        default: return nil
        }
    }

    private static func divide(_ left: Value, _ right: Value) throws(EvaluationError) -> Value? {
        switch (left, right) {
        case (.int, .int(0)), (.uint, .uint(0)): throw EvaluationError(.divisionByZero, "divide by zero")
        case (.int(let left), .int(let right)):
            return .int(try exact(left.dividedReportingOverflow(by: right), .divide))
        case (.uint(let left), .uint(let right)): return .uint(left / right)
        case (.double(let left), .double(let right)): return .double(left / right)
        default: return nil
        }
    }

    private static func remainder(_ left: Value, _ right: Value) throws(EvaluationError) -> Value? {
        switch (left, right) {
        case (.int, .int(0)), (.uint, .uint(0)): throw EvaluationError(.divisionByZero, "modulus by zero")
        case (.int(let left), .int(let right)):
            return .int(try exact(left.remainderReportingOverflow(dividingBy: right), .remainder))
        case (.uint(let left), .uint(let right)): return .uint(left % right)
        default: return nil
        }
    }

    private static func negate(_ value: Value) throws(EvaluationError) -> Value? {
        switch value {
        case .int(let value): .int(try exact(Int64(0).subtractingReportingOverflow(value), .negate))
        case .double(let value): .double(-value)
        default: nil
        }
    }

    private static func exact<T>(
        _ result: (partialValue: T, overflow: Bool), _ function: Function
    ) throws(EvaluationError) -> T {
        guard !result.overflow else {
            throw EvaluationError(
                .overflow, "the result of `\(function.symbol)` is out of the range of \(name(T.self))")
        }
        return result.partialValue
    }

    private static func name<T>(_ type: T.Type) -> String { type == Int64.self ? "int" : "uint" }

    private static func timestamp(_ nanoseconds: Int128) throws(EvaluationError) -> Value {
        guard let instant = Instant(nanoseconds: nanoseconds) else {
            throw EvaluationError(.range, "the timestamp is out of range: years 1 to 9999")
        }
        return .timestamp(instant)
    }

    private static func duration(_ nanoseconds: Int128) throws(EvaluationError) -> Value {
        guard let span = TimeSpan(nanoseconds: nanoseconds) else {
            throw EvaluationError(.range, "the duration is out of range: at most 10000 years either way")
        }
        return .duration(span)
    }
}
