internal import Diagnostics

/// Why a text names no action that could be done to a resource: one sentence.
package struct ActionError: Error, Hashable, Sendable {
    package var message: String
}

/// A single action that is done to a kind of resource.
package struct ActionName: Hashable, Sendable {
    /// As documented: `s3:GetObject`.
    package var text: String
    /// Index in the target's parts of what it is done to.
    package var part: Int

    /// Reads an action as a command line names it, in any case.
    package init(_ text: String, on target: Target) throws(ActionError) {
        if let (message, help) = ActionCheck.problem(text) {
            throw ActionError(message: message + (help.map { "; \($0)" } ?? ""))
        }
        if Glob.hasWildcard(text) {
            throw ActionError(message: "`\(text)` is a pattern; ask about single actions" + Self.example(text, target))
        }
        guard let service = ActionTable.shared[target.service], let index = service.matching(text).indices.first else {
            throw ActionError(message: "`\(text)` is no action of `\(target.service)`")
        }
        self.text = "\(service.prefix):\(service.names[index])"
        let wanted = target.parts.firstIndex { service.actions(onType: $0.type).contains(index) }
        guard let wanted else {
            throw ActionError(
                message: "`\(self.text)` is not done to a \(target.parts[0].type), and no policy of one decides it")
        }
        part = wanted
    }

    /// An action that a pattern matches.
    private static func example(_ text: String, _ target: Target) -> String {
        guard let service = ActionTable.shared[target.service] else { return "" }
        let usable = target.parts.reduce(ActionSet()) { $0.union(service.actions(onType: $1.type)) }
        let usual = ["GetObject", "InvokeFunction"]
        let found = service.matching(text).intersection(usable).indices.map { service.names[$0] }
        return (found.first(where: usual.contains) ?? found.first).map { ", such as \(service.prefix):\($0)" } ?? ""
    }
}
