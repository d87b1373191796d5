package import AccessPolicies
package import Inventory

/// The types of resources whose policies are evaluated here; raw values are those of the catalog.
package enum PolicyHolder: String, CaseIterable, Sendable {
    case accessPoint = "access_point"
    case key = "kms_key"
    case queue
    case topic
    case function = "lambda_function"
    case secret
    case repository = "ecr_repository"
    case role = "iam_role"
    case user = "iam_user"
    case group = "iam_group"
    case managedPolicy = "iam_policy"

    /// The groups of documents that it has facts about.
    var groups: [DocumentGroup] {
        switch self {
        case .role: [.trust, .inline]
        case .user, .group: [.inline]
        case .managedPolicy: [.managed]
        default: [.resource]
        }
    }

    /// The documents that a fact is about.
    func group(ofFact name: String) -> DocumentGroup {
        self == .role && name.hasPrefix("policy_") ? .inline : groups[0]
    }

    /// The name of a resource in ARNs, as the service authorization reference has it.
    ///
    /// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
    private func resource(_ id: String) -> (service: String, resource: String) {
        switch self {
        case .accessPoint: ("s3", "accesspoint/\(id)")
        case .key: ("kms", "key/\(id)")
        case .queue: ("sqs", id)
        case .topic: ("sns", id)
        case .function: ("lambda", "function:\(id)")
        // Secrets Manager adds a hyphen and six characters of its own:
        // https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html
        case .secret: ("secretsmanager", "secret:\(id)-??????")
        case .repository: ("ecr", "repository/\(id)")
        case .role: ("iam", "role/\(id)")
        // The policies of identities are not asked about a resource.
        case .user, .group, .managedPolicy: ("iam", id)
        }
    }

    /// The ARN of a resource: its own, or one put together, with `*` for what the inventory does not say.
    package func arn(of view: ResourceView, _ slots: FieldSlots, id: String) -> String {
        let (service, resource) = resource(id)
        if let stated = view.text(slots["arn"]), stated.split(separator: ":").dropFirst(2).first == service[...] {
            return stated
        }
        let account = view.text(slots["account"]) ?? "*"
        // IAM is the same in all regions, and its ARNs have a path.
        if service == "iam" {
            let path = view.text(slots["path"]) ?? "/"
            let name = resource.replacing("/", with: path, maxReplacements: 1)
            return "arn:\(view.partition(slots)):iam::\(account):\(name)"
        }
        let region = view.text(slots["region"]) ?? "*"
        return "arn:\(view.partition(slots)):\(service):\(region):\(account):\(resource)"
    }
}

extension ResourceView {
    /// Where the policy of a field stands; nil where it has none, or the inventory does not say.
    package func policySource(_ word: Word) -> PolicySource? {
        guard word.isSet else { return nil }
        return PolicySource(file: segment.file, range: word.textOffset..<word.textOffset + word.textCount)
    }

    /// The part of AWS that a resource is in, by its ARN or region.
    ///
    /// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
    package func partition(_ slots: FieldSlots) -> String {
        if let arn = text(slots["arn"]), case let parts = arn.split(separator: ":"), parts.count > 1 {
            return String(parts[1])
        }
        let region = text(slots["region"]) ?? ""
        return region.hasPrefix("cn-") ? "aws-cn" : region.hasPrefix("us-gov-") ? "aws-us-gov" : "aws"
    }

    /// The account that a resource is in, by its ARN or its own words.
    func account(_ slots: FieldSlots) -> String? {
        let parts = text(slots["arn"])?.split(separator: ":", omittingEmptySubsequences: false) ?? []
        return parts.count > 4 && !parts[4].isEmpty ? String(parts[4]) : text(slots["account"])
    }
}
