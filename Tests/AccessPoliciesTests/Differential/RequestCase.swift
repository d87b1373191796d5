import AccessPolicies

/// One request under one policy, as Principal Mapper is asked about it.
struct RequestCase {
    var policy: Policy
    var request: Request
    /// Whether the other gives up.
    var fails = false

    var answer: String {
        if fails { return "error" }
        return switch policy.decide(request).outcome {
        case .allowed: "allowed"
        case .denied: "denied"
        case .implicitlyDenied: "none"
        case .undecided: "undecided"
        }
    }
}

extension Deviation<RequestCase> {
    static func statements(
        _ name: String, _ argument: String, _ page: String,
        _ rewrite: @escaping @Sendable (inout Statement, Request) -> Void
    ) -> Deviation {
        Deviation(name, argument, page) { asked in
            for index in asked.policy.statements.indices { rewrite(&asked.policy.statements[index], asked.request) }
        }
    }

    static func conditions(
        _ name: String, _ argument: String, _ page: String,
        _ rewrite: @escaping @Sendable (inout Condition, Request) -> Void
    ) -> Deviation {
        statements(name, argument, page) { statement, request in
            for index in statement.conditions.indices { rewrite(&statement.conditions[index], request) }
        }
    }
}
