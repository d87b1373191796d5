package import AccessPolicies
package import Diagnostics
internal import Workers

/// A policy with what its evaluation depends on beside its text.
package protocol PolicyAttachment: Hashable, Sendable {
    var source: PolicySource { get }

    /// Without what makes no difference to a policy that does not depend on the resource's name.
    var unnamed: Self { get }

    /// Whether what a policy comes to depends on the name of the resource it is on.
    static func dependsOnName(_ policy: Policy) -> Bool
}

extension PolicyAttachment {
    package var unnamed: Self { self }
    package static func dependsOnName(_ policy: Policy) -> Bool { true }
}

/// What the policies of many resources come to. Equal ones are read once, and evaluated once where what else counts is
/// equal, too.
package struct PolicyEvaluations<Attachment: PolicyAttachment, Verdict: Sendable>: Sendable {
    package typealias Outcome = PolicyOutcome<Verdict>

    private let outcomes: [Outcome]
    private let numbers: [Int32]
    /// How many policies were read and how many evaluated.
    package let counts: (read: Int, evaluated: Int)

    /// `attachments`: nil where there is no policy, or the inventory does not say.
    package init(
        _ attachments: [Attachment?], jobs: Int, evaluate: @Sendable (Policy, Attachment) -> Verdict
    ) {
        let sources = Numbering(attachments.map { $0?.source })
        let policies = Workers.map(sources.distinct.count, jobs: jobs) { Self.read(sources.distinct[$0]) }
        let dependsOnName = policies.map { policy in
            if case .success(let policy) = policy { Attachment.dependsOnName(policy) } else { true }
        }
        let reduced = zip(attachments, sources.numbers).map { attachment, source in
            source < 0 || dependsOnName[Int(source)] ? attachment : attachment?.unnamed
        }
        let all = Numbering(reduced)
        // The source of an attachment is among those that were read.
        let ofAttachment = all.firsts.map { Int(sources.numbers[$0]) }
        outcomes = Workers.map(all.distinct.count, jobs: jobs) { index in
            switch policies[ofAttachment[index]] {
            case .failure(let error): .unreadable(error.problem)
            case .success(let policy): .evaluated(evaluate(policy, all.distinct[index]))
            }
        }
        numbers = all.numbers
        counts = (sources.distinct.count, all.distinct.count)
    }

    /// The outcome of an attachment by its number; nil where there is none.
    package func outcome(_ number: Int) -> Outcome? { numbers[number] < 0 ? nil : outcomes[Int(numbers[number])] }

    private struct ReadingError: Error { var problem: PolicyProblem }

    private static func read(_ source: PolicySource) -> Result<Policy, ReadingError> {
        let (policy, diagnostics) = Policy.read(source)
        if let policy { return .success(policy) }
        let first = diagnostics.first { $0.severity == .error }
        let start = first?.span.map { $0.start - source.range.lowerBound } ?? 0
        return .failure(
            ReadingError(problem: PolicyProblem(message: first?.message ?? "the policy cannot be read", start: start)))
    }
}

/// What one policy comes to.
package enum PolicyOutcome<Verdict: Sendable>: Sendable {
    case evaluated(Verdict)
    case unreadable(PolicyProblem)
}

/// Why a policy cannot be read, and where that shows, from its beginning.
package struct PolicyProblem: Sendable {
    package var message: String
    package var start: Int

    /// The mistake at its place.
    package func diagnostic(in source: PolicySource) -> Diagnostic {
        let at = min(source.range.lowerBound + start, source.range.upperBound)
        return Diagnostic(
            .error, message, at: SourceSpan(file: source.file, start: at, end: min(at + 1, source.range.upperBound)))
    }

    /// For what is missing: the name of the field with place and mistake.
    package func missing(_ field: String, in source: PolicySource) -> String {
        let position = source.file.position(of: source.range.lowerBound + start)
        return "\(field) (\(source.file.path):\(position.line):\(position.column): \(message))"
    }
}
