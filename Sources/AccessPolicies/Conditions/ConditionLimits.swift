internal import Networks

/// What a condition, or its opposite, leaves of the world: an upper bound, so that nothing is taken for closed that is not.
enum Limits: Equatable {
    /// A stranger can meet it.
    case none
    /// Only requests inside one of the scopes can meet it.
    case scopes([Scope])
    /// No request can.
    case nobody
    /// The tables know neither key nor operator: taken for none, and reported.
    case unknown
}

extension Condition {
    /// Who can meet the condition.
    ///
    /// Sources: the table of keys, and
    /// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
    ///
    /// - Parameter others: all conditions of the statement, of which `Null` may say that the key has to be there.
    func limits(_ context: LimitContext, beside others: [Condition]) -> Limits {
        guard let test, let meaning else { return .unknown }
        if test.comparison == .null { return nullLimits(meaning) }
        // A stranger has any of the other values, or leaves the key out.
        if test.isNegated { return .none }
        if test.holdsWithoutKey, !others.contains(where: { $0.requires(meaning) }) { return .none }
        return scopes(test, meaning, context)
    }

    /// Whether it is `Null: false` of the key.
    private func requires(_ key: ConditionKey) -> Bool {
        test?.comparison == .null && meaning?.name == key.name && values.allSatisfy { $0.text.lowercased() == "false" }
    }

    /// Who can escape the condition: for whom a denial under it does not hold.
    ///
    /// - Parameter isSigned: whether those who are asked about have credentials.
    func escape(_ context: LimitContext, isSigned: Bool = false) -> Limits {
        guard let test, let meaning else { return .unknown }
        if test.comparison == .null { return nullLimits(meaning, opposite: true) }
        if test.isNegated {
            // `ForAnyValue:` is false without the key, so that leaving it out escapes.
            if test.quantifier == .any, !test.ifExists { return .none }
            var positive = test
            (positive.isNegated, positive.ifExists, positive.quantifier) = (false, false, nil)
            return scopes(positive, meaning, context)
        }
        if test.comparison == .bool { return boolEscape(meaning, test, isSigned) }
        return .none
    }

    /// Whether the condition holds for sure of every request inside a scope.
    func holds(inside scope: Scope, _ context: LimitContext) -> Bool {
        guard let test, let meaning, !test.isNegated, test.quantifier != .all, test.comparison != .null,
            case .scopes(let scopes) = scopes(test, meaning, context)
        else { return false }
        guard [.account, .principal, .service].contains(meaning.role) else { return false }
        return scopes.contains { scope.isWithin($0) }
    }

    // MARK: Operators of their own

    private func nullLimits(_ meaning: ConditionKey, opposite: Bool = false) -> Limits {
        let wanted = Set(values.map { ($0.text.lowercased() == "true") != opposite })
        guard wanted == [false] else { return .none }
        // The key has to be there: some keys only services bring.
        return meaning.role == .service ? .scopes([Scope(.anyService, "")]) : .none
    }

    /// `aws:SecureTransport` is in every request, `aws:PrincipalIsAWSService` in every signed one.
    ///
    /// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalisawsservice
    private func boolEscape(_ meaning: ConditionKey, _ test: ConditionOperator, _ isSigned: Bool) -> Limits {
        if meaning.role == .isService, !isSigned, !test.ifExists { return .none }
        let denied = Set(values.map { $0.text.lowercased() })
        let isBoth = denied.isSuperset(of: ["true", "false"])
        switch meaning.role {
        case .secure where isBoth: return .nobody
        case .isService where isBoth: return .nobody
        case .isService where denied == ["false"]: return .scopes([Scope(.anyService, "")])
        default: return .none
        }
    }

    // MARK: Values

    /// The scopes of a positive operator. One value that is not fixed makes the others useless.
    private func scopes(_ test: ConditionOperator, _ meaning: ConditionKey, _ context: LimitContext) -> Limits {
        if meaning.role == .address { return addresses(test) }
        if meaning.role == .free || meaning.role == .time || meaning.role == .secure { return .none }
        if meaning.role == .federation { return .none }
        if meaning.role == .isService {
            let wanted = Set(values.map { $0.text.lowercased() })
            return wanted == ["true"] ? .scopes([Scope(.anyService, "")]) : .none
        }
        guard let kind = ValueKind(test) else { return .unknown }
        var result: [Scope] = []
        for value in values {
            switch Self.scope(value.text, kind, meaning.role, context) {
            case .fixed(let scope): result.append(scope)
            case .open: return .none
            case .never: break
            }
        }
        return result.isEmpty ? .nobody : .scopes(result)
    }

