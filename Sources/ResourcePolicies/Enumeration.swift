/// Several things in one sentence.
package enum Enumeration {
    /// `a, b and c`; empty of none.
    package static func text(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    /// The first three, and how many there are more.
    package static func beginning(_ texts: [String]) -> String {
        let shown = texts.prefix(3).joined(separator: "; ")
        return texts.count > 3 ? "\(shown); and \(texts.count - 3) more" : shown
    }
}
