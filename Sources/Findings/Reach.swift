/// Whether what a finding tells of makes a difference now.
package enum Effect: String, CaseIterable, Sendable {
    /// A path exists now.
    case effective
    /// There would be a path if something were attached or routed that is not.
    case latent
    /// The inventory does not say enough.
    case undetermined
}

/// The effect of a finding, and what decided it.
package struct Reach: Sendable {
    package var effect: Effect
    /// A plain part of a sentence: `internet → igw-1 → acl-1 entry 100 → i-0abc`, `attached to nothing`.
    package var reason: String
    /// What decided besides the finding's own evidence; it may stand in other files.
    package var evidence: [Evidence]

    package init(effect: Effect, reason: String, evidence: [Evidence] = []) {
        (self.effect, self.reason, self.evidence) = (effect, reason, evidence)
    }
}

extension Severity {
    /// What a finding of this effect is graded by a rule of this severity, whose latent findings may have one of their own.
    package func graded(by effect: Effect?, latent: Severity?) -> Severity {
        effect == .latent ? latent ?? self : self
    }
}
