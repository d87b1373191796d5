/// One resource that stands for all that the statements of a policy treat alike.
package struct ResourceSample: Hashable, Sendable {
    /// A resource nobody has, made to match.
    package var arn: String
    /// The value of `Resource` or `NotResource` it was made of; nil for what is in none of them but those for all.
    package var pattern: String?
}

extension Policy {
    /// More sets of resources than this are not asked about one by one.
    package static let sampleLimit = 512

    /// Resources of a kind to ask about instead of all there are: one that no statement names, and one out of each set that
    /// a statement about the action names. Any other of the set comes to the same, unless it is in a second set that decides:
    /// one that denies is asked about itself, and one that a denial spares is asked about together with each of the others.
    /// Nil where the policy tells more sets apart than anybody wants to read of.
    package func samples(of part: Target.Part, _ request: Request) -> [ResourceSample]? {
        let matching = StatementMatching(policy: self, request: request)
        var found = [ResourceSample(arn: ResourceFiller.text(for: part.arn), pattern: nil)]
        var sets: [(text: String, pattern: ResourceFiller.Bounded)] = []
        var spared: Set<String> = []
        var sparing = 0
        var seen: Set<String> = [part.arn, "*"]
        for statement in statements where matching.mayConcern(statement) {
            var isSparing = false
            for value in statement.resource?.values ?? [] {
                let pattern = ResourcePattern(value.text, hasVariables: hasVariables)
                // What is for everything of the kind makes no difference.
                guard pattern.overlaps(part.pattern), !pattern.covers(part.pattern) else { continue }
                if statement.effect == .deny, statement.resource?.isNegated == true {
                    spared.insert(value.text)
                    isSparing = true
                }
                guard seen.insert(value.text).inserted,
                    let bounded = ResourceFiller.bounded(matching.resolved(value.text), within: part.arn)
                else { continue }
                if found.count == Self.sampleLimit { return nil }
                found.append(ResourceSample(arn: bounded.sample, pattern: value.text))
                sets.append((value.text, bounded))
            }
            if isSparing { sparing += 1 }
        }
        // What several denials spare would have to be asked about in all combinations.
        guard sparing < 2 else { return nil }
        for one in sets where spared.contains(one.text) {
            for other in sets where !spared.contains(other.text) {
                guard let arn = ResourceFiller.common(other.pattern, one.pattern) else { continue }
                if found.count == Self.sampleLimit { return nil }
                found.append(ResourceSample(arn: arn, pattern: "\(other.text) in \(one.text)"))
            }
        }
        return found
    }
}

extension StatementMatching {
    /// Whether the statement is about the action and perhaps about the requester.
    fileprivate func mayConcern(_ statement: Statement) -> Bool {
        var statement = statement
        statement.resource = nil
        statement.conditions = []
        return match(statement).truth != .no
    }

    /// The pattern with what is known of the request in it, and `*` for variables of which nothing is.
    fileprivate func resolved(_ text: String) -> String {
        guard policy.hasVariables, text.contains("${") else { return text }
        let variables = VariableText(text)
        guard case .text(let known) = variables.resolved(by: request) else { return variables.asPattern }
        return String(decoding: known.utf8.filter { $0 != EscapedGlob.escape }, as: UTF8.self)
    }
}
