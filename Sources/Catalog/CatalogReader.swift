internal import Diagnostics
internal import Documents
internal import Metrics

/// Reads catalog files into a `Catalog`: first all names, then fields, since fields refer to types.
struct CatalogReader {
    var diagnostics: [Diagnostic] = []
    private var common: (document: Document, fields: NodeID)?
    private var declared: [(document: Document, root: NodeID, name: String)] = []
    private var shapes: [Shape] = []
    private var enumerations: [NameTable] = []
    private var typeIndex: [String: Int] = [:]

    private static let typeKeys = ["type", "collection", "aws_type", "service", "id", "summary", "source", "fields"]
    private static let optionalTypeKeys = ["metrics"]

    mutating func add(_ document: Document) {
        guard let root = document.roots.first else { return }
        if let fields = document.value(of: "fields", in: root), document.value(of: "type", in: root) == nil {
            common = (document, fields)
        } else if let name = document.value(of: "type", in: root) {
            declared.append((document, root, document.text(name)))
        } else {
            report("a catalog file needs `type`", document.span(root))
        }
    }

    mutating func finish() -> Catalog {
        declared.sort { $0.name < $1.name }
        for (index, type) in declared.enumerated() { typeIndex[type.name] = index }
        let types = declared.map { readType($0.document, $0.root, $0.name) }
        return Catalog(types: types, shapes: shapes, enumerations: enumerations)
    }

    private mutating func readType(_ document: Document, _ root: NodeID, _ name: String) -> ResourceType {
        checkKeys(document, root, Self.typeKeys + Self.optionalTypeKeys)
        func text(_ key: String) -> String { document.value(of: key, in: root).map(document.text) ?? "" }
        for key in Self.typeKeys where document.value(of: key, in: root) == nil {
            report("the type `\(name)` needs `\(key)`", document.span(root))
        }
        var layout = Layout()
        var fields: [Field] = []
        if let own = document.value(of: "fields", in: root) { fields = readFields(document, own, name, &layout) }
        if let common {
            let names = Set(fields.map(\.name))
            fields += readFields(common.document, common.fields, name, &layout, except: names)
        }
        let shape = addShape(name, fields, layout)
        let idField = fields.firstIndex { $0.name == text("id") }
        if idField == nil { report("the id field `\(text("id"))` is no field of `\(name)`", document.span(root)) }
        return ResourceType(
            name: name, collection: text("collection"), awsType: text("aws_type"), service: text("service"),
            summary: text("summary"), source: text("source"),
            metrics: document.value(of: "metrics", in: root).flatMap { readMetrics($0, in: document, of: name) },
            shape: shape, idField: idField ?? 0)
    }

    // MARK: Metrics

    private static let metricsKeys = ["namespace", "dimension", "beside", "form", "source", "names"]
    private static let metricKeys = ["unit", "max", "sparse"]

    private mutating func readMetrics(_ node: NodeID, in document: Document, of type: String) -> ResourceMetrics? {
        checkKeys(document, node, Self.metricsKeys)
        func value(_ key: String) -> NodeID? { document.value(of: key, in: node) }
        guard let namespace = value("namespace"), let dimension = value("dimension"), let source = value("source"),
            let names = value("names")
        else {
            report("the metrics of `\(type)` need namespace, dimension, source and names", document.span(node))
            return nil
        }
        let definitions = document.pairs(names).compactMap { key, value in
            readMetric(document.text(key), value, in: document)
        }
        let namespaces = document[namespace].isScalar ? [namespace] : Array(document.items(namespace))
        return ResourceMetrics(
            namespaces: namespaces.map(document.text), dimension: document.text(dimension),
            beside: Set(value("beside").map { document.items($0).map(document.text) } ?? []),
            isPath: value("form").map(document.text) == "path", source: document.text(source), definitions: definitions)
    }

    /// `Percent`, or `{unit: Percent, max: 100}`.
    private mutating func readMetric(_ name: String, _ node: NodeID, in document: Document)
        -> ResourceMetrics.Definition?
    {
        let isPlain = document[node].isScalar
        if !isPlain { checkKeys(document, node, Self.metricKeys) }
        func value(_ key: String) -> String? { document.value(of: key, in: node).map(document.text) }
        let unitText = isPlain ? document.text(node) : value("unit") ?? ""
        guard let unit = MetricUnit(rawValue: unitText) else {
            report(
                "`\(unitText)` is no unit of CloudWatch", document.span(node),
                help: Suggestion.help(for: unitText, among: MetricUnit.allCases.map(\.rawValue)))
            return nil
        }
        return ResourceMetrics.Definition(
            name: name, unit: unit, limit: value("max").flatMap { Double($0) }, isSparse: value("sparse") == "true")
    }

    /// Slots given out so far in one stored record.
    private struct Layout {
        var own = 0
        var shared = 0
        private var derived = 0
        private var flags = 0
        private var flagSlot = 0

        /// The place of the next field.
        mutating func place(_ kind: FieldType.Kind, isShared: Bool, isFact: Bool, isList: Bool) -> Slot {
            if isShared {
                defer { shared += 1 }
                return .shared(shared)
            }
            guard isFact else { return word() }
            switch kind {
            case .bool where !isList: return flag()
            case .int where !isList, .enumeration where !isList, .traffic: return word()
            default:
                defer { derived += 1 }
                return .derived(derived)
            }
        }

