/// Something to say of a policy by itself: what is wrong with it, or what it gives away.
package struct PolicyFinding: Hashable, Sendable {
    /// What it is about. The raw values are for rules and reports and do not change.
    package enum Kind: String, Sendable, CaseIterable {
        // What a statement gives.
        case wildcardPrincipal = "wildcard-principal"
        case wildcardAction = "wildcard-action"
        case allowNotAction = "allow-not-action"
        case allowNotPrincipal = "allow-not-principal"
        case crossAccount = "cross-account"
        case bannedAction = "banned-action"
        case confusedDeputy = "confused-deputy"
        case federationWithoutSubject = "federation-without-subject"
        case missingTLSDenial = "missing-tls-denial"
        // Identity policies.
        case administrator
        case serviceWildcard = "service-wildcard"
        case passRole = "pass-role"
        case decryptsAll = "decrypts-all"
        // What does nothing.
        case neverApplies = "never-applies"
        case shadowed
        case deletedPrincipal = "deleted-principal"
        case ineffectiveCondition = "ineffective-condition"
        case literalWildcard = "literal-wildcard"
        case literalVariable = "literal-variable"
        case privateAddress = "private-address"
        // What AWS would refuse.
        case invalidAction = "invalid-action"
        case invalidResource = "invalid-resource"
        case invalidPrincipal = "invalid-principal"
        case invalidValue = "invalid-value"
        case unknownKey = "unknown-key"
        case unknownOperator = "unknown-operator"
        case operatorMismatch = "operator-mismatch"
        case missingElement = "missing-element"
        case misplacedElement = "misplaced-element"
        case emptyElement = "empty-element"
        case duplicateSid = "duplicate-sid"
        case tooLarge = "too-large"
    }

    package var kind: Kind
    /// Index of the statement; nil where the policy as a whole is meant.
    package var statement: Int?
    /// The smallest part that shows it.
    package var range: TextRange
    /// One sentence without final period, as a diagnostic has it.
    package var message: String
    /// The way out, if there is one.
    package var help: String?
    /// Accounts other than the owner's that it is about, sorted.
    package var accounts: [String] = []
}

/// What a policy is attached to, which decides what may be in it.
package enum PolicyUse: Sendable {
    /// To a resource: statements have principals.
    case resource(Target)
    /// To a user, group or role: it has no principals.
    case identity
}

extension Policy {
    /// Everything to say of the policy, in the order it stands.
    ///
    /// - Parameter reach: what it gives of the target, where that is known already.
    package func findings(for use: PolicyUse, reach: Reach? = nil) -> [PolicyFinding] {
        var found = Validation(policy: self, use: use).findings()
        switch use {
        case .resource(let target):
            if let reach = reach ?? self.reach(of: target) {
                found += ResourceFindings(self, target, reach).findings()
            }
        case .identity: found += IdentityFindings(policy: self).findings()
        }
        return found.sorted {
            ($0.range.start, $0.range.end, $0.kind.rawValue, $0.message)
                < ($1.range.start, $1.range.end, $1.kind.rawValue, $1.message)
        }
    }
}
