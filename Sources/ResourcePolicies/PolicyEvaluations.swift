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
        var uses = [Int](repeating: 0, count: sources.distinct.count)
        for number in sources.numbers where number >= 0 { uses[Int(number)] += 1 }
        let (first, useCounts) = (sources.firsts, uses)
        // A policy that one resource has is evaluated at once and dropped, so that few stand in memory together.
        let readings = Workers.map(sources.distinct.count, jobs: jobs) { source -> Reading in
            let policy = sources.distinct[source].read()
            guard useCounts[source] == 1, let attachment = attachments[first[source]] else { return .shared(policy) }
            return .single(Self.outcome(policy, attachment, evaluate))
        }
        let dependsOnName = readings.map { reading in
            if case .shared(.success(let policy)) = reading { Attachment.dependsOnName(policy) } else { true }
        }
        let shared = Numbering(
            zip(attachments, sources.numbers).map { attachment, source -> Attachment? in
                guard source >= 0, useCounts[Int(source)] > 1 else { return nil }
                return dependsOnName[Int(source)] ? attachment : attachment?.unnamed
            })
        // The source of an attachment is among those that were read.
        let sourceOfShared = shared.firsts.map { Int(sources.numbers[$0]) }
        let ofShared = Workers.map(shared.distinct.count, jobs: jobs) { index -> Outcome in
            guard case .shared(let policy) = readings[sourceOfShared[index]] else { preconditionFailure() }
            return Self.outcome(policy, shared.distinct[index], evaluate)
        }
        var outcomes = ofShared
        var numberOfSingle = [Int32](repeating: -1, count: readings.count)
        for (source, reading) in readings.enumerated() {
            guard case .single(let outcome) = reading else { continue }
            numberOfSingle[source] = Int32(outcomes.count)
            outcomes.append(outcome)
        }
        numbers = zip(shared.numbers, sources.numbers).map { shared, source in
            shared >= 0 || source < 0 ? shared : numberOfSingle[Int(source)]
        }
        counts = (readings.count, outcomes.count)
        self.outcomes = outcomes
    }

    /// What came of reading a policy.
    private enum Reading: Sendable {
        /// Of one resource alone.
        case single(Outcome)
        case shared(Result<Policy, PolicyProblem>)
    }

    private static func outcome(
        _ policy: Result<Policy, PolicyProblem>, _ attachment: Attachment,
        _ evaluate: @Sendable (Policy, Attachment) -> Verdict
    ) -> Outcome {
        switch policy {
        case .failure(let error): .unreadable(error)
        case .success(let policy): .evaluated(evaluate(policy, attachment))
        }
    }

    /// The outcome of an attachment by its number; nil where there is none.
    package func outcome(_ number: Int) -> Outcome? { numbers[number] < 0 ? nil : outcomes[Int(numbers[number])] }
}

/// What one policy comes to.
package enum PolicyOutcome<Verdict: Sendable>: Sendable {
    case evaluated(Verdict)
    case unreadable(PolicyProblem)
}

/// Why a policy cannot be read, and where that shows, from its beginning.
package struct PolicyProblem: Error, Sendable {
    package var message: String
    package var range: Range<Int>

    /// Where it shows, for the policy at a place.
    package func span(in source: PolicySource) -> SourceSpan {
        let start = source.range.lowerBound
        return SourceSpan(file: source.file, start: start + range.lowerBound, end: start + range.upperBound)
    }

    package func diagnostic(in source: PolicySource) -> Diagnostic { Diagnostic(.error, message, at: span(in: source)) }

    /// For what is missing: the name of the field with place and mistake.
    package func missing(_ field: String, in source: PolicySource) -> String {
        let position = source.file.position(of: source.range.lowerBound + range.lowerBound)
        return "\(field) (\(source.file.path):\(position.line):\(position.column): \(message))"
    }
}

extension PolicySource {
    /// The policy, or the first mistake in it.
    package func read() -> Result<Policy, PolicyProblem> {
        let (policy, diagnostics) = Policy.read(self)
        if let policy { return .success(policy) }
        let first = diagnostics.first { $0.severity == .error }
        let span = first?.span.map { $0.start - range.lowerBound..<$0.end - range.lowerBound }
        return .failure(PolicyProblem(message: first?.message ?? "the policy cannot be read", range: span ?? 0..<1))
    }
}
