/// One of the ways to call a function.
package struct Overload: Sendable {
    /// Whether the first parameter stands before the dot: `text.startsWith(part)`.
    package var isMember: Bool
    /// Types; `.parameter("T")` stands for any, the same in all places.
    package var parameters: [ValueType]
    package var result: ValueType

    package static func global(_ parameters: ValueType..., gives result: ValueType) -> Overload {
        Overload(isMember: false, parameters: parameters, result: result)
    }

    package static func member(_ parameters: ValueType..., gives result: ValueType) -> Overload {
        Overload(isMember: true, parameters: parameters, result: result)
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
