/// What becomes of one request under one or more policies.
package struct Decision: Sendable, Equatable {
    package enum Outcome: String, Sendable {
        case allowed
        /// A Deny statement holds.
        case denied
        /// No Allow statement holds.
        case implicitlyDenied
        /// It depends on what is not known of the request, or on a part of a policy of which nobody knows what it comes to.
        case undecided
    }

    /// A statement of one of the policies.
    package struct Reference: Hashable, Sendable, Comparable {
        /// Index of the policy: the resource's first, then the identity's in their order.
        package var policy: Int
        package var statement: Int
        package static func < (left: Self, right: Self) -> Bool {
            (left.policy, left.statement) < (right.policy, right.statement)
        }
    }

    package var outcome: Outcome
    /// The statements that decide: those that deny, else those that allow; where undecided, those that may do either.
    package var deciding: [Reference]
    /// Keys of the request, in lower case, that would have to be known.
    package var missingKeys: [String] = []
    /// Whether the resource's policy only hands the decision to the requester's account, whose own policies then count.
    package var isDelegated = false
}

/// Whether each statement of a policy is about a request.
struct StatementMatching {
    let policy: Policy
    let request: Request

    struct Match {
        var truth: Ternary
        /// Whether the requester is named through its account only.
        var isThroughAccount: Bool
    }

    /// Everything that has to hold, the weakest part of it.
    func match(_ statement: Statement) -> Match {
        var isThroughAccount = false
        var truth = Ternary.yes
        func require(_ value: Ternary) { truth = min(truth, value) }
        if let principal = statement.principal {
            let named = names(principal)
            isThroughAccount = named == .throughAccount
            require(principal.isNegated ? !named.truth : named.truth)
        }
        require(Ternary(isAbout(action: statement.action)))
        if let resource = statement.resource { require(isAbout(resource)) }
        if truth == .no { return Match(truth: .no, isThroughAccount: false) }
        let conditions = ConditionEvaluation(request: request, hasVariables: policy.hasVariables)
        for condition in statement.conditions { require(conditions.holds(condition)) }
        return Match(truth: truth, isThroughAccount: isThroughAccount)
    }

    /// Keys of the statement's conditions and variables whose values are not known.
    func missingKeys(_ statement: Statement) -> Set<String> {
        var keys = Set(statement.conditions.map { $0.key.text.lowercased() })
        if let principal = statement.principal, names(principal) == .perhaps { keys.insert("aws:principalarn") }
        if policy.hasVariables {
            let texts = (statement.resource?.values ?? []) + statement.conditions.flatMap(\.values)
            for value in texts where value.text.contains("${") {
                for case .variable(let key, _) in VariableText(value.text).parts { keys.insert(key.lowercased()) }
            }
        }
        return keys.filter { request.value(of: $0) == .unknown || request.value(of: $0) == .foreign }
    }

    // MARK: Parts

    private enum Naming: Int {
        case no
        /// It may be the one who asks, or its account, by another name.
        case perhaps
        case throughAccount, directly

        var truth: Ternary { self == .no ? .no : self == .perhaps ? .maybe : .yes }
    }

    /// The most that any of the values says.
    private func names(_ element: PrincipalElement) -> Naming {
        var result = Naming.no
        for value in element.values {
            let naming = names(value.principal)
            if naming == .directly { return naming }
            if naming.rawValue > result.rawValue { result = naming }
        }
        return result
    }

    private func names(_ principal: Principal) -> Naming {
        switch (principal, request.requester) {
        case (.everyone, _): return .directly
        case (.wildcard, _): return .perhaps
        case (.account(let id), .identity(let arn)):
            guard request.requester.account == id else { return .no }
            return ARN(arn)?.resource == "root" ? .directly : .throughAccount
        case (.account(let named), .account(let id)): return named == id ? .throughAccount : .no
        case (.identity(_, let account), .account(let id)): return account == id ? .perhaps : .no
        case (.identity(let named, let account), .identity(let arn)):
            if named == arn { return .directly }
            if Glob.hasWildcard(named), Glob.matches(named, arn) { return .perhaps }
            guard let session = request.requester.sessionRole, session.account == account, named.contains(":role/")
            else {
                return .no
            }
            return named.split(separator: "/").last == session.name ? .directly : .no
        case (.service(let named), .service(let name)): return named == "*" || named == name ? .directly : .no
        case (.federated(let named), .federated(let name)): return named == name ? .directly : .no
        case (.canonicalUser(let named), .canonicalUser(let id)): return named == id ? .directly : .no
        // Both are names of accounts, and nobody says which are the same.
        case (.canonicalUser, .identity), (.canonicalUser, .account), (.account, .canonicalUser): return .perhaps
        default: return .no
        }
    }

    private func isAbout(action element: ListElement) -> Bool {
        let action = request.action.lowercased()
        return element.values.contains { Glob.matches($0.text.lowercased(), action) } != element.isNegated
    }

    private func isAbout(_ element: ListElement) -> Ternary {
        let result = element.values.map { isAbout(resource: $0.text) }.max() ?? .no
        return element.isNegated ? !result : result
    }

    private func isAbout(resource written: String) -> Ternary {
        if written == "*" { return .yes }
        var pattern = written
        if policy.hasVariables, written.contains("${") {
            switch VariableText(written).resolved(by: request) {
            case .text(let text): pattern = text
            case .missing: return .no
            case .unknown: return .maybe
            }
        }
        guard request.resource != "*", let resource = ARN(request.resource) else { return .no }
        guard let arn = ARN(completing: pattern) else { return .no }
        return Ternary(zip(arn.parts, resource.parts).allSatisfy { EscapedGlob.matches(String($0), String($1)) })
    }
}

extension ARN {
    /// The parts after `arn:`.
    var parts: [Substring] { [partition, service, region, account, resource] }

    /// Fewer than six parts stand for wildcards in the others.
    init?(completing text: String) {
        let missing = 5 - text.utf8.count { $0 == UInt8(ascii: ":") }
        self.init(missing > 0 ? text + String(repeating: ":*", count: missing) : text)
    }
}
