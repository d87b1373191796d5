internal import Catalog
package import Expressions

/// Functions, operators and macros for people: the list, the Markdown of the documentation, and one explained.
package struct FunctionListing: Sendable {
    package init() {}

    /// Names under which something can be looked up.
    package var names: [String] { ReferenceEntry.all.flatMap { [$0.name] + $0.aliases } }

    /// One line each, chapter by chapter.
    package func table() -> String {
        let width = ReferenceEntry.all.map(\.name.count).max() ?? 0
        return FunctionGroup.allCases.map { group in
            let rows = Self.entries(of: group).map { entry in
                ["  " + entry.name + String(repeating: " ", count: width - entry.name.count), entry.summary]
            }
            return "\(group.rawValue)\n" + TextTable.render(rows)
        }.joined(separator: "\n")
    }

    /// How one is called, what it means, and an example.
    package func explanation(of entry: ReferenceEntry) -> String {
        var result = "\(entry.name): \(entry.summary)\n\n"
        for (index, signature) in entry.signatures.enumerated() {
            result += "  \(index == 0 ? "call     " : "         ") \(signature)\n"
        }
        result += "  example   \(entry.example)\n"
        if !entry.aliases.isEmpty { result += "  also      \(entry.aliases.joined(separator: ", "))\n" }
        return result
    }

    /// A section a chapter, a row a function.
    package func markdown() -> String {
        FunctionGroup.allCases.map { group in
            var result = "## \(group.rawValue)\n\n| name | call | what it gives | example |\n|---|---|---|---|\n"
            for entry in Self.entries(of: group) {
                let names = ([entry.name] + entry.aliases).map(Self.code).joined(separator: ", ")
                let calls = entry.signatures.map(Self.code).joined(separator: "<br>")
                result += "| \(names) | \(calls) | \(entry.summary) | \(Self.code(entry.example)) |\n"
            }
            return result + "\n"
        }.joined()
    }

    private static func entries(of group: FunctionGroup) -> [ReferenceEntry] {
        ReferenceEntry.all.filter { $0.group == group }
    }

    /// Code in a cell of a table, where a bar would end the cell.
    private static func code(_ text: String) -> String { "`\(text.replacing("|", with: "\\|"))`" }
}
