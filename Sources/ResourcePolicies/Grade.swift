/// How far something is given; raw values are those of the facts.
package enum Grade: Int, Comparable, Sendable {
    /// At most to the owner's account.
    case `private`
    /// To others, but not to everybody.
    case limited
    case `public`

    package static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }
}
