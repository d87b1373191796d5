internal import Diagnostics

/// Whether a value of `Action` names actions that exist.
enum ActionCheck {
    /// Actions that no reference has, but policies that AWS itself writes: the default policy of a topic.
    private static let retired = ["sns:receive"]

    /// What is wrong with the text, and the way out.
    static func problem(_ text: String) -> (message: String, help: String?)? {
        if text == "*" { return nil }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            return ("`\(text)` is no action", "an action is written `service:Action`, such as `s3:GetObject`")
        }
        let prefix = parts[0].lowercased()
        let table = ActionTable.shared
        guard let service = table[prefix] else {
            if table.otherPrefixes.contains(prefix) || Glob.hasWildcard(prefix) { return nil }
            let names = table.services.map(\.prefix) + table.otherPrefixes.sorted()
            return (
                "`\(prefix)` is no service",
                Suggestion.nearest(to: prefix, among: names).map { "did you mean `\($0)`?" }
            )
        }
        guard service.matching(text).isEmpty, !retired.contains(text.lowercased()) else { return nil }
        if Glob.hasWildcard(parts[1]) { return ("`\(text)` matches no action of `\(prefix)`", nil) }
        let nearest = Suggestion.nearest(to: String(parts[1]), among: service.names)
        return ("`\(prefix)` has no action `\(parts[1])`", nearest.map { "did you mean `\(prefix):\($0)`?" })
    }
}
