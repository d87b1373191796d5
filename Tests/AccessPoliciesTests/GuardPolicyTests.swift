import AccessPolicies
import Foundation
import Testing

/// The unit tests that AWS wrote for its CloudFormation Guard rules about policies
/// (https://github.com/aws-cloudformation/aws-guard-rules-registry), where they are at hand beside the repository.
struct GuardPolicyTests {
    /// A rule with what its policies are attached to and the findings that say the same.
    struct Rule {
        let name: String
        let use: PolicyUse
        let kinds: Set<PolicyFinding.Kind>
        init(_ name: String, _ use: PolicyUse, _ kinds: PolicyFinding.Kind...) {
            (self.name, self.use, self.kinds) = (name, use, Set(kinds))
        }
    }

    static let role = PolicyUse.resource(.trust(ofRole: "arn:aws:iam::111122223333:role/r"))
    static func resource(_ arn: String) -> PolicyUse { .resource(.resource(arn: arn)!) }
    static let queue = resource("arn:aws:sqs:us-east-2:444455556666:queue2")

    static let rules = [
        Rule("S3_BUCKET_POLICY_NO_ALLOW_PLUS_NOT_ACTION", .resource(.bucket("b", account: owner)), .allowNotAction),
        Rule("SQS_QUEUEPOLICY_NO_ALLOW_PLUS_NOT_ACTION", queue, .allowNotAction),
        Rule("SQS_QUEUEPOLICY_NO_WILDCARD_ACTION", queue, .wildcardAction),
        Rule("SNS_TOPICPOLICY_NO_ALLOW_PLUS_NOTPRINCIPAL", resource("arn:aws:sns:us-east-2:1:t"), .allowNotPrincipal),
        Rule("IAM_ROLE_NO_ALLOW_PLUS_NOT_PRINCIPAL", role, .allowNotPrincipal),
        Rule("IAM_ROLE_NO_FULL_ACCESS_ON_TRUST_POLICY", role, .wildcardAction),
        Rule("KMS_NO_WILDCARD_PRINCIPAL", resource("arn:aws:kms:us-east-1:111122223333:key/1"), .wildcardPrincipal),
        Rule("IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS", .identity, .administrator, .serviceWildcard),
        Rule("IAM_MANAGEDPOLICY_NO_STATEMENTS_WITH_FULL_ACCESS", .identity, .administrator, .serviceWildcard),
    ]

    /// A test of a rule, without those of suppressed findings.
    struct Case: Sendable {
        let rule, name: String
        let isCompliant: Bool
        let policies: [String]

        init?(_ entry: [String: Any]) throws {
            guard let rule = entry["rule"] as? String, let name = entry["name"] as? String,
                let expected = entry["expect"] as? String, expected != "SKIP"
            else { return nil }
            (self.rule, self.name, isCompliant) = (rule, name, expected == "PASS")
            policies = try GuardPolicyTests.documents(in: entry["template"] ?? [:]).map {
                String(decoding: try JSONSerialization.data(withJSONObject: $0, options: .sortedKeys), as: UTF8.self)
            }
        }
    }

    static let cases: [Case] = {
        let file = OtherEvaluators.root.appendingPathComponent("../shared/guard/cases.json")
        if let data = try? Data(contentsOf: file),
            let entries = try? JSONSerialization.jsonObject(with: data) as? [[String: Any]],
            let cases = try? entries.compactMap({ try Case($0) })
        {
            return cases
        }
        print("left out: AWS's own tests of policies; needs ../shared/guard/cases.json")
        return []
    }()

    /// Cases in which ours says otherwise; `docs/policy-comparison.md` argues them.
    static let argued: Set<String> = ["KMS key with principal \"*\", FAIL"]

    @Test(.enabled(if: !cases.isEmpty)) func verdicts() throws {
        var read = 0
        for rule in Self.rules {
            for entry in Self.cases where entry.rule == rule.name {
                for text in entry.policies {
                    let (policy, diagnostics) = Policy.read(source(text))
                    // Many have a principal where actions belong, or no action: AWS would refuse them, and so do we.
                    guard let policy, diagnostics.isEmpty else { continue }
                    read += 1
                    let found = policy.findings(for: rule.use).map(\.kind)
                    let agrees = entry.isCompliant != found.contains { rule.kinds.contains($0) }
                    #expect(
                        agrees != Self.argued.contains(entry.name), "\(rule.name): \(entry.name): \(found)\n\(text)")
                }
            }
        }
        #expect(read == 18, "policies that can be read")
    }

    /// The policies of a template, with what functions of CloudFormation stand for.
    private static func documents(in template: Any) -> [Any] {
        switch template {
        case let object as [String: Any]:
            object.sorted { $0.key < $1.key }.flatMap { key, value in
                key.hasSuffix("PolicyDocument") || key == "KeyPolicy" ? [resolved(value)] : documents(in: value)
            }
        case let list as [Any]: list.flatMap(documents)
        default: []
        }
    }

    private static func resolved(_ value: Any) -> Any {
        if let list = value as? [Any] { return list.map(resolved) }
        guard let object = value as? [String: Any] else { return value }
        if let parts = object["Fn::Join"] as? [Any], parts.count == 2, let texts = resolved(parts[1]) as? [String] {
            return texts.joined(separator: parts[0] as? String ?? "")
        }
        if object["Ref"] as? String == "AWS::Partition" { return "aws" }
        return object.mapValues(resolved)
    }
}
