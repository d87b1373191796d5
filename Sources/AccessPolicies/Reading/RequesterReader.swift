internal import Diagnostics

/// Why a text names nobody who could ask: one sentence.
package struct RequesterError: Error, Hashable, Sendable {
    package var message: String
}

extension Request.Requester {
    private static let words = ["anyone", "any-account"]
    /// What ARNs of those who ask begin with behind their account.
    private static let identities = ["user/", "role/", "assumed-role/", "federated-user/", "root"]

    /// Reads who asks, as a command line names them: `anyone`, `any-account`, an account id, the ARN of a user, role, session
    /// or root, a service principal, or a canonical user id.
    package init(reading text: String) throws(RequesterError) {
        switch text {
        case "": throw RequesterError(message: "the name of the one who asks is missing")
        case "anyone": self = .anonymous
        case "any-account": self = .stranger
        case _ where AccountID.isOne(text): self = .account(text)
        case _ where text.hasPrefix("arn:"): self = try Self.identity(text)
        case _ where text.hasSuffix(".amazonaws.com") || text.hasSuffix(".amazonaws.com.cn"): self = .service(text)
        case _ where Self.isCanonical(text): self = .canonicalUser(text)
        default: throw Self.refusal(text)
        }
    }

    private static func identity(_ text: String) throws(RequesterError) -> Request.Requester {
        if Glob.hasWildcard(text) {
            throw RequesterError(message: "`\(text)` has a wildcard; one asks in one's own name")
        }
        guard let arn = ARN(text), arn.service == "iam" || arn.service == "sts", AccountID.isOne(arn.account),
            identities.contains(where: { arn.resource.hasPrefix($0) && ($0 == arn.resource || $0.hasSuffix("/")) })
        else {
            throw RequesterError(
                message:
                    "`\(text)` is no ARN of one who asks, such as arn:aws:iam::111122223333:user/alice, role/app or root"
            )
        }
        return .identity(arn: text)
    }

    /// 64 hexadecimal digits, by which S3 knows an account.
    ///
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/finding-canonical-user-id.html
    private static func isCanonical(_ text: String) -> Bool {
        text.utf8.count == 64 && text.allSatisfy { $0.isASCII && $0.isHexDigit }
    }

    private static func refusal(_ text: String) -> RequesterError {
        if !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isNumber }) {
            return RequesterError(message: "`\(text)` is no account id: those have twelve digits")
        }
        if let word = Suggestion.nearest(to: text, among: words) {
            return RequesterError(message: "`\(text)` is nobody who could ask; did you mean `\(word)`?")
        }
        return RequesterError(
            message:
                "`\(text)` is nobody who could ask; write anyone, any-account, an account id, the ARN of a user, role, "
                + "session or root, a service such as cloudtrail.amazonaws.com, or a canonical user id")
    }
}

extension Request.Requester: CustomStringConvertible {
    /// For people, as the subject of a sentence.
    package var description: String {
        switch self {
        case .anonymous: "anyone"
        case .stranger: "any AWS account"
        case .account(let id): "account \(id)"
        case .identity(let arn): arn
        case .service(let name): "service \(name)"
        case .federated(let name): "identities of \(name)"
        case .canonicalUser(let id): "canonical user \(id)"
        }
    }
}
