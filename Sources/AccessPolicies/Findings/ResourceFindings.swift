/// What the policy of a resource gives away, and what of it does nothing.
struct ResourceFindings {
    let policy: Policy
    let target: Target
    let service: ServiceActions
    /// What the policy gives of the target.
    let reach: Reach
    private let byStatement: [Int: [Reach.Grant]]

    init(_ policy: Policy, _ target: Target, _ reach: Reach) {
        self.policy = policy
        self.target = target
        self.reach = reach
        service = reach.service
        byStatement = Dictionary(grouping: reach.grants, by: \.statement)
    }

    func findings() -> [PolicyFinding] {
        var found: [PolicyFinding] = []
        for statement in policy.statements {
            if statement.effect == .allow {
                found += wide(statement)
                found += foreign(statement)
                found += confusedDeputy(statement)
                found += federation(statement)
                found += shadowed(statement)
            }
            found += Applicability(policy: policy, target: target, service: service).findings(statement)
        }
        if target.parts[0].type == "bucket" {
            found += TLSDenial(policy: policy, target: target, service: service).findings()
        }
        return found
    }

    private func grants(_ statement: Statement) -> [Reach.Grant] {
        byStatement[statement.index] ?? []
    }

    // MARK: Wide statements

    private func wide(_ statement: Statement) -> [PolicyFinding] {
        var found: [PolicyFinding] = []
        let isOpen = grants(statement).contains { $0.standing == .world }
        if let principal = statement.principal {
            if principal.isNegated {
                found.append(
                    PolicyFinding(
                        kind: .allowNotPrincipal, statement: statement.index, range: principal.key,
                        message:
                            "`Allow` with `NotPrincipal` lets in everybody who is not named, anonymous callers too",
                        help: "name those who may in `Principal`"))
            } else if isOpen, let value = principal.values.first(where: { $0.principal.isEverybody }) {
                found.append(
                    PolicyFinding(
                        kind: .wildcardPrincipal, statement: statement.index, range: value.text.range,
                        message: "the statement is for everybody, and no condition limits that",
                        help: "name accounts or roles, or limit it by `aws:PrincipalOrgID` or the like"))
            }
        }
        if statement.action.isNegated {
            found.append(
                PolicyFinding(
                    kind: .allowNotAction, statement: statement.index, range: statement.action.key,
                    message: "`Allow` with `NotAction` allows every action but those named, also ones yet to come",
                    help: "list the actions that are needed in `Action`"))
        }
        for value in statement.action.values where !statement.action.isNegated && isWhole(value.text) {
            found.append(
                PolicyFinding(
                    kind: .wildcardAction, statement: statement.index, range: value.range,
                    message: "`\(value.text)` allows everything, changing the permissions too",
                    help: "list the actions that are needed"))
        }
        return found
    }

    /// Whether a pattern matches all actions of the service.
    private func isWhole(_ pattern: String) -> Bool { service.matching(pattern) == service.all }

    // MARK: Other accounts

    /// Actions that other accounts must not have, by FSBP control S3.6.
    ///
    /// Source: https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-6
    static let banned = [
        "s3:DeleteBucketPolicy", "s3:PutBucketAcl", "s3:PutBucketPolicy", "s3:PutEncryptionConfiguration",
        "s3:PutObjectAcl",
    ]

    private func foreign(_ statement: Statement) -> [PolicyFinding] {
        var accounts: Set<String> = []
        var isForOthers = false
        var bannedActions: Set<String> = []
        for grant in grants(statement) {
            let named = grant.audience.accounts.subtracting([target.account ?? ""])
            accounts.formUnion(named)
            let isWorld = grant.standing == .world
            guard !named.isEmpty || isWorld || grant.audience.isOrganization else { continue }
            isForOthers = true
            guard target.service == "s3" else { continue }
            for action in Self.banned where service.matching(action).overlaps(grant.actions) {
                bannedActions.insert(action)
            }
        }
        var found: [PolicyFinding] = []
        let sorted = accounts.sorted()
        let place = statement.principal?.key ?? statement.range
        if !accounts.isEmpty {
            found.append(
                PolicyFinding(
                    kind: .crossAccount, statement: statement.index, range: place,
                    message: "the statement lets in \(sorted.count == 1 ? "account" : "accounts") "
                        + sorted.joined(separator: ", "),
                    accounts: sorted))
        }
        if isForOthers, !bannedActions.isEmpty {
            found.append(
                PolicyFinding(
                    kind: .bannedAction, statement: statement.index, range: statement.action.key,
                    message: "other accounts may " + bannedActions.sorted().joined(separator: ", "),
                    help: "leave these actions to the bucket's own account", accounts: sorted))
        }
        return found
    }

    // MARK: Services and providers

