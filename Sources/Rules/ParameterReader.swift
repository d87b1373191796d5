internal import Diagnostics
internal import Documents
internal import Expressions

/// Reads the `params` of a rule, and binds them to the values they are given from outside.
struct ParameterReader {
    var context: ReadingContext
    private var document: Document { context.document }

    init(_ context: ReadingContext) { self.context = context }

    static let types: [String: ValueType] = [
        "int": .int, "double": .double, "bool": .bool, "string": .string, "duration": .duration, "bytes": .byteSize,
        "usd": .usd,
        "timestamp": .timestamp, "cidr": .cidr, "port_range": .portRange, "protocol": .protocol,
    ]
    static let keys = ["type", "default", "meaning", "min", "max", "one_of", "profiles"]
    static let required = ["type", "default", "meaning"]

    // MARK: Declarations

    /// Reads the declarations of the rule.
    mutating func readDeclarations(of rule: NodeID) {
        guard let node = document.value(of: "params", in: rule) else { return }
        guard document[node].kind == .mapping else {
            context.report(
                "`params` is a mapping of names to declarations", node,
                help: "write {port: {type: int, default: 22, meaning: …}}")
            return
        }
        for (key, value) in document.pairs(node) {
            let errors = context.diagnostics.count
            readDeclaration(key, value)
            if context.diagnostics.count > errors { context.brokenParameters.insert(document.text(key)) }
        }
    }

    private mutating func readDeclaration(_ key: NodeID, _ node: NodeID) {
        let name = document.text(key)
        guard document[node].kind == .mapping else {
            context.report(
                "a parameter has `type`, `default` and `meaning`", node,
                help: "write {type: int, default: 22, meaning: …}")
            return
        }
        context.checkKeys(node, of: "a parameter", Self.keys)
        for needed in Self.required where document.value(of: needed, in: node) == nil {
            context.report("the parameter `\(name)` needs `\(needed)`", key)
        }
        guard let type = type(node) else { return }
        let bounds = readBounds(node, Self.element(of: type))
        guard let defaultNode = document.value(of: "default", in: node),
            let value = literal(defaultNode, type, in: document)
        else { return }
        check(value, defaultNode, in: document, bounds, isOverride: false)
        let meaning = document.value(of: "meaning", in: node).map(document.text) ?? ""
        let profiles = readProfiles(node, type, bounds)
        context.parameters.append(
            Parameter(
                name: name, type: type, defaultValue: value, value: value, profiles: profiles, bounds: bounds,
                meaning: meaning, span: document.span(key)))
    }

    /// `profiles: {compute-optimizer: 5.0, strict: 20.0}`.
    private mutating func readProfiles(_ node: NodeID, _ type: ValueType, _ bounds: ParameterBounds)
        -> [(profile: ThresholdProfile, value: Literal)]
    {
        guard let list = document.value(of: "profiles", in: node) else { return [] }
        guard document[list].kind == .mapping else {
            context.report("`profiles` is a mapping of profiles to values", list, help: "write {strict: 20.0}")
            return []
        }
        return document.pairs(list).compactMap { key, value in
            let name = document.text(key)
            guard let profile = ThresholdProfile(rawValue: name) else {
                context.report(
                    "`\(name)` is no profile", key,
                    help: Suggestion.help(for: name, among: ThresholdProfile.allCases.map(\.rawValue)))
                return nil
            }
            if profile == .trustedAdvisor {
                context.report("the value of `\(name)` is the default", key, help: "write it as `default`")
                return nil
            }
            guard let literal = literal(value, type, in: document),
                check(literal, value, in: document, bounds, isOverride: false)
            else { return nil }
            return (profile, literal)
        }
    }

    private mutating func type(_ node: NodeID) -> ValueType? {
        guard let typeNode = document.value(of: "type", in: node) else { return nil }
        var text = document.text(typeNode)
        let isList = text.hasPrefix("list<") && text.hasSuffix(">")
        if isList { text = String(text.dropFirst(5).dropLast()) }
        guard let element = Self.types[text] else {
            context.report(
                "`\(text)` is no parameter type", typeNode,
                help: Suggestion.help(for: text, among: Self.types.keys.sorted() + ["list<…>"]))
            return nil
        }
        return isList ? .list(element) : element
    }

    private static func element(of type: ValueType) -> ValueType {
        if case .list(let element) = type { return element }
        return type
    }

    private mutating func literal(_ id: NodeID, _ type: ValueType, in document: Document) -> Literal? {
        do {
            return try LiteralReader(document: document).literal(id, type)
        } catch {
            context.report(error.message, error.span, help: error.help)
            return nil
        }
    }

