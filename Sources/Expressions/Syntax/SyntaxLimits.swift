/// What an expression may ask of the parser, and of those who walk its tree. Each limit has an error that names it.
package enum SyntaxLimits {
    /// Bytes of one expression.
    package static let bytes = 1 << 20
    /// Brackets within brackets, and levels of the syntax tree, a level for each operator of a chain `a + b + c`;
    /// chains of `&&` and `||` are one level however long. The language asks for 32 at least.
    package static let depth = 250
    /// Errors told of one expression; the rest are mostly consequences.
    static let errors = 8
}
