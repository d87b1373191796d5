import Diagnostics
import Inventory
import ResourcePolicies
import Testing

@testable import BucketAccess
import SeededRandom

/// Policies that differ in the name of their bucket alone are evaluated once, and come to what each comes to alone.
struct PolicyTemplateTests {
    /// Statements about bucket NAME, some of which depend on what it is called.
    static let statements = [
        "{Effect: Allow, Principal: \"*\", Action: \"s3:GetObject\", Resource: \"arn:aws:s3:::NAME/public/*\"}",
        "{Effect: Allow, Principal: {AWS: \"999988887777\"}, Action: \"s3:*\", Resource: [\"arn:aws:s3:::NAME\", 'arn:aws:s3:::NAME/*']}",
        "{Sid: Other, Effect: Allow, Principal: \"*\", Action: \"s3:PutObject\", Resource: \"arn:aws:s3:::shop-12/*\"}",
        "{Effect: Deny, Principal: \"*\", Action: \"s3:*\", Resource: \"arn:aws:s3:::NAME/*\", Condition: {Bool: {\"aws:SecureTransport\": \"false\"}}}",
        "{Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: \"s3:PutObject\", Resource: \"arn:aws:s3:::NAME/*\", Condition: {ArnLike: {\"aws:SourceArn\": \"arn:aws:s3:::NAME\"}}}",
        "{Effect: Allow, Principal: \"*\", Action: \"s3:ListBucket\", Resource: \"arn:aws:s3:::shop-*\"}",
        "{Effect: Allow, Principal: \"*\", Action: \"s3:GetObject\", Resource: \"arn:aws:s3:::NAME-copy/*\"}",
        "{Effect: Allow, Principal: {AWS: AIDAEXAMPLEUSERID1234}, Action: \"s3:GetObject\", Resource: \"arn:aws:s3:::NAME/*\"}",
        "{Effect: Allow, Principal: \"*\", Action: \"s3:DeleteObject\", Resource: \"arn:aws:s3:::\\u0073hop-34/*\"}",
        "{Effect: Allow, Principal: \"*\", Action: \"s3:GetObjct\", Resource: \"arn:aws:s3:::NAME/*\"}",
        "{Effect: Allow, Principal: {AWS: \"999988887777\"}, Action: \"s3:GetBucketAcl\", Resource: \"arn:aws:s3:::NAME?\"}",
    ]
    static let names = ["shop-12", "shop-34", "abc", "logs.example.com", "shop-12-copy", "own-buc"]

    static func bucket(_ name: String, _ statements: [String]) -> String {
        """
          - name: \(name)
            ownership: bucket_owner_enforced
            policy:
              Version: "2012-10-17"
              Statement:
        \(statements.map { "        - " + $0.replacing("NAME", with: name) }.joined(separator: "\n"))

        """
    }

    /// Facts, texts and clues, but for the lines they stand at.
    private func everything(_ buckets: Buckets, _ name: String) throws -> [String] {
        let place = try buckets.place(name)
        var result = try buckets.facts(of: name)
        for text in ["public_may", "public_because", "policy_problems"] {
            result.append("\(text) \(try buckets.text(text, of: name))")
        }
        if case .texts(let grantees)? = buckets.model.value("policy_grantees", at: place) { result += grantees }
        let facts = AccessClass.allCases.map(\.factName) + PolicyFact.allCases.map(\.rawValue)
        for fact in facts {
            for clue in buckets.model.clues(fact, at: place) {
                result.append("\(fact): \(clue.path) \(clue.text) \(clue.span?.text ?? "")")
            }
        }
        return result
    }

    @Test("together as alone", arguments: 0..<12)
    func alone(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed + 40)
        let some = Self.statements.filter { _ in generator.once(in: 2) }
        let statements = some.isEmpty ? [Self.statements[0]] : some
        let together = try Buckets("buckets:\n" + Self.names.map { Self.bucket($0, statements) }.joined())
        for name in Self.names {
            let alone = try Buckets("buckets:\n" + Self.bucket(name, statements))
            #expect(try everything(together, name) == everything(alone, name), "\(name) \(statements)")
        }
    }

    @Test("one evaluation for each length of a name")
    func once() throws {
        let names = ["shop-12", "shop-34", "shop-56", "abc", "xyz"]
        func evaluated(_ indices: [Int]) throws -> Int {
            let statements = indices.map { Self.statements[$0] }
            let buckets = try Buckets("buckets:\n" + names.map { Self.bucket($0, statements) }.joined())
            return buckets.model.policies.counts.evaluated
        }
        #expect(try evaluated([0, 1, 3, 4]) == 2)
        // `shop-12` is the other bucket of the policy; to it this is another policy.
        #expect(try evaluated([0, 2]) == 3)
        // What depends on the name is worked out for each.
        #expect(try evaluated([0, 5]) == 5)
        #expect(try evaluated([6]) == 5)
    }

    @Test("the name is found where it is all of an ARN's bucket")
    func names() throws {
        #expect(PolicyTemplate.standIn(3) == "own")
        #expect(PolicyTemplate.standIn(14) == "own-bucket.own")
        #expect(PolicyTemplate.text("`arn:aws:s3:::own/x`", of: "abc", evaluatedAs: "own") == "`arn:aws:s3:::abc/x`")
        #expect(PolicyTemplate.text("`arn:aws:s3:::own/x`", of: "own", evaluatedAs: "own") == "`arn:aws:s3:::own/x`")
        #expect(BucketPattern("arn:aws:s3:::b/x:y").text == "b")
        #expect(BucketPattern("arn:aws:s3:::*/x").isAnyBucket)
    }
}
