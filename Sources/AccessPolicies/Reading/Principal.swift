/// Who a statement is about, one value of `Principal` or `NotPrincipal`.
///
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
package enum Principal: Hashable, Sendable {
    /// `"*"`, `{"AWS": "*"}`: anybody, also without credentials.
    case everyone
    /// All of an account: the account id or the ARN of its root.
    case account(String)
    /// A user, a role, a federated user or a session: the ARN, and the account in it.
    case identity(arn: String, account: String)
    /// An AWS service, such as `cloudtrail.amazonaws.com`.
    case service(String)
    /// An identity provider: a name such as `accounts.google.com` or the ARN of one that the account has set up.
    case federated(String)
    /// The id by which S3 knows an account, or a CloudFront origin access identity.
    case canonicalUser(String)
    /// The unique id that IAM leaves where a user or role was deleted: it matches nobody any more.
    case deleted(String)
    /// A wildcard where IAM takes none, `arn:aws:iam::*:root`: it allows everybody and denies nobody, since it names no one
    /// in particular.
    case wildcard(String)
    /// Text that names nobody.
    case invalid(String)
}

extension Principal {
    /// The key under `Principal` that tells what its values are.
    enum Kind: String, CaseIterable {
        case aws = "AWS", service = "Service", federated = "Federated", canonicalUser = "CanonicalUser"
    }

    init(_ kind: Kind, _ text: String) {
        switch kind {
        case .aws: self = Principal.aws(text)
        case .service: self = text.contains { $0 == "*" || $0 == "?" } && text != "*" ? .wildcard(text) : .service(text)
        case .federated: self = text == "*" ? .wildcard(text) : text.isEmpty ? .invalid(text) : .federated(text)
        case .canonicalUser: self = text == "*" ? .wildcard(text) : .canonicalUser(text)
        }
    }

    private static func aws(_ text: String) -> Principal {
        if text == "*" { return .everyone }
        if AccountID.isOne(text) { return .account(text) }
        guard let arn = ARN(text) else {
            if text.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }) {
                return .wildcard(text)
            }
            return UniqueID.isOne(text) ? .deleted(text) : .invalid(text)
        }
        let (account, resource) = (String(arn.account), arn.resource)
        guard arn.service == "iam" || arn.service == "sts" else { return .invalid(text) }
        if Glob.hasWildcard(account) || Glob.hasWildcard(arn.partition) { return .wildcard(text) }
        guard AccountID.isOne(account) || account == "cloudfront" else { return .invalid(text) }
        if resource == "root" { return .account(account) }
        let isIdentity = ["user/", "role/", "assumed-role/", "federated-user/"].contains { resource.hasPrefix($0) }
        if Glob.hasWildcard(resource) { return .identity(arn: text, account: account) }
        return isIdentity ? .identity(arn: text, account: account) : .invalid(text)
    }
}

/// An AWS account id: twelve digits.
enum AccountID {
    static func isOne(_ text: some StringProtocol) -> Bool {
        text.utf8.count == 12 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}

/// A unique id of IAM, such as `AIDACKCEVSQ6C2EXAMPLE`.
///
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
enum UniqueID {
    private static let prefixes = [
        "AIDA", "AROA", "AGPA", "ANPA", "ANVA", "APKA", "ASCA", "AIPA", "ABIA", "ACCA", "AKIA", "ASIA",
    ]

    static func isOne(_ text: some StringProtocol) -> Bool {
        guard (16...128).contains(text.utf8.count), prefixes.contains(where: { text.hasPrefix($0) }) else {
            return false
        }
        return text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
    }
}
