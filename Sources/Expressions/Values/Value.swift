package import Metrics
package import Networks

/// What an expression gives when it runs (https://github.com/google/cel-spec/blob/master/doc/langdef.md#values).
package enum Value: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case list([Value])
    case map(MapValue)
    case type(TypeName)
    case timestamp(Instant)
    case duration(TimeSpan)
    indirect case optional(Value?)

    case ip(IPAddress)
    /// Host bits are kept: `cidr('10.0.0.1/8')` has the address 10.0.0.1.
    case cidr(NetworkAddress)

    // Values of catalog fields.
    /// A set of addresses: `internet`.
    case addresses(AddressSet)
    case portRange(PortRange)
    case `protocol`(IPProtocol)
    /// A security group or prefix list named by its id; address ranges are `cidr`.
    case peer(PeerName)
    /// What CloudWatch measured, all statistics of it.
    case metric(Metric)
    /// The points of one statistic.
    case series(NamedSeries)
    /// A resource of the inventory or a record in one.
    case record(any Record)

    /// The inventory does not say; the fields that it was asked for.
    case unknown(UnknownFields)
}

/// The fields that an inventory was asked for and does not state: `resource.kms_key`.
package struct UnknownFields: Hashable, Sendable {
    package var paths: [String]
    /// Why, where it takes more than to state them: a thing without a price.
    package var reason: String?
    package init(_ paths: [String], reason: String? = nil) { (self.paths, self.reason) = (paths, reason) }

    /// Both, each path once, in order of appearance.
    package func merged(with other: UnknownFields) -> UnknownFields {
        UnknownFields(paths + other.paths.filter { !paths.contains($0) }, reason: reason ?? other.reason)
    }
}

/// The peer of a traffic entry that is no address range.
package struct PeerName: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case securityGroup = "security_group"
        case prefixList = "prefix_list"
    }

    package var kind: Kind
    package var id: String
    /// What a prefix list holds; nil where that is not known.
    package var addresses: AddressSet?
    package init(_ kind: Kind, _ id: String, addresses: AddressSet? = nil) {
        (self.kind, self.id, self.addresses) = (kind, id, addresses)
    }
}

/// A resource or a record in one, as the general evaluator sees it.
package protocol Record: Sendable {
    /// The catalog's name of its shape.
    var typeName: String { get }
    /// The field's value: `unknown` when the inventory does not state it; nil when the shape has no such field.
    func field(_ name: String) -> Value?
    /// The names of all fields, in the catalog's order.
    var fieldNames: [String] { get }
    /// Equal for the same record of the same inventory.
    var identity: RecordIdentity { get }
    /// For a sentence: a resource's id, an entry as its fields.
    var text: String { get }
}

/// Tells two records of an inventory apart.
package struct RecordIdentity: Hashable, Sendable {
    package var container: ObjectIdentifier
    package var offset: Int
    package init(container: ObjectIdentifier, offset: Int) { (self.container, self.offset) = (container, offset) }
}

/// The name of a type as a value: `int`, `google.protobuf.Timestamp`, `net.IP`.
package struct TypeName: Hashable, Sendable {
    package var name: String
    package init(_ name: String) { self.name = name }
}

/// A point in time: nanoseconds since 1970-01-01T00:00:00Z, from 0001-01-01T00:00:00Z up to and excluding
/// 10000-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
    package let nanoseconds: Int128

    /// Nil outside the range that CEL gives timestamps.
    package init?(nanoseconds: Int128) {
        guard Self.range.contains(nanoseconds) else { return nil }
        self.nanoseconds = nanoseconds
    }

    private static let range = Int128(-62_135_596_800) * 1_000_000_000..<Int128(253_402_300_800) * 1_000_000_000
    package static func < (left: Self, right: Self) -> Bool { left.nanoseconds < right.nanoseconds }
}

/// A length of time: nanoseconds, at most 315 576 000 000 seconds (10 000 years) either way.
package struct TimeSpan: Hashable, Comparable, Sendable {
    package let nanoseconds: Int128

    /// Nil outside the range that CEL gives durations.
    package init?(nanoseconds: Int128) {
        guard nanoseconds.magnitude <= 315_576_000_000 * 1_000_000_000 else { return nil }
        self.nanoseconds = nanoseconds
    }

    package static func < (left: Self, right: Self) -> Bool { left.nanoseconds < right.nanoseconds }
}

/// An address with a prefix length: the network extension's `cidr`, which keeps host bits.
package struct NetworkAddress: Hashable, Sendable {
    package var address: IPAddress
    package var prefixLength: Int
    package init(address: IPAddress, prefixLength: Int) { (self.address, self.prefixLength) = (address, prefixLength) }
    package init(_ range: CIDR) { self.init(address: range.base, prefixLength: range.prefixLength) }

    /// The range without host bits.
    package var range: CIDR { CIDR(address, prefixLength: prefixLength) }
}
