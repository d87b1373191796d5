internal import AccessPolicies
internal import Diagnostics
internal import Synchronization
internal import Workers

/// The policies of all buckets. Equal ones are read once, and evaluated once where the bucket's name, account and partition
/// are equal, too.
struct BucketPolicies: Sendable {
    /// A policy on a bucket.
    struct Attachment: Hashable, Sendable {
        var source: PolicySource
        var bucket: String
        var account: String?
        var partition: String
    }

    /// Why a policy cannot be read, and where that shows, from its beginning.
    struct Problem: Sendable {
        var message: String
        var start: Int
    }

    enum Outcome: Sendable {
        case evaluated(PolicyVerdict)
        case unreadable(Problem)
    }

    private let outcomes: [Outcome]
    private let numbers: [Int32]
    /// How many policies were read and how many evaluated.
    let counts: (read: Int, evaluated: Int)

    /// `attachments`: by bucket; nil where it has no policy, or the inventory does not say.
    init(_ attachments: [Attachment?], jobs: Int) {
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
            case .failure(let problem): return .unreadable(problem.problem)
            case .success(let policy):
                let target = Target.bucket(
                    attachment.bucket, account: attachment.account, partition: attachment.partition)
                return .evaluated(PolicyVerdict(policy, target))
            }
        }
        counts = (sources.count, distinct.count)
    }

    /// The outcome for a bucket by its number; nil for one without a policy.
    func outcome(_ bucket: Int) -> Outcome? { numbers[bucket] < 0 ? nil : outcomes[Int(numbers[bucket])] }

    private struct ReadingError: Error { var problem: Problem }

    private static func read(_ source: PolicySource) -> Result<Policy, ReadingError> {
        let (policy, diagnostics) = Policy.read(source)
        if let policy { return .success(policy) }
        let first = diagnostics.first { $0.severity == .error }
        let start = first?.span.map { $0.start - source.range.lowerBound } ?? 0
        return .failure(
            ReadingError(problem: Problem(message: first?.message ?? "the policy cannot be read", start: start)))
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
