internal import Catalog
internal import Diagnostics
internal import Documents
internal import Expressions
internal import Findings

/// Reads one rule and checks all of it, reporting every mistake.
struct RuleReader {
    var context: ReadingContext
    private var document: Document { context.document }
    /// Values that replace the defaults of parameters.
    private let overrides: GivenParameters

    static let keys = [
        "id", "title", "resource", "category", "severity", "latent", "params", "let", "when", "for_each", "flag",
        "require",
        "message", "fix", "savings", "maps", "tests",
    ]
    static let required = ["id", "title", "resource", "category", "severity", "message", "fix"]

    private let readsExamples: Bool

    init(catalog: Catalog, document: Document, readsExamples: Bool, overrides: GivenParameters) {
        context = ReadingContext(catalog: catalog, document: document)
        self.readsExamples = readsExamples
        self.overrides = overrides
    }

    /// The rule, or nil after reporting errors.
    mutating func read(_ id: NodeID) -> Rule? {
        guard document[id].kind == .mapping else {
            context.report("a rule is a mapping that begins with `id`", id)
            return nil
        }
        context.checkKeys(id, of: "a rule", Self.keys)
        let head = document.value(of: "id", in: id) ?? document.pairs(id).first?.key ?? id
        for key in Self.required where document.value(of: key, in: id) == nil {
            context.report("the rule needs `\(key)`", head)
        }
        let latentSeverity = readParameters(id)
        let type = resourceType(id)
        let category = choice("category", id, Category.allCases.map(\.rawValue)).flatMap { Category(rawValue: $0) }
        let severity = choice("severity", id, Severity.allCases.map(\.rawValue)).flatMap { Severity(rawValue: $0) }
        guard let type else { return nil }
        context.resource = .record(context.catalog.types[type].name)
        let resource = Expression(.resource, .record(context.catalog.types[type].name), at: document.span(id))
        readDefinitions(id)
        let errorsBeforeForEach = context.diagnostics.count
        let forEach = readForEach(id, type)
        // Without knowing the entries, what is said of them cannot be checked; the rest can.
        let knowsEntries = context.diagnostics.count == errorsBeforeForEach
        let when = document.value(of: "when", in: id).flatMap { readCondition($0, on: resource, binders: []) }
        var conditions: [Expression] = []
        var messages: [MessageTemplate] = []
        var savings: [Expression] = []
        let errorsBeforeConditions = context.diagnostics.count
        for entry in !knowsEntries
            ? [] : forEach.isEmpty ? [nil] : forEach.map({ entrySubject($0, type, document.span(id)) })
        {
            // The lists of one rule mostly have the same fields; a mistake found in the first is not told again.
            if context.diagnostics.count > errorsBeforeConditions { break }
            let binders = entry.map { [$0.type] } ?? []
            if let condition = readConditionKey(id, entry ?? resource, binders) { conditions.append(condition) }
            if let message = readMessage(id, binders) { messages.append(message) }
            if let saving = readSavings(id, type, binders) { savings.append(saving) }
        }
        // Without entries to read it for, a name can be checked all the same.
        if !knowsEntries { _ = readSavings(id, type, []) }
        let maps = readMaps(id)
        checkID(id)
        checkParametersAreUsed()
        checkDefinitionsAreUsed(id)
        let examples = readsExamples ? readExamples(id, type) : []
        let hasErrors = context.diagnostics.hasErrors
        guard !hasErrors, let category, let severity, !conditions.isEmpty, conditions.count == messages.count else {
            return nil
        }
        return Rule(
            id: text("id", id), title: text("title", id), resourceType: type, category: category, severity: severity,
            latentSeverity: latentSeverity, parameters: context.parameters, when: when, forEach: forEach,
            conditions: conditions, flags: document.value(of: "flag", in: id) != nil, messages: messages,
            fix: text("fix", id), savings: savings, maps: maps, examples: examples, span: document.span(head),
            sourceSpan: document.span(id))
    }

    private func text(_ key: String, _ id: NodeID) -> String {
        document.value(of: key, in: id).map { Self.oneLine(document.text($0)) } ?? ""
    }

    /// Folded text ends in a line feed.
    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    // MARK: Head

    private mutating func checkID(_ id: NodeID) {
        guard let node = document.value(of: "id", in: id) else { return }
        let text = document.text(node)
        if !Rule.isValidID(text) {
            context.report(
                "`\(text)` cannot be a rule id", node,
                help: "use lower-case letters, digits and hyphens, as sg-ssh-open")
        }
        for key in ["title", "message", "fix"] {
            guard let value = document.value(of: key, in: id) else { continue }
            if !document[value].isScalar || document.text(value).allSatisfy(\.isWhitespace) {
                context.report("`\(key)` is a sentence", value)
            }
        }
    }

    private mutating func choice(_ key: String, _ id: NodeID, _ values: [String]) -> String? {
        guard let node = document.value(of: key, in: id) else { return nil }
        let text = document.text(node)
        if values.contains(text) { return text }
        context.report("`\(text)` is no \(key)", node, help: Suggestion.help(for: text, among: values))
        return nil
    }

    private mutating func resourceType(_ id: NodeID) -> Int? {
        guard let node = document.value(of: "resource", in: id) else { return nil }
        let text = document.text(node)
        if let type = context.catalog.typeNames.index(of: text) { return type }
        context.report(
            "`\(text)` is no resource type", node,
            help: Suggestion.help(for: text, among: context.catalog.typeNames.names))
        return nil
    }

