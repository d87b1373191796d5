internal import Catalog
internal import Diagnostics
internal import Documents

/// Finds the values from outside that make a rule wrong which is right without them: a port of 70000, a pattern that is
/// none. The mistake is then told where the rule reads the value, with a note on where that comes from.
struct OverrideBlame {
    let catalog: Catalog
    /// The file and node of the rule.
    let document: Document
    let rule: NodeID
    /// Values that are there in any case.
    var given: [ParameterOverrides.Assignment] = []

    /// The problems, with notes on the values that are to blame.
    func explain(_ problems: [Diagnostic], of overrides: [ParameterOverrides.Assignment]) -> [Diagnostic] {
        let unexplained = problems.indices.filter {
            problems[$0].note == nil && problems[$0].span?.file === document.file
        }
        guard !unexplained.isEmpty, !overrides.isEmpty else { return problems }
        let own = read([])
        var result = problems
        for name in Set(overrides.map(\.name)).sorted() {
            let values = overrides.filter { $0.name == name }
            let made = read(values)
            for index in unexplained where made.contains(problems[index]) && !own.contains(problems[index]) {
                let last = values[values.count - 1]
                result[index].note = Diagnostic.Note(
                    "with the value that stands here", at: last.document.span(last.value))
            }
        }
        return result
    }

    /// The mistakes of the rule when it is read with these values.
    private func read(_ values: [ParameterOverrides.Assignment]) -> [Diagnostic] {
        var reader = RuleReader(
            catalog: catalog, document: document, readsExamples: false, overrides: given + values)
        _ = reader.read(rule)
        return reader.context.diagnostics
    }
}

extension [Diagnostic] {
    /// Whether one of them says the same of the same place.
    fileprivate func contains(_ other: Diagnostic) -> Bool {
        contains { $0.message == other.message && $0.span?.start == other.span?.start }
    }
}
