package import AccessPolicies

/// What a policy is attached to.
enum DocumentUse: Hashable, Sendable {
    /// Wildcards in the ARN stand for what the inventory does not say.
    case resource(arn: String)
    /// Of the role no more than its account counts.
    case trust(account: String?)
    case identity

    var policyUse: PolicyUse {
        switch self {
        case .resource(let arn): Target.resource(arn: arn).map { .resource($0) } ?? .identity
        case .trust(let account): .resource(.trust(ofRole: "arn:aws:iam::\(account ?? ""):role/*"))
        case .identity: .identity
        }
    }

    /// Whether the inventory says which ARN it is.
    var isPlaced: Bool {
        switch self {
        case .resource(let arn): !arn.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
        case .trust, .identity: true
        }
    }
}

/// What one policy comes to where it is attached. Places are offsets in the policy, so that equal policies share it.
struct DocumentVerdict: Sendable {
    /// An Allow statement that gives something to others than the owner's account.
    struct Giver: Sendable {
        var statement: Int
        var name: String
        var range: TextRange
        var actions: String
        var audience = ""
        var isPublic = false
        var hasUndecided = false

        /// ``statement `Sid` (sqs:SendMessage)``, with its number from 1 where it has no name.
        var reason: String {
            "\(name) (\(actions)\(hasUndecided ? ", under a condition that nobody can judge" : ""))"
        }
    }

    /// In the order they stand.
    private(set) var givers: [Giver] = []
    /// Nil: depends on the ARN of the resource, which the inventory does not say.
    private(set) var grade: Grade? = .private
    /// What anybody may do.
    private(set) var levels: Set<AccessLevel> = []
    /// The findings on other accounts that are let in.
    private(set) var crossAccount: [PolicyFinding] = []
    private(set) var marks: [StatementMark] = []

    var accounts: Set<String> { Set(crossAccount.flatMap(\.accounts)) }

    init(_ policy: Policy, _ use: DocumentUse) {
        let policyUse = use.policyUse
        var reach: Reach?
        if case .resource(let target) = policyUse, let found = policy.reach(of: target) {
            reach = found
            findGivers(policy, target, found)
            let isOpen = givers.contains(where: \.isPublic)
            grade = isOpen ? .public : givers.isEmpty ? .private : .limited
            if grade != .private, !use.isPlaced, policy.deniesByName { grade = nil }
        }
        let findings = policy.findings(for: policyUse, reach: reach)
        marks = policy.marks(findings, open: Set(givers.filter(\.isPublic).map(\.statement)))
        crossAccount = findings.filter { $0.kind == .crossAccount }
    }

    private mutating func findGivers(_ policy: Policy, _ target: Target, _ reach: Reach) {
        var byStatement: [Int: Giver] = [:]
        for grant in reach.grants where grant.audience.standing(on: target) >= .limited {
            let statement = policy.statements[grant.statement]
            var giver =
                byStatement[grant.statement]
                ?? Giver(
                    statement: grant.statement, name: statement.name, range: statement.range,
                    actions: statement.action.summary)
            let isWorld = grant.standing == .world
            if isWorld || !giver.isPublic { giver.audience = "\(grant.audience)" }
            if isWorld {
                giver.isPublic = true
                levels.formUnion(reach.service.levels(of: grant.actions))
            }
            if !grant.undecided.isEmpty { giver.hasUndecided = true }
            byStatement[grant.statement] = giver
        }
        givers = byStatement.values.sorted { $0.statement < $1.statement }
    }

    func has(_ fact: StatementFact) -> Bool { marks.contains { $0.fact == fact } }
}

extension Policy {
    /// Whether a Deny statement names resources, so that it takes an ARN to say what it denies.
    fileprivate var deniesByName: Bool {
        statements.contains { statement in
            statement.effect == .deny && statement.resource?.values.contains { $0.text != "*" } == true
        }
    }
}

extension ListElement {
    /// For people: up to four of the values.
    package var summary: String {
        let names = values.prefix(4).map(\.text).joined(separator: ", ")
        return (isNegated ? "all actions but " : "") + names + (values.count > 4 ? ", …" : "")
    }
}

extension AccessLevel {
    /// What comes after "may", in the order of a sentence.
    static let sentence: [(AccessLevel, String)] = [
        (.read, "read"), (.list, "list"), (.write, "write"), (.tagging, "tag"), (.permissions, "manage permissions"),
    ]
}
