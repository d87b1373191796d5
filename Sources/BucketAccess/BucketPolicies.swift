internal import AccessPolicies
internal import ResourcePolicies

/// A policy on a bucket.
struct BucketAttachment: PolicyAttachment {
    var source: PolicySource
    var bucket: String
    var account: String?
    var partition: String

    /// A policy on all buckets, or on the same part of each, does not depend on the name of the one it is on.
    func reduced(for policy: Policy) -> BucketAttachment {
        let isNamed = policy.statements.contains { statement in
            statement.resource?.values.contains { !Self.isOfAnyBucket($0.text) } ?? false
        }
        var result = self
        if !isNamed { result.bucket = "any" }
        return result
    }

    private static func isOfAnyBucket(_ resource: String) -> Bool {
        guard resource != "*" else { return true }
        let name = resource.split(separator: ":", omittingEmptySubsequences: false).dropFirst(5).joined(separator: ":")
        return name == "*" || name.hasPrefix("*/")
    }
}

/// The policies of all buckets.
typealias BucketPolicies = PolicyEvaluations<BucketAttachment, PolicyVerdict>

extension BucketPolicies {
    /// `attachments`: by bucket; nil where it has no policy, or the inventory does not say.
    init(_ attachments: [BucketAttachment?], jobs: Int) {
        self.init(attachments, jobs: jobs) { policy, attachment in
            let target = Target.bucket(
                attachment.bucket, account: attachment.account, partition: attachment.partition)
            return PolicyVerdict(policy, target)
        }
    }
}
