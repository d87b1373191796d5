/// One of the ways to call a function.
package struct Overload: Sendable {
    /// Whether the first parameter stands before the dot: `text.startsWith(part)`.
    package var isMember: Bool
    /// Types; `.parameter("T")` stands for any, the same in all places.
    package var parameters: [ValueType]
    package var result: ValueType
    /// Any number of arguments from one on, each of one of the parameter types: `math.greatest(1, 2.0, 3u)`.
    package var isVariadic = false

    init(isMember: Bool, parameters: [ValueType], result: ValueType, isVariadic: Bool = false) {
        (self.isMember, self.parameters, self.result) = (isMember, parameters, result)
        self.isVariadic = isVariadic
    }

    package init(isMember: Bool, _ parameters: [ValueType], gives result: ValueType) {
        self.init(isMember: isMember, parameters: parameters, result: result)
    }

    package static func global(_ parameters: ValueType..., gives result: ValueType) -> Overload {
        Overload(isMember: false, parameters: parameters, result: result)
    }

    package static func member(_ parameters: ValueType..., gives result: ValueType) -> Overload {
        Overload(isMember: true, parameters: parameters, result: result)
    }

    package static func variadic(_ types: ValueType..., gives result: ValueType) -> Overload {
        Overload(isMember: false, parameters: types, result: result, isVariadic: true)
    }
}

/// A function of the language: how it may be called, what it means, and what it does.
package struct FunctionDefinition: Sendable {
    /// Arguments are known values (never `.unknown`), the target first; those of no overload give `noSuchOverload`.
    package typealias Body = @Sendable ([Value]) throws(EvaluationError) -> Value

    package var function: Function
    package var overloads: [Overload]
    /// One sentence for the reference.
    package var summary: String
    /// An expression that gives true.
    package var example: String
    package var body: Body

    package init(
        _ function: Function, _ overloads: [Overload], _ summary: String, example: String, body: @escaping Body
    ) {
        (self.function, self.overloads, self.summary) = (function, overloads, summary)
        (self.example, self.body) = (example, body)
    }
}

// Bodies that give nil for arguments of no overload.
extension FunctionDefinition {
    /// A function of one argument.
    init(
        _ function: Function, _ overloads: [Overload], _ summary: String, example: String,
        one body: @escaping @Sendable (Value) throws(EvaluationError) -> Value?
    ) {
        self.init(function, overloads, summary, example: example) { (arguments) throws(EvaluationError) in
            guard arguments.count == 1, let result = try body(arguments[0]) else {
                throw .noSuchOverload(function, arguments)
            }
            return result
        }
    }

    /// A function of two arguments.
    init(
        _ function: Function, _ overloads: [Overload], _ summary: String, example: String,
        two body: @escaping @Sendable (Value, Value) throws(EvaluationError) -> Value?
    ) {
        self.init(function, overloads, summary, example: example) { (arguments) throws(EvaluationError) in
            guard arguments.count == 2, let result = try body(arguments[0], arguments[1]) else {
                throw .noSuchOverload(function, arguments)
            }
            return result
        }
    }

    /// A function whose overloads differ in their number of arguments.
    init(
        _ function: Function, _ overloads: [Overload], _ summary: String, example: String,
        any body: @escaping @Sendable ([Value]) throws(EvaluationError) -> Value?
    ) {
        self.init(function, overloads, summary, example: example) { (arguments) throws(EvaluationError) in
            guard let result = try body(arguments) else { throw .noSuchOverload(function, arguments) }
            return result
        }
    }
}

extension EvaluationError {
    /// The function cannot be called with values of these types.
    package static func noSuchOverload(_ function: Function, _ arguments: [Value]) -> EvaluationError {
        let types = arguments.map(\.typeName.name).joined(separator: ", ")
        return EvaluationError(.noSuchOverload, "no such overload: \(function.rawValue)(\(types))")
    }
}
