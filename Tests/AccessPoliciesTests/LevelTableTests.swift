import AccessPolicies
import Testing

/// Which levels are open of bucket `b`, by action and resource of statements for everybody.
struct LevelTableTests {
    struct Row: Sendable, CustomStringConvertible {
        let action: String
        let resource: String
        let levels: String
        let source: String
        init(_ action: String, _ resource: String, _ levels: String, _ source: String) {
            (self.action, self.resource, self.levels, self.source) = (action, resource, levels, source)
        }
        var description: String { "\(action) \(resource)" }
        var policy: String { statements(#""Effect": "Allow", "Principal": "*", \#(action), \#(resource)"#) }
    }

    static let both = #""Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"]"#
    static let objects = #""Resource": "arn:aws:s3:::b/*""#
    static let bucket = #""Resource": "arn:aws:s3:::b""#

    static let rows: [Row] = [
        // Actions
        Row(#""Action": "s3:GetObject""#, objects, "R", Page.authorization),
        Row(#""Action": "s3:getobject""#, objects, "R", "actions have no case: \(Page.action)"),
        Row(#""Action": "S3:GETOBJECT""#, objects, "R", "actions have no case: \(Page.action)"),
        Row(#""Action": ["s3:GetObject"]"#, objects, "R", Page.action),
        Row(#""Action": "s3:ListBucket""#, bucket, "L", Page.authorization),
        Row(#""Action": "s3:PutObject""#, objects, "W", Page.authorization),
        Row(#""Action": "s3:DeleteObject""#, objects, "W", Page.authorization),
        Row(#""Action": "s3:PutObjectAcl""#, objects, "P", Page.authorization),
        Row(#""Action": "s3:PutBucketPolicy""#, bucket, "P", Page.authorization),
        Row(#""Action": "s3:PutBucketAcl""#, bucket, "P", Page.authorization),
        Row(#""Action": "s3:PutObjectTagging""#, objects, "T", Page.authorization),
        Row(#""Action": "s3:PutBucketTagging""#, bucket, "T", Page.authorization),
        Row(#""Action": "s3:GetObjectTagging""#, objects, "R", Page.authorization),
        Row(#""Action": "s3:GetBucketLocation""#, bucket, "R", Page.authorization),
        Row(
            #""Action": "s3:Get*""#, objects, "R", "reading only, although people take it for everything (prowler#3346)"
        ),
        Row(#""Action": "s3:Get*""#, bucket, "R", Page.authorization),
        Row(#""Action": "s3:List*""#, bucket, "L", Page.authorization),
        Row(#""Action": "s3:List*""#, both, "L", Page.authorization),
        Row(#""Action": ["s3:Get*", "s3:List*"]"#, both, "RL", Page.authorization),
        Row(#""Action": "s3:Put*""#, objects, "WPT", Page.authorization),
        Row(
            #""Action": "s3:*""#, objects, "RLWPT", "s3:ListMultipartUploadParts lists, too"),
        Row(#""Action": "s3:*""#, bucket, "RLWPT", Page.authorization),
        Row(#""Action": "*""#, both, "RLWPT", Page.action),
        Row(#""Action": "s3:*Object""#, objects, "RW", Page.action),
        Row(#""Action": "s3:*Acl""#, both, "RP", Page.action),
        Row(#""Action": "s3:Get?bject""#, objects, "R", Page.action),
        Row(#""Action": "s3:GetObjec?""#, objects, "R", Page.action),
        Row(#""Action": "s3:?etObject""#, objects, "R", Page.action),
        Row(#""Action": "s3:G*t*b*t""#, objects, "R", Page.action),
        Row(#""Action": "s3:Delete*""#, objects, "WT", Page.authorization),
        Row(#""Action": "s3:Delete*""#, bucket, "WP", Page.authorization),
        Row(#""Action": "s3:GetObjects""#, objects, "", "no such action"),
        Row(#""Action": "s3:""#, objects, "", "no such action"),
        Row(#""Action": "GetObject""#, objects, "", "no such action"),
        Row(#""Action": "ec2:DescribeInstances""#, both, "", "another service"),
        Row(#""Action": "s3-object-lambda:GetObject""#, objects, "", "another service"),
        Row(#""Action": []"#, both, "", "no action"),
        Row(#""NotAction": "s3:DeleteObject""#, objects, "RLWPT", Page.notAction),
        Row(
            #""NotAction": ["s3:Put*", "s3:Delete*", "s3:Abort*", "s3:Replicate*", "s3:Restore*", "s3:Bypass*", "s3:ObjectOwner*", "s3:Update*", "s3:Initiate*"]"#,
            objects, "RL", Page.notAction),
        Row(#""NotAction": "s3:*""#, both, "", Page.notAction),
        Row(#""NotAction": "*""#, both, "", Page.notAction),
        Row(#""NotAction": "ec2:*""#, both, "RLWPT", Page.notAction),
        // Resources
        Row(#""Action": "s3:GetObject""#, bucket, "", "an action on objects: \(Page.authorization)"),
        Row(#""Action": "s3:ListBucket""#, objects, "", "an action on the bucket: \(Page.authorization)"),
        Row(#""Action": "s3:GetObject""#, #""Resource": "*""#, "R", Page.resource),
        Row(#""Action": "s3:*""#, #""Resource": "*""#, "RLWPT", Page.resource),
        Row(#""Action": "s3:GetObject""#, #""Resource": "arn:aws:s3:::*""#, "R", Page.resource),
        Row(#""Action": "s3:ListBucket""#, #""Resource": "arn:aws:s3:::*""#, "L", Page.resource),
        Row(
            #""Action": "s3:GetObject""#, #""Resource": "arn:aws:s3:::b*""#, "R",
            "a `*` takes the slash too: \(Page.resource)"),
        Row(#""Action": "s3:ListBucket""#, #""Resource": "arn:aws:s3:::b*""#, "L", Page.resource),
        Row(#""Action": "s3:GetObject""#, #""Resource": "arn:aws:s3:::?/*""#, "R", Page.resource),
        Row(#""Action": "s3:GetObject""#, #""Resource": "arn:aws:s3:::b/public/*""#, "R", "some objects are open"),
        Row(#""Action": "s3:GetObject""#, #""Resource": "arn:aws:s3:::b/index.html""#, "R", "one object is open"),
        Row(
            #""Action": "s3:GetObject""#, #""Resource": "arn:aws:s3:::b/*/thumbs/*.jpg""#, "R", "some objects are open"),
        Row(#""Action": "s3:GetObject""#, #""Resource": "arn:aws:s3:::*/public/*""#, "R", "some objects are open"),
        Row(#""Action": "s3:GetObject""#, #""Resource": "arn:aws:s3:::other/*""#, "", "another bucket"),
        Row(
            #""Action": "s3:GetObject""#, #""Resource": "arn:aws:s3:::B/*""#, "",
            "resources have case: \(Page.resource)"),
        Row(#""Action": "s3:GetObject""#, #""Resource": "arn:aws:s3:::bb/*""#, "", "another bucket"),
        Row(#""Action": "s3:GetObject""#, #""Resource": "arn:aws-cn:s3:::b/*""#, "", "another partition"),
        Row(#""Action": "s3:GetObject""#, #""Resource": "arn:*:s3:::b/*""#, "R", "any partition"),
        Row(
            #""Action": "s3:GetObject""#, #""Resource": "arn:aws:s3""#, "R",
            "an ARN cut short is completed with wildcards: \(Page.resource)"),
        Row(#""Action": "s3:GetObject""#, #""Resource": "arn:aws:sqs:::b/*""#, "", "another service"),
        Row(#""Action": "s3:GetObject""#, #""Resource": "b/*""#, "", "no ARN"),
        Row(#""Action": "s3:GetObject""#, #""Resource": ["arn:aws:s3:::x/*", "arn:aws:s3:::b/*"]"#, "R", Page.resource),
        Row(#""Action": "s3:GetObject""#, #""Resource": "arn:aws:s3:::b/${aws:username}/*""#, "R", Page.variables),
        Row(
            #""Action": "s3:GetObject""#, #""Resource": "arn:aws:s3:::${aws:PrincipalTag/bucket}/*""#, "R",
            "a stranger's tag may say so: \(Page.variables)"),
        Row(#""Action": "s3:GetObject""#, #""NotResource": "arn:aws:s3:::b/secret/*""#, "R", Page.notResource),
        Row(#""Action": "s3:GetObject""#, #""NotResource": "arn:aws:s3:::b/*""#, "", Page.notResource),
        Row(#""Action": "s3:GetObject""#, #""NotResource": "arn:aws:s3:::other/*""#, "R", Page.notResource),
        Row(#""Action": "s3:ListBucket""#, #""NotResource": "arn:aws:s3:::b/*""#, "L", Page.notResource),
        Row(#""Action": "s3:*""#, #""NotResource": "*""#, "", Page.notResource),
    ]

    @Test(arguments: rows) func levels(_ row: Row) throws {
        #expect(letters(try policy(row.policy).bucketReach()) == row.levels, "\(row.source)")
    }

    /// A Deny for everybody, without conditions, beside `Allow * s3:*` on the bucket and its objects, or beside `allowed`.
    struct Denial: Sendable, CustomStringConvertible {
        let action, resource, levels, source: String
        let allowed: String
        init(_ action: String, _ resource: String, _ levels: String, _ source: String, allowed: String = both) {
            (self.action, self.resource, self.levels, self.source, self.allowed) = (
                action, resource, levels, source, allowed
            )
        }
        var description: String { "\(action) \(resource)" }
        var policy: String {
            statements(
                #""Effect": "Deny", "Principal": "*", \#(action), \#(resource)"#,
                #""Effect": "Allow", "Principal": "*", "Action": "s3:*", \#(allowed)"#)
        }
    }

    static let denials: [Denial] = [
        Denial(#""Action": "s3:*""#, both, "", Page.interplay),
        Denial(#""Action": "*""#, #""Resource": "*""#, "", Page.interplay),
        Denial(#""Action": "s3:*""#, objects, "RLWPT", "the bucket remains"),
        Denial(#""Action": "s3:*""#, bucket, "RLWPT", "the objects remain"),
        Denial(
            #""Action": "s3:Put*""#, both, "RLWPT",
            "deleting is writing too, and so is s3:DeleteBucketPolicy of permissions"),
        Denial(
            #""Action": ["s3:Put*", "s3:Delete*"]"#, both, "RLWPT",
            "s3:ReplicateObject, s3:BypassGovernanceRetention remain"),
        Denial(#""NotAction": ["s3:GetObject", "s3:ListBucket"]"#, both, "RL", Page.notAction),
        Denial(#""NotAction": "s3:GetObject""#, both, "R", Page.notAction),
        Denial(#""Action": "s3:*""#, #""Resource": "arn:aws:s3:::b/secret/*""#, "RLWPT", "all other objects remain"),
        Denial(#""Action": "s3:*""#, #""Resource": "arn:aws:s3:::b*""#, "", "a `*` takes the slash too"),
        Denial(
            #""Action": "s3:*""#, #""Resource": "arn:aws:s3:::b/public/*""#, "", "what is allowed is denied",
            allowed: #""Resource": "arn:aws:s3:::b/public/*""#),
        Denial(
            #""Action": "s3:*""#, #""Resource": "arn:aws:s3:::b/pub*""#, "", "what is allowed is denied",
            allowed: #""Resource": "arn:aws:s3:::b/public/*""#),
        Denial(
            #""Action": "s3:*""#, #""Resource": "arn:aws:s3:::b/public/x*""#, "RLWPT", "only part is denied",
            allowed: #""Resource": "arn:aws:s3:::b/public/*""#),
        Denial(
            #""Action": "s3:*""#, #""Resource": ["arn:aws:s3:::b/a/*", "arn:aws:s3:::b/b/*"]"#, "", "each is denied",
            allowed: #""Resource": ["arn:aws:s3:::b/a/*", "arn:aws:s3:::b/b/*"]"#),
        Denial(
            #""Action": "s3:*""#, #""Resource": "arn:aws:s3:::b/a/*""#, "RLWPT", "one of the two is denied",
            allowed: #""Resource": ["arn:aws:s3:::b/a/*", "arn:aws:s3:::b/b/*"]"#),
        Denial(#""Action": "s3:*""#, #""NotResource": "arn:aws:s3:::b/public/*""#, "RLWPT", Page.notResource),
        Denial(#""Action": "s3:*""#, #""NotResource": "arn:aws:s3:::other/*""#, "", Page.notResource),
        Denial(
            #""Action": "s3:*""#, #""NotResource": "arn:aws:s3:::b/public/*""#, "", "what is allowed is not spared",
            allowed: #""Resource": "arn:aws:s3:::b/private/*""#),
        Denial(
            #""Action": "s3:*""#, #""NotResource": "arn:aws:s3:::b/public/*""#, "RLWPT", "what is allowed is spared",
            allowed: #""Resource": "arn:aws:s3:::b/public/*""#),
        Denial(
            #""Action": "s3:*""#, #""NotResource": "arn:aws:s3:::b/a/*""#, "", "what is allowed is not spared",
            allowed: #""NotResource": ["arn:aws:s3:::b/a/*", "arn:aws:s3:::b"]"#),
        Denial(
            #""Action": "s3:*""#, #""Resource": "arn:aws:s3:::b/${aws:username}/*""#, "RLWPT",
            "nobody knows what it denies"),
        Denial(#""Action": "s3:*""#, #""Resource": "arn:aws:s3:::other/*""#, "RLWPT", "another bucket"),
        Denial(#""Action": "s3:GetObject""#, objects, "RLWPT", "s3:GetObjectVersion remains"),
        Denial(
            #""Action": ["s3:Get*", "s3:ListMultipartUploadParts"]"#, objects, "RLWPT",
            "reading the bucket's settings remains"),
        Denial(#""Action": "ec2:*""#, both, "RLWPT", "another service"),
    ]

    @Test(arguments: denials) func denied(_ row: Denial) throws {
        #expect(letters(try policy(row.policy).bucketReach()) == row.levels, "\(row.source)")
    }
}
