import AccessPolicies
import SeededRandom
import Testing

/// What single requests of strangers come to, against what policies give to everybody.
struct StrangerTests {
    private static let target = Target.bucket("b", account: "111122223333")
    private static let strangers: [Request.Requester] = [.anonymous, .stranger]
    /// One of which no policy here speaks; what is open to everybody may be so to services alone.
    private static let service = Request.Requester.service("sns.amazonaws.com")
    private static let actions = [
        "s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket", "s3:PutBucketPolicy",
    ]

    @Test("what no stranger is given, none is allowed, and the reverse", arguments: 0..<16)
    func agree(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<250 {
            let text = NaivePolicy(using: &random).text
            let policy = try policy(text)
            let reach = try #require(policy.reach(of: Self.target))
            for action in Self.actions {
                let outcomes = try outcomes(policy, action, Self.strangers)
                switch reach.verdict(onAction: action) {
                // What is open may be less than that: `IfExists` of a key that every request has counts as no limit, and
                // denials are not added up.
                case .open where text.contains("BoolIfExists") || text.split(separator: "\"Deny\"").count > 2: break
                case .open:
                    let outcomes = try outcomes + self.outcomes(policy, action, [Self.service])
                    #expect(outcomes.contains { $0 != .denied && $0 != .implicitlyDenied }, "\(action) \(text)")
                case .limited, .closed: #expect(!outcomes.contains(.allowed), "\(action) \(text)")
                }
            }
        }
    }

    /// Of all strangers, on every kind of thing that the policy tells apart.
    private func outcomes(
        _ policy: Policy, _ action: String, _ requesters: [Request.Requester]
    ) throws -> [Decision.Outcome] {
        let part = Self.target.parts[try ActionName(action, on: Self.target).part]
        return requesters.flatMap { requester -> [Decision.Outcome] in
            // Nobody says more than "not known" where a policy tells too many sets apart.
            guard let samples = policy.samples(of: part, Request(requester, action, on: part.arn)) else {
                return [.undecided]
            }
            return samples.map { policy.decide(Request(requester, action, on: $0.arn)).outcome }
        }
    }

    @Test(
        "samples stand for the sets that a policy tells apart",
        arguments: [
            (["arn:aws:s3:::b/*"], []),
            (["*", "arn:aws:s3:::*", "arn:*"], []),
            (["arn:aws:s3:::b/x"], ["arn:aws:s3:::b/x"]),
            (["arn:aws:s3:::b/pub/*"], ["arn:aws:s3:::b/pub/?*"]),
            (["arn:aws:s3:::*.html"], ["arn:aws:s3:::b/?*.html"]),
            // A `*` that goes beyond the bucket's name takes what it can.
            (["arn:aws:s3:::*/secret"], ["arn:aws:s3:::b/?*/secret"]),
            (["arn:aws:s3:::b*x"], ["arn:aws:s3:::b/?*x"]),
            (["arn:aws:s3:::?/a?c"], ["arn:aws:s3:::b/a?*c"]),
            // Other buckets, and the bucket itself.
            (["arn:aws:s3:::c/*", "arn:aws:s3:::b", "arn:aws:sqs:::b/*"], []),
            // `${*}` is an asterisk; a variable that nobody knows may be anything.
            (["arn:aws:s3:::b/${aws:username}/*"], ["arn:aws:s3:::b/?*/?*"]),
        ] as [([String], [String])])
    func samples(values: [String], patterns: [String]) throws {
        let list = values.map { "\"\($0)\"" }.joined(separator: ", ")
        let policy = try policy(
            "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", "
                + "\"Action\": \"s3:GetObject\", \"Resource\": [\(list)]}}")
        let part = Self.target.parts[1]
        let found = try #require(policy.samples(of: part, Request(.anonymous, "s3:GetObject", on: part.arn)))
        #expect(found.count == patterns.count + 1 && found[0].pattern == nil)
        for (sample, pattern) in zip(found.dropFirst(), patterns) {
            #expect(NaivePolicy.glob(pattern, sample.arn), "\(sample.arn)")
        }
    }

