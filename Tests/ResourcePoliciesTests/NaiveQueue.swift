import SeededRandom

/// A small random policy of a queue, evaluated a second time as plainly as can be: every request of a little world is asked.
struct NaiveQueue {
    enum Who: CaseIterable {
        case stranger, partner, owner
        /// SNS for a topic of the owner's account, and of the partner's.
        case serviceForOwner, serviceForPartner

        var account: String? {
            switch self {
            case .stranger: "999988887777"
            case .partner: "444455556666"
            case .owner: "111122223333"
            case .serviceForOwner, .serviceForPartner: nil
            }
        }

        /// The value of a condition key; nil where the request does not have it.
        func value(of key: String) -> String? {
            switch key {
            case "aws:PrincipalAccount": account
            case "aws:PrincipalOrgID": self == .partner || self == .owner ? "o-1" : account == nil ? nil : "o-9"
            case "aws:SourceAccount":
                self == .serviceForOwner ? "111122223333" : self == .serviceForPartner ? "444455556666" : nil
            default: nil
            }
        }
    }

    struct Statement {
        var allows: Bool
        var principal: String
        var action: String
        var resource: String
        var condition: (isNegated: Bool, key: String, value: String)?

        func matches(_ who: Who, _ asked: String) -> Bool {
            let isNamed: Bool =
                switch principal {
                case "\"*\"": true
                case "{Service: sns.amazonaws.com}": who.account == nil
                default: who.account.map { principal.contains($0) } ?? false
                }
            guard isNamed, action == "sqs:*" || action == asked, resource == "*" else { return false }
            guard let condition else { return true }
            return (who.value(of: condition.key) == condition.value) != condition.isNegated
        }

        var text: String {
            let test = condition.map {
                ", Condition: {\($0.isNegated ? "StringNotEquals" : "StringEquals"): {\"\($0.key)\": \"\($0.value)\"}}"
            }
            return
                "{Effect: \(allows ? "Allow" : "Deny"), Principal: \(principal), Action: \"\(action)\", Resource: \"\(resource)\"\(test ?? "")}"
        }
    }

    var statements: [Statement]

    static let principals = [
        "\"*\"", "\"*\"", "{AWS: \"111122223333\"}", "{AWS: \"444455556666\"}", "{Service: sns.amazonaws.com}",
    ]
    static let actions = ["sqs:SendMessage", "sqs:ReceiveMessage"]
    static let other = "arn:aws:sqs:eu-west-1:111122223333:other"

    init(using random: inout SeededGenerator) {
        statements = (0..<Int.random(in: 1...4, using: &random)).map { _ in
            let conditions: [(String, String)] = [
                ("aws:PrincipalOrgID", "o-1"), ("aws:SourceAccount", "111122223333"),
                ("aws:PrincipalAccount", "444455556666"),
            ]
            let (key, value) = random.pick(conditions)
            return Statement(
                allows: !random.once(in: 3), principal: random.pick(Self.principals),
                action: random.pick(Self.actions + ["sqs:*"]),
                resource: random.pick(["*", "*", "*", Self.other]),
                condition: random.once(in: 2) ? (random.once(in: 3), key, value) : nil)
        }
    }

    var text: String { policy(statements.map(\.text).joined(separator: ", ")) }

    private func isAllowed(_ who: Who) -> Bool {
        Self.actions.contains { action in
            let matching = statements.filter { $0.matches(who, action) }
            return !matching.isEmpty && matching.allSatisfy(\.allows)
        }
    }

    /// Services that act for the owner are the owner.
    var access: String {
        if isAllowed(.stranger) { return "public" }
        return isAllowed(.partner) || isAllowed(.serviceForPartner) ? "limited" : "private"
    }
}
