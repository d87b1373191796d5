import ResourcePolicies
import Testing

@testable import BucketAccess
import SeededRandom

/// What must not matter: the order of statements and grants, the number of threads, how often a policy stands there.
struct InvarianceTests {
    static let statements = [
        "{Effect: Allow, Principal: \"*\", Action: \"s3:GetObject\", Resource: \"arn:aws:s3:::*/*\"}",
        "{Effect: Allow, Principal: {AWS: \"999988887777\"}, Action: \"s3:*\", Resource: \"*\"}",
        "{Effect: Deny, Principal: \"*\", Action: \"s3:PutBucketPolicy\", Resource: \"*\"}",
        "{Effect: Deny, Principal: \"*\", Action: \"s3:*\", Resource: \"*\", Condition: {Bool: {\"aws:SecureTransport\": \"false\"}}}",
        "{Effect: Allow, Principal: \"*\", NotAction: \"s3:Get*\", Resource: \"*\", Condition: {StringEquals: {\"aws:SourceVpce\": vpce-1}}}",
    ]
    static let grants = [
        "{grantee: me, permission: full_control}", "{grantee: all-users, permission: read}",
        "{grantee: log-delivery, permission: write}", "{grantee: you, permission: read_acp}",
    ]

    static func bucket(_ name: String, _ statements: [String], _ grants: [String]) -> String {
        """
          - name: \(name)
            owner: me
            ownership: object_writer
            acl: {grants: [\(grants.joined(separator: ", "))]}
            policy: {Version: "2012-10-17", Statement: [\(statements.joined(separator: ", "))]}

        """
    }

    @Test("the order of statements and grants")
    func permutations() throws {
        var generator = SeededGenerator(seed: 5)
        let text = (0..<24).map {
            Self.bucket(
                "b\($0)", Self.statements.shuffled(using: &generator), Self.grants.shuffled(using: &generator))
        }.joined()
        let buckets = try Buckets("buckets:\n" + text)
        let first = try buckets.facts(of: "b0")
        #expect(first.contains("read_access public") && first.contains("policy_denies_plain_http true"), "\(first)")
        for number in 1..<24 { #expect(try buckets.facts(of: "b\(number)") == first) }
    }

    @Test("the number of threads", arguments: [2, 8])
    func jobs(jobs: Int) throws {
        var generator = SeededGenerator(seed: 9)
        var text = "buckets:\n"
        for number in 0..<400 {
            let some = Self.statements.filter { _ in generator.once(in: 2) }
            text += Self.bucket("b\(number)", some.isEmpty ? [Self.statements[0]] : some, Self.grants)
        }
        let (one, many) = (try Buckets(text), try Buckets(text, jobs: jobs))
        for number in stride(from: 0, to: 400, by: 3) {
            #expect(try one.facts(of: "b\(number)") == many.facts(of: "b\(number)"))
        }
    }

    @Test("equal policies are read once, and evaluated once a bucket's name")
    func once() throws {
        let text = (0..<50).map { Self.bucket("b\($0)", Self.statements, []) }.joined()
        let counts = try Buckets("buckets:\n" + text).model.policies.counts
        #expect(counts.read == 1 && counts.evaluated == 50)
        let twice = "buckets:\n" + Self.bucket("b", Self.statements, []) + "  - {name: c, policy: null}\n"
        #expect(try Buckets(twice).model.policies.counts.evaluated == 1)
    }
}