        private mutating func word() -> Slot {
            defer { own += 1 }
            return .own(own)
        }

        /// Facts that are true or false share a word.
        private mutating func flag() -> Slot {
            if flags % FactBits.perWord == 0 {
                flagSlot = own
                own += 1
            }
            defer { flags += 1 }
            return .flag(slot: flagSlot, shift: flags % FactBits.perWord * 2)
        }
    }

    private mutating func addShape(_ name: String, _ fields: [Field], _ layout: Layout) -> Int {
        shapes.append(
            Shape(
                name: name, fields: fields, names: NameTable(fields.map(\.name)), ownSlots: layout.own,
                sharedSlots: layout.shared))
        return shapes.count - 1
    }

    private mutating func readFields(
        _ document: Document, _ mapping: NodeID, _ path: String, _ layout: inout Layout, except: Set<String> = []
    ) -> [Field] {
        var fields: [Field] = []
        for (key, value) in document.pairs(mapping) {
            let name = document.text(key)
            if except.contains(name) { continue }
            if let field = readField(document, value, name, path + "." + name, &layout) { fields.append(field) }
        }
        return fields
    }

    private static let fieldKeys = [
        "type", "meaning", "aws", "required", "default", "default_source", "values", "shared", "unit", "traffic",
        "fields",
        "example", "fact", "priced",
    ]

    private mutating func readField(
        _ document: Document, _ node: NodeID, _ name: String, _ path: String, _ layout: inout Layout
    ) -> Field? {
        checkKeys(document, node, Self.fieldKeys)
        func text(_ key: String) -> String? { document.value(of: key, in: node).map(document.text) }
        guard let typeText = text("type"), let kind = Self.kind(of: typeText) else {
            report("`\(text("type") ?? "")` is no field type", document.span(node))
            return nil
        }
        let isShared = text("shared") == "true"
        let isList = typeText.hasPrefix("list<")
        let isFact = text("fact") == "true"
        let slot = layout.place(kind, isShared: isShared, isFact: isFact, isList: isList)
        var type = FieldType(kind, isList: isList)
        switch kind {
        case .enumeration: type.detail = readValues(document, node, path)
        case .reference: type.detail = readReference(document, node, typeText)
        case .record: type.detail = readRecord(document, node, path, isList: isList, &layout)
        default: break
        }
        let defaultNode = document.value(of: "default", in: node)
        if text("meaning") == nil { report("the field `\(path)` needs `meaning`", document.span(node)) }
        let traffic = text("traffic").flatMap(TrafficList.init)
        return Field(
            name: name, type: type, meaning: text("meaning") ?? "", aws: text("aws"),
            isRequired: text("required") == "true",
            defaultText: defaultNode.map(document.text),
            defaultIsNull: defaultNode.map { document.isNull(document[$0]) } ?? false,
            defaultSource: text("default_source"), unit: text("unit"), traffic: traffic, isShared: isShared,
            isFact: isFact, isPriced: text("priced") == "true", slot: slot)
    }

    private mutating func readValues(_ document: Document, _ node: NodeID, _ path: String) -> Int {
        let values = document.value(of: "values", in: node).map { document.items($0).map(document.text) } ?? []
        if values.isEmpty { report("the enum `\(path)` needs `values`", document.span(node)) }
        enumerations.append(NameTable(values))
        return enumerations.count - 1
    }

    private mutating func readReference(_ document: Document, _ node: NodeID, _ typeText: String) -> Int {
        let name = typeText.split(separator: "<").last.map { $0.prefix { $0 != ">" } } ?? ""
        if let index = typeIndex[String(name)] { return index }
        report(
            "`\(name)` is no resource type", document.span(node),
            help: Suggestion.help(for: String(name), among: typeIndex.keys.sorted()))
        return 0
    }

    /// A record in a record takes slots of the enclosing one, so that its fields are one index away; the records of a list are stored apart.
    private mutating func readRecord(
        _ document: Document, _ node: NodeID, _ path: String, isList: Bool, _ layout: inout Layout
    ) -> Int {
        guard let fieldsNode = document.value(of: "fields", in: node) else {
            report("the record `\(path)` needs `fields`", document.span(node))
            return addShape(path, [], Layout())
        }
        if isList {
            var inner = Layout()
            let fields = readFields(document, fieldsNode, path, &inner)
            return addShape(path, fields, inner)
        }
        return addShape(path, readFields(document, fieldsNode, path, &layout), layout)
    }

    private static func kind(of text: String) -> FieldType.Kind? {
        var text = Substring(text)
        if text.hasPrefix("list<") { text = text.dropFirst(5).dropLast() }
        if text.hasPrefix("ref<") { text = "ref" }
        return FieldType.Kind(rawValue: String(text))
    }

    private mutating func checkKeys(_ document: Document, _ node: NodeID, _ valid: [String]) {
        for (key, _) in document.pairs(node) where !valid.contains(document.text(key)) {
            let text = document.text(key)
            report("unknown key `\(text)`", document.span(key), help: Suggestion.help(for: text, among: valid))
        }
    }

    private mutating func report(_ message: String, _ span: SourceSpan, help: String? = nil) {
        diagnostics.append(Diagnostic(.error, message, at: span, help: help))
    }
}
