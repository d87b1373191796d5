internal import AccessPolicies
internal import ResourcePolicies

/// What one policy on one bucket comes to. Places are offsets in the policy, so that equal policies share it.
struct PolicyVerdict: Sendable {
    /// An Allow statement that gives something to others than the owner's account.
    struct Giver: Sendable {
        var statement: Int
        /// `statement `Sid``, or its number from 1.
        var name: String
        var range: TextRange
        var grades = Grades.none
        var actions: String
        var audience: String
        var hasUndecided = false

        var isPublic: Bool { grades.furthest == .public }
    }

    /// The name of the bucket that it was worked out for.
    let bucket: String
    var givers: [Giver] = []
    /// What anybody may do.
    var abilities: Abilities = []
    /// What nobody gets but through access points, which have policies of their own.
    var delegations: [Reach.Grant] = []
    /// Whom the policy lets in who are not of the owner's account, each once.
    var audiences: [Audience] = []
    /// Whether S3 itself takes the policy for public, which is what `RestrictPublicBuckets` goes by.
    var isPublicToS3 = false
    /// The findings that facts are about, in the order they stand.
    var findings: [PolicyFinding] = []
    /// Where `*` stands as the principal of an Allow statement, under conditions or not.
    var wildcardPrincipals: [(statement: Int, range: TextRange)] = []

    var grades: Grades { givers.reduce(.none) { $0.union($1.grades) } }

    func has(_ kinds: Set<PolicyFinding.Kind>) -> Bool { findings.contains { kinds.contains($0.kind) } }

    init(_ policy: Policy, _ target: Target) {
        bucket = BucketPattern(target.parts[0].arn).text
        isPublicToS3 = policy.publicStatus.isPublic
        wildcardPrincipals = policy.wildcardPrincipals
        guard let reach = policy.reach(of: target) else { return }
        let given = reach.grants.filter { $0.audience.standing(on: target) >= .limited }
        audiences = given.reduce(into: []) {
            if $0.last != $1.audience, !$0.contains($1.audience) { $0.append($1.audience) }
        }
        delegations = given.filter(\.audience.isThroughAccessPoints)
        let direct = given.filter { !$0.audience.isThroughAccessPoints }
        (givers, abilities) = Self.givers(direct, policy, target, reach.service)
        findings = Self.findings(policy, target, reach, open: Set(givers.filter(\.isPublic).map(\.statement)))
    }

    /// The statements that grants come from, with what they give, and what anybody may do by them.
    static func givers(_ grants: [Reach.Grant], _ policy: Policy, _ target: Target, _ service: ServiceActions)
        -> (givers: [Giver], abilities: Abilities)
    {
        var byStatement: [Int: Giver] = [:]
        var abilities: Abilities = []
        for grant in grants {
            let onObjects = target.parts[grant.part].isObjects
            let standing = grant.audience.standing(on: target)
            let statement = policy.statements[grant.statement]
            var giver =
                byStatement[grant.statement]
                ?? Giver(
                    statement: grant.statement, name: statement.name, range: statement.range,
                    actions: statement.action.summary, audience: "\(grant.audience)")
            let grade: Grade = standing == .world ? .public : .limited
            for access in AccessClass.classes(of: grant.actions, service, onObjects: onObjects) {
                giver.grades[access] = max(giver.grades[access], grade)
            }
            if grade == .public {
                giver.audience = "\(grant.audience)"
                abilities.formUnion(Abilities(grant.actions, of: service, onObjects: onObjects))
            }
            if !grant.undecided.isEmpty { giver.hasUndecided = true }
            byStatement[grant.statement] = giver
        }
        return (byStatement.values.sorted { $0.statement < $1.statement }, abilities)
    }

    private static let kinds = PolicyFact.allCases.reduce(into: Set<PolicyFinding.Kind>()) { $0.formUnion($1.kinds) }

    /// What is to be said of statements. Of those that let anybody in, that is said by what anybody may do.
    private static func findings(_ policy: Policy, _ target: Target, _ reach: Reach, open: Set<Int>)
        -> [PolicyFinding]
    {
        policy.findings(for: .resource(target), reach: reach).filter { finding in
            guard kinds.contains(finding.kind) else { return false }
            guard finding.kind == .wildcardAction || finding.kind == .bannedAction else { return true }
            return finding.statement.map { !open.contains($0) } ?? true
        }
    }
}
