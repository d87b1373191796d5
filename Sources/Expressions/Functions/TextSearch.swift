/// Finding text in text, byte by byte, in time linear in both. In UTF-8 no character's bytes occur within another's, so
/// what is found stands at the boundaries of code points.
extension UnsafeBufferPointer<UInt8> {
    /// Where the first occurrence from `start` on begins.
    func firstIndex(of needle: Self, from start: Int = 0) -> Int? {
        guard start + needle.count <= count else { return nil }
        guard needle.count > 1 else {
            return needle.isEmpty ? start : self[start...].firstIndex(of: needle[0])
        }
        // Knuth, Morris, Pratt: after a mismatch, go on from the longest border of what had matched.
        let borders = needle.borders
        var matched = 0
        for index in start..<count {
            while matched > 0, self[index] != needle[matched] { matched = borders[matched - 1] }
            if self[index] == needle[matched] { matched += 1 }
            if matched == needle.count { return index + 1 - matched }
        }
        return nil
    }

    /// For each beginning of the bytes, the length of the longest shorter beginning that it also ends with.
    private var borders: [Int] {
        var borders = [0]
        var length = 0
        for byte in self[1...] {
            while length > 0, byte != self[length] { length = borders[length - 1] }
            if byte == self[length] { length += 1 }
            borders.append(length)
        }
        return borders
    }

    /// Where the last occurrence begins that begins at `limit` or before.
    func lastIndex(of needle: Self, upTo limit: Int) -> Int? {
        guard needle.count <= count else { return nil }
        let end = Swift.min(limit, count - needle.count) + needle.count
        // The last occurrence is the first of the reversed bytes.
        let reversed = Array(self[..<end].reversed())
        let reversedNeedle = Array(needle.reversed())
        return reversed.withUnsafeBufferPointer { text in
            reversedNeedle.withUnsafeBufferPointer { text.firstIndex(of: $0) }
        }.map { end - needle.count - $0 }
    }

    /// Where every occurrence begins, from left to right, none overlapping another, at most `limit` of them. The empty
    /// text occurs before every code point and at the end.
    func occurrences(of needle: Self, limit: Int = .max) -> [Int] {
        var found: [Int] = []
        var start = 0
        while found.count < limit, let index = firstIndex(of: needle, from: start) {
            found.append(index)
            start = index + needle.count
            if needle.isEmpty {
                guard start < count else { break }
                repeat { start += 1 } while start < count && self[start] & 0xC0 == 0x80
            }
        }
        return found
    }

    /// The number of code points.
    var codePointCount: Int { count { $0 & 0xC0 != 0x80 } }

    /// Where the code point of this number begins; the end for the one after the last. Nil when there are fewer.
    func offset(ofCodePoint number: Int) -> Int? {
        guard number >= 0 else { return nil }
        var left = number
        for index in indices where self[index] & 0xC0 != 0x80 {
            if left == 0 { return index }
            left -= 1
        }
        return left == 0 ? count : nil
    }

    /// Text from bytes that are known to be UTF-8.
    func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: self[range]), as: UTF8.self)
    }
}
