/// Why an expression has no value (https://github.com/google/cel-spec/blob/master/doc/langdef.md#runtime-errors).
package struct EvaluationError: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        case noSuchOverload = "no such overload"
        case noSuchKey = "no such key"
        case noSuchField = "no such field"
        case unboundName = "unbound name"
        case divisionByZero = "division by zero"
        case overflow = "return error for overflow"
        case range = "range error"
        case index = "index out of range"
        case invalidArgument = "invalid argument"
        case conversion = "type conversion error"
        case repeatedKey = "repeated key"
        case costLimit = "cost limit"
    }

    package var code: Code
    /// One sentence: lower-case start, no final period.
    package var message: String
    /// Where in the expression's text, when the evaluator knows.
    package var range: TextRange?

    package init(_ code: Code, _ message: String, range: TextRange? = nil) {
        (self.code, self.message, self.range) = (code, message, range)
    }
}
