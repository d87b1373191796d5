internal import ResourcePolicies

/// Parts of sentences about access.
enum AccessWords {
    static func unsaid(_ names: [String]) -> String {
        "the inventory does not say " + names.map { $0.contains(" ") ? $0 : "`\($0)`" }.joined(separator: ", ")
    }

    /// `a, b and c`, each once.
    static func joined(_ names: [String]) -> String {
        Enumeration.text(unique(names))
    }

    static func unique(_ texts: [String]) -> [String] {
        texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
