internal import AccessPolicies
internal import Diagnostics
internal import Inventory
internal import ResourcePolicies

/// A bucket's policy against the control policy that the inventory gives for it: the most that it may give to others.
extension BucketModel {
    enum ControlOutcome: Sendable {
        /// The statements that give more.
        case beyond([Int])
        /// What the inventory would have to say.
        case unknown([String])
    }

    /// Nil where there is no control policy.
    func controlOutcome(of view: ResourceView) -> ControlOutcome? {
        let word = view.word(slots["control_policy"])
        guard word.isSet else { return nil }
        let own = source(of: view)
        guard own != nil || !view.word(slots["policy"]).isAbsent else { return .unknown(["policy"]) }
        guard let own else { return .beyond([]) }
        let limit = PolicySource(
            file: view.segment.file, range: word.textOffset..<word.textOffset + word.textCount)
        guard let policy = Policy.read(own).policy else { return .unknown(["policy"]) }
        let (control, diagnostics) = Policy.read(limit)
        guard let control else {
            let first = diagnostics.first { $0.severity == .error }
            guard let first, let span = first.span else { return .unknown(["control_policy"]) }
            let position = span.file.position(of: span.start)
            return .unknown([
                "control_policy (\(span.file.path):\(position.line):\(position.column): \(first.message))"
            ])
        }
        let target = Target.bucket(name(view), account: account(view), partition: view.partition(slots))
        guard let beyond = policy.statements(beyond: control, on: target) else {
            return .unknown(["control_policy (its denials cannot be compared; say what is allowed)"])
        }
        return .beyond(beyond)
    }

    /// The statements that give more than the control policy.
    func controlClues(of view: ResourceView) -> [Clue] {
        guard case .beyond(let statements)? = controlOutcome(of: view), let source = source(of: view),
            let policy = Policy.read(source).policy
        else { return [] }
        return statements.map { index in
            Clue(
                "policy.Statement[\(index)]", "gives more than the control policy",
                source.span(policy.statements[index].range))
        }
    }
}
