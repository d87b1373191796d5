/// One request, as `plumb access --as` asks about it.
package struct Request: Sendable {
    /// Who asks.
    package enum Requester: Hashable, Sendable {
        /// Without credentials.
        case anonymous
        /// A user, role or session by its ARN; a root user by `arn:aws:iam::111122223333:root`.
        case identity(arn: String)
        /// Some identity of an account, nobody says which.
        case account(String)
        /// Any identity of an account and an organisation that no policy names.
        case stranger
        case service(String)
        case federated(String)
        case canonicalUser(String)
    }

    package var requester: Requester
    /// `s3:GetObject`.
    package var action: String
    /// ARN of what it is done to; the text `*` where an action takes none.
    package var resource: String
    /// Values by key, the key in lower case.
    package private(set) var context: [String: [String]]
    /// Whether keys that are not in the context are missing in the request; otherwise their values are not known.
    package var isComplete: Bool

    package init(
        _ requester: Requester, _ action: String, on resource: String, context: [String: [String]] = [:],
        isComplete: Bool = false
    ) {
        self.requester = requester
        self.action = action
        self.resource = resource
        self.isComplete = isComplete
        self.context = Dictionary(context.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
        for (key, value) in requester.impliedContext where self.context[key] == nil { self.context[key] = value }
    }

    /// What is known of a key.
    enum Value: Equatable {
        case values([String])
        case missing
        case unknown
        /// Whatever a stranger has: a value of their own, or none.
        case foreign
    }

    func value(of key: String) -> Value {
        if let values = context[key] { return values.isEmpty ? .missing : .values(values) }
        if isComplete || requester.lacks(key) { return .missing }
        return requester == .stranger && Requester.foreignKeys.contains(key) ? .foreign : .unknown
    }
}

extension Request.Requester {
    /// The account that the requester belongs to; nil for strangers without one and for services.
    package var account: String? {
        switch self {
        case .account(let id): return id
        case .identity(let arn):
            guard let account = ARN(arn)?.account, AccountID.isOne(account) else { return nil }
            return String(account)
        default: return nil
        }
    }

    /// Keys that say who asks, whose values for a stranger no policy names.
    fileprivate static let foreignKeys: Set<String> = [
        "aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths", "aws:userid",
    ]

    /// The role that a session is of; nil for everything else. Paths are not told by a session.
    var sessionRole: (account: String, name: Substring)? {
        guard case .identity(let text) = self, let arn = ARN(text), arn.resource.hasPrefix("assumed-role/") else {
            return nil
        }
        let parts = arn.resource.split(separator: "/")
        return parts.count >= 2 ? (String(arn.account), parts[1]) : nil
    }

    /// Keys whose values follow from who asks.
    ///
    /// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principal-properties
    fileprivate var impliedContext: [String: [String]] {
        switch self {
        case .identity(let text):
            guard let arn = ARN(text), let account else { return [:] }
            var result = ["aws:principalaccount": [account], "aws:principalisawsservice": ["false"]]
            if let role = sessionRole {
                result["aws:principalarn"] = ["arn:\(arn.partition):iam::\(role.account):role/\(role.name)"]
                result["aws:principaltype"] = ["AssumedRole"]
            } else {
                result["aws:principalarn"] = [text]
                if arn.resource == "root" { result["aws:principaltype"] = ["Account"] }
                if arn.resource.hasPrefix("user/") {
                    result["aws:principaltype"] = ["User"]
                    result["aws:username"] = [String(arn.resource.split(separator: "/").last ?? "")]
                }
            }
            return result
        case .account(let id): return ["aws:principalaccount": [id], "aws:principalisawsservice": ["false"]]
        case .stranger: return ["aws:principalisawsservice": ["false"]]
        case .service(let name): return ["aws:principalisawsservice": ["true"], "aws:principalservicename": [name]]
        case .anonymous:
            return [
                "aws:principaltype": ["Anonymous"], "aws:userid": ["anonymous"],
            ]
        case .federated, .canonicalUser: return [:]
        }
    }

    /// Whether requests of this kind never have the key.
    fileprivate func lacks(_ key: String) -> Bool {
        switch self {
        case .anonymous:
            key.hasPrefix("aws:principal") || key.hasPrefix("aws:multifactor") || key == "aws:username"
                || key.hasPrefix("aws:source") && key != "aws:sourceip" && !key.hasPrefix("aws:sourcevpc")
        case .identity, .account, .stranger:
            ["aws:principalservicename", "aws:principalservicenameslist", "aws:sourcearn", "aws:sourceaccount"]
                .contains(key)
                || key == "aws:username" && sessionRole != nil
        case .service:
            ["aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths"].contains(key)
        case .federated, .canonicalUser: false
        }
    }
}

/// A truth value of a request of which not everything is known.
enum Ternary: Int, Comparable {
    case no, maybe, yes
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    init(_ bool: Bool) { self = bool ? .yes : .no }

    static prefix func ! (value: Self) -> Self { value == .yes ? .no : value == .no ? .yes : .maybe }
}
