package import AccessPolicies
internal import Diagnostics
internal import Synchronization
internal import Workers

/// A policy with what its evaluation depends on beside its text.
package protocol PolicyAttachment: Hashable, Sendable {
    var source: PolicySource { get }

    /// Without what makes no difference to this policy.
    func reduced(for policy: Policy) -> Self
}

extension PolicyAttachment {
    package func reduced(for policy: Policy) -> Self { self }
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
        let policies = Self.inParallel(sources.distinct.count, jobs) { Self.read(sources.distinct[$0]) }
        let reduced = zip(attachments, sources.numbers).map { attachment, source in
            attachment.map { whole in
                if case .success(let policy) = policies[Int(source)] { whole.reduced(for: policy) } else { whole }
            }
        }
        let all = Numbering(reduced)
        // The source of an attachment is among those that were read.
        let ofAttachment = all.firsts.map { Int(sources.numbers[$0]) }
        outcomes = Self.inParallel(all.distinct.count, jobs) { index in
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

/// Values that repeat, each with the number of the distinct one.
private struct Numbering<Value: Hashable & Sendable>: Sendable {
    private(set) var distinct: [Value] = []
    /// -1 for nil.
    private(set) var numbers: [Int32] = []

    init(_ values: [Value?]) {
        var known: [Value: Int32] = [:]
        numbers.reserveCapacity(values.count)
        for value in values {
            guard let value else {
                numbers.append(-1)
                continue
            }
            let number = known[value] ?? Int32(distinct.count)
            if Int(number) == distinct.count {
                known[value] = number
                distinct.append(value)
            }
            numbers.append(number)
        }
    }

    /// Where each of the distinct values stands first.
    var firsts: [Int] {
        var result = [Int](repeating: -1, count: distinct.count)
        for (index, number) in numbers.enumerated() where number >= 0 && result[Int(number)] < 0 {
            result[Int(number)] = index
        }
        return result
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
