import AccessPolicies
import Testing

/// Who can read under `Allow … s3:GetObject b/*`, by the `Principal` or `NotPrincipal` of the statement.
struct PrincipalTableTests {
    struct Row: Sendable, CustomStringConvertible {
        let element: String
        let reader: String
        let source: String
        init(_ element: String, _ reader: String, _ source: String) {
            (self.element, self.reader, self.source) = (element, reader, source)
        }
        var description: String { element }
        var policy: String {
            statements(#""Effect": "Allow", \#(element), "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*""#)
        }
    }

    static let allow: [Row] = [
        Row(#""Principal": "*""#, "open", Page.principal),
        Row(#""Principal": {"AWS": "*"}"#, "open", "the same as `*` in a resource's policy: \(Page.principal)"),
        Row(#""Principal": {"AWS": ["*"]}"#, "open", Page.principal),
        Row(#""Principal": {"AWS": ["arn:aws:iam::444455556666:root", "*"]}"#, "open", "any of them"),
        Row(#""Principal": {"AWS": "444455556666"}"#, "account 444455556666", Page.principal),
        Row(#""Principal": {"AWS": "arn:aws:iam::444455556666:root"}"#, "account 444455556666", Page.principal),
        Row(
            #""Principal": {"AWS": ["444455556666", "arn:aws:iam::444455556666:root"]}"#, "account 444455556666",
            "two spellings of one"),
        Row(#""Principal": {"AWS": "111122223333"}"#, "closed", "the owner's account"),
        Row(#""Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}"#, "closed", "the owner's account"),
        Row(
            #""Principal": {"AWS": ["111122223333", "444455556666"]}"#, "account 111122223333 or account 444455556666",
            Page.principal),
        Row(
            #""Principal": {"AWS": "arn:aws:iam::444455556666:user/alice"}"#, "arn:aws:iam::444455556666:user/alice",
            Page.principal),
        Row(
            #""Principal": {"AWS": "arn:aws:iam::444455556666:role/team/app"}"#,
            "arn:aws:iam::444455556666:role/team/app", Page.principal),
        Row(
            #""Principal": {"AWS": ["arn:aws:iam::444455556666:role/app", "444455556666"]}"#, "account 444455556666",
            "the role is in the account"),
        Row(
            #""Principal": {"AWS": "arn:aws:sts::444455556666:assumed-role/app/session"}"#,
            "arn:aws:sts::444455556666:assumed-role/app/session", Page.principal),
        Row(
            #""Principal": {"AWS": "arn:aws:sts::444455556666:federated-user/bob"}"#,
            "arn:aws:sts::444455556666:federated-user/bob", Page.principal),
        Row(#""Principal": {"AWS": "arn:aws-cn:iam::444455556666:root"}"#, "account 444455556666", "another partition"),
        Row(#""Principal": {"AWS": "AIDACKCEVSQ6C2EXAMPLE"}"#, "closed", "a deleted user: \(Page.principal)"),
        Row(
            #""Principal": {"AWS": ["AROADBQP57FF2AEXAMPLE", "444455556666"]}"#, "account 444455556666",
            "a deleted role adds nobody"),
        Row(
            #""Principal": {"AWS": "arn:aws:iam::*:root"}"#, "open",
            "no wildcard is allowed; if it were, it would name everybody"),
        Row(
            #""Principal": {"AWS": "arn:aws:iam::444455556666:role/*"}"#, "arn:aws:iam::444455556666:role/*",
            "no wildcard is allowed; the account is named all the same"),
        Row(#""Principal": {"AWS": "alice"}"#, "closed", "AWS refuses it; a finding says so"),
        Row(
            #""Principal": {"AWS": "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E2EXAMPLE"}"#,
            "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E2EXAMPLE", Page.oac),
        Row(
            #""Principal": {"Service": "cloudtrail.amazonaws.com"}"#, "service cloudtrail.amazonaws.com", Page.principal
        ),
        Row(
            #""Principal": {"Service": ["logs.amazonaws.com", "config.amazonaws.com"]}"#,
            "service config.amazonaws.com or service logs.amazonaws.com", Page.principal),
        Row(#""Principal": {"Service": "*"}"#, "any AWS service", "every service, for whomever"),
        Row(#""Principal": {"Service": "cloudtrail.amazonaws.com", "AWS": "*"}"#, "open", "any of them"),
        Row(#""Principal": {"Federated": "accounts.google.com"}"#, "identities of accounts.google.com", Page.principal),
        Row(#""Principal": {"Federated": "*"}"#, "open", "anybody who can log in anywhere"),
        Row(
            #""Principal": {"CanonicalUser": "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"}"#,
            "canonical user 79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be", Page.principal),
        Row(
            #""Principal": {"AWS": "444455556666", "Service": "logs.amazonaws.com"}"#,
            "account 444455556666 or service logs.amazonaws.com", Page.principal),
        Row(#""NotPrincipal": {"AWS": "444455556666"}"#, "open", Page.notPrincipal),
        Row(#""NotPrincipal": {"AWS": "111122223333"}"#, "open", Page.notPrincipal),
    ]

    @Test(arguments: allow) func allowed(_ row: Row) throws {
        #expect(words(try policy(row.policy).bucketReach().verdict(.read)) == row.reader, "\(row.source)")
    }

    /// `allowed`: to whom an unconditional Allow is given; `denied`: the principal of an unconditional Deny.
    struct Pair: Sendable, CustomStringConvertible {
        let allowed, denied, reader, source: String
        init(_ allowed: String, _ denied: String, _ reader: String, _ source: String) {
            (self.allowed, self.denied, self.reader, self.source) = (allowed, denied, reader, source)
        }
        var description: String { "\(allowed) \(denied)" }
        var policy: String {
            statements(
                #""Effect": "Allow", \#(allowed), "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*""#,
                #""Effect": "Deny", \#(denied), "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*""#)
        }
    }

    static let pairs: [Pair] = [
        Pair(#""Principal": "*""#, #""Principal": "*""#, "closed", Page.interplay),
        Pair(#""Principal": "*""#, #""Principal": {"AWS": "*"}"#, "closed", Page.interplay),
        Pair(#""Principal": "*""#, #""Principal": {"AWS": "444455556666"}"#, "open", "all others remain"),
        Pair(#""Principal": "*""#, #""Principal": {"AWS": ["444455556666", "*"]}"#, "closed", "everybody is denied"),
        Pair(
            #""Principal": "*""#, #""NotPrincipal": {"AWS": "444455556666"}"#, "account 444455556666", Page.notPrincipal
        ),
        Pair(#""Principal": "*""#, #""NotPrincipal": {"AWS": ["111122223333"]}"#, "closed", Page.notPrincipal),
        Pair(
            #""Principal": "*""#,
            #""NotPrincipal": {"AWS": ["arn:aws:iam::111122223333:user/a", "arn:aws:iam::111122223333:root"]}"#,
            "closed", Page.notPrincipal),
        Pair(
            #""Principal": "*""#, #""NotPrincipal": {"Service": "cloudtrail.amazonaws.com"}"#,
            "service cloudtrail.amazonaws.com", Page.notPrincipal),
        Pair(#""Principal": "*""#, #""NotPrincipal": {"AWS": "*"}"#, "open", "nobody is denied"),
        Pair(
            #""Principal": {"AWS": "444455556666"}"#, #""Principal": {"AWS": "444455556666"}"#, "closed", Page.interplay
        ),
        Pair(#""Principal": {"AWS": "444455556666"}"#, #""Principal": "*""#, "closed", Page.interplay),
        Pair(
            #""Principal": {"AWS": "444455556666"}"#, #""Principal": {"AWS": "777788889999"}"#, "account 444455556666",
            "another account"),
        Pair(
            #""Principal": {"AWS": ["444455556666", "777788889999"]}"#, #""Principal": {"AWS": "777788889999"}"#,
            "account 444455556666", "one of the two"),
        Pair(
            #""Principal": {"AWS": "arn:aws:iam::444455556666:role/app"}"#, #""Principal": {"AWS": "444455556666"}"#,
            "closed", "the role is in the account"),
        Pair(
            #""Principal": {"AWS": "444455556666"}"#, #""Principal": {"AWS": "arn:aws:iam::444455556666:role/app"}"#,
            "account 444455556666", "the rest of the account"),
        Pair(
            #""Principal": {"AWS": "arn:aws:sts::444455556666:assumed-role/app/s"}"#,
            #""Principal": {"AWS": "arn:aws:iam::444455556666:role/app"}"#, "closed", "a session of the role"),
        Pair(
            #""Principal": {"AWS": "444455556666"}"#, #""NotPrincipal": {"AWS": "arn:aws:iam::444455556666:role/app"}"#,
            "arn:aws:iam::444455556666:role/app", Page.notPrincipal),
        Pair(
            #""Principal": {"AWS": "444455556666"}"#, #""NotPrincipal": {"AWS": "777788889999"}"#, "closed",
            Page.notPrincipal),
        Pair(
            #""Principal": {"Service": "logs.amazonaws.com"}"#, #""Principal": {"AWS": "*"}"#, "closed",
            "`*` is everybody in a resource's policy"),
        Pair(
            #""Principal": {"Service": ["logs.amazonaws.com", "config.amazonaws.com"]}"#,
            #""Principal": {"Service": "config.amazonaws.com"}"#, "service logs.amazonaws.com", "one of the two"),
        Pair(
            #""Principal": {"Service": "logs.amazonaws.com"}"#, #""Principal": {"Service": "*"}"#, "closed",
            "any service"),
        Pair(
            #""Principal": {"AWS": "444455556666"}"#, #""Principal": {"AWS": "AIDACKCEVSQ6C2EXAMPLE"}"#,
            "account 444455556666", "a deleted user denies nobody"),
        Pair(
            #""Principal": "*""#, #""Principal": {"AWS": "arn:aws:iam::*:root"}"#, "open",
            "AWS refuses the wildcard: it denies nobody for sure"),
        Pair(
            #""Principal": "*""#, #""NotPrincipal": {"AWS": "arn:aws:iam::*:root"}"#, "open",
            "AWS refuses the wildcard: it may spare anybody"),
        Pair(
            #""Principal": "*""#, #""Principal": {"Federated": "*"}"#, "open",
            "users and services are no federated identities"),
        Pair(
            #""NotPrincipal": "*""#, #""Principal": {"AWS": "777788889999"}"#, "closed",
            "everybody is left out of the Allow"),
    ]

    @Test(arguments: pairs) func denied(_ pair: Pair) throws {
        #expect(words(try policy(pair.policy).bucketReach().verdict(.read)) == pair.reader, "\(pair.source)")
    }

    @Test func withoutAnOwnerNobodyIsPrivate() throws {
        let text = statements(
            #""Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:*", "Resource": "*""#)
        #expect(letters(try policy(text).bucketReach(account: nil)) == "rlwpt")
        #expect(letters(try policy(text).bucketReach()) == "")
    }
}
