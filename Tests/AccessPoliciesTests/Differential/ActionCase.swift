import AccessPolicies
import SeededRandom
import Testing

/// A value of `Action`, of which is asked what it matches.
struct ActionCase {
    let pattern: String
    /// The actions that both know, in lower case.
    let common: Set<String>
    var matchesNothing = false

    var answer: String {
        if matchesNothing { return "" }
        let found = ActionTable.shared.services.flatMap { service in
            service.matching(pattern).indices.map { "\(service.prefix):\(service.names[$0])".lowercased() }
        }
        return found.filter(common.contains).sorted().joined(separator: " ")
    }

    /// What stands before the colon.
    private var prefix: Substring { pattern.prefix { $0 != ":" } }

    static func nothing(
        _ name: String, _ argument: String, where isSo: @escaping @Sendable (ActionCase) -> Bool
    ) -> Deviation<ActionCase> {
        Deviation(name, argument, Page.action) { if isSo($0) { $0.matchesNothing = true } }
    }

    private static let prefixes =
        "AWS's page has wildcards anywhere in an action and says nothing of the part before the colon. They count: nothing is "
        + "private by accident."

    static let byPolicySentry = [
        nothing("`?` without `*` is a plain character", "Both are wildcards, each for itself.") {
            $0.pattern.contains("?") && !$0.pattern.contains("*")
        },
        nothing("a service in capitals is unknown where a wildcard follows", "Services and actions have no case.") {
            $0.prefix != $0.prefix.lowercased()
        },
        nothing("wildcards in the service's name match nothing", prefixes) {
            $0.pattern.contains(":") && $0.prefix.contains { $0 == "*" || $0 == "?" }
        },
    ]
    static let byParliament = [
        nothing("`?` and `*` beside letters of a service's name match nothing", prefixes) {
            $0.prefix != "*" && $0.prefix.contains { $0 == "*" || $0 == "?" }
        }
    ]

    /// Patterns of the tables, and random ones made of names.
    static let patterns: [String] = {
        var result = ActionTable.shared.services.map { "\($0.prefix):*" }
        result += ["*", "*:*", "s3:", "GetObject", "s?:GetObject", "*:GetObject", "*s:TagResource", "K?S:Decrypt"]
        result += VerdictTables.entries.flatMap { entry in
            (try? policy(entry.text))?.statements.flatMap { $0.action.values.map(\.text) } ?? []
        }
        var random = SeededGenerator(seed: 23)
        for service in ActionTable.shared.services {
            for _ in 0..<60 { result.append(pattern(service.prefix, random.pick(service.names), &random)) }
        }
        var seen: Set<String> = []
        return result.filter { seen.insert($0).inserted }
    }()

    private static func pattern(_ prefix: String, _ name: String, _ random: inout SeededGenerator) -> String {
        var letters = Array(name)
        for _ in 0..<random.pick([1, 1, 2]) {
            let start = Int.random(in: 0...letters.count, using: &random)
            let end = Int.random(in: start...letters.count, using: &random)
            let middle = random.once(in: 3) ? Array(repeating: "?" as Character, count: end - start) : ["*"]
            letters.replaceSubrange(start..<end, with: middle)
        }
        let text = "\(prefix):\(String(letters))"
        return random.once(in: 5) ? text.uppercased() : text
    }

    static func compare() throws -> [Comparison] {
        let answers: [[String: [String]]] = try OtherEvaluators.ask("actions", patterns)
        let ours = Set(
            ActionTable.shared.services.flatMap { service in
                service.names.map { "\(service.prefix):\($0)".lowercased() }
            })
        let whole = patterns.firstIndex(of: "*") ?? 0
        let tools = [
            ("policy-sentry", byPolicySentry), ("parliament", byParliament), ("policyuniverse", []),
        ]
        return tools.map { name, deviations in
            let common = ours.intersection(answers[whole][name] ?? [])
            let questions = zip(patterns, answers).map { pattern, answer in
                let found = (answer[name] ?? []).filter(common.contains).sorted()
                return Comparison.Question(
                    text: pattern, asked: ActionCase(pattern: pattern, common: common),
                    theirs: found.joined(separator: " "))
            }
            return Comparison(name, questions, deviations) { $0.answer }
        }
    }
}
