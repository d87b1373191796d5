/// A set of services: destination ports of protocols that AWS looks at the ports of, ICMP messages, whole protocols.
///
/// The services of all protocols stand on one axis of numbers, `protocol << 16 | x`, and the set is its ranges there:
/// sorted, disjoint, not adjacent, so equal sets have equal storage and "every protocol" is one range. Of tcp and udp
/// `x` is the port; of the ICMPs it is `type << 8 | code`; of every other protocol a set holds the whole 0–65535 or
/// nothing, because EC2 opens all of it whatever an entry says (see `IPProtocol.honoursPorts`).
package struct ServiceSet: Hashable, Sendable {
    /// Services that are neighbours on the axis, both ends included; it may reach from one protocol into others.
    package typealias Range = ClosedRange<UInt32>
    typealias Sorted = SortedRanges<UInt32>

    /// Sorted, disjoint, not adjacent; within 24 bits.
    package let ranges: ContiguousArray<Range>

    /// No service.
    package init() { ranges = [] }

    /// Every service of every protocol.
    package static let all = ServiceSet(ServiceSet.axis)

    /// The services that an entry of these values speaks of.
    ///
    /// - `ports`: nil means every port, an empty list none; only looked at where the protocol honours ports.
    /// - `icmp`: nil means every message; only looked at for the ICMPs. A type or code above 255 is none.
    package init(_ transport: IPProtocol, ports: [PortRange]? = nil, icmp: ICMPMatch? = nil) {
        let whole = ServiceSet.axis(of: transport)
        if transport.honoursPorts, let ports {
            let first = whole.lowerBound
            self.init(unsorted: ContiguousArray(ports.map { first + UInt32($0.low)...first + UInt32($0.high) }))
        } else if transport.isICMP, let icmp {
            self.init(unsorted: ServiceSet.messages(icmp, from: whole.lowerBound))
        } else {
            self.init(whole)
        }
    }

    /// The services of one range of the axis.
    package init(_ range: Range) { self.init(sorted: [range]) }

    /// Ranges known to be sorted, disjoint and not adjacent.
    init(sorted ranges: ContiguousArray<Range>) { self.ranges = ranges }

    private init(unsorted ranges: ContiguousArray<Range>) { self.init(sorted: Sorted.normalized(ranges)) }

    private static func messages(_ icmp: ICMPMatch, from first: UInt32) -> ContiguousArray<Range> {
        guard icmp.type <= 255, icmp.code <= 255 else { return [] }
        let types = icmp.type < 0 ? 0...255 : UInt32(icmp.type)...UInt32(icmp.type)
        let codes = icmp.code < 0 ? 0...255 : UInt32(icmp.code)...UInt32(icmp.code)
        return ContiguousArray(
            types.map { type in first + (type << 8 | codes.lowerBound)...first + (type << 8 | codes.upperBound) })
    }
}

// MARK: - The axis

extension ServiceSet {
    /// Every place on the axis.
    static let axis: Range = 0...0xff_ffff

    /// The places of a protocol; all there are for `all`.
    static func axis(of transport: IPProtocol) -> Range {
        guard transport != .all else { return axis }
        let first = UInt32(transport.rawValue) << 16
        return first...first | 0xffff
    }

    /// The protocols whose services are told apart: the others are in a set as a whole or not at all.
    static let divided: [IPProtocol] = [.icmp, .tcp, .udp, .icmpv6]

    /// The protocol of a place.
    static func transport(at place: UInt32) -> IPProtocol {
        guard let transport = IPProtocol(rawValue: UInt16(place >> 16)) else { preconditionFailure("off the axis") }
        return transport
    }
}

// MARK: - Algebra

extension ServiceSet {
    /// The services in either set.
    package func union(_ other: ServiceSet) -> ServiceSet { ServiceSet(sorted: Sorted.union(ranges, other.ranges)) }

    /// The services in both sets.
    package func intersection(_ other: ServiceSet) -> ServiceSet {
        ServiceSet(sorted: Sorted.intersection(ranges, other.ranges))
    }

    /// The services of this set that are not in the other.
    package func subtracting(_ other: ServiceSet) -> ServiceSet {
        ServiceSet(sorted: Sorted.difference(ranges, other.ranges))
    }
}

// MARK: - Questions

extension ServiceSet {
    /// Whether no service is in the set.
    package var isEmpty: Bool { ranges.isEmpty }

    /// How many services: ports, messages, and 65536 for any other whole protocol; at most 2^24.
    package var count: Int { ranges.reduce(0) { $0 + $1.count } }

    /// Whether every service of the other set is in this one; the empty set is in every set.
    package func contains(_ other: ServiceSet) -> Bool { Sorted.covers(ranges, other.ranges) }

    /// Whether some service is in both sets.
    package func overlaps(_ other: ServiceSet) -> Bool { Sorted.overlap(ranges, other.ranges) }

    /// Whether all that an entry for the protocol and port speaks of is in the set.
    ///
    /// Without a port, every service of the protocol is meant; so it is where the port does not matter, as for an ICMP.
    package func contains(_ transport: IPProtocol, port: UInt16? = nil) -> Bool {
        contains(ServiceSet(transport, ports: port.map { [PortRange($0)] }))
    }

    /// The protocols that some service in the set is of, by number; never `all`, and all 256 for the set of all.
    package var protocols: [IPProtocol] {
        var protocols: [IPProtocol] = []
        for range in ranges {
            for number in range.lowerBound >> 16...range.upperBound >> 16 {
                let transport = ServiceSet.transport(at: number << 16)
                if protocols.last != transport { protocols.append(transport) }
            }
        }
        return protocols
    }

    /// The ports of the protocol in the set, sorted; none for a protocol without ports, and for `all`.
    package func ports(of transport: IPProtocol) -> [PortRange] {
        guard transport.hasPorts else { return [] }
        let axis = ServiceSet.axis(of: transport)
        return Sorted.intersection(ranges, [axis]).map {
            PortRange(low: UInt16($0.lowerBound - axis.lowerBound), high: UInt16($0.upperBound - axis.lowerBound))
        }
    }
}
