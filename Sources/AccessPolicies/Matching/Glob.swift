/// Texts with the wildcards of policies: `*` for any text, also none, and `?` for one character.
///
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html#reference_policies_elements_resource_wildcards
enum Glob {
    typealias Bytes = UnsafeBufferPointer<UInt8>
    static let star = UInt8(ascii: "*")
    static let question = UInt8(ascii: "?")

    static func hasWildcard(_ text: some StringProtocol) -> Bool { text.utf8.contains { $0 == star || $0 == question } }

    static func hasWildcard(_ bytes: Bytes) -> Bool { bytes.contains { $0 == star || $0 == question } }

    /// Whether the text, in which `*` and `?` stand for themselves, matches the pattern.
    static func matches(_ pattern: Bytes, _ text: Bytes) -> Bool { takes(pattern, text) { _ in false } }

    /// Whether every text that the inner pattern matches is matched by the outer one too. Sound always; it may miss that
    /// for odd pairs such as `a*?` and `a?*`, of which nobody concludes anything then.
    static func covers(_ outer: Bytes, _ inner: Bytes) -> Bool { takes(outer, inner) { $0 == star || $0 == question } }

    /// Whether the pattern takes every character of the text. What is wild in it, only a wildcard takes: `*` by `*` alone,
    /// `?` also by `?`. Goes back to the last `*` only: as long as pattern × text in the worst case, linear in practice.
    @inline(__always)
    private static func takes(_ pattern: Bytes, _ text: Bytes, _ isWild: (UInt8) -> Bool) -> Bool {
        var (p, t) = (0, 0)
        var (lastStar, resume) = (-1, 0)
        while t < text.count {
            if p < pattern.count, pattern[p] == star {
                (lastStar, resume) = (p, t)
                p += 1
            } else if p < pattern.count, pattern[p] == question, !(text[t] == star && isWild(star)) {
                p += 1
                t = next(text, t)
            } else if p < pattern.count, pattern[p] == text[t], !isWild(text[t]) {
                p += 1
                t += 1
            } else if lastStar >= 0 {
                resume += 1
                (p, t) = (lastStar + 1, resume)
            } else {
                return false
            }
        }
        while p < pattern.count, pattern[p] == star { p += 1 }
        return p == pattern.count
    }

    /// Whether some text matches both patterns.
    static func overlap(_ left: Bytes, _ right: Bytes) -> Bool {
        if !hasWildcard(right) { return matches(left, right) }
        if !hasWildcard(left) { return matches(right, left) }
        // Most begin with fixed text and end with one `*`: the texts are all there is to compare.
        let (fixedLeft, fixedRight) = (fixedCount(left), fixedCount(right))
        let common = min(fixedLeft, fixedRight)
        guard left[..<common].elementsEqual(right[..<common]) else { return false }
        if fixedLeft == left.count - 1, left[fixedLeft] == star, fixedRight == right.count - 1,
            right[fixedRight] == star
        {
            return true
        }
        // reach[j]: whether what is left of the first i bytes of `left` and the first j of `right` have a text in common.
        var reach = [Bool](repeating: false, count: right.count + 1)
        reach[0] = true
        for j in 0..<right.count where reach[j] && right[j] == star { reach[j + 1] = true }
        for byte in left {
            var next = [Bool](repeating: false, count: right.count + 1)
            for j in 0...right.count where reach[j] || byte == star && next[j] {
                if byte == star {
                    next[j] = true
                    if j < right.count { next[j + 1] = true }
                } else if j < right.count {
                    let other = right[j]
                    if other == star { next[j] = true }
                    if byte == other || byte == question || other == question { next[j + 1] = true }
                }
            }
            // A `*` may take nothing.
            for j in 0..<right.count where next[j] && right[j] == star { next[j + 1] = true }
            reach = next
            if !reach.contains(true) { return false }
        }
        return reach[right.count]
    }

    /// How many bytes stand before the first wildcard.
    private static func fixedCount(_ bytes: Bytes) -> Int {
        bytes.firstIndex { $0 == star || $0 == question } ?? bytes.count
    }

    /// The offset after one character of UTF-8.
    private static func next(_ bytes: Bytes, _ at: Int) -> Int {
        var at = at + 1
        while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
        return at
    }
}

extension Glob {
    static func matches(_ pattern: String, _ text: String) -> Bool { with(pattern, text, matches) }
    static func covers(_ outer: String, _ inner: String) -> Bool { with(outer, inner, covers) }
    static func overlap(_ left: String, _ right: String) -> Bool { with(left, right, overlap) }

    private static func with(_ left: String, _ right: String, _ body: (Bytes, Bytes) -> Bool) -> Bool {
        var (left, right) = (left, right)
        return left.withUTF8 { left in right.withUTF8 { body(left, $0) } }
    }
}