    // MARK: Bounds

    private mutating func readBounds(_ node: NodeID, _ type: ValueType) -> ParameterBounds {
        var bounds = ParameterBounds()
        bounds.min = readLimit("min", node, type)
        bounds.max = readLimit("max", node, type)
        if let min = bounds.min, let max = bounds.max, ParameterBounds.isLess(max.value, min.value) {
            context.diagnostics.append(
                Diagnostic(
                    .error, "`max` (\(max.text)) is below `min` (\(min.text)), so no value is allowed", at: max.span))
            // What is said of values by bounds that contradict each other is of no use.
            (bounds.min, bounds.max) = (nil, nil)
        }
        guard let list = document.value(of: "one_of", in: node) else { return bounds }
        guard document[list].kind == .sequence, document[list].count > 0 else {
            context.report("`one_of` is a list of the values allowed", list, help: "write one_of: [a, b]")
            return bounds
        }
        var choices: [ParameterBounds.Limit] = []
        for item in document.items(list) {
            guard let limit = limit(item, type) else { continue }
            if choices.contains(where: { $0.value == limit.value }) {
                context.report("`\(limit.text)` stands twice in `one_of`", item)
            }
            check(limit.value, item, in: document, bounds, isOverride: false)
            choices.append(limit)
        }
        bounds.oneOf = choices
        return bounds
    }

    private mutating func readLimit(_ key: String, _ node: NodeID, _ type: ValueType) -> ParameterBounds.Limit? {
        guard let value = document.value(of: key, in: node) else { return nil }
        guard type.isOrdered else {
            context.report(
                "`\(key)` needs an order, which values of type \(type.name) do not have", value,
                help: "name the values allowed: one_of: […]")
            return nil
        }
        return limit(value, type)
    }

    private mutating func limit(_ node: NodeID, _ type: ValueType) -> ParameterBounds.Limit? {
        literal(node, type, in: document).map {
            ParameterBounds.Limit(value: $0, text: document.text(node), span: document.span(node))
        }
    }

    /// Reports what of a value, or of a list's elements, the bounds do not allow. False when there is such.
    @discardableResult
    private mutating func check(
        _ value: Literal, _ node: NodeID, in document: Document, _ bounds: ParameterBounds, isOverride: Bool
    ) -> Bool {
        guard case .list(let elements) = value else {
            guard let violation = bounds.violation(by: value) else { return true }
            let text = document.text(node)
            // Beside its bounds a value needs no pointer to them.
            context.diagnostics.append(
                Diagnostic(
                    .error, "`\(text)` \(violation.message)", at: document.span(node),
                    help: bounds.oneOf.isEmpty ? nil : Suggestion.help(for: text, among: bounds.oneOf.map(\.text)),
                    note: isOverride ? Diagnostic.Note("the rule says so here", at: violation.at) : nil))
            return false
        }
        let nodes = document[node].kind == .sequence ? Array(document.items(node)) : [node]
        var isWhole = true
        for (element, node) in zip(elements, nodes) {
            isWhole = check(element, node, in: document, bounds, isOverride: isOverride) && isWhole
        }
        return isWhole
    }

    // MARK: Values from outside

    /// Gives the parameters their values; of several for one, the last.
    mutating func bind(_ given: GivenParameters) {
        for index in context.parameters.indices {
            let values = context.parameters[index].profiles
            if let own = values.first(where: { $0.profile == given.profile }) {
                context.parameters[index].value = own.value
            }
        }
        for assignment in given.assignments {
            // What is wrong with its declaration has been told.
            if context.brokenParameters.contains(assignment.name) { continue }
            guard let index = context.parameters.firstIndex(where: { $0.name == assignment.name }) else {
                reportUnknown(assignment)
                continue
            }
            let parameter = context.parameters[index]
            guard let literal = literal(assignment.value, parameter.type, in: assignment.document),
                check(literal, assignment.value, in: assignment.document, parameter.bounds, isOverride: true)
            else { continue }
            context.parameters[index].value = literal
            context.parameters[index].boundAt = assignment.document.span(assignment.value)
        }
    }

    private mutating func reportUnknown(_ assignment: ParameterOverrides.Assignment) {
        let names = context.parameters.map(\.name)
        // The declarations that could not be read may be the ones that were meant.
        if names.isEmpty, !context.brokenParameters.isEmpty { return }
        context.report(
            "there is no parameter `\(assignment.name)`", assignment.nameSpan,
            help: names.isEmpty ? "the rule has no parameters" : Suggestion.help(for: assignment.name, among: names))
    }
}
