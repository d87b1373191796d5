/// How much one call may make or look at, so that no expression can fill the memory.
package enum Limit {
    /// Bytes of a text or of bytes.
    package static let bytes = 10_000_000
    /// Elements of a list.
    package static let elements = 1_000_000
    /// Parts of the values that one `==` compares.
    package static let comparisons = 2_000_000

    /// Refuses a result of so many bytes, before it is built.
    static func check(bytes: Int, _ function: Function) throws(EvaluationError) {
        guard bytes > self.bytes else { return }
        throw EvaluationError(.costLimit, "the result of `\(function.symbol)` would exceed \(self.bytes) bytes")
    }

    /// Refuses a list of so many elements, before it is built.
    static func check(elements: Int, _ function: Function) throws(EvaluationError) {
        guard elements > self.elements else { return }
        throw EvaluationError(.costLimit, "the result of `\(function.symbol)` would exceed \(self.elements) elements")
    }
}
