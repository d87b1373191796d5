import AccessPolicies
import SeededRandom
import Testing

/// The policies that other evaluators are asked about: those of the tables, random ones about the little world of
/// `NaiveWorld`, and random mixtures of what the tables try.
struct ComparisonCorpus {
    struct Entry {
        let text: String
        let policy: Policy
        let target: Target
    }

    private(set) var entries: [Entry] = []
    /// How many are of the tables.
    private(set) var written = 0

    static let each = 1500

    init() throws {
        var random = SeededGenerator(seed: 21)
        for entry in VerdictTables.entries {
            guard let target = entry.target else { continue }
            try add(entry.text, target)
        }
        written = entries.count
        let bucket = Target.bucket("b", account: owner)
        for _ in 0..<Self.each { try add(NaivePolicy(using: &random).text, bucket) }
        for _ in 0..<Self.each { try add(MixedPolicy.text(using: &random), bucket) }
    }

    private mutating func add(_ text: String, _ target: Target) throws {
        entries.append(Entry(text: text, policy: try policy(text), target: target))
    }

    // MARK: Questions

    /// Whether each is open, with the answers of prowler and policyuniverse.
    func comparePublic() throws -> [Comparison] {
        let answers: [[String: String]] = try OtherEvaluators.ask("public", texts: entries.map(\.text))
        func questions(_ name: String) -> [Comparison.Question<PublicCase>] {
            zip(entries, answers).map { entry, answer in
                .init(
                    text: entry.text, asked: PublicCase(policy: entry.policy, target: entry.target),
                    theirs: answer[name] ?? "")
            }
        }
        return [
            Comparison("prowler", questions("prowler"), Prowler.deviations) { $0.answer },
            Comparison("policyuniverse", questions("policyuniverse"), Policyuniverse.deviations) { $0.answer },
        ]
    }

    /// Some requests under each, with the answers of Principal Mapper, which knows no anonymous ones.
    func compareRequests() throws -> Comparison {
        var random = SeededGenerator(seed: 22)
        let known = NaiveWorld.requests.filter { $0.arn != nil || $0.service != nil }
        let samples = entries.map { _ in (0..<6).map { _ in random.pick(known) } }
        let lines = zip(entries, samples).map { entry, sample in
            "{\"policy\": \(entry.text), \"requests\": [\(sample.map(Self.line).joined(separator: ", "))]}"
        }
        let answers: [[String]] = try OtherEvaluators.ask("requests", texts: lines)
        var questions: [Comparison.Question<RequestCase>] = []
        for ((entry, sample), answer) in zip(zip(entries, samples), answers) {
            for (request, answer) in zip(sample, answer) {
                questions.append(
                    .init(
                        text: "\(entry.text)\n\(Self.words(request))",
                        asked: RequestCase(policy: entry.policy, request: request.request), theirs: answer))
            }
        }
        return Comparison("principalmapper", questions, PrincipalMapper.deviations) { $0.answer }
    }

    private static func words(_ asked: NaiveRequest) -> String {
        let context = asked.context.sorted { $0.key < $1.key }.map { "\($0) \($1.joined(separator: " "))" }
        return
            "\(asked.arn ?? asked.service ?? ""): \(asked.action) \(asked.resource) (\(context.joined(separator: ", ")))"
    }

    /// Who asks, for what, and all that is known of the request.
    private static func line(_ asked: NaiveRequest) -> String {
        let context = asked.request.context.sorted { $0.key < $1.key }.map { key, values in
            "\"\(key)\": [\(values.map { "\"\($0)\"" }.joined(separator: ", "))]"
        }
        let who = asked.arn ?? asked.service ?? ""
        return "[\"\(who)\", \"\(asked.action)\", \"\(asked.resource)\", {\(context.joined(separator: ", "))}]"
    }
}
