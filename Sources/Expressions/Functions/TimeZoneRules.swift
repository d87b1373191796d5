/// When the clocks of a zone changed and will change, from a TZif file (https://www.rfc-editor.org/rfc/rfc9636).
package struct TimeZoneRules: Sendable {
    /// Seconds since 1970 from which on each offset holds, ascending.
    private var transitions: [Int] = []
    /// Seconds east of UTC, one for each transition.
    private var offsets: [Int] = []
    /// Before the first transition.
    private var initialOffset = 0
    /// After the last transition.
    private var footer: TimeZoneFooter?

    /// Nil for bytes that are no TZif file, or one that counts leap seconds.
    package init?(tzif bytes: [UInt8]) {
        var reader = BigEndianReader(bytes)
        guard let first = Header(&reader) else { return nil }
        guard first.version >= UInt8(ascii: "2") else {
            guard read(first, &reader, timeSize: 4) else { return nil }
            return
        }
        // From version 2 on, the data follow once more with 64 bits a time (section 3).
        guard reader.skip(first.size(timeSize: 4)), let second = Header(&reader), read(second, &reader, timeSize: 8)
        else {
            return nil
        }
        guard let text = reader.line() else { return nil }
        footer = TimeZoneFooter(text)
        guard footer != nil || text.isEmpty else { return nil }
    }

    /// Seconds east of UTC at a number of seconds since 1970.
    package func offset(at time: Int) -> Int {
        guard let last = transitions.last, time < last else {
            return footer?.offset(at: time) ?? offsets.last ?? initialOffset
        }
        var (low, high) = (0, transitions.count)
        // The number of transitions up to this time.
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle] <= time { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? initialOffset : offsets[low - 1]
    }

    /// Section 3.2.
    private mutating func read(_ header: Header, _ reader: inout BigEndianReader, timeSize: Int) -> Bool {
        guard header.leapCount == 0, header.typeCount > 0 else { return false }
        var types: [Int] = []
        for _ in 0..<header.timeCount {
            guard let time = reader.signed(timeSize) else { return false }
            guard transitions.last.map({ $0 < time }) ?? true else { return false }
            transitions.append(time)
        }
        for _ in 0..<header.timeCount {
            guard let type = reader.byte(), type < header.typeCount else { return false }
            types.append(Int(type))
        }
        var offsetsOfTypes: [Int] = []
        for _ in 0..<header.typeCount {
            guard let offset = reader.signed(4), abs(offset) < 100_000, reader.skip(2) else { return false }
            offsetsOfTypes.append(offset)
        }
        offsets = types.map { offsetsOfTypes[$0] }
        initialOffset = offsetsOfTypes[0]
        return reader.skip(header.characterCount + header.standardCount + header.universalCount)
    }
}

/// Section 3.1.
private struct Header {
    var version: UInt8
    var universalCount, standardCount, leapCount, timeCount, typeCount, characterCount: Int

    init?(_ reader: inout BigEndianReader) {
        guard reader.skip(Array("TZif".utf8)), let version = reader.byte(), reader.skip(15),
            let universal = reader.signed(4), let standard = reader.signed(4), let leap = reader.signed(4),
            let time = reader.signed(4), let type = reader.signed(4), let character = reader.signed(4),
            [universal, standard, leap, time, type, character].allSatisfy({ (0...1_000_000).contains($0) })
        else { return nil }
        self.version = version
        (universalCount, standardCount, leapCount) = (universal, standard, leap)
        (timeCount, typeCount, characterCount) = (time, type, character)
    }

    func size(timeSize: Int) -> Int {
        timeCount * (timeSize + 1) + typeCount * 6 + characterCount + leapCount * (timeSize + 4) + standardCount
            + universalCount
    }
}

private struct BigEndianReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    mutating func byte() -> UInt8? { rest.popFirst() }

    mutating func signed(_ size: Int) -> Int? {
        guard rest.count >= size else { return nil }
        var bits: UInt64 = 0
        for byte in rest.prefix(size) { bits = bits << 8 | UInt64(byte) }
        rest = rest.dropFirst(size)
        return size == 4 ? Int(Int32(truncatingIfNeeded: bits)) : Int(Int64(bitPattern: bits))
    }

    mutating func skip(_ count: Int) -> Bool {
        guard rest.count >= count else { return false }
        rest = rest.dropFirst(count)
        return true
    }

    mutating func skip(_ wanted: [UInt8]) -> Bool {
        guard rest.starts(with: wanted) else { return false }
        rest = rest.dropFirst(wanted.count)
        return true
    }

    /// What stands between two line feeds.
    mutating func line() -> String? {
        guard skip([0x0A]), let end = rest.firstIndex(of: 0x0A) else { return nil }
        return String(validating: rest[..<end], as: UTF8.self)
    }
}
