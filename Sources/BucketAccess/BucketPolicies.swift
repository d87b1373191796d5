internal import AccessPolicies
internal import ResourcePolicies
internal import Workers

/// A policy on a bucket.
struct BucketAttachment: PolicyAttachment {
    var source: PolicySource
    var bucket: String
    var account: String?
    var partition: String

    var unnamed: BucketAttachment {
        var result = self
        result.bucket = "any"
        return result
    }

    /// A policy on all buckets, or on the same part of each, does not depend on the name of the one it is on.
    static func dependsOnName(_ policy: Policy) -> Bool {
        policy.statements.contains { statement in
            statement.resource?.values.contains { !BucketPattern($0.text).isAnyBucket } ?? false
        }
    }
}

/// The policies of all buckets.
typealias BucketPolicies = PolicyEvaluations<BucketAttachment, PolicyVerdict>

extension BucketPolicies {
    /// `attachments`: by bucket; nil where it has no policy, or the inventory does not say.
    init(_ attachments: [BucketAttachment?], jobs: Int) {
        self.init(Self.withoutNames(attachments, jobs: jobs), jobs: jobs) { policy, attachment in
            let target = Target.bucket(
                attachment.bucket, account: attachment.account, partition: attachment.partition)
            return PolicyVerdict(policy, target)
        }
    }

    /// The same attachments, with another name for the bucket where policies differ in nothing else.
    private static func withoutNames(_ attachments: [BucketAttachment?], jobs: Int) -> [BucketAttachment?] {
        let templates = Numbering(
            Workers.map(attachments.count, jobs: jobs) { index in
                attachments[index].flatMap { PolicyTemplate($0.source, bucket: $0.bucket) }
            })
        // A template that one bucket has saves nothing.
        let counts = templates.numbers.reduce(into: [Int](repeating: 0, count: templates.distinct.count)) {
            if $1 >= 0 { $0[Int($1)] += 1 }
        }
        let shared = Workers.map(counts.count, jobs: jobs) { index in
            counts[index] > 1 ? SharedPolicy(templates.distinct[index]) : nil
        }
        return zip(attachments, templates.numbers).map { attachment, number in
            guard number >= 0, var attachment, let policy = shared[Int(number)],
                !policy.others.contains(attachment.bucket)
            else { return attachment }
            (attachment.source, attachment.bucket) = (policy.source, policy.name)
            return attachment
        }
    }
}

/// A policy that several buckets have but for their names.
private struct SharedPolicy: Sendable {
    var source: PolicySource
    var name: String
    /// Other buckets that it names: to one of these it would be another policy.
    var others: Set<String>

    init?(_ template: PolicyTemplate) {
        (source, name) = (template.copy(), template.name)
        guard let policy = Policy.read(source).policy,
            let others = PolicyTemplate.others(in: policy, besides: name)
        else { return nil }
        self.others = others
    }
}
