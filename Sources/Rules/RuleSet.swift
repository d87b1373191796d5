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
    private let overrides: ParameterOverrides
    /// The ids of all rules met, right and wrong ones.
    private var ids: Set<String> = []
    private var hasBuiltin = false

    package init(readsExamples: Bool = true, overrides: ParameterOverrides = ParameterOverrides()) {
        self.readsExamples = readsExamples
        self.overrides = overrides
        diagnostics = overrides.diagnostics
    }

    /// Reads the rules of a file and adds them; an id that is taken is an error.
    package mutating func add(_ file: SourceFile, catalog: Catalog) {
        let (document, problems) = YAMLReader.read(file)
        diagnostics += problems
        if problems.hasErrors { return }
        var reader = RuleFileReader(
            catalog: catalog, document: document, readsExamples: readsExamples, overrides: overrides)
        let added = reader.read()
        ids.formUnion(reader.ids)
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

    // MARK: All files together

    /// Checks what only all files together can show; to be called when every file is added.
    package mutating func finish(catalog: Catalog) {
        checkOverrides(catalog)
    }

    /// Reports values for parameters of rules that are not there. A parameter file serves several runs, so that it may
    /// name built-in rules that this run leaves out; they are checked all the same.
    private mutating func checkOverrides(_ catalog: Catalog) {
        var builtin: RuleSet?
        for (mentions, isFile) in [(overrides.fromFiles, true), (overrides.fromArguments, false)] {
            for mention in mentions where !ids.contains(mention.rule) {
                if isFile, !hasBuiltin, builtin == nil {
                    let set = RuleSet.builtin(catalog: catalog, readsExamples: false, overrides: overrides)
                    builtin = set
                    // What is wrong with the overrides themselves has been told.
                    diagnostics += set.diagnostics.dropFirst(overrides.diagnostics.count)
                }
                let known = ids.union(isFile ? builtin?.ids ?? [] : [])
                if known.contains(mention.rule) { continue }
                diagnostics.append(
                    Diagnostic(
                        .error, "there is no rule `\(mention.rule)`", at: mention.span,
                        help: Suggestion.nearest(to: mention.rule, among: known.sorted()).map {
                            "did you mean `\($0)`?"
                        }))
            }
        }
    }
}
