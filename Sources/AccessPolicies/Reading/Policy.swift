/// An IAM policy as written: every element, each value with its place.
///
/// Source of the elements: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html and the grammar,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
package struct Policy: Sendable {
    /// Version of the policy language. Without the element it is the older one, in which `${…}` is plain text.
    package enum Version: String, Sendable, CaseIterable {
        case v2008 = "2008-10-17"
        case v2012 = "2012-10-17"
    }

    package var version = Version.v2008
    /// Where `Version` stands, if it does.
    package var versionRange: TextRange?
    package var id: PolicyText?
    package var statements: [Statement] = []
    /// The whole policy.
    package var range: TextRange
    /// Bytes without insignificant white space are not counted by AWS; this counts all, so it is an upper bound.
    package var byteCount = 0

    /// Whether `${…}` in values stands for something of the request.
    package var hasVariables: Bool { version == .v2012 }
}

/// One statement of a policy.
package struct Statement: Sendable {
    /// `Effect`; both words are case-sensitive.
    package enum Effect: String, Sendable, CaseIterable {
        case allow = "Allow"
        case deny = "Deny"
    }

    /// Position in the policy, from 0.
    package var index: Int
    package var sid: PolicyText?
    package var effect: Effect
    package var effectRange: TextRange
    /// `Principal` or `NotPrincipal`; identity policies have neither.
    package var principal: PrincipalElement?
    /// `Action` or `NotAction`.
    package var action: ListElement
    /// `Resource` or `NotResource`; trust policies and the policies of repositories have neither.
    package var resource: ListElement?
    /// All have to hold.
    package var conditions: [Condition]
    /// The whole statement.
    package var range: TextRange

    /// For people: ``statement `Sid` ``, or its number from 1.
    package var name: String { sid.map { "statement `\($0.text)`" } ?? "statement \(index + 1)" }
}

/// `Action`, `Resource` or one of their negations: a list of patterns.
package struct ListElement: Sendable {
    /// Whether it is `NotAction` or `NotResource`: all but the values.
    package var isNegated: Bool
    package var values: [PolicyText]
    /// The element's name.
    package var key: TextRange
}

/// `Principal` or `NotPrincipal`.
package struct PrincipalElement: Sendable {
    package var isNegated: Bool
    package var values: [PrincipalValue]
    /// The element's name.
    package var key: TextRange
}

/// One principal with the place it stands at.
package struct PrincipalValue: Sendable {
    package var principal: Principal
    package var text: PolicyText
}

/// One key under one operator: the request's value has to match any of the values.
package struct Condition: Sendable {
    /// Nil where IAM has no such operator: nobody knows what it would come to.
    package var test: ConditionOperator?
    package var testText: PolicyText
    /// The key as written; keys are the same in any case.
    package var key: PolicyText
    /// What the key tells; nil where the tables do not know it.
    package var meaning: ConditionKey?
    package var values: [PolicyText]
}
