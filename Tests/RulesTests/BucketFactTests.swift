import Findings
import Testing

@testable import Engine

/// Conditions on facts of buckets: the kernel reads words that `BucketModel` wrote, the general evaluator asks the model.
struct BucketFactTests {
    static let buckets = """
        accounts: [{id: "111122223333", public_access_block: {ignore_public_acls: true, restrict_public_buckets: false}}]
        buckets:
          - {name: b-open, account: "111122223333", public_access_block: null, ownership: bucket_owner_enforced, policy: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: "*", Action: "s3:*", Resource: "*"}]}}
          - {name: b-shut, account: "111122223333", ownership: bucket_owner_enforced, policy: null}
          - {name: b-acl, account: "111122223333", ownership: null, acl: {grants: [{grantee: all-users, permission: write}]}, policy: null}
          - {name: b-partner, account: "111122223333", ownership: bucket_owner_enforced, policy: {Statement: [{Effect: Allow, Principal: {AWS: "999988887777"}, Action: "s3:Put*", Resource: "*"}]}}
          - {name: b-broken, account: "111122223333", ownership: bucket_owner_enforced, policy: "{"}
          - {name: b-silent}

        """

    static let conditions = [
        "resource.manage_access == \"public\"", "resource.read_access in [\"private\", \"limited\"]",
        "resource.write_access != \"private\" && resource.public_access != \"manage\"",
        "resource.policy_denies_plain_http", "!resource.policy_banned_actions || resource.policy_wildcard_principal",
        "size(resource.policy_accounts) > 0", "resource.public_may.contains(\"delete\")",
        "resource.list_access == \"public\" ? resource.policy_wildcard_action : resource.policy_cross_account",
    ]

    private static func judgements(_ rule: String, usesKernel: Bool = true) throws -> [Judgement] {
        let inventory = try Trial.inventory(["inventory: 1\n" + Self.buckets])
        let run = RuleRun(
            inventory: inventory, rules: try Trial.rules(rule), jobs: 1, version: "test", usesKernel: usesKernel)
        return (0..<run.partCount).flatMap { run.judgements(inPart: $0, .all) }
    }

    @Test("the kernel and the general evaluator agree", arguments: conditions)
    func sameVerdicts(condition: String) throws {
        func verdicts(usesKernel: Bool) throws -> [String] {
            try Self.judgements(
                Trial.ruleText("bucket", "latent: low\nflag: |-\n  \(condition)"), usesKernel: usesKernel
            )
            .map { "\($0.resource.id) \($0.verdict.rawValue) \($0.missing) \($0.reach?.effect.rawValue ?? "")" }
        }
        let fast = try verdicts(usesKernel: true)
        #expect(try fast == verdicts(usesKernel: false))
        #expect(Set(fast.map { $0.split(separator: " ")[1] }).count > 1)
    }

    @Test("a finding is graded by the flags")
    func effects() throws {
        let all = try Self.judgements(Trial.ruleText("bucket", "latent: low\nflag: {write_access: public}"))
        let effects = all.map { "\($0.resource.id) \($0.verdict.rawValue) \($0.reach?.effect.rawValue ?? "-")" }
        #expect(
            effects == [
                "b-open noncompliant effective", "b-shut compliant -", "b-acl noncompliant latent",
                "b-partner compliant -", "b-broken insufficient_data -", "b-silent insufficient_data -",
            ])
        #expect(all[2].severity == .low)
        #expect(all[0].evidence.first?.path == "policy.Statement[0]")
        #expect(all[4].missing.count == 1 && all[4].missing[0].hasPrefix("policy ("))
        #expect(all[5].missing == ["policy", "acl"])
    }
}
