package import Catalog
package import Diagnostics
internal import Documents
internal import Findings

/// Rules that were read together, in order of id.
package struct RuleSet: Sendable {
    package private(set) var rules: [Rule] = []
    package private(set) var diagnostics: [Diagnostic] = []

    /// Whether the rules' tests are read too; a check has no use for them.
    private let readsExamples: Bool

    package init(readsExamples: Bool = true) { self.readsExamples = readsExamples }

    /// Reads the rules of a file and adds them; an id that is taken is an error.
    package mutating func add(_ file: SourceFile, catalog: Catalog) {
        let (document, problems) = YAMLReader.read(file)
        diagnostics += problems
        if problems.hasErrors { return }
        var reader = RuleFileReader(catalog: catalog, document: document, readsExamples: readsExamples)
        let added = reader.read()
        diagnostics += reader.diagnostics
        for rule in added {
            if let first = rules.first(where: { $0.id == rule.id }) {
                diagnostics.append(
                    Diagnostic(
                        .error, "the rule id `\(rule.id)` is taken", at: rule.span,
                        note: Diagnostic.Note("by this rule", at: first.span)))
            } else {
                rules.append(rule)
            }
        }
        rules.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    }

    /// The rules embedded in the binary.
    package static func builtin(catalog: Catalog, readsExamples: Bool = true) -> RuleSet {
        var set = RuleSet(readsExamples: readsExamples)
        for file in builtinFiles() { set.add(file, catalog: catalog) }
        return set
    }

    /// The text of the built-in rule files.
    package static func builtinFiles() -> [SourceFile] {
        EmbeddedYAML.files.map { name, text in
            SourceFile(
                path: "rules/\(name)", text: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        }
    }

    /// Keeps the rules that `names` select: a rule's id or a category's name each. Returns the names that select nothing.
    package mutating func keep(only names: [String]) -> [String] {
        guard !names.isEmpty else { return [] }
        let unknown = names.filter { name in !rules.contains { $0.id == name || $0.category.rawValue == name } }
        rules.removeAll { rule in !names.contains(rule.id) && !names.contains(rule.category.rawValue) }
        return unknown.filter { Category(rawValue: $0) == nil }
    }
}
