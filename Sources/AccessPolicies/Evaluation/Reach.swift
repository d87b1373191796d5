/// What a policy gives of a resource, to whom: the answer to "is it open?".
///
/// Whatever cannot be decided counts as given and is named in `undecided`, so that nothing is private by accident.
package struct Reach: Sendable {
    /// Actions that one Allow statement gives to the same audience.
    package struct Grant: Sendable {
        package var actions: ActionSet
        /// Index in the target's parts.
        package var part: Int
        /// Index of the statement that allows.
        package var statement: Int
        /// Statements that deny part of what it allows, in order.
        package var denials: [Int]
        package var audience: Audience
        /// Conditions that nobody can judge, as statement and condition.
        package var undecided: [ConditionReference]

        /// Where the audience stands to the account that owns the resource.
        package private(set) var standing = Audience.Standing.nobody

        init(actions: ActionSet, part: Int, statement: Int, audience: Audience, undecided: [ConditionReference]) {
            self.actions = actions
            self.part = part
            self.statement = statement
            denials = []
            self.audience = audience
            self.undecided = undecided
        }

        /// With the audience's circles in a fixed order, and its standing.
        func finished(account: String?) -> Grant {
            var result = self
            if audience.circles.count > 1 { result.audience = audience.sorted }
            result.standing = audience.standing(toOwner: account)
            return result
        }
    }

    /// A condition of a statement.
    package struct ConditionReference: Hashable, Sendable, Comparable {
        package var statement: Int
        package var condition: Int
        package static func < (left: Self, right: Self) -> Bool {
            (left.statement, left.condition) < (right.statement, right.condition)
        }
    }

    /// How far one level of access is open.
    package enum Verdict: Hashable, Sendable {
        /// Strangers have it.
        case open
        /// Others than the owner's account have it, but not everybody: those inside one of the audiences.
        case limited([Audience])
        /// At most the owner's account has it.
        case closed
    }

    package let service: ServiceActions
    /// The account that owns the resource.
    package let account: String?
    package let grants: [Grant]
    /// Allow statements of which denials took something, with those denials.
    let lost: [Int: [Int]]
    /// The audiences that are neither the world nor the owner's account, each once, in a fixed order.
    private let limited: [Audience]
    /// By grant, its audience among these.
    private let limitedIndex: [Int?]

    init(service: ServiceActions, account: String?, grants: [Grant], lost: [Int: [Int]]) {
        self.service = service
        self.account = account
        self.grants = grants
        self.lost = lost
        var unique: [Audience] = []
        for grant in grants where grant.standing == .limited {
            // Grants of one statement stand side by side and mostly have one audience.
            if unique.last != grant.audience, !unique.contains(grant.audience) { unique.append(grant.audience) }
        }
        if unique.count > 1 {
            unique.sort { $0.circles.lexicographicallyPrecedes($1.circles) { $0.lexicographicallyPrecedes($1) } }
        }
        limited = unique
        limitedIndex = grants.map { $0.standing == .limited ? unique.firstIndex(of: $0.audience) : nil }
    }

    /// The verdict on a level, of one part of the target (its index) or all of it.
    package func verdict(_ level: AccessLevel, part: Int? = nil) -> Verdict {
        verdict { $0.actions.overlaps(service.actions(level)) && (part == nil || $0.part == part) }
    }

    /// The verdict on an action or a pattern of actions: `s3:ListBucket`.
    package func verdict(onAction name: String) -> Verdict {
        let actions = service.matching(name)
        return verdict { $0.actions.overlaps(actions) }
    }

    /// The verdict on everything together.
    package var verdict: Verdict { verdict { _ in true } }

    private func verdict(where isAsked: (Grant) -> Bool) -> Verdict {
        var isIn = [Bool](repeating: false, count: limited.count)
        for (index, grant) in grants.enumerated() where grant.standing >= .limited && isAsked(grant) {
            if grant.standing == .world { return .open }
            if let audience = limitedIndex[index] { isIn[audience] = true }
        }
        guard isIn.contains(true) else { return .closed }
        return .limited(limited.indices.filter { isIn[$0] }.map { limited[$0] })
    }

    /// The grants that decide the verdict on a level: those that reach furthest.
    package func deciding(_ level: AccessLevel) -> [Grant] {
        let asked = grants.filter { $0.actions.overlaps(service.actions(level)) }
        let furthest = asked.map(\.standing).max() ?? .nobody
        guard furthest > .nobody else { return [] }
        return asked.filter { $0.standing == furthest }
    }

    /// Conditions that could have made a difference to a level, had anybody known what they mean.
    package func undecided(_ level: AccessLevel) -> [ConditionReference] {
        let asked = grants.filter { $0.actions.overlaps(service.actions(level)) }
        return Set(asked.flatMap(\.undecided)).sorted()
    }
}

extension Policy {
    /// What the policy gives of the resource it is attached to, to whom. Nil when the tables do not know the service.
    package func reach(of target: Target) -> Reach? {
        guard let service = ActionTable.shared[target.service] else { return nil }
        var evaluator = ReachEvaluator(self, target, service)
        evaluator.run()
        return Reach(
            service: service, account: target.account, grants: evaluator.grants, lost: evaluator.lost)
    }
}
