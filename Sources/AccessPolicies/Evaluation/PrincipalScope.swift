extension Principal {
    /// Whether it has a wildcard where none is allowed.
    var hasWildcard: Bool {
        switch self {
        case .wildcard: true
        case .identity(let arn, _): Glob.hasWildcard(arn)
        default: false
        }
    }

    /// Whether it names everybody, or may.
    package var isEverybody: Bool {
        switch self {
        case .everyone, .wildcard: true
        default: false
        }
    }

    /// Whom a statement for this principal is limited to; nil for everybody and for nobody.
    var scope: Scope? {
        switch self {
        case .account(let id): Scope(.account, id)
        case .identity(let arn, let account): Scope(.principal, arn, account: account)
        case .service(let name): name == "*" ? Scope(.anyService, "") : Scope(.service, name)
        case .federated(let name): Scope(.federated, name, account: ARN(name).map { String($0.account) } ?? "")
        case .canonicalUser(let id): Scope(.canonicalUser, id)
        case .everyone, .wildcard, .deleted, .invalid: nil
        }
    }
}
