extension Value {
    /// The name of its type: what `type(value)` gives
    /// (https://github.com/google/cel-spec/blob/master/doc/langdef.md#values).
    package var typeName: TypeName {
        switch self {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        case .list: .list
        case .map: .map
        case .type: .type
        case .timestamp: .timestamp
        case .duration: .duration
        case .optional: .optional
        case .ip: .ip
        case .cidr: .cidr
        case .addresses: TypeName("addresses")
        case .portRange: TypeName("port_range")
        case .protocol: TypeName("protocol")
        case .peer: TypeName("peer")
        case .metric: TypeName("metric")
        case .series: TypeName("series")
        case .record(let record): TypeName(record.typeName)
        case .unknown: TypeName("unknown")
        }
    }
}

/// The types that expressions name.
extension TypeName {
    package static let null = TypeName("null_type")
    package static let bool = TypeName("bool")
    package static let int = TypeName("int")
    package static let uint = TypeName("uint")
    package static let double = TypeName("double")
    package static let string = TypeName("string")
    package static let bytes = TypeName("bytes")
    package static let list = TypeName("list")
    package static let map = TypeName("map")
    package static let type = TypeName("type")
    package static let timestamp = TypeName("google.protobuf.Timestamp")
    package static let duration = TypeName("google.protobuf.Duration")
    package static let optional = TypeName("optional_type")
    package static let ip = TypeName("net.IP")
    package static let cidr = TypeName("net.CIDR")
}
