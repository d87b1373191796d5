/// What one statement is for and comes to, beside the others of its policy.
package struct StatementEffect: Sendable {
    package var statement: Int
    /// Whom it is about, as it says.
    package var principals: [String]
    /// What each condition comes to, in order.
    package var conditions: [ConditionEffect]
    /// Of an Allow: what it gives when denials have taken their part. Empty of a Deny.
    package var grants: [Reach.Grant]
    /// Of an Allow: the denials that take something of it. Of a Deny: the Allow statements that it takes something of.
    package var touches: [Int]
    /// By part of the target: whether it is about all things of the kind, some of them, or none.
    package var coverage: [Coverage]

    package enum Coverage: Sendable { case none, some, all }
}

/// What one condition makes of those whom its statement is for.
package enum ConditionEffect: Hashable, Sendable {
    /// A stranger can meet it, or, in a denial, get round it.
    case none
    /// Only these meet it, or are spared by the denial.
    case scopes([String])
    /// Nobody meets it, or is spared.
    case nobody
    /// It says which identities of a provider are meant, whom nobody else names.
    case identities
    /// Nobody knows what it asks.
    case undecided

    init(_ limits: Limits) {
        switch limits {
        case .none: self = .none
        case .scopes(let scopes): self = .scopes(scopes.sorted().map(\.description))
        case .nobody: self = .nobody
        case .unknown: self = .undecided
        }
    }
}

extension Policy {
    /// What its statements come to on the resource it is attached to, in order. Nil when the tables do not know the service.
    package func effects(on target: Target) -> [StatementEffect]? {
        guard let service = ActionTable.shared[target.service] else { return nil }
        var evaluator = ReachEvaluator(self, target, service)
        evaluator.run()
        let context = LimitContext(account: target.account, hasVariables: hasVariables)
        return statements.map { statement in
            let match = statement.resource.map { ResourceMatch($0, hasVariables: hasVariables) }
            let touches =
                statement.effect == .allow
                ? evaluator.lost[statement.index] ?? []
                : evaluator.lost.filter { $0.value.contains(statement.index) }.map(\.key)
            return StatementEffect(
                statement: statement.index, principals: statement.principal?.descriptions ?? ["everybody"],
                conditions: statement.conditions.map { condition in
                    if case .federation? = condition.meaning?.role, condition.test?.isNegated == false {
                        return .identities
                    }
                    return ConditionEffect(
                        statement.effect == .allow
                            ? condition.limits(context, beside: statement.conditions) : condition.escape(context))
                },
                grants: evaluator.grants.filter { $0.statement == statement.index && $0.standing > .nobody },
                touches: Set(touches).sorted(),
                coverage: target.parts.map { part in
                    guard let match else { return .all }
                    return match.covers(nil, in: part.pattern) ? .all : match.overlaps(part.pattern) ? .some : .none
                })
        }
    }
}

extension Audience {
    /// Whether nobody but AWS services is in it.
    package var isOfServices: Bool {
        identityCircle.map { circles[$0].allSatisfy { $0.kind == .service || $0.kind == .anyService } } ?? false
    }
}

extension PrincipalElement {
    /// Everybody named, or left out: `account 111122223333`, `everybody but service logs.amazonaws.com`.
    fileprivate var descriptions: [String] {
        var seen: Set<String> = []
        let texts = values.map { value -> String in
            switch value.principal {
            case .everyone, .wildcard: "everybody"
            case .deleted(let id): "\(id), which was deleted"
            case .invalid(let text): "`\(text)`, which names nobody"
            default: value.principal.scope?.description ?? value.text.text
            }
        }
        .filter { seen.insert($0).inserted }
        guard isNegated else { return texts.contains("everybody") ? ["everybody"] : texts }
        return ["everybody but " + texts.joined(separator: ", ")]
    }
}

extension Condition {
    /// `StringEquals aws:PrincipalOrgID o-1, o-2`
    package var text: String {
        let shown = values.prefix(4).map(\.text).joined(separator: ", ") + (values.count > 4 ? ", …" : "")
        return "\(testText.text) \(key.text) \(shown)"
    }
}
