/// Makes texts that match a pattern and little else.
enum ResourceFiller {
    /// Characters for private use, which no policy names.
    private static let filler = Array("\u{F8F0}\u{F8F1}\u{F8F2}\u{F8F3}\u{F8F4}\u{F8F5}".utf8)
    private static let character = Array("\u{F8F6}".utf8)

    /// The pattern with names that nobody gives in the place of its wildcards.
    static func text(for pattern: String) -> String {
        Glob.hasWildcard(pattern) ? String(decoding: filled(Array(pattern.utf8)[...]), as: UTF8.self) : pattern
    }

    /// The part of a pattern that is within another.
    struct Bounded {
        /// What stands before the resource, without wildcards.
        fileprivate var head: String
        /// The resource, with wildcards behind the beginning that all have.
        fileprivate var resource: [UInt8]

        /// A text that matches both patterns.
        var sample: String { head + String(decoding: filled(resource[...]), as: UTF8.self) }
    }

    /// `outer` has at most wildcards for whole parts and one at its end. Nil where no text matches both.
    static func bounded(_ pattern: String, within outer: String) -> Bounded? {
        guard let inner = ARN(completing: pattern), let outer = ARN(outer) else { return nil }
        var parts: [[UInt8]] = []
        for (inner, outer) in zip(inner.parts, outer.parts) {
            guard let part = bounded(Array(inner.utf8), Array(outer.utf8)) else { return nil }
            parts.append(part)
        }
        let head = parts.dropLast().map { String(decoding: filled($0[...]), as: UTF8.self) }
        return Bounded(head: "arn:" + head.map { $0 + ":" }.joined(), resource: parts[4])
    }

    private static func bounded(_ pattern: [UInt8], _ outer: [UInt8]) -> [UInt8]? {
        guard outer.last == Glob.star else {
            return Glob.matches(String(decoding: pattern, as: UTF8.self), String(decoding: outer, as: UTF8.self))
                ? outer : nil
        }
        let beginning = outer.dropLast()
        return rest(of: pattern, after: Array(beginning)).map { Array(beginning) + $0 }
    }

    /// What a pattern leaves behind a text: the most that it can leave, since a `*` that took some of the text is left too.
    private static func rest(of pattern: [UInt8], after text: [UInt8]) -> ArraySlice<UInt8>? {
        // Offsets in the pattern at which it may stand, with all choices followed at once.
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
            case Glob.question: character
            default: [byte]
            }
        }
    }

    // MARK: Two patterns

    /// A text that matches both; nil where none does.
    static func common(_ left: Bounded, _ right: Bounded) -> String? {
        guard left.head == right.head else { return nil }
        // A `*` stands for something that is nowhere else, where it may.
        let wide = left.resource.flatMap { $0 == Glob.star ? filler + [Glob.star] : [$0] }
        guard let text = common(wide, right.resource) ?? common(left.resource, right.resource) else { return nil }
        return left.head + String(decoding: text, as: UTF8.self)
    }

    /// Looks for it byte by byte, going through every pair of offsets in the patterns once.
    private static func common(_ left: [UInt8], _ right: [UInt8]) -> [UInt8]? {
        let width = right.count + 1
        var isSeen = [Bool](repeating: false, count: (left.count + 1) * width)
        var pending: [(i: Int, j: Int, text: [UInt8])] = [(0, 0, [])]
        while let (i, j, text) = pending.popLast() {
            guard !isSeen[i * width + j] else { continue }
            isSeen[i * width + j] = true
            let a = i < left.count ? left[i] : nil
            let b = j < right.count ? right[j] : nil
            if a == nil, b == nil { return text }
            if a == Glob.star { pending.append((i + 1, j, text)) }
            if b == Glob.star { pending.append((i, j + 1, text)) }
            guard let a, let b else { continue }
            let isLeftWild = a == Glob.star || a == Glob.question
            let isRightWild = b == Glob.star || b == Glob.question
            guard isLeftWild || isRightWild || a == b else { continue }
            // Two stars take nothing that leads on.
            if a == Glob.star, b == Glob.star { continue }
            let taken = isLeftWild && isRightWild ? character : [isLeftWild ? b : a]
            pending.append((a == Glob.star ? i : i + 1, b == Glob.star ? j : j + 1, text + taken))
        }
        return nil
    }
}
