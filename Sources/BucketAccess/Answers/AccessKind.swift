package import AccessPolicies
package import Diagnostics
package import Inventory
internal import ResourcePolicies

/// The types of resources whose access is explained: each has a policy, and tells the target that it is about. What a type
/// has beside its policy, as buckets have ACLs and flags, is asked of its model.
package enum AccessKind: String, CaseIterable, Sendable {
    case bucket
    case accessPoint = "access_point"
    case key = "kms_key"
    case queue
    case topic
    case function = "lambda_function"
    case secret
    case repository = "ecr_repository"
    case role = "iam_role"

    /// As the catalog calls the type.
    package var typeName: String { rawValue }

    /// For sentences.
    package var noun: String {
        switch self {
        case .bucket: "bucket"
        case .accessPoint: "access point"
        case .key: "key"
        case .queue: "queue"
        case .topic: "topic"
        case .function: "function"
        case .secret: "secret"
        case .repository: "repository"
        case .role: "role"
        }
    }

    /// Whether its own account has nothing but what its policy gives: the policies of identities count only where it leaves
    /// the decision to the account.
    ///
    /// Sources: https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html and
    /// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
    var hasPolicyAlone: Bool { self == .key || self == .role }

    /// The field that says who may use the resource.
    var policyField: String { self == .role ? "trust_policy" : "policy" }

    /// What its policy is about. A part of the ARN that the inventory does not say may be any.
    func target(of view: ResourceView, _ slots: FieldSlots, id: String) -> Target? {
        let account = view.text(slots["account"])
        guard self != .bucket else { return .bucket(id, account: account, partition: view.partition(slots)) }
        guard let arn = PolicyHolder(rawValue: rawValue)?.arn(of: view, slots, id: id) else { return nil }
        return self == .role ? .trust(ofRole: arn) : .resource(arn: arn)
    }
}

/// A resource with its policy, ready to be asked about.
package struct AccessResource: Sendable {
    /// What is known of the policy.
    package enum Attachment: Sendable {
        /// The inventory says that there is none.
        case none
        /// The inventory does not say.
        case unstated
        /// Nobody can read it: what is wrong, and where.
        case unreadable(String, SourceSpan)
        case read(Policy, PolicySource)
    }

    package let kind: AccessKind
    package let place: ReferenceTable.Place
    package let id: String
    package let account: String?
    package let region: String?
    /// Where its id stands.
    package let span: SourceSpan
    package let target: Target
    package let attachment: Attachment

    /// `bucket/NAME`
    package var name: String { "\(kind.typeName)/\(id)" }
    package var arn: String { target.parts[0].arn }

    package var policy: Policy? { if case .read(let policy, _) = attachment { policy } else { nil } }

    /// What the inventory would have to say for the policy to be known.
    var missingPolicy: [String] {
        switch attachment {
        case .none, .read: return []
        case .unstated: return [kind.policyField]
        case .unreadable(let message, let span):
            let position = span.file.position(of: span.start)
            return ["\(kind.policyField) (\(span.file.path):\(position.line):\(position.column): \(message))"]
        }
    }

    /// `statement `Sid``, or its number from 1.
    package func statementName(_ index: Int) -> String {
        policy?.statements[index].name ?? "statement \(index + 1)"
    }

    /// A condition key in lower case as the policy spells it, or else as it is documented.
    func keyName(_ key: String) -> String {
        let conditions = (policy?.statements ?? []).lazy.flatMap(\.conditions)
        return conditions.first { $0.key.text.lowercased() == key }?.key.text ?? ConditionKey.documentedName(key)
    }

    /// Where a statement stands.
    package func statementSpan(_ index: Int) -> SourceSpan? {
        guard case .read(let policy, let source) = attachment else { return nil }
        return source.span(policy.statements[index].range)
    }
}
