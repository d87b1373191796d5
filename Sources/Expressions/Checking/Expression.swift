package import Diagnostics

/// The typed syntax tree that every condition becomes, whatever the form it was written in, before anything else happens.
///
/// Names are still names here: the engine's planner turns them into slots.
package struct Expression: Sendable {
    /// What the expression does.
    package indirect enum Kind: Sendable {
        case literal(Literal)
        /// `params.NAME` with the value it is bound to.
        case parameter(String, Literal)
        /// The resource under judgement.
        case resource
        /// The entry of `for_each`, or the element of the innermost enclosing quantifier but `levelsUp`.
        case element(levelsUp: Int)
        /// A field of a record.
        case field(Expression, String)
        case call(Function, [Expression])
        /// A body evaluated for the elements of a list; in it `element(levelsUp: 0)` is the element.
        case quantifier(Quantifier, over: Expression, body: Expression)
    }

    package var kind: Kind
    package var type: ValueType
    /// Where it was written.
    package var span: SourceSpan

    package init(_ kind: Kind, _ type: ValueType, at span: SourceSpan) {
        (self.kind, self.type, self.span) = (kind, type, span)
    }

    /// A function that gives a truth value.
    package static func test(_ function: Function, _ arguments: [Expression], at span: SourceSpan) -> Expression {
        Expression(.call(function, arguments), .bool, at: span)
    }

    /// All of them, joined by `function` from left to right; the neutral value when there are none.
    package static func joined(_ function: Function, _ operands: [Expression], at span: SourceSpan) -> Expression {
        guard var result = operands.first else { return Expression(.literal(.bool(function == .and)), .bool, at: span) }
        for operand in operands.dropFirst() { result = .test(function, [result, operand], at: span) }
        return result
    }
}

/// The comprehensions over lists; CEL's `exists` and `all` macros.
package enum Quantifier: String, Sendable {
    case some = "exists"
    case every = "all"
    case none
}
