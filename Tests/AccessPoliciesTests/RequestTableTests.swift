import AccessPolicies
import Testing

/// One request under one policy, and under several.
struct RequestTableTests {
    typealias Requester = Request.Requester

    struct Row: Sendable, CustomStringConvertible {
        let statements: [String]
        let requester: Requester
        let context: [String: [String]]
        let outcome: Decision.Outcome
        let source: String
        init(
            _ statements: String..., by requester: Requester, _ context: [String: [String]] = [:],
            is outcome: Decision.Outcome, _ source: String
        ) {
            (self.statements, self.requester, self.context) = (statements, requester, context)
            (self.outcome, self.source) = (outcome, source)
        }
        var description: String { statements.joined(separator: " ") }
        var policy: String {
            "{\"Version\": \"2012-10-17\", \"Statement\": [\(statements.map { "{\($0)}" }.joined(separator: ","))]}"
        }
    }

    static let alice = Requester.identity(arn: "arn:aws:iam::444455556666:user/alice")
    static let session = Requester.identity(arn: "arn:aws:sts::444455556666:assumed-role/app/s1")
    static func allow(_ principal: String, _ condition: String = "") -> String {
        #""Effect": "Allow", \#(principal), "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": {\#(condition)}"#
    }
    static func deny(_ principal: String, _ condition: String = "") -> String {
        #""Effect": "Deny", \#(principal), "Action": "s3:*", "Resource": "*", "Condition": {\#(condition)}"#
    }
    static let everyone = #""Principal": "*""#

