/// The 64 bits of one slot. What they mean is said by the field's type; two patterns that no type uses say
/// "absent" and "null", so presence costs no extra memory.
///
/// - text: offset and length of a slice of the file (or of the segment's pool);
/// - bool: 0 or 1; enum: index of the value; int, duration (µs), timestamp (µs), bytes, usd (millionths): two's complement;
/// - double: its bit pattern; port range: low and high port; protocol: its number, 256 for all;
/// - cidr, ip: index into `ValueTables.cidrs`; peer: see `PeerWord`;
/// - list, map: index of the first word and number of elements; policy: slice of the file; record: 1.
package struct Word: Hashable, Sendable, BitwiseCopyable {
    package var bits: UInt64
    @inlinable package init(bits: UInt64) { self.bits = bits }

    /// The inventory does not say: unknown. As a double this is −0, which is stored as 0.
    package static let absent = Word(bits: 0x8000_0000_0000_0000)
    /// The inventory says there is none. As an integer this is beyond the 18 digits that are read.
    package static let null = Word(bits: 0x8000_0000_0000_0001)

    @inlinable package var isAbsent: Bool { bits == 0x8000_0000_0000_0000 }
    @inlinable package var isNull: Bool { bits == 0x8000_0000_0000_0001 }
    /// Whether there is a value.
    @inlinable package var isSet: Bool { bits & ~1 != 0x8000_0000_0000_0000 }

    package init(_ value: Int64) { bits = UInt64(bitPattern: value) }
    @inlinable package var int: Int64 { Int64(bitPattern: bits) }

    package init(_ value: Bool) { bits = value ? 1 : 0 }
    package init(_ value: Double) {
        // −0 and the smallest negative number have the patterns of "absent" and "null".
        bits = (value == 0 || value == -Double.leastNonzeroMagnitude ? 0 : value).bitPattern
    }
    @inlinable package var double: Double { Double(bitPattern: bits) }

    // MARK: Text

    private static let poolFlag: UInt64 = 1 << 62

    /// A slice of the file, or of the segment's pool. Lengths stay below 2^30 by `ReadingLimits.scalarBytes`.
    package init(textAt offset: Int, count: Int, inPool: Bool = false) {
        bits = UInt64(UInt32(truncatingIfNeeded: offset)) | UInt64(count) << 32 | (inPool ? Self.poolFlag : 0)
    }

    @inlinable package var textOffset: Int { Int(UInt32(truncatingIfNeeded: bits)) }
    @inlinable package var textCount: Int { Int((bits >> 32) & 0x3FFF_FFFF) }
    @inlinable package var isInPool: Bool { bits & (1 << 62) != 0 }

    // MARK: Lists

    /// More elements than this a list cannot have.
    package static let listLimit = 0xFF_FFFF

    /// `entrySlots`: for a list of records, the own slots that each of them keeps.
    package init(listAt first: Int, count: Int, entrySlots: Int = 0) {
        bits = UInt64(UInt32(truncatingIfNeeded: first)) | UInt64(count) << 32 | UInt64(entrySlots) << 56
    }

    @inlinable package var listFirst: Int { Int(UInt32(truncatingIfNeeded: bits)) }
    @inlinable package var listCount: Int { Int((bits >> 32) & 0xFF_FFFF) }
    @inlinable package var entrySlots: Int { Int((bits >> 56) & 0x3F) }

    // MARK: Ports

    package init(low: UInt16, high: UInt16) { bits = UInt64(low) | UInt64(high) << 16 }
    @inlinable package var lowPort: UInt16 { UInt16(truncatingIfNeeded: bits) }
    @inlinable package var highPort: UInt16 { UInt16(truncatingIfNeeded: bits >> 16) }
}

/// A traffic entry's counterpart: an address range, a security group or a prefix list.
package enum PeerWord {
    /// The kinds, in the order of the match operator `kind`.
    package enum Kind: UInt64, CaseIterable, Sendable {
        case cidr = 0
        case securityGroup = 1
        case prefixList = 2
    }

    /// `index` points into `ValueTables.cidrs` or `ValueTables.symbols`.
    package static func word(_ kind: Kind, _ index: Int) -> Word { Word(bits: kind.rawValue << 60 | UInt64(index)) }
    package static func kind(_ word: Word) -> Kind { Kind(rawValue: word.bits >> 60 & 3) ?? .cidr }
    package static func index(_ word: Word) -> Int { Int(word.bits & 0xFFFF_FFFF) }
}
