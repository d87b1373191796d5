internal import AccessPolicies
internal import ResourcePolicies

/// A fact on the policy alone.
enum PolicyFact: String, CaseIterable, Sendable {
    case deniesPlainHTTP = "policy_denies_plain_http"
    case wildcardPrincipal = "policy_wildcard_principal"
    case wildcardAction = "policy_wildcard_action"
    case allowNotAction = "policy_allow_not_action"
    case allowNotPrincipal = "policy_allow_not_principal"
    case bannedActions = "policy_banned_actions"
    case crossAccount = "policy_cross_account"
    case confusedDeputy = "policy_confused_deputy"
    case idleStatements = "policy_idle_statements"
    case misleadingConditions = "policy_misleading_conditions"
    case invalid = "policy_invalid"

    /// The findings that it rests on; none where there is no kind of them.
    var kinds: Set<PolicyFinding.Kind> {
        switch self {
        case .deniesPlainHTTP: [.missingTLSDenial]
        case .wildcardPrincipal: []
        case .wildcardAction: StatementFact.wildcardAction.kinds
        case .allowNotAction: StatementFact.allowNotAction.kinds
        case .allowNotPrincipal: StatementFact.allowNotPrincipal.kinds
        case .bannedActions: [.bannedAction]
        case .crossAccount: [.crossAccount]
        case .confusedDeputy: StatementFact.confusedDeputy.kinds
        case .idleStatements: StatementFact.idleStatements.kinds
        case .misleadingConditions: StatementFact.misleadingConditions.kinds
        case .invalid: StatementFact.invalid.kinds
        }
    }

    func holds(of verdict: PolicyVerdict) -> Bool {
        guard !kinds.isEmpty else { return !verdict.wildcardPrincipals.isEmpty }
        return verdict.has(kinds) != (self == .deniesPlainHTTP)
    }
}
