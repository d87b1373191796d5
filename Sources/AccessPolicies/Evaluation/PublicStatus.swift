internal import Networks

/// Whether Amazon S3 itself takes a bucket policy for public: what `BlockPublicPolicy` and `RestrictPublicBuckets` go by,
/// and `GetBucketPolicyStatus` answers. Not the same as being open: AWS takes a policy for public until it sees a fixed
/// value, and Deny statements do not count.
///
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
package struct PublicStatus: Sendable, Equatable {
    /// Statements that make the policy public, in order.
    package var statements: [Int]
    package var isPublic: Bool { !statements.isEmpty }
}

extension Policy {
    /// The published meaning of "public" for the policy of a bucket or access point.
    package var publicStatus: PublicStatus {
        PublicStatus(statements: statements.filter { $0.effect == .allow && isPublic($0) }.map(\.index))
    }

    private func isPublic(_ statement: Statement) -> Bool {
        guard statement.principal.map({ isOpen($0) }) ?? true else { return false }
        return !statement.conditions.contains { isFixed($0) }
    }

    private func isOpen(_ element: PrincipalElement) -> Bool {
        element.isNegated || element.values.contains { $0.principal.isEverybody }
    }

    /// Whether a condition limits access to fixed values: without wildcards and variables.
    private func isFixed(_ condition: Condition) -> Bool {
        guard let test = condition.test, let role = condition.meaning?.role, !condition.values.isEmpty,
            !test.isNegated, !test.holdsWithoutKey
        else { return false }
        switch (role, test.comparison) {
        case (.address, .ipAddress): return condition.values.allSatisfy { isNarrow($0.text) }
        case (.accessPoint, _): return condition.values.allSatisfy { hasFixedAccount($0.text) }
        case (.account, _), (.principal, _), (.userID, _), (.organization, _), (.organizationPath, _), (.service, _),
            (.vpc, _), (.vpcEndpoint, _), (.source, _), (.sourceAccount, _), (.sourceOrganization, _),
            (.accessPointAccount, _), (.kmsKey, _):
            return ValueKind(test) != nil && condition.values.allSatisfy { isFixed($0.text) }
        default: return false
        }
    }

    private func isFixed(_ text: String) -> Bool {
        !text.isEmpty && !Glob.hasWildcard(text) && !(hasVariables && text.contains("${"))
    }

    /// The name of an access point may hold a wildcard as long as its account does not.
    private func hasFixedAccount(_ text: String) -> Bool {
        guard let arn = ARN(text) else { return false }
        return AccountID.isOne(arn.account)
    }

    /// IPv4 ranges up to /8 and IPv6 ranges up to /32, and any private range of RFC 1918.
    private func isNarrow(_ text: String) -> Bool {
        guard let cidr = try? CIDR(text) else { return false }
        if AddressSet.notInternet.contains(AddressSet(cidr)) { return true }
        return cidr.prefixLength >= (cidr.family == .ipv4 ? 8 : 32)
    }
}
