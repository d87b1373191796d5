import AccessPolicies
import Testing

/// What conditions leave of `Allow Principal * s3:GetObject b/*`: the condition, who can read, and the page that says so or
/// the reasoning. `deny` rows have an unconditional Allow and the condition on a Deny for everybody.
struct ConditionTableTests {
    struct Row: Sendable, CustomStringConvertible {
        let condition: String
        let reader: String
        let source: String
        init(_ condition: String, _ reader: String, _ source: String) {
            (self.condition, self.reader, self.source) = (condition, reader, source)
        }
        var description: String { condition }
    }

    static let allow: [Row] = [
        // Accounts, organisations, principals
        Row(#""StringEquals": {"aws:PrincipalAccount": "444455556666"}"#, "account 444455556666", Page.keys),
        Row(#""StringEquals": {"aws:PrincipalAccount": "111122223333"}"#, "closed", "the owner's own account"),
        Row(
            #""StringEquals": {"aws:PrincipalAccount": ["111122223333", "444455556666"]}"#,
            "account 111122223333 or account 444455556666", Page.keys),
        Row(#""StringLike": {"aws:PrincipalAccount": "444455556666"}"#, "account 444455556666", "no wildcard"),
        Row(#""StringLike": {"aws:PrincipalAccount": "*"}"#, "open", Page.publicMeaning),
        Row(#""StringLike": {"aws:PrincipalAccount": "4444*"}"#, "open", Page.publicMeaning),
        Row(
            #""StringEqualsIgnoreCase": {"aws:PrincipalAccount": "444455556666"}"#, "account 444455556666",
            Page.operators),
        Row(
            #""StringEquals": {"AWS:principalaccount": "444455556666"}"#, "account 444455556666",
            "key names have no case: \(Page.keys)"),
        Row(#""StringNotEquals": {"aws:PrincipalAccount": "444455556666"}"#, "open", "everybody else"),
        Row(
            #""StringEqualsIfExists": {"aws:PrincipalAccount": "444455556666"}"#, "open",
            "anonymous requests have no such key: \(Page.operators)"),
        Row(#""ForAllValues:StringEquals": {"aws:PrincipalAccount": "444455556666"}"#, "open", Page.severalValues),
        Row(
            #""ForAnyValue:StringEquals": {"aws:PrincipalAccount": "444455556666"}"#, "account 444455556666",
            Page.severalValues),
        Row(#""StringEquals": {"aws:PrincipalAccount": "${aws:ResourceAccount}"}"#, "closed", Page.perimeter),
        Row(#""StringEquals": {"aws:PrincipalAccount": "${aws:PrincipalAccount}"}"#, "open", "true of everybody"),
        Row(
            #""StringEquals": {"aws:PrincipalAccount": "*"}"#, "closed",
            "StringEquals takes the asterisk literally: \(Page.operators)"),
        Row(#""StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}"#, "organization o-a1b2c3d4e5", Page.keys),
        Row(
            #""StringEquals": {"aws:PrincipalOrgID": ["o-a1b2c3d4e5", "o-f6g7h8i9j0"]}"#,
            "organization o-a1b2c3d4e5 or organization o-f6g7h8i9j0", Page.keys),
        Row(#""StringLike": {"aws:PrincipalOrgID": "o-*"}"#, "open", "any organisation"),
        Row(#""StringLike": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}"#, "organization o-a1b2c3d4e5", Page.keys),
        Row(#""StringEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}"#, "open", Page.operators),
        Row(#""StringNotEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}"#, "open", Page.operators),
        Row(#""Null": {"aws:PrincipalOrgID": "false"}"#, "open", "members of any organisation"),
        Row(#""Null": {"aws:PrincipalOrgID": "true"}"#, "open", "everybody without an organisation"),
        Row(
            #""StringEquals": {"aws:PrincipalOrgID": "${aws:ResourceOrgID}"}"#, "the owner's organization",
            Page.perimeter),
        Row(
            #""ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*"}"#,
            "organization path o-a1b2c3d4e5/*", Page.keys),
        Row(
            #""ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": ["o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*"]}"#,
            "organization path o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*", Page.keys),
        Row(
            #""ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "*/ou-ab12-11111111/*"}"#, "open",
            "the organisation is a wildcard"),
        Row(
            #""ForAllValues:StringLike": {"aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*"}"#, "open",
            "true where the key is missing: \(Page.severalValues)"),
        Row(
            #""ForAllValues:StringLike": {"aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*"}, "Null": {"aws:PrincipalOrgPaths": "false"}"#,
            "organization path o-a1b2c3d4e5/*", "the key has to be there: \(Page.severalValues)"),
        Row(
            #""StringEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}, "Null": {"aws:PrincipalOrgID": "false"}"#,
            "organization o-a1b2c3d4e5", "the key has to be there"),
        Row(
            #""StringEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}, "Null": {"aws:PrincipalOrgID": "true"}"#,
            "open", "the key has to be missing"),
        Row(
            #""StringEquals": {"aws:PrincipalArn": "arn:aws:iam::444455556666:role/app"}"#,
            "arn:aws:iam::444455556666:role/app", Page.keys),
        Row(
            #""ArnLike": {"aws:PrincipalArn": "arn:aws:iam::444455556666:role/*"}"#, "arn:aws:iam::444455556666:role/*",
            Page.keys),
        Row(
            #""ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/app"}"#, "open",
            "a role of that name can be made in any account"),
        Row(
            #""ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::*:role/app"}"#, "open",
            "ArnEquals takes wildcards: \(Page.operators)"),
        Row(#""StringLike": {"aws:PrincipalArn": "*"}"#, "open", Page.publicMeaning),
        Row(
            #""StringLike": {"aws:PrincipalArn": "arn:aws:iam::444455556666:*"}"#, "account 444455556666",
            "the account is fixed"),
        Row(
            #""StringLike": {"aws:PrincipalArn": "arn:*:iam::444455556666:role/app"}"#, "open",
            "a wildcard over the whole text takes colons too: arn:aws:iam::999999999999:role/x:iam::444455556666:role/app"
        ),
        Row(
            #""ArnLike": {"aws:PrincipalArn": "arn:*:iam::444455556666:role/app"}"#, "arn:*:iam::444455556666:role/app",
            "part by part: \(Page.operators)"),
        Row(#""ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/*"}"#, "closed", "the owner's roles"),
        Row(#""ArnNotLike": {"aws:PrincipalArn": "arn:aws:iam::444455556666:role/*"}"#, "open", Page.operators),
        Row(#""StringEquals": {"aws:userid": "AIDACKCEVSQ6C2EXAMPLE"}"#, "AIDACKCEVSQ6C2EXAMPLE", Page.publicMeaning),
        Row(
            #""StringLike": {"aws:userid": "AROADBQP57FF2AEXAMPLE:*"}"#, "AROADBQP57FF2AEXAMPLE:*",
            "sessions of one role: \(Page.variables)"),
        Row(#""StringLike": {"aws:userid": "AROA*"}"#, "open", "every role has such an id"),
        Row(#""StringLike": {"aws:userid": "*:session"}"#, "open", "sessions may be called so anywhere"),
        Row(#""StringLike": {"aws:userid": "*"}"#, "open", Page.publicMeaning),
        Row(
            #""StringEquals": {"aws:userid": "444455556666"}"#, "account 444455556666",
            "root's id is the account's: \(Page.variables)"),
        Row(#""StringEquals": {"aws:userid": "anonymous"}"#, "open", "anonymous requests of S3 have this id"),
        Row(#""StringEquals": {"aws:username": "alice"}"#, "open", "any account may have an alice"),
        Row(#""StringEquals": {"aws:PrincipalTag/team": "blue"}"#, "open", "strangers tag their own roles"),
        Row(#""StringEquals": {"aws:PrincipalType": "AssumedRole"}"#, "open", "of any account"),
        Row(#""Bool": {"aws:PrincipalIsAWSService": "true"}"#, "any AWS service", Page.keys),
        Row(#""Bool": {"aws:PrincipalIsAWSService": "false"}"#, "open", "everybody else"),
        Row(#""BoolIfExists": {"aws:PrincipalIsAWSService": "true"}"#, "open", Page.operators),
        Row(
            #""StringEquals": {"aws:PrincipalServiceName": "cloudtrail.amazonaws.com"}"#,
            "service cloudtrail.amazonaws.com", Page.keys),
        Row(
            #""ForAnyValue:StringEquals": {"aws:PrincipalServiceNamesList": "logs.amazonaws.com"}"#,
            "service logs.amazonaws.com", Page.keys),
        Row(
            #""StringLike": {"aws:PrincipalServiceName": "*.amazonaws.com"}"#, "open",
            "not fixed; a stranger to the tables"),
        Row(
            #""Null": {"aws:PrincipalServiceName": "false"}"#, "any AWS service",
            "only services have the key: \(Page.keys)"),
        Row(
            #""StringEquals": {"aws:FederatedProvider": "accounts.google.com"}"#, "open",
            "anybody's sessions by that provider"),
        // Addresses
        Row(#""IpAddress": {"aws:SourceIp": "192.0.2.0/24"}"#, "addresses 192.0.2.0/24", Page.publicMeaning),
        Row(#""IpAddress": {"aws:SourceIp": "192.0.2.7"}"#, "addresses 192.0.2.7/32", Page.operators),
        Row(
            #""IpAddress": {"aws:SourceIp": ["192.0.2.0/25", "192.0.2.128/25"]}"#, "addresses 192.0.2.0/24",
            "one range in halves"),
        Row(#""IpAddress": {"aws:SourceIp": "0.0.0.0/0"}"#, "open", Page.publicMeaning),
        Row(#""IpAddress": {"aws:SourceIp": ["0.0.0.0/1", "128.0.0.0/1"]}"#, "open", Page.publicMeaning),
        Row(#""IpAddress": {"aws:SourceIp": "0.0.0.0/1"}"#, "open", Page.publicMeaning),
        Row(#""IpAddress": {"aws:SourceIp": "128.0.0.0/1"}"#, "open", Page.publicMeaning),
        Row(#""IpAddress": {"aws:SourceIp": "12.0.0.0/7"}"#, "open", "wider than /8: \(Page.publicMeaning)"),
        Row(
            #""IpAddress": {"aws:SourceIp": "12.0.0.0/8"}"#, "addresses 12.0.0.0/8",
            "not wider than /8: \(Page.publicMeaning)"),
        Row(
            #""IpAddress": {"aws:SourceIp": ["12.0.0.0/8", "13.0.0.0/8"]}"#, "open", "the same addresses as 12.0.0.0/7"),
        Row(#""IpAddress": {"aws:SourceIp": "::/0"}"#, "open", Page.publicMeaning),
        Row(#""IpAddress": {"aws:SourceIp": "2000::/3"}"#, "open", "all of the IPv6 internet"),
        Row(#""IpAddress": {"aws:SourceIp": "2a00::/31"}"#, "open", "wider than /32: \(Page.publicMeaning)"),
        Row(#""IpAddress": {"aws:SourceIp": "2a00::/32"}"#, "addresses 2a00::/32", Page.publicMeaning),
        Row(#""IpAddress": {"aws:SourceIp": ["::/1", "8000::/1"]}"#, "open", "two halves of IPv6"),
        Row(#""IpAddress": {"aws:SourceIp": "::ffff:0.0.0.0/96"}"#, "open", "all of IPv4 in IPv6 spelling"),
        Row(
            #""IpAddress": {"aws:SourceIp": "10.0.0.0/8"}"#, "addresses 10.0.0.0/8",
            "private ranges are not public: \(Page.publicMeaning)"),
        Row(
            #""IpAddress": {"aws:SourceIp": ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"]}"#,
            "addresses 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16", Page.publicMeaning),
        Row(#""IpAddress": {"aws:SourceIp": ["10.0.0.0/8", "0.0.0.0/0"]}"#, "open", "one value suffices"),
        Row(#""NotIpAddress": {"aws:SourceIp": "192.0.2.0/24"}"#, "open", Page.operators),
        Row(#""NotIpAddress": {"aws:SourceIp": "0.0.0.0/0"}"#, "open", "IPv6, and requests without the key"),
        Row(
            #""IpAddressIfExists": {"aws:SourceIp": "192.0.2.0/24"}"#, "open",
            "requests through any VPC endpoint have no such key: \(Page.keys)"),
        Row(
            #""IpAddress": {"aws:SourceIp": "192.0.2.0/24"}, "NotIpAddress": {"aws:SourceIp": "192.0.2.188/32"}"#,
            "addresses 192.0.2.0/24", "\(Page.examples): the exception makes it smaller"),
        Row(#""IpAddress": {"aws:SourceIp": "office"}"#, "open", "no address: undecided, never restricting"),
        Row(#""IpAddress": {"aws:VpcSourceIp": "10.0.0.0/8"}"#, "open", "any VPC has such addresses"),
        Row(#""StringLike": {"aws:SourceIp": "192.*"}"#, "open", "not an operator of addresses"),
        // VPCs and endpoints
        Row(#""StringEquals": {"aws:SourceVpce": "vpce-1a2b3c4d"}"#, "VPC endpoint vpce-1a2b3c4d", Page.endpoints),
        Row(#""StringEquals": {"aws:SourceVpc": "vpc-111bbb22"}"#, "VPC vpc-111bbb22", Page.endpoints),
        Row(
            #""StringEquals": {"aws:sourceVpce": ["vpce-1111111", "vpce-2222222"]}"#,
            "VPC endpoint vpce-1111111 or VPC endpoint vpce-2222222", Page.endpoints),
        Row(#""StringLike": {"aws:SourceVpce": "vpce-*"}"#, "open", "anybody's endpoint"),
        Row(#""StringLike": {"aws:SourceVpc": "*"}"#, "open", Page.publicMeaning),
        Row(#""StringNotEquals": {"aws:SourceVpce": "vpce-1a2b3c4d"}"#, "open", Page.operators),
        Row(#""StringEqualsIfExists": {"aws:SourceVpce": "vpce-1a2b3c4d"}"#, "open", Page.operators),
        Row(#""Null": {"aws:SourceVpce": "false"}"#, "open", "anybody's endpoint"),
        Row(
            #""StringEquals": {"aws:VpceAccount": "444455556666"}"#, "VPC endpoints of account 444455556666", Page.keys),
        Row(
            #""StringEquals": {"aws:VpceOrgID": "o-a1b2c3d4e5"}"#, "VPC endpoints of organization o-a1b2c3d4e5",
            Page.keys),
        Row(
            #""ForAnyValue:StringLike": {"aws:VpceOrgPaths": "o-a1b2c3d4e5/*"}"#,
            "VPC endpoints of organization path o-a1b2c3d4e5/*", Page.keys),
        Row(
            #""ArnLike": {"aws:SourceVpcArn": "arn:aws:ec2:us-east-1:444455556666:vpc/*"}"#,
            "VPC arn:aws:ec2:us-east-1:444455556666:vpc/*", Page.keys),
        // On whose behalf
        Row(
            #""ArnEquals": {"aws:SourceArn": "arn:aws:cloudtrail:us-east-1:444455556666:trail/t"}"#,
            "services on behalf of arn:aws:cloudtrail:us-east-1:444455556666:trail/t", Page.publicMeaning),
        Row(
            #""ArnLike": {"aws:SourceArn": "arn:aws:logs:us-east-1:444455556666:*"}"#,
            "services on behalf of arn:aws:logs:us-east-1:444455556666:*", "the account is fixed"),
        Row(
            #""ArnLike": {"aws:SourceArn": "arn:aws:s3:::source-bucket"}"#,
            "services on behalf of arn:aws:s3:::source-bucket", "a bucket's ARN has no account and is fixed as a whole"),
        Row(#""ArnLike": {"aws:SourceArn": "arn:aws:s3:::source-*"}"#, "open", "anybody can have such a bucket"),
        Row(#""ArnLike": {"aws:SourceArn": "arn:aws:sns:*:*:topic"}"#, "open", "the account is a wildcard"),
        Row(
            #""StringEquals": {"aws:SourceAccount": "444455556666"}"#, "services on behalf of account 444455556666",
            Page.publicMeaning),
        Row(
            #""StringEquals": {"aws:SourceOwner": "444455556666"}"#, "services on behalf of account 444455556666",
            Page.publicMeaning),
        Row(
            #""StringEquals": {"aws:SourceOrgID": "o-a1b2c3d4e5"}"#, "services on behalf of organization o-a1b2c3d4e5",
            Page.confusedDeputy),
        Row(
            #""ForAnyValue:StringLike": {"aws:SourceOrgPaths": "o-a1b2c3d4e5/*"}"#,
            "services on behalf of organization path o-a1b2c3d4e5/*", Page.confusedDeputy),
        Row(#""StringLike": {"aws:SourceAccount": "*"}"#, "open", Page.publicMeaning),
        Row(
            #""StringEquals": {"aws:SourceAccount": "${aws:ResourceAccount}"}"#,
            "services on behalf of account 111122223333", Page.confusedDeputy),
        // S3's own
        Row(
            #""StringEquals": {"s3:DataAccessPointAccount": "111122223333"}"#, "access points of account 111122223333",
            Page.accessPoints),
        Row(
            #""ArnLike": {"s3:DataAccessPointArn": "arn:aws:s3:us-west-2:111122223333:accesspoint/*"}"#,
            "access point arn:aws:s3:us-west-2:111122223333:accesspoint/*", Page.publicMeaning),
        Row(
            #""StringLike": {"s3:DataAccessPointArn": "arn:aws:s3:us-west-2:*:accesspoint/*"}"#, "open",
            Page.publicMeaning),
        Row(#""StringEquals": {"s3:AccessPointNetworkOrigin": "VPC"}"#, "open", "anybody's VPC"),
        Row(
            #""StringEquals": {"s3:x-amz-server-side-encryption-aws-kms-key-id": "arn:aws:kms:us-east-1:111122223333:key/1"}"#,
            "who may use KMS key arn:aws:kms:us-east-1:111122223333:key/1", Page.publicMeaning),
        Row(
            #""StringEquals": {"s3:x-amz-acl": "bucket-owner-full-control"}"#, "open",
            "the one who asks sets the header"),
        Row(#""StringEquals": {"s3:ExistingObjectTag/public": "yes"}"#, "open", "some objects, to everybody"),
        Row(#""StringLike": {"s3:prefix": "home/*"}"#, "open", "some objects, to everybody"),
        Row(#""StringEquals": {"s3:authType": "REST-QUERY-STRING"}"#, "open", "strangers can sign"),
        Row(#""NumericLessThan": {"s3:signatureAge": "600000"}"#, "open", "strangers can sign"),
        Row(#""NumericGreaterThanEquals": {"s3:TlsVersion": "1.2"}"#, "open", "strangers have TLS"),
        Row(#""StringEquals": {"s3:ResourceAccount": "111122223333"}"#, "open", "says who owns it, not who asks"),
        Row(#""StringEquals": {"aws:ResourceAccount": "111122223333"}"#, "open", "says who owns it, not who asks"),
        // What strangers can meet
        Row(#""Bool": {"aws:SecureTransport": "true"}"#, "open", "strangers have TLS"),
        Row(
            #""StringLike": {"aws:Referer": "https://www.example.com/*"}"#, "open",
            "\(Page.keys): not to be used against unauthorized parties"),
        Row(#""StringEquals": {"aws:UserAgent": "secret"}"#, "open", "\(Page.keys): can be spoofed"),
        Row(#""DateLessThan": {"aws:CurrentTime": "2030-01-01T00:00:00Z"}"#, "open", "says when, not who"),
        Row(#""DateGreaterThan": {"aws:EpochTime": "1"}"#, "open", "says when, not who"),
        Row(#""Bool": {"aws:MultiFactorAuthPresent": "true"}"#, "open", "strangers have devices"),
        Row(#""NumericLessThan": {"aws:MultiFactorAuthAge": "3600"}"#, "open", "strangers have devices"),
        Row(#""StringEquals": {"aws:RequestedRegion": "eu-west-1"}"#, "open", "says where it goes"),
        Row(#""Bool": {"aws:ViaAWSService": "true"}"#, "open", "a stranger may use a service too"),
        Row(
            #""ForAnyValue:StringEquals": {"aws:CalledVia": "athena.amazonaws.com"}"#, "open",
            "a stranger may use Athena too"),
        Row(#""StringEquals": {"aws:SourceIdentity": "alice"}"#, "open", "set by whoever assumes the role"),
        Row(#""StringEquals": {"aws:RequestTag/team": "blue"}"#, "open", "the one who asks sets it"),
        // Nobody knows
        Row(#""StringEquals": {"acme:Department": "42"}"#, "open", "unknown key: undecided, never restricting"),
        Row(
            #""StringMatches": {"aws:PrincipalAccount": "444455556666"}"#, "open",
            "unknown operator: undecided, never restricting"),
        // Several conditions
        Row(
            #""StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5", "aws:SourceVpce": "vpce-1"}"#,
            "organization o-a1b2c3d4e5, and only VPC endpoint vpce-1", "both must hold"),
        Row(
            #""StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}, "Bool": {"aws:SecureTransport": "true"}"#,
            "organization o-a1b2c3d4e5", "both must hold"),
        Row(
            #""StringEquals": {"aws:PrincipalAccount": "444455556666", "aws:PrincipalOrgID": "o-a1b2c3d4e5"}"#,
            "account 444455556666, and only organization o-a1b2c3d4e5", "both must hold"),
        Row(
            #""StringEquals": {"aws:PrincipalAccount": "444455556666"}, "ArnLike": {"aws:PrincipalArn": "arn:aws:iam::777788889999:role/x"}"#,
            "closed", "the two exclude each other"),
        Row(
            #""StringEquals": {"aws:SourceAccount": "444455556666"}, "StringLike": {"aws:SourceAccount": "777788889999"}"#,
            "closed", "the two exclude each other"),
        Row(
            #""IpAddress": {"aws:SourceIp": "192.0.2.0/24"}, "StringEquals": {"aws:SourceVpce": "vpce-1"}"#, "closed",
            "a request through an endpoint has no aws:SourceIp: \(Page.keys)"),
        Row(
            #""Bool": {"aws:SecureTransport": "true"}, "StringEquals": {"aws:SecureTransport": "false"}"#, "open",
            "only like operators are compared"),
        Row(
            #""Null": {"aws:SourceVpce": "true"}, "StringEquals": {"aws:SourceVpce": "vpce-1"}"#, "closed",
            "missing and equal at once"),
        Row(#""StringEquals": {"aws:PrincipalOrgID": []}"#, "closed", "no value can match"),
        Row("", "open", "no condition"),
    ]

    static func allowing(_ condition: String) -> String {
        statements(
            #""Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": {\#(condition)}"#
        )
    }

    @Test(arguments: allow) func allowed(_ row: Row) throws {
        let reach = try policy(Self.allowing(row.condition)).bucketReach()
        #expect(words(reach.verdict(.read)) == row.reader, "\(row.source)")
        #expect(words(reach.verdict(.write)) == "closed")
    }

    static let deny: [Row] = [
        Row("", "closed", Page.interplay),
        Row(#""Bool": {"aws:SecureTransport": "false"}"#, "open", "anybody can use TLS"),
        Row(#""Bool": {"aws:SecureTransport": "true"}"#, "open", "anybody can do without TLS"),
        Row(
            #""Bool": {"aws:SecureTransport": ["true", "false"]}"#, "closed", "one of the two is true of every request"),
        Row(#""NumericLessThan": {"s3:TlsVersion": "1.2"}"#, "open", "anybody has TLS 1.2"),
        Row(#""StringNotEquals": {"aws:SourceVpce": "vpce-1a2b3c4d"}"#, "VPC endpoint vpce-1a2b3c4d", Page.endpoints),
        Row(#""StringNotEquals": {"aws:SourceVpc": "vpc-111bbb22"}"#, "VPC vpc-111bbb22", Page.endpoints),
        Row(
            #""StringNotEqualsIfExists": {"aws:SourceVpc": "vpc-111bbb22"}"#, "VPC vpc-111bbb22",
            "a missing key is denied too: \(Page.operators)"),
        Row(#""StringNotEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}"#, "organization o-a1b2c3d4e5", Page.perimeter),
        Row(#""StringNotEquals": {"aws:PrincipalAccount": "444455556666"}"#, "account 444455556666", Page.operators),
        Row(
            #""StringNotEquals": {"aws:PrincipalAccount": "111122223333"}"#, "closed",
            "all but the owner's account are denied"),
        Row(#""StringNotEquals": {"aws:PrincipalAccount": "${aws:ResourceAccount}"}"#, "closed", Page.perimeter),
        Row(#""NotIpAddress": {"aws:SourceIp": "192.0.2.0/24"}"#, "addresses 192.0.2.0/24", Page.examples),
        Row(
            #""NotIpAddress": {"aws:SourceIp": ["192.0.2.0/24", "198.51.100.0/24"]}"#,
            "addresses 192.0.2.0/24, 198.51.100.0/24", Page.examples),
        Row(#""NotIpAddress": {"aws:SourceIp": "0.0.0.0/0"}"#, "open", "every address of IPv4 is spared"),
        Row(
            #""NotIpAddress": {"aws:SourceIp": ["0.0.0.0/1", "128.0.0.0/1"]}"#, "open",
            "every address of IPv4 is spared"),
        Row(#""IpAddress": {"aws:SourceIp": "192.0.2.0/24"}"#, "open", "all others remain"),
        Row(#""IpAddress": {"aws:SourceIp": "0.0.0.0/0"}"#, "open", "IPv6 and VPC endpoints remain"),
        Row(
            #""ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::444455556666:role/app"}"#,
            "arn:aws:iam::444455556666:role/app", Page.operators),
        Row(
            #""ArnNotLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/app"}"#, "open",
            "a role of that name can be made in any account"),
        Row(
            #""StringNotLike": {"aws:userId": ["AROADBQP57FF2AEXAMPLE:*", "111122223333"]}"#,
            "account 111122223333 or AROADBQP57FF2AEXAMPLE:*", "\(Page.variables)"),
        Row(#""StringNotLike": {"aws:PrincipalOrgID": "*"}"#, "open", "members of any organisation remain"),
        Row(
            #""ForAnyValue:StringNotLike": {"aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*"}"#, "open",
            "false where the key is missing: \(Page.severalValues)"),
        Row(
            #""ForAllValues:StringNotLike": {"aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*"}"#,
            "organization path o-a1b2c3d4e5/*", "true where the key is missing: \(Page.severalValues)"),
        Row(#""StringEquals": {"aws:PrincipalAccount": "444455556666"}"#, "open", "all other accounts remain"),
        Row(
            #""StringNotEquals": {"aws:SourceVpce": "vpce-1", "aws:PrincipalOrgID": "o-a1b2c3d4e5"}"#,
            "organization o-a1b2c3d4e5 or VPC endpoint vpce-1", "denied only where both differ"),
        Row(
            #""StringNotEquals": {"aws:SourceVpce": "vpce-1"}, "Bool": {"aws:SecureTransport": "false"}"#, "open",
            "TLS alone escapes"),
        Row(
            #""StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}"#,
            "organization o-a1b2c3d4e5 or any AWS service", Page.perimeter),
        Row(
            #""StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}, "BoolIfExists": {"aws:ViaAWSService": "false"}"#,
            "open", "a stranger may go through a service"),
        Row(
            #""StringNotEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5", "aws:PrincipalTag/exempt": "true"}"#, "open",
            "a stranger's role may have that tag"),
        Row(#""Null": {"aws:SourceVpce": "true"}"#, "open", "anybody's endpoint escapes"),
        Row(#""Null": {"aws:PrincipalServiceName": "true"}"#, "any AWS service", "only services have the key"),
        Row(
            #""StringNotEquals": {"aws:SourceAccount": "444455556666"}"#, "services on behalf of account 444455556666",
            Page.confusedDeputy),
        Row(#""StringNotEquals": {"aws:Referer": "https://example.com"}"#, "open", "can be spoofed"),
        Row(
            #""StringNotEquals": {"s3:x-amz-server-side-encryption": "aws:kms"}"#, "open",
            "the one who asks sets the header"),
        Row(#""StringNotEquals": {"acme:Department": "42"}"#, "open", "unknown: undecided, never closing"),
        Row(#""StringUnlike": {"aws:PrincipalAccount": "444455556666"}"#, "open", "unknown: undecided, never closing"),
        Row(#""DateGreaterThan": {"aws:CurrentTime": "2020-01-01T00:00:00Z"}"#, "open", "dates close nothing here"),
        Row(#""StringEquals": {"aws:SourceVpce": []}"#, "open", "a denial that nothing meets"),
    ]

    static func denying(_ condition: String) -> String {
        statements(
            #""Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*""#,
            #""Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"], "Condition": {\#(condition)}"#
        )
    }

    @Test(arguments: deny) func denied(_ row: Row) throws {
        #expect(
            words(try policy(Self.denying(row.condition)).bucketReach().verdict(.read)) == row.reader, "\(row.source)")
    }

    @Test func undecidedConditionsAreNamed() throws {
        let text = statements(
            #""Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": {"StringEquals": {"aws:SecureTransport": "x", "acme:Department": "42"}}"#,
            #""Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": "*", "Condition": {"StringNotEquals": {"acme:Role": "7"}}"#
        )
        let reach = try policy(text).bucketReach()
        #expect(reach.undecided(.read).map { [$0.statement, $0.condition] } == [[0, 1], [1, 0]])
        #expect(reach.undecided(.write).isEmpty)
    }
}
