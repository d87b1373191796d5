package import Networks

/// A circle of requests that a policy can limit access to.
package struct Scope: Hashable, Sendable {
    /// What the circle is drawn around.
    package enum Kind: Int, Sendable, CaseIterable {
        // Who asks.
        case account, principal, canonicalUser, organization, organizationPath, service, anyService, federated
        // On whose behalf a service asks.
        case source, sourceAccount, sourceOrganization, sourceOrganizationPath
        // From where.
        case addresses, vpc, vpcEndpoint, endpointAccount, endpointOrganization, endpointOrganizationPath
        // By what way.
        case accessPoint, accessPointAccount, kmsKey
    }

    package let kind: Kind
    /// Id, name or ARN; empty where the kind says all.
    package let name: String
    /// The account that the name lies in; empty when it tells none.
    package let account: String
    /// Only of `addresses`.
    package let addresses: AddressSet?

    init(_ kind: Kind, _ name: String, account: String = "") {
        self.kind = kind
        self.name = name
        self.account = account
        addresses = nil
    }

    init(_ addresses: AddressSet) {
        kind = .addresses
        name = ""
        account = ""
        self.addresses = addresses
    }

    /// Stand for the account and organisation of the resource where these are not known.
    static let own = ""
    static let ownOrganization = ""

    /// Whether it says who asks, so that two of them can be compared with each other.
    var isIdentity: Bool { kind == .account || kind == .principal || kind == .service || kind == .anyService }

    /// Whether everything inside is inside the other.
    package func isWithin(_ other: Scope) -> Bool {
        if self == other { return true }
        switch (kind, other.kind) {
        case (.principal, .account): return account == other.name
        case (.principal, .principal):
            if Glob.covers(other.name, name) && Glob.hasWildcard(other.name) { return true }
            return isSession(of: other)
        case (.service, .anyService): return true
        case (.organizationPath, .organization), (.sourceOrganizationPath, .sourceOrganization),
            (.endpointOrganizationPath, .endpointOrganization):
            return name.prefix { $0 != "/" } == other.name
        case (.organizationPath, .organizationPath), (.sourceOrganizationPath, .sourceOrganizationPath):
            return Glob.covers(other.name, name)
        case (.source, .sourceAccount), (.accessPoint, .accessPointAccount): return account == other.name
        case (.source, .source), (.accessPoint, .accessPoint), (.vpc, .vpc): return Glob.covers(other.name, name)
        case (.addresses, .addresses): return other.addresses!.contains(addresses!)
        default: return false
        }
    }

    /// Whether nothing is in both. False when that cannot be told.
    package func isDisjoint(from other: Scope) -> Bool {
        if self == other { return false }
        if isIdentity, other.isIdentity {
            if kind == .anyService || other.kind == .anyService { return kind.isOfAccount || other.kind.isOfAccount }
            if kind == .service || other.kind == .service { return kind != other.kind || name != other.name }
            let (mine, theirs) = (accountOfIdentity, other.accountOfIdentity)
            if !mine.isEmpty, !theirs.isEmpty, mine != theirs { return true }
            guard kind == .principal, other.kind == .principal else { return false }
            let isLiteral = !Glob.hasWildcard(name) && !Glob.hasWildcard(other.name)
            return isLiteral && !isSession(of: other) && !other.isSession(of: self)
        }
        switch (kind, other.kind) {
        case (.addresses, .addresses): return !addresses!.overlaps(other.addresses!)
        // A request through a VPC endpoint has no aws:SourceIp, and an identity of a service no organisation.
        case (.addresses, .vpc), (.vpc, .addresses), (.addresses, .vpcEndpoint), (.vpcEndpoint, .addresses): return true
        case (.organization, .organization), (.vpcEndpoint, .vpcEndpoint), (.sourceAccount, .sourceAccount),
            (.sourceOrganization, .sourceOrganization), (.endpointAccount, .endpointAccount), (.kmsKey, .kmsKey),
            (.accessPointAccount, .accessPointAccount):
            return name != other.name && !isOwn && !other.isOwn
        case (.service, .organization), (.anyService, .organization), (.organization, .service),
            (.organization, .anyService):
            return true
        case (.source, .sourceAccount), (.accessPoint, .accessPointAccount):
            return !account.isEmpty && account != other.name && !other.isOwn
        case (.sourceAccount, .source), (.accessPointAccount, .accessPoint): return other.isDisjoint(from: self)
        case (.source, .source), (.accessPoint, .accessPoint), (.vpc, .vpc): return !Glob.overlap(name, other.name)
        default: return false
        }
    }

    private var isOwn: Bool { name == Self.own }

    private var accountOfIdentity: String { kind == .account ? (isOwn ? "" : name) : account }

    /// Whether this is a session of the other, a role. Sessions do not tell the role's path.
    private func isSession(of other: Scope) -> Bool {
        guard kind == .principal, other.kind == .principal, account == other.account,
            let session = name.firstRange(of: ":assumed-role/"), other.name.contains(":role/"),
            let roleName = other.name.split(separator: "/").last
        else { return false }
        return name[session.upperBound...].prefix { $0 != "/" } == roleName
    }
}

extension Scope.Kind {
    fileprivate var isOfAccount: Bool { self == .account || self == .principal }
}

extension Scope: Comparable {
    /// By kind and name, so that the order of a policy's statements and values shows nowhere.
    package static func < (left: Self, right: Self) -> Bool {
        if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
        if left.kind == .addresses { return "\(left)" < "\(right)" }
        return left.name < right.name
    }
}

extension Scope {
    /// The name alone: an id, an ARN, a service, an address range.
    var grantee: String {
        switch kind {
        case .addresses: addresses.map { $0.cidrs.map(\.description).joined(separator: " or ") } ?? ""
        case .anyService: "any AWS service"
        default: name
        }
    }
}

extension Scope: CustomStringConvertible {
    /// For people: `account 111122223333`, `addresses 192.0.2.0/24`.
    package var description: String {
        switch kind {
        case .account: name == Self.own ? "the owner's account" : "account \(name)"
        case .principal: name
        case .canonicalUser: "canonical user \(name)"
        case .organization: name == Self.ownOrganization ? "the owner's organization" : "organization \(name)"
        case .organizationPath: "organization path \(name)"
        case .service: "service \(name)"
        case .anyService: "any AWS service"
        case .federated: "identities of \(name)"
        case .source: "services on behalf of \(name)"
        case .sourceAccount: "services on behalf of account \(name)"
        case .sourceOrganization: "services on behalf of organization \(name)"
        case .sourceOrganizationPath: "services on behalf of organization path \(name)"
        case .addresses: "addresses \(addresses.map { "\($0)" } ?? "")"
        case .vpc: "VPC \(name)"
        case .vpcEndpoint: "VPC endpoint \(name)"
        case .endpointAccount: "VPC endpoints of account \(name)"
        case .endpointOrganization: "VPC endpoints of organization \(name)"
        case .endpointOrganizationPath: "VPC endpoints of organization path \(name)"
        case .accessPoint: "access point \(name)"
        case .accessPointAccount: "access points of account \(name)"
        case .kmsKey: "who may use KMS key \(name)"
        }
    }
}
