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

    @Test("equal policies are read once, and evaluated once where they do not name the bucket")
    func once() throws {
        let text = (0..<50).map { Self.bucket("b\($0)", Self.statements, []) }.joined()
        let counts = try Buckets("buckets:\n" + text).model.policies.counts
        #expect(counts.read == 1 && counts.evaluated == 1)
        // One that names a bucket is another matter for each: for `b0` it gives something, for the others nothing.
        let naming =
            Self.statements + [
                "{Effect: Allow, Principal: \"*\", Action: \"s3:DeleteObject\", Resource: \"arn:aws:s3:::b0/*\"}"
            ]
        let named = try Buckets("buckets:\n" + (0..<50).map { Self.bucket("b\($0)", naming, []) }.joined())
        #expect(named.model.policies.counts.read == 1 && named.model.policies.counts.evaluated == 50)
        #expect(try named.fact("write_access", of: "b0") == "public")
        #expect(try named.fact("write_access", of: "b1") != "public")
        let none = "buckets:\n" + Self.bucket("b", Self.statements, []) + "  - {name: c, policy: null}\n"
        #expect(try Buckets(none).model.policies.counts.evaluated == 1)
    }

    @Test("a policy that names no bucket comes to the same on each, and alone")
    func unnamed() throws {
        let resources = ["\"*\"", "arn:aws:s3:::*", "arn:aws:s3:::*/*", "\"arn:aws:s3:::*/public/*\""]
        var generator = SeededGenerator(seed: 21)
        for _ in 0..<40 {
            let statements = Self.statements.map { statement in
                let place = statement.firstRange(of: "Resource: ") ?? statement.startIndex..<statement.startIndex
                let rest = statement[place.upperBound...].firstIndex { $0 == "," || $0 == "}" } ?? statement.endIndex
                return statement[..<place.upperBound] + generator.pick(resources) + statement[rest...]
            }
            let some = ["b", "a.bucket-with.dots", "any"].map { Self.bucket($0, statements.map(String.init), []) }
            let together = try Buckets("buckets:\n" + some.joined())
            #expect(together.model.policies.counts.evaluated == 1)
            let alone = try Buckets("buckets:\n" + some[1])
            #expect(try together.facts(of: "a.bucket-with.dots") == alone.facts(of: "a.bucket-with.dots"))
            #expect(try together.facts(of: "b") == together.facts(of: "any"))
            // A copy that also names the bucket, where that makes no difference, is evaluated by name.
            let naming =
                statements + [
                    "{Effect: Allow, Principal: {AWS: \"111122223333\"}, Action: \"s3:*\", Resource: \"arn:aws:s3:::b/*\"}"
                ]
            let named = try Buckets("buckets:\n" + Self.bucket("b", naming.map(String.init), []))
            #expect(try named.facts(of: "b").dropLast(11) == together.facts(of: "b").dropLast(11))
        }
    }
}
