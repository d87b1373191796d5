internal import Networks
internal import Catalog
internal import Diagnostics
internal import Documents
internal import Expressions

/// What the readers of one rule share: where they read, which parameters there are and were used, and what is wrong.
struct ReadingContext {
    let catalog: Catalog
    let document: Document
    var parameters: [Parameter] = []
    var usedParameters: Set<String> = []
    /// Names of parameters whose declarations are wrong.
    var brokenParameters: Set<String> = []
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

    /// The type of a catalog field in expressions.
    func valueType(_ type: FieldType) -> ValueType {
        let element: ValueType =
            switch type.kind {
            case .string, .arn, .accountID, .region, .reference: .string
            case .int: .int
            case .double: .double
            case .bool: .bool
            case .timestamp: .timestamp
            case .duration: .duration
            case .bytes: .byteSize
            case .usd: .usd
            case .ip, .cidr: .cidr
            case .portRange: .portRange
            case .protocol: .protocol
            case .peer: .peer
            case .policy: .policy
            case .map: .textMap
            case .enumeration: .enumeration(catalog.enumerations[type.detail].names)
            case .record: .record(catalog.shapes[type.detail].name)
            }
        return type.isList ? .list(element) : element
    }

    func shape(_ name: String) -> Shape? { catalog.shapes.first { $0.name == name } }

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

    private mutating func parameter(_ id: NodeID, _ type: ValueType, _ orList: Bool) -> Expression? {
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
        let isWantedAsList = if case .list = type { true } else { orList }
        let isList = if case .list = parameter.value { true } else { false }
        guard isWantedAsList || !isList, let value = Self.convert(parameter.value, from: parameter.type, to: type)
        else {
            report(
                "the parameter `\(name)` (\(parameter.type.name): \(parameter.value.text)) is not of type \(type.name)",
                id)
            if let place = parameter.boundAt {
                diagnostics[diagnostics.count - 1].note = Diagnostic.Note("its value comes from here", at: place)
            }
            return nil
        }
        if case .list = value {
            return Expression(.parameter(name, value), .list(Self.element(of: type)), at: document.span(id))
        }
        return Expression(.parameter(name, value), type, at: document.span(id))
    }

    private static func element(of type: ValueType) -> ValueType {
        if case .list(let element) = type { return element }
        return type
    }

    /// A parameter's value as a constant of the type asked for; text becomes an enum's value, a number a port.
    private static func convert(_ value: Literal, from: ValueType, to type: ValueType) -> Literal? {
        if case .list(let elements) = value {
            var converted: [Literal] = []
            for element in elements {
                guard let one = convert(element, from: self.element(of: from), to: self.element(of: type)) else {
                    return nil
                }
                converted.append(one)
            }
            return .list(converted)
        }
        if case .list(let element) = type { return convert(value, from: from, to: element).map { .list([$0]) } }
        if self.element(of: from) == type { return value }
        switch (value, type) {
        case (.string(let text), .enumeration(let names)):
            return names.firstIndex(of: text).map { .enumeration($0, text) }
        case (.int(let port), .portRange): return UInt16(exactly: port).map { .portRange(.init($0)) }
        case (.int(let value), .double): return .double(Double(value))
        case (.cidr, .peer), (.internet, .peer): return value
        default: return nil
        }
    }

    mutating func report(_ message: String, _ span: SourceSpan, help: String? = nil) {
        diagnostics.append(Diagnostic(.error, message, at: span, help: help))
    }
}
