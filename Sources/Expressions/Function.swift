/// The functions of the language. Raw values are the names in the Common Expression Language, its operators in CEL's
/// own spelling (https://github.com/google/cel-spec/blob/master/doc/langdef.md#list-of-standard-definitions).
package enum Function: String, CaseIterable, Sendable {
    // Logic; unknown operands follow CEL: false && unknown is false, true || unknown is true.
    case and = "_&&_"
    case or = "_||_"
    case not = "!_"

    // Comparison; null equals null only and has no order.
    case equals = "_==_"
    case less = "_<_"
    case lessOrEqual = "_<=_"
    case greater = "_>_"
    case greaterOrEqual = "_>=_"
    /// Member of a list of constants.
    case isIn = "@in"

    /// Whether there is a value: false for null, unknown when the inventory does not say.
    case has
    /// Whether the inventory says anything; never unknown.
    case stated

    // Text.
    case startsWith, endsWith, contains, containsIgnoringCase

    /// Elements of a list or map, characters of a text, ports of a range.
    case size
    /// Whether a map has every one of the keys.
    case hasKeys
    /// The value under a key; null when there is none.
    case valueAt = "_[_]"

    // Networks: address ranges and port ranges are sets.
    case within, covers, overlaps, prefixLength, isPublic, kind
    /// Whether the entries of a list admit the traffic asked for.
    case admits

    /// Time since a timestamp, measured from the inventory's `as_of`.
    case age
}

/// The comprehensions over lists; CEL's `exists` and `all` macros.
package enum Quantifier: String, Sendable {
    case some = "exists"
    case every = "all"
    case none
}
