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
