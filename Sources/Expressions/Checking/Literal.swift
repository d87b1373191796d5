package import Networks

/// A constant of an expression, read by the type that its place asks for.
package enum Literal: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    /// CEL's `bytes`; `bytes` is a number of bytes.
    case binary([UInt8])
    /// A type as a value.
    case typeName(TypeName)
    /// Microseconds since 1970.
    case timestamp(Int64)
    /// Microseconds.
    case duration(Int64)
    case bytes(Int64)
    /// Millionths of a dollar.
    case usd(Int64)
    case cidr(CIDR)
    /// The public unicast space, both families.
    case internet
    case portRange(PortRange)
    case `protocol`(IPProtocol)
    /// Index among the values of the enumeration, and its name.
    case enumeration(Int, String)
    case list([Literal])
    case traffic(TrafficQuery)

    /// As rule files write it.
    package var text: String {
        switch self {
        case .null: "null"
        case .bool(let value): String(value)
        case .int(let value): String(value)
        case .uint(let value): String(value)
        case .double(let value): String(value)
        case .string(let value): value
        case .binary(let value): String(decoding: value, as: UTF8.self)
        case .typeName(let type): type.name
        case .timestamp(let value): "\(value)"
        case .duration(let value): Self.duration(value)
        case .bytes(let value): "\(value)"
        case .usd(let value): "\(Double(value) / 1_000_000)"
        case .cidr(let value): value.description
        case .internet: "internet"
        case .portRange(let value): value.description
        case .protocol(let value): value.description
        case .enumeration(_, let name): name
        case .list(let elements): elements.isEmpty ? "none" : elements.map(\.text).joined(separator: ", ")
        case .traffic: "traffic"
        }
    }

    private static func duration(_ micros: Int64) -> String {
        for (unit, size) in [("d", 86_400_000_000), ("h", 3_600_000_000), ("m", 60_000_000), ("s", 1_000_000)]
            as [(String, Int64)]
        where micros != 0 && micros % size == 0 { return "\(micros / size)\(unit)" }
        return "\(micros / 1_000_000)s"
    }
}
