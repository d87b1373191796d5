package import AccessPolicies

/// A fact on the statements of a policy by themselves: true when something of a kind is found in them.
///
/// Raw values are what follows `policy_` in its name.
package enum StatementFact: String, CaseIterable, Sendable {
    case confusedDeputy = "confused_deputy"
    case federationWithoutSubject = "federation_without_subject"
    case wildcardPrincipal = "wildcard_principal"
    case wildcardAction = "wildcard_action"
    case allowNotAction = "allow_not_action"
    case allowNotPrincipal = "allow_not_principal"
    case administrator
    case passRole = "pass_role"
    case serviceWildcard = "service_wildcard"
    case decryptsAll = "decrypts_all"
    case idleStatements = "idle_statements"
    case misleadingConditions = "misleading_conditions"
    case invalid

    /// The fact as the catalog calls it; `document` is `policy`, or `trust` for the trust policy of a role.
    package func name(of document: String) -> String {
        self == .federationWithoutSubject ? rawValue : "\(document)_\(rawValue)"
    }

    /// The findings that it rests on. `*` as a principal is looked for by itself, since a condition that limits it leaves no
    /// finding.
    package var kinds: Set<PolicyFinding.Kind> {
        switch self {
        case .confusedDeputy: [.confusedDeputy]
        case .federationWithoutSubject: [.federationWithoutSubject]
        case .wildcardPrincipal: []
        case .wildcardAction: [.wildcardAction]
        case .allowNotAction: [.allowNotAction]
        case .allowNotPrincipal: [.allowNotPrincipal]
        case .administrator: [.administrator]
        case .passRole: [.passRole]
        case .serviceWildcard: [.serviceWildcard]
        case .decryptsAll: [.decryptsAll]
        case .idleStatements: [.neverApplies, .shadowed, .deletedPrincipal]
        case .misleadingConditions: [.ineffectiveCondition, .literalWildcard, .literalVariable, .privateAddress]
        case .invalid:
            [
                .invalidAction, .invalidResource, .invalidPrincipal, .invalidValue, .unknownKey, .unknownOperator,
                .operatorMismatch, .missingElement, .misplacedElement, .emptyElement, .duplicateSid, .tooLarge,
            ]
        }
    }

    /// Whether it tells of a mistake rather than of what the policy gives.
    package var isMistake: Bool { self == .idleStatements || self == .misleadingConditions || self == .invalid }

    fileprivate static let byKind: [PolicyFinding.Kind: StatementFact] = Dictionary(
        uniqueKeysWithValues: allCases.flatMap { fact in fact.kinds.map { ($0, fact) } })
}

/// What a fact on statements rests on. Places are offsets in the policy, so that equal policies share it.
package struct StatementMark: Sendable {
    package var fact: StatementFact
    /// Index of the statement; nil where the policy as a whole is meant.
    package var statement: Int?
    package var message: String
    package var range: TextRange
}

extension Policy {
    /// Everything that facts on statements rest on, in the order it stands.
    ///
    /// - Parameter open: statements that let anybody in. That they give all actions is said by what anybody may do.
    package func marks(_ findings: [PolicyFinding], open: Set<Int>) -> [StatementMark] {
        var marks = findings.compactMap { finding -> StatementMark? in
            guard let fact = StatementFact.byKind[finding.kind] else { return nil }
            if fact == .wildcardAction, let statement = finding.statement, open.contains(statement) { return nil }
            return StatementMark(
                fact: fact, statement: finding.statement, message: finding.message, range: finding.range)
        }
        marks += wildcardPrincipals.map {
            StatementMark(fact: .wildcardPrincipal, statement: $0.statement, message: "everybody", range: $0.range)
        }
        return marks
    }

    /// Where `*` stands as the principal of an Allow statement, under conditions or not.
    package var wildcardPrincipals: [(statement: Int, range: TextRange)] {
        statements.compactMap { statement in
            guard statement.effect == .allow, let principal = statement.principal, !principal.isNegated else {
                return nil
            }
            return principal.values.first { $0.principal.isEverybody }.map { (statement.index, $0.text.range) }
        }
    }
}
