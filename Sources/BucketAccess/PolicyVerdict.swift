internal import AccessPolicies
internal import ResourcePolicies

/// What one policy on one bucket comes to. Places are offsets in the policy, so that equal policies share it.
struct PolicyVerdict: Sendable {
    /// An Allow statement that gives something to others than the owner's account.
    struct Giver: Sendable {
        var statement: Int
        var sid: String?
        var range: TextRange
        var grades = Grades.none
        var actions: String
        var audience: String
        var hasUndecided = false

        /// `statement `Sid``, or its number from 1.
        var name: String { sid.map { "statement `\($0)`" } ?? "statement \(statement + 1)" }
        var isPublic: Bool { grades.furthest == .public }
    }

    var givers: [Giver] = []
    /// What anybody may do.
    var abilities: Abilities = []
    /// Whether S3 itself takes the policy for public, which is what `RestrictPublicBuckets` goes by.
    var isPublicToS3 = false
    /// The findings that facts are about, in the order they stand.
    var findings: [PolicyFinding] = []
    /// Where `*` stands as the principal of an Allow statement, under conditions or not.
    var wildcardPrincipals: [(statement: Int, range: TextRange)] = []

    var grades: Grades { givers.reduce(.none) { $0.union($1.grades) } }

    func has(_ kind: PolicyFinding.Kind) -> Bool { findings.contains { $0.kind == kind } }

    init(_ policy: Policy, _ target: Target) {
        isPublicToS3 = policy.publicStatus.isPublic
        wildcardPrincipals = policy.statements.compactMap { statement in
            guard statement.effect == .allow, let principal = statement.principal, !principal.isNegated else {
                return nil
            }
            return principal.values.first { $0.principal.isAnybody }.map { (statement.index, $0.text.range) }
        }
        guard let reach = policy.reach(of: target) else { return }
        var byStatement: [Int: Giver] = [:]
        for grant in reach.grants where grant.standing >= .limited {
            let onObjects = target.parts[grant.part].type == "object"
            let statement = policy.statements[grant.statement]
            let isWorld = grant.standing == .world
            var giver =
                byStatement[grant.statement]
                ?? Giver(
                    statement: grant.statement, sid: statement.sid?.text, range: statement.range,
                    actions: statement.action.summary, audience: "\(grant.audience)")
            for level in AccessLevel.allCases where grant.actions.overlaps(reach.service.actions(level)) {
                let access = AccessClass(level, onObjects: onObjects)
                giver.grades[access] = max(giver.grades[access], isWorld ? .public : .limited)
            }
            if isWorld {
                giver.audience = "\(grant.audience)"
                abilities.formUnion(Abilities(grant.actions, of: reach.service, onObjects: onObjects))
            }
            if !grant.undecided.isEmpty { giver.hasUndecided = true }
            byStatement[grant.statement] = giver
        }
        givers = byStatement.values.sorted { $0.statement < $1.statement }
        findings = Self.findings(policy, target, open: Set(givers.filter(\.isPublic).map(\.statement)))
    }

    private static let kinds: Set<PolicyFinding.Kind> = [
        .wildcardAction, .allowNotAction, .allowNotPrincipal, .crossAccount, .bannedAction, .missingTLSDenial,
    ]

    /// What is to be said of statements. Of those that let anybody in, that is said by what anybody may do.
    private static func findings(_ policy: Policy, _ target: Target, open: Set<Int>) -> [PolicyFinding] {
        policy.findings(for: .resource(target)).filter { finding in
            guard kinds.contains(finding.kind) else { return false }
            guard finding.kind == .wildcardAction || finding.kind == .bannedAction else { return true }
            return finding.statement.map { !open.contains($0) } ?? true
        }
    }
}

extension Principal {
    fileprivate var isAnybody: Bool {
        switch self {
        case .everyone, .wildcard: true
        default: false
        }
    }
}
