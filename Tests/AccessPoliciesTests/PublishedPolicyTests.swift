import AccessPolicies
import Testing

/// Policies as AWS's pages print them, and what they come to; and what S3 itself calls public.
struct PublishedPolicyTests {
    struct Row: Sendable, CustomStringConvertible {
        let text: String
        let bucket: String
        /// Letters of the levels, capital where open; then who, where limited.
        let levels: String
        let reader: String
        let isPublic: Bool
        let source: String
        init(
            _ text: String, _ bucket: String, _ levels: String, _ reader: String = "", isPublic: Bool, _ source: String
        ) {
            (self.text, self.bucket, self.levels, self.reader) = (text, bucket, levels, reader)
            (self.isPublic, self.source) = (isPublic, source)
        }
        var description: String { source }
    }

    static let rows: [Row] = [
        Row(
            #"""
            {"Version":"2012-10-17","Id":"Policy1666322118557","Statement":[{"Sid":"Stmt1666322116942","Effect":"Allow",
             "Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::jiyuri.cf/*"}]}
            """#, "jiyuri.cf", "RLWPT", isPublic: true, "the lab bucket"),
        Row(
            #"""
            {"Version":"2012-10-17","Statement":[{"Sid":"PublicReadGetObject","Effect":"Allow","Principal":"*",
             "Action":["s3:GetObject"],"Resource":["arn:aws:s3:::amzn-s3-demo-bucket/*"]}]}
            """#, "amzn-s3-demo-bucket", "R", isPublic: true,
            "AmazonS3/latest/userguide/WebsiteAccessPermissionsReqd.html"),
        Row(
            #"""
            {"Version":"2012-10-17","Id":"PolicyId2","Statement":[{"Sid":"AllowIPmix","Effect":"Allow","Principal":"*",
             "Action":"s3:*","Resource":["arn:aws:s3:::amzn-s3-demo-bucket","arn:aws:s3:::amzn-s3-demo-bucket/*"],
             "Condition":{"IpAddress":{"aws:SourceIp":["192.0.2.0/24","2001:DB8:1234:5678::/64"]},
             "NotIpAddress":{"aws:SourceIp":["192.0.2.1/32","2001:DB8:1234:5678:ABCD::/80"]}}}]}
            """#, "amzn-s3-demo-bucket", "rlwpt", "addresses 192.0.2.0/24, 2001:db8:1234:5678::/64", isPublic: false,
            Page.examples),
        Row(
            #"""
            {"Version":"2012-10-17","Id":"S3PolicyId1","Statement":[{"Sid":"IPAllow","Effect":"Deny","Principal":"*",
             "Action":"s3:*","Resource":["arn:aws:s3:::amzn-s3-demo-bucket","arn:aws:s3:::amzn-s3-demo-bucket/*"],
             "Condition":{"NotIpAddress":{"aws:SourceIp":"192.0.2.0/24"}}}]}
            """#, "amzn-s3-demo-bucket", "", isPublic: false, "\(Page.examples): nothing is allowed"),
        Row(
            #"""
            {"Version":"2012-10-17","Statement":[{"Sid":"Allow get requests originating from www.example.com and example.com.",
             "Effect":"Allow","Principal":"*","Action":["s3:GetObject","s3:GetObjectVersion"],
             "Resource":"arn:aws:s3:::amzn-s3-demo-bucket/*",
             "Condition":{"StringLike":{"aws:Referer":["http://www.example.com/*","http://example.com/*"]}}}]}
            """#, "amzn-s3-demo-bucket", "R", isPublic: true, "\(Page.examples): a Referer can be forged"),
        Row(
            #"""
            {"Version":"2012-10-17","Id":"Policy1415115909152","Statement":[{"Sid":"Access-to-specific-VPCE-only","Principal":"*",
             "Action":"s3:*","Effect":"Deny","Resource":["arn:aws:s3:::awsexamplebucket1","arn:aws:s3:::awsexamplebucket1/*"],
             "Condition":{"StringNotEquals":{"aws:SourceVpce":"vpce-1a2b3c4d"}}}]}
            """#, "awsexamplebucket1", "", isPublic: false, "\(Page.endpoints): nothing is allowed"),
        Row(
            #"""
            {"Version":"2012-10-17","Statement":{"Sid":"AllowCloudFrontServicePrincipalReadOnly","Effect":"Allow",
             "Principal":{"Service":"cloudfront.amazonaws.com"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::amzn-s3-demo-bucket/*",
             "Condition":{"StringEquals":{"AWS:SourceArn":"arn:aws:cloudfront::111122223333:distribution/EDFDVBD6EXAMPLE"}}}}
            """#, "amzn-s3-demo-bucket", "r",
            "service cloudfront.amazonaws.com, and only services on behalf of arn:aws:cloudfront::111122223333:distribution/EDFDVBD6EXAMPLE",
            isPublic: false, Page.oac),
        Row(
            #"""
            {"Version":"2012-10-17","Id":"PolicyForCloudFrontPrivateContent","Statement":[{"Sid":"1","Effect":"Allow",
             "Principal":{"AWS":"arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity EH1HDMB1FH2TC"},
             "Action":"s3:GetObject","Resource":"arn:aws:s3:::amzn-s3-demo-bucket/*"}]}
            """#, "amzn-s3-demo-bucket", "r",
            "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity EH1HDMB1FH2TC",
            isPublic: false, Page.oac),
        Row(
            #"""
            {"Version":"2012-10-17","Statement":[
             {"Sid":"AWSCloudTrailAclCheck","Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:GetBucketAcl",
              "Resource":"arn:aws:s3:::b","Condition":{"StringEquals":{"aws:SourceArn":"arn:aws:cloudtrail:eu-west-1:111122223333:trail/t"}}},
             {"Sid":"AWSCloudTrailWrite","Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:PutObject",
              "Resource":"arn:aws:s3:::b/AWSLogs/111122223333/*","Condition":{"StringEquals":{"s3:x-amz-acl":"bucket-owner-full-control",
              "aws:SourceArn":"arn:aws:cloudtrail:eu-west-1:111122223333:trail/t"}}}]}
            """#, "b", "rw",
            "service cloudtrail.amazonaws.com, and only services on behalf of arn:aws:cloudtrail:eu-west-1:111122223333:trail/t",
            isPublic: false, "awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html"),
        Row(
            #"""
            {"Version":"2012-10-17","Statement":[{"Sid":"AllowPutObject","Effect":"Allow","Principal":"*","Action":"s3:PutObject",
             "Resource":"arn:aws:s3:::amzn-s3-demo-bucket/*","Condition":{"StringEquals":{"aws:PrincipalOrgID":["o-aa111bb222"]}}}]}
            """#, "amzn-s3-demo-bucket", "w", "", isPublic: false, Page.examples),
        Row(
            #"""
            {"Version":"2012-10-17","Statement":[{"Principal":"*","Resource":"arn:aws:s3:::b/*","Action":"s3:PutObject","Effect":"Allow",
             "Condition":{"StringLike":{"aws:SourceVpc":"vpc-*"}}}]}
            """#, "b", "W", isPublic: true, "\(Page.publicMeaning): this example is public"),
        Row(
            #"""
            {"Version":"2012-10-17","Statement":[{"Principal":"*","Resource":"arn:aws:s3:::b/*","Action":"s3:PutObject","Effect":"Allow",
             "Condition":{"StringEquals":{"aws:SourceVpc":"vpc-91237329"}}}]}
            """#, "b", "w", isPublic: false, "\(Page.publicMeaning): this example is not"),
        Row(
            #"""
            {"Version":"2012-10-17","Statement":[
             {"Effect":"Allow","Principal":"*","Resource":"arn:aws:s3:::b/*","Action":"s3:GetObject","Condition":{"StringEquals":{"aws:SourceVpc":"vpc-91237329"}}},
             {"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::b/*"},
             {"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"s3:ListBucket","Resource":"arn:aws:s3:::b"}]}
            """#, "b", "rlw", "VPC vpc-91237329", isPublic: false,
            "\(Page.publicMeaning): none of the three is public by itself"),
        Row(
            #"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":["s3:GetObject"],"Resource":"arn:aws:s3:::b/*",
             "Condition":{"ArnLike":{"s3:DataAccessPointArn":"arn:aws:s3:us-west-2:123456789012:accesspoint/*"}}}]}
            """#, "b", "r", "access point arn:aws:s3:us-west-2:123456789012:accesspoint/*", isPublic: false,
            "\(Page.publicMeaning): the name may be a wildcard where the account is fixed"),
        Row(
            #"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"*","Resource":["arn:aws:s3:::b","arn:aws:s3:::b/*"],
             "Condition":{"StringEquals":{"s3:DataAccessPointAccount":"111122223333"}}}]}
            """#, "b", "rlwpt", "access points of account 111122223333", isPublic: false, Page.accessPoints),
        Row(
            #"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*",
             "Condition":{"IpAddress":{"aws:SourceIp":"0.0.0.0/1"}}}]}
            """#, "b", "R", isPublic: true, "\(Page.publicMeaning): named there as public"),
        Row(
            #"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*",
             "Condition":{"StringLike":{"aws:userid":"AROADBQP57FF2AEXAMPLE:*"}}}]}
            """#, "b", "r", "AROADBQP57FF2AEXAMPLE:*", isPublic: true,
            "\(Page.publicMeaning): public to S3, although only one role gets in"),
        Row(
            #"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"},
             {"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::b/*","Condition":{"StringNotEquals":{"aws:PrincipalOrgID":"o-1"}}}]}
            """#, "b", "r", "organization o-1", isPublic: true,
            "S3 looks at Allow statements only, so that this is public to it"),
        Row(
            #"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*",
             "Condition":{"StringEquals":{"aws:SourceVpc":"${aws:PrincipalTag/vpc}"}}}]}
            """#, "b", "R", isPublic: true, "\(Page.publicMeaning): a variable is no fixed value"),
    ]

    @Test(arguments: rows) func bucket(_ row: Row) throws {
        let read = try policy(row.text)
        let reach = try read.bucketReach(row.bucket)
        #expect(letters(reach) == row.levels, "\(row.source)")
        if !row.reader.isEmpty { #expect(words(reach.verdict(.read)) == row.reader, "\(row.source)") }
        #expect(read.publicStatus.isPublic == row.isPublic, "\(row.source)")
    }

    /// The same evaluation for the policies of other services.
    static let others: [(arn: String, statement: String, levels: String, source: String)] = [
        (
            "arn:aws:sqs:eu-west-1:111122223333:q",
            #""Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:q""#,
            "W", "anybody may send"
        ),
        (
            "arn:aws:sqs:eu-west-1:111122223333:q",
            #""Effect": "Allow", "Principal": "*", "Action": "SQS:*", "Resource": "*""#, "RWPT",
            "anybody may do everything"
        ),
        (
            "arn:aws:sqs:eu-west-1:111122223333:q",
            #""Effect": "Allow", "Principal": {"Service": "s3.amazonaws.com"}, "Action": "sqs:SendMessage", "Resource": "*", "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:s3:*:*:b"}}"#,
            "w", "S3 event notifications"
        ),
        (
            "arn:aws:sqs:eu-west-1:111122223333:q",
            #""Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "sqs:*", "Resource": "*""#, "",
            "the owner"
        ),
        (
            "arn:aws:sns:eu-west-1:111122223333:t",
            #""Effect": "Allow", "Principal": {"AWS": "*"}, "Action": ["SNS:Publish", "SNS:Subscribe"], "Resource": "arn:aws:sns:eu-west-1:111122223333:t", "Condition": {"StringEquals": {"AWS:SourceOwner": "111122223333"}}"#,
            "w", Page.sns
        ),
        (
            "arn:aws:sns:eu-west-1:111122223333:t",
            #""Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "SNS:Subscribe", "Resource": "*", "Condition": {"StringLike": {"SNS:Endpoint": "*@example.com"}}"#,
            "W", "the one who asks chooses the endpoint"
        ),
        (
            "arn:aws:kms:eu-west-1:111122223333:key/1",
            #""Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:*", "Resource": "*""#,
            "", Page.kms
        ),
        (
            "arn:aws:kms:eu-west-1:111122223333:key/1",
            #""Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:Decrypt", "Resource": "*", "Condition": {"StringEquals": {"kms:CallerAccount": "111122223333", "kms:ViaService": "s3.eu-west-1.amazonaws.com"}}"#,
            "", "the key policy of aws/s3"
        ),
        (
            "arn:aws:kms:eu-west-1:111122223333:key/1",
            #""Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:Decrypt", "Resource": "*", "Condition": {"StringEquals": {"kms:ViaService": "s3.eu-west-1.amazonaws.com"}}"#,
            "W", "anybody through S3"
        ),
        (
            "arn:aws:lambda:eu-west-1:111122223333:function:f",
            #""Effect": "Allow", "Principal": "*", "Action": "lambda:InvokeFunctionUrl", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "Condition": {"StringEquals": {"lambda:FunctionUrlAuthType": "NONE"}}"#,
            "W", Page.lambda
        ),
        (
            "arn:aws:lambda:eu-west-1:111122223333:function:f",
            #""Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": "lambda:InvokeFunction", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f""#,
            "w", Page.lambda
        ),
        (
            "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s-abc",
            #""Effect": "Allow", "Principal": "*", "Action": "secretsmanager:GetSecretValue", "Resource": "*""#, "R",
            "anybody may read the secret"
        ),
        (
            "arn:aws:ecr:eu-west-1:111122223333:repository/r",
            #""Effect": "Allow", "Principal": "*", "Action": ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]"#, "R",
            "a repository's policy has no Resource"
        ),
        (
            "arn:aws:ecr:eu-west-1:111122223333:repository/r",
            #""Effect": "Allow", "Principal": {"AWS": "444455556666"}, "Action": "ecr:PutImage""#, "w",
            "another account may push"
        ),
    ]

    @Test(arguments: others) func otherServices(_ arn: String, _ statement: String, _ levels: String, _ source: String)
        throws
    {
        let target = try #require(Target.resource(arn: arn))
        #expect(letters(try #require(try policy(statements(statement)).reach(of: target))) == levels, "\(source)")
    }

    /// Who may take on a role, and what is found in its trust policy.
    static let trusts: [(statement: String, who: String, finds: [PolicyFinding.Kind], source: String)] = [
        (
            #""Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole""#,
            "service ec2.amazonaws.com", [], "an instance role"
        ),
        (
            #""Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole""#, "open", [.wildcardPrincipal],
            "anybody"
        ),
        (
            #""Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"sts:ExternalId": "42"}}"#,
            "open", [.wildcardPrincipal], "an external id is no secret"
        ),
        (
            #""Effect": "Allow", "Principal": {"AWS": "444455556666"}, "Action": "sts:AssumeRole", "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}"#,
            "account 444455556666", [.crossAccount], "another account"
        ),
        (
            #""Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/a"}, "Action": "sts:AssumeRole""#,
            "closed", [], "the own account"
        ),
        (
            #""Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"}}"#,
            "identities of arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
            [.federationWithoutSubject], Page.webIdentity
        ),
        (
            #""Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringLike": {"token.actions.githubusercontent.com:sub": "repo:org/app:*"}}"#,
            "identities of arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com", [],
            Page.webIdentity
        ),
        (
            #""Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringLike": {"token.actions.githubusercontent.com:sub": "repo:*"}}"#,
            "identities of arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
            [.federationWithoutSubject], "any owner's repositories"
        ),
        (
            #""Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/corp"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}}"#,
            "identities of arn:aws:iam::111122223333:saml-provider/corp", [], "a provider of the company's own"
        ),
        (
            #""Effect": "Allow", "Principal": {"Federated": "cognito-identity.amazonaws.com"}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals": {"cognito-identity.amazonaws.com:aud": "eu-west-1:1"}}"#,
            "identities of cognito-identity.amazonaws.com", [], "one identity pool"
        ),
    ]

    @Test(arguments: trusts) func roles(
        _ statement: String, _ who: String, _ finds: [PolicyFinding.Kind], _ source: String
    ) throws {
        let target = Target.trust(ofRole: "arn:aws:iam::111122223333:role/r")
        let read = try policy(statements(statement))
        #expect(words(try #require(read.reach(of: target)).verdict(.write)) == who, "\(source)")
        #expect(read.findings(for: .resource(target)).map(\.kind) == finds, "\(source)")
    }
}
