import AccessPolicies
import Testing

/// The policies of all tables of verdicts: what is counted, and what other evaluators are asked about.
enum VerdictTables {
    struct Entry: Sendable {
        let text: String
        /// What the policy is attached to; nil for identities.
        let target: Target?
        /// The page that says so, or how it follows.
        let source: String

        init(_ text: String, _ target: Target?, _ source: String) {
            // One line, as other evaluators are handed it.
            self.text = text.split(separator: "\n").joined(separator: " ")
            (self.target, self.source) = (target, source)
        }
    }

    /// Every policy once.
    static let entries: [Entry] = {
        var seen: Set<String> = []
        return all.filter { seen.insert($0.text).inserted }
    }()

    private static let bucket = Target.bucket("b", account: owner)
    private static let role = Target.trust(ofRole: "arn:aws:iam::111122223333:role/r")

    private static var all: [Entry] {
        var result = ConditionTableTests.allow.map {
            Entry(ConditionTableTests.allowing($0.condition), bucket, $0.source)
        }
        result += ConditionTableTests.deny.map { Entry(ConditionTableTests.denying($0.condition), bucket, $0.source) }
        result += PrincipalTableTests.allow.map { Entry($0.policy, bucket, $0.source) }
        result += PrincipalTableTests.pairs.map { Entry($0.policy, bucket, $0.source) }
        result += LevelTableTests.rows.map { Entry($0.policy, bucket, $0.source) }
        result += LevelTableTests.denials.map { Entry($0.policy, bucket, $0.source) }
        result += PublishedPolicyTests.rows.map { Entry($0.text, .bucket($0.bucket, account: owner), $0.source) }
        result += PublishedPolicyTests.others.map { Entry(statements($0.statement), .resource(arn: $0.arn), $0.source) }
        result += PublishedPolicyTests.trusts.map { Entry(statements($0.statement), role, $0.source) }
        result += ServicePolicyTableTests.rows.map { Entry($0.policy, $0.target, $0.source) }
        result += RequestTableTests.rows.map { Entry($0.policy, bucket, $0.source) }
        result += FindingTests.rows.map { Entry($0.policy, bucket, $0.source) }
        result += FindingTests.identities.map { Entry(statements($0.statement), nil, $0.source) }
        return result
    }
}

struct VerdictTableTests {
    /// There are at least 250, and of so many AWS has a page that says what they come to; the others tell how it follows.
    @Test func manyPolicies() {
        let documented = VerdictTables.entries.filter { $0.source.contains(".html") }
        #expect(documented.count >= 250)
        #expect(VerdictTables.entries.allSatisfy { !$0.source.isEmpty })
    }
}