    @Test("what one denial spares is asked about with every other set")
    func spared() throws {
        let policy = try policy(
            statements(
                #""Effect": "Allow", "Principal": "*", "Action": "s3:Get*", "Resource": "arn:aws:s3:::b/sec/*""#,
                #""Effect": "Deny", "Principal": "*", "Action": "s3:Get*", "NotResource": ["arn:aws:s3:::b/*/x", "arn:aws:s3:::b/a"]"#
            ))
        let part = Self.target.parts[1]
        let samples = try #require(policy.samples(of: part, Request(.anonymous, "s3:GetObject", on: part.arn)))
        let outcomes = samples.map { policy.decide(Request(.anonymous, "s3:GetObject", on: $0.arn)).outcome }
        #expect(
            samples.map(\.pattern) == [
                nil, "arn:aws:s3:::b/sec/*", "arn:aws:s3:::b/*/x", "arn:aws:s3:::b/a",
                "arn:aws:s3:::b/sec/* in arn:aws:s3:::b/*/x",
            ])
        #expect(outcomes == [.denied, .denied, .implicitlyDenied, .implicitlyDenied, .allowed])
    }

    @Test("more sets than anybody reads of are not asked about")
    func manySamples() throws {
        let list = (0...Policy.sampleLimit).map { "\"arn:aws:s3:::b/\($0)\"" }.joined(separator: ", ")
        let policy = try policy(
            "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\": [\(list)]}}"
        )
        #expect(policy.samples(of: Self.target.parts[1], Request(.anonymous, "s3:GetObject", on: "*")) == nil)
    }

    // MARK: Who asks

    @Test(
        "strangers and accounts of which no identity is named",
        arguments: [
            // A stranger has an account, an organisation and roles that no policy names.
            (.stranger, "{\"AWS\": \"*\"}", "", .allowed),
            (.stranger, "{\"AWS\": \"444455556666\"}", "", .implicitlyDenied),
            (.stranger, "\"*\"", #""StringEquals": {"aws:PrincipalOrgID": "o-1"}"#, .implicitlyDenied),
            (.stranger, "\"*\"", #""StringLike": {"aws:PrincipalOrgID": "o-*"}"#, .undecided),
            (.stranger, "\"*\"", #""StringNotEquals": {"aws:PrincipalAccount": "444455556666"}"#, .allowed),
            (.stranger, "\"*\"", #""StringEqualsIfExists": {"aws:PrincipalOrgID": "o-1"}"#, .undecided),
            (.stranger, "\"*\"", #""Null": {"aws:PrincipalOrgID": "true"}"#, .undecided),
            (
                .stranger, "\"*\"", #""ArnLike": {"aws:PrincipalArn": "arn:aws:iam::444455556666:role/*"}"#,
                .implicitlyDenied
            ),
            (.stranger, "\"*\"", #""ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/admin"}"#, .undecided),
            (.stranger, "\"*\"", #""StringEquals": {"aws:PrincipalOrgID": "${aws:ResourceOrgID}"}"#, .implicitlyDenied),
            (.stranger, "\"*\"", #""StringEquals": {"aws:SourceAccount": "444455556666"}"#, .implicitlyDenied),
            (.stranger, "\"*\"", #""Bool": {"aws:PrincipalIsAWSService": "false"}"#, .allowed),
            // Of an account it is not known which identity asks.
            (.account("444455556666"), "{\"AWS\": \"444455556666\"}", "", .allowed),
            (.account("444455556666"), "{\"AWS\": \"arn:aws:iam::444455556666:user/alice\"}", "", .undecided),
            (.account("444455556666"), "{\"AWS\": \"arn:aws:iam::777788889999:user/alice\"}", "", .implicitlyDenied),
            (.account("444455556666"), "\"*\"", #""StringEquals": {"aws:PrincipalAccount": "444455556666"}"#, .allowed),
            (.account("444455556666"), "\"*\"", #""StringEquals": {"aws:PrincipalOrgID": "o-1"}"#, .undecided),
            // An account may be the canonical user by its other name.
            (.account("444455556666"), "{\"CanonicalUser\": \"79a5\"}", "", .undecided),
            (.canonicalUser("79a5"), "{\"AWS\": \"444455556666\"}", "", .undecided),
            (.canonicalUser("79a5"), "{\"CanonicalUser\": \"79a5\"}", "", .allowed),
        ] as [(Request.Requester, String, String, Decision.Outcome)])
    func decides(requester: Request.Requester, principal: String, condition: String, outcome: Decision.Outcome) throws {
        let statement = RequestTableTests.allow("\"Principal\": \(principal)", condition)
        let policy = try policy("{\"Version\": \"2012-10-17\", \"Statement\": {\(statement)}}")
        #expect(policy.decide(Request(requester, "s3:GetObject", on: "arn:aws:s3:::b/x")).outcome == outcome)
    }

    @Test("a denial for one identity may be one for its account's")
    func perhapsDenied() throws {
        let policy = try policy(
            statements(
                RequestTableTests.allow("\"Principal\": {\"AWS\": \"444455556666\"}"),
                RequestTableTests.deny("\"Principal\": {\"AWS\": \"arn:aws:iam::444455556666:user/eve\"}")))
        let decision = policy.decide(Request(.account("444455556666"), "s3:GetObject", on: "arn:aws:s3:::b/x"))
        #expect(decision.outcome == .undecided && decision.missingKeys == ["aws:principalarn"])
    }
}
