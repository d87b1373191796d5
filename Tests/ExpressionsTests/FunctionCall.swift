import Expressions
import Testing

/// A function called with values, and what it should give.
struct FunctionCall: Sendable, CustomTestStringConvertible {
    let function: Function
    let arguments: [Value]
    let expected: Outcome

    enum Outcome: Sendable {
        case value(Value)
        case error(EvaluationError.Code)
    }

    init(_ function: Function, _ arguments: Value..., gives value: Value) {
        (self.function, self.arguments, expected) = (function, arguments, .value(value))
    }

    init(_ function: Function, _ arguments: Value..., fails code: EvaluationError.Code) {
        (self.function, self.arguments, expected) = (function, arguments, .error(code))
    }

    var testDescription: String { "\(function.rawValue)(\(arguments.map(\.text).joined(separator: ", ")))" }

    /// Calls it and checks what comes back.
    func check(sourceLocation: SourceLocation = #_sourceLocation) {
        let result = call(function, arguments)
        switch (result, expected) {
        case (.success(let value), .value(let wanted)):
            #expect(
                value.isIdentical(to: wanted), "\(testDescription) gives \(value.text)", sourceLocation: sourceLocation)
        case (.failure(let error), .error(let code)):
            #expect(error.code == code, "\(testDescription): \(error.message)", sourceLocation: sourceLocation)
        case (.success(let value), .error(let code)):
            Issue.record("\(testDescription) gives \(value.text), not \(code)", sourceLocation: sourceLocation)
        case (.failure(let error), .value(let wanted)):
            Issue.record("\(testDescription): \(error.message), not \(wanted.text)", sourceLocation: sourceLocation)
        }
    }
}

/// What a function of the standard library gives.
func call(_ function: Function, _ arguments: [Value]) -> Result<Value, EvaluationError> {
    Result { () throws(EvaluationError) in
        guard let definition = FunctionLibrary.standard[function] else {
            throw EvaluationError(.noSuchOverload, "no definition of \(function.rawValue)")
        }
        return try definition.body(arguments)
    }
}

extension Value {
    /// The same kind and the same value: unlike `==` of the language, 1 is not 1.0, -0.0 not 0.0, and NaN is itself.
    func isIdentical(to other: Value) -> Bool {
        switch (self, other) {
        case (.double(let left), .double(let right)): left.bitPattern == right.bitPattern || left.isNaN && right.isNaN
        case (.list(let left), .list(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.isIdentical(to: $1) }
        case (.optional(let left?), .optional(let right?)): left.isIdentical(to: right)
        case (.unknown(let left), .unknown(let right)): left == right
        default: typeName == other.typeName && (try? isEqual(to: other)) == true
        }
    }
}
