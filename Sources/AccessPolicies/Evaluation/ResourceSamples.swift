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
    /// a statement about the action names. Statements treat any two of a set alike unless another set cuts it, and that is
    /// asked about itself. Nil where they name more sets than anybody wants to read of.
    package func samples(of part: Target.Part, _ request: Request) -> [ResourceSample]? {
        var found = [ResourceSample(arn: ResourceFiller.text(for: part.arn), pattern: nil)]
        var seen: Set<String> = [part.arn, "*"]
        let matching = StatementMatching(policy: self, request: request)
        for statement in statements where matching.mayConcern(statement) {
            for value in statement.resource?.values ?? [] where seen.insert(value.text).inserted {
                let pattern = ResourcePattern(value.text, hasVariables: hasVariables)
                // What is for everything of the kind makes no difference.
                guard pattern.overlaps(part.pattern), !pattern.covers(part.pattern) else { continue }
                guard let arn = ResourceFiller.text(for: matching.resolved(value.text), within: part.arn) else {
                    continue
                }
                if found.count == Self.sampleLimit { return nil }
                found.append(ResourceSample(arn: arn, pattern: value.text))
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

/// Makes texts that match a pattern and little else.
enum ResourceFiller {
    private static let filler = Array("any-other-name-of-a-resource".utf8)

    /// The pattern with names that nobody gives in the place of its wildcards.
    static func text(for pattern: String) -> String {
        pattern.utf8.contains(Glob.question) || pattern.utf8.contains(Glob.star)
            ? String(decoding: filled(Array(pattern.utf8)[...]), as: UTF8.self) : pattern
    }

    /// A text that also matches `outer`, which has at most wildcards for whole parts and one at its end; nil where none does.
    static func text(for pattern: String, within outer: String) -> String? {
        if pattern == "*" { return text(for: outer) }
        guard let inner = ARN(completing: pattern), let outer = ARN(outer) else { return nil }
        var parts: [String] = []
        for (inner, outer) in zip(inner.parts, outer.parts) {
            guard let part = part(Array(inner.utf8), Array(outer.utf8)) else { return nil }
            parts.append(part)
        }
        return "arn:" + parts.joined(separator: ":")
    }

    private static func part(_ pattern: [UInt8], _ outer: [UInt8]) -> String? {
        guard outer.last == Glob.star else {
            let text = String(decoding: outer, as: UTF8.self)
            return Glob.matches(String(decoding: pattern, as: UTF8.self), text) ? text : nil
        }
        let beginning = outer.dropLast()
        guard let rest = rest(of: pattern, after: Array(beginning)) else { return nil }
        return String(decoding: beginning + filled(rest), as: UTF8.self)
    }

    /// What a pattern leaves behind a text: the most that it can leave, since a `*` that took some of the text is left too.
    private static func rest(of pattern: [UInt8], after text: [UInt8]) -> ArraySlice<UInt8>? {
        // Offsets in the pattern at which it may stand, text by text; as in matching with all choices at once.
        func withEmptyStars(_ offsets: Set<Int>) -> Set<Int> {
            var result = offsets
            for var at in offsets {
                while at < pattern.count, pattern[at] == Glob.star {
                    at += 1
                    result.insert(at)
                }
            }
            return result
        }
        var offsets = withEmptyStars([0])
        for byte in text {
            var next: Set<Int> = []
            for at in offsets where at < pattern.count {
                if pattern[at] == Glob.star { next.insert(at) }
                if pattern[at] == byte || pattern[at] == Glob.question { next.insert(at + 1) }
            }
            offsets = withEmptyStars(next)
        }
        return offsets.min().map { pattern[$0...] }
    }

    private static func filled(_ pattern: ArraySlice<UInt8>) -> [UInt8] {
        pattern.flatMap { byte -> [UInt8] in
            switch byte {
            case Glob.star: filler
            case Glob.question: [UInt8(ascii: "x")]
            default: [byte]
            }
        }
    }
}
