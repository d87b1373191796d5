/// What a condition key tells of a request.
package struct ConditionKey: Hashable, Sendable {
    /// What a fixed value of the key limits a statement to; the words of `Data/keys.tsv`, explained in its README.
    package enum Role: String, Sendable, CaseIterable {
        case account, principal
        case userID = "user-id"
        case organization
        case organizationPath = "organization-path"
        case service
        case isService = "is-service"
        case address, vpc
        case vpcARN = "vpc-arn"
        case vpcEndpoint = "vpc-endpoint"
        case endpointAccount = "endpoint-account"
        case endpointOrganization = "endpoint-organization"
        case endpointOrganizationPath = "endpoint-organization-path"
        case source
        case sourceAccount = "source-account"
        case sourceOrganization = "source-organization"
        case sourceOrganizationPath = "source-organization-path"
        case accessPoint = "access-point"
        case accessPointAccount = "access-point-account"
        case kmsKey = "kms-key"
        case federation
        case resourceAccount = "resource-account"
        case secure, time, free
    }

    package var role: Role
    /// `String`, `ARN`, `Bool`, `Numeric`, `Date`, `IPAddress`, `Binary`, or `ArrayOf…`.
    package var type: String
    /// The key in lower case, as it is looked up.
    package var name: String

    /// Whether a request may have several values for it.
    package var hasSeveralValues: Bool { type.hasPrefix("ArrayOf") }
}

/// All condition keys: the global ones and those of the services that the tables cover.
struct ConditionKeyTable: Sendable {
    static let shared = ConditionKeyTable()

    private var byName: [String: ConditionKey] = [:]
    /// Spelled as written in most policies, which is not always as documented.
    private var byText: [String: ConditionKey] = [:]
    /// Beginnings of families, such as `aws:principaltag/`.
    private var families: [ConditionKey] = []
    /// Every key as documented, for suggestions.
    private(set) var names: [String] = []
    /// Every key as documented, by its name in lower case.
    private(set) var documented: [String: String] = [:]

    private init() {
        for line in DataTable.lines("actions.tsv") where line[0] == "k" {
            add(line[1], Self.federation(line[1].lowercased())?.role ?? .free, String(line[2]))
        }
        for line in DataTable.lines("keys.tsv") {
            guard let role = ConditionKey.Role(rawValue: String(line[1])) else {
                preconditionFailure("keys.tsv: \(line)")
            }
            add(line[0], role, String(line[2]))
        }
    }

    private mutating func add(_ text: Substring, _ role: ConditionKey.Role, _ type: String) {
        let name = text.lowercased()
        if name.hasSuffix("*") {
            families.append(ConditionKey(role: role, type: type, name: String(name.dropLast())))
        } else {
            let key = ConditionKey(role: role, type: type, name: name)
            byName[name] = key
            byText[String(text)] = key
        }
        names.append(String(text))
        documented[name] = String(text)
    }

    /// The key of that name in any case; nil when the tables do not know it.
    subscript(text: String) -> ConditionKey? {
        if let key = byText[text] { return key }
        let name = text.lowercased()
        if let key = byName[name] { return key }
        if var family = families.first(where: { name.hasPrefix($0.name) && name.utf8.count > $0.name.utf8.count }) {
            family.name = name
            return family
        }
        return Self.federation(name)
    }

    /// Keys of an identity provider begin with its name, `token.actions.githubusercontent.com:sub`.
    ///
    /// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
    private static func federation(_ name: String) -> ConditionKey? {
        guard let colon = name.lastIndex(of: ":"), name[..<colon].contains(".") else { return nil }
        let claims = ["sub", "aud", "amr", "oaud", "email", "azp", "app_id", "id", "user_id"]
        guard claims.contains(String(name[name.index(after: colon)...])) else { return nil }
        return ConditionKey(role: .federation, type: "String", name: name)
    }
}

/// The embedded tables, cut at tabs.
enum DataTable {
    /// The lines of a file, without comments.
    static func lines(_ name: String) -> [[Substring]] {
        guard let file = EmbeddedYAML.files.first(where: { "\($0.name)" == name }) else {
            preconditionFailure("no embedded \(name)")
        }
        return "\(file.text)".split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
    }
}
