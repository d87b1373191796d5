import AccessPolicies

/// A policy of which is asked whether a stranger gets anything of its resource.
struct PublicCase {
    var policy: Policy
    let target: Target
    /// Whether the other gives up.
    var fails = false

    var answer: String {
        if fails { return "error" }
        return policy.reach(of: target)?.verdict == .open ? "open" : "not open"
    }
}

/// What another evaluator takes a condition for.
enum Taken {
    /// As it is.
    case same
    /// As if it were not there.
    case absent
    /// As one that no stranger meets.
    case closing
}

extension Deviation<PublicCase> {
    /// Rewrites statements that allow, or takes them out where the closure says false.
    static func allows(
        _ name: String, _ argument: String, _ page: String, _ keep: @escaping @Sendable (inout Statement) -> Bool
    ) -> Deviation {
        Deviation(name, argument, page) { asked in
            asked.policy.statements = asked.policy.statements.compactMap { statement in
                var statement = statement
                return statement.effect == .deny || keep(&statement) ? statement : nil
            }
        }
    }

    /// Conditions of statements that allow, by what they are taken for.
    static func conditions(
        _ name: String, _ argument: String, _ page: String, _ take: @escaping @Sendable (Condition) -> Taken
    ) -> Deviation {
        allows(name, argument, page) { statement in
            let taken = statement.conditions.map(take)
            guard !taken.contains(.closing) else { return false }
            statement.conditions = zip(statement.conditions, taken).filter { $0.1 == .same }.map(\.0)
            return true
        }
    }

    // MARK: Of both

    static let withoutDeny = Deviation(
        "`Deny` is not looked at",
        "An explicit denial wins over any `Allow`. What everybody is denied, or everybody but one VPC endpoint, is not "
            + "public.",
        Page.interplay
    ) { asked in
        asked.policy.statements.removeAll { $0.effect == .deny }
    }

    static let withoutActions = allows(
        "actions and resources are not looked at",
        "A statement gives the actions that the service has on the resources that it names. `s3:GetObject` on the ARN of "
            + "a bucket, `sqs:*` in the policy of a bucket and objects of another bucket are nothing; Plumbline reports "
            + "them as `never-applies`.",
        Page.authorization
    ) { statement in
        (statement.action, statement.resource) = (StatementPart.open.action, nil)
        return true
    }

    static let withoutPrincipal = allows(
        "a statement without `Principal` gives nothing",
        "AWS refuses such a policy of a resource, so that nobody knows what it would come to. Plumbline says that the "
            + "element is missing and takes the statement for one for everybody: nothing is private by accident.",
        Page.validation
    ) { $0.principal != nil }
}
