/// Works out what each Allow statement gives once the Deny statements have taken their part.
///
/// An explicit deny wins over any allow: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html
struct ReachEvaluator {
    private let target: Target
    private let service: ServiceActions
    private let statements: [Ready]
    private let context: LimitContext
    private(set) var grants: [Reach.Grant] = []
    /// Allow statements of which denials took something, with those denials.
    private(set) var lost: [Int: [Int]] = [:]

    /// A statement with what is asked of it more than once. An object, since statements are large and looked at in pairs.
    private final class Ready {
        let statement: Statement
        let actions: ActionSet
        let resource: ResourceMatch?
        /// What of it is about each part of the target; of an Allow alone.
        let parts: [ResourceMatch?]
        /// The same for statements with the same resources.
        let resourceID: Int

        init(
            _ statement: Statement, _ actions: ActionSet, _ resource: ResourceMatch?, _ resourceID: Int,
            _ target: Target
        ) {
            self.statement = statement
            self.actions = actions
            self.resource = resource
            parts = statement.effect == .allow ? target.parts.map { resource?.within($0.pattern) } : []
            self.resourceID = resourceID
        }
    }

    /// Statements that deny, by index.
    private let denials: [Int]
    /// Whether the resources of a denial cover those of an Allow, in policies of many statements, where few differ: a row
    /// for each kind of resources of an Allow and each part of the target, with a column for each kind of a denial; negative:
    /// not asked yet.
    private var coverage: [[Int8]] = []
    private let resourceIDs: Int
    private static let manyStatements = 64

    init(_ policy: Policy, _ target: Target, _ service: ServiceActions) {
        self.target = target
        self.service = service
        context = LimitContext(account: target.account, hasVariables: policy.hasVariables)
        var ids: [[String]: Int] = [:]
        statements = policy.statements.map { statement in
            var id = 0
            if policy.statements.count > Self.manyStatements, let resource = statement.resource {
                let key = ["\(resource.isNegated)"] + resource.values.map(\.text)
                id = ids[key, default: ids.count + 1]
                ids[key] = id
            }
            return Ready(
                statement, service.matching(statement.action),
                statement.resource.map { ResourceMatch($0, hasVariables: policy.hasVariables) }, id, target)
        }
        resourceIDs = ids.count + 1
        if !ids.isEmpty { coverage = [[Int8]](repeating: [], count: resourceIDs * target.parts.count) }
        denials = policy.statements.indices.filter { policy.statements[$0].effect == .deny }
    }

    mutating func run() {
        let actions = target.parts.map { service.actions(onType: $0.type) }
        for ready in statements where ready.statement.effect == .allow {
            // Neither the audience nor what denials leave of it depends on the part of the target.
            var audience: Audience?
            var undecided: [Reach.ConditionReference] = []
            var untouched = [Bool?](repeating: nil, count: denials.count)
            for index in target.parts.indices {
                let given = ready.actions.intersection(actions[index])
                guard !given.isEmpty, ready.resource?.overlaps(target.parts[index].pattern) ?? true else { continue }
                let whole = audience ?? self.audience(of: ready.statement, &undecided)
                audience = whole
                if whole.isNobody { break }
                let grant = Reach.Grant(
                    actions: given, part: index, statement: ready.statement.index, audience: whole, undecided: undecided
                )
                let lost = give(grant, ready, &untouched)
                if !lost.isEmpty { self.lost[ready.statement.index, default: []] += lost }
            }
        }
    }

    // MARK: Allow

    private func audience(of statement: Statement, _ undecided: inout [Reach.ConditionReference]) -> Audience {
        var result = Audience.world
        if let principal = statement.principal {
            let scopes = scopes(of: principal)
            // Whoever `NotPrincipal` spares, the world is not smaller without them; without everybody it is empty.
            if principal.isNegated, scopes == nil { return .nobody }
            if !principal.isNegated, let scopes { result = result.limited(to: scopes) }
        }
        for (index, condition) in statement.conditions.enumerated() {
            switch condition.limits(context, beside: statement.conditions) {
            case .none: break
            case .scopes(let scopes): result = result.limited(to: scopes)
            case .nobody: return .nobody
            case .unknown: undecided.append(.init(statement: statement.index, condition: index))
            }
        }
        return Contradictions.isImpossible(statement.conditions) ? .nobody : result
    }

    /// The principals as scopes; nil for everybody.
    private func scopes(of element: PrincipalElement) -> [Scope]? {
        var result: [Scope] = []
        for value in element.values {
            if value.principal.isEverybody { return nil }
            if let scope = value.principal.scope { result.append(scope) }
        }
        return result
    }

    // MARK: Deny

    /// Notes what every Deny statement leaves of a grant: parts of it, each for the actions that the same denials touch.
    /// Returns the denials that take something.
    ///
    /// - Parameter untouched: by denial, whether the whole audience escapes it, as far as that has been worked out.
    private mutating func give(_ grant: Reach.Grant, _ allow: Ready, _ untouched: inout [Bool?]) -> [Int] {
        var parts: [Reach.Grant] = []
        var taken: [Int] = []
        var isWhole = true
        for (at, index) in denials.enumerated() {
            let deny = statements[index]
            guard deny.actions.overlaps(grant.actions) else { continue }
            guard untouched[at] != true, covers(index, allow, grant.part) else { continue }
            let escapes = untouched[at] ?? isUntouched(grant.audience, by: deny.statement)
            untouched[at] = escapes
            // Parts of the audience escape what all of it does.
            guard !escapes else { continue }
            if isWhole {
                parts = [grant]
                isWhole = false
            }
            parts = parts.flatMap { rest(of: $0, after: deny, &taken) }
        }
        for part in isWhole ? [grant] : parts { grants.append(part.finished(account: target.account)) }
        return taken
    }

