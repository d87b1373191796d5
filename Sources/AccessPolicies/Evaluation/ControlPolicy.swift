extension Policy {
    /// The Allow statements that give others than the owner's account something that a control policy does not: an action, to
    /// somebody, on some resource. Nil where that cannot be told, since the control policy has denials.
    ///
    /// Source: https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy-not-more-permissive.html
    package func statements(beyond control: Policy, on target: Target) -> [Int]? {
        guard !control.statements.contains(where: { $0.effect == .deny }), let own = reach(of: target),
            let limits = control.reach(of: target)
        else { return nil }
        let beyond = own.grants.filter { grant in
            guard grant.standing >= .limited else { return false }
            let part = target.parts[grant.part].pattern
            let wanted = match(grant.statement)?.within(part)
            let covering = limits.grants.filter { limit in
                // A condition that nobody can judge limits to nothing that could be compared.
                guard limit.part == grant.part, limit.undecided.isEmpty, grant.audience.isWithin(limit.audience) else {
                    return false
                }
                return control.match(limit.statement)?.covers(wanted, in: part) ?? true
            }
            let covered = covering.reduce(ActionSet()) { $0.union($1.actions) }
            return !grant.actions.subtracting(covered).isEmpty
        }
        return Set(beyond.map(\.statement)).sorted()
    }

    private func match(_ statement: Int) -> ResourceMatch? {
        statements[statement].resource.map { ResourceMatch($0, hasVariables: hasVariables) }
    }
}
