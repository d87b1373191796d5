internal import Networks

/// Values that may be missing: CEL's optional types
/// (https://pkg.go.dev/github.com/google/cel-go/cel#OptionalTypes). Macros over them (`optMap`) are the evaluator's, `[?_]`
/// is in CollectionFunctions.swift.
enum OptionalFunctions {
    static let definitions: [FunctionDefinition] = [
        FunctionDefinition(
            .optionalOf, [.global(type, gives: .optional(type))], "A value that is there.",
            example: "optional.of(1).hasValue()", one: { .optional($0) }),
        FunctionDefinition(
            .optionalOfNonZero, [.global(type, gives: .optional(type))],
            "The value, or none for what is zero, empty, false or null.",
            example: "!optional.ofNonZeroValue('').hasValue()", one: { .optional(isZero($0) ? nil : $0) }),
        FunctionDefinition(
            .optionalNone, [.global(gives: .optional(type))], "No value.",
            example: "optional.none().orValue(5) == 5", any: { $0.isEmpty ? .optional(nil) : nil }),
        FunctionDefinition(
            .hasValue, [.member(.optional(type), gives: .bool)], "Whether there is a value.",
            example: "optional.of(null).hasValue()",
            one: { if case .optional(let value) = $0 { .bool(value != nil) } else { nil } }),
        FunctionDefinition(
            .value, [.member(.optional(type), gives: type)], "The value that is there; an error when there is none.",
            example: "optional.of(3).value() == 3",
            one: { (optional) throws(EvaluationError) in
                guard case .optional(let value) = optional else { return nil }
                guard let value else { throw EvaluationError(.invalidArgument, "optional.none() dereference") }
                return value
            }),
        FunctionDefinition(
            .or_, [.member(.optional(type), .optional(type), gives: .optional(type))],
            "The first, if it has a value, else the second.",
            example: "optional.none().or(optional.of(2)).value() == 2",
            two: { first, second in
                guard case .optional(let value) = first, case .optional = second else { return nil }
                return value == nil ? second : first
            }),
        FunctionDefinition(
            .orValue, [.member(.optional(type), type, gives: type)], "The value that is there, else the other value.",
            example: "optional.none().orValue(2) == 2",
            two: { if case .optional(let value) = $0 { value ?? $1 } else { nil } }),
        FunctionDefinition(
            .optionalUnwrap, [.global(.list(.optional(type)), gives: .list(type))],
            "The values of a list of optionals, without those that are not there.",
            example: "optional.unwrap([optional.of(1), optional.none()]) == [1]", one: unwrap),
        FunctionDefinition(
            .unwrapOpt, [.member(.list(.optional(type)), gives: .list(type))],
            "The values of a list of optionals, without those that are not there.",
            example: "[optional.of(1), optional.none()].unwrapOpt() == [1]", one: unwrap),
    ]

    private static let type = ValueType.parameter("T")

    private static func unwrap(_ list: Value) -> Value? {
        guard case .list(let elements) = list else { return nil }
        var values: [Value] = []
        for element in elements {
            guard case .optional(let value) = element else { return nil }
            if let value { values.append(value) }
        }
        return .list(values)
    }

    /// The zero of its type, as protocol buffers have it.
    private static func isZero(_ value: Value) -> Bool {
        switch value {
        case .null: true
        case .bool(let bool): !bool
        case .int(let int): int == 0
        case .uint(let uint): uint == 0
        case .double(let double): double == 0
        case .string(let text): text.isEmpty
        case .bytes(let bytes): bytes.isEmpty
        case .list(let elements): elements.isEmpty
        case .map(let map): map.count == 0
        case .timestamp(let instant): instant.nanoseconds == 0
        case .duration(let span): span.nanoseconds == 0
        case .addresses(let set): set.isEmpty
        case .optional, .type, .ip, .cidr, .portRange, .protocol, .peer, .metric, .series, .record,
            .unknown:
            false
        }
    }
}
