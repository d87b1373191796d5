/// Text that equals other text only when both have the same code points.
///
/// CEL's strings are sequences of code points (https://github.com/google/cel-spec/blob/master/doc/langdef.md#string-and-bytes-values),
/// whereas Swift's `==` holds "é" and "e" with a combining accent for the same.
package struct ExactText: Hashable, Sendable {
    package let text: String
    package init(_ text: String) { self.text = text }

    package static func == (left: Self, right: Self) -> Bool { left.text.isExactly(right.text) }

    package func hash(into hasher: inout Hasher) {
        text.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        // No byte of UTF-8, so that what follows cannot be taken for more text.
        hasher.combine(0xFF as UInt8)
    }
}

extension String {
    /// The bytes of its UTF-8 form, which Swift's own strings hold already.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        var copy = self
        return copy.withUTF8(body)
    }

    /// Whether both have the same code points.
    func isExactly(_ other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        return withBytes { left in other.withBytes { left.order(comparedTo: $0) == 0 } }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Below, at or above zero, as the bytes come before, equal or come after the others. The order of UTF-8 is that of
    /// the code points.
    func order(comparedTo other: Self) -> Int {
        let common = Swift.min(count, other.count)
        for index in 0..<common where self[index] != other[index] { return self[index] < other[index] ? -1 : 1 }
        return count - other.count
    }
}
