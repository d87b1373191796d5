/// The type of an expression: CEL's types (https://github.com/google/cel-spec/blob/master/doc/langdef.md#values), those
/// of its network extension, and those that catalog fields have beyond.
package indirect enum ValueType: Hashable, Sendable {
    /// Known only when the expression runs.
    case dyn
    case null, bool, int, uint, double, string, bytes, timestamp, duration
    case list(ValueType)
    case map(ValueType, ValueType)
    /// The type of a type; the type it is of, where that is known.
    case type(ValueType?)
    case optional(ValueType)
    /// A value or null.
    case nullable(ValueType)
    /// A type parameter of a function: `T`, or one made fresh for a call: `T7`.
    case parameter(String)
    /// A type known by its name only.
    case abstract(String, [ValueType])

    case ip, cidr

    // Types of catalog fields.
    /// A number of bytes.
    case byteSize
    case usd
    case portRange, `protocol`, peer, policy
    /// One of the names, in this order.
    case enumeration([String])
    /// A record with the fields of the catalog shape of this name.
    case record(String)
    /// The id of a resource of this type; following it gives its record.
    case reference(String)

    /// A metric of a resource, with a series for each statistic; and one of those series.
    package static let metric = ValueType.abstract("metric", [])
    package static let series = ValueType.abstract("series", [])
    /// Text to text: tags.
    package static let textMap = ValueType.map(.string, .string)

    /// As the catalog, the reference and messages write it.
    package var name: String {
        switch self {
        case .dyn: "dyn"
        case .null: "null_type"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .list(let element): "list<\(element.name)>"
        case .map(.string, .string): "map"
        case .map(let key, let value): "map<\(key.name), \(value.name)>"
        case .type(let type): type.map { "type<\($0.name)>" } ?? "type"
        case .optional(let type): "optional<\(type.name)>"
        case .nullable(let type): type.name
        case .parameter(let name): name
        case .abstract(let name, let parameters):
            parameters.isEmpty ? name : "\(name)<\(parameters.map(\.name).joined(separator: ", "))>"
        case .ip: "ip"
        case .cidr: "cidr"
        case .byteSize: "bytes"
        case .usd: "usd"
        case .portRange: "port_range"
        case .protocol: "protocol"
        case .peer: "peer"
        case .policy: "policy"
        case .enumeration(let names): "enum[\(names.joined(separator: ", "))]"
        case .record(let name): name
        case .reference(let name): "ref<\(name)>"
        }
    }

    /// Whether values have an order: `above`, `at_most` and the like apply.
    package var isOrdered: Bool {
        switch self {
        case .int, .uint, .double, .timestamp, .duration, .byteSize, .usd: true
        default: false
        }
    }
}
