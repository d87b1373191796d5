/// A fixed set of names with constant-time look-up from bytes: field names of a shape, values of an enumeration.
package struct NameTable: Sendable {
    package let names: [String]
    // Open addressing, at most half full; an entry is the index of a name plus one.
    private let table: [UInt16]
    private let keys: [UInt64]
    private let bytes: [[UInt8]]

    package init(_ names: [String]) {
        self.names = names
        bytes = names.map { Array($0.utf8) }
        var size = 8
        while size < names.count * 2 { size *= 2 }
        var table = [UInt16](repeating: 0, count: size)
        keys = bytes.map { $0.withUnsafeBufferPointer(Self.key) }
        for (index, key) in keys.enumerated() {
            var at = Self.place(key, size)
            while table[at] != 0 { at = (at + 1) & (size - 1) }
            table[at] = UInt16(index + 1)
        }
        self.table = table
    }

    package func index(of name: String) -> Int? {
        var name = name
        return name.withUTF8 { index(of: $0) }
    }

    /// The index of the name that has these bytes.
    package func index(of text: UnsafeBufferPointer<UInt8>) -> Int? {
        let key = Self.key(text)
        var at = Self.place(key, table.count)
        while table[at] != 0 {
            let index = Int(table[at]) - 1
            if keys[index] == key, bytes[index].count == text.count, text.count <= 7 || bytes[index].elementsEqual(text)
            {
                return index
            }
            at = (at + 1) & (table.count - 1)
        }
        return nil
    }

    /// The first seven bytes and the length, so that short names are equal when their keys are.
    private static func key(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var key = UInt64(truncatingIfNeeded: text.count)
        for byte in text.prefix(7) { key = key << 8 | UInt64(byte) }
        return key
    }

    private static func place(_ key: UInt64, _ size: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & (size - 1)
    }
}
