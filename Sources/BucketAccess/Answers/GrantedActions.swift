internal import ResourcePolicies
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

/// What the ACL of a bucket allows.
extension AccessEvaluator {
    func byList() -> Allowance {
        var result = Allowance()
        guard let bucket, bucket.list.isOff != true, !isOwner else { return result }
        guard let grants = bucket.list.grants else {
            guard AccessControlList.Grant.isGrantable(question.action.text) else { return result }
            result.certainty = .maybe
            result.missing = ["acl"]
            return result
        }
        for grant in grants { result.add(by(grant, bucket)) }
        return result
    }

    private func by(_ grant: AccessControlList.Grant, _ bucket: BucketSurroundings) -> Allowance {
        var result = Allowance()
        let (isFor, gives) = (grant.isFor(question.requester), grant.gives(question.action.text))
        result.certainty = min(isFor, gives)
        guard result.certainty > .no else { return result }
        if gives == .maybe {
            result.doubts.append("\(grant.name) lets one delete only objects of one's own")
        } else if isFor == .maybe {
            result.doubts.append("\(grant.name) may be one to the account of the one who asks")
        }
        if bucket.list.isOff == nil {
            result.certainty = .maybe
            result.missing.append("ownership")
        }
        let flag = NeutralisingFlag.ignorePublicACLs
        var part = result.certainty == .yes ? AccessAnswer.Decider.Part.allows : .mayAllow
        var stopped: [AccessAnswer.Decider] = []
        if grant.grantee == .anybody {
            switch bucket.isOn(flag) {
            case false: break
            case true:
                let name = bucket.name(flag, resource.account)
                result.obstacles = ["\(grant.name) would allow it, but \(name) \(Self.stops(bucket, flag)) it"]
                (result.certainty, result.missing, result.doubts) = (.no, [], [])
                part = .stopped
                stopped = flagDeciders(flag, bucket)
            case nil:
                result.certainty = .maybe
                result.missing += bucket.paths(flag, resource.account, where: nil)
                part = .mayAllow
            }
        }
        let span = grant.index.flatMap { bucket.spans.indices.contains($0) ? bucket.spans[$0] : nil }
        let path = grant.index.map { "acl.grants[\($0)]" } ?? "acl.canned"
        result.deciders = [AccessAnswer.Decider(part: part, path: path, name: grant.name, span: span)] + stopped
        return result
    }

    func hasGrant(_ allowance: Allowance) -> Bool {
        allowance.deciders.contains { $0.part == .allows && $0.path.hasPrefix("acl") }
    }
}
