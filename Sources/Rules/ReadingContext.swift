internal import Networks
internal import Catalog
internal import Diagnostics
internal import Documents
internal import Expressions

/// What the readers of one rule share: where they read, which parameters there are and were used, and what is wrong.
struct ReadingContext {
    let catalog: Catalog
    let document: Document
    /// The type of the resources that the rule judges, once it is known.
    var resource: ValueType?
    var parameters: [Parameter] = []
    var usedParameters: Set<String> = []
    /// Names of parameters whose declarations are wrong.
    var brokenParameters: Set<String> = []
    /// What the names under `let` stand for, and which were used.
    var definitions: [String: Expression] = [:]
    var usedDefinitions: Set<String> = []
    /// Names under `let` whose expressions are wrong.
    var brokenDefinitions: Set<String> = []
    var diagnostics: [Diagnostic] = []

    var literals: LiteralReader { LiteralReader(document: document) }

    init(catalog: Catalog, document: Document) {
        self.catalog = catalog
        self.document = document
    }

    mutating func report(_ message: String, _ id: NodeID, help: String? = nil) {
        diagnostics.append(Diagnostic(.error, message, at: document.span(id), help: help))
    }

    /// Reports keys of a mapping that are not among `valid`.
    mutating func checkKeys(_ id: NodeID, of what: String, _ valid: [String]) {
        for (key, _) in document.pairs(id) where !valid.contains(document.text(key)) {
            let text = document.text(key)
            report("\(what) has no key `\(text)`", key, help: Suggestion.help(for: text, among: valid))
        }
    }

    /// The type of a catalog field in the match form, where a reference is the id it holds.
    func valueType(_ type: FieldType) -> ValueType {
        switch CatalogRecords.type(type, in: catalog) {
        case .reference: .string
        case .list(.reference): .list(.string)
        case let other: other
        }
    }

    func shape(_ name: String) -> Shape? { catalog.shape(named: name) }

    // MARK: Constants and parameters

    /// A constant of the type, or the parameter that `$name` refers to, which must fit; `orList`: it may be a list of such
    /// values. Nil after reporting an error.
    mutating func constant(_ id: NodeID, _ type: ValueType, orList: Bool = false) -> Expression? {
        if document[id].kind == .plain, document.text(id).hasPrefix("$") { return parameter(id, type, orList) }
        if case .list = type, document[id].kind == .sequence, document[id].count == 0 {
            report("this list is empty, so nothing is in it", id)
            return nil
        }
        do {
            return Expression(.literal(try literals.literal(id, type)), type, at: document.span(id))
        } catch {
            report(error.message, error.span, help: error.help)
            return nil
        }
    }

    /// `true` or `false`, for operators that take nothing else. Nil after reporting an error.
    mutating func flag(_ id: NodeID, of name: String) -> Bool? {
        if document[id].kind == .plain, let value = document.withBytes(of: document[id], { ScalarForms.bool($0) }) {
            return value
        }
        report("`\(name)` takes true or false", id)
        return nil
    }

    /// The parameter that `$name` refers to. Nil after reporting an error.
    mutating func declared(_ id: NodeID) -> Parameter? {
        let name = String(document.text(id).dropFirst())
        // What is wrong with its declaration has been told.
        if brokenParameters.contains(name) { return nil }
        guard let parameter = parameters.first(where: { $0.name == name }) else {
            report(
                "there is no parameter `\(name)`", id,
                help: parameters.isEmpty
                    ? "declare it under `params`" : Suggestion.help(for: name, among: parameters.map(\.name)))
            return nil
        }
        usedParameters.insert(name)
        return parameter
    }

    /// Adds to the last diagnostic where the parameter's value stands, when that is outside the rule.
    mutating func noteOrigin(of name: String?) {
        guard let name, let place = parameters.first(where: { $0.name == name })?.boundAt else { return }
        diagnostics[diagnostics.count - 1].note = Diagnostic.Note("its value comes from here", at: place)
    }

    private mutating func parameter(_ id: NodeID, _ type: ValueType, _ orList: Bool) -> Expression? {
        guard let parameter = declared(id) else { return nil }
        let name = parameter.name
        let isWantedAsList = if case .list = type { true } else { orList }
        let isList = if case .list = parameter.value { true } else { false }
        guard isWantedAsList || !isList,
            let value = ParameterConversion.convert(parameter.value, from: parameter.type, to: type)
        else {
            let problem = ConstantProblem.parameter(name, parameter.type, parameter.value, type)
            report(problem.message, id, help: problem.help)
            noteOrigin(of: name)
            return nil
        }
        if case .list = value {
            return Expression(
                .parameter(name, value), .list(ParameterConversion.element(of: type)), at: document.span(id))
        }
        return Expression(.parameter(name, value), type, at: document.span(id))
    }

    mutating func report(_ message: String, _ span: SourceSpan, help: String? = nil) {
        diagnostics.append(Diagnostic(.error, message, at: span, help: help))
    }
}
