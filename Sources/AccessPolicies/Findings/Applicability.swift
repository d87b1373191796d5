/// Statements that can never apply: an Allow that gives nothing, or a Deny that protects nothing.
struct Applicability {
    let policy: Policy
    let target: Target
    let service: ServiceActions

    func findings(_ statement: Statement) -> [PolicyFinding] {
        let actions = service.matching(statement.action)
        guard !actions.isEmpty else {
            return isInvalid(statement.action)
                ? [] : [finding(statement, statement.action.key, "no action in it is one of `\(target.service)`")]
        }
        if let resource = resource(statement, actions) { return [resource] }
        if let principal = statement.principal, !principal.isNegated, !principal.values.isEmpty,
            principal.values.allSatisfy({ !$0.principal.isEverybody && $0.principal.scope == nil })
        {
            let isDeleted = principal.values.contains { if case .deleted = $0.principal { true } else { false } }
            return isDeleted ? [finding(statement, principal.key, "those it is for have been deleted")] : []
        }
        if let principal = statement.principal, principal.isNegated,
            principal.values.contains(where: { $0.principal.isEverybody })
        {
            return [finding(statement, principal.key, "`NotPrincipal` leaves nobody")]
        }
        return conditions(statement)
    }

    private func resource(_ statement: Statement, _ actions: ActionSet) -> PolicyFinding? {
        guard let element = statement.resource else { return nil }
        let match = ResourceMatch(element, hasVariables: policy.hasVariables)
        guard !match.patterns.allSatisfy(\.isInvalid) || element.isNegated else { return nil }
        let touched = target.parts.filter { match.overlaps($0.pattern) }
        guard !touched.isEmpty else {
            return finding(statement, element.key, "it is about other resources than the one it is attached to")
        }
        let isUsed = touched.contains { service.actions(onType: $0.type).overlaps(actions) }
        guard !isUsed else { return nil }
        let wanted = target.parts.filter { service.actions(onType: $0.type).overlaps(actions) }
        guard let first = wanted.first else {
            return finding(statement, statement.action.key, "its actions are not done to such a resource")
        }
        let help = "these actions are about `\(first.arn)`"
        return finding(statement, element.key, "its actions are not done to its resources", help: help)
    }

    private func conditions(_ statement: Statement) -> [PolicyFinding] {
        if let (first, second) = Contradictions.first(statement.conditions) {
            let key = statement.conditions[second].key
            let message =
                first == second
                ? "no value can meet the condition on `\(key.text)`"
                : "its conditions on `\(key.text)` exclude each other"
            return [finding(statement, key.range, message)]
        }
        guard statement.effect == .allow else { return [] }
        let context = LimitContext(account: target.account, hasVariables: policy.hasVariables)
        var audience = Audience.world
        if let principal = statement.principal, !principal.isNegated {
            let scopes = principal.values.compactMap(\.principal.scope)
            let isLimited = !principal.values.contains { $0.principal.isEverybody }
            if isLimited, !scopes.isEmpty { audience = audience.limited(to: scopes) }
        }
        for condition in statement.conditions {
            switch condition.limits(context, beside: statement.conditions) {
            case .nobody:
                return [
                    finding(
                        statement, condition.key.range, "no request can meet the condition on `\(condition.key.text)`")
                ]
            case .scopes(let scopes):
                audience = audience.limited(to: scopes)
                if audience.isNobody {
                    let message =
                        "no request can meet the condition on `\(condition.key.text)` and the rest of the statement"
                    return [finding(statement, condition.key.range, message)]
                }
            case .none, .unknown: break
            }
        }
        return []
    }

    private func isInvalid(_ element: ListElement) -> Bool {
        element.values.contains { ActionCheck.problem($0.text) != nil }
    }

    private func finding(_ statement: Statement, _ range: TextRange, _ why: String, help: String? = nil)
        -> PolicyFinding
    {
        PolicyFinding(
            kind: .neverApplies, statement: statement.index, range: range,
            message: "the statement never applies: \(why)",
            help: help)
    }
}
