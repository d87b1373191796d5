internal import AccessPolicies

/// Whether something holds of a request of which not everything is known.
enum Certainty: Int, Comparable, Sendable {
    case no, maybe, yes
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension AccessControlList.Grant {
    /// Whether it is for the one who asks. Nobody says which account has which canonical user id.
    func isFor(_ requester: Request.Requester) -> Certainty {
        switch requester {
        case .canonicalUser(let id) where id == granteeText: return .yes
        case .service(let name):
            // https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#specifying-grantee-predefined-groups
            if granteeText == "log-delivery" { return name == "logging.s3.amazonaws.com" ? .yes : .no }
            return isForAllUsers ? .yes : .no
        case .anonymous, .federated: return isForAllUsers ? .yes : .no
        case .stranger: return grantee == .anybody ? .yes : .no
        case .identity, .account: return grantee == .anybody ? .yes : isForSomeAccount ? .maybe : .no
        case .canonicalUser: return grantee == .anybody ? .yes : granteeText.contains("@") ? .maybe : .no
        }
    }

    private var isForAllUsers: Bool { granteeText == "all-users" || granteeText.hasSuffix("/AllUsers") }
    /// Groups and what canned ACLs call by a name are no accounts.
    private var isForSomeAccount: Bool {
        grantee == .other && granteeText != "log-delivery" && !granteeText.hasPrefix("http") && index != nil
    }

    /// Whether it gives an action on the bucket or its objects. `write` lets one delete what is one's own.
    ///
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#acl-access-policy-permission-mapping
    func gives(_ action: String) -> Certainty {
        if permission == "full_control" {
            return ["read", "write", "read_acp", "write_acp"].map { Self.gives($0, action) }.max() ?? .no
        }
        return Self.gives(permission, action)
    }

    private static func gives(_ permission: String, _ action: String) -> Certainty {
        switch (permission, action) {
        case ("read", "s3:ListBucket"), ("read", "s3:ListBucketVersions"), ("read", "s3:ListBucketMultipartUploads"),
            ("write", "s3:PutObject"), ("read_acp", "s3:GetBucketAcl"), ("write_acp", "s3:PutBucketAcl"):
            .yes
        case ("write", "s3:DeleteObject"), ("write", "s3:DeleteObjectVersion"): .maybe
        default: .no
        }
    }

    /// Actions that some permission on a bucket gives, or may.
    static func isGrantable(_ action: String) -> Bool {
        ["read", "write", "read_acp", "write_acp"].contains { gives($0, action) > .no }
    }

    /// Actions on an object that its own ACL may give.
    static func isGrantableOfObjects(_ action: String) -> Bool {
        [
            "s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectTorrent", "s3:GetObjectAcl", "s3:GetObjectVersionAcl",
            "s3:PutObjectAcl", "s3:PutObjectVersionAcl",
        ].contains(action)
    }
}
