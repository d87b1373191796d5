extension Policy {
    /// What this policy alone says of a request.
    ///
    /// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
    package func decide(_ request: Request) -> Decision {
        Tally(self, request, index: 0).decision
    }

    /// The statements of this policy that hold, or may hold, of a request.
    package func tally(_ request: Request) -> Tally { Tally(self, request, index: 0) }
}

/// Decides a request under the policy of the resource and those of the one who asks.
///
/// Within an account either of them may allow; across accounts both have to. Boundaries, session policies and those of the
/// organisation are not among them, so that `allowed` is what these policies allow.
/// Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html and
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
package enum Authorization {
    /// - Parameters:
    ///   - resource: the policy of the resource, nil when it has none.
    ///   - identity: the policies of the requester; nil when they are not known.
    ///   - owner: the account of the resource.
    package static func decide(
        _ request: Request, resource: Policy?, identity: [Policy]?, owner: String?
    ) -> Decision {
        let first = resource.map { Tally($0, request, index: 0) }
        let others = (identity ?? []).enumerated().map { Tally($1, request, index: $0 + 1) }
        let all = ([first].compactMap { $0 }) + others
        let denials = all.flatMap(\.denials).sorted()
        if !denials.isEmpty { return Decision(outcome: .denied, deciding: denials) }

        let byResource = first?.allowance ?? .no
        let byIdentity = identity == nil ? Ternary.maybe : others.map(\.allowance).max() ?? .no
        let isRoot = request.requester.account == owner && request.isRoot
        var allowed: Ternary
        switch request.requester {
        case .anonymous, .service, .federated, .canonicalUser: allowed = byResource
        // No account that anybody names owns the resource.
        case .stranger: allowed = min(byResource, byIdentity)
        case .identity, .account:
            guard let account = request.requester.account, let owner else { return undecided(all, identity) }
            // Through its account the requester is only let in as far as its own policies go.
            let direct =
                first.map { $0.directAllows.isEmpty ? ($0.isDelegated ? .no : min($0.allowance, .maybe)) : .yes } ?? .no
            allowed = account == owner ? max(direct, byIdentity) : min(byResource, byIdentity)
            if isRoot { allowed = .yes }
        }
        let mayBeDenied = all.contains { !$0.possibleDenials.isEmpty }
        if allowed == .no {
            return Decision(outcome: .implicitlyDenied, deciding: [], isDelegated: first?.isDelegated ?? false)
        }
        guard allowed == .yes, !mayBeDenied else { return undecided(all, identity) }
        return Decision(
            outcome: .allowed, deciding: all.flatMap(\.allows).sorted(), isDelegated: first?.isDelegated ?? false)
    }

    private static func undecided(_ all: [Tally], _ identity: [Policy]?) -> Decision {
        let deciding = Set(all.flatMap { $0.allows + $0.possibleAllows + $0.possibleDenials }).sorted()
        return Decision(
            outcome: .undecided, deciding: deciding,
            missingKeys: Set(all.flatMap(\.missingKeys)).sorted(), isDelegated: all.first?.isDelegated ?? false)
    }
}

extension Request {
    fileprivate var isRoot: Bool {
        if case .identity(let arn) = requester { ARN(arn)?.resource == "root" } else { false }
    }
}

/// The statements of one policy that hold, or may hold, of a request.
package struct Tally: Sendable {
    package private(set) var denials: [Decision.Reference] = []
    package private(set) var possibleDenials: [Decision.Reference] = []
    package private(set) var allows: [Decision.Reference] = []
    package private(set) var possibleAllows: [Decision.Reference] = []
    /// By statement that may hold, the keys of the request, in lower case, that decide.
    private var keys: [Decision.Reference: Set<String>] = [:]
    /// Whether all that allows names the requester's account instead of the requester.
    package private(set) var isDelegated = true
    /// The statements that certainly allow it to the requester themselves, or to everybody.
    package private(set) var directAllows: [Decision.Reference] = []

    init(_ policy: Policy, _ request: Request, index: Int) {
        let matching = StatementMatching(policy: policy, request: request)
        for statement in policy.statements {
            let match = matching.match(statement)
            guard match.truth != .no else { continue }
            let reference = Decision.Reference(policy: index, statement: statement.index)
            switch (statement.effect, match.truth) {
            case (.deny, .yes): denials.append(reference)
            case (.deny, _): possibleDenials.append(reference)
            case (.allow, .yes):
                allows.append(reference)
                if !match.isThroughAccount { directAllows.append(reference) }
            case (.allow, _): possibleAllows.append(reference)
            }
            if statement.effect == .allow, !match.isThroughAccount { isDelegated = false }
            if match.truth == .maybe { keys[reference] = matching.missingKeys(statement) }
        }
        if allows.isEmpty, possibleAllows.isEmpty { isDelegated = false }
    }

    /// Keys of the request, in lower case, that decide whether some of the statements hold that may.
    package func missingKeys(of statements: [Decision.Reference]) -> [String] {
        statements.reduce(into: Set<String>()) { $0.formUnion(keys[$1] ?? []) }.sorted()
    }

    /// Those of all of them.
    fileprivate var missingKeys: [String] { missingKeys(of: possibleAllows + possibleDenials) }

    var allowance: Ternary { !allows.isEmpty ? .yes : possibleAllows.isEmpty ? .no : .maybe }

    /// The policy on its own.
    var decision: Decision {
        if !denials.isEmpty { return Decision(outcome: .denied, deciding: denials) }
        if allowance == .no { return Decision(outcome: .implicitlyDenied, deciding: []) }
        if allowance == .yes, possibleDenials.isEmpty {
            return Decision(outcome: .allowed, deciding: allows, isDelegated: isDelegated)
        }
        return Decision(
            outcome: .undecided, deciding: (allows + possibleAllows + possibleDenials).sorted(),
            missingKeys: missingKeys, isDelegated: isDelegated)
    }
}