    static func scope(_ text: String, _ kind: ValueKind, _ role: ConditionKey.Role, _ context: LimitContext)
        -> FixedValue
    {
        guard context.hasVariables, text.contains("${") else { return FixedValue(text, kind, role) }
        let value = VariableText(text)
        switch (role, value.onlyKey) {
        case (.account, "aws:resourceaccount"): return .fixed(context.ownScope(.account))
        case (.sourceAccount, "aws:resourceaccount"): return .fixed(context.ownScope(.sourceAccount))
        case (.endpointAccount, "aws:resourceaccount"): return .fixed(context.ownScope(.endpointAccount))
        case (.accessPointAccount, "aws:resourceaccount"): return .fixed(context.ownScope(.accessPointAccount))
        case (.organization, "aws:resourceorgid"): return .fixed(Scope(.organization, Scope.ownOrganization))
        case (.sourceOrganization, "aws:resourceorgid"):
            return .fixed(Scope(.sourceOrganization, Scope.ownOrganization))
        case (.endpointOrganization, "aws:resourceorgid"):
            return .fixed(Scope(.endpointOrganization, Scope.ownOrganization))
        default:
            // The request decides, and with it the stranger.
            return value.hasVariables ? FixedValue(value.asPattern, .like, role) : FixedValue(text, kind, role)
        }
    }

    private func addresses(_ test: ConditionOperator) -> Limits {
        guard test.comparison == .ipAddress else {
            // Text comparison of an address: it is one address or a pattern.
            return values.contains { Glob.hasWildcard($0.text) } ? .none : .unknown
        }
        var cidrs: [CIDR] = []
        for value in values {
            guard let cidr = try? CIDR(value.text) else { return .unknown }
            cidrs.append(cidr)
        }
        guard !cidrs.isEmpty else { return .nobody }
        let set = AddressSet(cidrs: cidrs)
        return AddressBreadth.isBroad(set) ? .none : .scopes([Scope(set)])
    }
}

/// What has to be known beside a condition to say whom it limits.
struct LimitContext {
    /// Account of the resource.
    var account: String?
    /// Whether `${…}` means something.
    var hasVariables: Bool

    func ownScope(_ kind: Scope.Kind) -> Scope { Scope(kind, account ?? Scope.own) }
}

/// How an operator takes the policy's value.
enum ValueKind {
    /// Letter by letter, wildcards being plain characters.
    case exact
    /// As a pattern over the whole text.
    case like
    /// As an ARN, part by part.
    case arn

    /// Nil for operators that compare numbers and the like, which fits no key that limits.
    init?(_ test: ConditionOperator) {
        switch test.comparison {
        case .stringEquals, .stringEqualsIgnoreCase: self = .exact
        case .stringLike: self = .like
        case .arnEquals, .arnLike: self = .arn
        default: return nil
        }
    }
}

/// Whether addresses are so many that a limit to them is none.
enum AddressBreadth {
    /// AWS takes IPv4 ranges wider than /8 and IPv6 ranges wider than /32 for public, private ranges aside.
    ///
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
    ///
    /// Here ranges are joined first, so that two halves are the whole, and a tenth of the internet in small pieces is as
    /// good as all of it (docs/decisions/0012).
    static func isBroad(_ set: AddressSet) -> Bool {
        let isNarrow =
            set.ipv4.allSatisfy { $0.upperBound - $0.lowerBound < 1 << 24 }
            && set.ipv6.allSatisfy { $0.upperBound - $0.lowerBound < 1 << 96 }
        if isNarrow, set.ipv4.count < 16, set.ipv6.count < 16 { return false }
        let open = set.intersection(.internet)
        if open.ipv4.contains(where: { $0.upperBound - $0.lowerBound >= 1 << 24 }) { return true }
        if open.ipv6.contains(where: { $0.upperBound - $0.lowerBound >= 1 << 96 }) { return true }
        return AddressFamily.allCases.contains { open.share(of: .internet, $0) >= 0.1 }
    }
}

extension Condition {
    /// Whether the tables know neither what it compares nor with what.
    package var isUnknown: Bool { test == nil || meaning == nil }
}
