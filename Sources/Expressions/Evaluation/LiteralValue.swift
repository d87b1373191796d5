internal import Networks

extension Literal {
    /// The constant as a value.
    package var value: Value {
        switch self {
        case .null: .null
        case .bool(let value): .bool(value)
        case .int(let value), .bytes(let value): .int(value)
        case .uint(let value): .uint(value)
        case .double(let value): .double(value)
        case .string(let value): .string(value)
        case .binary(let value): .bytes(value)
        case .typeName(let value): .type(value)
        case .timestamp(let micros): Instant(nanoseconds: Int128(micros) * 1000).map { .timestamp($0) } ?? .null
        case .duration(let micros): TimeSpan(nanoseconds: Int128(micros) * 1000).map { .duration($0) } ?? .null
        case .usd(let micros): .double(Double(micros) / 1_000_000)
        case .cidr(let range): .cidr(NetworkAddress(range))
        case .internet: .addresses(.internet)
        case .portRange(let value): .portRange(value)
        case .protocol(let value): .protocol(value)
        case .enumeration(_, let name): .string(name)
        case .list(let elements): .list(elements.map(\.value))
        // `admits` reads it from the tree.
        case .traffic: .null
        }
    }

    /// The constant as a value of the type that its place asks for: an address is kept as the range of it alone.
    func value(as type: ValueType) -> Value {
        switch (self, type) {
        case (.cidr(let range), .ip) where range.prefixLength == range.family.bits: .ip(range.base)
        case (.list(let elements), .list(let element)): .list(elements.map { $0.value(as: element) })
        default: value
        }
    }

    /// The constant as a value, when a folded call may use it.
    var plainValue: Value? {
        switch self {
        case .traffic, .internet: nil
        case .list(let elements) where elements.contains { $0.plainValue == nil }: nil
        default: value
        }
    }

    /// The value as a constant; nil for values that constants do not hold exactly.
    init?(plain value: Value) {
        switch value {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .int(value)
        case .uint(let value): self = .uint(value)
        case .double(let value): self = .double(value)
        case .string(let value): self = .string(value)
        case .bytes(let value): self = .binary(value)
        case .type(let value): self = .typeName(value)
        case .timestamp(let instant):
            guard let micros = Self.micros(instant.nanoseconds) else { return nil }
            self = .timestamp(micros)
        case .duration(let span):
            guard let micros = Self.micros(span.nanoseconds) else { return nil }
            self = .duration(micros)
        case .cidr(let network) where !network.hasHostBits: self = .cidr(network.range)
        case .list(let values):
            let literals = values.compactMap { Literal(plain: $0) }
            guard literals.count == values.count else { return nil }
            self = .list(literals)
        default: return nil
        }
    }

    private static func micros(_ nanoseconds: Int128) -> Int64? {
        nanoseconds % 1000 == 0 ? Int64(exactly: nanoseconds / 1000) : nil
    }
}

extension NetworkAddress {
    /// Whether the address has bits beyond the prefix.
    package var hasHostBits: Bool { range.base != address }
}
