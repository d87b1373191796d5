/// UTF-8 text being put together. Reports are built of bytes, since a million findings cannot afford a `String` each.
///
/// `+=` takes markup of the report itself; data goes through `append` or the escaping of its format.
package struct ByteSink: Sendable {
    /// What was put together so far.
    package private(set) var bytes: [UInt8] = []

    /// An empty one.
    package init() {}

    /// Bytes so far.
    package var count: Int { bytes.count }
    /// Whether nothing was added.
    package var isEmpty: Bool { bytes.isEmpty }

    /// Adds fixed text.
    package static func += (sink: inout ByteSink, text: StaticString) {
        text.withUTF8Buffer { sink.append($0) }
    }

    /// Adds the text as it is.
    package mutating func append(_ text: String) {
        withUTF8(of: text) { append($0) }
    }

    /// Adds what was put together elsewhere.
    package mutating func append(_ other: ByteSink) { bytes += other.bytes }

    @inline(__always)
    mutating func append(_ other: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: other) }

    @inline(__always)
    mutating func append(byte: UInt8) { bytes.append(byte) }

    /// Adds the number in decimal.
    package mutating func append(_ number: Int) {
        if number < 0 { append(byte: UInt8(ascii: "-")) }
        var rest = number.magnitude
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var first = digits.count
            repeat {
                first -= 1
                digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            append(UnsafeBufferPointer(rebasing: digits[first...]))
        }
    }

    /// Adds the value in upper-case hexadecimal, with leading zeros up to `width`.
    mutating func append(hexadecimal value: UInt32, width: Int = 1) {
        var digits = width
        while digits < 8, value >> UInt32(digits * 4) != 0 { digits += 1 }
        for place in (0..<digits).reversed() {
            let digit = UInt8(truncatingIfNeeded: value >> UInt32(place * 4)) & 15
            append(byte: digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
        }
    }

    /// Forgets what was added since there were `count` bytes.
    mutating func cut(to count: Int) { bytes.removeLast(bytes.count - count) }

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }
}

/// The text's bytes in place, where it holds them in one piece.
@inline(__always)
func withUTF8<Result>(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
    var text = text
    return text.withUTF8(body)
}
