package import Catalog
internal import Diagnostics
internal import Documents

extension RuleSet {
    /// Reads the test files, and checks what only all files together can show; to be called when every file is added.
    package mutating func finish(catalog: Catalog) {
        for file in testFiles { readTests(file, catalog) }
        checkOverrides(catalog)
    }

    /// The built-in rules, for those of them that are not in the set but are spoken of.
    private mutating func builtin(_ catalog: Catalog) -> RuleSet {
        if let set = library.first { return set }
        let set = RuleSet.builtin(catalog: catalog, readsExamples: false, overrides: overrides)
        library = [set]
        // What is wrong with the overrides themselves has been told.
        diagnostics += set.diagnostics.dropFirst(overrides.diagnostics.count)
        return set
    }

    // MARK: Tests

    private mutating func readTests(_ file: SourceFile, _ catalog: Catalog) {
        let (document, problems) = YAMLReader.read(file)
        diagnostics += problems
        if problems.hasErrors { return }
        var reader = TestFileReader(catalog: catalog, document: document)
        // Both closures change the set, so that they work on a copy of their own.
        var set = self
        var added: [(rule: String, example: RuleExample)] = []
        reader.read {
            set.look(up: $0, catalog)
        } take: {
            added.append(($0, $1))
        }
        self = set
        diagnostics += reader.diagnostics
        for (rule, example) in added {
            guard let index = rules.firstIndex(where: { $0.id == rule }) else { continue }
            rules[index].examples.append(example)
        }
    }

    /// Finds a rule that a test names. A built-in rule that is not in the set joins it, without its own tests.
    private mutating func look(up id: String, _ catalog: Catalog) -> TestFileReader.Lookup {
        if let source = sources[id] { return .found(source) }
        if ids.contains(id) { return .wrong }
        let builtin = hasBuiltin ? self : builtin(catalog)
        if let rule = builtin.rules.first(where: { $0.id == id }), let source = builtin.sources[id] {
            ids.insert(id)
            sources[id] = source
            rules.append(rule)
            sortRules()
            return .found(source)
        }
        if builtin.ids.contains(id) { return .wrong }
        let nearest = Suggestion.nearest(to: id, among: ids.union(builtin.ids).sorted())
        return .unknown(help: nearest.map { "did you mean `\($0)`?" } ?? "give the file that holds it, too")
    }

    // MARK: Parameters

    /// Reports values for parameters of rules that are not there. A parameter file serves several runs, so that it may
    /// name built-in rules that this run leaves out; they are checked all the same.
    private mutating func checkOverrides(_ catalog: Catalog) {
        for (mentions, isFile) in [(overrides.fromFiles, true), (overrides.fromArguments, false)] {
            for mention in mentions where !ids.contains(mention.rule) {
                let others = isFile && !hasBuiltin ? builtin(catalog).ids : []
                if others.contains(mention.rule) { continue }
                let nearest = Suggestion.nearest(to: mention.rule, among: ids.union(others).sorted())
                diagnostics.append(
                    Diagnostic(
                        .error, "there is no rule `\(mention.rule)`", at: mention.span,
                        help: nearest.map { "did you mean `\($0)`?" }))
            }
        }
    }
}
