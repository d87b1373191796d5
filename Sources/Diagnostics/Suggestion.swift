/// The nearest valid name to a misspelt one.
package enum Suggestion {
    /// The candidate with the smallest edit distance, if it is near enough to be meant: at most a third
    /// of the word's length, and never more than three edits. Ties go to the first.
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let word = Array(word.lowercased().utf8)
        guard word.count <= 64 else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let other = Array(candidate.lowercased().utf8)
            guard other.count <= 64 else { continue }
            let limit = min(3, max(1, max(word.count, other.count) / 3))
            let distance = editDistance(word, other)
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// A `help:` line for a misspelt name: the nearest one, or the list when it is short.
    package static func help(for word: String, among candidates: some Collection<String>) -> String? {
        if let name = nearest(to: word, among: candidates) { return "did you mean `\(name)`?" }
        guard !candidates.isEmpty else { return nil }
        let names = candidates.prefix(24).map { "`\($0)`" }.joined(separator: ", ")
        return candidates.count > 24 ? "valid names are \(names) and others" : "valid names are \(names)"
    }

    /// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours cost one each.
    static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1] + [Int](repeating: 0, count: b.count)
            for j in 0..<b.count {
                let cost = a[i] == b[j] ? 0 : 1
                row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + cost)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
                }
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
