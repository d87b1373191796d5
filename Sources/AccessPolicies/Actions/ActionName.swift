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
        guard !Glob.hasWildcard(text) else {
            throw ActionError(
                message: "`\(text)` is a pattern; ask about single actions, such as \(Self.example(target))")
        }
        if let (message, help) = ActionCheck.problem(text) {
            throw ActionError(message: message + (help.map { "; \($0)" } ?? ""))
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

    private static func example(_ target: Target) -> String {
        guard let service = ActionTable.shared[target.service] else { return "s3:GetObject" }
        let usual = target.parts.reversed().compactMap { part in
            service.actions(onType: part.type).indices.first { service.names[$0].hasPrefix("Get") }
        }
        if service.prefix == "s3" { return "s3:GetObject" }
        return usual.first.map { "\(service.prefix):\(service.names[$0])" } ?? "\(service.prefix):…"
    }
}