    static let rows: [Row] = [
        Row(by: alice, is: .implicitlyDenied, Page.logic),
        Row(allow(everyone), by: .anonymous, is: .allowed, Page.principal),
        Row(allow(everyone), by: alice, is: .allowed, Page.principal),
        Row(allow(everyone), deny(everyone), by: alice, is: .denied, Page.interplay),
        Row(deny(everyone), allow(everyone), by: alice, is: .denied, "the order does not count"),
        Row(allow(#""Principal": {"AWS": "444455556666"}"#), by: alice, is: .allowed, Page.principal),
        Row(allow(#""Principal": {"AWS": "444455556666"}"#), by: .anonymous, is: .implicitlyDenied, Page.principal),
        Row(allow(#""Principal": {"AWS": "777788889999"}"#), by: alice, is: .implicitlyDenied, Page.principal),
        Row(
            allow(#""Principal": {"AWS": "arn:aws:iam::444455556666:user/alice"}"#), by: alice, is: .allowed,
            Page.principal),
        Row(
            allow(#""Principal": {"AWS": "arn:aws:iam::444455556666:user/bob"}"#), by: alice, is: .implicitlyDenied,
            Page.principal),
        Row(
            allow(#""Principal": {"AWS": "arn:aws:iam::444455556666:role/app"}"#), by: session, is: .allowed,
            "sessions of the role"),
        Row(
            allow(#""Principal": {"AWS": "arn:aws:iam::444455556666:role/team/app"}"#), by: session, is: .allowed,
            "a session does not tell the path"),
        Row(
            allow(#""Principal": {"AWS": "arn:aws:iam::444455556666:role/other"}"#), by: session, is: .implicitlyDenied,
            Page.principal),
        Row(
            allow(#""Principal": {"AWS": "arn:aws:sts::444455556666:assumed-role/app/s1"}"#), by: session, is: .allowed,
            Page.principal),
        Row(
            allow(#""Principal": {"AWS": "arn:aws:sts::444455556666:assumed-role/app/s2"}"#), by: session,
            is: .implicitlyDenied, Page.principal),
        Row(
            allow(#""Principal": {"Service": "logs.amazonaws.com"}"#), by: .service("logs.amazonaws.com"), is: .allowed,
            Page.principal),
        Row(
            allow(#""Principal": {"Service": "logs.amazonaws.com"}"#), by: .service("sns.amazonaws.com"),
            is: .implicitlyDenied, Page.principal),
        Row(
            allow(#""Principal": {"AWS": "arn:aws:iam::444455556666:user/a*"}"#), by: alice, is: .undecided,
            "no wildcard is allowed within a name: \(Page.principal)"),
        Row(
            allow(everyone), deny(#""Principal": {"Federated": "*"}"#), by: alice, is: .undecided,
            "no wildcard is allowed as a name: \(Page.principal)"),
        Row(
            allow(#""Principal": {"AWS": "AIDACKCEVSQ6C2EXAMPLE"}"#), by: alice, is: .implicitlyDenied, "a deleted user"
        ),
        Row(
            allow(everyone), deny(#""NotPrincipal": {"AWS": "arn:aws:iam::444455556666:user/alice"}"#), by: alice,
            is: .allowed, Page.notPrincipal),
        Row(
            allow(everyone), deny(#""NotPrincipal": {"AWS": "arn:aws:iam::444455556666:user/bob"}"#), by: alice,
            is: .denied, Page.notPrincipal),
        // Conditions
        Row(
            allow(everyone, #""Bool": {"aws:SecureTransport": "true"}"#), by: alice, ["aws:SecureTransport": ["true"]],
            is: .allowed, Page.operators),
        Row(
            allow(everyone, #""Bool": {"aws:SecureTransport": "true"}"#), by: alice, ["aws:SecureTransport": ["false"]],
            is: .implicitlyDenied, Page.operators),
        Row(
            allow(everyone, #""Bool": {"aws:SecureTransport": "true"}"#), by: alice, is: .undecided,
            "nothing says how the request came"),
        Row(
            allow(everyone), deny(everyone, #""Bool": {"aws:SecureTransport": "false"}"#), by: alice,
            ["aws:securetransport": ["false"]], is: .denied, "keys have no case"),
        Row(
            allow(everyone), deny(everyone, #""Bool": {"aws:SecureTransport": "false"}"#), by: alice,
            ["aws:SecureTransport": ["true"]], is: .allowed, Page.operators),
        Row(
            allow(everyone), deny(everyone, #""Bool": {"aws:SecureTransport": "false"}"#), by: alice, is: .undecided,
            "nothing says how the request came"),
        Row(
            deny(everyone, #""Bool": {"aws:SecureTransport": "false"}"#), by: alice, is: .implicitlyDenied,
            "nothing allows it anyway"),
        Row(
            allow(everyone, #""StringEquals": {"aws:PrincipalAccount": "444455556666"}"#), by: alice, is: .allowed,
            "the ARN tells the account"),
        Row(
            allow(everyone, #""StringEquals": {"aws:PrincipalAccount": "444455556666"}"#), by: .anonymous,
            is: .implicitlyDenied, "anonymous requests have no account"),
        Row(
            allow(everyone, #""ArnLike": {"aws:PrincipalArn": "arn:aws:iam::444455556666:role/a*"}"#), by: session,
            is: .allowed, "the key is the role's ARN: \(Page.keys)"),
        Row(
            allow(everyone, #""StringNotEquals": {"aws:PrincipalAccount": "444455556666"}"#), by: .anonymous,
            is: .allowed, "negated operators are true without the key: \(Page.operators)"),
        Row(
            allow(everyone, #""StringNotEquals": {"aws:PrincipalAccount": ["444455556666", "777788889999"]}"#),
            by: alice, is: .implicitlyDenied, "none of the values may match: \(Page.operators)"),
        Row(
            allow(everyone, #""StringEqualsIfExists": {"aws:PrincipalOrgID": "o-1"}"#), by: .anonymous, is: .allowed,
            Page.operators),
        Row(
            allow(everyone, #""StringEquals": {"aws:PrincipalOrgID": "o-1"}"#), by: alice,
            ["aws:PrincipalOrgID": ["o-1"]], is: .allowed, Page.operators),
        Row(
            allow(everyone, #""StringEquals": {"aws:PrincipalOrgID": "o-1"}"#), by: alice, ["aws:PrincipalOrgID": []],
            is: .implicitlyDenied, "an empty list: the key is missing"),
        Row(
            allow(everyone, #""StringLike": {"s3:prefix": "home/*"}"#), by: alice, ["s3:prefix": ["home/x"]],
            is: .allowed, Page.operators),
        Row(
            allow(everyone, #""StringLike": {"s3:prefix": "home/*"}"#), by: alice, ["s3:prefix": ["Home/x"]],
            is: .implicitlyDenied, "StringLike has case: \(Page.operators)"),
        Row(
            allow(everyone, #""StringEqualsIgnoreCase": {"aws:PrincipalTag/team": "BLUE"}"#), by: alice,
            ["aws:PrincipalTag/team": ["blue"]], is: .allowed, Page.operators),
        Row(
            allow(everyone, #""StringEquals": {"aws:PrincipalTag/team": "b*"}"#), by: alice,
            ["aws:PrincipalTag/team": ["blue"]], is: .implicitlyDenied, "StringEquals has no wildcards"),
        Row(
            allow(everyone, #""IpAddress": {"aws:SourceIp": "192.0.2.0/24"}"#), by: alice,
            ["aws:SourceIp": ["192.0.2.77"]], is: .allowed, Page.operators),
        Row(
            allow(
                everyone,
                #""IpAddress": {"aws:SourceIp": "192.0.2.0/24"}, "NotIpAddress": {"aws:SourceIp": "192.0.2.77/32"}"#),
            by: alice, ["aws:SourceIp": ["192.0.2.77"]], is: .implicitlyDenied, Page.examples),
        Row(
            allow(everyone, #""IpAddress": {"aws:SourceIp": "2001:db8::/32"}"#), by: alice,
            ["aws:SourceIp": ["2001:db8:1::7"]], is: .allowed, Page.operators),
        Row(
            allow(everyone, #""NumericLessThanEquals": {"s3:max-keys": "10"}"#), by: alice, ["s3:max-keys": ["10"]],
            is: .allowed, Page.operators),
        Row(
            allow(everyone, #""NumericLessThan": {"s3:max-keys": "10"}"#), by: alice, ["s3:max-keys": ["10"]],
            is: .implicitlyDenied, Page.operators),
        Row(
            allow(everyone, #""NumericGreaterThan": {"s3:max-keys": "9"}"#), by: alice, ["s3:max-keys": ["10"]],
            is: .allowed, "numbers, not text"),
        Row(
            allow(everyone, #""DateLessThan": {"aws:CurrentTime": "2026-01-01T00:00:00Z"}"#), by: alice,
            ["aws:CurrentTime": ["2025-12-31T23:59:59Z"]], is: .allowed, Page.operators),
        Row(
            allow(everyone, #""DateLessThan": {"aws:CurrentTime": "2026-01-01T00:00:00Z"}"#), by: alice,
            ["aws:CurrentTime": ["2026-01-01T00:30:00+01:00"]], is: .allowed, "in UTC it is still 2025"),
        Row(
            allow(everyone, #""DateGreaterThan": {"aws:EpochTime": "1700000000"}"#), by: alice,
            ["aws:EpochTime": ["2023-11-14T22:13:21Z"]], is: .allowed, "seconds and dates are the same"),
        Row(
            allow(everyone, #""Null": {"aws:MultiFactorAuthAge": "true"}"#), by: alice, ["aws:MultiFactorAuthAge": []],
            is: .allowed, Page.operators),
        Row(
            allow(everyone, #""Null": {"aws:MultiFactorAuthAge": "false"}"#), by: alice,
            ["aws:MultiFactorAuthAge": ["5"]], is: .allowed, Page.operators),
        Row(
            allow(everyone, #""ForAllValues:StringEquals": {"aws:TagKeys": ["a", "b"]}"#), by: alice,
            ["aws:TagKeys": ["a"]], is: .allowed, Page.severalValues),
        Row(
            allow(everyone, #""ForAllValues:StringEquals": {"aws:TagKeys": ["a", "b"]}"#), by: alice,
            ["aws:TagKeys": ["a", "c"]], is: .implicitlyDenied, Page.severalValues),
        Row(
            allow(everyone, #""ForAllValues:StringEquals": {"aws:TagKeys": ["a", "b"]}"#), by: alice,
            ["aws:TagKeys": []], is: .allowed, Page.severalValues),
        Row(
            allow(everyone, #""ForAnyValue:StringEquals": {"aws:TagKeys": ["a", "b"]}"#), by: alice,
            ["aws:TagKeys": ["c", "b"]], is: .allowed, Page.severalValues),
        Row(
            allow(everyone, #""ForAnyValue:StringEquals": {"aws:TagKeys": ["a", "b"]}"#), by: alice,
            ["aws:TagKeys": []], is: .implicitlyDenied, Page.severalValues),
        Row(
            allow(everyone, #""ForAnyValue:StringNotEquals": {"aws:TagKeys": ["a"]}"#), by: alice,
            ["aws:TagKeys": ["a", "b"]], is: .allowed, Page.severalValues),
        Row(
            allow(everyone, #""ArnLike": {"aws:SourceArn": "arn:aws:sns:*:444455556666:*"}"#),
            by: .service("sns.amazonaws.com"), ["aws:SourceArn": ["arn:aws:sns:eu-west-1:444455556666:t"]],
            is: .allowed, Page.operators),
        Row(
            allow(everyone, #""ArnEquals": {"aws:SourceArn": "arn:aws:sns:*:t"}"#), by: .service("sns.amazonaws.com"),
            ["aws:SourceArn": ["arn:aws:sns:eu-west-1:444455556666:t"]], is: .implicitlyDenied,
            "a `*` stays within its part of an ARN: \(Page.operators)"),
        Row(
            allow(everyone, #""StringLike": {"aws:SourceArn": "arn:aws:sns:*:t"}"#), by: .service("sns.amazonaws.com"),
            ["aws:SourceArn": ["arn:aws:sns:eu-west-1:444455556666:t"]], is: .allowed,
            "as text it does not: \(Page.operators)"),
        Row(allow(everyone, #""StringEquals": {"acme:Key": "1"}"#), by: alice, is: .undecided, "nobody knows the key"),
        Row(
            allow(everyone, #""StringMatches": {"aws:PrincipalAccount": "1"}"#), by: alice, is: .undecided,
            "nobody knows the operator"),
        Row(
            allow(
                everyone,
                #""StringEquals": {"aws:PrincipalAccount": "1"}, "StringMatches": {"aws:PrincipalAccount": "1"}"#),
            by: alice, is: .implicitlyDenied, "one of the conditions is false for sure"),
        // Variables
        Row(
            #""Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/${aws:username}/*""#,
            by: alice, is: .allowed, Page.variables),
        Row(
            #""Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/${aws:username}/*""#,
            by: session, is: .implicitlyDenied, "roles have no user name: \(Page.variables)"),
        Row(
            #""Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/${aws:username, 'alice'}/*""#,
            by: session, is: .allowed, Page.variables),
        Row(
            #""Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/${aws:PrincipalTag/dir}/*""#,
            by: alice, is: .undecided, Page.variables),
        Row(
            #""Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/${aws:PrincipalTag/dir}/*""#,
            by: alice, ["aws:PrincipalTag/dir": ["*"]], is: .implicitlyDenied, "the value of a variable is no pattern"),
        Row(
            #""Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/${*}/*""#,
            by: alice, is: .implicitlyDenied, "an asterisk and nothing else: \(Page.variables)"),
        Row(
            #""Effect": "Allow", "Principal": "*", "Action": "s3:Get*", "Resource": "arn:aws:s3:::b/al?ce/*""#,
            by: alice, is: .allowed, Page.resource),
        Row(
            #""Effect": "Allow", "Principal": "*", "NotAction": "s3:Put*", "Resource": "*""#, by: alice, is: .allowed,
            Page.notAction),
        Row(
            #""Effect": "Allow", "Principal": "*", "NotAction": "s3:get*", "Resource": "*""#, by: alice,
            is: .implicitlyDenied, Page.notAction),
        Row(
            #""Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::b/bob/*""#,
            by: alice, is: .allowed, Page.notResource),
    ]

    @Test(arguments: rows) func decides(_ row: Row) throws {
        let request = Request(row.requester, "s3:GetObject", on: "arn:aws:s3:::b/alice/x", context: row.context)
        #expect(try policy(row.policy).decide(request).outcome == row.outcome, "\(row.source)")
    }

    @Test func undecidedNamesKeysAndStatements() throws {
        let text = statements(
            Self.allow(Self.everyone), Self.deny(Self.everyone, #""StringNotEquals": {"aws:SourceVpce": "vpce-1"}"#))
        let decision = try policy(text).decide(Request(.anonymous, "s3:GetObject", on: "arn:aws:s3:::b/x"))
        #expect(decision.outcome == .undecided)
        #expect(decision.missingKeys == ["aws:sourcevpce"])
        #expect(decision.deciding.map(\.statement) == [0, 1])
        let complete = Request(.anonymous, "s3:GetObject", on: "arn:aws:s3:::b/x", isComplete: true)
        let denied = try policy(text).decide(complete)
        #expect(denied.outcome == .denied)
        #expect(denied.deciding.map(\.statement) == [1])
    }

    /// Sources: the pages on evaluation within an account and across accounts.
    @Test func policiesOfResourceAndIdentity() throws {
        let readable = try policy(
            statements(Self.allow(#""Principal": {"AWS": "arn:aws:iam::444455556666:user/alice"}"#)))
        let delegating = try policy(statements(Self.allow(#""Principal": {"AWS": "444455556666"}"#)))
        let mine = try policy(statements(#""Effect": "Allow", "Action": "s3:Get*", "Resource": "*""#))
        let never = try policy(statements(#""Effect": "Deny", "Action": "*", "Resource": "*""#))
        let request = Request(Self.alice, "s3:GetObject", on: "arn:aws:s3:::b/x")
        func outcome(_ resource: Policy?, _ identity: [Policy]?, _ owner: String?) -> Decision.Outcome {
            Authorization.decide(request, resource: resource, identity: identity, owner: owner).outcome
        }
        let (own, other) = ("444455556666", "111122223333")
        #expect(outcome(readable, [], own) == .allowed)
        #expect(outcome(nil, [mine], own) == .allowed)
        #expect(outcome(nil, [], own) == .implicitlyDenied)
        #expect(outcome(delegating, [], own) == .implicitlyDenied)
        #expect(outcome(delegating, [mine], own) == .allowed)
        #expect(outcome(readable, [never], own) == .denied)
        #expect(outcome(readable, [], other) == .implicitlyDenied)
        #expect(outcome(nil, [mine], other) == .implicitlyDenied)
        #expect(outcome(readable, [mine], other) == .allowed)
        #expect(outcome(delegating, [mine], other) == .allowed)
        #expect(outcome(readable, nil, other) == .undecided)
        #expect(outcome(readable, nil, own) == .allowed)
        #expect(outcome(nil, nil, own) == .undecided)
        #expect(outcome(readable, [mine], nil) == .undecided)
    }
}
