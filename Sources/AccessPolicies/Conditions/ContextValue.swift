internal import Diagnostics
internal import Networks

/// Why a text gives no key of a request: one sentence.
package struct ContextError: Error, Hashable, Sendable {
    package var message: String
}

/// A key of a request with a value, as a command line gives them: `aws:SourceIp=203.0.113.9`. Nothing behind the sign says
/// that requests lack the key.
package struct ContextValue: Hashable, Sendable {
    package var key: String
    package var value: String?

    /// `used`: keys that a policy has, in lower case, which are taken whether the tables know them or not.
    package init(_ text: String, used: Set<String>) throws(ContextError) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty else {
            throw ContextError(message: "`\(text)` is no KEY=VALUE, such as aws:SourceIp=203.0.113.9")
        }
        let table = ConditionKeyTable.shared
        (key, value) = (parts[0], parts[1].isEmpty ? nil : parts[1])
        guard let known = table[parts[0]] else {
            if used.contains(parts[0].lowercased()) { return }
            let nearest = Suggestion.nearest(to: parts[0], among: table.names)
            throw ContextError(
                message: "no condition key is called `\(parts[0])`" + (nearest.map { "; did you mean `\($0)`?" } ?? ""))
        }
        guard let value else { return }
        switch known.type {
        case "IPAddress" where IPAddress(value) == nil:
            throw ContextError(message: "`\(value)` is no address, and `\(key)` has one")
        case "Bool" where value != "true" && value != "false":
            throw ContextError(message: "`\(key)` is true or false, not `\(value)`")
        case "Numeric" where Double(value) == nil:
            throw ContextError(message: "`\(value)` is no number, and `\(key)` has one")
        default: break
        }
    }
}

extension ConditionKey {
    /// A key as it is documented, from any case; as it is where the tables do not know it.
    package static func documentedName(_ text: String) -> String { ConditionKeyTable.shared.documented[text] ?? text }
}
