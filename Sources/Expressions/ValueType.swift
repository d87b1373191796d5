/// The type of an expression.
package indirect enum ValueType: Hashable, Sendable {
    case bool, int, double, string, timestamp, duration, bytes, usd
    case cidr, portRange, `protocol`, peer, policy
    /// Text to text.
    case map
    /// One of the names, in this order.
    case enumeration([String])
    /// A record with the fields of the catalog shape of this name.
    case record(String)
    case list(ValueType)

    /// As the catalog and messages write it.
    package var name: String {
        switch self {
        case .bool: "bool"
        case .int: "int"
        case .double: "double"
        case .string: "string"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .bytes: "bytes"
        case .usd: "usd"
        case .cidr: "cidr"
        case .portRange: "port_range"
        case .protocol: "protocol"
        case .peer: "peer"
        case .policy: "policy"
        case .map: "map"
        case .enumeration(let names): "enum[\(names.joined(separator: ", "))]"
        case .record: "record"
        case .list(let element): "list<\(element.name)>"
        }
    }

    /// Whether values have an order: `above`, `at_most` and the like apply.
    package var isOrdered: Bool {
        switch self {
        case .int, .double, .timestamp, .duration, .bytes, .usd: true
        default: false
        }
    }
}
