internal import Catalog
internal import Diagnostics
internal import Expressions
internal import Networks

/// The catalog as expressions see it: the types of fields, what `inventory` holds, and how constants are written.
struct CatalogRecords: RecordTypes {
    let catalog: Catalog

    /// What every resource has, whatever its type: the elements of `attached_to`.
    static let anyResource = "resource"
    /// The record of `inventory`: a list of resources for each collection.
    static let inventory = "inventory"
    /// Fields that no file states: `attached_to` is found by following all references backwards.
    static let attachedTo = "attached_to"

    private static let common: [(String, ValueType)] = [
        ("id", .string), ("name", .string), ("type", .string), ("account", .string), ("region", .string),
        ("arn", .string), ("tags", .textMap), ("monthly_cost", .usd), ("created", .timestamp),
    ]

    func field(_ name: String, of record: String) -> ValueType? {
        switch record {
        case Self.anyResource: return Self.common.first { $0.0 == name }?.1
        case Self.inventory:
            return catalog.collections.index(of: name).map { .list(.record(catalog.types[$0].name)) }
        default:
            guard let shape = catalog.shape(named: record) else { return metric(name, of: record) }
            if let field = shape.field(name) {
                return field.type.kind == .metrics
                    ? .record(record + Self.metricsSuffix) : Self.type(field.type, in: catalog)
            }
            return name == Self.attachedTo && catalog.typeNames.index(of: record) != nil
                ? .list(.record(Self.anyResource)) : nil
        }
    }

    // MARK: Metrics

    /// What the record of a type's metrics is called behind the type's name: `instance.metrics`.
    private static let metricsSuffix = ".metrics"

    /// The metric of that name: one that AWS documents, or a custom one. Nil where it looks like a misspelt one of AWS.
    private func metric(_ name: String, of record: String) -> ValueType? {
        guard let type = typeOfMetrics(record) else { return nil }
        let known = type.metrics?.definitions.map(\.name) ?? []
        return known.contains(name) || Suggestion.nearest(to: name, among: known) == nil ? .metric : nil
    }

    private func typeOfMetrics(_ record: String) -> ResourceType? {
        guard record.hasSuffix(Self.metricsSuffix) else { return nil }
        return catalog.type(named: String(record.dropLast(Self.metricsSuffix.count)))
    }

    func fieldNames(of record: String) -> [String] {
        if catalog.shape(named: record) == nil, let type = typeOfMetrics(record) {
            return type.metrics?.definitions.map(\.name) ?? []
        }
        switch record {
        case Self.anyResource: return Self.common.map(\.0)
        case Self.inventory: return catalog.collections.names
        default:
            let own = catalog.shape(named: record)?.names.names ?? []
            return catalog.typeNames.index(of: record) == nil ? own : own + [Self.attachedTo]
        }
    }

    /// The type of a field in expressions.
    static func type(_ type: FieldType, in catalog: Catalog) -> ValueType {
        let element: ValueType =
            switch type.kind {
            case .string, .arn, .accountID, .region: .string
            case .reference: .reference(catalog.types[type.detail].name)
            case .int: .int
            case .double: .double
            case .bool: .bool
            case .timestamp: .timestamp
            case .duration: .duration
            case .bytes: .byteSize
            case .usd: .usd
            case .ip: .ip
            case .cidr: .cidr
            case .portRange: .portRange
            case .protocol: .protocol
            case .peer: .peer
            case .policy: .policy
            case .traffic: .admittedTraffic
            case .map: .textMap
            case .metrics: .dyn
            case .enumeration: .enumeration(catalog.enumerations[type.detail].names)
            case .record: .record(catalog.shapes[type.detail].name)
            }
        return type.isList ? .list(element) : element
    }

    // MARK: Constants

    func constant(_ text: String, _ type: ValueType) throws(ConstantProblem) -> Literal {
        var copy = text
        let read = copy.withUTF8 { ConstantText.literal($0, type, isPlain: true) }
        guard let read else { throw ConstantText.problem(text, type) }
        if let problem = ConstantText.hostBits(read, text) { throw problem }
        return read
    }

    func converted(_ value: Literal, from: ValueType, to type: ValueType) -> Literal? {
        ParameterConversion.convert(value, from: from, to: type)
    }

    func traffic(_ arguments: [TrafficArgument], field: String, of record: String)
        -> (query: Literal?, problems: [TrafficProblem])
    {
        guard let declared = catalog.shape(named: record)?.field(field), declared.holdsTraffic else {
            let problem = ConstantProblem(
                "`admits` applies to entries of security groups and network ACLs, and to facts of type traffic")
            return (nil, [TrafficProblem(.question, problem)])
        }
        var builder = TrafficQueryBuilder(list: field, arguments: arguments)
        let query = builder.build()
        return (builder.problems.isEmpty ? .traffic(query) : nil, builder.problems)
    }
}
