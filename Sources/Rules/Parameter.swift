package import Diagnostics
package import Expressions

/// A value that a rule's user may change.
package struct Parameter: Sendable {
    package var name: String
    package var type: ValueType
    /// What the rule declares.
    package var defaultValue: Literal
    /// What the rule runs with.
    package var value: Literal
    /// Values of profiles that differ from the default, which is that of Trusted Advisor.
    package var profiles: [(profile: ThresholdProfile, value: Literal)] = []
    package var bounds: ParameterBounds
    package var meaning: String
    package var span: SourceSpan
    /// Where the value stands that replaced the default.
    package var boundAt: SourceSpan?
}

/// What the values of a parameter are limited to; of a list, each element.
package struct ParameterBounds: Sendable {
    /// A limit, with the text it was written in.
    package struct Limit: Sendable {
        package var value: Literal
        package var text: String
        package var span: SourceSpan
    }

    package var min: Limit?
    package var max: Limit?
    /// The only values allowed; empty: any.
    package var oneOf: [Limit] = []

    /// The limit that a single value breaks, in words that go behind the value; nil when it keeps to all of them.
    func violation(by value: Literal) -> (message: String, at: SourceSpan)? {
        if let min, Self.isLess(value, min.value) { return ("is below the minimum of \(min.text)", min.span) }
        if let max, Self.isLess(max.value, value) { return ("is above the maximum of \(max.text)", max.span) }
        if let first = oneOf.first, !oneOf.contains(where: { $0.value == value }) {
            return ("is not one of the values allowed", first.span)
        }
        return nil
    }

    /// For people: `22 to 3389`, `at least 0`, `gp2, gp3`; nil without limits.
    package var text: String? {
        let range: String? =
            switch (min, max) {
            case (let min?, let max?): "\(min.text) to \(max.text)"
            case (let min?, nil): "at least \(min.text)"
            case (nil, let max?): "at most \(max.text)"
            case (nil, nil): nil
            }
        let choice = oneOf.isEmpty ? nil : "one of " + oneOf.map(\.text).joined(separator: ", ")
        let parts = [range, choice].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    /// Whether one value of an ordered type comes before another of the same type.
    static func isLess(_ a: Literal, _ b: Literal) -> Bool {
        switch (a, b) {
        case (.int(let a), .int(let b)), (.timestamp(let a), .timestamp(let b)), (.duration(let a), .duration(let b)),
            (.bytes(let a), .bytes(let b)), (.usd(let a), .usd(let b)):
            a < b
        case (.double(let a), .double(let b)): a < b
        default: false
        }
    }
}
