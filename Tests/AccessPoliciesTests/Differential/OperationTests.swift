import AccessPolicies
import Testing

/// The operations of S3's API, as botocore has them, and the actions that allow them.
///
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html, which lists both side by
/// side; an operation that is not below is allowed by the action of its name.
struct OperationTests {
    static let actions: [String: [String]] = [
        // Several ways to one object.
        "HeadObject": ["GetObject"],
        "SelectObjectContent": ["GetObject"],
        "CopyObject": ["GetObject", "PutObject"],
        "CreateMultipartUpload": ["PutObject"],
        "UploadPart": ["PutObject"],
        "UploadPartCopy": ["GetObject", "PutObject"],
        "CompleteMultipartUpload": ["PutObject"],
        "DeleteObjects": ["DeleteObject"],
        "ListParts": ["ListMultipartUploadParts"],
        // Lists.
        "HeadBucket": ["ListBucket"],
        "ListObjects": ["ListBucket"],
        "ListObjectsV2": ["ListBucket"],
        "ListObjectVersions": ["ListBucketVersions"],
        "ListMultipartUploads": ["ListBucketMultipartUploads"],
        "ListBuckets": ["ListAllMyBuckets"],
        // Settings of buckets under other names; the right to put them also deletes them.
        "GetBucketAccelerateConfiguration": ["GetAccelerateConfiguration"],
        "PutBucketAccelerateConfiguration": ["PutAccelerateConfiguration"],
        "GetBucketAnalyticsConfiguration": ["GetAnalyticsConfiguration"],
        "ListBucketAnalyticsConfigurations": ["GetAnalyticsConfiguration"],
        "PutBucketAnalyticsConfiguration": ["PutAnalyticsConfiguration"],
        "DeleteBucketAnalyticsConfiguration": ["PutAnalyticsConfiguration"],
        "GetBucketCors": ["GetBucketCORS"],
        "PutBucketCors": ["PutBucketCORS"],
        "DeleteBucketCors": ["PutBucketCORS"],
        "GetBucketEncryption": ["GetEncryptionConfiguration"],
        "PutBucketEncryption": ["PutEncryptionConfiguration"],
        "DeleteBucketEncryption": ["PutEncryptionConfiguration"],
        "GetBucketIntelligentTieringConfiguration": ["GetIntelligentTieringConfiguration"],
        "ListBucketIntelligentTieringConfigurations": ["GetIntelligentTieringConfiguration"],
        "PutBucketIntelligentTieringConfiguration": ["PutIntelligentTieringConfiguration"],
        "DeleteBucketIntelligentTieringConfiguration": ["PutIntelligentTieringConfiguration"],
        "GetBucketInventoryConfiguration": ["GetInventoryConfiguration"],
        "ListBucketInventoryConfigurations": ["GetInventoryConfiguration"],
        "PutBucketInventoryConfiguration": ["PutInventoryConfiguration"],
        "DeleteBucketInventoryConfiguration": ["PutInventoryConfiguration"],
        "GetBucketLifecycle": ["GetLifecycleConfiguration"],
        "GetBucketLifecycleConfiguration": ["GetLifecycleConfiguration"],
        "PutBucketLifecycle": ["PutLifecycleConfiguration"],
        "PutBucketLifecycleConfiguration": ["PutLifecycleConfiguration"],
        "DeleteBucketLifecycle": ["PutLifecycleConfiguration"],
        "CreateBucketMetadataConfiguration": ["CreateBucketMetadataTableConfiguration"],
        "GetBucketMetadataConfiguration": ["GetBucketMetadataTableConfiguration"],
        "DeleteBucketMetadataConfiguration": ["DeleteBucketMetadataTableConfiguration"],
        "GetBucketMetricsConfiguration": ["GetMetricsConfiguration"],
        "ListBucketMetricsConfigurations": ["GetMetricsConfiguration"],
        "PutBucketMetricsConfiguration": ["PutMetricsConfiguration"],
        "DeleteBucketMetricsConfiguration": ["PutMetricsConfiguration"],
        "GetBucketNotificationConfiguration": ["GetBucketNotification"],
        "PutBucketNotificationConfiguration": ["PutBucketNotification"],
        "GetObjectLockConfiguration": ["GetBucketObjectLockConfiguration"],
        "PutObjectLockConfiguration": ["PutBucketObjectLockConfiguration"],
        "DeleteBucketOwnershipControls": ["PutBucketOwnershipControls"],
        "GetPublicAccessBlock": ["GetBucketPublicAccessBlock"],
        "PutPublicAccessBlock": ["PutBucketPublicAccessBlock"],
        "DeletePublicAccessBlock": ["PutBucketPublicAccessBlock"],
        "GetBucketReplication": ["GetReplicationConfiguration"],
        "PutBucketReplication": ["PutReplicationConfiguration"],
        "DeleteBucketReplication": ["PutReplicationConfiguration"],
        "DeleteBucketTagging": ["PutBucketTagging"],
    ]

    /// Operations that actions of other services allow.
    static let ofOtherServices: Set<String> = [
        // Directory buckets: `s3express:CreateSession`, `s3express:ListAllMyDirectoryBuckets`.
        "CreateSession", "ListDirectoryBuckets", "RenameObject",
        // `s3-object-lambda:WriteGetObjectResponse`.
        "WriteGetObjectResponse",
    ]

    @Test(.enabled(if: OtherEvaluators.areInstalled)) func everyOperationHasActions() throws {
        let service = try #require(ActionTable.shared["s3"])
        let operations: [[String]] = try OtherEvaluators.ask("operations", texts: [])
        for operation in operations[0] where !Self.ofOtherServices.contains(operation) {
            for action in Self.actions[operation] ?? [operation] {
                #expect(service.names.contains(action), "\(operation): \(action)")
            }
        }
        let unused = Set(Self.actions.keys).union(Self.ofOtherServices).subtracting(operations[0])
        #expect(unused.isEmpty, "no operations of S3")
    }
}
