import AccessPolicies
import SeededRandom
import ResourcePolicies
import Testing

@testable import BucketAccess

/// Answers to single questions against what the explanation of the same bucket says.
struct AccessAgreementTests {
    private static let strangers = ["anyone", "any-account"]
    private static let actions: [(String, AccessClass)] = [
        ("s3:ListBucket", .list), ("s3:GetObject", .read), ("s3:GetBucketAcl", .read), ("s3:PutObject", .write),
        ("s3:DeleteObject", .write), ("s3:PutBucketPolicy", .manage), ("s3:PutObjectAcl", .manage),
        ("s3:PutBucketAcl", .manage),
    ]

    /// Policies, ACLs, ownership and flags in all combinations, known and not.
    @Test("strangers are allowed nothing that is private, limited or latent", arguments: 0..<8)
    func strangers(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<60 {
            let naive = NaiveBucket(random: &generator)
            let buckets = try Buckets(naive.text)
            let model = AccessModel(buckets.inventory, jobs: 1)
            let resource = try model.resource(named: "bucket/b")
            let explanation = model.explanation(of: resource)
            for (action, access) in Self.actions {
                let row = explanation.classes[access.rawValue]
                let outcomes = try Self.strangers.map { try outcome(model, resource, $0, action) }
                if row.possible < .public || row.effect?.force == .latent {
                    #expect(!outcomes.contains(.allowed), "\(action) \(naive.text)")
                }
                // Where nothing but the owner's account gets in for certain, and nothing is left open, the answer is no.
                if row.possible == .private {
                    #expect(outcomes.allSatisfy { $0 == .denied }, "\(action) \(naive.text)")
                }
            }
            for (action, outcomes) in try given(model, resource, explanation) {
                #expect(outcomes.contains { $0 != .denied }, "\(action) \(naive.text)")
            }
        }
    }

    /// What strangers are told of every action that everybody is given, where no flag stops it.
    private func given(
        _ model: AccessModel, _ resource: AccessResource, _ explanation: AccessExplanation
    ) throws -> [String: [AccessAnswer.Outcome]] {
        var result: [String: [AccessAnswer.Outcome]] = [:]
        let isStopped = explanation.flags[1].ofBucket != false || explanation.flags[1].ofAccount != false
        guard !isStopped else { return [:] }
        for given in explanation.statements.flatMap(\.gives) where given.standing == .world {
            for action in given.levels.flatMap(\.actions).prefix(12) where result[action] == nil {
                result[action] = try Self.strangers.map { try outcome(model, resource, $0, action) }
            }
        }
        return result
    }

    private func outcome(_ model: AccessModel, _ resource: AccessResource, _ asker: String, _ action: String) throws
        -> AccessAnswer.Outcome
    {
        let questions = try AccessQuestion.read(as: asker, actions: [action], object: nil, context: [], of: resource)
        return model.answer(questions[0], about: resource).outcome
    }

    /// Whatever an inventory leaves out, an answer that is given stays when it is filled in.
    @Test("answers outlast what is found out later", arguments: 0..<8)
    func completion(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let askers =
            Self.strangers + [
                "111122223333", "999988887777", "arn:aws:iam::111122223333:user/alice",
                "arn:aws:iam::999988887777:role/app", "logging.s3.amazonaws.com", String(repeating: "7", count: 64),
            ]
        for _ in 0..<25 {
            let naive = NaiveBucket(random: &generator)
            let whole = naive.completed(by: &generator)
            let models = try [naive, whole].map { AccessModel(try Buckets($0.text).inventory, jobs: 1) }
            let resources = try models.map { try $0.resource(named: "b") }
            for asker in askers {
                for (action, _) in Self.actions {
                    let answers = try zip(models, resources).map { try outcome($0, $1, asker, action) }
                    guard answers[0] != .unknown else { continue }
                    #expect(answers[0] == answers[1], "\(asker) \(action) \(naive.text) \(whole.text)")
                }
            }
        }
    }
}

extension NaiveBucket {
    /// With everything said that was not.
    fileprivate func completed(by generator: inout SeededGenerator) -> NaiveBucket {
        var whole = self
        whole.policy = policy ?? Int.random(in: Self.policies.indices, using: &generator)
        whole.acl = acl ?? Int.random(in: Self.acls.indices, using: &generator)
        if ownership == 0 { whole.ownership = Int.random(in: 1..<Self.ownerships.count, using: &generator) }
        whole.hasAccount = true
        whole.flags = flags.enumerated().map { index, flag in
            let isSaid = index < 2 ? hasBlock : hasAccount
            return isSaid && flag != nil ? flag : generator.pick([false, true])
        }
        return whole
    }
}