    // MARK: Parameters

    /// Reads the parameters, among them the severity of latent findings, which it returns.
    private mutating func readParameters(_ id: NodeID) -> Severity? {
        var reader = ParameterReader(context)
        reader.readDeclarations(of: id)
        reader.readLatent(of: id)
        reader.bind(overrides)
        context = reader.context
        return reader.latentSeverity(of: id)
    }

    private mutating func checkParametersAreUsed() {
        // A condition with an error may have been left before its parameters were met.
        guard !context.diagnostics.hasErrors else { return }
        for parameter in context.parameters where !context.usedParameters.contains(parameter.name) {
            context.report(
                "the parameter `\(parameter.name)` is not used", parameter.span,
                help: "write `$\(parameter.name)` in a mapping, `params.\(parameter.name)` in an expression")
        }
    }

    // MARK: Names for expressions

    private mutating func readDefinitions(_ id: NodeID) {
        guard let node = document.value(of: "let", in: id) else { return }
        var reader = DefinitionReader(context)
        reader.read(node)
        context = reader.context
    }

    private mutating func checkDefinitionsAreUsed(_ id: NodeID) {
        guard !context.diagnostics.hasErrors, let node = document.value(of: "let", in: id) else { return }
        for (key, _) in document.pairs(node) where !context.usedDefinitions.contains(document.text(key)) {
            context.report("`\(document.text(key))` is not used", key, help: "write the name in a condition or message")
        }
    }

    // MARK: Condition

    private mutating func readCondition(_ id: NodeID, on subject: Expression, binders: [ValueType]) -> Expression? {
        var reader = ConditionReader(context, binders: binders)
        let condition = reader.condition(id, on: subject)
        context = reader.context
        guard let condition else { return nil }
        let constants = ConstantConditions.find(in: condition, binders: binders.count)
        context.diagnostics += constants
        return constants.isEmpty ? condition : nil
    }

    private mutating func readConditionKey(
        _ id: NodeID, _ subject: Expression, _ binders: [ValueType]
    ) -> Expression? {
        let flag = document.value(of: "flag", in: id)
        let require = document.value(of: "require", in: id)
        switch (flag, require) {
        case (let node?, nil), (nil, let node?): return readCondition(node, on: subject, binders: binders)
        case (_?, let second?):
            context.report("a rule has `flag` or `require`, not both", second)
        case (nil, nil):
            context.report(
                "the rule needs `flag` or `require`", document.value(of: "id", in: id) ?? id,
                help: "`flag` says what is wrong, `require` what must hold")
        }
        return nil
    }

    private mutating func readForEach(_ id: NodeID, _ type: Int) -> [String] {
        guard let node = document.value(of: "for_each", in: id) else { return [] }
        let shape = context.catalog.shapes[context.catalog.types[type].shape]
        let lists = shape.fields.filter { $0.type.isRecordList }.map(\.name)
        let items = document[node].kind == .sequence ? Array(document.items(node)) : [node]
        var names: [String] = []
        for item in items {
            let name = document.text(item)
            if names.contains(name) {
                context.report("`\(name)` stands twice in `for_each`", item)
            } else if lists.contains(name) {
                names.append(name)
            } else {
                context.report(
                    "`\(name)` is no list of entries of `\(shape.name)`", item,
                    help: Suggestion.help(for: name, among: lists))
            }
        }
        if items.isEmpty { context.report("`for_each` names at least one list", node) }
        return names
    }

    /// An entry of the list called `list`.
    private func entrySubject(_ list: String, _ type: Int, _ span: SourceSpan) -> Expression {
        let shape = context.catalog.shapes[context.catalog.types[type].shape]
        let shapeName = shape.field(list).map { context.catalog.shapes[$0.type.detail].name } ?? shape.name
        return Expression(.element(levelsUp: 0), .record(shapeName), at: span)
    }

    // MARK: Message and the rest

    private mutating func readMessage(_ id: NodeID, _ binders: [ValueType]) -> MessageTemplate? {
        guard let node = document.value(of: "message", in: id) else { return nil }
        var reader = MessageReader(context, binders: binders)
        let message = reader.read(node)
        context = reader.context
        return message
    }

    private mutating func readSavings(_ id: NodeID, _ type: Int, _ binders: [ValueType]) -> Expression? {
        guard let node = document.value(of: "savings", in: id) else { return nil }
        var reader = SavingsReader(context, binders: binders)
        let amount = reader.read(node, type)
        context = reader.context
        return amount
    }

    private mutating func readMaps(_ id: NodeID) -> [(framework: String, ids: [String])] {
        guard let node = document.value(of: "maps", in: id) else { return [] }
        guard document[node].kind == .mapping else {
            context.report(
                "`maps` is a mapping of frameworks to ids", node, help: "write {aws-config: [INCOMING_SSH_DISABLED]}")
            return []
        }
        return document.pairs(node).map { key, value in
            let ids =
                document[value].kind == .sequence ? document.items(value).map(document.text) : [document.text(value)]
            return (document.text(key), ids)
        }
    }

    private mutating func readExamples(_ id: NodeID, _ type: Int) -> [RuleExample] {
        guard let node = document.value(of: "tests", in: id) else { return [] }
        var reader = ExampleReader(
            context, of: RuleSource(document: document, node: id, type: type, overrides: overrides))
        let examples = reader.read(node)
        context = reader.context
        return examples
    }
}
