package import Diagnostics

/// The typed syntax tree that every condition becomes, whatever the form it was written in, before anything else happens.
///
/// Names of fields are still names here: the engine's planner turns them into slots.
package struct Expression: Sendable {
    /// What the expression does.
    package indirect enum Kind: Sendable {
        case literal(Literal)
        /// `params.NAME` with the value it is bound to.
        case parameter(String, Literal)
        /// The resource under judgement.
        case resource
        /// The entry of `for_each`, or the element of the innermost enclosing binder but `levelsUp`. A binder is a
        /// `for_each`, a quantifier, a macro over elements, or `cel.bind`.
        case element(levelsUp: Int)
        /// The index or key beside that element, in macros with two variables.
        case key(levelsUp: Int)
        /// A name bound from outside: `now`, `inventory`.
        case variable(String)
        /// A field of a record, the value under a key of a map; of an optional, an optional.
        case field(Expression, String)
        /// `operand.?field`
        case optionalField(Expression, String)
        /// `has(operand.field)`
        case presence(Expression, String)
        /// The resource that a reference names.
        case followed(Expression, type: String)
        /// Operands of `and` and `or` are two or more.
        case call(Function, [Expression])
        case conditional(Expression, Expression, Expression)
        /// A body evaluated for the elements of a list; in it `element(levelsUp: 0)` is the element.
        case quantifier(Quantifier, over: Expression, body: Expression)
        case comprehension(Comprehension)
        /// A body in which `element(levelsUp: 0)` is the value.
        case bind(Expression, body: Expression)
        /// `operand.optMap(x, body)`; `isFlat`: `optFlatMap`.
        case optionalMap(Expression, body: Expression, isFlat: Bool)
        case list([Element])
        case map([Entry])
        /// What cannot be run, as a name that an unchecked expression does not know: the error it gives.
        case failure(EvaluationError)
    }

    /// An element of a list; an optional one is added when it has a value.
    package struct Element: Sendable {
        package var value: Expression
        package var isOptional: Bool
    }

    /// An entry of a map; an optional one is added when it has a value.
    package struct Entry: Sendable {
        package var key: Expression
        package var value: Expression
        package var isOptional: Bool
    }

    /// A macro that the quantifiers do not cover: in its parts `element(levelsUp: 0)` is the element or value, and
    /// `key(levelsUp: 0)` the index or key.
    package struct Comprehension: Sendable {
        package var macro: Macro
        package var over: Expression
        /// Two variables: index and element, or key and value. With one, a map gives its keys.
        package var hasKey: Bool
        package var predicate: Expression?
        package var transform: Expression?
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

    /// All of them, joined by `and` or `or`; the neutral value when there are none.
    package static func joined(_ function: Function, _ operands: [Expression], at span: SourceSpan) -> Expression {
        switch operands.count {
        case 0: Expression(.literal(.bool(function == .and)), .bool, at: span)
        case 1: operands[0]
        default: .test(function, operands, at: span)
        }
    }

    /// The constant that it is, a bound parameter included.
    package var constant: Literal? {
        switch kind {
        case .literal(let literal), .parameter(_, let literal): literal
        default: nil
        }
    }
}

/// The comprehensions over lists; CEL's `exists` and `all` macros.
package enum Quantifier: String, Sendable {
    case some = "exists"
    case every = "all"
    case none
}
