import Testing

@testable import AccessPolicies
import SeededRandom

/// Patterns compared by trying every short text.
///
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html#reference_policies_elements_resource_wildcards
struct GlobTests {
    /// Every text of `a` and `b` with at most six letters.
    static let texts: [String] = (0...6).reduce(into: []) { all, length in
        all += (0..<1 << length).map { bits in
            String((0..<length).map { bits >> $0 & 1 == 1 ? "a" as Character : "b" })
        }
    }

    /// By its definition, letter after letter.
    private static func naive(_ pattern: Substring, _ text: Substring) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        if first == "*" {
            return naive(pattern.dropFirst(), text) || !text.isEmpty && naive(pattern, text.dropFirst())
        }
        guard let letter = text.first else { return false }
        return (first == "?" || first == letter) && naive(pattern.dropFirst(), text.dropFirst())
    }

    @Test("matching, covering and overlapping", arguments: 0..<6)
    func naive(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        func pattern() -> String {
            String(
                (0..<Int.random(in: 0...4, using: &generator)).map { _ in generator.pick(["a", "b", "*", "?", "a"]) })
        }
        for _ in 0..<150 {
            let (left, right) = (pattern(), pattern())
            let ofLeft = Self.texts.filter { Self.naive(left[...], $0[...]) }
            let ofRight = Self.texts.filter { Self.naive(right[...], $0[...]) }
            #expect(Self.texts.filter { Glob.matches(left, $0) } == ofLeft, "\(left)")
            let isCommon = !Set(ofLeft).isDisjoint(with: ofRight)
            #expect(Glob.overlap(left, right) == isCommon, "\(left) \(right)")
            #expect(Glob.overlap(right, left) == isCommon, "\(right) \(left)")
            // Sound: what is called covered is.
            if Glob.covers(left, right) { #expect(Set(ofRight).isSubset(of: ofLeft), "\(left) \(right)") }
        }
    }
}
