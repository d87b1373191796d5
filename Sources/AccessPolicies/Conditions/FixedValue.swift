/// Whether a value of a condition fixes what its key tells, or leaves it to the one who asks.
enum FixedValue {
    case fixed(Scope)
    /// A stranger can have it.
    case open
    /// Nobody can: an exact comparison with a wildcard, which no real value has.
    case never

    init(_ text: String, _ kind: ValueKind, _ role: ConditionKey.Role) {
        if kind == .exact, Glob.hasWildcard(text) {
            self = role == .userID || role == .kmsKey ? .open : .never
            return
        }
        let isPattern = kind != .exact && Glob.hasWildcard(text)
        switch role {
        case .account: self = Self.plain(.account, text, isPattern)
        case .organization: self = Self.plain(.organization, text, isPattern)
        case .service: self = Self.plain(.service, text, isPattern)
        case .vpc: self = Self.plain(.vpc, text, isPattern)
        case .vpcEndpoint: self = Self.plain(.vpcEndpoint, text, isPattern)
        case .endpointAccount: self = Self.plain(.endpointAccount, text, isPattern)
        case .endpointOrganization: self = Self.plain(.endpointOrganization, text, isPattern)
        case .sourceAccount: self = Self.plain(.sourceAccount, text, isPattern)
        case .sourceOrganization: self = Self.plain(.sourceOrganization, text, isPattern)
        case .accessPointAccount: self = Self.plain(.accessPointAccount, text, isPattern)
        case .kmsKey: self = Self.plain(.kmsKey, text, isPattern)
        case .principal: self = Self.arn(.principal, text, kind, isPattern)
        case .source: self = Self.arn(.source, text, kind, isPattern)
        case .vpcARN: self = Self.arn(.vpc, text, kind, isPattern)
        case .accessPoint: self = Self.arn(.accessPoint, text, kind, isPattern)
        case .organizationPath: self = Self.path(.organizationPath, text)
        case .endpointOrganizationPath: self = Self.path(.endpointOrganizationPath, text)
        case .sourceOrganizationPath: self = Self.path(.sourceOrganizationPath, text)
        case .userID: self = Self.userID(text, isPattern)
        case .address, .isService, .federation, .resourceAccount, .secure, .time, .free: self = .open
        }
    }

    private static func plain(_ kind: Scope.Kind, _ text: String, _ isPattern: Bool) -> FixedValue {
        isPattern || text.isEmpty ? .open : .fixed(Scope(kind, text))
    }

    /// An ARN is fixed when its account is, or all of it. Over the whole text a `*` may take colons too, so that with
    /// `StringLike` nothing before the account may be left open.
    private static func arn(_ kind: Scope.Kind, _ text: String, _ value: ValueKind, _ isPattern: Bool) -> FixedValue {
        guard let arn = ARN(text) else { return isPattern || text.isEmpty ? .open : .fixed(Scope(kind, text)) }
        let account = String(arn.account)
        let isAccountFixed = AccountID.isOne(account)
        if !isPattern { return .fixed(named(kind, text, arn, isAccountFixed ? account : "")) }
        guard isAccountFixed else { return .open }
        let before = [arn.partition, arn.service, arn.region]
        if value == .like, before.contains(where: { Glob.hasWildcard($0) }) { return .open }
        return .fixed(named(kind, text, arn, account))
    }

    /// `arn:aws:iam::111122223333:root` as the principal is that user alone; `:*` of IAM is the account.
    private static func named(_ kind: Scope.Kind, _ text: String, _ arn: ARN, _ account: String) -> Scope {
        if kind == .principal, !account.isEmpty, arn.resource == "*" { return Scope(.account, account) }
        return Scope(kind, text, account: account)
    }

    /// `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*`: fixed when the organisation is.
    ///
    /// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgpaths
    private static func path(_ kind: Scope.Kind, _ text: String) -> FixedValue {
        let organization = text.prefix { $0 != "/" }
        guard organization.hasPrefix("o-"), !Glob.hasWildcard(organization) else { return .open }
        return .fixed(Scope(kind, text))
    }

    /// A unique id, or one with any session name behind it: `AROAEXAMPLEID:*`.
    ///
    /// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable
    private static func userID(_ text: String, _ isPattern: Bool) -> FixedValue {
        let id = text.prefix { $0 != ":" }
        guard !isPattern || (UniqueID.isOne(id) && id.utf8.count < text.utf8.count) else { return .open }
        if AccountID.isOne(text) { return .fixed(Scope(.account, text)) }
        return text.isEmpty || text == "anonymous" ? .open : .fixed(Scope(.principal, text))
    }
}