    /// What one Deny statement leaves of part of a grant.
    private func rest(of part: Reach.Grant, after deny: Ready, _ taken: inout [Int]) -> [Reach.Grant] {
        let touched = part.actions.intersection(deny.actions)
        guard !touched.isEmpty else { return [part] }
        var result: [Reach.Grant] = []
        var (denied, spared) = (part, part)
        denied.actions = touched
        spared.actions = part.actions.subtracting(touched)
        if !spared.actions.isEmpty { result.append(spared) }
        let remaining = rest(of: denied, after: deny.statement)
        let index = deny.statement.index
        if taken.last != index, remaining.count != 1 || remaining[0].audience != part.audience { taken.append(index) }
        for var rest in remaining where !rest.audience.isNobody {
            if rest.audience != part.audience { rest.denials.append(index) }
            result.append(rest)
        }
        return result
    }

    /// Whether a denial is about everything that an Allow gives of a part of the target.
    private mutating func covers(_ denial: Int, _ allow: Ready, _ index: Int) -> Bool {
        guard let resource = statements[denial].resource else { return true }
        let part = target.parts[index].pattern
        guard statements.count > Self.manyStatements else { return resource.covers(allow.parts[index], in: part) }
        let row = allow.resourceID * target.parts.count + index
        if coverage[row].isEmpty { coverage[row] = [Int8](repeating: -1, count: resourceIDs) }
        let column = statements[denial].resourceID
        if coverage[row][column] < 0 {
            coverage[row][column] = resource.covers(allow.parts[index], in: part) ? 1 : 0
        }
        return coverage[row][column] == 1
    }

    /// Whether everybody in the audience escapes a denial, as most escape that of requests without TLS.
    private func isUntouched(_ audience: Audience, by deny: Statement) -> Bool {
        guard let circle = audience.identityCircle else { return escape(nil, deny) == .none }
        return audience.circles[circle].allSatisfy { escape($0, deny) == .none }
    }

    /// The audience of a grant without those whom a statement denies. Where the grant names who it is for, each of them is
    /// looked at alone.
    private func rest(of grant: Reach.Grant, after deny: Statement) -> [Reach.Grant] {
        guard let circle = grant.audience.identityCircle else {
            return [limited(grant, grant.audience, by: escape(nil, deny), deny)]
        }
        var untouched: [Scope] = []
        var undecided: [Reach.ConditionReference] = []
        var result: [Reach.Grant] = []
        for scope in grant.audience.circles[circle] {
            switch escape(scope, deny) {
            case .none: untouched.append(scope)
            case .unknown:
                untouched.append(scope)
                undecided += unknownConditions(deny)
            case .nobody: break
            case .scopes(let scopes):
                let alone = grant.audience.replacing(circle, by: [scope])
                var part = grant
                part.audience = alone.limited(to: scopes)
                result.append(part)
            }
        }
        if !untouched.isEmpty {
            var part = grant
            part.audience = grant.audience.replacing(circle, by: untouched)
            part.undecided += undecided
            result.append(part)
        }
        return result
    }

    private func limited(
        _ grant: Reach.Grant, _ audience: Audience, by limits: Limits, _ deny: Statement
    ) -> Reach.Grant {
        var result = grant
        switch limits {
        case .none: break
        case .unknown: result.undecided += unknownConditions(deny)
        case .nobody: result.audience = .nobody
        case .scopes(let scopes): result.audience = audience.limited(to: scopes)
        }
        return result
    }

    /// How one escapes a denial: by not being its principal, or by not meeting one of its conditions. `scope`: who asks,
    /// where that is known.
    private func escape(_ scope: Scope?, _ deny: Statement) -> Limits {
        var ways: [Scope] = []
        var isUnknown = false
        if let principal = deny.principal {
            switch escape(scope, principal) {
            case .none: return .none
            case .scopes(let scopes): ways += scopes
            case .nobody, .unknown: break
            }
        }
        if Contradictions.isImpossible(deny.conditions) { return .none }
        for condition in deny.conditions {
            if let scope, condition.holds(inside: scope, context) { continue }
            switch condition.escape(context, isSigned: scope != nil) {
            case .none: return .none
            case .scopes(let scopes): ways += scopes
            case .nobody: break
            case .unknown: isUnknown = true
            }
        }
        if isUnknown { return .unknown }
        return ways.isEmpty ? .nobody : .scopes(ways)
    }

    private func escape(_ scope: Scope?, _ element: PrincipalElement) -> Limits {
        var element = element
        // A wildcard in a name, which AWS refuses, names nobody for sure: it neither denies nor leaves anyone denied.
        let hasWildcard = element.values.contains { $0.principal.hasWildcard }
        if hasWildcard, element.isNegated { return .none }
        if hasWildcard { element.values.removeAll { $0.principal.hasWildcard } }
        guard let scopes = scopes(of: element) else {
            // Everybody is denied, or, with NotPrincipal, nobody.
            return element.isNegated ? .none : .nobody
        }
        guard let scope else { return element.isNegated ? (scopes.isEmpty ? .nobody : .scopes(scopes)) : .none }
        let isNamed = scopes.contains { scope.isWithin($0) }
        if element.isNegated {
            if isNamed { return .none }
            let inside = scopes.filter { !scope.isDisjoint(from: $0) }
            return inside.isEmpty ? .nobody : .scopes(inside)
        }
        return isNamed ? .nobody : .none
    }

    private func unknownConditions(_ statement: Statement) -> [Reach.ConditionReference] {
        statement.conditions.indices.filter { statement.conditions[$0].isUnknown }
            .map { Reach.ConditionReference(statement: statement.index, condition: $0) }
    }
}
