/// Why a text is no CIDR block.
package enum CIDRError: Error, Hashable, Sendable {
    /// The part before the slash is no IPv4 or IPv6 address.
    case notAnAddress
    /// The part after the slash is no decimal number (a netmask such as `/255.0.0.0` is none).
    case prefixNotANumber
    /// The number after the slash exceeds the bits of the address: 32 or 128.
    case prefixOutOfRange(found: Int, limit: Int)
}

/// A block of addresses with a common prefix, in the notation of RFC 4632, 3.1 and RFC 4291, 2.3.
///
/// Two blocks are equal when they hold the same addresses: `10.0.0.1/8` equals `10.0.0.0/8`, `0:0::/0` equals `::/0`.
package struct CIDR: Sendable, CustomStringConvertible {
    /// The version of the protocol of every address in the block.
    package let family: AddressFamily
    /// The lowest address as a number; its bits beyond the prefix are zero.
    package let low: UInt128
    /// Whether the text had bits set beyond the prefix, as `10.0.0.1/8` has; AWS clears them, people mistype them.
    package let hasHostBits: Bool
    private let prefix: UInt8

    /// Bits that all addresses share: 0...32 or 0...128.
    package var prefixLength: Int { Int(prefix) }

    /// The highest address as a number.
    package var high: UInt128 { low | CIDR.hostMask(family, prefixLength) }

    /// The lowest address, the one written before the slash in the canonical text.
    package var base: IPAddress { IPAddress(family: family, value: low) }

    /// The block of the given prefix length that an address lies in; the length must suit the family.
    package init(_ address: IPAddress, prefixLength: Int) {
        precondition((0...address.family.bits).contains(prefixLength), "prefix length beyond the address")
        let hostMask = CIDR.hostMask(address.family, prefixLength)
        family = address.family
        low = address.value & ~hostMask
        hasHostBits = address.value & hostMask != 0
        prefix = UInt8(prefixLength)
    }

    /// Reads `ADDRESS/LENGTH`; a bare address is a block of one (/32 or /128).
    ///
    /// A block inside `::ffff:0:0/96` is the IPv4 block it stands for, as for a single address; a shorter prefix on an
    /// IPv4-mapped address reaches beyond that block and stays IPv6, so `::ffff:0.0.0.0/0` is `::/0`.
    package init(parsing bytes: UnsafeBufferPointer<UInt8>) throws(CIDRError) {
        let slash = bytes.firstIndex(of: Ascii.slash) ?? bytes.endIndex
        guard let written = IPAddress.asWritten(UnsafeBufferPointer(rebasing: bytes[..<slash])) else {
            throw .notAnAddress
        }
        let limit = written.family.bits
        var length = limit
        if slash < bytes.endIndex {
            guard let number = Ascii.number(UnsafeBufferPointer(rebasing: bytes[(slash + 1)...])) else {
                throw .prefixNotANumber
            }
            guard number <= limit else { throw .prefixOutOfRange(found: number, limit: limit) }
            length = number
        }
        if written.isIPv4Mapped, length >= 96 {
            self.init(written.unmapped, prefixLength: length - 96)
        } else {
            self.init(written, prefixLength: length)
        }
    }

    /// Reads a block as `init(parsing:)` does.
    package init(_ text: String) throws(CIDRError) {
        var text = text
        let result = text.withUTF8 { bytes in
            Result { () throws(CIDRError) in try CIDR(parsing: bytes) }
        }
        self = try result.get()
    }

    /// The canonical text: RFC 5952 address, slash, length; a block of one has its length too.
    package var description: String { "\(base)/\(prefixLength)" }

    private static func hostMask(_ family: AddressFamily, _ prefixLength: Int) -> UInt128 {
        // Shifting by all 128 bits gives zero, as it should.
        family.highest >> UInt128(prefixLength)
    }
}

extension CIDR: Hashable {
    /// Whether both hold the same addresses; how they were spelled does not count.
    package static func == (left: Self, right: Self) -> Bool {
        left.family == right.family && left.low == right.low && left.prefix == right.prefix
    }

    /// Feeds what `==` compares.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(family)
        hasher.combine(low)
        hasher.combine(prefix)
    }
}