    /// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
    private func confusedDeputy(_ statement: Statement) -> [PolicyFinding] {
        // Services that take on a role send no source in general.
        guard target.service != "sts", !statement.conditions.contains(where: Self.bindsService) else { return [] }
        let services = Set(grants(statement).flatMap { $0.audience.unboundServices }).sorted()
        guard !services.isEmpty, let principal = statement.principal else { return [] }
        let place = principal.values.first { $0.text.text == services[0] }?.text.range ?? principal.key
        return [
            PolicyFinding(
                kind: .confusedDeputy, statement: statement.index, range: place,
                message: "\(services.joined(separator: ", ")) may do this on behalf of any customer",
                help: "add a condition on `aws:SourceArn`, `aws:SourceAccount` or `aws:SourceOrgID`")
        ]
    }

    /// Whether a condition says for whom a service acts in words of its own: what it encrypts, or which skill calls.
    ///
    /// Sources: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html and
    /// https://docs.aws.amazon.com/lambda/latest/dg/services-alexa.html
    private static func bindsService(_ condition: Condition) -> Bool {
        guard let test = condition.test, let name = condition.meaning?.name, !test.isNegated, !test.holdsWithoutKey
        else {
            return false
        }
        let isBinding = name.hasPrefix("kms:encryptioncontext:") || name == "lambda:eventsourcetoken"
        return isBinding && !condition.values.contains { $0.text == "*" }
    }

    /// Public identity providers serve everybody: only a condition on the subject says whose identities are meant.
    ///
    /// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
    private func federation(_ statement: Statement) -> [PolicyFinding] {
        guard let principal = statement.principal, !principal.isNegated, !grants(statement).isEmpty else { return [] }
        return principal.values.compactMap { value in
            guard case .federated(let name) = value.principal, !name.contains(":saml-provider/") else { return nil }
            let provider = name.firstRange(of: ":oidc-provider/").map { String(name[$0.upperBound...]) } ?? name
            let isLimited = statement.conditions.contains { Self.limitsSubject($0, of: provider.lowercased()) }
            guard !isLimited else { return nil }
            return PolicyFinding(
                kind: .federationWithoutSubject, statement: statement.index, range: value.text.range,
                message: "every identity of `\(provider)` may do this, whoever's it is",
                help: "add a condition on `\(provider):sub`")
        }
    }

    private static func limitsSubject(_ condition: Condition, of provider: String) -> Bool {
        guard let test = condition.test, let meaning = condition.meaning, meaning.role == .federation, !test.isNegated,
            !test.holdsWithoutKey
        else { return false }
        let isCognito = provider == "cognito-identity.amazonaws.com"
        let claims = isCognito ? ["aud", "sub"] : ["sub", "user_id", "id", "app_id", "email"]
        guard claims.contains(where: { meaning.name == "\(provider):\($0)" }) else { return false }
        return condition.values.allSatisfy { value in
            // `repo:*` and `repo:o*` of GitHub leave the owner open: a whole part behind the first colon has to be fixed.
            let fixed = value.text.prefix { $0 != "*" && $0 != "?" }
            guard test.takesWildcards, fixed.count < value.text.count else { return true }
            guard let colon = fixed.firstIndex(of: ":") else { return fixed.count >= 8 }
            return fixed[fixed.index(after: colon)...].contains { $0 == "/" || $0 == ":" }
        }
    }

    // MARK: Denials

    private func shadowed(_ statement: Statement) -> [PolicyFinding] {
        guard let denials = reach.lost[statement.index], grants(statement).isEmpty else { return [] }
        let names = Set(denials).sorted().map { index in
            policy.statements[index].sid.map { "`\($0.text)`" } ?? "number \(index + 1)"
        }
        return [
            PolicyFinding(
                kind: .shadowed, statement: statement.index, range: statement.effectRange,
                message: "the statement allows nothing that statement \(names.joined(separator: ", ")) does not deny",
                help: "remove it, or make an exception in the denial")
        ]
    }
}

extension Audience {
    /// Accounts that it names as those who ask or own the endpoint.
    fileprivate var accounts: Set<String> {
        guard let circle = identityCircle else { return [] }
        return Set(
            circles[circle].compactMap { scope in
                switch scope.kind {
                case .account where scope.name != Scope.own: scope.name
                case .principal, .federated: AccountID.isOne(scope.account) ? scope.account : nil
                default: nil
                }
            })
    }

    fileprivate var isOrganization: Bool {
        circles.contains {
            $0.contains { $0.kind == .organization || $0.kind == .organizationPath || $0.kind == .canonicalUser }
        }
    }

    /// Services that may act for anybody: no circle is about their source, or about where they call from.
    fileprivate var unboundServices: [String] {
        guard let circle = identityCircle else { return [] }
        let isBound = circles.contains { $0.allSatisfy { !$0.kind.saysWho } }
        guard !isBound else { return [] }
        return circles[circle].filter { $0.kind == .service || $0.kind == .anyService }.map(\.description).map {
            $0.hasPrefix("service ") ? String($0.dropFirst("service ".count)) : $0
        }
    }
}
