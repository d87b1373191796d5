/// The two versions of the Internet Protocol that AWS networks speak.
package enum AddressFamily: UInt8, CaseIterable, Hashable, Comparable, Sendable {
    /// RFC 791; 32-bit addresses.
    case ipv4
    /// RFC 8200; 128-bit addresses.
    case ipv6

    /// Bits in an address, which is also the longest prefix length: 32 or 128.
    package var bits: Int { self == .ipv4 ? 32 : 128 }

    /// The highest address as a number: 2^32 − 1 or 2^128 − 1.
    package var highest: UInt128 { self == .ipv4 ? 0xffff_ffff : .max }

    /// IPv4 before IPv6.
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// One IPv4 or IPv6 address.
package struct IPAddress: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The version of the protocol the address belongs to.
    package let family: AddressFamily
    /// The address as a number in host order; at most `family.highest`.
    package let value: UInt128

    /// An address from its number, which must not exceed `family.highest`.
    package init(family: AddressFamily, value: UInt128) {
        precondition(value <= family.highest, "an IPv4 address has 32 bits")
        self.family = family
        self.value = value
    }

    /// Reads the text form of an address; nil when it is none.
    ///
    /// IPv4 is four decimal octets and nothing else: `010.0.0.1` is refused, because some readers take a leading zero
    /// for octal (RFC 6943, 3.1.1). IPv6 is RFC 4291, 2.2, with `::` and an embedded IPv4 tail, without a zone.
    /// An IPv4-mapped address (`::ffff:192.0.2.1`, RFC 4291, 2.5.5.2) is taken as the IPv4 address it stands for.
    package init?(parsing bytes: UnsafeBufferPointer<UInt8>) {
        guard let written = IPAddress.asWritten(bytes) else { return nil }
        self = written.unmapped
    }

    /// Reads the text form of an address as `init(parsing:)` does.
    package init?(_ text: String) {
        var text = text
        guard let address = text.withUTF8({ IPAddress(parsing: $0) }) else { return nil }
        self = address
    }

    /// IPv4 before IPv6, then by number.
    package static func < (left: Self, right: Self) -> Bool {
        left.family == right.family ? left.value < right.value : left.family < right.family
    }

    /// Dotted decimal, or the canonical text of RFC 5952 (lower case, the first longest run of zero groups as `::`).
    package var description: String {
        family == .ipv4 ? dotted : colonSeparated
    }
}

// MARK: - Reading

extension IPAddress {
    /// The address in the family it is spelled in: an IPv4-mapped address stays IPv6.
    ///
    /// A CIDR needs this form, because its prefix length counts the bits of the spelling.
    static func asWritten(_ bytes: UnsafeBufferPointer<UInt8>) -> IPAddress? {
        if bytes.contains(Ascii.colon) {
            return colonSeparated(bytes).map { IPAddress(family: .ipv6, value: $0) }
        }
        return dotted(bytes).map { IPAddress(family: .ipv4, value: UInt128($0)) }
    }

    /// Whether the address lies in `::ffff:0:0/96`, the block of IPv4-mapped addresses.
    var isIPv4Mapped: Bool { family == .ipv6 && value >> 32 == 0xffff }

    /// The IPv4 address an IPv4-mapped address stands for; any other address itself.
    var unmapped: IPAddress {
        isIPv4Mapped ? IPAddress(family: .ipv4, value: value & 0xffff_ffff) : self
    }

    private static func dotted(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
        var value: UInt32 = 0
        var octet: UInt32 = 0
        var digits = 0
        var dots = 0
        for byte in bytes {
            if byte == Ascii.dot {
                guard digits > 0, dots < 3 else { return nil }
                value = value << 8 | octet
                octet = 0
                digits = 0
                dots += 1
            } else {
                guard let digit = Ascii.decimal(byte) else { return nil }
                // A digit after a leading zero would make the octet ambiguous.
                guard digits == 0 || octet > 0 else { return nil }
                octet = octet * 10 + digit
                digits += 1
                guard octet <= 255 else { return nil }
            }
        }
        return digits > 0 && dots == 3 ? value << 8 | octet : nil
    }

    private static func colonSeparated(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt128? {
        var value: UInt128 = 0
        var groups = 0
        var gap: Int?
        var index = 0
        if bytes.count >= 2, bytes[0] == Ascii.colon, bytes[1] == Ascii.colon {
            gap = 0
            index = 2
        }
        while index < bytes.count {
            let start = index
            var group: UInt128 = 0
            while index < bytes.count, let digit = Ascii.hexadecimal(bytes[index]) {
                guard index - start < 4 else { return nil }
                group = group << 4 | UInt128(digit)
                index += 1
            }
            if index < bytes.count, bytes[index] == Ascii.dot {
                guard groups <= 6, let tail = dotted(UnsafeBufferPointer(rebasing: bytes[start...])) else { return nil }
                value = value << 32 | UInt128(tail)
                groups += 2
                break
            }
            guard index > start, groups < 8 else { return nil }
            value = value << 16 | group
            groups += 1
            if index == bytes.count { break }
            guard bytes[index] == Ascii.colon, index + 1 < bytes.count else { return nil }
            index += 1
            if bytes[index] == Ascii.colon {
                guard gap == nil else { return nil }
                gap = groups
                index += 1
            }
        }
        guard let gap else { return groups == 8 ? value : nil }
        // `::` stands for at least one group of zeros.
        guard groups < 8 else { return nil }
        let tailBits = 16 * (groups - gap)
        let tail = value & ((1 << UInt128(tailBits)) - 1)
        return (value >> UInt128(tailBits)) << UInt128(128 - 16 * gap) | tail
    }
}

// MARK: - Printing

extension IPAddress {
    private var dotted: String {
        "\(value >> 24 & 255).\(value >> 16 & 255).\(value >> 8 & 255).\(value & 255)"
    }

    private var colonSeparated: String {
        if isIPv4Mapped { return "::ffff:\(unmapped.dotted)" }
        let groups = (0..<8).map { UInt16(truncatingIfNeeded: value >> UInt128(112 - 16 * $0)) }
        func text(_ part: Range<Int>) -> String {
            groups[part].map { String($0, radix: 16) }.joined(separator: ":")
        }
        guard let zeros = longestRunOfZeros(in: groups) else { return text(0..<8) }
        return text(0..<zeros.lowerBound) + "::" + text(zeros.upperBound..<8)
    }

    /// The groups that `::` replaces: RFC 5952 spares a single one (4.2.2) and wants the first of equals (4.2.3).
    private func longestRunOfZeros(in groups: [UInt16]) -> Range<Int>? {
        var longest = 0..<0
        var start: Int?
        for index in 0...8 {
            if index < 8, groups[index] == 0 {
                start = start ?? index
            } else if let begun = start {
                if index - begun > longest.count { longest = begun..<index }
                start = nil
            }
        }
        return longest.count >= 2 ? longest : nil
    }
}
