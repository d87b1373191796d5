internal import AccessPolicies
internal import ResourcePolicies

/// A policy on a bucket.
struct BucketAttachment: PolicyAttachment {
    var source: PolicySource
    var bucket: String
    var account: String?
    var partition: String
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
