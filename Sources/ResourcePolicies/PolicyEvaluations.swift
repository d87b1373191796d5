package import AccessPolicies
internal import Diagnostics
internal import Synchronization
internal import Workers

/// A policy with what its evaluation depends on beside its text.
package protocol PolicyAttachment: Hashable, Sendable {
    var source: PolicySource { get }
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
        var ofSource: [PolicySource: Int] = [:]
        var sources: [PolicySource] = []
        var ofAttachment: [Attachment: Int32] = [:]
        var distinct: [(attachment: Attachment, source: Int)] = []
        numbers = attachments.map { attachment in
            guard let attachment else { return -1 }
            if let known = ofAttachment[attachment] { return known }
            let source = ofSource[attachment.source] ?? sources.count
            if source == sources.count {
                ofSource[attachment.source] = source
                sources.append(attachment.source)
            }
            let number = Int32(distinct.count)
            ofAttachment[attachment] = number
            distinct.append((attachment, source))
            return number
        }
        let (allSources, all) = (sources, distinct)
        let policies = Self.inParallel(sources.count, jobs) { Self.read(allSources[$0]) }
        outcomes = Self.inParallel(distinct.count, jobs) { index in
            let (attachment, source) = all[index]
            switch policies[source] {
            case .failure(let error): return .unreadable(error.problem)
            case .success(let policy): return .evaluated(evaluate(policy, attachment))
            }
        }
        counts = (sources.count, distinct.count)
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

    private static func inParallel<T: Sendable>(_ count: Int, _ jobs: Int, _ body: @Sendable (Int) -> T) -> [T] {
        let size = 64
        let parts = Mutex([[T]](repeating: [], count: (count + size - 1) / size))
        Workers.run(count: (count + size - 1) / size, jobs: jobs) { _, part in
            let results = (part * size..<min(count, (part + 1) * size)).map(body)
            parts.withLock { $0[part] = results }
        }
        return parts.withLock { $0.flatMap(\.self) }
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

    /// For what is missing: the name of the field with place and mistake.
    package func missing(_ field: String, in source: PolicySource) -> String {
        let position = source.file.position(of: source.range.lowerBound + start)
        return "\(field) (\(source.file.path):\(position.line):\(position.column): \(message))"
    }
}
