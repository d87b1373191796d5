package import Catalog
package import Diagnostics
internal import Documents
internal import Findings

/// Rules that were read together, in order of id.
package struct RuleSet: Sendable {
    package internal(set) var rules: [Rule] = []
    package internal(set) var diagnostics: [Diagnostic] = []

    /// Whether the rules' tests are read too; a check has no use for them.
    private let readsExamples: Bool
    let overrides: ParameterOverrides
    /// The ids of all rules met, right and wrong ones.
    var ids: Set<String> = []
    /// Where the rules stand that are right, by id.
    var sources: [String: RuleSource] = [:]
    /// Whether the built-in rules are among them.
    package private(set) var hasBuiltin = false
    /// Test files, which are read when every rule is known.
    private(set) var testFiles: [SourceFile] = []
    /// The built-in rules, once something has asked for one that is not among these; an array, since a set cannot hold
    /// another one in place.
    var library: [RuleSet] = []

    package init(readsExamples: Bool = true, overrides: ParameterOverrides = ParameterOverrides()) {
        self.readsExamples = readsExamples
        self.overrides = overrides
        diagnostics = overrides.diagnostics
    }

    /// The files that parameters have values from.
    package var parameterFiles: [SourceFile] { overrides.files }

    /// Reads the rules of a file and adds them; an id that is taken is an error.
    package mutating func add(_ file: SourceFile, catalog: Catalog) {
        let (document, problems) = YAMLReader.read(file)
        diagnostics += problems
        if problems.hasErrors { return }
        var reader = RuleFileReader(
            catalog: catalog, document: document, readsExamples: readsExamples, overrides: overrides)
        let added = reader.read()
        ids.formUnion(reader.ids)
        sources.merge(reader.sources) { first, _ in first }
        diagnostics += reader.diagnostics
        var taken = Dictionary(uniqueKeysWithValues: rules.map { ($0.id, $0.span) })
        for rule in added {
            if let first = taken[rule.id] {
                diagnostics.append(
                    Diagnostic(
                        .error, "the rule id `\(rule.id)` is taken", at: rule.span,
                        note: Diagnostic.Note("by this rule", at: first)))
            } else {
                taken[rule.id] = rule.span
                rules.append(rule)
            }
        }
        sortRules()
    }

    mutating func sortRules() { rules.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) } }

    /// Takes a test file, for `finish` to read.
    package mutating func addTests(_ file: SourceFile) { testFiles.append(file) }

    /// The rules embedded in the binary.
    package static func builtin(
        catalog: Catalog, readsExamples: Bool = true, overrides: ParameterOverrides = ParameterOverrides()
    ) -> RuleSet {
        var set = RuleSet(readsExamples: readsExamples, overrides: overrides)
        for file in builtinFiles() { set.add(file, catalog: catalog) }
        set.hasBuiltin = true
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
