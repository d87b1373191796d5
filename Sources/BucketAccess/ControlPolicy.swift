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
        guard let limit = view.policySource(view.word(slots["control_policy"])) else { return nil }
        guard let own = source(of: view) else {
            return view.word(slots["policy"]).isAbsent ? .unknown(["policy"]) : .beyond([])
        }
        guard case .success(let policy) = own.read() else { return .unknown(["policy"]) }
        let control: Policy
        switch limit.read() {
        case .success(let read): control = read
        case .failure(let problem): return .unknown([problem.missing("control_policy", in: limit)])
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
