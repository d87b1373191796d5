import AccessPolicies
import Diagnostics
import Testing

/// What is found in a policy: kinds with the text that each points at.
struct FindingTests {
    struct Row: Sendable, CustomStringConvertible {
        let statements: [String]
        let findings: [String]
        let source: String
        init(_ statements: String..., finds findings: [String], _ source: String) {
            (self.statements, self.findings, self.source) = (statements, findings, source)
        }
        var description: String { statements.joined(separator: " ") }
        var policy: String {
            "{\"Version\": \"2012-10-17\", \"Statement\": [\(statements.map { "{\($0)}" }.joined(separator: ", "))]}"
        }
    }

    static let tls =
        #""Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"], "Condition": {"Bool": {"aws:SecureTransport": "false"}}"#
    static func read(_ principal: String, _ rest: String = "") -> String {
        #""Effect": "Allow", \#(principal), "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"\#(rest)"#
    }
    static func when(_ condition: String) -> String {
        read(#""Principal": {"AWS": "111122223333"}"#, ", \"Condition\": {\(condition)}")
    }

    static let rows: [Row] = [
        Row(read(#""Principal": {"AWS": "111122223333"}"#), finds: [], "nothing to say"),
        Row(read(#""Principal": "*""#), finds: [#"wildcard-principal "*""#], Page.principal),
        Row(
            read(#""Principal": "*""#, #", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}"#), finds: [],
            "limited"),
        Row(
            read(#""NotPrincipal": {"AWS": "444455556666"}"#), finds: [#"allow-not-principal "NotPrincipal""#],
            Page.notPrincipal),
        Row(
            #""Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:*", "Resource": "arn:aws:s3:::b/*""#,
            finds: [#"wildcard-action "s3:*""#], Page.validation),
        Row(
            #""Effect": "Allow", "Principal": {"AWS": "111122223333"}, "NotAction": "s3:Put*", "Resource": "arn:aws:s3:::b/*""#,
            finds: [#"allow-not-action "NotAction""#], Page.notAction),
        Row(
            read(#""Principal": {"AWS": "444455556666"}"#), finds: [#"cross-account 444455556666 "Principal""#],
            "another account"),
        Row(
            read(#""Principal": {"AWS": ["arn:aws:iam::444455556666:role/a", "777788889999"]}"#),
            finds: [#"cross-account 444455556666,777788889999 "Principal""#], "other accounts"),
        Row(
            read(#""Principal": "*""#, #", "Condition": {"StringEquals": {"aws:PrincipalAccount": "444455556666"}}"#),
            finds: [#"cross-account 444455556666 "Principal""#], "named by a condition"),
        Row(
            #""Effect": "Allow", "Principal": {"AWS": "444455556666"}, "Action": ["s3:PutBucketPolicy", "s3:PutBucketAcl"], "Resource": "arn:aws:s3:::b""#,
            finds: [#"cross-account 444455556666 "Principal""#, #"banned-action 444455556666 "Action""#], "FSBP S3.6"),
        Row(
            #""Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": ["s3:PutBucketPolicy"], "Resource": "arn:aws:s3:::b""#,
            finds: [], "the owner's account"),
        Row(
            #""Effect": "Allow", "Principal": {"AWS": "444455556666"}, "Action": "s3:Put*", "Resource": "arn:aws:s3:::b""#,
            #""Effect": "Deny", "Principal": "*", "Action": ["s3:PutBucketPolicy", "s3:PutBucketAcl", "s3:PutEncryptionConfiguration"], "Resource": "*""#,
            finds: [#"cross-account 444455556666 "Principal""#], "denied again"),
        Row(
            #""Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::b/*""#,
            finds: [#"confused-deputy "cloudtrail.amazonaws.com""#], Page.confusedDeputy),
        Row(
            #""Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::b/*", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}"#,
            finds: [], Page.confusedDeputy),
        Row(
            #""Effect": "Allow", "Principal": {"Service": "cloudfront.amazonaws.com"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": {"ArnLike": {"AWS:SourceArn": "arn:aws:cloudfront::111122223333:distribution/E1"}}"#,
            finds: [], Page.oac),
        Row(
            #""Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::b/*", "Condition": {"StringEquals": {"s3:x-amz-acl": "bucket-owner-full-control"}}"#,
            finds: [#"confused-deputy "cloudtrail.amazonaws.com""#], "an ACL says nothing of the source"),
        // What does nothing
        Row(
            #""Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b""#,
            finds: [#"never-applies "Resource""#], "the action is on objects"),
        Row(
            #""Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::b/*""#,
            finds: [#"never-applies "Resource""#], "the action is on the bucket"),
        Row(
            #""Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::other/*""#,
            finds: [#"never-applies "Resource""#], "another bucket"),
        Row(
            #""Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "sqs:SendMessage", "Resource": "arn:aws:s3:::b/*""#,
            finds: [#"never-applies "Action""#], "another service"),
        Row(
            #""Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:ListAllMyBuckets", "Resource": "*""#,
            finds: [#"never-applies "Action""#], "the action takes no bucket"),
        Row(
            read(#""Principal": {"AWS": "AIDACKCEVSQ6C2EXAMPLE"}"#),
            finds: [#"never-applies "Principal""#, #"deleted-principal "AIDACKCEVSQ6C2EXAMPLE""#], Page.principal),
        Row(
            read(#""Principal": {"AWS": ["AIDACKCEVSQ6C2EXAMPLE", "111122223333"]}"#),
            finds: [#"deleted-principal "AIDACKCEVSQ6C2EXAMPLE""#], Page.principal),
        Row(
            when(#""StringEquals": {"aws:SourceVpce": "vpce-1"}, "Null": {"aws:SourceVpce": "true"}"#),
            finds: [#"never-applies "aws:SourceVpce""#], "missing and equal at once"),
        Row(
            when(#""StringEquals": {"aws:PrincipalAccount": "444455556666"}"#),
            finds: [#"never-applies "aws:PrincipalAccount""#], "not the principal's account"),
        Row(
            when(#""StringEquals": {"aws:PrincipalOrgID": "o-*"}"#),
            finds: [#"never-applies "aws:PrincipalOrgID""#, #"literal-wildcard "o-*""#], Page.operators),
        Row(
            read(#""Principal": {"AWS": "111122223333"}"#),
            #""Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*""#, finds: [#"shadowed "Allow""#],
            Page.interplay),
        Row(
            read(#""Principal": {"AWS": "111122223333"}"#),
            #""Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b/x/*""#, finds: [],
            "only part is denied"),
        Row(
            when(#""ForAllValues:StringLike": {"aws:PrincipalOrgPaths": "o-1/*"}"#),
            finds: [#"ineffective-condition "ForAllValues:StringLike""#], Page.severalValues),
        Row(
            when(#""IpAddress": {"aws:SourceIp": "10.0.0.0/8"}"#), finds: [#"private-address "aws:SourceIp""#],
            Page.keys),
        // What AWS would refuse
        Row(
            #""Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": ["s3:GetObject", "s3:GetObjcet"], "Resource": "arn:aws:s3:::b/*""#,
            finds: [#"invalid-action "s3:GetObjcet""#], Page.validation),
        Row(
            #""Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": ["s3:GetObject", "s4:GetObject"], "Resource": "arn:aws:s3:::b/*""#,
            finds: [#"invalid-action "s4:GetObject""#], Page.validation),
        Row(
            #""Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": ["s3:GetObject", "GetObject", "s3:Gte*"], "Resource": "arn:aws:s3:::b/*""#,
            finds: [#"invalid-action "GetObject""#, #"invalid-action "s3:Gte*""#], Page.validation),
        Row(
            #""Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::b/*", "b/*"]"#,
            finds: [#"invalid-resource "b/*""#], Page.validation),
        Row(
            #""Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::b/*", "arn:amazon:s3:::b/*", "arn:aws:s3", "arn:aws:s3:us-east-1:111122223333:b", "arn:aws:s3::12:b"]"#,
            finds: [
                #"invalid-resource "arn:amazon:s3:::b/*""#, #"invalid-resource "arn:aws:s3""#,
                #"invalid-resource "arn:aws:s3:us-east-1:111122223333:b""#, #"invalid-resource "arn:aws:s3::12:b""#,
            ], Page.validation),
        Row(
            read(#""Principal": {"AWS": ["111122223333", "bob", "1234", "arn:aws:iam::111122223333:role/*"]}"#),
            finds: [
                #"invalid-principal "bob""#, #"invalid-principal "1234""#,
                #"invalid-principal "arn:aws:iam::111122223333:role/*""#,
            ], Page.validation),
        Row(
            #""Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*""#,
            finds: [#"missing-element "Allow""#], "AWS refuses it; without principals it is taken for everybody"),
        Row(
            #""Effect": "Deny", "Principal": "*", "Action": "s3:GetObject""#, finds: [#"missing-element "Deny""#],
            Page.validation),
        Row(
            when(#""StringEqual": {"aws:PrincipalOrgID": "o-1"}"#), finds: [#"unknown-operator "StringEqual""#],
            Page.validation),
        Row(
            when(#""StringEquals": {"aws:PrincipalOrgId2": "o-1"}"#), finds: [#"unknown-key "aws:PrincipalOrgId2""#],
            Page.validation),
        Row(
            when(#""StringEquals": {"aws:SourceIp": "192.0.2.1"}"#), finds: [#"operator-mismatch "StringEquals""#],
            Page.validation),
        Row(
            when(#""IpAddress": {"aws:SourceVpce": "192.0.2.1"}"#), finds: [#"operator-mismatch "IpAddress""#],
            Page.validation),
        Row(when(#""Bool": {"aws:SecureTransport": "yes"}"#), finds: [#"invalid-value "yes""#], Page.validation),
        Row(
            when(#""IpAddress": {"aws:SourceIp": ["192.0.2.0/24", "192.0.2"]}"#), finds: [#"invalid-value "192.0.2""#],
            Page.validation),
        Row(
            when(#""DateLessThan": {"aws:CurrentTime": "tomorrow"}"#), finds: [#"invalid-value "tomorrow""#],
            Page.validation),
        Row(when(#""NumericLessThan": {"s3:TlsVersion": "new"}"#), finds: [#"invalid-value "new""#], Page.validation),
        Row(when(#""ArnLike": {"aws:SourceArn": "topic"}"#), finds: [#"invalid-value "topic""#], Page.validation),
        Row(
            when(#""StringLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/*"}"#), finds: [],
            "text operators take ARNs"),
        Row(
            when(#""ForAnyValue:StringEquals": {"aws:PrincipalOrgID": "o-1"}"#),
            finds: [#"operator-mismatch "ForAnyValue:StringEquals""#], Page.severalValues),
        Row(
            when(#""StringEquals": {"aws:PrincipalOrgID": []}"#),
            finds: [#"empty-element "aws:PrincipalOrgID""#, #"never-applies "aws:PrincipalOrgID""#], Page.validation),
        Row(
            #""Sid": "A", "# + read(#""Principal": {"AWS": "111122223333"}"#), #""Sid": "A", "# + tls,
            finds: [#"duplicate-sid "A""#], Page.validation),
    ]

    /// `kind accounts text`, without the missing denial of plain HTTP, which has a table of its own.
    private static func found(_ text: String, _ use: PolicyUse) throws -> [String] {
        let source = source(text)
        let read = try #require(Policy.read(source).policy)
        return read.findings(for: use).filter { $0.kind != .missingTLSDenial }.map { finding in
            ([finding.kind.rawValue] + (finding.accounts.isEmpty ? [] : [finding.accounts.joined(separator: ",")])
                + [source.span(finding.range).text]).joined(separator: " ")
        }
    }

    @Test(arguments: rows) func bucketPolicies(_ row: Row) throws {
        #expect(try Self.found(row.policy, .resource(.bucket("b", account: owner))) == row.findings, "\(row.source)")
    }

    // MARK: Plain HTTP

    static let denials: [(statements: [String], isMissing: Bool, source: String)] = [
        ([tls], false, "the documented statement"),
        ([], true, "none at all"),
        ([tls.replacing("Bool", with: "BoolIfExists")], false, "the key is in every request"),
        ([tls.replacing(#""s3:*""#, with: #""*""#)], false, "every action"),
        (
            [
                tls.replacing(
                    #"{"Bool": {"aws:SecureTransport": "false"}}"#,
                    with: #"{"StringEquals": {"AWS:securetransport": "false"}}"#)
            ], false, "keys have no case"
        ),
        (
            [
                tls.replacing(
                    #"{"Bool": {"aws:SecureTransport": "false"}}"#,
                    with: #"{"StringNotEquals": {"aws:SecureTransport": "true"}}"#)
            ], false, "says the same"
        ),
        (
            [
                tls.replacing(
                    #"{"Bool": {"aws:SecureTransport": "false"}}"#,
                    with: #"{"NumericLessThan": {"s3:TlsVersion": "1.2"}}"#)
            ], true, "plain HTTP has no TLS version"
        ),
        (
            [
                tls.replacing(
                    #"{"Bool": {"aws:SecureTransport": "false"}}"#,
                    with: #"{"NumericLessThanIfExists": {"s3:TlsVersion": "1.2"}}"#)
            ], false, "also without the key"
        ),
        ([tls.replacing(#""*""#, with: #"{"AWS": "*"}"#)], false, "the same principal"),
        ([tls.replacing(#""*""#, with: #"{"AWS": "444455556666"}"#)], true, "not for everybody"),
        ([tls.replacing(#""s3:*""#, with: #""s3:GetObject""#)], true, "one action only"),
        ([tls.replacing(#""arn:aws:s3:::b", "#, with: "")], true, "the bucket is left out"),
        ([tls.replacing(#", "arn:aws:s3:::b/*""#, with: "")], true, "the objects are left out"),
        ([tls.replacing(#"["arn:aws:s3:::b", "arn:aws:s3:::b/*"]"#, with: #""*""#)], false, "everything"),
        (
            [tls.replacing(#"["arn:aws:s3:::b", "arn:aws:s3:::b/*"]"#, with: #""arn:aws:s3:::b*""#)], false,
            "the bucket, its objects and more"
        ),
        (
            [
                tls.replacing(#"["arn:aws:s3:::b", "arn:aws:s3:::b/*"]"#, with: #""arn:aws:s3:::b""#),
                tls.replacing(#"["arn:aws:s3:::b", "arn:aws:s3:::b/*"]"#, with: #""arn:aws:s3:::b/*""#),
            ], false, "two statements"
        ),
        ([tls.replacing(#""false""#, with: #""true""#)], true, "denies TLS instead"),
        (
            [tls.replacing("false\"}", with: "false\"}, \"StringEquals\": {\"aws:PrincipalOrgID\": \"o-1\"}")], true,
            "only for some"
        ),
        (
            [tls.replacing("Deny", with: "Allow").replacing("false", with: "true")], true,
            "an Allow under TLS denies nothing"
        ),
        (
            [tls.replacing(#""Principal": "*""#, with: #""NotPrincipal": {"AWS": "444455556666"}"#)], true,
            "somebody is spared"
        ),
    ]

    @Test(arguments: denials) func plainHTTP(_ texts: [String], _ isMissing: Bool, _ source: String) throws {
        let all = [Self.read(#""Principal": {"AWS": "111122223333"}"#)] + texts
        let text = "{\"Version\": \"2012-10-17\", \"Statement\": [\(all.map { "{\($0)}" }.joined(separator: ", "))]}"
        let found = try policy(text).findings(for: .resource(.bucket("b", account: owner)))
        #expect(found.contains { $0.kind == .missingTLSDenial } == isMissing, "\(source)")
    }

    // MARK: Identities

    static let identities: [(statement: String, findings: [String], source: String)] = [
        (#""Effect": "Allow", "Action": "s3:GetObject", "Resource": "*""#, [], "nothing to say"),
        (
            #""Effect": "Allow", "Action": "*", "Resource": "*""#,
            [#"administrator "*""#, #"decrypts-all "*""#, #"pass-role "*""#],
            "CIS 1.16"
        ),
        (
            #""Effect": "Allow", "Action": "*:*", "Resource": "*""#,
            [#"administrator "*:*""#, #"decrypts-all "*""#, #"pass-role "*""#],
            "the same"
        ),
        (
            #""Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::b/*""#, [#"wildcard-action "*""#],
            "of one bucket"
        ),
        (#""Effect": "Deny", "Action": "*", "Resource": "*""#, [], "a denial"),
        (
            #""Effect": "Allow", "Action": "s3:*", "Resource": "*""#, [#"service-wildcard "s3:*""#],
            "AWS Config iam-policy-no-statements-with-full-access"
        ),
        (
            #""Effect": "Allow", "NotAction": "iam:*", "Resource": "*""#,
            [#"allow-not-action "NotAction""#, #"decrypts-all "*""#], Page.notAction
        ),
        (
            #""Effect": "Allow", "NotAction": ["iam:*", "kms:*"], "Resource": "*""#, [#"allow-not-action "NotAction""#],
            Page.notAction
        ),
        (
            #""Effect": "Allow", "Action": ["kms:Decrypt"], "Resource": "arn:aws:kms:*:111122223333:key/*""#,
            [#"decrypts-all "arn:aws:kms:*:111122223333:key/*""#], Page.kmsControl
        ),
        (
            #""Effect": "Allow", "Action": "kms:ReEncrypt*", "Resource": "*", "Condition": {"StringEquals": {"kms:ViaService": "s3.eu-west-1.amazonaws.com"}}"#,
            [#"decrypts-all "*""#], "\(Page.kmsControl): conditions do not count"
        ),
        (
            #""Effect": "Allow", "Action": ["kms:Decrypt"], "Resource": "arn:aws:kms:eu-west-1:111122223333:key/1234abcd""#,
            [], "one key"
        ),
        (
            #""Effect": "Allow", "Action": ["kms:Encrypt", "kms:ReEncryptTo"], "Resource": "*""#, [],
            "encryption is no decryption"
        ),
        (
            #""Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::444455556666:role/*""#,
            [#"pass-role "arn:aws:iam::444455556666:role/*""#], "all roles of the account that is meant"
        ),
        (#""Effect": "Allow", "Action": "iam:PassRole", "Resource": "*""#, [#"pass-role "*""#], Page.validation),
        (
            #""Effect": "Allow", "Action": "iam:Pass*", "Resource": "arn:aws:iam::*:role/*""#,
            [#"pass-role "arn:aws:iam::*:role/*""#], Page.validation
        ),
        (
            #""Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/app""#, [],
            "one role"
        ),
        (
            #""Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": {"StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}}"#,
            [], "one service"
        ),
        (
            #""Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*""#,
            [#"misplaced-element "Principal""#], Page.validation
        ),
        (#""Effect": "Allow", "Action": "s3:GetObject""#, [#"missing-element "Allow""#], Page.validation),
        (#""Effect": "Allow", "Action": "ec2:DescribeFoo", "Resource": "*""#, [], "no table of that service"),
    ]

    @Test(arguments: identities) func identityPolicies(_ statement: String, _ findings: [String], _ source: String)
        throws
    {
        #expect(try Self.found(statements(statement), .identity) == findings, "\(source)")
    }

    @Test func suggestions() throws {
        let text = statements(
            #""Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": ["s3:GetObjcet", "s3:GetObject"], "Resource": "arn:aws:s3:::b/*", "Condition": {"StringEqual": {"aws:PrincipalOrgIDs": "x"}}"#
        )
        let help = try policy(text).findings(for: .resource(.bucket("b", account: owner))).compactMap(\.help)
        #expect(help.contains("did you mean `s3:GetObject`?"))
        #expect(help.contains("did you mean `StringEquals`?"))
        #expect(help.contains("did you mean `aws:PrincipalOrgID`?"))
    }

    @Test func variablesOfTheOldVersionAreText() throws {
        let text = statements(
            #""Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/${aws:username}/*", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "${aws:ResourceOrgID}"}}"#,
            version: "2008-10-17")
        let read = try policy(text)
        #expect(read.findings(for: .resource(.bucket("b", account: owner))).count { $0.kind == .literalVariable } == 2)
        #expect(words(try read.bucketReach().verdict(.read)) == "organization ${aws:ResourceOrgID}")
    }
}
