package import Inventory

/// The types of resources whose policies are evaluated here; raw values are those of the catalog.
enum PolicyHolder: String, CaseIterable, Sendable {
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
        case .key: ("kms", "key/\(id)")
        case .queue: ("sqs", id)
        case .topic: ("sns", id)
        case .function: ("lambda", "function:\(id)")
        // Secrets Manager adds a hyphen and six characters of its own:
        // https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html
        case .secret: ("secretsmanager", "secret:\(id)-??????")
        case .repository: ("ecr", "repository/\(id)")
        case .role: ("iam", "role/\(id)")
        case .user: ("iam", "user/\(id)")
        case .group: ("iam", "group/\(id)")
        case .managedPolicy: ("iam", "policy/\(id)")
        }
    }

    /// The ARN of a resource: its own, or one put together, with `*` for what the inventory does not say.
    func arn(of view: ResourceView, _ slots: FieldSlots, id: String) -> String {
        let (service, resource) = resource(id)
        if let stated = view.text(slots["arn"]), stated.split(separator: ":").dropFirst(2).first == service[...] {
            return stated
        }
        let region = service == "iam" ? "" : view.text(slots["region"]) ?? "*"
        let account = view.text(slots["account"]) ?? "*"
        return "arn:\(view.partition(slots)):\(service):\(region):\(account):\(resource)"
    }
}

extension ResourceView {
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
}

/// Documents of a resource that facts are about together.
enum DocumentGroup: Sendable {
    /// The policy that is attached to the resource.
    case resource
    /// Who may take on a role.
    case trust
    /// The policies of its own that a user, group or role has.
    case inline
    /// What a managed policy says.
    case managed

    /// What the names of its facts begin with.
    var prefix: String { self == .trust ? "trust" : "policy" }
    /// The field that holds it.
    var field: String {
        switch self {
        case .resource, .managed: "policy"
        case .trust: "trust_policy"
        case .inline: "inline_policies"
        }
    }
    /// Whether its statements say who may.
    var hasPrincipals: Bool { self == .resource || self == .trust }
}
